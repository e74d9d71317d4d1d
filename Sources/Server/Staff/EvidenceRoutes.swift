import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Papers
import Records
import Wire

/// Staff routes for inquiries, sessions, evidence and people.
struct EvidenceRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("sessions") { request, context in
      try await desk.read(request, context) { ListShape(try Session.all(as: $0, on: $1)) }
    }
    group.get("sessions/remarks") { request, context in
      let reference = request.uri.queryParameters["reference"].map(String.init)
      let gate = try await desk.office.read(in: desk.inquiry(context), by: desk.actor(request)) {
        try TranscriptGate.read(reference, as: $0, on: $1)
      }
      // Files are taken apart where nobody waits for a connection.
      let remarks = try await desk.papers.read { gate.remarks(of: reference) }
      return StaffDesk.json(ListShape(remarks.map(RemarkShape.init)).jsonBytes)
    }
    group.get("sessions/{number}") { request, context in
      let number = try context.parameters.require("number", as: Int.self)
      return try await desk.read(request, context) { viewpoint, connection in
        guard let session = try Session.find(number: number, as: viewpoint, on: connection) else {
          throw Refusal(.notFound, "session_not_found", "There is no session \(number).")
        }
        return session
      }
    }
    group.post("sessions/import", use: importRecord)
    addSources(to: group)
    addPeople(to: group)
  }

  private func addSources<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("evidence") { request, context in
      try await desk.read(request, context) { ListShape(try Source.all(as: $0, on: $1)) }
    }
    group.get("evidence/{reference}") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.read(request, context, revision: { $0.revision }) {
        guard let source = try Source.find(reference, as: $0, on: $1) else {
          throw Refusal(
            .notFound, "source_not_found", "There is no “\(reference)” in this inquiry.")
        }
        return source
      }
    }
    group.get("evidence/{reference}/unplaced") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.readWords(of: reference, request, context) {
        ListShape(try Source.unplaced(of: reference, as: $0, on: $1))
      }
    }
    group.get("evidence/{reference}/passages") { request, context in
      let reference = try context.parameters.require("reference")
      let after = try desk.number("after", in: 0...1_000_000_000, request) ?? 0
      let limit = try desk.number("limit", in: 1...1_000, request) ?? 100
      return try await desk.readWords(of: reference, request, context) {
        ListShape(
          try Passage.page(
            of: reference, after: after, limit: limit, as: $0, on: $1))
      }
    }
    group.get("evidence/{reference}/personal-data") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.readWords(of: reference, request, context) {
        ListShape(try PersonalDataCheck.remarks(onSource: reference, as: $0, on: $1))
      }
    }
    group.get("evidence/{reference}/original", use: original)
    group.get("evidence/{reference}/export", use: export)
    addSteps(to: group)
  }

  private func addSteps<Context: RequestContext>(to group: RouterGroup<Context>) {
    step("accept", in: group) { AcceptSources($0, $1) }
    group.post("evidence/publish") { request, context in
      let (asked, body) = try await desk.shape(request, as: PublishRequest.self)
      return try await carryOut(asked.act, body, request, context) {
        PublishSources($0, $1, isPersonalDataSeen: asked.personalDataSeen)
      }
    }
    step("withdraw", in: group) { WithdrawSources($0, $1) }
    step("take-down", in: group) { TakeDownSources($0, $1) }
  }

  /// One decided act on a list of sources; a dry run says what it would do.
  private func step<A: Act, Context: RequestContext>(
    _ name: String, in group: RouterGroup<Context>,
    _ act: @escaping @Sendable (SourceList, DecisionTerms) -> A
  ) where A.Outcome == [MovedSource] {
    group.post("evidence/\(name)") { request, context in
      let (asked, body) = try await desk.shape(request, as: ActRequest.self)
      return try await carryOut(asked, body, request, context, act)
    }
  }

  private func carryOut<A: Act>(
    _ asked: ActRequest, _ body: [UInt8], _ request: Request, _ context: some RequestContext,
    _ act: (SourceList, DecisionTerms) -> A
  ) async throws -> Response where A.Outcome == [MovedSource] {
    let list = SourceList(
      asked.references, except: asked.except, revisions: try desk.revisions(request))
    return try await desk.perform(
      act(list, asked.decision.terms), request, context, body: body, dryRun: asked.dryRun,
      tag: { $0.map(\.source.revision).seen(asked.dryRun) }, ListShape.init)
  }

  private func addPeople<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("people") { request, context in
      try await desk.read(request, context) { ListShape(try Person.all(as: $0, on: $1)) }
    }
    group.get("people/{id}") { request, context in
      let id = Identifier<Person>(try context.parameters.require("id", as: Int64.self))
      return try await desk.read(request, context, revision: { $0.revision }) {
        guard let person = try Person.all(as: $0, on: $1).first(where: { $0.id == id }) else {
          throw Refusal(
            .notFound, "person_not_found", "There is no person \(id) in this inquiry.")
        }
        return person
      }
    }
    group.patch("people/{id}") { request, context in
      let id = Identifier<Person>(try context.parameters.require("id", as: Int64.self))
      let (rename, body) = try await desk.shape(request, as: PersonRequest.self)
      let act = RenamePerson(
        id, to: rename.name, isNameOnly: rename.nameOnly, isMistake: rename.mistake,
        revision: try desk.revision(request))
      return try await desk.perform(act, request, context, body: body) {
        RenamedShape(person: $0.person, shownAs: $0.shownAs)
      }
    }
    addMerges(to: group)
    addFormerNames(to: group)
    group.put("people/{id}/identity") { request, context in
      let id = Identifier<Person>(try context.parameters.require("id", as: Int64.self))
      let (identity, body) = try await desk.shape(request, as: IdentityShape.self)
      let act = ProtectPerson(
        id, revision: try desk.revision(request), realName: identity.realName,
        terms: identity.terms)
      return try await desk.perform(act, request, context, body: body) {
        ProtectionShape(person: $0.person, publicPlaces: $0.publicPlaces)
      }
    }
    // Reading the register is an act with an audit entry, so it is no GET; and
    // no answer of it is kept for a retry.
    group.post("people/{id}/identity/read") { request, context in
      let id = Identifier<Person>(try context.parameters.require("id", as: Int64.self))
      let identity = try await desk.office.perform(
        ReadIdentity(id), in: desk.inquiry(context), by: desk.actor(request))
      return StaffDesk.json(
        RegisterEntryShape(
          realName: identity.name, terms: identity.terms, formerNames: identity.formerNames
        ).jsonBytes)
    }
    group.get("consents") { request, context in
      let due = try SubmissionQuery.reviewDay(request.uri.queryParameters)
      return try await desk.read(request, context) { viewpoint, connection in
        ListShape(
          try due.map { try Contribution.due(by: $0, as: viewpoint, on: connection) }
            ?? Contribution.all(as: viewpoint, on: connection))
      }
    }
    group.post("consents") { request, context in
      let (consent, body) = try await desk.shape(request, as: ConsentRequest.self)
      let act = RecordConsent(
        SourceList(consent.references, except: consent.except), witness: consent.witness,
        .init(
          consent.consent, givenBy: consent.givenBy, on: consent.on, uses: consent.uses,
          wording: consent.wording, reviewOn: consent.reviewOn),
        revisions: try desk.revisions(request))
      let shown: @Sendable (RecordConsent.Recorded) -> String = { $0.found.seen(false) }
      return try await desk.perform(
        act, request, context, body: body, dryRun: consent.dryRun,
        tag: consent.dryRun ? shown : nil
      ) {
        ConsentAnswer(contributions: $0.contributions, publicBeyond: $0.publicBeyond)
      }
    }
    group.post("consents/day") { request, context in
      let (asked, body) = try await desk.shape(request, as: ConsentDayRequest.self)
      let act = CorrectConsentDay(
        asked.reference, witness: asked.witness, to: asked.on, because: asked.reason,
        revisions: try desk.revisions(request))
      return try await desk.perform(act, request, context, body: body) { ListShape($0) }
    }
    group.get("witness-groups") { request, context in
      try await desk.read(request, context) {
        ListShape(try WitnessGroup.all(as: $0, on: $1).map(GroupShape.init))
      }
    }
    group.post("witness-groups") { request, context in
      let (group, body) = try await desk.shape(request, as: GroupRequest.self)
      let act = GroupWitnesses(
        WitnessGroup(slug: group.slug, name: group.name), group.witnesses,
        revision: try desk.revisionIfGiven(request))
      return try await desk.perform(act, request, context, body: body) { _ in
        CountShape(group.witnesses.count)
      }
    }
  }

  private func addFormerNames<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("people/{id}/former-names") { request, context in
      let id = Identifier<Person>(try context.parameters.require("id", as: Int64.self))
      return try await desk.read(request, context) {
        ListShape(try FormerName.guarded(of: id, as: $0, on: $1))
      }
    }
    group.post("people/{id}/former-names/{number}/mistake") { request, context in
      let id = Identifier<Person>(try context.parameters.require("id", as: Int64.self))
      let name = Identifier<FormerName>(try context.parameters.require("number", as: Int64.self))
      let act = SetAsideFormerName(name, of: id, revision: try desk.revision(request))
      return try await desk.perform(act, request, context) { $0 }
    }
  }

  private func addMerges<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("person-merges") { request, context in
      try await desk.read(request, context) {
        ListShape(try PersonMerge.all(as: $0, on: $1).map { MergeShape($0) })
      }
    }
    group.post("people/{id}/merge") { request, context in
      let id = Identifier<Person>(try context.parameters.require("id", as: Int64.self))
      let (asked, body) = try await desk.shape(request, as: MergeRequest.self)
      let revision = try desk.revision(request)
      let act = MergePeople(
        id, into: Identifier(Int64(asked.into)), revision: revision,
        survivorRevision: asked.intoRevision, wereTogether: asked.wereTogether)
      let shown: @Sendable (MergedPeople) -> String = { _ in "\(revision)" }
      return try await desk.perform(
        act, request, context, body: body, status: .created, dryRun: asked.dryRun,
        tag: asked.dryRun ? shown : nil
      ) { MergedShape($0) }
    }
    group.post("person-merges/{id}/undo") { request, context in
      let id = Identifier<PersonMerge>(try context.parameters.require("id", as: Int64.self))
      let act = UnmergePeople(id, revision: try desk.revision(request))
      return try await desk.perform(act, request, context) { MergeShape($0) }
    }
  }

  @Sendable
  private func importRecord(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let query = try ImportQuery(request.uri.queryParameters)
    // Asked before the upload is read: a stranger's bytes are not worth reading.
    let actor = try await desk.actor(request)
    try await desk.office.read(in: desk.inquiry(context), by: actor) { _, _ in }
    let bytes = try await desk.upload(request)
    let read = try await desk.papers.read(
      bytes, name: query.fileName, encoding: query.encoding
    ) { try RecordRead($0, said: query.said) }
    if query.isDryRun {
      let body = try await desk.office.perform(
        ReceiveRecord(read), in: desk.inquiry(context), by: actor, dryRun: true
      ) { outcome in
        var report = outcome
        report.isDryRun = true
        return report.jsonBytes
      }
      return StaffDesk.json(body)
    }
    return try await desk.perform(
      ReceiveRecord(read), request, context, body: bytes, status: .created
    ) { $0 }
  }

  @Sendable
  private func export(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let reference = try context.parameters.require("reference")
    let asked = request.uri.queryParameters["format"].map(String.init) ?? "akn"
    guard let format = TranscriptFormat(rawValue: asked) else {
      throw ImportQuery.wrong("format", "must be akn, json, csv or text, not “\(asked)”")
    }
    let bytes = try await desk.office.readWords(
      of: reference, in: desk.inquiry(context), by: desk.actor(request)
    ) { try TranscriptExport.read(reference, from: $0, on: $1).bytes(as: format) }
    return Response(
      status: .ok,
      headers: [
        .contentType: format.mediaType, .cacheControl: "no-store",
        .xContentTypeOptions: "nosniff", .contentDisposition: "attachment",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  @Sendable
  private func original(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let reference = try context.parameters.require("reference")
    let nth = try desk.number("corrected", in: 1...1_000, request)
    let original = try await desk.office.readWords(
      of: reference, in: desk.inquiry(context), by: desk.actor(request)
    ) { try Original.of(reference: reference, corrected: nth, as: $0, on: $1) }
    guard let original else {
      throw Refusal(
        .notFound, "source_not_found",
        "There is no “\(reference)” in this inquiry\(nth == nil ? "" : ", or not that many corrected files of it")."
      )
    }
    return original.response
  }
}

extension Original {
  /// The file as it arrived, to be kept and not shown.
  var response: Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "application/octet-stream", .cacheControl: "no-store",
        .xContentTypeOptions: "nosniff", .contentDisposition: "attachment",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension GroupShape {
  init(_ group: (group: WitnessGroup, witnesses: [Witness], revision: Int)) {
    self.init(
      slug: group.group.slug, name: group.group.name, witnesses: group.witnesses,
      revision: group.revision)
  }
}

extension DecisionShape {
  var terms: DecisionTerms {
    DecisionTerms(on: on, by: by, reason: reason)
  }
}
