import Foundation
public import Inquiries
@_spi(Conduct) public import Records

/// Enters somebody as a staff user, who may do nothing yet.
public struct EnterStaffUser: HouseAct {
  public static let title = "add staff user"
  let name: String

  public init(name: String) {
    self.name = name
  }

  public func perform(at desk: Desk) throws -> Done<StaffMember> {
    let name = try StaffLookup.usable(name)
    guard try Staff.add(name: name, on: desk.connection) != nil else {
      throw Refusal(
        .conflict, "staff_user_known", "There is a staff user “\(name)” already.", field: "name")
    }
    return Done(
      StaffMember(name: name, roles: [], tokenCount: 0, revision: 1), subject: name)
  }
}

/// A role that is given to a staff user, or taken away.
public struct RoleChange: Sendable {
  let name: String
  let role: Role
  let isGiven: Bool
  let revision: Int

  /// - Parameter revision: The revision at which the staff user was read.
  public init(_ role: Role, of name: String, isGiven: Bool, revision: Int) {
    self.name = name
    self.role = role
    self.isGiven = isGiven
    self.revision = revision
  }

  func carryOut(
    in inquiry: (id: Identifier<Inquiry>, slug: String)?, at desk: Desk
  ) throws -> Done<StaffMember> {
    let user = try StaffLookup.find(name, at: desk)
    guard user.revision == revision else {
      throw Refusal.stale("staff user “\(name)”", now: user.revision)
    }
    let place = inquiry.map { "“\($0.slug)”" } ?? "every inquiry"
    if isGiven {
      try Staff.grant(role, in: inquiry?.id, to: user.id, on: desk.connection)
    } else {
      try requireAnother(in: inquiry?.id, at: desk)
      guard try Staff.withdraw(role, in: inquiry?.id, from: user.id, on: desk.connection) else {
        throw Refusal(
          .notFound, "role_not_held", "“\(name)” is not \(role.rawValue) in \(place).",
          field: "role")
      }
    }
    try Staff.touch(user.id, on: desk.connection)
    return Done(
      try StaffLookup.member(name, at: desk), subject: name,
      detail: ["role": role.rawValue, "inquiry": inquiry?.slug ?? "every inquiry"])
  }

  /// Somebody must be left who can give roles.
  private func requireAnother(in inquiry: Identifier<Inquiry>?, at desk: Desk) throws {
    guard role == .administrator, inquiry == nil,
      try Staff.holders(everywhere: .administrator, on: desk.connection) == 1
    else { return }
    throw Refusal(
      .conflict, "last_administrator",
      "“\(name)” is the last administrator of every inquiry; make another one first.", field: "role"
    )
  }
}

/// Gives or takes a role in one inquiry; its administrator may.
public struct ChangeRole: Act {
  public static let title = "change role"
  public static let role = Role.administrator
  let change: RoleChange

  public init(_ change: RoleChange) {
    self.change = change
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<StaffMember> {
    try change.carryOut(in: (viewpoint.inquiryID, viewpoint.inquiry.slug), at: desk)
  }
}

/// Gives or takes a role in every inquiry.
public struct ChangeRoleEverywhere: HouseAct {
  public static let title = "change role"
  let change: RoleChange

  public init(_ change: RoleChange) {
    self.change = change
  }

  public func perform(at desk: Desk) throws -> Done<StaffMember> {
    try change.carryOut(in: nil, at: desk)
  }
}

/// Gives a staff user a further token.
public struct IssueToken: HouseAct {
  public static let title = "issue token"
  let name: String
  let label: String
  let token: String

  /// - Parameters:
  ///   - label: What it is for, so that it is known when it is ended.
  ///   - token: From ``Office/newToken(for:once:)``; kept as its digest alone.
  public init(for name: String, label: String, token: String) {
    self.name = name
    self.label = label
    self.token = token
  }

  public func perform(at desk: Desk) throws -> Done<Void> {
    guard label.isVisible, label.count <= 200 else {
      throw Refusal(
        .invalid, "name_form", "A label has 1 to 200 visible characters.", field: "label")
    }
    let user = try StaffLookup.find(name, at: desk)
    try Staff.keepToken(
      digest: Token.digest(of: token), label: label, for: user.id, on: desk.connection)
    try Staff.touch(user.id, on: desk.connection)
    return Done((), subject: name, detail: ["label": label])
  }
}

enum StaffLookup {
  static func usable(_ name: String) throws -> String {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard name.isVisible, name.count <= 200, !name.contains(where: \.isNewline),
      name != Actor.machineOperator.name
    else {
      throw Refusal(
        .invalid, "name_not_usable",
        "A staff user needs a name of up to 200 visible characters on one line, other than "
          + "“operator”.", field: "name")
    }
    return name
  }

  static func find(
    _ name: String, at desk: Desk
  ) throws -> (id: Identifier<StaffUser>, revision: Int) {
    guard let user = try Staff.locked(name: name, on: desk.connection) else {
      throw Refusal(
        .notFound, "staff_user_not_found", "There is no staff user “\(name)”.", field: "name")
    }
    return user
  }

  static func member(_ name: String, at desk: Desk) throws -> StaffMember {
    let all = try StaffMember.all(for: desk.actor, on: desk.connection)
    guard let member = all.first(where: { $0.name == name }) else {
      throw Refusal(
        .notFound, "staff_user_not_found", "There is no staff user “\(name)”.", field: "name")
    }
    return member
  }
}
