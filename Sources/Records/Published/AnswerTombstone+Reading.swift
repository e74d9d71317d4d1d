public import Inquiries
public import Postgres

/// An answer in a respondent's own words that was public and is no longer.
public struct AnswerGone: Sendable {
  public let place: AnswerPlace
  public let tombstone: Tombstone

  /// Those of a published survey, in the order of their codes.
  public static func all(
    of survey: String, in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [AnswerGone] {
    try connection.query(
      """
      SELECT question_code, option_code, title, reason, removed_on
      FROM published.answer_tombstone
      WHERE inquiry_id = \(inquiry) AND reference = \(survey)
      ORDER BY id
      """
    ) { row in
      let place = AnswerPlace(question: try row.next(), option: try row.next())
      return AnswerGone(
        place: place,
        tombstone: Tombstone(
          reference: "\(survey)-\(place.question), answer \(place.option)", title: try row.next(),
          act: .takeDown, reason: try row.next(), removedOn: try row.next()))
    }
  }

  /// The one at an anchor of the survey's page, such as `q9-1`.
  public static func find(
    _ anchor: String, of survey: String, in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> AnswerGone? {
    try all(of: survey, in: inquiry, on: connection).first { $0.place.anchor == anchor }
  }
}

extension AnswerPlace {
  /// The published answer of a survey that stands at an anchor of its page.
  static func published(
    at anchor: String, of survey: String, in inquiry: Identifier<Inquiry>,
    on connection: Connection
  ) throws -> AnswerPlace? {
    try connection.query(
      """
      SELECT question_code, option_code
      FROM published.passage JOIN published.source ON source.id = source_id
      WHERE source.inquiry_id = \(inquiry) AND reference = \(survey) AND option_code IS NOT NULL
      """
    ) { row in AnswerPlace(question: try row.next(), option: try row.next()) }
    .first { $0.anchor == anchor }
  }
}
