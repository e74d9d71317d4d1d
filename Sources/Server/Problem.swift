import HTTPTypes
import Hummingbird
import Inquiries
import Logging
import Papers
import Postgres
import Wire

/// The one table from errors to what is answered.
struct Problem {
  let status: HTTPResponse.Status
  let shape: ProblemShape
  /// Of what was changed meanwhile, the revision that it is at now.
  private var revision: Int?
  /// Whether somebody must look into it; then it is logged once.
  var isFault = false

  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self.init(refusal)
    case let fault as JSONFault:
      self.init(.badRequest, fault.code, fault.message, field: fault.field)
    case let problem as PublicProblem:
      self.init(problem.status, problem.code, problem.detail, field: problem.field)
    case let error as PaperError: self.init(error)
    case let error as DatabaseError: self.init(error)
    case let error as HTTPError:
      self.init(
        error.status, Problem.code(of: error.status),
        error.body ?? "\(error.status.reasonPhrase).")
    default:
      self.init(.internalServerError, "fault", "Something went wrong on our side; it was logged.")
      isFault = true
    }
  }

  private init(
    _ status: HTTPResponse.Status, _ code: String, _ detail: String, field: String? = nil
  ) {
    self.status = status
    shape = ProblemShape(
      status: status.code, title: status.reasonPhrase, code: code, detail: detail,
      field: field == "" ? nil : field)
  }

  private init(_ refusal: Refusal) {
    let status: HTTPResponse.Status =
      switch refusal.kind {
      case .invalid: .unprocessableContent
      case .unauthenticated: .unauthorized
      case .forbidden: .forbidden
      case .notFound: .notFound
      case .gone: .gone
      case .conflict: .conflict
      case .stale: .preconditionFailed
      case .tooLarge: .contentTooLarge
      case .busy: .serviceUnavailable
      }
    self.init(status, refusal.code, refusal.message, field: refusal.field)
    revision = refusal.revision
  }

  private init(_ error: PaperError) {
    let isPlaced = error.line.map { error.message.lowercased().contains("line \($0)") } ?? true
    let place =
      isPlaced
      ? ""
      : [error.line.map { "line \($0)" }, error.column.map { "column \($0)" }]
        .compactMap { $0 }.joined(separator: ", ")
    self.init(
      .unprocessableContent, error.code,
      place.isEmpty ? error.message : "\(error.file), \(place): \(error.message)", field: "file")
  }

  private init(_ error: DatabaseError) {
    switch error.kind {
    case .unavailable, .lockTimeout, .statementTimeout, .serializationFailure, .deadlock:
      self.init(
        .serviceUnavailable, "database_busy",
        "The database does not answer at the moment; nothing was done. Try again shortly.")
    case .outcomeUnknown:
      self.init(
        .serviceUnavailable, "outcome_unknown",
        "Whether this was done is not known. Send it again with the same Idempotency-Key.")
    default:
      self.init(.internalServerError, "fault", "Something went wrong on our side; it was logged.")
      isFault = true
    }
  }

  private static func code(of status: HTTPResponse.Status) -> String {
    switch status {
    case .notFound: "not_found"
    case .methodNotAllowed: "method_not_allowed"
    case .contentTooLarge: "upload_too_large"
    case .badRequest: "bad_request"
    default: "http_\(status.code)"
    }
  }

  /// The answer, as RFC 9457 problem details.
  var response: Response {
    var headers: HTTPFields = [
      .contentType: "application/problem+json", .cacheControl: "no-store",
      .xContentTypeOptions: "nosniff",
    ]
    if status == .serviceUnavailable { headers[.retryAfter] = "2" }
    if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
    headers[.eTag] = revision.map { "\"\($0)\"" }
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: shape.jsonBytes)))
  }
}

/// Turns what handlers throw into problem details, and logs faults of ours once
/// without a word of what was being done: descriptions of our errors hold no
/// data, those of others are named by their type alone.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = Problem(error)
      if problem.isFault {
        let what = (error as? DatabaseError)?.description ?? "\(type(of: error))"
        context.logger.error("a request failed", metadata: ["error": "\(what)"])
      }
      return problem.response
    }
  }
}
