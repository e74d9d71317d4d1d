import Records

/// Brings everything published into line with the record again.
public struct RebuildPublished: HouseAct {
  public static let title = "rebuild published"

  public init() {}

  /// - Returns: How many rows were not as they should be, by inquiry.
  public func perform(at desk: Desk) throws -> Done<[(slug: String, changed: Int)]> {
    let changed = try Publication.rebuild(on: desk.connection)
    return Done(changed, subject: "published")
  }
}
