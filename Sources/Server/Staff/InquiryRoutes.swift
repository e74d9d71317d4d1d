import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for inquiries themselves.
struct InquiryRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("inquiries") { request, _ in
      let actor = try await desk.actor(request)
      return StaffDesk.json(ListShape(try await desk.office.inquiries(for: actor)).jsonBytes)
    }
    group.post("inquiries") { request, _ in
      let actor = try await desk.actor(request)
      let (inquiry, body) = try await desk.shape(request, as: Inquiry.self)
      guard let once = try desk.onceOnly(request, body) else {
        let opened = try await desk.office.perform(OpenInquiry(inquiry), by: actor)
        return StaffDesk.json(opened.jsonBytes, status: .created)
      }
      let answer = try await desk.office.performOnce(
        OpenInquiry(inquiry), by: actor, as: once
      ) { (201, $0.jsonBytes) }
      return StaffDesk.json(answer.body, status: .init(code: answer.status))
    }
    group.get("inquiries/{inquiry}") { request, context in
      try await desk.read(request, context, revision: { $0.revision }) { viewpoint, _ in
        viewpoint.inquiry
      }
    }
    group.patch("inquiries/{inquiry}") { request, context in
      let (edit, body) = try await desk.shape(request, as: InquiryEdit.self)
      let act = EditInquiry(
        title: edit.title, summary: edit.summary, banner: edit.banner,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.post("inquiries/{inquiry}/launch") { request, context in
      let (act, body) = try await desk.shape(request, as: ActRequest.self)
      let shown: @Sendable (LaunchedInquiry) -> String = { [$0.revision].seen(true) }
      return try await desk.perform(
        LaunchInquiry(act.decision.terms, revision: try desk.revisionIfGiven(request)), request,
        context, body: body, dryRun: act.dryRun, tag: act.dryRun ? shown : nil
      ) { $0 }
    }
    group.post("inquiries/{inquiry}/lapse") { request, context in
      let (act, body) = try await desk.shape(request, as: ActRequest.self)
      return try await desk.perform(
        LapseInquiry(act.decision.terms, revision: try desk.revisionIfGiven(request)), request,
        context, body: body, dryRun: act.dryRun
      ) { CountShape(1) }
    }
    group.post("inquiries/{inquiry}/carry") { request, context in
      let (act, body) = try await desk.shape(request, as: ActRequest.self)
      let list = SourceList(
        act.references, except: act.except, revisions: try desk.revisions(request))
      return try await desk.perform(
        CarrySources(list, act.decision.terms), onList: request, context, body: body,
        dryRun: act.dryRun)
    }
    group.get("inquiries/{inquiry}/terms") { request, context in
      try await desk.read(request, context) {
        ListShape(try TermsOfReference.all(as: $0, on: $1))
      }
    }
    group.post("inquiries/{inquiry}/terms") { request, context in
      let (terms, body) = try await desk.shape(request, as: TermsRequest.self)
      let act = ReviseTerms(
        terms.text, terms.decision.terms, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body, status: .created) { $0 }
    }
    group.get("inquiries/{inquiry}/audit") { request, context in
      try await desk.read(request, context) { viewpoint, connection in
        ListShape(
          try AuditLine.newest(200, as: viewpoint, on: connection).map {
            AuditLineShape(
              number: Int($0.number), at: $0.at.description, by: $0.by, act: $0.act,
              subject: $0.subject)
          })
      }
    }
  }
}
