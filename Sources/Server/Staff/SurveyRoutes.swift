import Conduct
import Hummingbird
import Inquiries
import Records
import Surveys
import Wire

/// Staff routes for surveys. Their passages and originals are read through the
/// routes of all evidence, and there they are accepted and published.
struct SurveyRoutes: Sendable {
  let desk: StaffDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("surveys/import", use: receive)
    addWords(to: group)
    group.get("surveys") { request, context in
      try await desk.read(request, context) { ListShape(try Survey.all(as: $0, on: $1)) }
    }
    group.get("surveys/{reference}") { request, context in
      let reference = try context.parameters.require("reference")
      return try await desk.read(request, context) { viewpoint, connection in
        guard let survey = try Survey.find(reference, as: viewpoint, on: connection),
          let read = try Instrument.read(reference, as: viewpoint, on: connection)
        else { throw SurveyLookup.notFound(reference) }
        return SurveyDetail(survey, read.instrument, read.stated)
      }
    }
    group.get("surveys/{reference}/tables/{question}") { request, context in
      let reference = try context.parameters.require("reference")
      let question = try context.parameters.require("question")
      let by = request.uri.queryParameters["by"].map(String.init)
      let decimals = try SubmissionQuery.value(
        request.uri.queryParameters, "decimals", "a number from 0 to 6"
      ) { Int($0).flatMap { (0...6).contains($0) ? $0 : nil } }
      return try await desk.read(request, context) { viewpoint, connection in
        try SurveyRoutes.table(
          reference, question, by, decimals ?? 0,
          from: try Tabulation.read(
            reference, questions: [question] + (by.map { [$0] } ?? []), as: viewpoint,
            on: connection))
      }
    }
  }

  private func addWords<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("surveys/{reference}/words/{question}") { request, context in
      let reference = try context.parameters.require("reference")
      let question = try context.parameters.require("question")
      let after = try desk.number("after", in: 0...1_000_000_000, request) ?? 0
      let limit = try desk.number("limit", in: 1...1_000, request) ?? 100
      return try await desk.readWords(
        of: reference, request, context, confidential: "read survey answers"
      ) {
        ListShape(
          try AnswersInWords.page(
            of: reference, question, after: after, limit: limit, as: $0, on: $1))
      }
    }
    group.post("surveys/{reference}/words/{question}/take-down", use: takeDown)
    group.post("surveys/{reference}/words/{question}/publish") { request, context in
      let reference = try context.parameters.require("reference")
      let question = try context.parameters.require("question")
      let (given, body) = try await desk.shape(request, as: QuoteAnswerRequest.self)
      let act = QuoteAnswer(
        reference, question, AnswerList(given.respondents, except: given.except),
        isPersonalDataSeen: given.personalDataSeen, given.decision.terms,
        revision: try desk.revisionIfGiven(request))
      return try await desk.perform(
        act, onList: request, context, body: body, dryRun: given.dryRun)
    }
  }

  /// Takes answers that were published by themselves down again.
  @Sendable
  private func takeDown(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let reference = try context.parameters.require("reference")
    let question = try context.parameters.require("question")
    let (given, body) = try await desk.shape(request, as: TakeDownAnswerRequest.self)
    let act = TakeDownAnswer(
      reference, question, AnswerList(given.respondents, except: given.except),
      given.decision.terms, revision: try desk.revisionIfGiven(request))
    return try await desk.perform(
      act, onList: request, context, body: body, dryRun: given.dryRun)
  }

  private static func table(
    _ reference: String, _ code: String, _ by: String?, _ decimals: Int,
    from tabulation: Tabulation?
  ) throws -> SurveyTableShape {
    guard let tabulation else {
      throw Refusal(
        .notFound, "survey_without_responses",
        "There is no survey “\(reference)” with responses in this inquiry; of one that came as "
          + "results, `inquiry survey show` prints the figures.", field: "reference")
    }
    let instrument = tabulation.instrument
    func place(_ code: String) throws(Refusal) -> Int {
      guard let place = instrument.index(of: code), instrument.questions[place].kind != .text
      else {
        throw Refusal(
          .notFound, "survey_question_not_found",
          "“\(code)” is no question with options in \(reference); its questions are "
            + instrument.questions.map(\.code).joined(separator: ", ") + ".", field: "question")
      }
      return place
    }
    let table = tabulation.table(of: try place(code), by: try by.map(place))
    return SurveyTableShape(table, decimals: decimals, isInBase: instrument.isInBase)
  }

  @Sendable
  private func receive(
    _ request: Request, _ context: some RequestContext
  ) async throws -> Response {
    let query = try SurveyQuery(request.uri.queryParameters)
    // Asked before the upload is read: a stranger's bytes are not worth reading.
    let actor = try await desk.actor(request)
    try await desk.office.read(in: desk.inquiry(context), by: actor) { _, _ in }
    let bytes = try await desk.upload(request)
    guard query.codebookLength <= bytes.count else {
      throw SubmissionQuery.wrong(
        "codebookLength", "must not be more than the \(bytes.count) bytes that were sent")
    }
    let read = try await desk.papers.read {
      let length = query.codebookLength
      return try SurveyRead(
        SurveyRead.File(name: query.fileName, bytes: Array(bytes[length...])),
        codebook: length == 0
          ? nil : SurveyRead.File(name: query.codebookName, bytes: Array(bytes[..<length])),
        said: query.said)
    }
    if query.isDryRun {
      let body = try await desk.office.perform(
        ImportSurvey(read), in: desk.inquiry(context), by: actor, dryRun: true
      ) { $0.jsonBytes }
      return StaffDesk.json(body)
    }
    return try await desk.perform(
      ImportSurvey(read), request, context, body: bytes, status: .created
    ) { $0 }
  }
}

extension SurveyDetail {
  init(_ survey: Survey, _ instrument: Instrument, _ stated: [[StatedFigure]?]) {
    self.init(
      survey: survey,
      questions: zip(instrument.questions, stated).map { question, stated in
        Question(
          code: question.code, kind: question.kind.rawValue, wording: question.wording,
          askedOf: question.askedOf,
          options: question.options.enumerated().map { place, option in
            Option(
              code: option.code, label: option.label, meaning: option.meaning.rawValue,
              stated: stated?[place].inWords)
          })
      })
  }
}
