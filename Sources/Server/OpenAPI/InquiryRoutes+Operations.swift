import Conduct
import Inquiries
import Wire

extension InquiryRoutes {
  static var operations: [Operation] {
    (house + one + terms).tagged("Inquiries")
  }

  private static var house: [Operation] {
    [
      .get(
        "inquiries", "listInquiries", "The inquiries that you have a role in.",
        answers: ListShape<Inquiry>.self),
      .house(
        .post, "inquiries", "openInquiry", "Opens an inquiry.", takes: .shape(Inquiry.self),
        answers: Inquiry.self
      ).answering(201),
    ]
  }

  private static let at = "inquiries/{inquiry}"

  private static var one: [Operation] {
    [
      .get(at, "readInquiry", "One inquiry.", answers: Inquiry.self),
      .act(
        .patch, at, "editInquiry", "Mends an inquiry's title, summary or banner.",
        EditInquiry.self, takes: .shape(InquiryEdit.self), answers: Inquiry.self
      ).revised,
      .act(
        .post, at + "/launch", "launchInquiry",
        "Makes the inquiry public. A dry run tells what would be.", LaunchInquiry.self,
        takes: .shape(ActRequest.self), answers: LaunchedInquiry.self
      ).revisedIfSaid,
      .act(
        .post, at + "/lapse", "lapseInquiry", "Ends an inquiry that will make no report.",
        LapseInquiry.self, takes: .shape(ActRequest.self), answers: CountShape.self
      ).revisedIfSaid,
      .act(
        .post, at + "/carry", "carrySources", "Carries sources over from the inquiry before.",
        CarrySources.self, takes: .shape(ActRequest.self), answers: ListShape<MovedSource>.self
      ).onList,
      .get(
        at + "/audit", "readAudit", "The newest 200 entries of the audit.",
        answers: ListShape<AuditLineShape>.self),
    ]
  }

  private static var terms: [Operation] {
    [
      .get(
        at + "/terms", "listTerms", "The terms of reference, version by version.",
        answers: ListShape<TermsOfReference>.self),
      .act(
        .post, at + "/terms", "reviseTerms", "Gives the inquiry its next terms of reference.",
        ReviseTerms.self, takes: .shape(TermsRequest.self), answers: TermsOfReference.self
      ).revised.answering(201),
    ]
  }
}
