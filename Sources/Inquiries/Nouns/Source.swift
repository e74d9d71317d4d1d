/// A thing that evidence came in: so far the record of an oral evidence session.
///
/// A source is received, accepted, published and perhaps withdrawn as one.
public enum SourceKind: String, CaseIterable, Sendable {
  /// The words as they were spoken, in turns with numbered questions.
  case transcript
  /// What a clerk noted, in numbered points; never printed as quoted speech.
  case note
  /// What was said, in numbered points, agreed with those who said it.
  case summary

  /// Whether its words are those that were spoken, so that they may stand in
  /// quotation marks beside a name.
  public var isVerbatim: Bool {
    self == .transcript
  }

  /// The kind in words, as listings print it.
  public var title: String {
    switch self {
    case .transcript: "Transcript"
    case .note: "Clerk's note"
    case .summary: "Summary agreed with the witnesses"
    }
  }
}

/// Where a source stands.
///
/// `received` says nothing about publication and `accepted` nothing about
/// release: private is the default until ``published``.
public enum SourceState: String, CaseIterable, Sendable {
  case received, accepted, published, withdrawn
  case takenDown = "taken_down"

  /// The states from which one may come here.
  public var cameFrom: Set<SourceState> {
    switch self {
    case .received: []
    case .accepted: [.received]
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
}

extension SourceState {
  /// The state as a sentence has it: `taken down`.
  public var inWords: String {
    self == .takenDown ? "taken down" : rawValue
  }
}
