import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for sittings from the agenda on, and their live logs.
struct SittingRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("sittings") { request, context in
      try await desk.read(request, context) { ListShape(try Sitting.all(as: $0, on: $1)) }
    }
    group.get("sittings/{sitting}") { request, context in
      let sitting = try await desk.office.sitting(
        handle(context), in: desk.inquiry(context), by: desk.actor(request))
      return StaffDesk.json(sitting.jsonBytes, tag: "\(sitting.revision)")
    }
    addMoves(to: group)
    addLog(to: group)
  }

  @Sendable
  private func plan(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let query = try PlanQuery(request.uri.queryParameters)
    // Asked before the agenda is read: a stranger's bytes are not worth reading.
    let actor = try await desk.actor(request)
    try await desk.office.read(in: desk.inquiry(context), by: actor) { _, _ in }
    let bytes = try await desk.upload(request)
    let read = try await desk.papers.read(
      bytes, name: query.fileName, encoding: query.encoding
    ) { try AgendaRead($0, said: query.said) }
    let act = PlanSitting(read, isDryRun: query.isDryRun)
    if query.isDryRun {
      let body = try await desk.office.perform(
        act, in: desk.inquiry(context), by: actor, dryRun: true
      ) { $0.jsonBytes }
      return StaffDesk.json(body)
    }
    return try await desk.perform(act, request, context, body: bytes, status: .created) { $0 }
  }

  private func addMoves<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("sittings/plan", use: plan)
    group.post("evidence/{reference}/privacy") { request, context in
      let (privacy, body) = try await desk.shape(request, as: PrivacyRequest.self)
      let act = SetPrivacy(
        try context.parameters.require("reference"), hidden: privacy.hidden, shown: privacy.shown,
        revision: try desk.revisionIfGiven(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.post("sittings/{sitting}/replace") { request, context in
      let (replace, body) = try await desk.shape(request, as: ReplaceRequest.self)
      guard replace.by != nil || replace.nobody == true else {
        throw Refusal(
          .invalid, "substitute_missing", "Say who comes instead, or that “nobody” is true.",
          field: "nobody")
      }
      let act = ReplaceWitness(
        try handle(context), replace.witness, person: replace.person,
        by: replace.by.map {
          ReplaceWitness.Substitute(
            name: $0.name, capacity: $0.capacity, organisation: $0.organisation, panel: $0.panel)
        },
        choice: replace.by.flatMap { $0.isNew ? .new : $0.person.map { .person($0) } },
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.put("sittings/{sitting}/members") { request, context in
      let (asked, body) = try await desk.shape(request, as: MembersRequest.self)
      let members = asked.members.map { member in
        SetMembers.Listed(
          member.name, isChair: member.isChair,
          choice: member.isNew ? .new : member.person.map { .person($0) })
      }
      let act = SetMembers(try handle(context), members, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.post("sittings/{sitting}/hold") { request, context in
      let act = HoldSitting(try handle(context), revision: try desk.revision(request))
      return try await desk.perform(act, request, context) { $0 }
    }
    group.post("sittings/{sitting}/adjourn") { request, context in
      let (stop, body) = try await desk.shape(request, as: StopRequest.self)
      let act = StopSitting(
        try handle(context), .adjourned, reason: stop.reason, until: stop.until,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
    group.post("sittings/{sitting}/cancel") { request, context in
      let (stop, body) = try await desk.shape(request, as: StopRequest.self)
      guard stop.until == nil else {
        throw Refusal(
          .invalid, "field_value", "A cancelled sitting does not go on; adjourn it instead.",
          field: "until")
      }
      let act = StopSitting(
        try handle(context), .cancelled, reason: stop.reason, revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
  }

  private func addLog<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("sittings/{sitting}/log") { request, context in
      let lines = try await desk.office.readLog(
        of: handle(context), after: desk.number("after", in: 0...1_000_000_000, request) ?? 0,
        limit: desk.number("limit", in: 1...1_000, request) ?? 1_000,
        in: desk.inquiry(context), by: desk.actor(request))
      return StaffDesk.json(ListShape(lines).jsonBytes)
    }
    group.post("sittings/{sitting}/log") { request, context in
      let (log, body) = try await desk.shape(request, as: LogRequest.self)
      return try await desk.perform(
        LogLines(try handle(context), log.lines), request, context, body: body
      ) {
        LogAnswer(
          taken: $0.taken, known: $0.known, revision: $0.revision, nextQuestion: $0.nextQuestion,
          questionsTwice: $0.sitting.questionsTwice, session: $0.sitting.number,
          inPrivate: $0.inPrivate)
      }
    }
    group.get("sittings/{sitting}/log-privacy") { request, context in
      let now = try await desk.office.logPrivacy(
        of: handle(context), in: desk.inquiry(context), by: desk.actor(request))
      return StaffDesk.json(now.jsonBytes)
    }
    group.get("sittings/{sitting}/log/{line}") { request, context in
      let line = try await desk.office.readLine(
        context.parameters.require("line"), of: handle(context), in: desk.inquiry(context),
        by: desk.actor(request))
      return StaffDesk.json(line.jsonBytes, tag: "\(line.revision)")
    }
    group.patch("sittings/{sitting}/log/{line}") { request, context in
      let (change, body) = try await desk.shape(request, as: LineChangeRequest.self)
      let act = MendLine(
        try handle(context), try context.parameters.require("line"), change.change,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) { $0 }
    }
  }

  func handle(_ context: some RequestContext) throws -> SittingHandle {
    let text = try context.parameters.require("sitting")
    guard let handle = SittingHandle(text) else {
      throw Refusal(
        .invalid, "sitting_form",
        "“\(text)” names no sitting; write P3 for the third planned, or 4 or OS4 for session 4.",
        field: "sitting")
    }
    return handle
  }
}

extension LineChangeRequest {
  fileprivate var change: LineChange {
    var change = LineChange()
    change.text = text
    change.kind = kind
    change.number = number
    change.person = person
    change.speaker = speaker
    change.at = at
    change.isStarred = isStarred
    change.isPromised = isPromised
    change.isPrivate = isPrivate
    change.isStruck = isStruck
    return change
  }
}
