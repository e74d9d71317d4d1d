/// A statement that evidence is weighed for and against; it stands in no report.
public struct Proposition: Hashable, Sendable {
  /// Permanent.
  public let key: String
  public let text: String
  public let links: [Link]
  public let revision: Int

  public init(key: String, text: String, links: [Link], revision: Int) {
    self.key = key
    self.text = text
    self.links = links
    self.revision = revision
  }
}

/// What a link starts from: one of three kinds of statement.
public enum LinkEndKind: String, CaseIterable, Sendable {
  case finding, recommendation, proposition
}

/// A link with what it starts from, and with the words of its passage as they
/// stand now.
public struct TracedLink: Hashable, Sendable {
  public let endKind: LinkEndKind
  public let endKey: String
  public let link: Link
  /// The words now, where a later version than the link's stands.
  public let now: PassageWords?
  /// Of the witness who spoke or wrote, where in any group.
  public let group: String?

  public init(
    endKind: LinkEndKind, endKey: String, link: Link, now: PassageWords?, group: String?
  ) {
    self.endKind = endKind
    self.endKey = endKey
    self.link = link
    self.now = now
    self.group = group
  }
}

/// The words of a version of a passage.
public struct PassageWords: Hashable, Sendable {
  /// Number of the version.
  public let version: Int
  public let text: String

  public init(version: Int, text: String) {
    self.version = version
    self.text = text
  }
}

/// A statement with the evidence for and against it, as people answer for it.
public struct Conflict: Hashable, Sendable {
  public let kind: LinkEndKind
  public let key: String
  /// Its number in the newest draft.
  public let number: Int?
  /// Its words; `nil` when no draft carries it.
  public let text: String?
  /// Affirmed and suspect links; what is only suggested is no side's evidence.
  public let supporting: [TracedLink]
  public let contrasting: [TracedLink]

  public init(
    kind: LinkEndKind, key: String, number: Int?, text: String?, supporting: [TracedLink],
    contrasting: [TracedLink]
  ) {
    self.kind = kind
    self.key = key
    self.number = number
    self.text = text
    self.supporting = supporting
    self.contrasting = contrasting
  }
}
