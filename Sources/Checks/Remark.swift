public import Inquiries

/// One thing that the checker says about an inquiry.
public struct Remark: Hashable, Sendable {
  public typealias Severity = RemarkSeverity

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
  /// What of the place it speaks of, where the place has more than one such
  /// thing: a citation, a link.
  public let subject: String?
  /// What it speaks of beyond the words at its place, and is another remark when that
  /// changes: the words of evidence, or of claims in other places.
  public let about: String?
  /// Whether the words leave it open that anything is told which is not for the public: a
  /// clerk who has looked may let it stand, although its code always stops a report.
  public let isInDoubt: Bool
  /// How much it weighs: as its code does, or as the inquiry's policy has it.
  public internal(set) var severity: Severity
  /// Names the place so that the remark keeps its identity between versions of
  /// the draft; empty of a remark that is not on a draft.
  public internal(set) var lasting = ""
  /// The words at its place (of the paragraph, the title of the source, or its own
  /// sentence where it is of no such thing) and what it is about.
  public internal(set) var words = ""
  /// What people said of it; `nil` while nobody did.
  public var answer: RemarkAnswer?

  public init(
    code: Code, place: Place, sentence: String, remedy: String, subject: String? = nil,
    about: String? = nil, isInDoubt: Bool = false
  ) {
    self.code = code
    self.place = place
    self.sentence = sentence
    self.remedy = remedy
    self.subject = subject
    self.about = about
    self.isInDoubt = isInDoubt
    severity = code.severity
  }

  /// Names it in commands: twelve hexadecimal digits of the FNV-1a hash of code
  /// and lasting place. An inquiry has some hundred remarks; that two of a
  /// thousand share it happens once in 500 million inquiries.
  ///
  /// - SeeAlso: draft-eastlake-fnv, The FNV Non-Cryptographic Hash Algorithm.
  public var id: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(code.rawValue) \(lasting)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return (String(repeating: "0", count: 16 - digits.count) + digits).suffix(12).description
  }

  /// Whether no waiver can let a report be published with it.
  public var alwaysStops: Bool { code.alwaysStops && !isInDoubt }

  /// Whether somebody waived it and the words are still those it was waived for,
  /// typography aside.
  public var isWaived: Bool {
    guard let waiver = answer?.waiver, !alwaysStops else { return false }
    return Wording.normalised(waiver.words) == Wording.normalised(words)
  }

  /// Whether it keeps the report from being published.
  public var stops: Bool { severity == .error && !isWaived }
}
