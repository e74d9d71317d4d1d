/// The notes of a web page, brought to the references to them.
struct HTMLNotes {
  /// Notes that a paragraph refers to.
  private(set) var notes: [PaperText.Note] = []
  /// Notes that none refers to.
  private(set) var strays: [UnplacedLine] = []
  /// Those of the page; a link to no note that was found stands in brackets, and what is
  /// raised and is no note's mark as a power, such as 10⁶.
  private(set) var paragraphs: [PaperText.Paragraph]

  /// What stands above the line.
  enum Raised {
    /// The mark of a note.
    case note
    /// Of a measure or a number, such as m², 10⁻⁶, 2^n.
    case power
    /// Something else that begins with a figure.
    case apart
  }

  /// What raised words are behind the text before them; nil for the end of a word, as
  /// in “10th”, and for nothing.
  static func raised(_ words: String, after text: Substring) -> Raised? {
    let before = text.reversed().prefix { !$0.isWhitespace }.reversed().drop {
      !$0.isLetter && !$0.isNumber
    }
    if ["2", "3"].contains(words),
      ["m", "km", "cm", "mm", "ft"].contains(String(before.drop(while: \.isNumber)))
    {
      return .power
    }
    if words.wholeMatch(of: #/[-−–+][0-9]{1,3}/#) != nil { return .power }
    if words.wholeMatch(of: #/[kmnptxy]/#) != nil, before.last?.isNumber ?? false { return .power }
    if words.wholeMatch(
      of: #/[0-9]{1,3}(?:\s?[,–-]\s?[0-9]{1,3}){0,3}|[*†‡§¶]{1,3}|[a-e]|[ivx]{1,4}/#) != nil
    {
      return .note
    }
    return words.first.map(\.isNumber) ?? false ? .apart : nil
  }

  /// Raised words on the line: figures in their small form, signs of notes as they are,
  /// else behind “^”.
  static func power(_ words: String) -> String {
    let small: [Character: Character] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
      "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "–": "⁻",
    ]
    if words.contains(where: \.isNumber), !words.contains(where: \.isLetter) {
      // Between figures a dash is one, before them a sign.
      return String(
        words.enumerated().map { $0 > 0 && !$1.isNumber ? $1 : small[$1] ?? $1 })
    }
    return words.contains(where: \.isLetter) ? "^" + words : words
  }

  init(_ body: HTMLBody) {
    var words: [(mark: String?, line: Int, text: String)] = []
    for note in body.noteLines {
      let found = note.text.prefixMatch(
        of: #/[\[(]?([0-9]{1,3}|[ivx]{1,4}|[*†‡])[\])]?[.:]?(?:\s+|$)/#)
      let text = String(note.text[(found?.range.upperBound ?? note.text.startIndex)...])
      if found == nil, let last = words.indices.last, note.element == nil {
        words[last].text += "\n" + note.text
      } else {
        words.append((found.map { String($0.output.1) }, note.line, text))
      }
    }
    var byMark: [String: Int] = [:]
    for (index, word) in words.enumerated() {
      // A list of notes without numbers is in the order of the references.
      byMark[word.mark ?? "\(index + 1)"] = byMark[word.mark ?? "\(index + 1)"] ?? index
    }
    var used: Set<Int> = []
    var noteOf: [Int: Int] = [:]
    // What leads to its note comes before what is raised, which may be a power.
    for isLinked in [true, false] {
      for (place, reference) in body.references.enumerated() where reference.isLinked == isLinked {
        if let index = byMark[reference.mark], used.insert(index).inserted {
          noteOf[place] = index
        }
      }
    }
    var open: [Int: [PaperText.Note]] = [:]
    for (place, reference) in body.references.enumerated() {
      if let index = noteOf[place] {
        notes.append(
          .init(
            line: reference.line, offset: reference.offset, mark: reference.mark,
            text: words[index].text))
      } else {
        open[reference.line, default: []].append(reference)
      }
    }
    strays = words.indices.filter { !used.contains($0) }.map {
      let text = words[$0].mark.map { "[\($0)] " } ?? ""
      return UnplacedLine(line: words[$0].line, text: text + words[$0].text, reason: .footnote)
    }
    paragraphs = body.paragraphs
    guard !open.isEmpty else { return }
    let places = Dictionary(grouping: notes.indices, by: { [notes] in notes[$0].line })
    for (index, paragraph) in paragraphs.enumerated() {
      guard let own = open[paragraph.line] else { continue }
      paragraphs[index] = .init(
        text: paragraph.text.marked(own, as: Self.inWords), line: paragraph.line,
        form: paragraph.form,
        page: paragraph.page)
      // What stands behind the marks moved.
      for place in places[paragraph.line] ?? [] {
        notes[place].offset += own.filter { $0.offset < notes[place].offset }
          .reduce(0) { $0 + Self.inWords($1).utf8.count }
      }
    }
  }

  private static func inWords(_ reference: PaperText.Note) -> String {
    reference.isLinked ? "[\(reference.mark)]" : power(reference.mark)
  }
}
