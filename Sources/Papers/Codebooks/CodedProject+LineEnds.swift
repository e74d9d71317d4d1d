extension CodedProject.Text {
  /// The same text with a line feed where a line ends, its selections on the same words:
  /// programs on Windows write two characters there, and count both.
  public var withLineFeeds: CodedProject.Text {
    guard text.unicodeScalars.contains("\r") else { return self }
    let scalars = Array(text.unicodeScalars)
    var folded = String.UnicodeScalarView()
    // Where each place between two code points is now, the end among them.
    var places: [Int] = []
    var count = 0
    for (index, scalar) in scalars.enumerated() {
      places.append(count)
      let isFirstOfTwo = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      guard !isFirstOfTwo else { continue }
      folded.append(scalar == "\r" ? "\n" : scalar)
      count += 1
    }
    places.append(count)
    let end = count
    func place(_ old: Int) -> Int { places.indices.contains(old) ? places[old] : end }
    return CodedProject.Text(
      guid: guid, name: name, text: String(folded),
      selections: selections.map { selection in
        CodedProject.Selection(
          guid: selection.guid, name: selection.name,
          span: place(selection.span.lowerBound)..<place(selection.span.upperBound),
          codings: selection.codings)
      })
  }
}
