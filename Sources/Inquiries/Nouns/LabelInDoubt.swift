/// A speaker label of a transcript, with one person who is held to bear it: one
/// that nobody listed is sure to bear, or of which a clerk has said who it is.
public struct LabelInDoubt: Hashable, Sendable {
  /// As printed, without its colon.
  public let label: String
  /// The first turn that bears it, such as `Q45+2`.
  public let locator: String
  /// How many turns bear it.
  public let count: Int
  /// Whether somebody has said who it is, or that it is nobody known.
  public let isSettled: Bool
  /// Whether the import was sure who it is, and nobody has said otherwise.
  public let isSure: Bool
  /// Who it is; `nil` while it is in doubt, and for nobody known.
  public let person: Identifier<Person>?
  /// The name of that person, as it may be printed.
  public let name: String?
  /// 0 while nobody has said anything.
  public let revision: Int

  public init(
    label: String, locator: String, count: Int, isSettled: Bool, isSure: Bool = false,
    person: Identifier<Person>?, name: String?, revision: Int
  ) {
    self.label = label
    self.locator = locator
    self.count = count
    self.isSettled = isSettled
    self.isSure = isSure
    self.person = person
    self.name = name
    self.revision = revision
  }
}
