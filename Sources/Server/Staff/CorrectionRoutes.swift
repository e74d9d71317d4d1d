import Conduct
import Hummingbird
import Inquiries
import Records
import Wire

/// Staff routes for corrections: of one passage, of a whole record, and what is
/// put beneath an answer.
struct CorrectionRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("evidence/{reference}/correct", use: correctRecord)
    group.get("evidence/{reference}/corrections") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.readWords(of: reference, request, context) {
        ListShape(try CorrectionEntry.all(of: reference, as: $0, on: $1))
      }
    }
    group.get("evidence/{reference}/left", use: left)
    group.post("passages/correct") { request, context in
      let (asked, body) = try await desk.shape(request, as: CorrectionRequest.self)
      let act = CorrectPassage(
        asked.locator, version: asked.version, text: asked.text,
        CorrectionTerms(
          asked.kind, removal: asked.removal, isPersonalDataSeen: asked.personalDataSeen))
      return try await desk.perform(act, request, context, body: body, dryRun: asked.dryRun) {
        CorrectionShape(
          locator: $0.locator, version: $0.version, before: $0.before, after: $0.after,
          carried: $0.carried, suspect: $0.suspect, publicPlaces: $0.publicPlaces,
          elsewhere: $0.elsewhere)
      }
    }
    group.post("passages/annotate") { request, context in
      let (asked, body) = try await desk.shape(request, as: AnnotationRequest.self)
      let note: AnnotatePassage.Note =
        asked.footnote.map { .footnote($0) } ?? .supplement(asked.supplement ?? "")
      let act = AnnotatePassage(
        asked.locator, note, isPersonalDataSeen: asked.personalDataSeen,
        version: try desk.revisionIfGiven(request))
      return try await desk.perform(act, request, context, body: body, status: .created) {
        ListShape($0)
      }
    }
    group.post("corrections/{id}/remove") { request, context in
      let id = try context.parameters.require("id", as: Int64.self)
      let act = RemoveAnnotation(id, revision: try desk.revision(request))
      return try await desk.perform(act, request, context) { _ in CountShape(1) }
    }
    group.post("passages/split") { request, context in
      let (split, body) = try await desk.shape(request, as: SplitRequest.self)
      let read = try desk.revisionIfGiven(request)
      return try await desk.perform(
        SplitPassage(split.locator, at: split.label, version: read ?? split.version), request,
        context, body: body
      ) {
        SplitShape(
          locator: $0.locator, label: split.label, speaker: $0.speaker, isInDoubt: $0.isInDoubt)
      }
    }
  }

  /// The file is read anew where nobody waits for a connection.
  @Sendable
  private func left(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let reference = try context.parameters.require("reference")
    let encoding = request.uri.queryParameters["encoding"].map(String.init)
    let (inquiry, actor) = (try desk.inquiry(context), try await desk.actor(request))
    let file = try await desk.office.read(in: inquiry, by: actor) {
      try CorrectedFile.newest(of: reference, as: $0, on: $1)
    }
    let kind = file.kind
    let read = try await desk.papers.read(
      file.original.bytes, name: file.original.fileName, encoding: encoding
    ) { try RecordRead($0, said: .init(kind: kind, stage: .corrected)) }
    let left = try await desk.office.left(of: reference, by: read, in: inquiry, by: actor)
    return StaffDesk.json(left.jsonBytes)
  }

  @Sendable
  private func correctRecord(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let reference = try context.parameters.require("reference")
    let query = try CorrectionQuery(request.uri.queryParameters)
    // Asked before the upload is read: a stranger's bytes are not worth reading.
    let actor = try await desk.actor(request)
    let kind = try await desk.office.read(in: desk.inquiry(context), by: actor) {
      try Source.find(reference, as: $0, on: $1)?.kind
    }
    guard let kind else {
      throw Refusal(.notFound, "source_not_found", "There is no “\(reference)” in this inquiry.")
    }
    let revision = try desk.revisionIfGiven(request)
    let bytes = try await desk.upload(request)
    let read = try await desk.papers.read(
      bytes, name: query.fileName, encoding: query.encoding
    ) { try RecordRead($0, said: .init(kind: kind, stage: query.stage)) }
    let act = CorrectRecord(
      reference, read, query.terms, leavesMisfits: query.leavesMisfits || query.isDryRun,
      revision: revision)
    let isDryRun = query.isDryRun
    // A dry run shows the revision that the file was compared with.
    let tag = { @Sendable (done: RecordDifference) -> String in
      "\(done.revision - (isDryRun && !done.wasReceivedBefore ? 1 : 0))"
    }
    return try await desk.perform(
      act, request, context, body: bytes, dryRun: isDryRun, tag: tag, { $0 })
  }
}

/// What a clerk says of a corrected file in the query.
struct CorrectionQuery {
  let fileName: String
  let encoding: String?
  let isDryRun: Bool
  let leavesMisfits: Bool
  let stage: Stage?
  let terms: CorrectionTerms

  init(_ query: Parameters) throws {
    fileName = try ImportQuery.fileName(query)
    encoding = query["encoding"].map(String.init)
    isDryRun = try ImportQuery.flag("dryRun", query)
    leavesMisfits = try ImportQuery.flag("leave", query)
    guard query["stage"].map({ $0 == Stage.corrected.rawValue[...] }) != false else {
      throw ImportQuery.wrong("stage", "can only be corrected")
    }
    stage = query["stage"] == nil ? nil : .corrected
    let word = query["kind"].map(String.init) ?? Correction.Kind.misreport.rawValue
    guard let kind = Correction.Kind(rawValue: word), kind.changesWords else {
      throw ImportQuery.wrong("kind", "must be misreport or fact, not “\(word)”")
    }
    terms = CorrectionTerms(
      kind, removal: query["removal"].map(String.init),
      isPersonalDataSeen: try ImportQuery.flag("personalDataSeen", query))
  }
}
