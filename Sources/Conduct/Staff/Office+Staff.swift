public import Inquiries
@_spi(Conduct) public import Records

extension Office {
  /// Everyone on the staff, for administrators: of one inquiry they see the
  /// roles in it.
  public func members(for actor: Actor) async throws -> [StaffMember] {
    guard actor.roles.contains(where: { $0.role == .administrator }) else {
      throw Refusal(
        .forbidden, "administrators_only", "Only an administrator may see who is on the staff.")
    }
    return try await staff.transaction { try StaffMember.all(for: actor, on: $0) }
  }

  /// A new token. For a request that may come twice it follows from the request,
  /// so that the second answer shows the same one without its being kept.
  public func newToken(for actor: Actor, once: OnceOnly?) -> String {
    once?.token(by: actor, key: keys.token) ?? Token.make()
  }
}
