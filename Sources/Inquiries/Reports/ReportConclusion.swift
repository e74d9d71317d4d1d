/// A finding, conclusion or recommendation as the list at the end shows it.
public struct ReportConclusion: Hashable, Sendable {
  public let kind: ReportBlock.Kind
  public let number: Int
  public let key: String
  public let paragraphNumber: Int
  /// The block that carries its words.
  public let block: Int
  /// The heading block of its chapter, if the text has chapters.
  public let chapter: Int?
  /// Who is asked to act; the first leads.
  public let addressees: [String]
  /// Number of the finding that a recommendation stands under.
  public let findingNumber: Int?
  public let evidence: [ReportEvidence]
  /// What a recommendation asks, one by one.
  public let limbs: [ReportLimb]
  /// The earlier recommendations that it takes up.
  public let lineage: [ReportLineage]

  /// - Parameter facts: What is recorded of it.
  public init(
    kind: ReportBlock.Kind, number: Int, key: String, paragraphNumber: Int, block: Int,
    chapter: Int?, findingNumber: Int?, facts: ReportFacts, form: CitationForm
  ) {
    self.kind = kind
    self.number = number
    self.key = key
    self.paragraphNumber = paragraphNumber
    self.block = block
    self.chapter = chapter
    self.findingNumber = findingNumber
    addressees = facts.addressees
    evidence = facts.evidence.map { evidence in
      ReportEvidence(
        stance: evidence.stance, printed: form.text(for: evidence.cited), href: evidence.href,
        quote: evidence.quote, isVerbatim: evidence.cited.sourceKind.isVerbatim,
        footnotes: evidence.footnotes, limb: evidence.limb, isSuperseded: evidence.isSuperseded)
    }
    limbs = facts.limbs
    lineage = facts.lineage
  }

  /// The evidence for one limb; of `nil`, for the whole, and for limbs that are not shown.
  public func evidence(for limb: Int?) -> [ReportEvidence] {
    let shown = Set(limbs.map(\.number))
    return evidence.filter { ($0.limb.flatMap { shown.contains($0) ? $0 : nil }) == limb }
  }

  /// `Recommendation 4`.
  public var name: String {
    "\(kind.title ?? "Paragraph") \(number)"
  }

  /// Where its words stand: `recommendation-4`.
  public var anchor: String {
    "\(kind.rawValue)-\(number)"
  }

  /// `(Paragraph 18)`, as the list ends each of its entries.
  public var place: String {
    "(Paragraph \(paragraphNumber))"
  }
}

/// One piece of evidence under a finding or recommendation.
public struct ReportEvidence: Hashable, Sendable {
  public let stance: Stance
  /// The citation in the body's form.
  public let printed: String
  public let href: String?
  public let quote: String?
  /// Whether the quote is what somebody said, so that it may stand in
  /// quotation marks.
  public let isVerbatim: Bool
  /// What stands beneath it, in order.
  public let footnotes: [String]
  /// The limb of the recommendation that it is evidence for; `nil` for the whole.
  public let limb: Int?
  /// Whether other words stand in its place since.
  public let isSuperseded: Bool

  public init(
    stance: Stance, printed: String, href: String?, quote: String?, isVerbatim: Bool,
    footnotes: [String] = [], limb: Int? = nil, isSuperseded: Bool = false
  ) {
    self.isSuperseded = isSuperseded
    self.limb = limb
    self.stance = stance
    self.printed = printed
    self.href = href
    self.quote = quote
    self.isVerbatim = isVerbatim
    self.footnotes = footnotes
  }

  /// What is printed behind the citation: the words quoted, in quotation marks
  /// where somebody said them, that they were corrected, and what stands beneath them.
  public var words: String {
    let quoted = quote.map { isVerbatim ? ": “\($0)”" : ": \($0)" } ?? ""
    let corrected = isSuperseded ? " (corrected since; the link leads to the words as cited)" : ""
    return quoted + corrected + footnotes.map { " (footnote: \($0))" }.joined()
  }
}

extension Stance {
  /// The stance in words, before the evidence it is of: `Supported by`.
  public var lead: String {
    switch self {
    case .supports: "Supported by"
    case .contrasts: "Contrasted by"
    case .context: "Context from"
    }
  }
}

/// One oral evidence session in the list of witnesses.
public struct ReportSession: Hashable, Sendable {
  public let number: Int
  public let heldOn: Day?
  public let hearing: Hearing
  public let questions: ClosedRange<Int>?
  public let panels: [Panel]

  /// Those heard together.
  public struct Panel: Hashable, Sendable {
    public let witnesses: [Witness]
    public let questions: ClosedRange<Int>?

    public init(witnesses: [Witness], questions: ClosedRange<Int>? = nil) {
      self.witnesses = witnesses
      self.questions = questions
    }
  }

  public init(
    number: Int, heldOn: Day?, hearing: Hearing, questions: ClosedRange<Int>?, panels: [Panel]
  ) {
    self.number = number
    self.heldOn = heldOn
    self.hearing = hearing
    self.questions = questions
    self.panels = panels
  }

  /// `Oral session 3, 6 February 2018`; a private one says so.
  public var title: String {
    let title = "Oral session \(number)" + (hearing == .heardInPrivate ? " (private)" : "")
    return heldOn.map { "\(title), \($0.inWords)" } ?? title
  }
}

/// One source in the list at the end of a report.
public struct ReportSource: Hashable, Sendable {
  public let reference: String
  public let title: String
  public let publishedOn: Day?
  public let href: String?

  public init(reference: String, title: String, publishedOn: Day? = nil, href: String? = nil) {
    self.reference = reference
    self.title = title
    self.publishedOn = publishedOn
    self.href = href
  }
}
