import Conduct
import Inquiries
import Wire

extension CheckRoutes {
  static var operations: [Operation] {
    [
      .get(
        at + "draft/remarks", "checkDraft", "What the checker says of the draft.",
        answers: ListShape<RemarkShape>.self),
      .act(
        .put, at + "draft/remarks/{remark}/owner", "assignRemark",
        "Says who answers a remark, and until when.", AssignRemark.self,
        takes: .shape(OwnerRequest.self), answers: RemarkShape.self
      ).revised,
      .act(
        .put, at + "draft/remarks/{remark}/waiver", "waiveRemark",
        "Lets a remark stand for a reason, while the words at its place are as they are.",
        WaiveRemark.self, takes: .shape(WaiverRequest.self), answers: RemarkShape.self
      ).revised,
      .act(
        .delete, at + "draft/remarks/{remark}/waiver", "unwaiveRemark", "Takes a waiver back.",
        WaiveRemark.self, answers: RemarkShape.self
      ).revised,
      .get(
        at + "check-policy", "readCheckPolicy", "What the checker asks in this inquiry.",
        answers: CheckPolicy.self),
      .act(
        .put, at + "check-policy", "setCheckPolicy",
        "Says what the checker asks in this inquiry, in place of all that was said before; who "
          + "waives errors stays as it was where it is left out.",
        SetCheckPolicy.self, takes: .shape(PolicyRequest.self), answers: CheckPolicy.self
      ).revised,
    ].tagged("Checks")
  }

  private static let at = Operation.inquiry
}
