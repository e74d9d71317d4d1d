public import Inquiries
public import Postgres

extension AwaitedEvent {
  /// With `logger` as whoever logged it.
  static let columns: SQL = """
    awaited_event.key, awaited_event.name, awaited_event.happened_on, awaited_event.evidence,
    CASE WHEN awaited_event.logged_at IS NOT NULL THEN coalesce(logger.name, 'operator') END,
    awaited_event.revision
    """

  /// `nil` where a join found none.
  init?(_ row: inout Row) throws {
    let key: String? = try row.next()
    let name: String? = try row.next()
    let happenedOn: Day? = try row.next()
    let source: String? = try row.next()
    let loggedBy: String? = try row.next()
    let revision: Int? = try row.next()
    guard let key, let name, let revision else { return nil }
    self.init(
      key: key, name: name, happenedOn: happenedOn, source: source, loggedBy: loggedBy,
      revision: revision)
  }

  /// The events that deadlines of the inquiry wait for, by key.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AwaitedEvent] {
    try connection.query(
      """
      SELECT \(columns)
      FROM record.awaited_event
      LEFT JOIN record.staff_user AS logger ON logger.id = awaited_event.staff_user_id
      WHERE inquiry_id = \(viewpoint.inquiryID)
      ORDER BY key COLLATE "C"
      """
    ) { row in try AwaitedEvent(&row) }.compactMap { $0 }
  }

  /// Enters an event to wait for.
  ///
  /// - Returns: `false` where the key is taken.
  public static func insert(
    key: String, name: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      INSERT INTO record.awaited_event (inquiry_id, key, name)
      VALUES (\(viewpoint.inquiryID), \(key), \(name))
      ON CONFLICT ON CONSTRAINT awaited_event_key_key DO NOTHING
      """) == 1
  }

  /// Logs that it happened, and where it says so.
  ///
  /// - Returns: `false` when its revision is no longer the one at which it was read.
  public func log(
    on day: Day, source: String, now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE record.awaited_event
      SET happened_on = \(day), evidence = \(source), staff_user_id = \(viewpoint.actor.id),
        logged_at = \(now), revision = revision + 1
      WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key) AND revision = \(revision)
      """) == 1
  }
}
