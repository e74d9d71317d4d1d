public import Inquiries
public import Postgres
public import Records

/// Answers in respondents' own words, as staff read them.
public enum AnswersInWords {
  /// A page of the answers to a question.
  public static func page(
    of survey: String, _ code: String, after respondent: Int, limit: Int,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AnswerInWords] {
    try question(code, of: survey, as: viewpoint, on: connection)
      .answers(after: respondent, limit: limit, on: connection)
  }

  static func question(
    _ code: String, of survey: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> QuestionInWords {
    guard try Survey.find(survey, as: viewpoint, on: connection) != nil else {
      throw SurveyLookup.notFound(survey)
    }
    let found = try QuestionInWords.find(code, of: survey, as: viewpoint, on: connection)
    guard let found else {
      throw Refusal(
        .notFound, "survey_question_not_in_words",
        "“\(code)” is no question of \(survey) that was answered in own words; `inquiry survey "
          + "show \(survey)` shows what was asked.", field: "question")
    }
    return found
  }
}

extension QuestionInWords {
  /// What one respondent wrote.
  func answer(
    of respondent: Int, in survey: String, on connection: Connection
  ) throws -> AnswerInWords {
    let next = try answers(after: respondent - 1, limit: 1, on: connection).first
    guard let next, next.respondent == respondent else {
      throw Refusal(
        .notFound, "answer_not_found",
        "Respondent \(respondent) wrote nothing in answer to \(code); `inquiry survey words "
          + "\(survey) \(code)` shows who did.", field: "respondent")
    }
    return next
  }
}

/// Publishes one answer in a respondent's own words, as a passage of its survey
/// that can be cited: `S2-Q9, answer 1`.
///
/// Nothing else of the respondent becomes public, nor the place in the file. Words
/// of it are left out again with ``RedactPassage``; all of it goes with ``TakeDownAnswer``.
public struct QuoteAnswer: Act {
  public static let title = "publish survey answer"
  public static let role = Role.clerk
  let survey: String
  let code: String
  let respondent: Int
  let isPersonalDataSeen: Bool
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameters:
  ///   - respondent: Place in the file, from 1, as the listing of answers has it.
  ///   - isPersonalDataSeen: Whether a clerk looked at what looks like personal
  ///     data and lets it stand.
  ///   - revision: Of the survey as it was read; `nil` where nobody says.
  public init(
    _ survey: String, _ code: String, respondent: Int, isPersonalDataSeen: Bool = false,
    _ terms: DecisionTerms, revision: Int? = nil
  ) {
    self.survey = survey
    self.code = code
    self.respondent = respondent
    self.isPersonalDataSeen = isPersonalDataSeen
    self.terms = terms
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<AnswerInWords> {
    try viewpoint.requireNotLapsed()
    let decision = try terms.decision("publish", from: viewpoint, at: desk)
    let question = try AnswersInWords.question(
      code, of: survey, as: viewpoint, on: desk.connection)
    let found = try SourceList([survey]).locked(from: viewpoint, at: desk)
    if let known = found.first?.source {
      try Refusal.requireFresh(survey, read: revision, now: known.revision)
    }
    guard let (source, known) = found.first, known.state == .published else {
      throw Refusal(
        .conflict, "survey_not_published",
        "\(survey) is not public itself; publish it first (`inquiry evidence publish`).",
        field: "reference")
    }
    let answer = try question.answer(of: respondent, in: survey, on: desk.connection)
    try require(answer)
    try question.quote(
      answer, in: source, under: try decision.insert(as: viewpoint, on: desk.connection),
      digest: desk.digest, on: desk.connection)
    try StandingRecord.touch(source, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [source], on: desk.connection)
    let quoted = try question.answer(of: respondent, in: survey, on: desk.connection)
    return Done(
      quoted, subject: quoted.locator ?? survey,
      detail: [
        "decidedOn": terms.on.description, "decidedBy": terms.by,
        "personalDataSeen": quoted.personalData.isEmpty ? nil : "yes",
      ].compactMapValues { $0 })
  }

  private func require(_ answer: AnswerInWords) throws(Refusal) {
    if let locator = answer.locator {
      throw Refusal(
        .conflict, "answer_published", "This answer was published before, as \(locator).",
        field: "respondent")
    }
    guard let kind = answer.personalData.first, !isPersonalDataSeen else { return }
    throw Refusal(
      .conflict, "personal_data_open",
      "The answer holds what looks like \(kind.inWords); nothing was published. Choose another, or "
        + "say that it was seen (--personal-data-seen) and leave the words out at once (`inquiry "
        + "submission redact`).", field: "personalDataSeen")
  }
}
