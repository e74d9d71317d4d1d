public import Inquiries
public import Records

/// Takes one answer in a respondent's own words from the public again; its survey
/// stays, and the answer's address tells that it went, when and why.
public struct TakeDownAnswer: Act {
  public static let title = "take down survey answer"
  public static let role = Role.clerk
  let survey: String
  let code: String
  let respondent: Int
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameters:
  ///   - respondent: Place in the file, from 1, as the listing of answers has it.
  ///   - terms: With the reason that the public is told.
  ///   - revision: Of the survey as it was read; `nil` where nobody says.
  public init(
    _ survey: String, _ code: String, respondent: Int, _ terms: DecisionTerms,
    revision: Int? = nil
  ) {
    self.survey = survey
    self.code = code
    self.respondent = respondent
    self.terms = terms
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<AnswerInWords> {
    guard terms.reason?.isVisible == true else {
      throw Refusal(
        .invalid, "reason_missing", "Say why the answer is taken down; the public is told.",
        field: "decision.reason")
    }
    let decision = try terms.protection("take-down", from: viewpoint, at: desk)
    let question = try AnswersInWords.question(
      code, of: survey, as: viewpoint, on: desk.connection)
    let found = try SourceList([survey]).locked(from: viewpoint, at: desk)
    if let known = found.first?.source {
      try Refusal.requireFresh(survey, read: revision, now: known.revision)
    }
    let answer = try question.answer(of: respondent, in: survey, on: desk.connection)
    guard let source = found.first?.id,
      let passage = try question.quoted(
        respondent, on: desk.connection)
    else {
      throw Refusal(
        .conflict, "answer_not_public",
        "Respondent \(respondent)'s answer to \(question.code) is not public; nothing was done.",
        field: "respondent")
    }
    if let reason = terms.publicReason {
      try reason.check(removing: answer.words, leaving: "")
      try reason.check(about: [source], from: viewpoint, at: desk)
    }
    let places = try ReportPlaces.of([source], passage: passage, as: viewpoint, on: desk.connection)
    try QuestionInWords.takeDown(
      [passage], under: try decision.insert(as: viewpoint, on: desk.connection),
      on: desk.connection)
    try StandingRecord.touch(source, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [source], on: desk.connection)
    let gone = try question.answer(of: respondent, in: survey, on: desk.connection)
    return Done(
      AnswerInWords(
        respondent: respondent, words: gone.words, locator: gone.locator,
        takenDownOn: gone.takenDownOn, citedIn: places.values.flatMap(\.self)),
      subject: answer.locator ?? survey,
      detail: ["decidedOn": terms.on.description, "decidedBy": terms.by])
  }
}
