/// What the newest draft and what it concludes make of the evidence, without
/// the words: links, citations, sources and groups of witnesses.
public struct EvidenceUse: Hashable, Sendable {
  /// A finding or recommendation.
  public struct Conclusion: Hashable, Sendable {
    public let isFinding: Bool
    public let key: String
    /// Its number in the newest draft; `nil` when the draft does not carry it.
    public let number: Int?
    public let paragraph: Int?

    public init(isFinding: Bool, key: String, number: Int?, paragraph: Int?) {
      self.isFinding = isFinding
      self.key = key
      self.number = number
      self.paragraph = paragraph
    }

    /// `Finding 2 (late-help)`.
    public var name: String {
      let kind = isFinding ? "Finding" : "Recommendation"
      return number.map { "\(kind) \($0) (\(key))" } ?? "\(kind) “\(key)”"
    }
  }

  /// A link that was not dropped.
  public struct Link: Hashable, Sendable {
    public let id: Identifier<Inquiries.Link>
    public let isOfFinding: Bool
    /// Of the finding or recommendation.
    public let key: String
    public let passage: Identifier<Passage>
    /// Reference of the source that the passage stands in.
    public let source: String
    public let sourceState: SourceState
    public let stance: Stance
    public let status: LinkStatus
    /// Number of the version that the passage has now.
    public let version: Int

    public init(
      id: Identifier<Inquiries.Link>, isOfFinding: Bool, key: String,
      passage: Identifier<Passage>, source: String, sourceState: SourceState, stance: Stance,
      status: LinkStatus, version: Int
    ) {
      self.id = id
      self.isOfFinding = isOfFinding
      self.key = key
      self.passage = passage
      self.source = source
      self.sourceState = sourceState
      self.stance = stance
      self.status = status
      self.version = version
    }

    /// Whether a person answers for it and its source still stands.
    public var counts: Bool {
      status == .affirmed && sourceState.isStanding
    }
  }

  /// A link of a proposition to words that changed after it was affirmed.
  public struct SuspectOfProposition: Hashable, Sendable {
    public let id: Identifier<Inquiries.Link>
    /// Of the proposition.
    public let key: String
    /// Reference of the source that the passage stands in.
    public let source: String
    /// Number of the version that the passage has now.
    public let version: Int

    public init(id: Identifier<Inquiries.Link>, key: String, source: String, version: Int) {
      self.id = id
      self.key = key
      self.source = source
      self.version = version
    }
  }

  /// A passage that a paragraph of the newest draft cites.
  public struct Citation: Hashable, Sendable {
    /// The numbered paragraph, or the one it goes on from; 0 before the first.
    public let paragraph: Int
    public let passage: Identifier<Passage>
    public let source: String

    public init(paragraph: Int, passage: Identifier<Passage>, source: String) {
      self.paragraph = paragraph
      self.passage = passage
      self.source = source
    }
  }

  public struct Source: Hashable, Sendable {
    public let reference: String
    public let title: String
    public let kind: SourceKind
    public let state: SourceState
    /// Its passages that can be cited, headings and narrative left out.
    public let passageCount: Int

    public init(
      reference: String, title: String, kind: SourceKind, state: SourceState, passageCount: Int
    ) {
      self.reference = reference
      self.title = title
      self.kind = kind
      self.state = state
      self.passageCount = passageCount
    }
  }

  /// A group of witnesses.
  public struct Group: Hashable, Sendable {
    public let slug: String
    public let name: String
    /// Published sources that its witnesses had a part in.
    public let sourceCount: Int

    public init(slug: String, name: String, sourceCount: Int) {
      self.slug = slug
      self.name = name
      self.sourceCount = sourceCount
    }
  }

  /// As the draft numbers them, findings first.
  public var conclusions: [Conclusion] = []
  public var links: [Link] = []
  /// No draft carries a proposition, so that its links count nowhere else.
  public var suspectOfPropositions: [SuspectOfProposition] = []
  public var citations: [Citation] = []
  /// By reference.
  public var sources: [Source] = []
  /// By name.
  public var groups: [Group] = []
  /// Places in ``groups`` of those whose words a linked or cited passage is: of
  /// a turn those of its speaker, of any other passage those of all who had a
  /// part in the source.
  public var groupsOf: [Identifier<Passage>: [Int]] = [:]

  public init() {}

  /// The passages that the draft cites or an affirmed link leads to.
  public var usedPassages: Set<Identifier<Passage>> {
    Set(citations.map(\.passage)).union(links.lazy.filter(\.counts).map(\.passage))
  }
}
