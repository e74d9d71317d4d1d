import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for the witnesses' copies of transcripts.
struct CopyRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("copies") { request, context in
      let day = try ImportQuery.day("overdueOn", request.uri.queryParameters)
      return try await desk.read(request, context) {
        ListShape(try TranscriptCopy.all(overdueOn: day, as: $0, on: $1))
      }
    }
    group.get("evidence/{reference}/copies") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.read(request, context) {
        ListShape(try TranscriptCopy.all(of: reference, as: $0, on: $1))
      }
    }
    group.post("evidence/{reference}/copies") { request, context in
      let reference = try context.parameters.require("reference")
      let (asked, body) = try await desk.shape(request, as: CopiesRequest.self)
      let act = SendCopies(
        reference, to: asked.witnesses, sentOn: asked.sentOn, dueOn: asked.dueOn)
      return try await desk.perform(act, request, context, body: body) { ListShape($0) }
    }
    group.post("copies/{id}/return") { request, context in
      let id = try context.parameters.require("id", as: Int64.self)
      let (asked, body) = try await desk.shape(request, as: ReturnRequest.self)
      let act = ReturnCopy(id, on: asked.on, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
  }
}
