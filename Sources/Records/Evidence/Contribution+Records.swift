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
        consent_given_by, consent_on
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
        consent: try row.word(), givenBy: try row.next(), on: try row.next())
    }
  }

  /// Records consent to contributions to a source, for one witness or for all.
  ///
  /// - Returns: How many contributions there were.
  public static func record(
    _ consent: Consent, givenBy: String?, on day: Day, reference: String, witness: String?,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int {
    try connection.execute(
      """
      UPDATE record.contribution
      SET consent = \(consent.rawValue), consent_given_by = \(givenBy), consent_on = \(day),
        revision = contribution.revision + 1
      FROM record.source, record.witness, record.person
      WHERE source.id = source_id AND witness.id = witness_id AND person.id = person_id
        AND source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = \(reference)
        AND (\(witness) IS NULL OR person.name = \(witness))
      """)
  }
}
