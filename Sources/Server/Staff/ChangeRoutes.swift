import Conduct
import Hummingbird
import Inquiries
import Papers
import Records
import Wire

/// Staff routes for returned copies with tracked changes, and what is decided on
/// these.
struct ChangeRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("copies/{id}/file", use: readReturned)
    group.get("evidence/{reference}/copies/{id}/file", use: returned)
    group.get("evidence/{reference}/changes") { request, context in
      let reference = try context.parameters.require("reference")
      let isOpen = try ImportQuery.flag("open", request.uri.queryParameters)
      return try await desk.readWords(of: reference, request, context) {
        ListShape(try ProposedChange.all(of: reference, isOpen: isOpen, as: $0, on: $1))
      }
    }
    group.post("evidence/{reference}/changes/decide") { request, context in
      let reference = try context.parameters.require("reference")
      let (asked, body) = try await desk.shape(request, as: ChangesRequest.self)
      let act = DecideChanges(
        try NumberList(asked.changes, except: asked.except).numbers.sorted(), of: reference,
        asked.decision, isPersonalDataSeen: asked.personalDataSeen,
        revisions: try desk.revisions(request))
      return try await desk.perform(
        act, request, context, body: body, dryRun: asked.dryRun,
        tag: { $0.map(\.revision).seen(asked.dryRun) }
      ) { ListShape($0) }
    }
  }

  @Sendable
  private func returned(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let reference = try context.parameters.require("reference")
    let id = try context.parameters.require("id", as: Int64.self)
    let nth = try desk.number("nth", in: 1...1_000, request)
    let original = try await desk.office.readWords(
      of: reference, in: desk.inquiry(context), by: desk.actor(request)
    ) { try Original.returned(id, nth: nth, of: reference, as: $0, on: $1) }
    guard let original else {
      throw Refusal(
        .notFound, "returned_file_not_found",
        "Copy \(id) of \(reference) did not come back as a file\(nth == nil ? "" : " so often"); "
          + "`inquiry session changes \(reference)` names those that did.", field: "id")
    }
    return original.response
  }

  @Sendable
  private func readReturned(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let id = try context.parameters.require("id", as: Int64.self)
    let query = request.uri.queryParameters
    let fileName = try ImportQuery.fileName(query)
    let day = try ImportQuery.day("on", query)
    let isDryRun = try ImportQuery.flag("dryRun", query)
    // Asked before the upload is read: a stranger's bytes are not worth reading.
    _ = try await desk.actor(request)
    let revision = try desk.revisionIfGiven(request)
    let bytes = try await desk.upload(request)
    let tracked = try await desk.papers.read {
      try TrackedTranscript(bytes, fileName: fileName)
    }
    let act = ReadReturnedCopy(
      id, PaperFile(bytes, name: fileName), tracked, on: day, revision: revision)
    return try await desk.perform(act, request, context, body: bytes, dryRun: isDryRun) { $0 }
  }
}

extension ChangesRequest {
  fileprivate var decision: DecideChanges.Decision {
    if let accept { return .accept(accept) }
    if let refuse { return .refuse(refuse) }
    if let supplement { return .supplement(supplement) }
    return .footnote(footnote.flatMap { $0.isEmpty ? nil : $0 })
  }
}
