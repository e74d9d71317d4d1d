import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Papers
import Records
import Wire

/// Staff routes for the draft, findings, recommendations, links and the report.
struct ReportRoutes: Sendable {
  let desk: StaffDesk
  let builder: ReportBuilder
  /// Where the public finds the site.
  let publicURL: String

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("draft", use: pull)
    group.put("draft", use: push)
    group.get("draft/report", use: build)
    group.post("draft/repin") { request, context in
      let (asked, body) = try await desk.shape(request, as: RepinRequest.self)
      let act = RepinCitations(
        asked.locators, except: asked.except, version: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body, dryRun: asked.dryRun) { $0 }
    }
    group.post("report/publish", use: publish)
    group.get("findings") { request, context in
      try await desk.read(request, context) { ListShape(try Finding.all(as: $0, on: $1)) }
    }
    group.get("findings/{name}") { request, context in
      let name = try context.parameters.require("name")
      return try await desk.read(request, context, revision: { $0.revision }) {
        guard let found = try Finding.all(named: name, as: $0, on: $1).first else {
          throw Refusal(.notFound, "finding_not_found", "There is no finding “\(name)”.")
        }
        return found
      }
    }
    group.get("recommendations/{name}") { request, context in
      let name = try context.parameters.require("name")
      return try await desk.read(request, context, revision: { $0.revision }) {
        guard let found = try Recommendation.all(named: name, as: $0, on: $1).first else {
          throw Refusal(
            .notFound, "recommendation_not_found", "There is no recommendation “\(name)”.")
        }
        return found
      }
    }
    group.get("recommendations") { request, context in
      try await desk.read(request, context) { ListShape(try Recommendation.all(as: $0, on: $1)) }
    }
    group.patch("recommendations/{name}") { request, context in
      let name = try context.parameters.require("name")
      let (edit, body) = try await desk.shape(request, as: RecommendationRequest.self)
      let act = EditRecommendation(
        name, addressees: edit.addressees, findingKey: edit.finding,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
  }

  @Sendable
  private func pull(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let (bytes, number) = try await desk.office.read(
      in: desk.inquiry(context), by: desk.actor(request)
    ) { viewpoint, connection in
      guard let version = try DraftVersion.find(as: viewpoint, on: connection) else {
        throw Refusal(
          .notFound, "draft_missing", "There is no draft yet; `inquiry report push` brings one in.")
      }
      let draft = try DraftReader.read(version.bytes, fileName: version.fileName)
      return (draft.bytes(editedFrom: version.number), version.number)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/markdown; charset=utf-8", .eTag: "\"\(number)\"",
        .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  @Sendable
  private func push(_ request: Request, _ context: some RequestContext) async throws -> Response {
    try await desk.office.read(in: desk.inquiry(context), by: desk.actor(request)) { _, _ in }
    let bytes = try await desk.upload(request)
    let name = request.uri.queryParameters["fileName"].map(String.init) ?? "report.md"
    let draft = try await desk.papers.read { try DraftReader.read(bytes, fileName: name) }
    return try await desk.perform(
      PushDraft(draft, fileName: name), request, context, body: bytes
    ) { $0 }
  }

  private func built(_ request: Request, _ context: some RequestContext) async throws
    -> ReportDocument
  {
    let material = try await desk.office.read(
      in: desk.inquiry(context), by: desk.actor(request)
    ) { [publicURL] in try ReportMaterial.read(as: $0, site: publicURL, on: $1) }
    return try await material.build(with: builder)
  }

  @Sendable
  private func build(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let format = request.uri.queryParameters["format"].map(String.init) ?? "json"
    let document = try await built(request, context)
    let (type, bytes): (String, [UInt8])
    switch format {
    case "html": (type, bytes) = ("text/html; charset=utf-8", ReportHTML.page(document))
    case "markdown":
      (type, bytes) = ("text/markdown; charset=utf-8", Array(ReportMarkdown.text(document).utf8))
    case "json": (type, bytes) = ("application/json", document.jsonBytes)
    default:
      throw Refusal(
        .invalid, "query_value", "“format” must be html, markdown or json, not “\(format)”.",
        field: "format")
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  @Sendable
  private func publish(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let (act, body) = try await desk.shape(request, as: ActRequest.self)
    let document = try await built(request, context)
    let decided = try desk.revision(request)
    guard document.draftVersion == decided else {
      throw Refusal(
        .stale, "draft_changed",
        "The decision is on version \(decided) of the draft and the newest is "
          + "\(document.draftVersion); nothing was published.", field: "If-Match")
    }
    return try await desk.perform(
      PublishReport(document, act.decision.terms), request, context, body: body,
      dryRun: act.dryRun
    ) { CountShape($0) }
  }
}
