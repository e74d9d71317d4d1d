import Conduct
import Hummingbird
import Inquiries
import Wire

/// Staff routes for quantified statements and what they rest on.
struct ClaimRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("claims") { request, context in
      try await desk.read(request, context) {
        ListShape(try ClaimLedger.read(as: $0, on: $1).claims)
      }
    }
    group.get("claims/{name}") { request, context in
      let name = try context.parameters.require("name")
      return try await desk.read(request, context, revision: { $0.revision }) {
        try ClaimLookup.find(name, in: ClaimLedger.read(as: $0, on: $1).claims)
      }
    }
    group.post("claims/{name}/bind") { request, context in
      let (asked, body) = try await desk.shape(request, as: ClaimRequest.self)
      let act = BindClaim(
        try context.parameters.require("name"), to: asked.locator, figure: asked.figure,
        base: asked.base, revision: try desk.revision(request))
      return try await desk.perform(
        act, request, context, body: body, tag: { "\($0.revision)" }
      ) { $0 }
    }
    group.post("claims/{name}/release") { request, context in
      let act = ReleaseClaim(
        try context.parameters.require("name"), revision: try desk.revision(request))
      return try await desk.perform(act, request, context, tag: { "\($0.revision)" }) { $0 }
    }
    group.get("claim-phrases") { request, context in
      try await desk.read(request, context) { _, _ in ListShape(try ClaimLedger.phrases.rows) }
    }
  }
}
