public import Inquiries
public import Postgres

/// What has to stand beside a passage wherever it is cited: the footnotes beneath
/// an answer, and the base of a survey's figure.
public struct CitedBeside: Sendable {
  private var notes: [String: [Int: [String]]] = [:]
  private var figures: [String: [String: Bases]] = [:]

  /// The bases of a question: one for each of its answers, or of all.
  private enum Bases {
    case all(FigureBase)
    case each([String: FigureBase])
  }

  /// What stands beneath a passage, in order.
  public func footnotes(of passage: Passage) -> [String] {
    notes[passage.reference]?[passage.ordinal] ?? []
  }

  /// What an answer's figures rest on; `nil` for what is no figure, as a
  /// respondent's own words.
  public func base(of passage: Passage) -> FigureBase? {
    guard let answer = passage.answer else { return nil }
    switch figures[passage.reference]?[answer.question] {
    case .all(let base): return base
    case .each(let bases): return bases[answer.option]
    case nil: return nil
    }
  }

  /// Of the whole working record.
  public static func read(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> CitedBeside {
    try read(
      "record", viewpoint.inquiryID, standing: "correction.removed_on IS NULL", on: connection)
  }

  /// Of what is published.
  public static func published(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> CitedBeside {
    try read("published", inquiry, standing: "true", on: connection)
  }

  private static func read(
    _ schema: SQL, _ inquiry: Identifier<Inquiry>, standing: SQL, on connection: Connection
  ) throws -> CitedBeside {
    var beside = CitedBeside()
    try connection.forEach(
      """
      SELECT source.reference, passage.ordinal, correction.footnote
      FROM \(schema).correction
      JOIN \(schema).passage ON passage.id = correction.passage_id
      JOIN \(schema).source ON source.id = passage.source_id
      WHERE source.inquiry_id = \(inquiry) AND correction.kind = 'footnote' AND \(standing)
      ORDER BY correction.id
      """
    ) { row in
      let reference: String = try row.next()
      let ordinal: Int = try row.next()
      beside.notes[reference, default: [:]][ordinal, default: []].append(try row.next())
    }
    try connection.forEach(
      """
      SELECT source.reference, question.code, question.option_codes, question.stated_bases,
        shown.id IS NOT NULL, shown.counts[1]
      FROM \(schema).survey_question AS question
      JOIN \(schema).source ON source.id = question.source_id
      LEFT JOIN \(schema).survey_table AS shown
        ON shown.survey_question_id = question.id AND shown.by_survey_question_id IS NULL
      WHERE source.inquiry_id = \(inquiry) AND question.kind <> 'text'
      """
    ) { row in
      let reference: String = try row.next()
      let code: String = try row.next()
      let options: [String] = try row.next()
      let stated: [String]? = try row.next()
      let isCounted: Bool = try row.next()
      let count: Int? = try row.next()
      let bases: Bases =
        isCounted
        ? .all(count.map { .published("\($0)") } ?? .heldBack)
        : .each(
          Dictionary(
            zip(options, stated ?? []).map { ($0, $1.isEmpty ? .notPublished : .published($1)) },
            uniquingKeysWith: { first, _ in first }))
      beside.figures[reference, default: [:]][code] = bases
    }
    return beside
  }
}
