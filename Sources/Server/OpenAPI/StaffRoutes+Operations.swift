import Conduct
import Inquiries
import Wire

extension StaffRoutes {
  static var operations: [Operation] {
    (users + roles + tokens).tagged("Staff")
  }

  private static let one = "staff/{name}"

  private static var users: [Operation] {
    [
      .get(
        "staff", "listStaff",
        "Who is on the staff; administrators of one inquiry see the roles in it.",
        answers: ListShape<StaffMember>.self
      ).open(to: .role(.administrator)),
      .get(one, "readStaffUser", "One staff user.", answers: StaffMember.self)
        .open(to: .role(.administrator)),
      .house(
        .post, "staff", "enterStaffUser", "Enters a staff user, who may do nothing yet.",
        takes: .shape(RenameRequest.self), answers: StaffMember.self
      ).answering(201),
    ]
  }

  private static var roles: [Operation] {
    [
      .act(
        .post, one + "/roles", "giveRole",
        "Gives a role in an inquiry; without one, in every inquiry.", ChangeRole.self,
        takes: .shape(StaffMember.Held.self), answers: StaffMember.self
      ).revised,
      .act(
        .delete, one + "/roles/{role}", "takeRole", "Takes a role away.", ChangeRole.self,
        answers: StaffMember.self
      ).revised.asking([
        .query("inquiry", .text(), "The inquiry, by its slug; every inquiry unless said.")
      ]),
    ]
  }

  private static var tokens: [Operation] {
    [
      .house(
        .post, one + "/tokens", "issueToken", "Issues a token, which is shown this once.",
        takes: .shape(TokenRequest.self), answers: TokenShape.self
      ).answering(201),
      .house(
        .post, one + "/revoke-tokens", "revokeTokens", "Revokes every token of a staff user.",
        answers: CountShape.self),
    ]
  }
}
