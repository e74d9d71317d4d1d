/// The migrations of the files beside those of a database that tells the same history.
public struct MigrationPlan: Sendable, Hashable {
  /// What the database has, the unfinished included.
  public let applied: [AppliedMigration]
  /// What it lacks or has not finished, in order.
  public let pending: [Migration]
  /// The newest version among the files.
  private let newest: Migration.Version?

  /// - Throws: ``MigrationError/diverged(_:)``.
  init(_ files: [Migration], applied: [AppliedMigration]) throws(MigrationError) {
    newest = files.last?.version
    let finished = applied.filter(\.isFinished)
    let known = Dictionary(uniqueKeysWithValues: applied.map { ($0.version, $0) })
    let newestApplied = finished.last?.version
    var lines: [Migration.Version: MigrationDivergence.Line] = [:]
    for file in files {
      var problem: String?
      if let row = known[file.version], row.isFinished {
        if row.checksum != file.checksum || row.name != file.name {
          problem = "changed after it was applied"
        }
      } else if let newestApplied, file.version < newestApplied {
        problem = "older than the newest applied, but was not applied"
      }
      lines[file.version] = MigrationDivergence.Line(
        file: file.title, database: known[file.version]?.title, problem: problem)
    }
    for row in applied where lines[row.version] == nil {
      let isNewer = newest.map { row.version > $0 } ?? true
      lines[row.version] = MigrationDivergence.Line(
        file: nil, database: row.title, problem: isNewer ? nil : "not among the files")
    }
    if lines.values.contains(where: { $0.problem != nil }) {
      let sorted = lines.sorted { $0.key < $1.key }.map(\.value)
      throw .diverged(MigrationDivergence(lines: sorted))
    }
    self.applied = applied
    pending = files.filter { known[$0.version]?.isFinished != true }
  }

  /// Where an interrupted migration goes on. From the start when its file was mended
  /// meanwhile, which it may: every step is safe to run again.
  func stepsDone(of migration: Migration) -> Int {
    let row = applied.first { $0.version == migration.version }
    guard let row, row.checksum == migration.checksum else { return 0 }
    return min(row.stepsDone, migration.steps.count)
  }

  /// What this means for a server that knows the files.
  public var compatibility: Compatibility {
    guard pending.isEmpty else { return .databaseOlder(lacking: pending.map(\.title)) }
    let newer = applied.filter { row in newest.map { row.version > $0 } ?? true }
    if newer.isEmpty { return .current }
    let barring = newer.filter { row in newest.map { row.readableFrom > $0 } ?? true }
    return barring.isEmpty
      ? .databaseNewer(having: newer.map(\.title))
      : .unreadable(barring.map(\.title))
  }
}

/// Whether a server fits a database's schema.
public enum Compatibility: Sendable, Hashable, CustomStringConvertible {
  case current
  /// The database lacks migrations that the server relies on.
  case databaseOlder(lacking: [String])
  /// The database has migrations the server does not know, all of which say that it can
  /// run nevertheless.
  case databaseNewer(having: [String])
  /// The database has migrations that this server is too old for.
  case unreadable([String])

  /// Whether the server may start.
  public var canServe: Bool {
    switch self {
    case .current, .databaseNewer: true
    case .databaseOlder, .unreadable: false
    }
  }

  public var description: String {
    switch self {
    case .current: "the database has all migrations of this server and no others"
    case .databaseOlder(let titles):
      "the database is older than this server: run migrate to apply "
        + titles.joined(separator: ", ")
    case .databaseNewer(let titles):
      "the database is newer than this server, which can run on it; it has "
        + titles.joined(separator: ", ")
    case .unreadable(let titles):
      "the database is newer than this server can read: install the release that has "
        + titles.joined(separator: ", ")
    }
  }
}
