/// Somebody who works in the record, as administrators see them.
public struct StaffMember: Hashable, Sendable {
  /// A role, in one inquiry or in all.
  public struct Held: Hashable, Sendable {
    public let role: Role
    /// Slug of the inquiry; `nil` for every inquiry.
    public let inquiry: String?

    public init(_ role: Role, in inquiry: String?) {
      self.role = role
      self.inquiry = inquiry
    }
  }

  public let name: String
  /// The roles that whoever asks may give or take, and those held everywhere.
  public let roles: [Held]
  /// How many tokens count.
  public let tokenCount: Int
  public let revision: Int

  public init(name: String, roles: [Held], tokenCount: Int, revision: Int) {
    self.name = name
    self.roles = roles
    self.tokenCount = tokenCount
    self.revision = revision
  }
}

/// The terms of reference as they were agreed at one time.
public struct TermsOfReference: Hashable, Sendable {
  public let version: Int
  public let text: String
  public let agreedOn: Day?
  public let agreedBy: String?

  public init(version: Int, text: String, agreedOn: Day?, agreedBy: String?) {
    self.version = version
    self.text = text
    self.agreedOn = agreedOn
    self.agreedBy = agreedBy
  }
}
