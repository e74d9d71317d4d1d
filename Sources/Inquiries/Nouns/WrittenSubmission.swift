/// What somebody sent in writing, beside its words.
public struct WrittenSubmission: Hashable, Sendable {
  /// `CTI0012`; allotted at receipt, never reused.
  public let reference: String
  public let state: SourceState
  /// The names as they may be printed, or what stands in their place.
  public let submitter: String
  public let submitterKind: SubmitterKind
  public let sequenceKind: SequenceKind
  /// The earlier submission that it adds to.
  public let supplements: String?
  /// Slug of the call for evidence that it answers.
  public let call: String?
  public let receivedOn: Day
  /// The day that the paper itself prints.
  public let datedOn: Day?
  public let late: Lateness
  public let outcome: Outcome
  public let publishedOn: Day?
  /// Whether words of it are left out for the public.
  public let isRedacted: Bool
  /// What the submitter asked to be kept back, and why; never public.
  public let confidentialityAsked: String?
  /// The campaign that a clerk confirmed it to be of; not public.
  public let campaign: String?
  public let revision: Int

  public init(
    reference: String, state: SourceState, submitter: String, submitterKind: SubmitterKind,
    sequenceKind: SequenceKind, supplements: String?, call: String?, receivedOn: Day,
    datedOn: Day?, late: Lateness, outcome: Outcome, publishedOn: Day?, isRedacted: Bool,
    confidentialityAsked: String?, campaign: String? = nil,
    revision: Int
  ) {
    self.reference = reference
    self.state = state
    self.submitter = submitter
    self.submitterKind = submitterKind
    self.sequenceKind = sequenceKind
    self.supplements = supplements
    self.call = call
    self.receivedOn = receivedOn
    self.datedOn = datedOn
    self.late = late
    self.outcome = outcome
    self.publishedOn = publishedOn
    self.isRedacted = isRedacted
    self.confidentialityAsked = confidentialityAsked
    self.campaign = campaign
    self.revision = revision
  }

  /// `Written evidence from A charity`.
  public var title: String {
    "\(sequenceKind.title) from \(submitter)"
  }

  /// Whether reading its words or its original goes on record: something of it
  /// was asked or decided to be kept from the public.
  public var isKeptBack: Bool {
    confidentialityAsked != nil || ![.undecided, .publishedNamed].contains(outcome)
  }

  /// `Written evidence submitted by A charity`, as its own page is headed.
  public var heading: String {
    "\(sequenceKind.title) submitted by \(submitter)"
  }

  /// Who sends: a person, a body, or one for another.
  public enum SubmitterKind: String, CaseIterable, Sendable {
    case individual, organisation, proxy
  }

  /// How it stands to earlier ones of the same submitter.
  public enum SequenceKind: String, CaseIterable, Sendable {
    case written, supplementary, joint
    case furtherSupplementary = "further_supplementary"

    /// `Supplementary written evidence`.
    public var title: String {
      switch self {
      case .written: "Written evidence"
      case .supplementary: "Supplementary written evidence"
      case .furtherSupplementary: "Further supplementary written evidence"
      case .joint: "Joint written evidence"
      }
    }
  }

  /// Whether it came after the closing day, and whether that was let pass.
  public enum Lateness: String, CaseIterable, Sendable {
    case no, undecided, admitted
  }

  /// What is printed in place of a name that must not be, unless other words were decided on.
  public static let nameWithheld = "Name withheld"

  /// What the body decided on it.
  ///
  /// - SeeAlso: domain handbook, 1.3.
  public enum Outcome: String, CaseIterable, Sendable {
    case undecided
    case publishedNamed = "published_named"
    case publishedAnonymous = "published_anonymous"
    case publishedRedacted = "published_redacted"
    /// May be read and weighed, and not quoted.
    case acceptedUnpublished = "accepted_unpublished"
    case notAccepted = "not_accepted"

    /// Whether the public is to see it, in whichever form.
    public var isPublic: Bool {
      switch self {
      case .publishedNamed, .publishedAnonymous, .publishedRedacted: true
      case .undecided, .acceptedUnpublished, .notAccepted: false
      }
    }

    /// `published without the name`.
    public var inWords: String {
      switch self {
      case .undecided: "undecided"
      case .publishedNamed: "published"
      case .publishedAnonymous: "published without the name"
      case .publishedRedacted: "published with omissions"
      case .acceptedUnpublished: "accepted, not published"
      case .notAccepted: "not accepted"
      }
    }
  }
}

/// An invitation to send written evidence.
public struct CallForEvidence: Hashable, Sendable {
  public let slug: String
  public let title: String
  /// What is asked and how to send it, in Markdown.
  public let text: String
  public let state: State
  public let publishedOn: Day?
  /// When submissions are taken, in order; never empty.
  public let periods: [Period]
  public let revision: Int

  public init(
    slug: String, title: String, text: String, state: State, publishedOn: Day?,
    periods: [Period], revision: Int
  ) {
    self.slug = slug
    self.title = title
    self.text = text
    self.state = state
    self.publishedOn = publishedOn
    self.periods = periods
    self.revision = revision
  }

  public enum State: String, CaseIterable, Sendable {
    case drafted, published, withdrawn
  }

  /// From the day it opens to the day it closes, both counted.
  public struct Period: Hashable, Sendable {
    public let opensOn: Day
    /// `nil` for one without an end.
    public let closesOn: Day?

    public init(opensOn: Day, closesOn: Day?) {
      self.opensOn = opensOn
      self.closesOn = closesOn
    }

    public func contains(_ day: Day) -> Bool {
      opensOn <= day && closesOn.map { day <= $0 } ?? true
    }
  }

  /// Whether the periods follow one another: none overlaps the next, and only
  /// the last may be without an end.
  public static func follow(_ periods: [Period]) -> Bool {
    periods.allSatisfy { period in period.closesOn.map { period.opensOn <= $0 } ?? true }
      && zip(periods, periods.dropFirst()).allSatisfy { earlier, later in
        earlier.closesOn.map { $0 < later.opensOn } ?? false
      }
  }

  /// Whether submissions are taken on `day`.
  public func isOpen(on day: Day) -> Bool {
    periods.contains { $0.contains(day) }
  }

  /// Whether what comes on `day` comes late: after a period has closed and
  /// before another opens.
  public func isLate(on day: Day) -> Bool {
    !isOpen(on: day) && periods.contains { $0.closesOn.map { $0 < day } ?? false }
  }
}
