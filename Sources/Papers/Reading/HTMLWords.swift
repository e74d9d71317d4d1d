/// The words of the paragraph of a web page that is being read, and the references to
/// notes among them.
struct HTMLWords {
  /// A paragraph, or a part of one that line breaks make.
  struct Piece {
    let text: String
    /// References, each with where it stands in bytes of UTF-8.
    let references: [(offset: Int, mark: Mark)]
  }

  /// What a reference to a note shows.
  struct Mark {
    let text: String
    /// Whether it leads to the note; else it is only raised.
    let isLink: Bool
  }

  private var text = ""
  private var isAfterBlank = true
  private var marks: [Mark] = []
  /// Where in the text a link to a note, or back from one, begins.
  private var link: (start: Int, target: String)?
  /// Where in the text a superscript begins.
  private var raised: Int?

  /// Stands in the text for a reference: a control character, which no page shows.
  private static let sign: Unicode.Scalar = "\u{1F}"

  mutating func put(_ words: String, isVerbatim: Bool) {
    guard !isVerbatim else {
      text.unicodeScalars.append(contentsOf: words.unicodeScalars.filter { $0 != Self.sign })
      return
    }
    for scalar in words.unicodeScalars where scalar != Self.sign {
      // The blanks that HTML folds; a no-break space is none of them.
      let isBlank =
        scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
        || scalar == "\u{0C}"
      if isBlank {
        if !isAfterBlank { text += " " }
      } else {
        text.unicodeScalars.append(scalar)
      }
      isAfterBlank = isBlank
    }
  }

  mutating func breakLine() {
    text += "\n"
    isAfterBlank = true
  }

  /// - Parameter target: What the link calls the note, empty for one back to the text;
  ///   `nil` for any other link.
  mutating func beginLink(to target: String?) {
    link = target.map { (text.utf8.count, $0) }
  }

  /// - Returns: What the reference calls the note, where it was one.
  mutating func endLink() -> String? {
    guard let open = link else { return nil }
    link = nil
    guard let start = place(open.start) else { return nil }
    let mark = bare(text[start...])
    // A sentence may be a link to a note; it stays.
    guard mark.count <= 4, open.target.isEmpty || !mark.isEmpty else { return nil }
    text.removeSubrange(start...)
    guard !open.target.isEmpty else { return nil }
    add(Mark(text: mark, isLink: true))
    return open.target
  }

  /// In a link to a note the link is read.
  mutating func beginRaised() {
    raised = link == nil ? text.utf8.count : nil
  }

  /// A mark above the line may be that of a note without a link; what else is raised and
  /// would read as part of the word before it is kept from it.
  ///
  /// - Parameter isAside: Whether it stands in a note or in what is no text of the page.
  mutating func endRaised(isAside: Bool) {
    guard let start = raised.flatMap(place) else { return }
    raised = nil
    let words = bare(text[start...])
    guard let kind = HTMLNotes.raised(words, after: text[..<start]) else { return }
    if isAside {
      text += " "
      isAfterBlank = true
      return
    }
    switch kind {
    case .note:
      text.removeSubrange(start...)
      add(Mark(text: words, isLink: false))
    case .power: text.replaceSubrange(start..., with: HTMLNotes.power(words))
    case .apart: text.insert(" ", at: start)
    }
  }

  private mutating func add(_ mark: Mark) {
    marks.append(mark)
    text.unicodeScalars.append(Self.sign)
    isAfterBlank = false
  }

  private func place(_ offset: Int) -> String.Index? {
    text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
  }

  private func bare(_ words: Substring) -> String {
    String(words.filter { !"[]()".contains($0) }[...].trimmed)
  }

  /// Ends the paragraph.
  ///
  /// - Returns: Its parts, where two line breaks follow each other or a speaker begins
  ///   after one.
  mutating func end() -> [Piece] {
    var marks = marks[...]
    let pieces = Self.lines(of: text).map { piece in
      var words = ""
      var references: [(Int, Mark)] = []
      let parts = piece.split(separator: Character(Self.sign), omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0, let mark = marks.popFirst() { references.append((words.utf8.count, mark)) }
        words += part
      }
      return Piece(text: words, references: references)
    }
    self = HTMLWords()
    return pieces
  }

  private static func lines(of text: String) -> [String] {
    var pieces: [String] = []
    var isParted = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.trimmed
      if words.isEmpty {
        isParted = true
      } else if isParted || WrappedLines.opensTurn(String(words)) {
        pieces.append(String(words))
        isParted = false
      } else {
        pieces[pieces.count - 1] += "\n" + words
      }
    }
    return pieces
  }
}
