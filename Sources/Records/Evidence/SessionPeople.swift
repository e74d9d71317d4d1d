public import Inquiries
public import Postgres

/// Who sat and who was heard at a session, or is to be.
public struct SessionPeople: Sendable {
  public let members: [(person: Identifier<Person>, isChair: Bool)]
  public let panels: [[NewRecord.PanelWitness]]

  public init(
    members: [(person: Identifier<Person>, isChair: Bool)], panels: [[NewRecord.PanelWitness]]
  ) {
    self.members = members
    self.panels = panels
  }

  /// Puts them into a session beside whom it has; members only where it has none.
  ///
  /// - Returns: The panels in order.
  @discardableResult
  public func insert(
    into session: Identifier<Session>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<Panel>] {
    try insertMembers(of: session, on: connection)
    return try insertPanels(of: session, as: viewpoint, on: connection)
  }

  /// Takes out those who were planned, as far as these say who came instead.
  public func clearPlanned(of session: Identifier<Session>, on connection: Connection) throws {
    if !members.isEmpty {
      try connection.execute("DELETE FROM record.session_member WHERE session_id = \(session)")
    }
    guard panels.contains(where: { !$0.isEmpty }) else { return }
    try connection.execute(
      """
      DELETE FROM record.panel_witness
      WHERE panel_id IN (SELECT id FROM record.panel WHERE session_id = \(session))
      """)
  }

  /// Puts these members in the place of those that a session has.
  public func replaceMembers(
    of session: Identifier<Session>, on connection: Connection
  ) throws {
    try connection.execute("DELETE FROM record.session_member WHERE session_id = \(session)")
    try insertMembers(of: session, on: connection)
    try connection.execute(
      "UPDATE record.session SET revision = revision + 1 WHERE id = \(session)")
  }

  private func insertMembers(of session: Identifier<Session>, on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.session_member (session_id, person_id, ordinal, is_chair)
      SELECT \(session), person, ordinal, is_chair
      FROM unnest(\(members.map(\.person)), \(members.map(\.isChair))) WITH ORDINALITY
        AS given (person, is_chair, ordinal)
      WHERE NOT EXISTS (SELECT FROM record.session_member WHERE session_id = \(session))
      """)
  }

  private func insertPanels(
    of session: Identifier<Session>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<Panel>] {
    let witnesses = panels.enumerated().flatMap { panel, members in
      members.enumerated().map { (panel: panel + 1, place: $0 + 1, witness: $1) }
    }
    try connection.execute(
      """
      INSERT INTO record.panel (session_id, ordinal)
      SELECT \(session), generate_series(1, \(panels.count))
      ON CONFLICT (session_id, ordinal) DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO record.witness (inquiry_id, person_id, capacity, organisation)
      SELECT DISTINCT \(viewpoint.inquiryID)::bigint, person, capacity, organisation
      FROM unnest(
        \(witnesses.map(\.witness.person)), \(witnesses.map(\.witness.capacity)),
        \(witnesses.map(\.witness.organisation))) AS given (person, capacity, organisation)
      ON CONFLICT ON CONSTRAINT witness_once DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO record.panel_witness (panel_id, witness_id, ordinal)
      SELECT panel.id, witness.id, place
      FROM unnest(
        \(witnesses.map(\.panel)), \(witnesses.map(\.place)), \(witnesses.map(\.witness.person)),
        \(witnesses.map(\.witness.capacity)), \(witnesses.map(\.witness.organisation)))
        AS given (panel, place, person, capacity, organisation)
      JOIN record.panel ON panel.session_id = \(session) AND panel.ordinal = given.panel
      JOIN record.witness ON witness.inquiry_id = \(viewpoint.inquiryID)
        AND witness.person_id = given.person AND witness.capacity = given.capacity
        AND witness.organisation = given.organisation
      ON CONFLICT DO NOTHING
      """)
    return try connection.query(
      "SELECT id FROM record.panel WHERE session_id = \(session) ORDER BY ordinal"
    ) { row in try row.next() }
  }
}
