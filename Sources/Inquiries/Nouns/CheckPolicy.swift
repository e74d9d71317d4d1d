/// How much a remark of the checker weighs.
public enum RemarkSeverity: String, CaseIterable, Comparable, Sendable {
  /// The report cannot be published like this.
  case error
  /// Somebody should answer it.
  case warning
  /// Good to know.
  case information

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .information: 2
    }
  }

  /// The gravest comes first.
  public static func < (left: RemarkSeverity, right: RemarkSeverity) -> Bool {
    left.rank < right.rank
  }
}

/// What the checker asks of the report of one inquiry.
public struct CheckPolicy: Hashable, Sendable {
  /// How much the remarks of a code weigh, where not as the product has it.
  public struct Weight: Hashable, Sendable {
    public let code: String
    public let severity: RemarkSeverity

    public init(code: String, severity: RemarkSeverity) {
      self.code = code
      self.severity = severity
    }
  }

  /// Each code once, by code.
  public let weights: [Weight]
  /// Sources that a finding rests on at least.
  public let sourcesPerFinding: Int
  /// Respondents that a figure rests on at least; `nil` where the inquiry names
  /// no number.
  public let minimumBase: Int?
  /// Whether a remark that stops the report is waived only by an author who is a clerk
  /// as well, or by an administrator.
  public let clerksWaiveErrors: Bool
  /// 0 until somebody says otherwise than the product.
  public let revision: Int

  public init(
    weights: [Weight], sourcesPerFinding: Int, minimumBase: Int? = nil,
    clerksWaiveErrors: Bool = false, revision: Int
  ) {
    self.weights = weights
    self.sourcesPerFinding = sourcesPerFinding
    self.minimumBase = minimumBase
    self.clerksWaiveErrors = clerksWaiveErrors
    self.revision = revision
  }

  /// What holds until an inquiry says otherwise.
  public static let standard = CheckPolicy(weights: [], sourcesPerFinding: 2, revision: 0)
}

/// What people said of a remark: who answers it until when, or why it may stand.
public struct RemarkAnswer: Hashable, Sendable {
  /// Lets a remark stand while the words are as they were.
  public struct Waiver: Hashable, Sendable {
    /// The words at the place of the remark when it was given.
    public let words: String
    public let reason: String
    public let by: String
    public let on: Day

    public init(words: String, reason: String, by: String, on: Day) {
      self.words = words
      self.reason = reason
      self.by = by
      self.on = on
    }
  }

  public let code: String
  /// The place of the remark, which stays the same between versions of a draft.
  public let place: String
  /// A staff user's name.
  public var owner: String?
  public var dueOn: Day?
  public var waiver: Waiver?
  public var revision: Int

  public init(
    code: String, place: String, owner: String? = nil, dueOn: Day? = nil, waiver: Waiver? = nil,
    revision: Int = 0
  ) {
    self.code = code
    self.place = place
    self.owner = owner
    self.dueOn = dueOn
    self.waiver = waiver
    self.revision = revision
  }
}
