public import Inquiries
public import Postgres

extension Contribution {
  /// Every contribution of the inquiry with the consent to it, by source.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Contribution] {
    try read("source.inquiry_id = \(viewpoint.inquiryID)", on: connection)
  }

  /// The contributions to these sources.
  public static func of(
    _ sources: [Identifier<Source>], on connection: Connection
  ) throws -> [Contribution] {
    try read("source.id = ANY (\(sources))", on: connection)
  }

  private static func read(_ condition: SQL, on connection: Connection) throws -> [Contribution] {
    try connection.query(
      """
      SELECT source.reference, person.name, capacity, organisation, witness_group.name, consent,
        consent_given_by, consent_on, consent_uses, consent_wording, consent_review_on,
        contribution.revision
      FROM record.contribution
      JOIN record.source ON source.id = source_id
      JOIN record.witness ON witness.id = witness_id
      JOIN record.person ON person.id = person_id
      LEFT JOIN record.witness_group ON witness_group.id = witness_group_id
      WHERE \(condition)
      ORDER BY source.id, contribution.id
      """
    ) { row in
      Contribution(
        reference: try row.next(),
        witness: Witness(
          name: try row.next(), capacity: try row.next(), organisation: try row.next(),
          group: try row.next()),
        consent: try row.word(), givenBy: try row.next(), on: try row.next(),
        uses: Set((try row.next() as [String]).compactMap(ConsentUse.init)),
        wording: try row.next(), reviewOn: try row.next(), revision: try row.next())
    }
  }

  /// The contributions whose consent should be asked for again by a day, the
  /// earliest first.
  public static func due(
    by day: Day, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Contribution] {
    try read(
      """
      source.inquiry_id = \(viewpoint.inquiryID) AND consent = 'given'
        AND consent_review_on <= \(day)
      """, on: connection
    ).sorted { ($0.reviewOn ?? day, $0.reference) < ($1.reviewOn ?? day, $1.reference) }
  }

  /// Those who agreed to publication and not to being named, and whose name
  /// would stand in public: neither a pseudonym nor words in its place.
  public static func notToBeNamed(
    in sources: [Identifier<Source>], on connection: Connection
  ) throws -> [Contribution] {
    try read(
      """
      source.id = ANY (\(sources)) AND consent = 'given' AND NOT 'name' = ANY (consent_uses)
        AND NOT person.is_protected
        AND NOT EXISTS (
          SELECT FROM record.written_submission AS written
          WHERE written.source_id = source.id AND written.outcome = 'published_anonymous')
      """, on: connection)
  }

  /// What was said, as it goes on record.
  public struct Said: Sendable {
    public let consent: Consent
    public let givenBy: String?
    public let on: Day
    public let uses: Set<ConsentUse>
    public let wording: String?
    public let reviewOn: Day?

    public init(
      _ consent: Consent, givenBy: String?, on: Day, uses: Set<ConsentUse>, wording: String?,
      reviewOn: Day?
    ) {
      self.consent = consent
      self.givenBy = givenBy
      self.on = on
      self.uses = uses
      self.wording = wording
      self.reviewOn = reviewOn
    }
  }

  /// Puts another day to what was said of contributions to a source, by one witness or by
  /// all who said anything.
  public static func redate(
    to day: Day, reference: String, witness: String?, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.contribution
      SET consent_on = \(day), revision = contribution.revision + 1
      FROM record.source, record.witness, record.person
      WHERE source.id = source_id AND witness.id = witness_id AND person.id = person_id
        AND source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = \(reference) AND consent <> 'not_asked'
        AND (\(witness) IS NULL OR person.name = \(witness))
      """)
  }

  /// Records consent to contributions to a source, for one witness or for all.
  ///
  /// - Returns: How many contributions there were.
  public static func record(
    _ said: Said, reference: String, witness: String?, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Int {
    let uses = ConsentUse.allCases.filter(said.uses.contains).map(\.rawValue)
    return try connection.execute(
      """
      UPDATE record.contribution
      SET consent = \(said.consent.rawValue), consent_given_by = \(said.givenBy),
        consent_on = \(said.on), consent_uses = \(uses), consent_wording = \(said.wording),
        consent_review_on = \(said.reviewOn), revision = contribution.revision + 1
      FROM record.source, record.witness, record.person
      WHERE source.id = source_id AND witness.id = witness_id AND person.id = person_id
        AND source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = \(reference)
        AND (\(witness) IS NULL OR person.name = \(witness))
      """)
  }
}
