import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for what was imported, of whichever kind.
struct ImportRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("imports") { request, context in
      try await desk.read(request, context) { ListShape(try ReceivedFile.all(as: $0, on: $1)) }
    }
    group.post("imports/undo") { request, context in
      let (asked, body) = try await desk.shape(request, as: UndoListRequest.self)
      let list = SourceList(
        asked.references, except: asked.except, revisions: try desk.revisions(request))
      return try await desk.perform(
        UndoImports(list, reason: asked.reason), onList: request, context, body: body,
        dryRun: asked.dryRun)
    }
    group.post("imports/{reference}/undo") { request, context in
      let reference = try context.parameters.require("reference")
      let (asked, body) = try await desk.shape(request, as: UndoRequest.self)
      let act = UndoImport(
        reference, revision: try desk.revisionIfGiven(request), reason: asked.reason)
      return try await desk.perform(
        act, request, context, body: body, dryRun: asked.dryRun
      ) { $0 }
    }
  }
}
