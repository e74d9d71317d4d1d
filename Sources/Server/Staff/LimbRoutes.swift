import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Records
import Tagging
import Wire

/// Staff routes for what recommendations ask, until when, and what they take up.
struct LimbRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("recommendations/{name}/proposed-limbs") { request, context in
      let name = try context.parameters.require("name")
      return try await desk.read(request, context) {
        guard let found = try Recommendation.all(named: name, as: $0, on: $1).first else {
          throw Refusal(
            .notFound, "recommendation_not_found", "There is no recommendation “\(name)”.")
        }
        return ListShape(LimbProposer.propose(found.words).map(LimbProposalShape.init))
      }
    }
    group.post("recommendations/{name}/limbs") { request, context in
      let name = try context.parameters.require("name")
      let (asked, body) = try await desk.shape(request, as: LimbsRequest.self)
      let act = EditLimbs(
        name, asked.limbs.map(\.change), dropping: try NumberList(asked.drop).numbers,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body, dryRun: asked.dryRun) { $0 }
    }
    group.put("recommendations/{name}/lineage") { request, context in
      let name = try context.parameters.require("name")
      let slug = try desk.inquiry(context)
      let (asked, body) = try await desk.shape(request, as: LineageRequest.self)
      let act = TraceLineage(
        name, asked.lineage.map { $0.entry(in: slug) }, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.get("events") { request, context in
      try await desk.read(request, context) { ListShape(try AwaitedEvent.all(as: $0, on: $1)) }
    }
    group.post("events") { request, context in
      let (asked, body) = try await desk.shape(request, as: EventRequest.self)
      return try await desk.perform(
        AwaitEvent(asked.key, name: asked.name), request, context, body: body, status: .created
      ) { $0 }
    }
    group.post("events/{key}/log") { request, context in
      let key = try context.parameters.require("key")
      let (asked, body) = try await desk.shape(request, as: EventLogRequest.self)
      let act = LogEvent(
        key, on: asked.on, source: asked.source, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
  }
}

extension LimbProposalShape {
  init(_ proposal: LimbProposal) {
    self.init(
      span: SpanShape(from: proposal.span.lowerBound, to: proposal.span.upperBound),
      words: proposal.words, act: proposal.act, addressees: proposal.addressees,
      deadlineWords: proposal.deadline?.words, deadlineKind: proposal.deadline?.kind,
      deadlineOn: proposal.deadline?.on, months: proposal.deadline?.after.months ?? 0,
      days: proposal.deadline?.after.days ?? 0)
  }
}

extension LimbRequest {
  fileprivate var change: LimbChange {
    LimbChange(
      number: number, words: words, act: act, addressees: addressees,
      due: deadline.map {
        LimbChange.Due(
          words: $0.words, on: $0.dueOn, event: $0.event,
          after: Period(months: $0.months ?? 0, days: $0.days ?? 0))
      })
  }
}

extension LineageRequest.Entry {
  fileprivate func entry(in slug: String) -> TraceLineage.Entry {
    TraceLineage.Entry(
      relation,
      recommendation.map { .recommendation(key: $0, inquiry: inquiry ?? slug) }
        ?? .document(reference: document ?? "", words: words ?? ""))
  }
}
