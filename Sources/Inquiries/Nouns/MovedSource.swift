/// A source that an act brought to another state, or would bring there.
public struct MovedSource: Hashable, Sendable {
  /// As it is after the act.
  public let source: Source
  /// The state in which the act found it.
  public let stateBefore: SourceState
  /// Of one that is taken down, the places of published reports that cite or quote it,
  /// such as `edition 2, paragraphs 5, 7-9`.
  public let citedIn: [String]
  /// Of one that is withdrawn or taken down, its copies that stay public in inquiries that
  /// carried it over, such as `CTI0007 in thresholds-2`.
  public let copies: [String]

  public init(
    _ source: Source, from stateBefore: SourceState, citedIn: [String] = [],
    copies: [String] = []
  ) {
    self.source = source
    self.stateBefore = stateBefore
    self.citedIn = citedIn
    self.copies = copies
  }
}

/// A link that an act settled, or would settle.
public struct SettledLink: Hashable, Sendable {
  /// As it is after the act.
  public let id: Identifier<Link>
  /// Key of the finding or recommendation that it starts from.
  public let key: String
  public let status: LinkStatus
  /// The status in which the act found it.
  public let statusBefore: LinkStatus
  /// Revision after the act.
  public let revision: Int

  public init(
    id: Identifier<Link>, key: String, status: LinkStatus, statusBefore: LinkStatus, revision: Int
  ) {
    self.id = id
    self.key = key
    self.status = status
    self.statusBefore = statusBefore
    self.revision = revision
  }
}
