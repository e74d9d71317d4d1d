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
  }
}
