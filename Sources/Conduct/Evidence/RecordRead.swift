public import Inquiries
public import Papers
import Records

/// The record of a session as it was read from a file, before anything is done
/// with it.
public struct RecordRead: Sendable {
  /// What a clerk says of the record where its file does not.
  public struct Said: Sendable {
    public var kind: SourceKind
    /// The session it belongs to; a new one when `nil`.
    public var session: Int?
    /// The sitting it belongs to, by its plan number.
    public var plan: Int?
    public var heldOn: Day?
    public var hearing: Hearing?
    public var stage: Stage?
    public var language: String
    /// The day on which the witnesses agreed a summary.
    public var agreedOn: Day?

    public init(
      kind: SourceKind, session: Int? = nil, heldOn: Day? = nil, hearing: Hearing? = nil,
      stage: Stage? = nil, language: String = "en", agreedOn: Day? = nil
    ) {
      self.kind = kind
      self.session = session
      self.heldOn = heldOn
      self.hearing = hearing
      self.stage = stage
      self.language = language
      self.agreedOn = agreedOn
    }
  }

  let fileName: String
  let bytes: [UInt8]
  private(set) var said: Said
  let header: TranscriptHeader
  let members: [MemberPresent]
  let panels: [PanelHeard]
  let content: Content
  let unplaced: [Papers.UnplacedLine]
  let remarks: [PaperRemark]

  enum Content: Sendable {
    case turns([Turn])
    case points([Note.Point])
  }

  /// Reads a file as the kind of record that it is said to be.
  public init(_ file: PaperFile, said: Said) throws(PaperError) {
    switch said.kind {
    case .transcript:
      self = RecordRead(try RecordRead.transcript(file), of: file, said: said)
    case .note, .summary, .log, .writtenSubmission, .document, .survey:
      let note = try RecordRead.note(file, as: said.kind)
      fileName = file.name
      bytes = file.bytes
      self.said = said
      if said.kind == .summary, said.agreedOn == nil, let day = note.agreedOn {
        self.said.agreedOn = Day(year: day.year, month: day.month, day: day.day)
      }
      header = note.header
      members = note.members
      panels = note.panels
      content = .points(note.points)
      unplaced = note.unplaced
      remarks = note.remarks
    }
  }

  /// A transcript that was read already, such as with its tracked changes.
  init(
    _ transcript: Transcript, of file: PaperFile, said: Said = Said(kind: .transcript)
  ) {
    fileName = file.name
    bytes = file.bytes
    self.said = said
    header = transcript.header
    members = transcript.members
    panels = transcript.panels
    content = .turns(transcript.turns)
    unplaced = transcript.unplaced
    remarks = transcript.remarks
  }

  /// Of a file that says itself what it means, or of a paper for people to read.
  private static func note(
    _ file: PaperFile, as kind: SourceKind
  ) throws(PaperError) -> Note {
    let told = try TranscriptFormat.readNote(
      file.bytes, fileName: file.name, encoding: file.encoding)
    guard let told else { return try NoteReader.read(PaperReader.read(file), fileName: file.name) }
    if let isSummary = told.isSummary, isSummary != (kind == .summary) {
      throw PaperError(
        code: "note_kind_differs",
        message:
          "\(file.name) says that it is a \(isSummary ? "summary" : "note"); import it as that (--kind).",
        file: file.name)
    }
    return told
  }

  /// Likewise.
  private static func transcript(_ file: PaperFile) throws(PaperError) -> Transcript {
    let told = try TranscriptFormat.read(
      file.bytes, fileName: file.name, encoding: file.encoding)
    if let told { return told }
    return try TranscriptReader.read(try PaperReader.read(file), fileName: file.name)
  }
}

extension RecordRead {
  /// What stands beneath its turns or points, each with the place of these from 1.
  var footnotes: [(ordinal: Int, words: String)] {
    notes.enumerated().flatMap { place, own in own.map { (place + 1, $0.text) } }
  }

  private var notes: [[Footnote]] {
    switch content {
    case .turns(let turns): turns.map(\.footnotes)
    case .points(let points): points.map(\.footnotes)
    }
  }

  /// Counts and names them.
  var sentenceOnFootnotes: String? {
    let all = notes.joined().map(\.inWords)
    switch all.count {
    case 0: return nil
    case 1: return "1 footnote stands beneath its answer: \(all[0])."
    case let count:
      return "\(count) footnotes stand beneath their answers: \(all.joined(separator: "; "))."
    }
  }

  /// What neither the clerk nor the header said, and what was taken for it.
  func assumptions(isNew: Bool) -> [String] {
    var sentences: [String] = []
    if isNew, said.hearing == nil, header.hearing == nil {
      sentences.append(
        hearing == .heardInPublic
          ? "The file does not say how it was heard; because it is headed as oral evidence on a "
            + "subject, it is taken as heard in public. If it was not, say so (--private)."
          : "The file does not say how it was heard; it is taken as heard in private, so that "
            + "nothing becomes public by mistake. If it was in public, say so (--public).")
    }
    if said.kind == .transcript, said.stage == nil, header.stage == nil {
      sentences.append(
        "The file does not say whether it is corrected; because no banner calls it uncorrected, it "
          + "is taken as corrected, and its words are shown without the mark “Uncorrected”. If the "
          + "witnesses have not seen it yet, say so (--stage uncorrected).")
    }
    return sentences
  }

  /// The day that was said, or is printed.
  var day: Day? {
    said.heldOn ?? header.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
  }
}

extension Footnote {
  /// “[1] Counted in March.” on line 14, cut after so much as tells one from another.
  fileprivate var inWords: String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = words.count > 60 ? words.prefix(60) + "…" : words[...]
    return "“\(mark.map { "[\($0)] " } ?? "")\(shown)” on line \(line)"
  }
}

extension Papers.UnplacedLine.Reason {
  var inWords: String {
    switch self {
    case .pageNumber: "page number"
    case .notRecognised: "not recognised"
    case .noSpeaker: "nobody is named for it"
    case .heading: "heading"
    case .pageFurniture: "head or foot of the page"
    case .lineNumbers: "numbers of the lines on the page"
    case .footnote: "footnote"
    case .unseen(let page): "cannot be seen on page \(page)"
    }
  }
}

extension PaperRemark {
  var inWords: String {
    guard let line, !message.lowercased().contains("line \(line)") else { return message }
    return "Line \(line): \(message)"
  }
}
