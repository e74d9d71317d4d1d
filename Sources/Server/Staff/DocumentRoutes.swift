import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for documents. Their words and originals are read through the
/// routes of all evidence, and they are accepted and published with it.
struct DocumentRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("documents/import", use: receive)
    group.post("documents") { request, context in
      let (facts, body) = try await desk.shape(request, as: Document.Facts.self)
      return try await desk.perform(
        AddDocument(facts), request, context, body: body, status: .created
      ) { $0 }
    }
    group.get("documents") { request, context in
      try await desk.read(request, context) { ListShape(try Document.all(as: $0, on: $1)) }
    }
    group.get("documents/{reference}") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.read(request, context) { viewpoint, connection in
        guard let found = try Document.find(reference, as: viewpoint, on: connection) else {
          throw DocumentLookup.missing(reference)
        }
        return found
      }
    }
  }

  @Sendable
  private func receive(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let query = try DocumentQuery(request.uri.queryParameters)
    // Asked before the upload is read: a stranger's bytes are not worth reading.
    let actor = try await desk.actor(request)
    try await desk.office.read(in: desk.inquiry(context), by: actor) { _, _ in }
    let bytes = try await desk.upload(request)
    let read = try await desk.papers.read(
      bytes, name: query.fileName, encoding: query.encoding
    ) { try DocumentRead($0, facts: query.facts) }
    return try await desk.perform(
      ReceiveDocument(read), request, context, body: bytes, status: .created,
      dryRun: query.isDryRun
    ) { $0 }
  }
}

/// What a clerk says of a document in the query of its receipt.
struct DocumentQuery {
  let fileName: String
  let encoding: String?
  let isDryRun: Bool
  let facts: Document.Facts

  init(_ query: Parameters) throws {
    guard let fileName = query["fileName"].map(String.init), fileName.isVisible,
      fileName.count <= 255, !fileName.contains("/")
    else {
      throw DocumentQuery.wrong(
        "fileName", "must name the file, in up to 255 visible characters and without folders")
    }
    self.fileName = fileName
    encoding = query["encoding"].map(String.init)
    isDryRun = try DocumentQuery.value(query, "dryRun", "true or false", Bool.init) ?? false
    let kinds = Document.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    facts = try Document.Facts(
      title: query["title"].map(String.init) ?? "",
      kind: DocumentQuery.value(query, "kind", "one of \(kinds)", Document.Kind.init(rawValue:))
        ?? .other,
      author: query["author"].map(String.init) ?? "",
      year: DocumentQuery.value(query, "year", "a year in four digits") { Int($0) },
      datedOn: DocumentQuery.value(query, "datedOn", "a day as YYYY-MM-DD") { Day($0) },
      address: query["address"].map(String.init),
      fullReference: query["fullReference"].map(String.init),
      language: query["language"].map(String.init) ?? "en")
    try facts.check()
  }

  private static func value<Value>(
    _ query: Parameters, _ name: Substring, _ wanted: String, _ read: (String) -> Value?
  ) throws -> Value? {
    guard let text = query[name].map(String.init) else { return nil }
    guard let value = read(text) else {
      throw wrong(String(name), "must be \(wanted), not “\(text)”")
    }
    return value
  }

  private static func wrong(_ name: String, _ what: String) -> Refusal {
    Refusal(.invalid, "query_value", "“\(name)” \(what).", field: name)
  }
}
