public import Inquiries

/// Who is asking: a staff user with roles, or the operator at the machine.
public struct Actor: Sendable {
  /// `nil` for the operator.
  public let id: Identifier<StaffUser>?
  public let name: String
  /// Roles held in every inquiry, and those held in one.
  public let roles: [(role: Role, inquiry: Identifier<Inquiry>?)]
  /// The token that was shown, to which idempotency keys belong.
  public let tokenID: Int64?

  /// Whoever has the machine: may do everything, named in every audit entry.
  public static let machineOperator = Actor(
    id: nil, name: "operator", roles: [(.administrator, nil)], tokenID: nil)

  /// The roles that count in `inquiry`, or everywhere when it is `nil`.
  public func roles(in inquiry: Identifier<Inquiry>?) -> Set<Role> {
    Set(roles.filter { $0.inquiry == nil || $0.inquiry == inquiry }.map(\.role))
  }
}

/// From where the working record is seen: a person, in roles, in one inquiry.
///
/// Every staff query takes one, and only Conduct makes one, after it has asked
/// who it is: a query cannot be reached by a route that forgot to.
public struct Viewpoint: Sendable {
  public let actor: Actor
  public let roles: Set<Role>
  public let inquiryID: Identifier<Inquiry>
  public let inquiry: Inquiry

  @_spi(Conduct)
  public init(
    actor: Actor, roles: Set<Role>, inquiryID: Identifier<Inquiry>, inquiry: Inquiry
  ) {
    self.actor = actor
    self.roles = roles
    self.inquiryID = inquiryID
    self.inquiry = inquiry
  }

  /// Whether a clerk asks, or an administrator, who may do all that clerks do.
  public var isClerk: Bool { !roles.isDisjoint(with: [.clerk, .administrator]) }
}
