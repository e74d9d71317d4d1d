public import Inquiries

/// What a written submission says, with nothing mapped to people yet.
///
/// Every visible character of the paper stands in exactly one place: a header
/// line, a paragraph, or an unplaced line (``SubmissionPaper/lostLines(of:)``
/// checks it).
public struct SubmissionPaper: Sendable, Equatable {
  /// One paragraph, or a heading between paragraphs.
  public struct Paragraph: Sendable, Equatable {
    /// The number as printed or issued; nil for headings, and for what stands
    /// outside a printed series.
    public var number: Int?
    /// The number within its chapter, in a document that counts so.
    public var outline: ParagraphNumber?
    /// Whether it is a heading.
    public var isHeading: Bool
    /// A printed number of the series, with its full stop or bracket; empty
    /// where the number was issued.
    public var lead: String
    /// The words; what goes on with the paragraph is parted by a blank line.
    public var text: String
    /// The line on which it begins.
    public var line: Int
    /// The page on which it begins, where it was asked for.
    public var page: Int?

    /// Makes a paragraph.
    public init(
      number: Int? = nil, outline: ParagraphNumber? = nil, isHeading: Bool = false,
      lead: String = "", text: String, line: Int,
      page: Int? = nil
    ) {
      self.number = number
      self.outline = outline
      self.isHeading = isHeading
      self.lead = lead
      self.text = text
      self.line = line
      self.page = page
    }
  }

  /// A line that tells of the submission and is no part of its text.
  public struct HeaderLine: Sendable, Equatable {
    /// What a header line is about.
    public enum Field: String, Sendable {
      case title, submitter, reference, date
      /// An address, telephone number or e-mail: personal data.
      case contact
      /// Between these, and told by none of them; perhaps a name or an address.
      case other
    }

    /// The line or paragraph, from 1.
    public var line: Int
    /// The line as it stands.
    public var text: String
    /// What it was taken as.
    public var field: Field

    /// Makes a header line.
    public init(line: Int, text: String, field: Field) {
      self.line = line
      self.text = text
      self.field = field
    }
  }

  /// Who sent it, as the head names them.
  public var submitter: String?
  /// A reference that the head prints, such as `CTI0012` or `TB 28`.
  public var reference: String?
  /// The date printed at the head, or else at the end.
  public var day: PrintedDay?
  /// Lines that are kept and are no passages.
  public var header: [HeaderLine]
  /// Paragraphs and headings in order.
  public var paragraphs: [Paragraph]
  /// Whether the numbers are those that the paper prints.
  public var areNumbersPrinted: Bool
  /// Lines that could not be placed.
  public var unplaced: [UnplacedLine]
  /// What a clerk should look at.
  public var remarks: [PaperRemark]

  /// Makes a submission.
  public init(
    submitter: String? = nil, reference: String? = nil, day: PrintedDay? = nil,
    header: [HeaderLine] = [], paragraphs: [Paragraph], areNumbersPrinted: Bool,
    unplaced: [UnplacedLine] = [], remarks: [PaperRemark] = []
  ) {
    self.submitter = submitter
    self.reference = reference
    self.day = day
    self.header = header
    self.paragraphs = paragraphs
    self.areNumbersPrinted = areNumbersPrinted
    self.unplaced = unplaced
    self.remarks = remarks
  }
}
