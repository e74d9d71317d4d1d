import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for calls for evidence.
struct CallRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("calls") { request, context in
      try await desk.read(request, context) {
        ListShape(try CallForEvidence.all(as: $0, on: $1))
      }
    }
    group.get("calls/{slug}") { request, context in
      let slug = try context.parameters.require("slug")
      return try await desk.read(request, context, revision: { $0.revision }) {
        viewpoint, connection in
        guard let found = try CallForEvidence.find(slug, as: viewpoint, on: connection) else {
          throw Refusal(
            .notFound, "call_not_found", "There is no call “\(slug)” in this inquiry.",
            field: "slug")
        }
        return found.call
      }
    }
    group.post("calls") { request, context in
      let (call, body) = try await desk.shape(request, as: CallRequest.self)
      let act = OpenCall(
        slug: call.slug, title: call.title, text: call.text, periods: call.periods)
      return try await desk.perform(act, request, context, body: body, status: .created) { $0 }
    }
    group.patch("calls/{slug}") { request, context in
      let slug = try context.parameters.require("slug")
      let (edit, body) = try await desk.shape(request, as: CallEditRequest.self)
      let act = EditCall(
        slug, title: edit.title, text: edit.text, periods: edit.periods,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.post("calls/{slug}/publish") { request, context in
      let slug = try context.parameters.require("slug")
      let (given, body) = try await desk.shape(request, as: ActRequest.self)
      let act = PublishCall(
        slug, given.decision.terms, revision: try desk.revisionIfGiven(request))
      return try await desk.perform(
        act, request, context, body: body, dryRun: given.dryRun
      ) { $0 }
    }
    group.post("calls/{slug}/withdraw") { request, context in
      let slug = try context.parameters.require("slug")
      let (given, body) = try await desk.shape(request, as: ActRequest.self)
      let act = WithdrawCall(
        slug, given.decision.terms, revision: try desk.revisionIfGiven(request))
      return try await desk.perform(
        act, request, context, body: body, dryRun: given.dryRun
      ) { $0 }
    }
  }
}
