/// Somebody who spoke, sat or signed.
///
/// Two people may bear one name; the number tells them apart.
public struct Person: Hashable, Sendable {
  public let id: Identifier<Person>
  /// The name that is printed; of a protected person, the stable pseudonym.
  public let name: String
  public let isProtected: Bool
  /// Whether the public sees the name alone, without capacity, organisation and group.
  public let isNameOnly: Bool
  public let revision: Int

  public init(
    id: Identifier<Person>, name: String, isProtected: Bool, isNameOnly: Bool, revision: Int
  ) {
    self.id = id
    self.name = name
    self.isProtected = isProtected
    self.isNameOnly = isNameOnly
    self.revision = revision
  }

  /// The name as lists sort it: the last word first, titles left off.
  public static func sortName(of name: String) -> String {
    let titles: Set<String> = [
      "Mr", "Mrs", "Ms", "Miss", "Dr", "Professor", "Sir", "Dame", "Lord", "Lady", "Baroness",
      "Rt", "Hon",
    ]
    var words = name.split(separator: " ").map(String.init)
    while words.count > 1, titles.contains(words[0]) { words.removeFirst() }
    if let of = words.firstIndex(of: "of"), of > 0 { words.removeSubrange(of...) }
    guard let last = words.last else { return name }
    return ([last] + words.dropLast()).joined(separator: " ")
  }
}

/// Whether a witness agreed that a contribution be published.
public enum Consent: String, CaseIterable, Sendable {
  case notAsked = "not_asked"
  case given, refused, withdrawn

  /// What is agreed to where nobody says what: everything once it is given, else nothing.
  public var unsaidUses: Set<ConsentUse> {
    self == .given ? Set(ConsentUse.allCases) : []
  }
}

/// What somebody who gave consent agreed to.
public enum ConsentUse: String, CaseIterable, Sendable {
  /// That the words are published.
  case publish
  /// That they are quoted in a report.
  case quote
  /// That the name stands beside them.
  case name
}

/// One witness's part of a source, with consent to its publication.
public struct Contribution: Hashable, Sendable {
  public let reference: String
  public let witness: Witness
  public let consent: Consent
  /// How or through whom it was given, such as a signed form.
  public let givenBy: String?
  public let on: Day?
  /// What was agreed to, once given.
  public let uses: Set<ConsentUse>
  /// Which form of words was agreed to.
  public let wording: String?
  /// The day on which it should be asked for again.
  public let reviewOn: Day?
  public let revision: Int

  public init(
    reference: String, witness: Witness, consent: Consent, givenBy: String?, on: Day?,
    uses: Set<ConsentUse> = Set(ConsentUse.allCases), wording: String? = nil, reviewOn: Day? = nil,
    revision: Int = 1
  ) {
    self.reference = reference
    self.witness = witness
    self.consent = consent
    self.givenBy = givenBy
    self.on = on
    self.uses = uses
    self.wording = wording
    self.reviewOn = reviewOn
    self.revision = revision
  }

  /// Whether this was agreed to, and the agreement still holds.
  public func allows(_ use: ConsentUse) -> Bool {
    consent == .given && uses.contains(use)
  }
}

/// What a staff user may do.
public enum Role: String, CaseIterable, Comparable, Sendable {
  /// Runs inquiries: evidence, consent, publication.
  case clerk
  /// Writes: drafts, findings, recommendations, links.
  case author
  /// All of both, and who may do what.
  case administrator

  public static func < (left: Role, right: Role) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A user of the staff side, for ``Identifier``.
public enum StaffUser {}
