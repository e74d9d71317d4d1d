public import Inquiries
public import Postgres
public import Records

/// Answers in respondents' own words, as staff read them.
public enum AnswersInWords {
  /// A page of the answers to a question, each with what is looked at before it is published.
  public static func page(
    of survey: String, _ code: String, after respondent: Int, limit: Int,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AnswerInWords] {
    let answers = try question(code, of: survey, as: viewpoint, on: connection)
      .answers(after: respondent, limit: limit, on: connection)
    return try marked(answers, as: viewpoint, on: connection)
  }

  private static func marked(
    _ answers: [AnswerInWords], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AnswerInWords] {
    let words = answers.map(\.words)
    let naming = try AnonymousWall.naming(
      words, evenIfPublic: true, as: viewpoint, on: connection)
    // Beside words that can be read, the mark alone may tell the term.
    let holding =
      try viewpoint.isClerk
      ? ProtectedTerms.standing(in: words, as: viewpoint, on: connection) : []
    let (withheld, held) = (Set(naming), Set(holding))
    return answers.enumerated().map { place, answer in
      var marks: [PersonalData.Kind] = []
      if withheld.contains(place) { marks.append(.withheldName) }
      if held.contains(place) { marks.append(.protectedTerm) }
      return AnswerInWords(
        respondent: answer.respondent, words: answer.words, locator: answer.locator,
        takenDownOn: answer.takenDownOn, citedIn: answer.citedIn, marks: marks)
    }
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

/// Publishes answers in respondents' own words, each as a passage of its survey that
/// can be cited: `S2-Q9, answer 1`. All that are named, or none.
///
/// Nothing else of the respondents becomes public, nor their places in the file. Words
/// of an answer are left out again with ``RedactPassage``; all of it goes with
/// ``TakeDownAnswer``.
public struct QuoteAnswer: Act {
  public static let title = "publish survey answer"
  public static let role = Role.clerk
  let survey: String
  let code: String
  let list: AnswerList
  let isPersonalDataSeen: Bool
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameters:
  ///   - list: Whose answers, as the listing of answers numbers them.
  ///   - isPersonalDataSeen: Whether a clerk looked at what looks like personal
  ///     data, or is a name that is withheld, and lets it stand.
  ///   - revision: Of the survey as it was read; `nil` where nobody says.
  public init(
    _ survey: String, _ code: String, _ list: AnswerList, isPersonalDataSeen: Bool = false,
    _ terms: DecisionTerms, revision: Int? = nil
  ) {
    self.survey = survey
    self.code = code
    self.list = list
    self.isPersonalDataSeen = isPersonalDataSeen
    self.terms = terms
    self.revision = revision
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ListDone<AnswerInWords>> {
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
    let answers = try list.answers(to: question, in: survey, on: desk.connection)
    let naming = try AnonymousWall.naming(
      answers.map(\.words), evenIfPublic: true, as: viewpoint, on: desk.connection
    ).map { answers[$0].respondent }
    try require(answers, naming: naming)
    try question.quote(
      answers, in: source, under: try decision.insert(as: viewpoint, on: desk.connection),
      digest: desk.digest, on: desk.connection)
    try StandingRecord.touch(source, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [source], on: desk.connection)
    let quoted = try AnswerList.read(
      answers.map(\.respondent), of: question, on: desk.connection)
    let places = quoted.compactMap(\.locator)
    var detail = [
      "decidedOn": terms.on.description, "decidedBy": terms.by,
      "places": RedactionList.named(places),
    ]
    if !naming.isEmpty || quoted.contains(where: { !$0.personalData.isEmpty }) {
      detail["personalDataSeen"] = "yes"
    }
    return Done(
      ListDone(items: quoted, found: [known.revision]), subject: RedactionList.subject(places),
      detail: detail)
  }

  /// - Parameter naming: The respondents who name somebody who is not to be named.
  private func require(_ answers: [AnswerInWords], naming: [Int]) throws(Refusal) {
    let published = answers.filter { $0.locator != nil }
    guard published.isEmpty else {
      throw AnswerList.refusal(
        .conflict, "answer_published", published.map(\.respondent), of: answers.count,
        "gave what was published before, as "
          + published.compactMap(\.locator).joined(separator: "; "))
    }
    let open = answers.filter { !$0.personalData.isEmpty || naming.contains($0.respondent) }
    guard !open.isEmpty, !isPersonalDataSeen else { return }
    var kinds = Set(open.flatMap(\.personalData))
    if !naming.isEmpty { kinds.insert(.withheldName) }
    let named = PersonalData.Kind.allCases.filter { kinds.contains($0) }.map(\.inWords)
    throw AnswerList.refusal(
      .conflict, "personal_data_open", open.map(\.respondent), of: answers.count,
      "wrote what looks like \(named.joined(separator: ", ")); choose others, or say that it was "
        + "seen (--personal-data-seen) and leave the words out at once (`inquiry submission redact`)",
      field: "personalDataSeen")
  }
}
