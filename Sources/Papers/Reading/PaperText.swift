/// The plain paragraphs of a document, in order, each with where it stood.
public struct PaperText: Sendable, Equatable {
  /// One paragraph that holds at least one visible character.
  public struct Paragraph: Sendable, Equatable {
    /// The words, without blanks at either end, otherwise untouched.
    public let text: String
    /// The line of a text file or of a PDF, or the ordinal of the paragraph in
    /// other documents, from 1.
    public let line: Int
    /// What the document's own marks say that it is.
    public let form: Form
    /// The page on which it begins, counted from 1 in the file; nil where the
    /// format knows no pages.
    public let page: Int?

    /// What a style of Word or a mark of Markdown makes of a paragraph; a plain
    /// text has no such marks.
    public enum Form: Sendable {
      case text, heading
      /// One of a list with bullets.
      case item
      /// The cells of a table's row, parted by tabs.
      case row
    }

    /// Makes a paragraph.
    public init(text: String, line: Int, form: Form = .text, page: Int? = nil) {
      self.text = text
      self.line = line
      self.form = form
      self.page = page
    }
  }

  /// A footnote or endnote of a document that marks them as such.
  struct Note: Sendable, Equatable {
    /// The line of the paragraph that it belongs to.
    var line: Int
    /// Where in that paragraph its mark stands, in bytes of UTF-8.
    var offset: Int
    /// The number or sign, without brackets.
    let mark: String
    let text: String
    /// Whether a link leads to it, where the mark could be something else without.
    var isLinked = true

    var footnote: Footnote { Footnote(text: text, line: line, mark: mark) }
    fileprivate var printed: String { footnote.inPaper }
  }

  /// The paragraphs in the order of the document.
  public let paragraphs: [Paragraph]
  /// What stands on the pages and is no part of the text that runs over them:
  /// running heads, page numbers, footnotes. Whoever reads the paragraphs keeps it.
  public let aside: [UnplacedLine]
  /// The notes; each is told in ``aside`` too.
  let notes: [Note]
  /// What a person should know about how the text was taken.
  public let remarks: [PaperRemark]

  /// Makes a text.
  public init(
    paragraphs: [Paragraph], aside: [UnplacedLine] = [], remarks: [PaperRemark] = []
  ) {
    self.init(paragraphs: paragraphs, aside: aside, notes: [], remarks: remarks)
  }

  init(
    paragraphs: [Paragraph], aside: [UnplacedLine], notes: [Note], remarks: [PaperRemark]
  ) {
    self.paragraphs = paragraphs
    self.aside =
      aside
      + notes.map { UnplacedLine(line: $0.line, text: $0.printed, reason: .footnote) }
    self.notes = notes
    self.remarks = remarks
  }

  /// With one more remark.
  func remarked(_ remark: PaperRemark) -> PaperText {
    PaperText(
      paragraphs: paragraphs, aside: Array(aside.dropLast(notes.count)), notes: notes,
      remarks: remarks + [remark])
  }

  /// What stands aside but for the notes of some lines.
  func aside(withoutNotesOn lines: Set<Int>) -> [UnplacedLine] {
    let kept = zip(aside.suffix(notes.count), notes).filter { !lines.contains($1.line) }
    return aside.dropLast(notes.count) + kept.map(\.0)
  }

  /// With each note at the end of its paragraph, and its mark in brackets where it
  /// stands.
  ///
  /// - Parameter lines: Paragraphs whose notes stay aside.
  func withNotes(except lines: Set<Int> = []) -> PaperText {
    guard !notes.isEmpty else { return self }
    let open = Set(paragraphs.map(\.line)).subtracting(lines)
    let placed = Dictionary(grouping: notes.filter { open.contains($0.line) }, by: \.line)
    return PaperText(
      paragraphs: paragraphs.map { paragraph in
        guard let own = placed[paragraph.line] else { return paragraph }
        return Paragraph(
          text: paragraph.text.marked(own) + own.map { "\n\n" + $0.printed }.joined(),
          line: paragraph.line, form: paragraph.form, page: paragraph.page)
      },
      aside: Array(aside.dropLast(notes.count)),
      notes: notes.filter { !open.contains($0.line) }, remarks: remarks)
  }
}

/// Something that a person should look at, though the paper could be read.
public struct PaperRemark: Sendable, Equatable {
  /// A stable name in `snake_case`, such as `hidden_text`.
  public let code: String
  /// One plain sentence.
  public let message: String
  /// The line or paragraph it is about, where it is about one.
  public let line: Int?

  /// Makes a remark.
  public init(code: String, message: String, line: Int? = nil) {
    self.code = code
    self.message = message
    self.line = line
  }
}

extension String {
  /// With the marks of notes, in brackets, in the order of the notes.
  func marked(
    _ notes: [PaperText.Note], as words: (PaperText.Note) -> String = { "[\($0.mark)]" }
  ) -> String {
    var text = ""
    var place = startIndex
    for note in notes {
      let next = utf8.index(startIndex, offsetBy: note.offset, limitedBy: endIndex) ?? endIndex
      text += self[place..<max(place, next)] + words(note)
      place = max(place, next)
    }
    return text + self[place...]
  }
}
