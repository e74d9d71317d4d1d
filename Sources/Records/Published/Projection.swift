import Inquiries
import Postgres

/// How one table of `published` follows from the working record.
///
/// The same description serves every act and the rebuild: what is wanted is
/// put where it differs and what is no longer wanted is taken away, so a run
/// that changes nothing writes nothing.
struct Projection {
  /// The table's name in schema `published`.
  let table: String
  let key: [String]
  let columns: [String]
  /// A query for the rows wanted, with a column for each of `key` and `columns`.
  let wanted: SQL
  /// Which rows of the table the query speaks for, of an alias `old`.
  let scope: SQL

  /// Adds and changes rows, and looks for the inquiry's protected terms in each of them:
  /// the last wall before anything is public, whichever act brought it there.
  ///
  /// - Returns: How many rows were not as wanted.
  /// - Throws: ``Refusal`` `protected_term_found`, which names the place and no term.
  func put(of inquiry: Identifier<Inquiry>, on connection: Connection) throws -> Int {
    let all = key + columns
    let action =
      columns.isEmpty
      ? "NOTHING"
      : """
      UPDATE SET \(columns.map { "\($0) = EXCLUDED.\($0)" }.joined(separator: ", "))
      WHERE (\(columns.map { "target.\($0)" }.joined(separator: ", ")))
        IS DISTINCT FROM (\(columns.map { "EXCLUDED.\($0)" }.joined(separator: ", ")))
      """
    // A row is looked at whole, which is quick, and where a term seems to stand in it by
    // column: two of them beside each other may seem to hold one.
    let fields = all.map { "target.\($0)::text" }.joined(separator: ", ")
    let (changed, leaking) = try connection.one(
      """
      WITH term AS MATERIALIZED (\(ProtectedTerms.terms(in: inquiry))), changed AS (
        INSERT INTO published.\(unsafe: table) AS target (\(unsafe: all.joined(separator: ", ")))
        SELECT \(unsafe: all.joined(separator: ", ")) FROM (\(wanted)) AS wanted
        ON CONFLICT (\(unsafe: key.joined(separator: ", "))) DO \(unsafe: action)
        RETURNING target::text AS line, ARRAY[\(unsafe: fields)] AS fields
      )
      SELECT count(*), count(*) FILTER (
        WHERE \(ProtectedTerms.stands(in: "line")) AND EXISTS (
          SELECT FROM unnest(fields) AS field (value)
          WHERE \(ProtectedTerms.stands(in: "field.value"))))
      FROM changed
      """
    ) { row in (try row.next() as Int, try row.next() as Int) }
    guard leaking == 0 else {
      throw Refusal(
        .conflict, "protected_term_found",
        "This would make a protected term public: "
          + (try ProtectedTerms.places(in: self, of: inquiry, atMost: 1, on: connection).first
            ?? table.replacing("_", with: " ")) + "; nothing was done. Mend the words or the name "
          + "first.")
    }
    return changed
  }

  /// Takes away rows that are not wanted.
  ///
  /// - Returns: How many there were.
  func prune(on connection: Connection) throws -> Int {
    let keys = key.map { "old.\($0)" }.joined(separator: ", ")
    // Sets taken from each other: a join of two of which the planner knows little came to
    // compare each row with each.
    return try connection.execute(
      """
      DELETE FROM published.\(unsafe: table) AS old
      WHERE (\(unsafe: keys)) IN (
        SELECT \(unsafe: keys) FROM published.\(unsafe: table) AS old WHERE \(scope)
        EXCEPT SELECT \(unsafe: key.joined(separator: ", ")) FROM (\(wanted)) AS wanted)
      """)
  }
}
