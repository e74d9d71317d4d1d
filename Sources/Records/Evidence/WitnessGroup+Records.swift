public import Inquiries
public import Postgres

/// A kind of witness an inquiry hears, such as social workers.
public struct WitnessGroup: Sendable {
  public let slug: String
  public let name: String

  public init(slug: String, name: String) {
    self.slug = slug
    self.name = name
  }

  /// Adds the group, or gives the one with its slug this name.
  ///
  /// - Returns: Its revision, which is one more than before.
  public func put(as viewpoint: Viewpoint, on connection: Connection) throws -> Int {
    try connection.one(
      """
      INSERT INTO record.witness_group (inquiry_id, slug, name)
      VALUES (\(viewpoint.inquiryID), \(slug), \(name))
      ON CONFLICT (inquiry_id, slug)
      DO UPDATE SET name = EXCLUDED.name, revision = witness_group.revision + 1
      RETURNING revision
      """
    ) { row in try row.next() }
  }

  /// Every group of the inquiry with its witnesses, by slug.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(group: WitnessGroup, witnesses: [Witness], revision: Int)] {
    let witnesses = try connection.query(
      """
      SELECT witness_group_id, person.name, capacity, organisation, witness_group.name
      FROM record.witness
      JOIN record.person ON person.id = person_id
      JOIN record.witness_group ON witness_group.id = witness_group_id
      WHERE witness.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY person.sort_name COLLATE "C", witness.id
      """
    ) { row in
      (
        group: try row.next() as Int64,
        Witness(
          name: try row.next(), capacity: try row.next(), organisation: try row.next(),
          group: try row.next())
      )
    }
    let members = Dictionary(grouping: witnesses, by: \.group)
    return try connection.query(
      """
      SELECT id, slug, name, revision FROM record.witness_group
      WHERE inquiry_id = \(viewpoint.inquiryID)
      ORDER BY slug COLLATE "C"
      """
    ) { row in
      let id: Int64 = try row.next()
      return (
        WitnessGroup(slug: try row.next(), name: try row.next()), (members[id] ?? []).map(\.1),
        try row.next()
      )
    }
  }

  /// Puts every witness of the inquiry with that name into a group.
  ///
  /// - Returns: How many witnesses there were; `nil` when there is no such group.
  public static func assign(
    witness: String, to slug: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int? {
    let group = try connection.first(
      """
      SELECT id FROM record.witness_group
      WHERE inquiry_id = \(viewpoint.inquiryID) AND slug = \(slug)
      """
    ) { row -> Identifier<WitnessGroup> in try row.next() }
    guard let group else { return nil }
    return try connection.execute(
      """
      UPDATE record.witness
      SET witness_group_id = \(group), revision = witness.revision + 1
      FROM record.person
      WHERE person.id = person_id AND inquiry_id = \(viewpoint.inquiryID)
        AND person.name = \(witness)
      """)
  }
}
