import Conduct
import Inquiries
import Wire

extension SubmissionRoutes {
  static var operations: [Operation] {
    [
      .act(
        .post, at + "submissions/import", "importSubmission",
        "Takes in a written submission. A dry run answers 200 and changes nothing.",
        ReceiveSubmission.self, takes: .upload(["application/octet-stream"]),
        answers: SubmissionReport.self
      ).answering(200, 201).asking(SubmissionQuery.parameters),
      .get(
        at + "submissions", "listSubmissions", "The written submissions.",
        query: [
          .query("state", words(SourceState.self), "Only those in a state."),
          .query("outcome", words(WrittenSubmission.Outcome.self), "Only those so decided on."),
          .query("call", .text(), "Only those in answer to a call, by its slug."),
          .query("late", words(WrittenSubmission.Lateness.self), "Only those that came so."),
          .query("campaign", .text(), "Only those of a campaign, by its name."),
        ], answers: ListShape<WrittenSubmission>.self),
      .get(
        at + "submissions/{reference}", "readSubmission", "What is known of a submission.",
        answers: SubmissionDetail.self),
      .act(
        .patch, at + "submissions/{reference}", "editSubmission",
        "Mends what was taken down of a submission at its receipt, until it was published.",
        EditSubmission.self, takes: .shape(SubmissionEdit.self), answers: WrittenSubmission.self
      ).revised,
      .get(
        at + "submissions/{reference}/personal-data", "checkSubmission",
        "What looks like personal data in a submission as it would be published.",
        answers: ListShape<PersonalDataRemark>.self),
      .get(
        at + "personal-data", "countPersonalData",
        "How much looks like personal data in each source that is not public yet.",
        answers: ListShape<PersonalDataCount>.self),
      .act(
        .post, at + "submissions/outcome", "decideOutcome",
        "Decides how submissions are to appear, or that they are not accepted.",
        DecideOutcome.self, takes: .shape(OutcomeRequest.self),
        answers: ListShape<WrittenSubmission>.self
      ).onList,
      .act(
        .post, at + "submissions/admit", "admitSubmissions",
        "Lets submissions that came late be treated like the others.", AdmitSubmissions.self,
        takes: .shape(ActRequest.self), answers: ListShape<WrittenSubmission>.self
      ).onList,
      .act(
        .post, at + "submissions/redact", "redactSubmission",
        "Leaves words of submissions, or of answers in own words, out for the public: in all "
          + "places named or in none. If-Match is of the submissions, and of an answer's survey as "
          + "evidence, in the order named.", RedactPassage.self,
        takes: .shape(RedactionRequest.self), answers: RedactionShape.self
      ).onList,
      .act(
        .post, at + "submissions/unredact", "unredactSubmission",
        "Lifts redactions: in all places named or in none. What is published shows the words again "
          + "at once, if it may; If-Match is as for redactions.", LiftRedaction.self,
        takes: .shape(LiftRequest.self), answers: LiftShape.self
      ).onList,
      .get(
        at + "campaigns", "listCampaigns",
        "Submissions that share most of their words, and what each has of its own.",
        answers: ListShape<CampaignGroup>.self),
      .act(
        .post, at + "campaigns", "setCampaign",
        "Says which campaign submissions are of, that they are of none, or takes that back.",
        SetCampaign.self, takes: .shape(CampaignRequest.self),
        answers: ListShape<WrittenSubmission>.self
      ).onList,
    ].tagged("Submissions")
  }

  private static let at = Operation.inquiry

  private static func words<Word: RawRepresentable & CaseIterable>(
    _: Word.Type
  ) -> FieldForm where Word.RawValue == String {
    .word(Word.allCases.map(\.rawValue))
  }
}

extension SubmissionQuery {
  static var parameters: [Parameter] {
    [
      .query("fileName", .text(), isRequired: true, "The file's name, without folders."),
      .query("encoding", .text(), "The encoding of a text that is not UTF-8."),
      .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      .several(
        "submitter", .text(),
        "Who signed, as name or name, capacity, organisation; the paper's head unless said."),
      .query("organisation", .flag, "Whether those who signed are bodies."),
      .query(
        "kind", .word(WrittenSubmission.SubmitterKind.allCases.map(\.rawValue)), "Who submits."),
      .query(
        "sequence", .word(WrittenSubmission.SequenceKind.allCases.map(\.rawValue)),
        "How it stands to earlier ones."),
      .query("supplements", .text(), "The submission that it adds to."),
      .query("call", .text(), "The call that it answers, by its slug."),
      .query("receivedOn", .day, "The day on which it came; today unless said."),
      .query("datedOn", .day, "The day that the paper bears; what it prints unless said."),
      .query(
        "consent", .word(Consent.allCases.map(\.rawValue)),
        "What all who signed said to publication; it needs consentOn."),
      .several(
        "consentUse", .word(ConsentUse.allCases.map(\.rawValue)),
        "What was agreed to, where consent is given; all of it unless said."),
      .query("consentOn", .day, "The day on which it was said."),
      .query("consentBy", .text(), "How or through whom, such as a signed form."),
      .query("consentWording", .text(), "The form of words that was agreed to."),
      .query("consentReviewOn", .day, "The day on which it is to be asked again."),
      .query("confidentiality", .text(), "What is asked to be kept back, and why."),
      .query("language", .text("a language tag such as en or cy"), "The language; en unless said."),
    ]
  }
}

extension CallRoutes {
  static var operations: [Operation] {
    let one = at + "calls/{slug}"
    return [
      .get(
        at + "calls", "listCalls", "The calls for evidence.",
        answers: ListShape<CallForEvidence>.self),
      .get(one, "readCall", "One call for evidence.", answers: CallForEvidence.self),
      .act(
        .post, at + "calls", "openCall", "Opens a call for evidence.", OpenCall.self,
        takes: .shape(CallRequest.self), answers: CallForEvidence.self
      ).answering(201),
      .act(
        .patch, one, "editCall", "Changes a call, or gives it a further period.", EditCall.self,
        takes: .shape(CallEditRequest.self), answers: CallForEvidence.self
      ).revised,
      .act(
        .post, one + "/publish", "publishCall", "Publishes a call.", PublishCall.self,
        takes: .shape(ActRequest.self), answers: CallForEvidence.self
      ).revisedIfSaid,
      .act(
        .post, one + "/withdraw", "withdrawCall", "Withdraws a published call.",
        WithdrawCall.self, takes: .shape(ActRequest.self), answers: CallForEvidence.self
      ).revisedIfSaid,
    ].tagged("Calls for evidence")
  }

  private static let at = Operation.inquiry
}
