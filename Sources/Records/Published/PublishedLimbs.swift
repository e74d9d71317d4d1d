import Inquiries
import Postgres

extension ReportLimb {
  /// What the published recommendations of an inquiry ask, each with its key, in
  /// the order of their numbers.
  static func published(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [(String, ReportLimb)] {
    let addressees = try connection.query(
      """
      SELECT recommendation.key, limb, name, kind, is_lead
      FROM published.limb_addressee
      JOIN published.recommendation ON recommendation.id = recommendation_id
      WHERE inquiry_id = \(inquiry)
      ORDER BY recommendation_id, limb, ordinal
      """
    ) { row in
      (
        place: Place(key: try row.next(), number: try row.next()),
        addressee: Addressee(
          name: try row.next(), kind: try row.word(), isLead: try row.next())
      )
    }
    let asked = Dictionary(grouping: addressees, by: \.place)
    return try connection.query(
      """
      SELECT recommendation.key, limb.number, words, act, deadline_words, due_on, event,
        happened_on, event_source, months_after, days_after
      FROM published.limb
      JOIN published.recommendation ON recommendation.id = recommendation_id
      WHERE inquiry_id = \(inquiry)
      ORDER BY recommendation_id, limb.number
      """
    ) { row in
      let place = Place(key: try row.next(), number: try row.next())
      return (
        place.key,
        ReportLimb(
          number: place.number, words: try row.next(), act: try row.next(),
          addressees: (asked[place] ?? []).map(\.addressee),
          deadline: try ReportDeadline(&row))
      )
    }
  }

  private struct Place: Hashable {
    let key: String
    let number: Int
  }
}

extension ReportDeadline {
  /// From its words, day, event, day and source of it, months and days.
  fileprivate init?(_ row: inout Row) throws {
    let words: String? = try row.next()
    let day: Day? = try row.next()
    let event: String? = try row.next()
    let happenedOn: Day? = try row.next()
    let source: String? = try row.next()
    let after = Period(
      months: try row.next() as Int? ?? 0, days: try row.next() as Int? ?? 0)
    guard let words else { return nil }
    self.init(
      words: words, day: day,
      event: event.map {
        Event(name: $0, happenedOn: happenedOn, source: source, after: after)
      })
  }
}

extension ReportLineage {
  /// What the published recommendations of an inquiry take up, each with its key.
  ///
  /// The number of an earlier one is that of its inquiry's newest report.
  static func published(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [(String, ReportLineage)] {
    try connection.query(
      """
      SELECT recommendation.key, relation, before.slug, before.title,
        (SELECT block.number FROM published.report_block AS block
          JOIN published.report ON report.id = block.report_id
          WHERE block.recommendation_id = earlier_recommendation_id
            AND report.edition = (
              SELECT max(edition) FROM published.report AS newest
              WHERE newest.inquiry_id = before.id)
            AND report.inquiry_id = before.id
            AND block.kind = 'recommendation'
          LIMIT 1),
        source.reference, coalesce(source.title, source.reference), lineage.words,
        inquiry.slug
      FROM published.lineage
      JOIN published.recommendation ON recommendation.id = recommendation_id
      JOIN published.inquiry ON inquiry.id = recommendation.inquiry_id
      LEFT JOIN published.inquiry AS before ON before.id = earlier_inquiry_id
      LEFT JOIN published.source ON source.id = source_id
      WHERE recommendation.inquiry_id = \(inquiry)
      ORDER BY recommendation_id, ordinal
      """
    ) { row in
      let key: String = try row.next()
      let relation: Lineage.Relation = try row.word()
      let slug: String? = try row.next()
      let title: String? = try row.next()
      let number: Int? = try row.next()
      let reference: String? = try row.next()
      let documentTitle: String? = try row.next()
      let words: String? = try row.next()
      let own: String = try row.next()
      let href =
        reference.map { Address.written(own, $0) }
        ?? slug.flatMap { slug in number.map { Address.recommendation(slug, $0) } }
      return (
        key,
        ReportLineage(
          relation: relation, title: title ?? documentTitle ?? "", number: number,
          reference: reference, words: words, href: href)
      )
    }
  }
}
