import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for evidence that is suggested.
struct SuggestionRoutes: Sendable {
  let desk: StaffDesk
  let finder: EvidenceFinder

  /// Suggestions in one list where nobody says how many.
  private static let usual = 10
  static let most = 100

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("recommendations/{name}/suggestions") { request, context in
      try await suggest(.recommendation(try context.parameters.require("name")), request, context)
    }
    group.get("findings/{name}/suggestions") { request, context in
      try await suggest(.finding(try context.parameters.require("name")), request, context)
    }
    group.get("suggestions") { request, context in
      let found = try await finder.suggestionsForAll(
        limit: limit(request), in: desk.inquiry(context), by: desk.actor(request))
      return StaffDesk.json(ListShape(found).jsonBytes)
    }
    group.post("suggestions") { request, context in
      let (sought, _) = try await desk.shape(request, as: SuggestRequest.self)
      let found = try await finder.suggestions(
        for: sought.text, limit: sought.limit ?? Self.usual, in: desk.inquiry(context),
        by: desk.actor(request))
      return StaffDesk.json(found.jsonBytes)
    }
    group.post("suggestions/drop") { request, context in
      let (drop, body) = try await desk.shape(request, as: DropSuggestionsRequest.self)
      let end = drop.finding.map(LinkEnd.finding) ?? .recommendation(drop.recommendation ?? "")
      return try await desk.perform(
        DropSuggestions(drop.locators, for: end), request, context, body: body
      ) { CountShape($0) }
    }
  }

  private func limit(_ request: Request) throws -> Int {
    try desk.number("limit", in: 1...Self.most, request) ?? Self.usual
  }

  private func suggest(
    _ end: LinkEnd, _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let limb = try desk.number("limb", in: 1...LinkRoutes.mostLimbs, request)
    let found = try await finder.suggestions(
      for: end, limb: limb, limit: limit(request), in: desk.inquiry(context),
      by: desk.actor(request))
    return StaffDesk.json(found.jsonBytes)
  }
}
