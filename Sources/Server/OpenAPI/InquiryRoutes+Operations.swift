import Conduct
import Inquiries
import Wire

extension InquiryRoutes {
  static var operations: [Operation] {
    var open = Operation(
      method: .post, path: Operation.staff + "inquiries", id: "openInquiry",
      summary: "Opens an inquiry.", who: .administrators, body: .shape(Inquiry.self),
      answers: [("application/json", Inquiry.schema)])
    open.takesKey = true
    return [
      .get(
        "inquiries", "listInquiries", "The inquiries that you have a role in.",
        answers: ListShape<Inquiry>.self),
      open.answering(201),
      .get("inquiries/{inquiry}", "readInquiry", "One inquiry.", answers: Inquiry.self),
      .act(
        .post, "inquiries/{inquiry}/launch", "launchInquiry", "Makes the inquiry public.",
        LaunchInquiry.self, takes: .shape(ActRequest.self), answers: CountShape.self),
      .get(
        "inquiries/{inquiry}/audit", "readAudit", "The newest 200 entries of the audit.",
        answers: ListShape<AuditLineShape>.self),
    ].tagged("Inquiries")
  }
}
