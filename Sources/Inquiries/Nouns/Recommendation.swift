/// A statement of fact or pattern that rests on evidence.
public struct Finding: Hashable, Sendable {
  /// Permanent; numbers may change until the report is agreed.
  public let key: String
  /// Its number in the newest draft; `nil` when no draft carries it.
  public let number: Int?
  public let paragraph: Int?
  /// Its words in that draft, in Markdown.
  public let text: String?
  public let links: [Link]
  public let revision: Int

  public init(
    key: String, number: Int?, paragraph: Int?, text: String?, links: [Link], revision: Int
  ) {
    self.key = key
    self.number = number
    self.paragraph = paragraph
    self.text = text
    self.links = links
    self.revision = revision
  }
}

/// What an inquiry asks of somebody.
public struct Recommendation: Hashable, Sendable {
  /// Permanent; numbers may change until the report is agreed.
  public let key: String
  /// Its number in the newest draft; `nil` when no draft carries it.
  public let number: Int?
  public let paragraph: Int?
  /// Its words in that draft, in Markdown.
  public let text: String?
  /// Key of the finding it stands under.
  public let findingKey: String?
  /// Who is asked to act; where there are limbs, those of the limbs.
  public let addressees: [String]
  public let links: [Link]
  /// What it asks, one by one.
  public let limbs: [Limb]
  /// The earlier recommendations that it takes up.
  public let lineage: [Lineage]
  public let revision: Int

  /// Its words without citations; empty when no draft carries it.
  public var words: String { text.map(PlainWords.of) ?? "" }

  public init(
    key: String, number: Int?, paragraph: Int?, text: String?, findingKey: String?,
    addressees: [String], links: [Link], limbs: [Limb] = [], lineage: [Lineage] = [],
    revision: Int
  ) {
    self.key = key
    self.number = number
    self.paragraph = paragraph
    self.text = text
    self.findingKey = findingKey
    self.addressees = addressees
    self.links = links
    self.limbs = limbs
    self.lineage = lineage
    self.revision = revision
  }
}

/// Binds a finding, recommendation or proposition to a passage at one version.
public struct Link: Hashable, Sendable {
  public let id: Identifier<Link>
  /// The limb of the recommendation that it is evidence for; `nil` for the whole.
  public let limb: Int?
  public let stance: Stance
  public let status: LinkStatus
  public let reference: String
  public let sourceState: SourceState
  public let passage: Passage
  /// The words meant, where a span of the passage was named.
  public let quote: String?
  /// Who answers for it, once affirmed.
  public let affirmedBy: String?
  public let revision: Int

  public init(
    id: Identifier<Link>, limb: Int? = nil, stance: Stance, status: LinkStatus, reference: String,
    sourceState: SourceState, passage: Passage, quote: String?, affirmedBy: String?, revision: Int
  ) {
    self.id = id
    self.limb = limb
    self.stance = stance
    self.status = status
    self.reference = reference
    self.sourceState = sourceState
    self.passage = passage
    self.quote = quote
    self.affirmedBy = affirmedBy
    self.revision = revision
  }
}

/// A version of the text of one passage, for ``Identifier``.
public enum PassageVersion {}
