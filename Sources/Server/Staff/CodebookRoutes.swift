import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Papers
import Postgres
import Records
import Wire

/// Staff routes for the codebook as a whole: counted, compared, given out and taken
/// in.
struct CodebookRoutes: Sendable {
  let desk: StaffDesk
  /// Where the public finds the site; the codebook's own name in files is made of it.
  let publicURL: String

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("codebook/groups") { request, context in
      let hasBelow = try ImportQuery.flag("below", request.uri.queryParameters)
      return try await matrix(request, context, column: "group") {
        try CodebookReading.byGroup(hasBelow: hasBelow, as: $0, on: $1)
      }
    }
    group.get("codebook/together") { request, context in
      try await matrix(request, context, column: "with") {
        try CodebookReading.together(as: $0, on: $1)
      }
    }
    group.get("codebook/agreement") { request, context in
      let query = request.uri.queryParameters
      let (first, second) = (query["first"].map(String.init), query["second"].map(String.init))
      guard (first == nil) == (second == nil) else {
        throw ImportQuery.wrong(first == nil ? "first" : "second", "must be named beside the other")
      }
      let names = first.flatMap { first in second.map { (first, $0) } }
      let limit = try desk.number("limit", in: 1...TagRoutes.pageLength, request)
      return try await desk.read(request, context) {
        try CodebookReading.agreement(
          between: names, limit: limit ?? TagRoutes.pageLength, as: $0, on: $1)
      }
    }
    group.get("codebook/export", use: export)
    group.post("codebook/import", use: receive)
  }

  private func matrix(
    _ request: Request, _ context: some RequestContext, column: String,
    _ read: @escaping @Sendable (Viewpoint, Connection) throws -> TagMatrix
  ) async throws -> Response {
    let format = request.uri.queryParameters["format"].map(String.init) ?? "json"
    guard ["json", "csv"].contains(format) else {
      throw ImportQuery.wrong("format", "must be json or csv, not “\(format)”")
    }
    let matrix = try await desk.office.read(
      in: desk.inquiry(context), by: desk.actor(request), read)
    guard format == "csv" else { return StaffDesk.json(matrix.jsonBytes) }
    return CodebookRoutes.file(matrix.csv(column: column), type: "text/csv; charset=utf-8")
  }

  @Sendable
  private func export(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let query = request.uri.queryParameters
    let word = query["format"].map(String.init) ?? CodebookFormat.ttl.rawValue
    guard let format = CodebookFormat(rawValue: word) else {
      throw ImportQuery.wrong("format", "must be ttl, jsonld, qdc or qdpx, not “\(word)”")
    }
    let sources = query.getAll("source")
    guard sources.isEmpty || format == .qdpx else {
      throw ImportQuery.wrong("source", "is of a project (qdpx) alone")
    }
    let project = try await desk.office.read(
      in: desk.inquiry(context), by: desk.actor(request)
    ) { [publicURL] viewpoint, connection in
      let export = CodebookExport(site: publicURL, as: viewpoint, on: connection)
      return format == .qdpx
        ? try export.project(sources.isEmpty ? nil : sources)
        : CodedProject(codebook: try export.codebook())
    }
    // Written beside the server's work, as papers are read.
    let bytes = try await desk.papers.read {
      switch format {
      case .ttl: SKOSCodebook.write(project.codebook)
      case .jsonld: try SKOSCodebook.json(project.codebook)
      case .qdc: try REFIWriter.codebook(project.codebook)
      case .qdpx: try REFIWriter.project(project)
      }
    }
    return CodebookRoutes.file(bytes, type: format.mediaType)
  }

  @Sendable
  private func receive(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let query = request.uri.queryParameters
    let name = try ImportQuery.fileName(query)
    let isDryRun = try ImportQuery.flag("dryRun", query)
    // Asked before the upload is read: a stranger's bytes are not worth reading.
    let actor = try await desk.actor(request)
    try await desk.office.read(in: desk.inquiry(context), by: actor) { _, _ in }
    let bytes = try await desk.upload(request)
    let project = try await desk.papers.read {
      try CodedProject.read(bytes, fileName: name)
    }
    return try await desk.perform(
      ImportCodebook(project, site: publicURL), request, context, body: bytes, dryRun: isDryRun
    ) { $0 }
  }

  private static func file(_ bytes: [UInt8], type: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
