import Inquiries
import Postgres
import Records

/// What the pool and pgbench are asked alike.
enum Statements {
  /// One version of a passage by its number.
  static func key(_ id: Int) -> SQL {
    """
    SELECT id, passage_id, number, stage, is_current, text
    FROM published.passage_version WHERE id = \(id)
    """
  }

  struct Version: Sendable {
    let id: Int
    let passage: Int
    let number: Int
    let stage: String
    let isCurrent: Bool
    let text: String

    init(_ row: inout Row) throws {
      id = try row.next()
      passage = try row.next()
      number = try row.next()
      stage = try row.next()
      isCurrent = try row.next()
      text = try row.next()
    }
  }

  /// Fifty passages of an inquiry after a place, in the order of its record:
  /// what the public listing tells, without what cites them.
  static func listing(_ inquiry: Int, session: Int, ordinal: Int) -> SQL {
    """
    SELECT passage.id, source.reference, source.kind, passage.ordinal, passage.kind, source.session,
      passage.question_number, passage.block_offset, passage.point_number, passage.panel,
      coalesce(passage.label, person.name), version.number, version.stage, version.text
    FROM (
      SELECT source.id, source.reference, source.kind, session.number AS session
      FROM published.session JOIN published.source ON source.session_id = session.id
      WHERE session.inquiry_id = \(inquiry) AND session.number >= \(session)
      ORDER BY session.number, source.reference COLLATE "C") AS source
    CROSS JOIN LATERAL (
      SELECT * FROM published.passage
      WHERE source_id = source.id
        AND ordinal > CASE WHEN source.session = \(session) THEN \(ordinal) ELSE -1 END
      ORDER BY ordinal LIMIT 50) AS passage
    JOIN published.passage_version AS version
      ON version.passage_id = passage.id AND version.is_current
    LEFT JOIN published.person ON person.id = passage.person_id
    ORDER BY source.session, source.reference COLLATE "C", passage.ordinal
    LIMIT 50
    """
  }

  struct Listed: Sendable {
    let id: Int
    let reference: String
    let sourceKind: String
    let ordinal: Int
    let kind: String
    let session: Int
    let question: Int?
    let offset: Int?
    let point: Int?
    let panel: Int?
    let speaker: String?
    let number: Int
    let stage: String
    let text: String

    init(_ row: inout Row) throws {
      id = try row.next()
      reference = try row.next()
      sourceKind = try row.next()
      ordinal = try row.next()
      kind = try row.next()
      session = try row.next()
      question = try row.next()
      offset = try row.next()
      point = try row.next()
      panel = try row.next()
      speaker = try row.next()
      number = try row.next()
      stage = try row.next()
      text = try row.next()
    }
  }

  /// The statements as files for pgbench, which draws the same values.
  static func scripts(_ plan: LoadPlan) -> (key: String, listing: String) {
    let inquiry = "\\set inquiry random(1, \(plan.inquiries)) * \(Loading.id(1, 0))\n"
    func script(_ sql: SQL, _ names: [String]) -> String {
      names.enumerated().reversed().reduce(sql.text) { text, name in
        text.replacing("$\(name.offset + 1)", with: ":\(name.element)")
      }.replacing("\n", with: " ") + ";\n"
    }
    return (
      inquiry + "\\set id :inquiry + random(0, \(plan.documentsEach * 40))\n"
        + script(key(0), ["id"]),
      inquiry + "\\set session random(1, \(plan.documentsEach - 3))\n\\set ordinal random(0, 40)\n"
        + script(
          listing(0, session: 0, ordinal: 0),
          ["inquiry", "session", "session", "ordinal"])
    )
  }
}
