/// A thing that evidence came in: the record of an oral evidence session, a
/// written submission, a document or a survey.
///
/// A source is received, accepted, published and perhaps withdrawn as one.
public enum SourceKind: String, CaseIterable, Sendable {
  /// The words as they were spoken, in turns with numbered questions.
  case transcript
  /// What a clerk noted, in numbered points; never printed as quoted speech.
  case note
  /// What was said, in numbered points, agreed with those who said it.
  case summary
  /// What clerks typed while it was spoken; never published, and kept as notes
  /// once a transcript has come.
  case log
  /// What somebody sent in writing, in numbered paragraphs.
  case writtenSubmission = "written_submission"
  /// An earlier report, law, statistics or analysis, by page and paragraph.
  case document
  /// Questions put to many, of which every answer's figures can be cited.
  case survey

  /// Whether its words are those of the witness, so that they may stand in
  /// quotation marks beside a name.
  public var isVerbatim: Bool {
    switch self {
    case .transcript, .writtenSubmission, .document: true
    case .note, .summary, .log, .survey: false
    }
  }

  /// Whether an import can bring it in as the record of a session.
  public var isRecordOfSession: Bool {
    self == .transcript || self == .note || self == .summary
  }

  /// The kind of source whose references look so: `CTI0012`, `D3`, `S2`; `nil`
  /// for the record of a session.
  public init?(reference: String) {
    var scanner = LocatorScanner(reference)
    if scanner.submission() != nil {
      self = .writtenSubmission
    } else if let kind = scanner.numbered()?.kind {
      self = kind
    } else {
      return nil
    }
  }

  /// The kind in words, as listings print it.
  public var title: String {
    switch self {
    case .transcript: "Transcript"
    case .note: "Clerk's note"
    case .summary: "Summary agreed with the witnesses"
    case .log: "Live log"
    case .writtenSubmission: "Written submission"
    case .document: "Document"
    case .survey: "Survey"
    }
  }
}

/// Where a source stands.
///
/// `received` says nothing about publication and `accepted` nothing about
/// release: private is the default until ``published``.
public enum SourceState: String, CaseIterable, Sendable {
  case received, accepted, declined, published, withdrawn
  case takenDown = "taken_down"

  /// The states from which one may come here.
  public var cameFrom: Set<SourceState> {
    switch self {
    case .received: []
    case .accepted: [.received, .declined]
    case .declined: [.received]
    case .published: [.accepted, .withdrawn]
    case .withdrawn: [.accepted, .published]
    case .takenDown: [.published, .withdrawn]
    }
  }
}

/// Whether a session, or a part of one, was open to the public.
public enum Hearing: String, CaseIterable, Sendable {
  case heardInPublic = "public"
  case heardInPrivate = "private"
}

/// How far the words of a passage version have come.
public enum Stage: String, CaseIterable, Sendable {
  /// Typed by a clerk while it was spoken; never cited in a published report.
  case logged
  /// Transcribed, and not yet seen by those who spoke; its use is marked.
  case uncorrected
  case corrected
}

/// What one passage of a source is.
public enum PassageKind: String, CaseIterable, Sendable {
  /// One person's words until somebody else speaks.
  case turn
  /// Narrative, such as a suspension; said by nobody.
  case stage
  /// A numbered point of a note or summary.
  case point
  /// A paragraph of a written submission or of a document.
  case paragraph
  /// A heading of one, or the question of a survey that answers follow.
  case heading
  /// A line of a live log.
  case logged
  /// The figures of one answer to a question of a survey.
  case answer
}

extension SourceState {
  /// The state as a sentence has it: `taken down`.
  public var inWords: String {
    self == .takenDown ? "taken down" : rawValue
  }
}
