/// What one transcript says, with nothing mapped to people yet.
///
/// Every visible character of the paper it was read from stands in exactly one
/// place: a header line, a turn, or an unplaced line
/// (``Transcript/lostLines(of:)`` checks it).
public struct Transcript: Sendable, Equatable {
  /// What the lines before the first turn say of the session.
  public var header: TranscriptHeader
  /// The members printed as present.
  public var members: [MemberPresent]
  /// The panels in the order in which they are printed.
  public var panels: [PanelHeard]
  /// Speech and narrative in order.
  public var turns: [Turn]
  /// Lines that could not be placed.
  public var unplaced: [UnplacedLine]
  /// What a clerk should look at.
  public var remarks: [PaperRemark]

  /// Makes a transcript.
  public init(
    header: TranscriptHeader, members: [MemberPresent], panels: [PanelHeard], turns: [Turn],
    unplaced: [UnplacedLine], remarks: [PaperRemark]
  ) {
    self.header = header
    self.members = members
    self.panels = panels
    self.turns = turns
    self.unplaced = unplaced
    self.remarks = remarks
  }
}

/// One person's utterance, or a piece of narrative between utterances.
public struct Turn: Sendable, Equatable {
  /// Whether somebody speaks.
  public enum Kind: String, Sendable {
    case speech
    /// Narrative, such as “Sitting suspended.”
    case stage
  }

  /// Speech or narrative.
  public var kind: Kind
  /// The number of the question that begins with this turn, where one does.
  public var questionNumber: Int?
  /// The label exactly as printed, without its colon; for “Q.” and “A.” the name
  /// that the transcript gives who asks and who answers.
  public var label: String?
  /// The listed name of the person it surely is; nil when in doubt, and for a
  /// Chair whose name is not listed.
  public var speaker: String?
  /// Whether the label is that of the Chair.
  public var isChair: Bool
  /// The number and label exactly as printed before the words, colon included.
  public var lead: String
  /// The words, paragraphs parted by a blank line, otherwise untouched.
  public var text: String
  /// The line on which the turn begins.
  public var line: Int
  /// The ordinal of the panel that is being heard, from 1, where it is known.
  public var panel: Int?
  /// What stands beneath the words of speech, in order.
  public var footnotes: [Footnote]

  /// Makes a turn.
  public init(
    kind: Kind, questionNumber: Int? = nil, label: String? = nil, speaker: String? = nil,
    isChair: Bool = false, lead: String = "", text: String, line: Int, panel: Int? = nil,
    footnotes: [Footnote] = []
  ) {
    self.kind = kind
    self.questionNumber = questionNumber
    self.label = label
    self.speaker = speaker
    self.isChair = isChair
    self.lead = lead
    self.text = text
    self.line = line
    self.panel = panel
    self.footnotes = footnotes
  }
}

/// A note beneath an answer, whose words stay.
public struct Footnote: Sendable, Equatable {
  /// Its words, without the mark or brackets that make it a note.
  public var text: String
  /// The line on which it stands, or its mark.
  public var line: Int
  /// The number or sign that stands for it in the words, where the file has notes of
  /// its own.
  public var mark: String?

  /// Makes a footnote.
  public init(text: String, line: Int, mark: String? = nil) {
    self.text = text
    self.line = line
    self.mark = mark
  }

  /// As the paper has it.
  var inPaper: String { mark.map { "[\($0)] \(text)" } ?? printed }

  /// As a paragraph of a plain text: “[Footnote: The figure was published.]”.
  var printed: String { PrintedMark.footnote.print(text) }

  /// The same without line breaks: as a paragraph of a plain text it would end at
  /// a blank line.
  var onOneLine: Footnote { Footnote(text: text.onOneLine, line: line) }

  /// Reads such a paragraph; nil when it is none.
  init?(printed paragraph: String, line: Int) {
    guard let words = PrintedMark.footnote.words(of: paragraph) else { return nil }
    self.init(text: words, line: line)
  }
}

/// What a plain text says in brackets where its words alone would not tell.
enum PrintedMark: String {
  case footnote = "Footnote"
  /// “[Heading: MR ALAN BATES]”, narrative that could be somebody's words.
  case heading = "Heading"

  /// What stands before the words.
  var opening: String { "[\(rawValue):" }

  func print(_ text: String) -> String { "\(opening) \(text)]" }

  /// The words of a paragraph that is marked so; nil when it is not.
  func words(of paragraph: String) -> String? {
    let trimmed = paragraph[...].trimmed
    guard trimmed.hasPrefix(opening + " "), trimmed.hasSuffix("]") else { return nil }
    let words = trimmed.dropFirst(opening.count).dropLast().trimmed
    return words.isEmpty ? nil : String(words)
  }
}

extension String {
  /// With a blank for each line break.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).map { String($0[...].trimmed) }.joined(separator: " ")
  }
}

/// A line that belongs to nothing we know; kept, so that nothing is lost.
public struct UnplacedLine: Sendable, Equatable {
  /// Why a line has no place.
  public enum Reason: Sendable, Equatable {
    case pageNumber
    case notRecognised
    /// Words between narrative and the next label, which nobody is named for.
    case noSpeaker
    /// A heading between the points of a note.
    case heading
    /// What stands at the head or foot of page after page.
    case pageFurniture
    /// The numbers at the margin of a page.
    case lineNumbers
    case footnote
    /// Words that the page, counted from 1 in the file, does not show.
    case unseen(page: Int)
  }

  /// The line or paragraph, from 1.
  public var line: Int
  /// The line as it stands.
  public var text: String
  /// Why it has no place.
  public var reason: Reason

  /// Makes an unplaced line.
  public init(line: Int, text: String, reason: Reason) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}
