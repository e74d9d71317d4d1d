import Conduct
import Inquiries
import Wire

extension SittingRoutes {
  static var operations: [Operation] {
    (sittings + moves + log).tagged("Sittings")
  }

  private static let at = Operation.inquiry
  private static let one = at + "sittings/{sitting}"

  private static var sittings: [Operation] {
    [
      .get(
        at + "sittings", "listSittings", "The sittings, planned and held.",
        answers: ListShape<Sitting>.self),
      .get(one, "readSitting", "One sitting.", answers: Sitting.self).refusing(422),
      .act(
        .post, at + "sittings/plan", "planSitting",
        "Plans a sitting by its agenda. A dry run answers 200 and changes nothing.",
        PlanSitting.self, takes: .upload(["application/octet-stream"]), answers: SittingPlan.self
      ).answering(200, 201).asking(PlanQuery.parameters),
    ]
  }

  private static var moves: [Operation] {
    [
      .act(
        .post, one + "/replace", "replaceWitness",
        "Puts another witness in the place of one, gives one another capacity or panel, or takes one off.",
        ReplaceWitness.self, takes: .shape(ReplaceRequest.self), answers: Sitting.self
      ).revised,
      .act(
        .put, one + "/members", "setMembers",
        "Says which members were present, in the place of those listed; what is public follows.",
        SetMembers.self, takes: .shape(MembersRequest.self), answers: Sitting.self
      ).revised,
      .act(
        .post, one + "/hold", "holdSitting", "Opens a sitting.", HoldSitting.self,
        answers: Sitting.self
      ).revised,
      .act(
        .post, one + "/adjourn", "adjournSitting", "Adjourns a sitting.", StopSitting.self,
        takes: .shape(StopRequest.self), answers: Sitting.self
      ).revised,
      .act(
        .post, one + "/cancel", "cancelSitting", "Cancels a sitting; `until` may not be said.",
        StopSitting.self, takes: .shape(StopRequest.self), answers: Sitting.self
      ).revised,
      .act(
        .post, at + "evidence/{reference}/privacy", "setPrivacy",
        "Says which passages of a record were heard in private.", SetPrivacy.self,
        takes: .shape(PrivacyRequest.self), answers: Source.self
      ).revisedIfSaid,
    ]
  }

  private static var log: [Operation] {
    [
      .get(
        one + "/log", "readLog", "The live log of a sitting, in its order.",
        query: [
          .query(
            "after", .number(0...1_000_000_000), "Only lines that came after that ordinal."),
          .query("limit", .number(1...1_000), "How many at most; 1000 unless said."),
        ], answers: ListShape<LogLine>.self),
      .act(
        .post, one + "/log", "logLines",
        "Takes lines into the log; lines that are there already are counted and left.",
        LogLines.self, takes: .shape(LogRequest.self), answers: LogAnswer.self),
      .get(
        one + "/log-privacy", "readLogPrivacy",
        "Whose log of a sitting is in private at the moment.", answers: LogPrivacy.Now.self
      ).refusing(422),
      .get(one + "/log/{line}", "readLine", "One line of a log.", answers: LogLine.self)
        .refusing(422),
      .act(
        .patch, one + "/log/{line}", "mendLine", "Changes a line of a log, or strikes it.",
        MendLine.self, takes: .shape(LineChangeRequest.self), answers: LogLine.self
      ).revised,
    ]
  }
}

extension PlanQuery {
  static var parameters: [Parameter] {
    [
      .query("fileName", .text(), isRequired: true, "The file's name, without folders."),
      .query("encoding", .text(), "The encoding of a text that is not UTF-8."),
      .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      .query("heldOn", .day, "The day of the sitting, where the agenda does not say it."),
      .query(
        "startsAt", .text("a time as HH:MM"), "When it begins; as the agenda says unless said."),
      .query("place", .text(), "Where it is; as the agenda says unless said."),
      .query("hearing", .word(Hearing.allCases.map(\.rawValue)), "In public or in private."),
      .several(
        "person", .text("a name and a number such as Jane Doe=17"),
        "Who on record a name of the agenda is."),
      .several("new", .text(), "A name of the agenda that is of nobody on record."),
    ]
  }
}
