import Checks
import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for what the checker says of the draft, what people say of
/// that, and what the inquiry wants checked.
struct CheckRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("draft/remarks") { request, context in
      try await desk.read(request, context) { viewpoint, connection in
        ListShape(
          try ReportMaterial.read(as: viewpoint, on: connection).remarks.map(RemarkShape.init))
      }
    }
    group.put("draft/remarks/{remark}/owner") { request, context in
      let id = try context.parameters.require("remark")
      let (asked, body) = try await desk.shape(request, as: OwnerRequest.self)
      let act = AssignRemark(
        id, to: asked.owner, dueOn: asked.dueOn, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { RemarkShape($0) }
    }
    group.put("draft/remarks/{remark}/waiver") { request, context in
      let id = try context.parameters.require("remark")
      let (asked, body) = try await desk.shape(request, as: WaiverRequest.self)
      let act = WaiveRemark(id, because: asked.reason, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { RemarkShape($0) }
    }
    group.delete("draft/remarks/{remark}/waiver") { request, context in
      let act = WaiveRemark(
        try context.parameters.require("remark"), because: nil,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context) { RemarkShape($0) }
    }
    group.get("check-policy") { request, context in
      try await desk.read(request, context, revision: { $0.revision }) {
        try CheckPolicy.find(as: $0, on: $1)
      }
    }
    group.put("check-policy") { request, context in
      let (asked, body) = try await desk.shape(request, as: PolicyRequest.self)
      let act = SetCheckPolicy(
        weights: asked.weights, sourcesPerFinding: asked.sourcesPerFinding,
        minimumBase: asked.minimumBase, clerksWaiveErrors: asked.clerksWaiveErrors,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
  }
}

extension RemarkShape {
  init(_ remark: Remark) {
    self.init(
      id: remark.lasting.isEmpty ? nil : remark.id, code: remark.code.rawValue,
      severity: remark.severity.rawValue, paragraph: remark.place.paragraph, key: remark.place.key,
      number: remark.place.number, reference: remark.place.reference,
      locator: remark.place.locator, sentence: remark.sentence, remedy: remark.remedy,
      owner: remark.answer?.owner, dueOn: remark.answer?.dueOn,
      waiver: remark.answer?.waiver.map {
        Waiver(reason: $0.reason, by: $0.by, on: $0.on, holds: remark.isWaived)
      }, revision: remark.answer?.revision ?? 0)
  }
}
