/// The numbers of pages that stand between the lines of a text file.
///
/// A number alone on its line may as well be a figure of a table or a year. It is
/// that of a page where something says so: the word “page”, the end of a page
/// beside it, its place in the middle or at the right of the page, line numbers on the
/// pages, or that such numbers run on through the file.
enum PageNumbers {
  /// Fewer lines from one number to the next are a table or a list.
  private static let shortestPage = 10
  /// Where a line is a whole paragraph a page has few; one of large print holds as many
  /// bytes as this.
  private static let fewestBytes = 1_000

  /// The indices of the lines that hold a page number and nothing else.
  ///
  /// - Parameters:
  ///   - lines: The lines in order, without the numbers of lines.
  ///   - areLinesNumbered: Whether they had such numbers.
  static func indices(_ lines: [TextLine], areLinesNumbered: Bool) -> Set<Int> {
    let numbers = lines.indices.filter {
      lines[$0].text.utf8.count <= 40 && HeaderWords.isPageNumber(lines[$0].text.squeezed)
    }
    func isByItself(_ index: Int) -> Bool {
      let isBeforeBlank = index + 1 == lines.count || lines[index + 1].isAfterBlank
      return lines[index].isAfterBlank && isBeforeBlank
    }
    var found = Set(
      numbers.filter { index in
        let isBeforePage = index + 1 < lines.count && lines[index + 1].isAfterPage
        return areLinesNumbered || lines[index].isFarIn && isByItself(index)
          || lines[index].isAfterPage || isBeforePage
          || lines[index].text.contains(where: \.isLetter)
      })
    found.formUnion(series(numbers.filter(isByItself), in: lines))
    for (before, after) in zip(numbers, numbers.dropFirst())
    where after - before >= shortestPage {
      guard let first = Int(lines[before].text.filter(\.isNumber)),
        Int(lines[after].text.filter(\.isNumber)) == first + 1
      else { continue }
      found.formUnion([before, after])
    }
    return found
  }

  /// Numbers between blank lines that run on with a page of words from each to the next.
  ///
  /// Where one pair of them stands closer, they number paragraphs or a list; so does a 1
  /// with no page before it. Where two pages hold and the last line is a number, each
  /// stands below its page, of which the first may be a cover and the last end early.
  /// Years are what a paper is parted by.
  private static func series(_ numbers: [Int], in lines: [TextLine]) -> Set<Int> {
    func bytes(_ range: Range<Int>) -> Int { lines[range].reduce(0) { $0 + $1.text.utf8.count } }
    func value(_ index: Int) -> Int? { Int(lines[index].text.filter(\.isNumber)) }
    let pairs = zip(numbers, numbers.dropFirst()).filter { before, after in
      value(before).map { $0 < 1_000 && value(after) == $0 + 1 } ?? false
    }
    guard let first = pairs.first?.0, let last = pairs.last?.1 else { return [] }
    let arePages = pairs.map { before, after in bytes(before + 1..<after) >= fewestBytes }
    let areBelow = arePages.count { $0 } > 1 && bytes(last + 1..<lines.count) == 0
    let before = bytes(0..<first)
    guard (areBelow ? arePages.dropLast() : arePages[...]).allSatisfy(\.self),
      value(first) != 1 || before >= fewestBytes || areBelow && before > 0
    else { return [] }
    return Set(pairs.flatMap { before, after in [before, after] })
  }
}
