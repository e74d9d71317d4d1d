import HTTPTypes
import Hummingbird

/// Hands the public surface's addresses to the site, and what is nowhere.
struct PublicSurface<Context: RequestContext>: RouterMiddleware {
  let site: PublicSite

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    guard !PublicTarget.covers(path) else { return await site.respond(to: request) }
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      return site.nothing(at: path, request.method)
    }
  }
}

/// A condition of a request (RFC 9110, 13.1.2).
enum Condition {
  /// Whether `If-None-Match` names the tag; weak comparison, as GET asks.
  static func holds(_ values: [String], _ etag: String) -> Bool {
    values.contains(etag)
      || values.flatMap { $0.split(separator: ",") }.contains { value in
        let tag = value.drop { $0 == " " }.prefix { $0 != " " }
        return tag == "*" || tag == etag || tag == "W/" + etag
      }
  }
}
