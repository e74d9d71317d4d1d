public import Inquiries
public import Postgres

/// Looks for words that would give a protected person away.
public enum ProtectedTerms {
  public struct Place: Sendable {
    public let reference: String
    public let ordinal: Int
    /// The person's pseudonym.
    public let person: String
  }

  /// Passages of these sources that hold a real name or protected term, in
  /// their words or their label, whatever the case. Opens the register.
  public static func places(
    in sources: [Identifier<Source>], on connection: Connection
  ) throws -> [Place] {
    try Person.openRegister(on: connection)
    return try connection.query(
      """
      WITH term AS (
        SELECT person.name AS person, lower(word) AS word
        FROM record.identity
        JOIN record.person ON person.id = person_id
        CROSS JOIN LATERAL unnest(identity.protected_terms || identity.name) AS word
        WHERE word <> ''
      )
      SELECT source.reference, passage.ordinal, term.person
      FROM record.passage
      JOIN record.source ON source.id = source_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.person AS speaker ON speaker.id = passage.person_id
      JOIN term
        ON position(term.word IN lower(version.text)) > 0
        OR speaker.id IS NULL AND position(term.word IN lower(passage.label)) > 0
      WHERE source.id = ANY (\(sources)) AND NOT passage.is_retired
      ORDER BY source.id, passage.ordinal
      LIMIT 20
      """
    ) { row in
      Place(reference: try row.next(), ordinal: try row.next(), person: try row.next())
    }
  }
}
