import Conduct
import Crypto
import HTTPTypes
import Hummingbird
import Inquiries
import Postgres
import Records
import Wire

/// What every staff route does alike: asks who it is, reads the body within
/// its bound, does the act once for its key, and answers.
struct StaffDesk: Sendable {
  let office: Office
  /// Largest upload taken, in bytes.
  let maximumUpload: Int
  let papers = ReadingDesk()

  /// Largest JSON body taken, in bytes: a correction of one passage fits.
  private static let maximumJSON = 1_048_576

  /// Who shows the bearer token.
  func actor(_ request: Request) async throws -> Actor {
    try await office.actor(showing: StaffDesk.token(request))
  }

  /// The bearer token, whosever it is.
  static func token(_ request: Request) throws -> String {
    guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ")
    else {
      throw Refusal(
        .unauthenticated, "token_missing",
        "Show a token: Authorization: Bearer …; an administrator can issue one.")
    }
    return String(header.dropFirst("Bearer ".count))
  }

  /// The slug of the inquiry in the address.
  func inquiry(_ context: some RequestContext) throws -> String {
    try context.parameters.require("inquiry")
  }

  /// The body as a JSON shape, unknown fields refused.
  func shape<Shape: JSONShape>(
    _ request: Request, as _: Shape.Type = Shape.self
  ) async throws -> (Shape, bytes: [UInt8]) {
    // Asked first: a stranger's bytes are not worth reading.
    _ = try await actor(request)
    let bytes = try await bytes(
      request, upTo: StaffDesk.maximumJSON, remedy: "JSON bodies have this fixed limit.")
    let json = try JSONObject(bytes)
    let shape = try Shape(json)
    try json.refuseUnknown()
    return (shape, bytes)
  }

  /// The body as an upload, streamed until the limit and no further.
  func upload(_ request: Request) async throws -> [UInt8] {
    try await bytes(
      request, upTo: maximumUpload, remedy: "INQUIRY_MAX_UPLOAD_BYTES sets the limit.")
  }

  private func bytes(
    _ request: Request, upTo limit: Int, remedy: String
  ) async throws -> [UInt8] {
    let refusal = Refusal(
      .tooLarge, "upload_too_large",
      "This is larger than the \(limit) bytes taken here. \(remedy)")
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw refusal
    }
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      guard bytes.count + buffer.readableBytes <= limit else { throw refusal }
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return bytes
  }

  /// Does an act in the inquiry of the address and answers with a shape.
  ///
  /// - Parameters:
  ///   - dryRun: Does it all and rolls it back: no audit entry, and nothing to
  ///     be done twice, so that it needs no key.
  ///   - tag: What `ETag` says of the outcome.
  func perform<A: Act, Shape: JSONWritable & SendableMetatype>(
    _ act: A, _ request: Request, _ context: some RequestContext, body: [UInt8] = [],
    status: HTTPResponse.Status = .ok, dryRun: Bool = false,
    tag: (@Sendable (A.Outcome) -> String)? = nil,
    _ shape: @escaping @Sendable (A.Outcome) -> Shape
  ) async throws -> Response {
    try await perform(
      act, request, in: inquiry(context), body: body, status: status, dryRun: dryRun, tag: tag,
      shape)
  }

  /// Does an act in the inquiry of that slug and answers with a shape.
  func perform<A: Act, Shape: JSONWritable & SendableMetatype>(
    _ act: A, _ request: Request, in slug: String, body: [UInt8] = [],
    status: HTTPResponse.Status = .ok, dryRun: Bool = false,
    tag: (@Sendable (A.Outcome) -> String)? = nil,
    _ shape: @escaping @Sendable (A.Outcome) -> Shape
  ) async throws -> Response {
    let actor = try await actor(request)
    guard !dryRun, let once = try onceOnly(request, body) else {
      let (bytes, tag) = try await office.perform(act, in: slug, by: actor, dryRun: dryRun) {
        (shape($0).jsonBytes, tag?($0))
      }
      return StaffDesk.json(bytes, status: dryRun ? .ok : status, tag: tag)
    }
    let answer = try await office.performOnce(act, in: slug, by: actor, as: once) {
      (status.code, shape($0).jsonBytes)
    }
    return StaffDesk.json(answer.body, status: .init(code: answer.status))
  }

  /// Does an act on a list; a dry run has the tag with which it is done as shown.
  func perform<A: Act, Item: JSONWritable & Sendable>(
    _ act: A, onList request: Request, _ context: some RequestContext, body: [UInt8],
    dryRun: Bool
  ) async throws -> Response where A.Outcome == ListDone<Item> {
    let shown: @Sendable (ListDone<Item>) -> String = { $0.found.seen(false) }
    return try await perform(
      act, request, context, body: body, dryRun: dryRun, tag: dryRun ? shown : nil
    ) { ListShape($0.items) }
  }

  /// The key under which a request may come twice, if it has one.
  func onceOnly(_ request: Request, _ body: [UInt8]) throws -> OnceOnly? {
    guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else {
      return nil
    }
    guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw Refusal(
        .invalid, "idempotency_key_form",
        "An Idempotency-Key has 1 to 200 visible characters of ASCII.",
        field: "Idempotency-Key")
    }
    var digest = SHA256()
    digest.update(data: Array("\(request.method) \(request.uri.string)\n".utf8))
    digest.update(data: body)
    return OnceOnly(key: key, request: digest.finalize())
  }

  /// A number in the query, refused when it is none or out of bounds.
  func number(
    _ name: String, in bounds: ClosedRange<Int>, _ request: Request
  ) throws -> Int? {
    guard let text = request.uri.queryParameters[Substring(name)] else { return nil }
    guard let number = Int(text), bounds.contains(number) else {
      throw Refusal(
        .invalid, "query_value",
        "“\(name)” must be a number from \(bounds.lowerBound) to \(bounds.upperBound).", field: name
      )
    }
    return number
  }

  /// The revision that the client read, from `If-Match`.
  func revision(_ request: Request) throws -> Int {
    guard let header = request.headers[.ifMatch] else {
      throw Refusal(
        .invalid, "if_match_missing",
        "Say which revision you read, as its ETag told it: If-Match: \"REVISION\".",
        field: "If-Match")
    }
    let digits = header.dropFirst().dropLast()
    guard header.count > 2, header.first == "\"", header.last == "\"",
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), let revision = Int(digits)
    else {
      throw Refusal(
        .invalid, "if_match_form", "If-Match must be one revision in quotation marks.",
        field: "If-Match")
    }
    return revision
  }

  /// The revision that the client read, where it says so.
  func revisionIfGiven(_ request: Request) throws -> Int? {
    request.headers[.ifMatch] == nil ? nil : try revision(request)
  }

  /// The revisions of a list that the client read, from `If-Match`: `"3.1.1"`,
  /// in the order in which the request names its things.
  func revisions(_ request: Request) throws -> [Int]? {
    guard let header = request.headers[.ifMatch] else { return nil }
    let parts = header.dropFirst().dropLast().split(
      separator: ".", omittingEmptySubsequences: false)
    let revisions = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard header.count > 2, header.first == "\"", header.last == "\"",
      revisions.count == parts.count
    else {
      throw Refusal(
        .invalid, "if_match_form",
        "If-Match must be the revision of each thing named, in that order: \"3.1.1\".",
        field: "If-Match")
    }
    return revisions
  }

  /// Reads in the inquiry of the address and answers with a shape.
  ///
  /// - Parameter revision: Of the thing, for `ETag`, where it is one that changes.
  func read<Shape: JSONWritable & Sendable>(
    _ request: Request, _ context: some RequestContext,
    revision: (@Sendable (Shape) -> Int)? = nil,
    _ body: @escaping @Sendable (Viewpoint, Connection) throws -> Shape
  ) async throws -> Response {
    let (bytes, revision) = try await office.read(in: inquiry(context), by: actor(request)) {
      let shape = try body($0, $1)
      return (shape.jsonBytes, revision?(shape))
    }
    return StaffDesk.json(bytes, tag: revision.map(String.init))
  }

  /// Reads words of one source and answers with a shape.
  func readWords<Shape: JSONWritable & Sendable>(
    of reference: String, _ request: Request, _ context: some RequestContext,
    confidential: String? = nil,
    _ body: @escaping @Sendable (Viewpoint, Connection) throws -> Shape
  ) async throws -> Response {
    let bytes = try await office.readWords(
      of: reference, in: inquiry(context), by: actor(request), confidential: confidential
    ) { try body($0, $1).jsonBytes }
    return StaffDesk.json(bytes)
  }

  static func json(
    _ bytes: [UInt8], status: HTTPResponse.Status = .ok, tag: String? = nil
  ) -> Response {
    var headers: HTTPFields = [
      .contentType: "application/json", .cacheControl: "no-store",
      .xContentTypeOptions: "nosniff",
    ]
    headers[.eTag] = tag.map { "\"\($0)\"" }
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension [Int] {
  /// The tag of a list by the revisions of its members; what `If-Match` gives
  /// back. An act raises each by one, so a dry run shows those before it.
  func seen(_ isDryRun: Bool) -> String {
    map { String(isDryRun ? $0 - 1 : $0) }.joined(separator: ".")
  }
}
