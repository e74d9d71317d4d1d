import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Papers
import Postgres
import Records
import Tagging
import Wire

/// Staff routes that show what rests on what: matrices, coverage, the chain.
struct TraceRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("matrices/{matrix}") { request, context in
      let word = try context.parameters.require("matrix")
      guard let kind = EvidenceMatrix.Kind(rawValue: word) else {
        throw Refusal(
          .notFound, "matrix_not_found",
          "There is no matrix “\(word)”; there are recommendations, findings and sources.")
      }
      return try await answer(request, context) { viewpoint, connection in
        EvidenceMatrix(kind, of: try TraceRoutes.use(viewpoint, connection))
      } tables: {
        (kind.title, [TraceTable($0)])
      }
    }
    group.get("coverage") { request, context in
      try await answer(request, context) { viewpoint, connection in
        EvidenceCoverage(of: try TraceRoutes.use(viewpoint, connection))
      } tables: {
        ("What rests on nothing, and what nothing rests on", TraceTable.tables($0))
      }
    }
    group.get("asks", use: asks)
    group.get("chain", use: chain)
  }

  /// Most passages that one list of asks is made from.
  static let mostAsking = 5_000

  @Sendable
  private func asks(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let query = request.uri.queryParameters
    let filter = AskFilter(
      group: query["group"].map(String.init),
      isUnanswered: try ImportQuery.flag("unanswered", query))
    let after = try desk.number("after", in: 0...999_999_999, request) ?? 0
    let limit = try desk.number("limit", in: 1...TraceRoutes.mostAsking, request) ?? 500
    return try await answer(request, context) { viewpoint, connection in
      try FilterValue.require(group: filter.group, as: viewpoint, on: connection)
      let page = try EvidenceAsks.page(
        filter, after: after, limit: limit, as: viewpoint, on: connection)
      return AskListShape(items: page.asks, next: page.next)
    } tables: {
      ("What evidence asks for", TraceTable.tables($0.items))
    }
  }

  private static func use(
    _ viewpoint: Viewpoint, _ connection: Connection
  ) throws -> EvidenceUse {
    try EvidenceUse.read(
      sources: try Source.all(as: viewpoint, on: connection).filter { $0.kind != .log },
      as: viewpoint, on: connection)
  }

  private func answer<Shape: JSONWritable & Sendable>(
    _ request: Request, _ context: some RequestContext,
    _ body: @escaping @Sendable (Viewpoint, Connection) throws -> Shape,
    tables: @escaping @Sendable (Shape) -> (title: String, [TraceTable])
  ) async throws -> Response {
    let format = try TraceRoutes.format(of: request, among: ["json", "csv", "html"])
    let bytes = try await desk.office.read(in: desk.inquiry(context), by: desk.actor(request)) {
      let shape = try body($0, $1)
      guard format != "json" else { return shape.jsonBytes }
      let (title, tables) = tables(shape)
      return format == "csv" ? TraceTable.csv(tables) : TraceTable.page(title: title, tables)
    }
    return TraceRoutes.response(bytes, as: format)
  }

  @Sendable
  private func chain(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let format = try TraceRoutes.format(of: request, among: ["json", "text", "svg", "html"])
    let query = request.uri.queryParameters
    let recommendation = query["recommendation"].map(String.init)
    let finding = query["finding"].map(String.init)
    guard recommendation == nil || finding == nil else {
      throw Refusal(
        .invalid, "query_value", "Ask for a recommendation or for a finding, not for both.",
        field: "finding")
    }
    let asked = recommendation.map(LinkEnd.recommendation) ?? finding.map(LinkEnd.finding)
    let bytes = try await desk.office.read(in: desk.inquiry(context), by: desk.actor(request)) {
      viewpoint, connection in
      let chain = TraceRoutes.chain(
        of: try asked.map { try EndLookup.resolve($0, as: viewpoint, on: connection) },
        in: EvidenceChain(
          findings: try Finding.all(as: viewpoint, on: connection),
          recommendations: try Recommendation.all(as: viewpoint, on: connection)))
      switch format {
      case "text": return Array(ChainText(chain).plain.utf8)
      case "json": return ChainShape(chain).jsonBytes
      default:
        guard chain.linkCount <= ChainPicture.mostLinks else {
          throw Refusal(
            .invalid, "picture_too_large",
            "A picture of \(chain.linkCount) links could not be followed; ask for one "
              + "recommendation or finding.", field: "recommendation")
        }
        return format == "svg" ? ChainPicture(chain).svg : ChainText(chain).page
      }
    }
    return TraceRoutes.response(bytes, as: format)
  }

  /// What the draft no longer carries is shown to those who name it, and says so.
  private static func chain(of end: LinkEnd?, in whole: EvidenceChain) -> EvidenceChain {
    let carried = whole.carried
    let part: EvidenceChain? =
      switch end {
      case .recommendation(let key):
        carried.part(ofRecommendation: key) ?? whole.part(ofRecommendation: key)
      case .finding(let key): carried.part(ofFinding: key) ?? whole.part(ofFinding: key)
      case .proposition, nil: carried
      }
    return part ?? EvidenceChain(findings: [], recommendations: [])
  }

  private static func format(of request: Request, among known: [String]) throws -> String {
    let format = request.uri.queryParameters["format"].map(String.init) ?? "json"
    guard known.contains(format) else {
      throw Refusal(
        .invalid, "query_value",
        "“format” must be one of \(known.joined(separator: ", ")), not “\(format)”.",
        field: "format")
    }
    return format
  }

  private static func response(_ bytes: [UInt8], as format: String) -> Response {
    let types = [
      "json": "application/json", "csv": "text/csv; charset=utf-8",
      "html": "text/html; charset=utf-8", "svg": "image/svg+xml",
      "text": "text/plain; charset=utf-8",
    ]
    return Response(
      status: .ok,
      headers: [
        .contentType: types[format] ?? "application/octet-stream", .cacheControl: "no-store",
        .xContentTypeOptions: "nosniff",
        .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
