import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Postgres
import Records
import Wire

/// Staff routes for links to evidence, propositions, and the register of conflicts.
struct LinkRoutes: Sendable {
  let desk: StaffDesk

  /// Most links that one answer lists.
  static let mostListed = 500
  /// The highest number of a limb that can be asked for.
  static let mostLimbs = 9_999

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    addPropositions(to: group)
    group.get("links", use: list)
    group.get("links/{id}") { request, context in
      let id = Identifier<Link>(try context.parameters.require("id", as: Int64.self))
      return try await desk.read(request, context, revision: { $0.link.revision }) {
        guard let found = try TracedLink.page(LinkFilter(ids: [id]), as: $0, on: $1).first else {
          throw Refusal(.notFound, "link_not_found", "There is no link \(id) in this inquiry.")
        }
        return found
      }
    }
    group.get("conflicts", use: conflicts)
    group.post("links") { request, context in
      let (link, body) = try await desk.shape(request, as: LinkRequest.self)
      let act = LinkEvidence(
        link.end, limb: link.limb, to: link.locator, stance: link.stance, words: try link.words(),
        version: link.version, isAffirmed: link.affirmed)
      return try await desk.perform(act, request, context, body: body, status: .created) {
        LinksMadeShape(count: $0.count, leftOut: $0.leftOut)
      }
    }
    group.post("links/edit") { request, context in
      let (edit, body) = try await desk.shape(request, as: LinkEditRequest.self)
      let act = EditLinks(
        LinkList(edit.links, except: edit.except, revisions: try desk.revisions(request)),
        try edit.change(), version: edit.version)
      return try await desk.perform(
        act, request, context, body: body, dryRun: edit.dryRun,
        tag: { $0.map(\.link.revision).seen(edit.dryRun) }
      ) { ListShape($0) }
    }
    for (word, isAffirmed) in [("affirm", true), ("drop", false)] {
      group.post("links/{id}/\(word)") { request, context in
        let id = Identifier<Link>(try context.parameters.require("id", as: Int64.self))
        let act = SettleLinks(id, isAffirmed: isAffirmed, revision: try desk.revision(request))
        return try await desk.perform(act, request, context) { _ in CountShape(1) }
      }
      group.post("links/\(word)") { request, context in
        let (settle, body) = try await desk.shape(request, as: SettleRequest.self)
        let act = SettleLinks(
          settle.links, except: settle.except, isAffirmed: isAffirmed, revives: settle.dropped,
          revisions: try desk.revisions(request))
        return try await desk.perform(
          act, request, context, body: body, dryRun: settle.dryRun,
          tag: { $0.map(\.revision).seen(settle.dryRun) }
        ) { ListShape($0) }
      }
    }
  }

  private func addPropositions<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("propositions") { request, context in
      try await desk.read(request, context) { ListShape(try Proposition.all(as: $0, on: $1)) }
    }
    group.post("propositions") { request, context in
      let (asked, body) = try await desk.shape(request, as: PropositionRequest.self)
      return try await desk.perform(
        StateProposition(asked.key, text: asked.text, revision: nil), request, context, body: body,
        status: .created
      ) { $0 }
    }
    group.patch("propositions/{key}") { request, context in
      let key = try context.parameters.require("key")
      let (asked, body) = try await desk.shape(request, as: RewordRequest.self)
      return try await desk.perform(
        StateProposition(key, text: asked.text, revision: try desk.revision(request)), request,
        context, body: body
      ) { $0 }
    }
  }

  @Sendable
  private func list(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let end = try end(request)
    let statuses = try request.uri.queryParameters.getAll("status").map { word in
      guard let status = LinkStatus(rawValue: word) else {
        throw Refusal(
          .invalid, "query_value",
          "“status” must be one of \(LinkStatus.allCases.map(\.rawValue).joined(separator: ", ")).",
          field: "status")
      }
      return status
    }
    let reference = request.uri.queryParameters["source"].map(String.init)
    let limb = try desk.number("limb", in: 1...LinkRoutes.mostLimbs, request)
    if limb != nil, end == nil {
      throw Refusal(
        .invalid, "query_value", "“limb” is of a recommendation; name it.", field: "limb")
    }
    let after = try desk.number("after", in: 0...999_999_999, request) ?? 0
    let limit = try desk.number("limit", in: 1...LinkRoutes.mostListed, request) ?? 100
    return try await desk.read(request, context) { viewpoint, connection in
      let end = try end.map { try EndLookup.resolve($0, as: viewpoint, on: connection) }
      try FilterValue.require(limb: limb, of: end, as: viewpoint, on: connection)
      try FilterValue.require(source: reference, field: "source", as: viewpoint, on: connection)
      return ListShape(
        try TracedLink.page(
          LinkFilter(
            statuses: statuses.isEmpty ? nil : statuses, end: end, limb: limb, reference: reference),
          after: after, limit: limit, as: viewpoint, on: connection))
    }
  }

  @Sendable
  private func conflicts(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let end = try end(request)
    let isAll = try ImportQuery.flag("all", request.uri.queryParameters)
    return try await desk.read(request, context) { viewpoint, connection in
      let end = try end.map { try EndLookup.resolve($0, as: viewpoint, on: connection) }
      return ListShape(
        try Conflict.all(
          of: end, isTwoSided: end == nil && !isAll, as: viewpoint, on: connection))
    }
  }

  /// The one statement that the query names.
  private func end(_ request: Request) throws -> LinkEnd? {
    let query = request.uri.queryParameters
    let ends =
      query.getAll("finding").map(LinkEnd.finding)
      + query.getAll("recommendation").map(LinkEnd.recommendation)
      + query.getAll("proposition").map(LinkEnd.proposition)
    guard ends.count <= 1 else {
      throw Refusal(
        .invalid, "query_value", "Ask for one finding, recommendation or proposition.")
    }
    return ends.first
  }
}

extension LinkRequest {
  fileprivate var end: LinkEnd {
    if let finding { return .finding(finding) }
    if let recommendation { return .recommendation(recommendation) }
    return .proposition(proposition ?? "")
  }

  fileprivate func words() throws -> LinkWords {
    try SpanShape.check(span, quote: quote, version: version)
    return try span?.words ?? quote.map(LinkWords.quote) ?? .whole
  }
}

extension LinkEditRequest {
  fileprivate func change() throws -> LinkChange {
    try SpanShape.check(span, quote: quote, version: version, whole: whole)
    return LinkChange(
      stance: stance,
      words: try whole ? .whole : span?.words ?? quote.map(LinkWords.quote),
      limb: limb)
  }
}

extension SpanShape {
  fileprivate var words: LinkWords {
    get throws { .span(try Range<Int>.span(from: from, to: to)) }
  }
}
