import Foundation
import Hummingbird

/// Hands routes the parts of an address as they were typed: names have blanks and locators
/// a plus, which come percent-encoded. What cannot be read stays, and is nobody's name.
struct DecodedAddress<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    for (name, part) in context.parameters where part.contains("%") {
      guard let decoded = part.removingPercentEncoding, !decoded.utf8.contains(0) else { continue }
      context.coreContext.parameters[name] = decoded[...]
    }
    return try await next(request, context)
  }
}
