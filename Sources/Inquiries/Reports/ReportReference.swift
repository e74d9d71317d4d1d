/// What one locator of a draft came to, for the report to print.
public enum ReportReference: Hashable, Sendable {
  /// It was found.
  case cited(CitedItem, href: String?, passages: [PinnedPassage])
  /// It was not, and a sentence says why.
  case unresolved(String)
}

/// What is recorded of one finding, conclusion or recommendation.
public struct ReportFacts: Hashable, Sendable {
  public var addressees: [String]
  /// Key of the finding that a recommendation stands under.
  public var findingKey: String?
  public var evidence: [Evidence]
  /// What a recommendation asks, one by one, and the earlier ones it takes up.
  public var limbs: [ReportLimb]
  public var lineage: [ReportLineage]

  /// One link to evidence, to be printed; only affirmed ones belong here.
  public struct Evidence: Hashable, Sendable {
    public var stance: Stance
    public var cited: CitedItem
    public var href: String?
    /// The words meant, where a span was named.
    public var quote: String?
    /// What stands beneath it, in order.
    public var footnotes: [String]
    /// The limb of the recommendation that it is evidence for.
    public var limb: Int?
    /// Whether other words stand in its place since.
    public var isSuperseded: Bool

    public init(
      stance: Stance, cited: CitedItem, href: String? = nil, quote: String? = nil,
      footnotes: [String] = [], limb: Int? = nil, isSuperseded: Bool = false
    ) {
      self.isSuperseded = isSuperseded
      self.limb = limb
      self.stance = stance
      self.cited = cited
      self.href = href
      self.quote = quote
      self.footnotes = footnotes
    }
  }

  public init(
    addressees: [String] = [], findingKey: String? = nil, evidence: [Evidence] = [],
    limbs: [ReportLimb] = [], lineage: [ReportLineage] = []
  ) {
    self.addressees = addressees
    self.findingKey = findingKey
    self.evidence = evidence
    self.limbs = limbs
    self.lineage = lineage
  }
}
