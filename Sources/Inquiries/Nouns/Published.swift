/// An inquiry as the public sees it.
public struct PublishedInquiry: Hashable, Sendable {
  public let id: Identifier<Inquiry>
  public let slug: String
  public let title: String
  public let bodyName: String
  public let bodyKind: BodyKind
  public let summary: String
  public let termsOfReference: String
  public let launchedOn: Day
  public let reportedOn: Day?
  /// The day on which the body ceased to be; what was public stays.
  public let lapsedOn: Day?
  public let predecessorSlug: String?
  public let isIllustrative: Bool
  public let banner: String?
  /// The IANA zone in which its days begin and end.
  public let timeZone: String
  /// Whether a document of it is public, and a survey: most inquiries have neither.
  public let hasDocuments: Bool
  public let hasSurveys: Bool
  /// Whether anything of it was public and is no longer.
  public let hasTombstones: Bool
  /// The version number of what was published when this was read.
  public let publication: Int64

  public init(
    id: Identifier<Inquiry>, slug: String, title: String, bodyName: String, bodyKind: BodyKind,
    summary: String, termsOfReference: String, launchedOn: Day, reportedOn: Day?,
    lapsedOn: Day? = nil, predecessorSlug: String?, isIllustrative: Bool, banner: String?,
    timeZone: String, hasDocuments: Bool, hasSurveys: Bool, hasTombstones: Bool,
    publication: Int64
  ) {
    self.id = id
    self.slug = slug
    self.title = title
    self.bodyName = bodyName
    self.bodyKind = bodyKind
    self.summary = summary
    self.termsOfReference = termsOfReference
    self.launchedOn = launchedOn
    self.reportedOn = reportedOn
    self.lapsedOn = lapsedOn
    self.predecessorSlug = predecessorSlug
    self.isIllustrative = isIllustrative
    self.banner = banner
    self.timeZone = timeZone
    self.hasDocuments = hasDocuments
    self.hasSurveys = hasSurveys
    self.hasTombstones = hasTombstones
    self.publication = publication
  }
}

/// A published passage with what a published report makes of it.
public struct PublishedPassage: Hashable, Sendable {
  /// A place in a published report that rests on a passage.
  public enum Citing: Hashable, Sendable {
    case recommendation(Int)
    case finding(Int)
    case paragraph(Int)

    /// `Recommendation 4`, `Paragraph 12`.
    public var inWords: String {
      switch self {
      case .recommendation(let number): "Recommendation \(number)"
      case .finding(let number): "Finding \(number)"
      case .paragraph(let number): "Paragraph \(number)"
      }
    }

    /// Where it can be read.
    public func address(in slug: String) -> String {
      switch self {
      case .recommendation(let number): Address.recommendation(slug, number)
      case .finding(let number): Address.finding(slug, number)
      case .paragraph(let number): Address.paragraph(slug, number)
      }
    }
  }

  public let sourceKind: SourceKind
  public let passage: Passage
  /// Where a published report cites it: recommendations, findings, paragraphs.
  public var citedBy: [Citing]
  /// Of those the places that rest on words from before a correction alone, with the
  /// number of that version.
  public var citedEarlier: [Citing: Int] = [:]
  /// Whether other words stand in its place since; of what a report holds on to alone.
  public var isSuperseded = false
  /// What was corrected since it was published, and what stands beneath it.
  public var corrections: [Correction]
  /// Reference of its source.
  public var reference: String { passage.reference }

  public init(
    sourceKind: SourceKind, passage: Passage, citedBy: [Citing],
    corrections: [Correction] = []
  ) {
    self.sourceKind = sourceKind
    self.passage = passage
    self.citedBy = citedBy
    self.corrections = corrections
  }
}

/// What was public and is no longer; all that is told of it.
public struct Tombstone: Hashable, Sendable {
  /// What made it go.
  public enum Act: String, CaseIterable, Sendable {
    case withdraw
    case takeDown = "take-down"
    /// Words had to go; what stands now is at the passage's own address.
    case removal

    /// After `It was`.
    public var inWords: String {
      switch self {
      case .withdraw: "withdrawn"
      case .takeDown: "taken down"
      case .removal: "removed by a correction"
      }
    }
  }

  public let reference: String
  public let title: String
  public let act: Act
  public let reason: String
  public let removedOn: Day

  public init(reference: String, title: String, act: Act, reason: String, removedOn: Day) {
    self.reference = reference
    self.title = title
    self.act = act
    self.reason = reason
    self.removedOn = removedOn
  }
}
