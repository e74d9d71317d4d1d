import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for the speaker labels of a transcript.
struct LabelRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("evidence/{reference}/labels") { request, context in
      let reference = try context.parameters.require("reference")
      let withSure = try ImportQuery.flag("all", request.uri.queryParameters)
      return try await desk.readWords(of: reference, request, context) {
        ListShape(try LabelInDoubt.all(of: reference, withSure: withSure, as: $0, on: $1))
      }
    }
    group.post("evidence/{reference}/labels") { request, context in
      let reference = try context.parameters.require("reference")
      let (asked, body) = try await desk.shape(request, as: LabelRequest.self)
      let act = MapLabel(
        asked.label, of: reference, from: asked.from.map { Identifier(Int64($0)) },
        to: try LabelRoutes.speaker(asked),
        revision: try desk.revisionIfGiven(request))
      return try await desk.perform(
        act, request, context, body: body, tag: { "\($0.revision)" }, { $0 })
    }
  }

  private static func speaker(_ asked: LabelRequest) throws -> MapLabel.Speaker {
    if let person = asked.person { return .person(Identifier(Int64(person))) }
    if let name = asked.listed { return .listed(name) }
    guard asked.nobody == true else {
      throw Refusal(
        .invalid, "speaker_missing", "Say who it is, or that “nobody” is true.", field: "nobody")
    }
    return .nobody
  }
}
