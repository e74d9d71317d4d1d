/// What one line of a live log is.
public enum LogLineKind: String, CaseIterable, Sendable {
  /// A question that has, or takes, a number.
  case question
  /// What anybody says in answer or between.
  case turn
  /// Narrative, such as a suspension; said by nobody.
  case stage
}

/// A line as a clerk types it.
public struct NewLogLine: Hashable, Sendable {
  /// Made where it was typed, unique in the sitting: sent twice, it is there once.
  public let id: String
  public let at: Instant
  public let kind: LogLineKind
  /// The question number, where the clerk gave one.
  public let number: Int?
  /// Who speaks, where that is somebody of the inquiry.
  public let person: Identifier<Person>?
  /// What the clerk wrote for the speaker, where nobody is known by it.
  public let speaker: String?
  public let text: String
  public let isStarred: Bool
  public let isPromised: Bool
  public let isPrivate: Bool

  public init(
    id: String, at: Instant, kind: LogLineKind, number: Int? = nil,
    person: Identifier<Person>? = nil, speaker: String? = nil, text: String,
    isStarred: Bool = false, isPromised: Bool = false, isPrivate: Bool = false
  ) {
    self.id = id
    self.at = at
    self.kind = kind
    self.number = number
    self.person = person
    self.speaker = speaker
    self.text = text
    self.isStarred = isStarred
    self.isPromised = isPromised
    self.isPrivate = isPrivate
  }

  /// Most characters of one line; nobody types a longer one while it is spoken.
  public static let longestText = 10_000
  /// Most lines that one request brings.
  public static let mostAtOnce = 200
}

/// A line of a live log as it stands on record.
public struct LogLine: Hashable, Sendable {
  public let id: String
  /// Its place in the order in which lines arrived, from 1.
  public let ordinal: Int
  public let at: Instant
  public let kind: LogLineKind
  /// The question it belongs to, provisionally; 0 before the first, `nil` of a
  /// stage text and of a line that was struck.
  public var question: Int?
  /// 0 for the question itself, n for the nth line after it.
  public var offset: Int?
  /// The number as the clerk typed it; `nil` for the next.
  public let typedNumber: Int?
  public let person: Identifier<Person>?
  /// Who speaks: the printed name, or what the clerk wrote.
  public let speaker: String?
  public let text: String
  public let isStarred: Bool
  public let isPromised: Bool
  public let isPrivate: Bool
  public let isStruck: Bool
  /// Who logged it.
  public let loggedBy: String
  public let revision: Int

  public init(
    id: String, ordinal: Int, at: Instant, kind: LogLineKind, question: Int?, offset: Int?,
    typedNumber: Int?, person: Identifier<Person>?, speaker: String?, text: String,
    isStarred: Bool, isPromised: Bool, isPrivate: Bool, isStruck: Bool, loggedBy: String,
    revision: Int
  ) {
    self.id = id
    self.ordinal = ordinal
    self.at = at
    self.kind = kind
    self.question = question
    self.offset = offset
    self.typedNumber = typedNumber
    self.person = person
    self.speaker = speaker
    self.text = text
    self.isStarred = isStarred
    self.isPromised = isPromised
    self.isPrivate = isPrivate
    self.isStruck = isStruck
    self.loggedBy = loggedBy
    self.revision = revision
  }

  /// `Q45` or `Q45+2`, as long as the sitting is not settled.
  public var locator: String? {
    guard let question, let offset else { return nil }
    return offset == 0 ? "Q\(question)" : "Q\(question)+\(offset)"
  }
}
