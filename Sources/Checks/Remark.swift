/// One thing that the checker says about an inquiry.
public struct Remark: Hashable, Sendable {
  /// How much it weighs.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
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
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }
  }

  /// Where in the draft or the record it is meant.
  public struct Place: Hashable, Sendable {
    public var paragraph: Int?
    /// Line of the draft.
    public var line: Int?
    /// Key of a finding or recommendation.
    public var key: String?
    /// Displayed number of that finding or recommendation.
    public var number: Int?
    /// Reference of a source.
    public var reference: String?
    /// A passage of that source, or a line of its file.
    public var locator: String?

    public init(
      paragraph: Int? = nil, line: Int? = nil, key: String? = nil, number: Int? = nil,
      reference: String? = nil, locator: String? = nil
    ) {
      self.paragraph = paragraph
      self.line = line
      self.key = key
      self.number = number
      self.reference = reference
      self.locator = locator
    }
  }

  public let code: Code
  public let place: Place
  /// What is wrong, for a person.
  public let sentence: String
  /// How to mend it.
  public let remedy: String

  public init(code: Code, place: Place, sentence: String, remedy: String) {
    self.code = code
    self.place = place
    self.sentence = sentence
    self.remedy = remedy
  }

  public var severity: Severity {
    code.severity
  }
}
