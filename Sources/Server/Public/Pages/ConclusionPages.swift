import Inquiries
import Records

/// A finding or recommendation in a list.
struct ConclusionEntry {
  let name: String
  let address: String
  let words: String
  let addressees: String?
  let finding: String?
  let findingAddress: String?
  let paragraph: Int
  let paragraphAddress: String

  init(_ conclusion: ReportConclusion, _ conclusions: PublishedConclusions, _ slug: String) {
    name = conclusion.name
    address = conclusion.address(in: slug)
    words = conclusions.words(of: conclusion)
    addressees = conclusion.addressees.isEmpty ? nil : conclusion.addressees.joined(separator: "; ")
    finding = conclusion.findingNumber.map { "Finding \($0)" }
    findingAddress = conclusion.findingNumber.map { Address.finding(slug, $0) }
    paragraph = conclusion.paragraphNumber
    paragraphAddress = Address.paragraph(slug, conclusion.paragraphNumber)
  }
}

extension ReportConclusion {
  /// Its page; a conclusion stands in the report alone.
  func address(in slug: String) -> String {
    switch kind {
    case .finding: Address.finding(slug, number)
    case .recommendation: Address.recommendation(slug, number)
    case .conclusion, .heading, .paragraph, .continuation:
      Address.paragraph(slug, paragraphNumber)
    }
  }
}

/// Every finding of an inquiry.
struct FindingsPage: TemplatePage {
  static let template = "findings"

  let frame: Frame
  let hasReported: Bool
  let findings: [ConclusionEntry]

  init(
    _ conclusions: PublishedConclusions?, of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    frame = drawing.frame("Findings", .findings(inquiry.slug), of: inquiry, part: .findings)
    hasReported = conclusions != nil
    findings = conclusions?.entries(.finding, inquiry.slug) ?? []
  }
}

/// Every recommendation of an inquiry.
struct RecommendationsPage: TemplatePage {
  static let template = "recommendations"

  let frame: Frame
  let hasReported: Bool
  let recommendations: [ConclusionEntry]

  init(
    _ conclusions: PublishedConclusions?, of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    frame = drawing.frame(
      "Recommendations", .recommendations(inquiry.slug), of: inquiry, part: .recommendations)
    hasReported = conclusions != nil
    recommendations = conclusions?.entries(.recommendation, inquiry.slug) ?? []
  }
}

extension PublishedConclusions {
  /// Those of one kind, as lists show them.
  func entries(_ kind: ReportBlock.Kind, _ slug: String) -> [ConclusionEntry] {
    all(kind).map { ConclusionEntry($0, self, slug) }
  }
}

/// Words under a finding or recommendation, as its page shows them.
struct EvidenceShown {
  let lead: String
  let stance: String
  /// Words that somebody said; they stand in quotation marks.
  let quote: String?
  /// Words of a note or summary; they do not.
  let point: String?
  /// What stands beneath the words.
  let footnotes: [String]
  let isUncorrected: Bool
  let isNotVerbatim: Bool
  /// Whether other words stand in their place since.
  let isSuperseded: Bool
  let speaker: String?
  /// The citation in the body's form, without the name that stands before it.
  let printed: String
  /// Which turn after the question it is; for those who hear the link alone, since the
  /// citation is the same for all that somebody says there.
  let turn: Int?
  let wordsAddress: String
  let session: String
  let heldOn: ShownDay?

  init(_ evidence: PublishedConclusions.Evidence, _ slug: String) {
    let words = evidence.link.words
    let isVerbatim = words.sourceKind.isVerbatim
    lead = evidence.link.stance.lead
    stance = evidence.link.stance.rawValue
    quote = isVerbatim ? evidence.link.quote : nil
    point = isVerbatim ? nil : evidence.link.quote
    footnotes = evidence.footnotes
    isUncorrected = isVerbatim && words.passage.stage != .corrected
    isNotVerbatim = !isVerbatim
    isSuperseded = words.isSuperseded
    speaker = words.passage.speaker
    printed = evidence.place
    turn = words.passage.offset.flatMap { $0 > 0 ? $0 : nil }
    wordsAddress = words.address(in: slug)
    session =
      words.passage.sessionNumber.map { "oral evidence session \($0)" }
      ?? "\(EvidenceShown.kind(words.sourceKind)) \(words.reference)"
    heldOn = evidence.session?.heldOn.map(ShownDay.init)
  }

  /// What came in otherwise than in a session, as a reader calls it.
  private static func kind(_ kind: SourceKind) -> String {
    switch kind {
    case .survey: "survey"
    case .document: "document"
    case .transcript, .note, .summary, .log, .writtenSubmission: "written evidence"
    }
  }
}

/// One finding: its words, what they rest on, what is recommended upon it.
struct FindingPage: TemplatePage {
  static let template = "finding"

  let frame: Frame
  let finding: ConclusionEntry
  let hasEvidence: Bool
  let evidence: [EvidenceShown]
  let hasRecommendations: Bool
  let recommendations: [ConclusionEntry]

  init(
    _ conclusion: ReportConclusion, _ conclusions: PublishedConclusions,
    of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    frame = drawing.frame(
      conclusion.name, .finding(slug, conclusion.number), of: inquiry, part: .findings)
    finding = ConclusionEntry(conclusion, conclusions, slug)
    evidence = conclusions.evidence(of: conclusion).map { EvidenceShown($0, slug) }
    hasEvidence = !evidence.isEmpty
    recommendations = conclusions.recommendations(under: conclusion).map {
      ConclusionEntry($0, conclusions, slug)
    }
    hasRecommendations = !recommendations.isEmpty
  }
}

/// One ask of a recommendation, as its page shows it.
struct LimbShown {
  let number: Int
  let act: String
  let asked: String
  let to: String?
  let deadline: String?
  let hasEvidence: Bool
  let evidence: [EvidenceShown]

  init(_ limb: ReportLimb, _ evidence: [EvidenceShown]) {
    hasEvidence = !evidence.isEmpty
    self.evidence = evidence
    number = limb.number
    act = limb.act
    asked = limb.words
    to = limb.addresseesInWords
    deadline = limb.deadline?.inWords
  }
}

/// An earlier recommendation that one takes up.
struct EarlierShown {
  let lead: String
  let place: String
  let placeAddress: String?
  let recommended: String?

  init(_ lineage: ReportLineage) {
    lead = lineage.lead
    place = lineage.place
    placeAddress = lineage.href
    recommended = lineage.words
  }
}

/// One recommendation: its words, what is asked of whom and until when, and the
/// words it rests on.
struct RecommendationPage: TemplatePage {
  static let template = "recommendation"

  struct Neighbour {
    let neighbour: String
    let neighbourAddress: String
  }

  let frame: Frame
  let recommendation: ConclusionEntry
  let hasLimbs: Bool
  let limbs: [LimbShown]
  let hasEarlier: Bool
  let earlier: [EarlierShown]
  let hasEvidence: Bool
  let evidence: [EvidenceShown]
  /// Whether evidence stands under a limb.
  let restsOnLimbs: Bool
  let hasNeighbours: Bool
  let previous: Neighbour?
  let next: Neighbour?

  init(
    _ conclusion: ReportConclusion, _ conclusions: PublishedConclusions,
    of inquiry: PublishedInquiry, _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    frame = drawing.frame(
      conclusion.name, .recommendation(slug, conclusion.number), of: inquiry, part: .recommendations
    )
    recommendation = ConclusionEntry(conclusion, conclusions, slug)
    let evidence = conclusions.evidence(of: conclusion)
    let numbers = Set(conclusion.limbs.map(\.number))
    func shown(_ limb: Int?) -> [EvidenceShown] {
      evidence.filter { ($0.link.limb.flatMap { numbers.contains($0) ? $0 : nil }) == limb }
        .map { EvidenceShown($0, slug) }
    }
    limbs = conclusion.limbs.map { LimbShown($0, shown($0.number)) }
    hasLimbs = !limbs.isEmpty
    earlier = conclusion.lineage.map(EarlierShown.init)
    hasEarlier = !earlier.isEmpty
    self.evidence = shown(nil)
    hasEvidence = !self.evidence.isEmpty
    restsOnLimbs = evidence.contains { $0.link.limb != nil }
    func neighbour(_ found: ReportConclusion?) -> Neighbour? {
      found.map { Neighbour(neighbour: $0.name, neighbourAddress: $0.address(in: slug)) }
    }
    let all = conclusions.all(.recommendation)
    previous = neighbour(all.last { $0.number < conclusion.number })
    next = neighbour(all.first { $0.number > conclusion.number })
    hasNeighbours = previous != nil || next != nil
  }
}
