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
    }

    /// Makes a paragraph.
    public init(text: String, line: Int, form: Form = .text, page: Int? = nil) {
      self.text = text
      self.line = line
      self.form = form
      self.page = page
    }
  }

  /// The paragraphs in the order of the document.
  public let paragraphs: [Paragraph]
  /// What stands on the pages and is no part of the text that runs over them:
  /// running heads, page numbers, footnotes. Whoever reads the paragraphs keeps it.
  public let aside: [UnplacedLine]
  /// What a person should know about how the text was taken.
  public let remarks: [PaperRemark]

  /// Makes a text.
  public init(
    paragraphs: [Paragraph], aside: [UnplacedLine] = [], remarks: [PaperRemark] = []
  ) {
    self.paragraphs = paragraphs
    self.aside = aside
    self.remarks = remarks
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
