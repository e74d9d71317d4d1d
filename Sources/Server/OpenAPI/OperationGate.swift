import HTTPTypes
import Hummingbird
import Inquiries
import Wire

/// Turns away who shows no token, before anything else of the request is
/// judged; and refuses parts of an address that are not of their form, and parameters
/// of the query that the operation does not take: a misspelt one would be passed over
/// in silence.
struct StaffGate<Context: RequestContext>: RouterMiddleware {
  /// For each operation the names it takes, and which of them several times.
  private let taken: [String: [String: Bool]]

  init(_ operations: [Operation]) {
    taken = Dictionary(
      operations.map { operation in
        (
          operation.key,
          Dictionary(
            operation.query.map { ($0.name, $0.isRepeated) }, uniquingKeysWith: { $1 })
        )
      }, uniquingKeysWith: { $1 })
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    _ = try StaffDesk.token(request)
    for (name, value) in context.parameters { try Parameter.check(name, value) }
    if request.uri.query != nil {
      let key = "\(request.method.rawValue) \(context.endpointPath ?? "")"
      let known = taken[key] ?? [:]
      var seen: Set<Substring> = []
      for (name, value) in request.uri.queryParameters {
        guard let isRepeated = known[String(name)] else { throw PublicQuery.unknown }
        guard seen.insert(name).inserted || isRepeated else {
          throw PublicQuery.repeated(String(name))
        }
        guard !value.utf8.contains(0) else {
          throw Refusal(
            .invalid, "query_value", "“\(name)” must be a text without a NUL character.",
            field: String(name))
        }
      }
    }
    return try await next(request, context)
  }
}

/// Tells a method that an address does not take from an address that is not
/// there.
struct MethodGate<Context: RequestContext>: RouterMiddleware {
  private struct Known {
    let parts: [Substring]
    let methods: Set<String>

    /// How much of it is said in full; the router prefers the most.
    var literals: Int {
      parts.count { !$0.hasPrefix("{") }
    }
  }

  private let known: [Known]

  init(_ operations: [Operation]) {
    known = Dictionary(grouping: operations, by: \.path).map { path, operations in
      Known(parts: path.split(separator: "/"), methods: Set(operations.map(\.method.rawValue)))
    }
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      let methods = methods(at: request.uri.path)
      guard !methods.isEmpty else { throw error }
      let refused = HTTPError(
        .methodNotAllowed, message: "This address takes \(methods.joined(separator: ", ")).")
      var answer = Problem(refused).response
      answer.headers[.allow] = methods.joined(separator: ", ")
      return answer
    }
  }

  private func methods(at path: String) -> [String] {
    let parts = path.split(separator: "/")
    let fitting = known.filter { known in
      known.parts.count == parts.count
        && zip(known.parts, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
    return fitting.max { $0.literals < $1.literals }?.methods.sorted() ?? []
  }
}
