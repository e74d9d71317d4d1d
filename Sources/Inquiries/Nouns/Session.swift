/// Somebody of the body who was present at a session.
public struct Member: Hashable, Sendable {
  public let name: String
  public let isChair: Bool

  public init(name: String, isChair: Bool) {
    self.name = name
    self.isChair = isChair
  }
}

/// A person in a capacity, heard by an inquiry.
public struct Witness: Hashable, Sendable {
  public let name: String
  /// Role as printed; empty when none was given.
  public let capacity: String
  public let organisation: String
  /// What kind of witness it is, in the inquiry's own grouping.
  public let group: String?

  public init(name: String, capacity: String, organisation: String, group: String?) {
    self.name = name
    self.capacity = capacity
    self.organisation = organisation
    self.group = group
  }

  /// Role and organisation, as far as they are known.
  public var words: String {
    [capacity, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Name, role and organisation as a list of witnesses prints them.
  public var inFull: String {
    [name, words].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// An oral evidence session of an inquiry.
public struct Session: Hashable, Sendable {
  public let number: Int
  /// The day it was held; `nil` to the public when it was held in private.
  public let heldOn: Day?
  public let hearing: Hearing
  public let members: [Member]
  /// Who was heard together, panel by panel.
  public let panels: [[Witness]]
  public let sources: [Source]

  public init(
    number: Int, heldOn: Day?, hearing: Hearing, members: [Member], panels: [[Witness]],
    sources: [Source]
  ) {
    self.number = number
    self.heldOn = heldOn
    self.hearing = hearing
    self.members = members
    self.panels = panels
    self.sources = sources
  }
}

/// What evidence came in: a record of a session, or a written submission.
public struct Source: Hashable, Sendable {
  /// `OS3`, or `OS3-summary` for a further record of the same session; `CTI0012`
  /// for a submission, `D3` for a document, `S2` for a survey.
  public let reference: String
  public let kind: SourceKind
  public let state: SourceState
  public let stage: Stage
  /// `nil` for what was not heard at a session, as are hearing and day.
  public let sessionNumber: Int?
  public let hearing: Hearing?
  public let heldOn: Day?
  public let agreedOn: Day?
  public let publishedOn: Day?
  public let questions: ClosedRange<Int>?
  /// How many lines of the original could not be placed.
  public let unplacedCount: Int
  /// Who sent it, as it may be printed; `nil` for the record of a session.
  public let submitter: String?
  /// What a document or survey is called where it is cited; `nil` for other kinds.
  public let givenTitle: String?
  public let revision: Int

  public init(
    reference: String, kind: SourceKind, state: SourceState, stage: Stage, sessionNumber: Int?,
    hearing: Hearing?, heldOn: Day?, agreedOn: Day?, publishedOn: Day?,
    questions: ClosedRange<Int>?, unplacedCount: Int, submitter: String? = nil,
    givenTitle: String? = nil, revision: Int
  ) {
    self.reference = reference
    self.kind = kind
    self.state = state
    self.stage = stage
    self.sessionNumber = sessionNumber
    self.hearing = hearing
    self.heldOn = heldOn
    self.agreedOn = agreedOn
    self.publishedOn = publishedOn
    self.questions = questions
    self.unplacedCount = unplacedCount
    self.submitter = submitter
    self.givenTitle = givenTitle
    self.revision = revision
  }

  /// `Transcript of oral session 3`; `Written evidence from A charity`.
  public var title: String {
    if let givenTitle { return givenTitle }
    guard let sessionNumber else {
      return submitter.map { "Written evidence from \($0)" } ?? "Written evidence"
    }
    return Source.title(of: kind, session: sessionNumber, hearing: hearing ?? .heardInPublic)
  }

  /// The day that may be printed with it: none of a session heard in private.
  public var publicDay: Day? {
    hearing == .heardInPublic ? heldOn : nil
  }

  /// What a record is called where it is cited or listed.
  public static func title(of kind: SourceKind, session: Int, hearing: Hearing) -> String {
    let session = "oral session \(session)" + (hearing == .heardInPrivate ? " (private)" : "")
    return switch kind {
    case .transcript: "Transcript of \(session)"
    case .note: "Clerk's note of \(session)"
    case .summary: "Summary of \(session), agreed with the witnesses"
    case .log: "Live log of \(session)"
    case .writtenSubmission: "Written evidence"
    case .document, .survey: kind.title
    }
  }
}

/// Anything citable: a turn of speech, a point of a note, a paragraph of a
/// submission or document, an answer of a survey, at one version.
public struct Passage: Hashable, Sendable {
  public let ordinal: Int
  public let kind: PassageKind
  /// Of the source that it is part of.
  public let reference: String
  /// `nil` in what was not heard at a session.
  public let sessionNumber: Int?
  /// The question it belongs to; 0 before the first of its session.
  public let question: Int?
  /// 0 for the numbered question itself, n for the nth turn after it.
  public let offset: Int?
  /// Number of a point of a note or summary, or of a paragraph of a submission or
  /// document.
  public let point: Int?
  /// Number of a paragraph in a document that counts within its chapters, `2.17`;
  /// `point` is `nil` then.
  public let outline: ParagraphNumber?
  /// Page of a document on which it begins.
  public let page: Int?
  /// Which answer of a survey it is.
  public let answer: AnswerPlace?
  public let panel: Int?
  /// Who spoke or wrote, or what a document or survey is called, as it may be
  /// printed; `nil` for stage lines and points.
  public let speaker: String?
  public let version: Int
  public let stage: Stage
  public let text: String

  public init(
    ordinal: Int, kind: PassageKind, reference: String, sessionNumber: Int?, question: Int?,
    offset: Int?, point: Int?, outline: ParagraphNumber? = nil, page: Int? = nil,
    answer: AnswerPlace? = nil, panel: Int?, speaker: String?, version: Int, stage: Stage,
    text: String
  ) {
    self.ordinal = ordinal
    self.kind = kind
    self.reference = reference
    self.sessionNumber = sessionNumber
    self.question = question
    self.offset = offset
    self.point = point
    self.outline = outline
    self.page = page
    self.answer = answer
    self.panel = panel
    self.speaker = speaker
    self.version = version
    self.stage = stage
    self.text = text
  }

  /// What an author writes to cite it: `Q45`, `Q45+2`, `OS6, point 3`,
  /// `CTI0012, para 3`, `D3, para 2.17`, `S2-Q4, answer yes`.
  public var locator: String? {
    if let answer {
      return Locator.answers(survey: reference, question: answer.question, option: answer.option)
        .description
    }
    if let outline { return "\(reference), para \(outline)" }
    guard let sessionNumber else { return point.map { "\(reference), para \($0)" } }
    if let point { return "OS\(sessionNumber), point \(point)" }
    guard let question, let offset else { return nil }
    if question == 0 { return "OS\(sessionNumber), Q0+\(offset)" }
    return offset == 0 ? "Q\(question)" : "Q\(question)+\(offset)"
  }

  /// How staff name it: its locator, or its place in its source, `OS1, passage 6`.
  public var place: String {
    locator ?? PassagePosition(reference: reference, ordinal: ordinal).description
  }

  /// Its place on the page of its source: `q45`, `q45-2`, `q0-1`, `point-3`,
  /// `para-3`, `para-2.17`, `q4-yes`.
  public var anchor: String {
    if let answer { return answer.anchor }
    if let outline { return "para-\(outline)" }
    if let point { return kind == .paragraph ? "para-\(point)" : "point-\(point)" }
    guard let question, let offset else { return "line-\(ordinal)" }
    return offset == 0 ? "q\(question)" : "q\(question)-\(offset)"
  }
}

/// One line of an original that an import could not place.
public struct UnplacedLine: Hashable, Sendable {
  /// Line of a `.txt`, paragraph of a `.docx`, counted from 1.
  public let line: Int
  public let text: String
  public let reason: String

  public init(line: Int, text: String, reason: String) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}
