public import Inquiries
public import Postgres
public import Records

/// What a person does in one inquiry: one transaction, one audit entry.
///
/// The body may run again when the database asks for it, so it changes nothing
/// but the database.
public protocol Act: Sendable {
  associatedtype Outcome: Sendable

  /// What the audit calls it.
  static var title: String { get }
  /// Who may do it; administrators may do everything.
  static var role: Role { get }

  /// - Throws: ``Refusal`` when a rule says no; then nothing is done.
  func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Outcome>
}

/// What an administrator does beyond any one inquiry.
public protocol HouseAct: Sendable {
  associatedtype Outcome: Sendable

  static var title: String { get }

  func perform(at desk: Desk) throws -> Done<Outcome>
}

/// Where an act is being done: connection, person, time and keys.
public struct Desk {
  public let connection: Connection
  public let actor: Actor
  public let now: Instant
  public let digest: TextDigest

  /// The day it is now in the inquiry's time zone.
  public func today(in inquiry: Inquiry) -> Day {
    Calendars.day(of: now, in: inquiry.timeZone)
  }
}

/// What came of an act, and what the audit says of it.
public struct Done<Outcome: Sendable>: Sendable {
  public let outcome: Outcome
  /// What it was done to, by reference or key; never a confidential word.
  public let subject: String
  public let detail: [String: String]

  public init(_ outcome: Outcome, subject: String, detail: [String: String] = [:]) {
    self.outcome = outcome
    self.subject = subject
    self.detail = detail
  }
}

/// What an act did to a list, and at which revisions it found what was named.
public struct ListDone<Item: Sendable>: Sendable {
  public let items: [Item]
  /// In the order named, as a client gives them back with what it was shown.
  public let found: [Int]
}
