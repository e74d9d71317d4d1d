import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for written submissions. Their words and originals are read
/// through the routes of all evidence.
struct SubmissionRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("submissions/import", use: receive)
    group.get("submissions") { request, context in
      let filter = try SubmissionQuery.filter(request.uri.queryParameters)
      return try await desk.read(request, context) { viewpoint, connection in
        let found = try WrittenSubmission.all(filter, as: viewpoint, on: connection)
        if found.isEmpty {
          try FilterValue.require(of: filter, as: viewpoint, on: connection)
        }
        return ListShape(found)
      }
    }
    group.get("submissions/{reference}") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.read(request, context, revision: { $0.submission.revision }) {
        viewpoint, connection in
        let detail = try WrittenSubmission.detail(reference, as: viewpoint, on: connection)
        guard let detail else {
          throw Refusal(
            .notFound, "submission_not_found",
            "There is no submission “\(reference)” in this inquiry.", field: "reference")
        }
        return detail
      }
    }
    group.patch("submissions/{reference}") { request, context in
      let reference = try context.parameters.require("reference")
      let (edit, body) = try await desk.shape(request, as: SubmissionEdit.self)
      let act = EditSubmission(
        reference, EditSubmission.Changes(edit), revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.get("submissions/{reference}/personal-data") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.readWords(of: reference, request, context) {
        ListShape(try PersonalDataCheck.remarks(on: reference, as: $0, on: $1))
      }
    }
    group.get("personal-data") { request, context in
      try await desk.read(request, context) {
        ListShape(try PersonalDataCheck.counts(as: $0, on: $1))
      }
    }
    group.get("campaigns") { request, context in
      try await desk.read(request, context) { ListShape(try Campaigns.groups(as: $0, on: $1)) }
    }
    group.post("campaigns") { request, context in
      let (given, body) = try await desk.shape(request, as: CampaignRequest.self)
      let act = SetCampaign(
        SourceList(
          given.references, except: given.except, revisions: try desk.revisions(request)),
        given.standing, name: given.name)
      return try await desk.perform(
        act, onList: request, context, body: body, dryRun: given.dryRun)
    }
    group.post("submissions/outcome") { request, context in
      let (given, body) = try await desk.shape(request, as: OutcomeRequest.self)
      let act = DecideOutcome(
        SourceList(
          given.references, except: given.except, revisions: try desk.revisions(request)),
        given.outcome, printedName: given.printedName,
        isPersonalDataSeen: given.personalDataSeen, given.decision.terms)
      return try await desk.perform(
        act, onList: request, context, body: body, dryRun: given.dryRun)
    }
    group.post("submissions/admit") { request, context in
      let (given, body) = try await desk.shape(request, as: ActRequest.self)
      let act = AdmitSubmissions(
        SourceList(
          given.references, except: given.except, revisions: try desk.revisions(request)),
        given.decision.terms)
      return try await desk.perform(
        act, onList: request, context, body: body, dryRun: given.dryRun)
    }
    group.post("submissions/redact") { request, context in
      let (given, body) = try await desk.shape(request, as: RedactionRequest.self)
      let act = RedactPassage(
        RedactionList(
          given.locators, except: given.except, revisions: try desk.revisions(request)),
        words: given.words, given.decision.terms)
      return try await desk.perform(
        act, request, context, body: body, dryRun: given.dryRun,
        tag: given.dryRun ? SubmissionRoutes.shown : nil, SubmissionRoutes.shape)
    }
    group.post("submissions/unredact") { request, context in
      let (given, body) = try await desk.shape(request, as: LiftRequest.self)
      let act = LiftRedaction(
        RedactionList(
          given.locators, except: given.except, revisions: try desk.revisions(request)),
        words: given.words, isPersonalDataSeen: given.personalDataSeen, given.decision.terms)
      let shown: @Sendable (RedactionLifted) -> String = { $0.found.seen(false) }
      return try await desk.perform(
        act, request, context, body: body, dryRun: given.dryRun, tag: given.dryRun ? shown : nil
      ) {
        LiftShape(
          locator: $0.locator, places: $0.places, publicAgain: $0.publicAgain,
          omissions: $0.omissions)
      }
    }
  }

  /// With this a list of places is done as it was shown.
  @Sendable
  private static func shown(_ done: RedactionDone) -> String {
    done.found.seen(false)
  }

  @Sendable
  private static func shape(_ done: RedactionDone) -> RedactionShape {
    RedactionShape(
      locator: done.locator, places: done.places, omissions: done.omissions,
      publicPlaces: done.publicPlaces, elsewhere: done.elsewhere)
  }

  @Sendable
  private func receive(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let query = try SubmissionQuery(request.uri.queryParameters)
    // Asked before the upload is read: a stranger's bytes are not worth reading.
    let actor = try await desk.actor(request)
    try await desk.office.read(in: desk.inquiry(context), by: actor) { _, _ in }
    let bytes = try await desk.upload(request)
    let read = try await desk.papers.read(
      bytes, name: query.fileName, encoding: query.encoding
    ) { try SubmissionRead($0, said: query.said) }
    if query.isDryRun {
      let body = try await desk.office.perform(
        ReceiveSubmission(read), in: desk.inquiry(context), by: actor, dryRun: true
      ) { outcome in
        var report = outcome
        report.isDryRun = true
        return report.jsonBytes
      }
      return StaffDesk.json(body)
    }
    return try await desk.perform(
      ReceiveSubmission(read), request, context, body: bytes, status: .created
    ) { $0 }
  }
}

extension EditSubmission.Changes {
  init(_ edit: SubmissionEdit) {
    self.init()
    submitterKind = edit.submitterKind
    sequenceKind = edit.sequenceKind
    supplements = edit.supplements
    call = edit.call
    receivedOn = edit.receivedOn
    datedOn = edit.datedOn
    submitter = edit.submitter
    capacity = edit.capacity
    organisation = edit.organisation
  }
}
