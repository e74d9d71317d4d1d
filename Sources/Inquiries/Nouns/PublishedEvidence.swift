/// A published record of a session or a published submission, as a listing over
/// all evidence shows it.
public struct PublishedEvidence: Hashable, Sendable {
  public let source: Source
  /// What a written submission has beside that; `nil` for a record of a session.
  public let submission: WrittenSubmission?
  /// The day it was heard or received. Where that must not be told, of a private
  /// session, the day its words were agreed, or else published.
  public let givenOn: Day
  /// Who was heard, in the order of the panels.
  public let witnesses: [String]

  public init(
    source: Source, submission: WrittenSubmission?, givenOn: Day, witnesses: [String]
  ) {
    self.source = source
    self.submission = submission
    self.givenOn = givenOn
    self.witnesses = witnesses
  }

  /// `Transcript of oral session 3`; `Supplementary written evidence from A charity`.
  public var title: String {
    submission?.title ?? source.title
  }
}

/// Which published evidence a reader asks for. What is `nil` or empty asks for
/// nothing; whatever else stands must all hold.
public struct EvidenceFilter: Hashable, Sendable {
  /// What sort of evidence, in a reader's words.
  public enum Kind: String, CaseIterable, Sendable {
    case oral, written, notes, documents, surveys

    public var title: String {
      switch self {
      case .oral: "Transcripts of oral evidence"
      case .written: "Written submissions"
      case .notes: "Notes and summaries"
      case .documents: "Documents"
      case .surveys: "Surveys"
      }
    }

    public var kinds: [SourceKind] {
      switch self {
      case .oral: [.transcript]
      case .written: [.writtenSubmission]
      case .notes: [.note, .summary]
      case .documents: [.document]
      case .surveys: [.survey]
      }
    }
  }

  public var kind: Kind?
  public var session: Int?
  /// Slug of the call for evidence that it answers.
  public var call: String?
  /// Name of a group to which one of its witnesses belongs.
  public var group: String?
  /// Words that all stand in the name of who sent it, or of one of its witnesses.
  public var name: String
  public var from: Day?
  public var to: Day?

  public init(
    kind: Kind? = nil, session: Int? = nil, call: String? = nil, group: String? = nil,
    name: String = "", from: Day? = nil, to: Day? = nil
  ) {
    self.kind = kind
    self.session = session
    self.call = call
    self.group = group
    self.name = name
    self.from = from
    self.to = to
  }
}

/// In which order a listing of evidence stands.
public enum EvidenceOrder: String, CaseIterable, Sendable {
  case newest, oldest, reference

  public var title: String {
    switch self {
    case .newest: "Newest first"
    case .oldest: "Oldest first"
    case .reference: "By reference"
    }
  }
}
