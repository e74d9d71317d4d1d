public import Inquiries

/// An inquiry as the checks see it: one consistent reading of the record and
/// of the draft that is judged.
public struct Snapshot: Hashable, Sendable {
  public var bodyKind: BodyKind
  public var findings: [Finding]
  public var recommendations: [Recommendation]
  /// The citations of the draft, in its order.
  public var citations: [Citation]
  public var sources: [Source]
  /// The claims of the draft, and of what the inquiry says of itself in public.
  public var claims: [ClaimEntry]
  /// What the draft quotes with a citation beside it.
  public var quotations: [Quotation]
  /// Words that its citations name.
  public var namedSpans: [NamedSpan]
  /// What the draft prints and rests on that must not be public.
  public var walls: [Remark] = []

  public init(
    bodyKind: BodyKind, findings: [Finding] = [], recommendations: [Recommendation] = [],
    citations: [Citation] = [], sources: [Source] = [], claims: [ClaimEntry] = [],
    quotations: [Quotation] = [], namedSpans: [NamedSpan] = []
  ) {
    self.bodyKind = bodyKind
    self.findings = findings
    self.recommendations = recommendations
    self.citations = citations
    self.sources = sources
    self.claims = claims
    self.quotations = quotations
    self.namedSpans = namedSpans
  }

  /// What the inquiry wants checked.
  public var policy = CheckPolicy.standard
  /// What people said of remarks.
  public var answers: [RemarkAnswer] = []
  /// The blocks of the draft, in its order.
  public var blocks: [Block] = []
  /// What draft and conclusions make of the evidence.
  public var use = EvidenceUse()
  /// What the inquiry's page counts; `nil` where the draft tells no total, or nothing is
  /// public yet.
  public var totals: Totals?
  /// What evidence asks for that findings rest on and no recommendation is linked to.
  public var asks: [Ask] = []
  /// Published recommendations of the inquiry that this one follows, which none of its
  /// own takes up.
  public var leftUnanswered: [EarlierRecommendation] = []

  /// An ask in a passage that a finding cites or is linked to.
  public struct Ask: Hashable, Sendable {
    /// Of the finding.
    public var key: String
    public var locator: String
    public var reference: String
    /// The sentence that asks.
    public var words: String

    public init(key: String, locator: String, reference: String, words: String) {
      self.key = key
      self.locator = locator
      self.reference = reference
      self.words = words
    }
  }

  /// A block of the draft, by which remarks keep their identity.
  public struct Block: Hashable, Sendable {
    public var line: Int
    public var paragraph: Int?
    /// Of the finding, conclusion or recommendation that it carries.
    public var key: String?
    /// What stays the same of a paragraph from version to version.
    public var identity: String?
    public var words: String
    /// The outermost heading that it stands under.
    public var chapter: String?

    public init(
      line: Int, paragraph: Int?, key: String?, identity: String?, words: String,
      chapter: String? = nil
    ) {
      self.line = line
      self.paragraph = paragraph
      self.key = key
      self.identity = identity
      self.words = words
      self.chapter = chapter
    }
  }

  /// A finding of the draft.
  public struct Finding: Hashable, Sendable {
    public var key: String
    /// Its number in the draft; `nil` when the draft does not carry it.
    public var number: Int?
    public var paragraph: Int?
    public var links: [Link]

    public init(key: String, number: Int?, paragraph: Int?, links: [Link] = []) {
      self.key = key
      self.number = number
      self.paragraph = paragraph
      self.links = links
    }
  }

  /// A recommendation of the draft.
  public struct Recommendation: Hashable, Sendable {
    public var key: String
    /// Its number in the draft; `nil` when the draft does not carry it.
    public var number: Int?
    public var paragraph: Int?
    public var addressees: [String]
    /// Key of the finding it stands under.
    public var findingKey: String?
    public var links: [Link]
    /// Its words without citations; empty when the draft does not carry it.
    public var words: String
    public var limbs: [Limb]
    public var lineage: [Lineage]
    /// What its words ask, by their grammar; nobody answers for that.
    public var proposed: [Proposed]

    /// What a stretch of the words, in code points, asks, and whom it names.
    public struct Proposed: Hashable, Sendable {
      public var place: Range<Int>
      public var act: String
      public var addressees: [Addressee]

      public init(place: Range<Int>, act: String, addressees: [Addressee]) {
        self.place = place
        self.act = act
        self.addressees = addressees
      }
    }

    public init(
      key: String, number: Int?, paragraph: Int?, addressees: [String] = [],
      findingKey: String? = nil, links: [Link] = [], words: String = "", limbs: [Limb] = [],
      lineage: [Lineage] = [], proposed: [Proposed] = []
    ) {
      self.key = key
      self.number = number
      self.paragraph = paragraph
      self.addressees = addressees
      self.findingKey = findingKey
      self.links = links
      self.words = words
      self.limbs = limbs
      self.lineage = lineage
      self.proposed = proposed
    }

    /// Whom the words there name, or all of the words; each once, in order.
    func named(in place: Range<Int>? = nil) -> [Addressee] {
      var seen: Set<String> = []
      return proposed.filter { place?.overlaps($0.place) ?? true }.flatMap(\.addressees)
        .filter { seen.insert($0.name).inserted }
    }
  }

  /// A link from a finding or recommendation to a passage.
  public struct Link: Hashable, Sendable {
    public var stance: Stance
    public var status: LinkStatus
    /// Reference of the source that the passage stands in.
    public var sourceReference: String
    public var sourceState: SourceState
    /// The limb of the recommendation that it is evidence for; `nil` for the whole.
    public var limb: Int?

    public init(
      stance: Stance, status: LinkStatus, sourceReference: String, sourceState: SourceState,
      limb: Int? = nil
    ) {
      self.limb = limb
      self.stance = stance
      self.status = status
      self.sourceReference = sourceReference
      self.sourceState = sourceState
    }

    /// Whether a finding or recommendation may rest on it: a named person
    /// answers for it, and the source still stands. A contrasting passage is
    /// evidence to be weighed and nothing to rest on; context is neither.
    var isEvidence: Bool {
      stance == .supports && status == .affirmed && sourceState.isStanding
    }
  }

  /// One item of a citation in the draft.
  public struct Citation: Hashable, Sendable {
    /// What the author wrote.
    public var text: String
    /// The paragraph it stands in; `nil` in a heading or a continuation.
    public var paragraph: Int?
    /// The line of the draft, from 1.
    public var line: Int
    public var outcome: Outcome
    /// Where its words were corrected since it was pinned, typography aside.
    public var correction: Correction?

    public init(
      text: String, paragraph: Int?, line: Int, outcome: Outcome, correction: Correction? = nil
    ) {
      self.text = text
      self.paragraph = paragraph
      self.line = line
      self.outcome = outcome
      self.correction = correction
    }
  }

  /// What a citation was pinned to beside what it names now.
  public struct Correction: Hashable, Sendable {
    public var locator: String
    public var before: String
    public var after: String

    public init(locator: String, before: String, after: String) {
      self.locator = locator
      self.before = before
      self.after = after
    }
  }

  /// What an item of a citation came to.
  public enum Outcome: Hashable, Sendable {
    /// The sources it lies in, each once with the least stage of what is cited.
    case found([Cited])
    /// Unreadable, not in the record, or more than one thing; a sentence that
    /// says which and what to write.
    case notFound(String)

    /// - Parameter resolution: What looking up gave.
    public init(_ resolution: Resolution) {
      switch resolution {
      case .notFound(let sentence), .ambiguous(let sentence):
        self = .notFound(sentence)
      case .found(let entries):
        var cited: [Cited] = []
        for entry in entries {
          if let index = cited.firstIndex(where: { $0.sourceReference == entry.sourceReference }) {
            if entry.stage == .logged { cited[index].stage = .logged }
          } else {
            cited.append(
              Cited(
                sourceReference: entry.sourceReference, sourceState: entry.sourceState,
                stage: entry.stage))
          }
        }
        self = .found(cited)
      }
    }
  }

  /// A source that a citation lies in.
  public struct Cited: Hashable, Sendable {
    public var sourceReference: String
    public var sourceState: SourceState
    public var stage: Stage

    public init(sourceReference: String, sourceState: SourceState, stage: Stage) {
      self.sourceReference = sourceReference
      self.sourceState = sourceState
      self.stage = stage
    }
  }

  /// A source of the inquiry.
  public struct Source: Hashable, Sendable {
    public var reference: String
    public var title: String
    public var state: SourceState
    /// Whether a published report may cite it now.
    public var isPubliclyCitable: Bool

    public init(reference: String, title: String, state: SourceState, isPubliclyCitable: Bool) {
      self.reference = reference
      self.title = title
      self.state = state
      self.isPubliclyCitable = isPubliclyCitable
    }
  }
}
