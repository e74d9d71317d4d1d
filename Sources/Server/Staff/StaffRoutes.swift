import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for who works in the record, and what they may do.
struct StaffRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("staff") { request, _ in
      let members = try await desk.office.members(for: desk.actor(request))
      return StaffDesk.json(ListShape(members).jsonBytes)
    }
    group.get("staff/{name}") { request, context in
      let name = try name(context)
      let members = try await desk.office.members(for: desk.actor(request))
      guard let member = members.first(where: { $0.name == name }) else {
        throw Refusal(.notFound, "staff_user_not_found", "There is no staff user “\(name)”.")
      }
      return StaffDesk.json(member.jsonBytes, tag: "\(member.revision)")
    }
    group.post("staff") { request, _ in
      let (asked, body) = try await desk.shape(request, as: RenameRequest.self)
      return try await perform(EnterStaffUser(name: asked.name), request, body, status: .created) {
        $0
      }
    }
    group.post("staff/{name}/roles") { request, context in
      let (held, body) = try await desk.shape(request, as: StaffMember.Held.self)
      let change = RoleChange(
        held.role, of: try name(context), isGiven: true, revision: try desk.revision(request))
      return try await perform(change, in: held.inquiry, request, body)
    }
    group.delete("staff/{name}/roles/{role}") { request, context in
      let word = try context.parameters.require("role")
      guard let role = Role(rawValue: word) else {
        throw Refusal(.notFound, "role_not_held", "There is no role “\(word)”.", field: "role")
      }
      let change = RoleChange(
        role, of: try name(context), isGiven: false, revision: try desk.revision(request))
      return try await perform(
        change, in: request.uri.queryParameters["inquiry"].map(String.init), request, [])
    }
    group.post("staff/{name}/tokens", use: issueToken)
    group.post("staff/{name}/revoke-tokens") { request, context in
      try await perform(RevokeTokens(name: try name(context)), request, []) { CountShape($0) }
    }
  }

  /// The token is in no answer that is kept: of a request that comes twice it
  /// is worked out again.
  @Sendable
  private func issueToken(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let name = try name(context)
    let (asked, body) = try await desk.shape(request, as: TokenRequest.self)
    let actor = try await desk.actor(request)
    let once = try desk.onceOnly(request, body)
    let token = desk.office.newToken(for: actor, once: once)
    let act = IssueToken(for: name, label: asked.label, token: token)
    if let once {
      _ = try await desk.office.performOnce(act, by: actor, as: once) { (201, []) }
    } else {
      try await desk.office.perform(act, by: actor)
    }
    return StaffDesk.json(
      TokenShape(name: name, label: asked.label, token: token).jsonBytes, status: .created)
  }

  private func perform(
    _ change: RoleChange, in slug: String?, _ request: Request, _ body: [UInt8]
  ) async throws -> Response {
    guard let slug else {
      return try await perform(ChangeRoleEverywhere(change), request, body) { $0 }
    }
    return try await desk.perform(ChangeRole(change), request, in: slug, body: body) { $0 }
  }

  private func perform<A: HouseAct, Shape: JSONWritable & SendableMetatype>(
    _ act: A, _ request: Request, _ body: [UInt8], status: HTTPResponse.Status = .ok,
    _ shape: @escaping @Sendable (A.Outcome) -> Shape
  ) async throws -> Response {
    let actor = try await desk.actor(request)
    guard let once = try desk.onceOnly(request, body) else {
      return StaffDesk.json(
        shape(try await desk.office.perform(act, by: actor)).jsonBytes, status: status)
    }
    let answer = try await desk.office.performOnce(act, by: actor, as: once) {
      (status.code, shape($0).jsonBytes)
    }
    return StaffDesk.json(answer.body, status: .init(code: answer.status))
  }

  private func name(_ context: some RequestContext) throws -> String {
    try context.parameters.require("name")
  }
}
