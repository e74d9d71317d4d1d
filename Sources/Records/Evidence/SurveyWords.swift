public import Inquiries
public import Postgres

/// A question of a survey that respondents answered in their own words.
public struct QuestionInWords: Sendable {
  private let id: Int64
  /// `Q9`, as the instrument has it.
  public let code: String

  /// The question of a survey; `nil` when it has none of that code that was
  /// answered in words.
  public static func find(
    _ code: String, of survey: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> QuestionInWords? {
    try connection.first(
      """
      SELECT question.id, question.code FROM record.survey_question AS question
      JOIN record.source ON source.id = source_id
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(survey)
        AND lower(question.code) = lower(\(code)) AND question.kind = 'text'
      """
    ) { row in QuestionInWords(id: try row.next(), code: try row.next()) }
  }

  /// A page of the answers, in the order of the file, after a respondent.
  public func answers(
    after respondent: Int, limit: Int, on connection: Connection
  ) throws -> [AnswerInWords] {
    try read("words.respondent > \(respondent)", limit: limit, on: connection)
  }

  /// What these respondents wrote, in the order of the file; who wrote nothing is left
  /// out.
  public func answers(
    of respondents: [Int], on connection: Connection
  ) throws -> [AnswerInWords] {
    try read(
      "words.respondent = ANY (\(respondents))", limit: respondents.count, on: connection)
  }

  private func read(
    _ condition: SQL, limit: Int, on connection: Connection
  ) throws -> [AnswerInWords] {
    try connection.query(
      """
      SELECT words.respondent, words.text,
        reference || '-' || question_code || ', answer ' || option_code, removal.decided_on
      FROM record.survey_words AS words
      LEFT JOIN record.quoted_answer AS quoted
        ON quoted.survey_question_id = words.survey_question_id
        AND quoted.respondent = words.respondent
      LEFT JOIN record.passage ON passage.id = quoted.passage_id
      LEFT JOIN record.source ON source.id = passage.source_id
      LEFT JOIN record.decision AS removal ON removal.id = quoted.removed_decision_id
      WHERE words.survey_question_id = \(id) AND \(condition)
      ORDER BY words.respondent
      LIMIT \(limit)
      """
    ) { row in
      AnswerInWords(
        respondent: try row.next(), words: try row.next(), locator: try row.next(),
        takenDownOn: try row.next())
    }
  }

  /// The passages of those of these respondents' answers that are public, as far as their
  /// survey is.
  public func quoted(
    _ respondents: [Int], on connection: Connection
  ) throws -> [Int: Identifier<Passage>] {
    Dictionary(
      uniqueKeysWithValues: try connection.query(
        """
        SELECT respondent, passage_id FROM record.quoted_answer
        WHERE survey_question_id = \(id) AND respondent = ANY (\(respondents))
          AND removed_decision_id IS NULL
        """
      ) { row -> (Int, Identifier<Passage>) in (try row.next(), try row.next()) })
  }

  /// Takes answers that were published by themselves from the public.
  public static func takeDown(
    _ passages: [Identifier<Passage>], under decision: Identifier<Decision>,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.quoted_answer
      SET removed_decision_id = \(decision), revision = revision + 1
      WHERE passage_id = ANY (\(passages)) AND removed_decision_id IS NULL
      """)
    try connection.execute(
      "UPDATE record.passage SET is_private = true WHERE id = ANY (\(passages))")
  }

  /// Those of these passages that are answers which were taken down.
  public static func takenDown(
    among passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [Identifier<Passage>] {
    try connection.query(
      """
      SELECT passage_id FROM record.quoted_answer
      WHERE passage_id = ANY (\(passages)) AND removed_decision_id IS NOT NULL
      """
    ) { row in try row.next() }
  }

  /// Makes answers passages of their survey, under the next numbers in this order.
  ///
  /// The caller holds the inquiry's lock.
  public func quote(
    _ answers: [AnswerInWords], in source: Identifier<Source>,
    under decision: Identifier<Decision>, digest: TextDigest, on connection: Connection
  ) throws {
    let words = answers.map(\.words)
    let passages: [Identifier<Passage>] = try connection.query(
      """
      INSERT INTO record.passage (source_id, ordinal, kind, question_code, option_code, is_chair)
      SELECT \(source), taken.ordinal + place, 'answer', \(code), taken.option + place, false
      FROM generate_series(1, \(answers.count)) AS place
      CROSS JOIN (
        SELECT max(ordinal) AS ordinal, count(*) FILTER (WHERE question_code = \(code)) AS option
        FROM record.passage WHERE source_id = \(source)) AS taken
      ORDER BY place
      RETURNING id
      """
    ) { row in try row.next() }
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      SELECT passage, 1, 'corrected', language, text, exact_digest, wording_digest
      FROM unnest(
        \(passages), \(words), \(words.map(digest.exact)), \(words.map(digest.wording)))
        AS given (passage, text, exact_digest, wording_digest)
      CROSS JOIN record.source
      WHERE source.id = \(source)
      """)
    try connection.execute(
      """
      INSERT INTO record.quoted_answer (passage_id, survey_question_id, respondent, decision_id)
      SELECT passage, \(id), respondent, \(decision)
      FROM unnest(\(passages), \(answers.map(\.respondent))) AS given (passage, respondent)
      """)
  }

  /// Whether all of these passages are answers published by themselves.
  public static func areQuoted(
    _ passages: [Identifier<Passage>], on connection: Connection
  ) throws -> Bool {
    try connection.one(
      "SELECT count(*) FROM record.quoted_answer WHERE passage_id = ANY (\(passages))"
    ) { row in try row.next() as Int } == passages.count
  }
}
