public import Inquiries
public import Postgres

/// Brings `published` into line with the working record.
public enum Publication {
  /// The channel on which a change of the version number is told.
  public static let channel = "published"

  /// Brings one inquiry into line, looking at the passages of `sources` only,
  /// or of all where it is `nil`.
  ///
  /// Two acts that publish in one inquiry follow each other: the first takes
  /// the version row.
  ///
  /// - Returns: How many rows were not as they should be.
  @discardableResult
  public static func refresh(
    _ inquiry: Identifier<Inquiry>, sources: [Identifier<Source>]?, on connection: Connection
  ) throws -> Int {
    try bring(
      projections(of: inquiry, sources: sources), of: inquiry, sources: sources, on: connection)
  }

  /// Brings sources into line of which nothing changed but their words, notes and stage:
  /// neither who speaks in them nor whether they are public.
  ///
  /// What all of the inquiry shows of its people took longer than all else of a correction,
  /// and the longer the larger the inquiry.
  public static func refreshWords(
    of sources: [Identifier<Source>], in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws {
    try bring(
      EvidenceProjections(inquiry: inquiry, sources: sources).words
        + ReportProjections(inquiry: inquiry).all,
      of: inquiry, sources: sources, on: connection)
  }

  @discardableResult
  private static func bring(
    _ projections: [Projection], of inquiry: Identifier<Inquiry>, sources: [Identifier<Source>]?,
    on connection: Connection
  ) throws -> Int {
    try connection.execute("SELECT number FROM published.version FOR UPDATE")
    try Person.openRegister(on: connection)
    defer { try? Person.closeRegister(on: connection) }
    var changed = 0
    // A session or version may give way to another at the same place, so what
    // is no longer wanted goes first, from the leaves to the root.
    for projection in projections.reversed() { changed += try projection.prune(on: connection) }
    for projection in projections { changed += try projection.put(of: inquiry, on: connection) }
    if changed > 0 {
      try AnonymousWall.check(inquiry, sources: sources, on: connection)
      try announce(on: connection)
    }
    return changed
  }

  /// Every table of an inquiry, parents before children.
  static func projections(
    of inquiry: Identifier<Inquiry>, sources: [Identifier<Source>]?
  ) -> [Projection] {
    EvidenceProjections(inquiry: inquiry, sources: sources).all
      + ReportProjections(inquiry: inquiry).all
  }

  /// Brings every inquiry into line.
  ///
  /// - Returns: How many rows were not as they should be, by inquiry.
  public static func rebuild(
    on connection: Connection
  ) throws -> [(slug: String, changed: Int)] {
    let inquiries = try connection.query(
      "SELECT id, slug FROM record.inquiry ORDER BY slug COLLATE \"C\""
    ) { row in (id: try row.next() as Identifier<Inquiry>, slug: try row.next() as String) }
    return try inquiries.map { inquiry in
      (inquiry.slug, try refresh(inquiry.id, sources: nil, on: connection))
    }
  }

  private static func announce(on connection: Connection) throws {
    let number = try connection.one(
      "UPDATE published.version SET number = number + 1 RETURNING number"
    ) { row -> Int64 in try row.next() }
    try connection.notify(channel, payload: "\(number)")
  }

  /// The version number of what is published now.
  public static func version(on connection: Connection) throws -> Int64 {
    try connection.one("SELECT number FROM published.version") { row in try row.next() }
  }
}
