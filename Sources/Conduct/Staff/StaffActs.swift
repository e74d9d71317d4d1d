import Crypto
import Foundation
public import Inquiries
import Records

/// A bearer token: shown once, kept as a digest.
public enum Token {
  /// A new one: 32 random bytes, so that its digest needs no salt.
  static func make() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { named($0) }
  }

  static func named(_ bytes: some Sequence<UInt8>) -> String {
    "inq_" + bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  static func digest(of token: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(token.utf8)))
  }
}

/// Adds a staff user with a role, or gives one a further role.
public struct AddStaffUser: HouseAct {
  public static let title = "add staff user"
  let name: String
  let role: Role
  let inquiry: String?
  let wantsToken: Bool

  public init(name: String, role: Role, inquiry: String?, wantsToken: Bool) {
    self.name = name
    self.role = role
    self.inquiry = inquiry
    self.wantsToken = wantsToken
  }

  /// - Returns: A new token, if one was wanted.
  public func perform(at desk: Desk) throws -> Done<String?> {
    let name = try StaffLookup.usable(name)
    let inquiryID = try inquiry.map { slug in
      guard let found = try InquiryLookup.find(slug, at: desk) else {
        throw Refusal(
          .notFound, "inquiry_not_found", "There is no inquiry “\(slug)”.", field: "inquiry")
      }
      return found
    }
    let existing = try Staff.find(name: name, on: desk.connection)
    guard let user = try existing ?? Staff.add(name: name, on: desk.connection) else {
      throw Refusal(.conflict, "name_taken", "“\(name)” was added at this moment by someone else.")
    }
    try Staff.grant(role, in: inquiryID, to: user, on: desk.connection)
    var token: String?
    if wantsToken {
      let made = Token.make()
      try Staff.keepToken(
        digest: Token.digest(of: made), label: "cli", for: user, on: desk.connection)
      token = made
    }
    return Done(
      token, subject: name, detail: ["role": role.rawValue, "inquiry": inquiry ?? "every inquiry"])
  }
}

/// Ends every token of a staff user.
public struct RevokeTokens: HouseAct {
  public static let title = "revoke tokens"
  let name: String

  public init(name: String) {
    self.name = name
  }

  /// - Returns: How many tokens ended.
  public func perform(at desk: Desk) throws -> Done<Int> {
    guard let user = try Staff.find(name: name, on: desk.connection) else {
      throw Refusal(
        .notFound, "staff_user_not_found", "There is no staff user “\(name)”.", field: "name")
    }
    let ended = try Staff.revokeTokens(
      of: user, label: nil, at: desk.now, on: desk.connection)
    return Done(ended, subject: name, detail: ["ended": "\(ended)"])
  }
}
