public import Inquiries
public import Postgres

/// A published report as `published` holds it, before it is put together.
public struct PublishedReport: Sendable {
  public struct Block: Sendable {
    public let kind: ReportBlock.Kind
    public let level: Int?
    public let key: String?
    public let paragraphNumber: Int?
    public let number: Int?
    public let markdown: String
    public let html: String
  }

  /// What is told of a recommendation beside its words.
  public struct Recommendation: Sendable {
    public let addressees: [String]
    /// Key of the finding it stands under.
    public let findingKey: String?
    public internal(set) var limbs: [ReportLimb] = []
    public internal(set) var lineage: [ReportLineage] = []
  }

  public struct LinkedWords: Sendable {
    /// Key of the finding or recommendation.
    public let key: String
    /// The limb of the recommendation that it is evidence for.
    public let limb: Int?
    public let stance: Stance
    public let quote: String?
    public let words: PublishedPassage
  }

  public let title: String
  public let edition: Int
  public let publishedOn: Day
  public let draftVersion: Int
  public let notesHTML: String?
  public let blocks: [Block]
  /// What each citation is pinned to, as far as it is public.
  public let pins: [CitationPlace: [PublishedPassage]]
  /// By key.
  public let recommendations: [String: Recommendation]
  public let links: [LinkedWords]

  /// Where a citation stands: a locator's words do not tell, since those that
  /// name a speaker follow when people are joined and parted.
  public struct CitationPlace: Hashable, Sendable {
    /// Bracket in the report and item in the bracket, both from 0.
    let bracket: Int
    let item: Int

    public init(bracket: Int, item: Int) {
      self.bracket = bracket
      self.item = item
    }
  }

  /// The newest edition of an inquiry's report.
  public static func newest(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> PublishedReport? {
    let found = try connection.first(
      """
      SELECT id, title, edition, published_on, draft_version, notes_html
      FROM published.report WHERE inquiry_id = \(inquiry) ORDER BY edition DESC LIMIT 1
      """
    ) { row in
      (
        id: try row.next() as Int64, title: try row.next() as String,
        edition: try row.next() as Int, publishedOn: try row.next() as Day,
        draftVersion: try row.next() as Int, notesHTML: try row.next() as String?
      )
    }
    guard let found else { return nil }
    return PublishedReport(
      title: found.title, edition: found.edition, publishedOn: found.publishedOn,
      draftVersion: found.draftVersion, notesHTML: found.notesHTML,
      blocks: try blocks(of: found.id, on: connection),
      pins: try pins(of: found.id, on: connection),
      recommendations: try recommendations(of: inquiry, on: connection),
      links: try links(of: inquiry, on: connection))
  }

  private static func blocks(of report: Int64, on connection: Connection) throws -> [Block] {
    try connection.query(
      """
      SELECT kind, level, key, paragraph_number, number, markdown, html
      FROM published.report_block WHERE report_id = \(report) ORDER BY ordinal
      """
    ) { row in
      Block(
        kind: try row.word(), level: try row.next(), key: try row.next(),
        paragraphNumber: try row.next(), number: try row.next(), markdown: try row.next(),
        html: try row.next())
    }
  }

  private static func pins(
    of report: Int64, on connection: Connection
  ) throws -> [CitationPlace: [PublishedPassage]] {
    let pins = try connection.query(
      """
      SELECT bracket, item,
        array(
          SELECT passage_version_id FROM published.citation_passage
          WHERE citation_id = citation.id ORDER BY ordinal)
      FROM published.citation WHERE report_id = \(report)
      """
    ) { row in
      (
        place: CitationPlace(bracket: try row.next(), item: try row.next()),
        ids: try row.next() as [Identifier<PassageVersion>]
      )
    }
    let passages = try PublishedPassage.versions(
      Array(Set(pins.flatMap(\.ids))), on: connection)
    return Dictionary(
      uniqueKeysWithValues: pins.map { pin in (pin.place, pin.ids.compactMap { passages[$0] }) })
  }

  private static func recommendations(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [String: Recommendation] {
    let rows = try connection.query(
      """
      SELECT recommendation.key, finding.key,
        array(
          SELECT name FROM published.addressee
          WHERE recommendation_id = recommendation.id ORDER BY ordinal)
      FROM published.recommendation
      LEFT JOIN published.finding ON finding.id = finding_id
      WHERE recommendation.inquiry_id = \(inquiry)
      """
    ) { row in
      let key: String = try row.next()
      let findingKey: String? = try row.next()
      return (key, Recommendation(addressees: try row.next(), findingKey: findingKey))
    }
    var recommendations = Dictionary(uniqueKeysWithValues: rows)
    for (key, limb) in try ReportLimb.published(of: inquiry, on: connection) {
      recommendations[key]?.limbs.append(limb)
    }
    for (key, lineage) in try ReportLineage.published(of: inquiry, on: connection) {
      recommendations[key]?.lineage.append(lineage)
    }
    return recommendations
  }

  private static func links(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [LinkedWords] {
    let links = try connection.query(
      """
      SELECT coalesce(finding.key, recommendation.key), limb, stance, quote, passage_version_id
      FROM published.link
      LEFT JOIN published.finding ON finding.id = link.finding_id
      LEFT JOIN published.recommendation ON recommendation.id = link.recommendation_id
      WHERE coalesce(finding.inquiry_id, recommendation.inquiry_id) = \(inquiry)
      ORDER BY link.id
      """
    ) { row in
      (
        key: try row.next() as String, limb: try row.next() as Int?,
        stance: try row.word() as Stance, quote: try row.next() as String?,
        version: try row.next() as Identifier<PassageVersion>
      )
    }
    let words = try PublishedPassage.versions(links.map(\.version), on: connection)
    return links.compactMap { link in
      words[link.version].map {
        LinkedWords(
          key: link.key, limb: link.limb, stance: link.stance, quote: link.quote, words: $0)
      }
    }
  }
}
