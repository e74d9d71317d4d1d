public import Inquiries
import Postgres
public import Records

/// Takes answers in respondents' own words from the public again, all that are named or
/// none; their survey stays, and each answer's address tells that it went, when and why.
public struct TakeDownAnswer: Act {
  public static let title = "take down survey answer"
  public static let role = Role.clerk
  let survey: String
  let code: String
  let list: AnswerList
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameters:
  ///   - list: Whose answers, as the listing of answers numbers them.
  ///   - terms: With the reason that the public is told.
  ///   - revision: Of the survey as it was read; `nil` where nobody says.
  public init(
    _ survey: String, _ code: String, _ list: AnswerList, _ terms: DecisionTerms,
    revision: Int? = nil
  ) {
    self.survey = survey
    self.code = code
    self.list = list
    self.terms = terms
    self.revision = revision
  }

  /// - Returns: The answers, with the places of published reports that cite or quote them.
  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ListDone<AnswerInWords>> {
    guard terms.reason?.isVisible == true else {
      throw Refusal(
        .invalid, "reason_missing", "Say why they are taken down; the public is told.",
        field: "decision.reason")
    }
    let decision = try terms.protection("take-down", from: viewpoint, at: desk)
    let question = try AnswersInWords.question(
      code, of: survey, as: viewpoint, on: desk.connection)
    let found = try SourceList([survey]).locked(from: viewpoint, at: desk)
    guard let (source, known) = found.first else { throw SurveyLookup.notFound(survey) }
    try Refusal.requireFresh(survey, read: revision, now: known.revision)
    let answers = try list.answers(to: question, in: survey, on: desk.connection)
    let passages = try passages(of: answers, to: question, on: desk.connection)
    if let reason = terms.publicReason {
      for answer in answers { try reason.check(removing: answer.words, leaving: "") }
      try reason.check(about: [source], from: viewpoint, at: desk)
    }
    let places = try ReportPlaces.of(passages, as: viewpoint, on: desk.connection)
    try QuestionInWords.takeDown(
      passages, under: try decision.insert(as: viewpoint, on: desk.connection),
      on: desk.connection)
    try StandingRecord.touch(source, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [source], on: desk.connection)
    let gone = try AnswerList.read(answers.map(\.respondent), of: question, on: desk.connection)
    let items = zip(gone, passages).map { answer, passage in
      AnswerInWords(
        respondent: answer.respondent, words: answer.words, locator: answer.locator,
        takenDownOn: answer.takenDownOn, citedIn: places[passage] ?? [])
    }
    let names = gone.compactMap(\.locator)
    return Done(
      ListDone(items: items, found: [known.revision]), subject: RedactionList.subject(names),
      detail: [
        "decidedOn": terms.on.description, "decidedBy": terms.by,
        "places": RedactionList.named(names),
      ])
  }

  /// The public passage of each answer.
  private func passages(
    of answers: [AnswerInWords], to question: QuestionInWords, on connection: Connection
  ) throws -> [Identifier<Passage>] {
    let respondents = answers.map(\.respondent)
    let quoted = try question.quoted(respondents, on: connection)
    let hidden = respondents.filter { quoted[$0] == nil }
    guard hidden.isEmpty else {
      throw AnswerList.refusal(
        .conflict, "answer_not_public", hidden, of: answers.count,
        "gave no answer to \(question.code) that is public")
    }
    return respondents.compactMap { quoted[$0] }
  }
}
