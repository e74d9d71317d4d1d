import Inquiries
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
  public func put(as viewpoint: Viewpoint, on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.witness_group (inquiry_id, slug, name)
      VALUES (\(viewpoint.inquiryID), \(slug), \(name))
      ON CONFLICT (inquiry_id, slug) DO UPDATE SET name = EXCLUDED.name
      """)
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
