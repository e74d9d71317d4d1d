/// The notes of a web page, brought to the references to them.
struct HTMLNotes {
  /// Notes that a paragraph refers to.
  private(set) var notes: [PaperText.Note] = []
  /// Notes that none refers to.
  private(set) var strays: [UnplacedLine] = []
  /// Those of the page; a reference to no note that was found stands in brackets.
  private(set) var paragraphs: [PaperText.Paragraph]

  /// Stands in a text for a reference: a control character, which no page shows.
  static let sign: Unicode.Scalar = "\u{1F}"

  /// What stands above the line.
  enum Raised {
    /// The mark of a note.
    case note
    /// Of a measure, such as m².
    case power(String)
    /// Something else that begins with a figure.
    case apart
  }

  /// What raised words are behind the text before them; nil for the end of a word, as
  /// in “10th”, and for nothing.
  static func raised(_ words: String, after text: Substring) -> Raised? {
    let before = text.reversed().prefix { !$0.isWhitespace }.reversed().drop {
      !$0.isLetter && !$0.isNumber
    }
    let powers = ["2": "²", "3": "³"]
    if let sign = powers[words],
      ["m", "km", "cm", "mm", "ft"].contains(String(before.drop(while: \.isNumber)))
    {
      return .power(sign)
    }
    if words.wholeMatch(
      of: #/[0-9]{1,3}(?:\s?[,–-]\s?[0-9]{1,3}){0,3}|[*†‡§¶]{1,3}|[a-e]|[ivx]{1,4}/#) != nil
    {
      return .note
    }
    return words.first.map(\.isNumber) ?? false ? .apart : nil
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
    var open: [Int: [PaperText.Note]] = [:]
    for reference in body.references {
      if let index = byMark[reference.mark], used.insert(index).inserted {
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
        text: paragraph.text.marked(own), line: paragraph.line, form: paragraph.form,
        page: paragraph.page)
      // What stands behind the marks moved.
      for place in places[paragraph.line] ?? [] {
        notes[place].offset += own.filter { $0.offset < notes[place].offset }
          .reduce(0) { $0 + $1.mark.utf8.count + 2 }
      }
    }
  }
}
