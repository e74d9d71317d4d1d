/// What looks like a person's own details in words that may be published.
public struct PersonalData: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case email, telephone, postcode
    case dateOfBirth = "date_of_birth"
    case nhsNumber = "nhs_number"
    case niNumber = "ni_number"
    /// A part of the name of somebody who is not to be named, in their own words.
    case ownName = "own_name"
    /// The name of somebody who is not to be named, in what others say or write.
    case withheldName = "withheld_name"
    /// A word that would give a protected person away; which, is told to nobody.
    case protectedTerm = "protected_term"

    /// `an e-mail address`, as a sentence has it.
    public var inWords: String {
      switch self {
      case .email: "an e-mail address"
      case .telephone: "a telephone number"
      case .postcode: "a postcode"
      case .dateOfBirth: "a date of birth"
      case .nhsNumber: "an NHS number"
      case .niNumber: "a National Insurance number"
      case .ownName: "the name of who is not to be named"
      case .withheldName: "the name of somebody else who is not to be named"
      case .protectedTerm: "a protected term"
      }
    }
  }

  public let kind: Kind
  /// As the text has it.
  public let words: String

  public init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}

/// Personal data at its place in a source.
public struct PersonalDataRemark: Hashable, Sendable {
  /// `CTI0004, para 3`, or `Q45+1`; the reference alone for a heading.
  public let locator: String
  public let kind: PersonalData.Kind
  /// What was found; `nil` for those who are no clerks, and of a protected term.
  public let words: String?

  public init(locator: String, kind: PersonalData.Kind, words: String?) {
    self.locator = locator
    self.kind = kind
    self.words = words
  }
}

/// How much of a source is still to be looked at.
public struct PersonalDataCount: Hashable, Sendable {
  public let reference: String
  /// Places in its words that are not left out for the public.
  public let count: Int
  /// What they look like, each once.
  public let kinds: [PersonalData.Kind]

  public init(reference: String, count: Int, kinds: [PersonalData.Kind]) {
    self.reference = reference
    self.count = count
    self.kinds = kinds
  }
}
