/// What the database, or the way to it, refused.
///
/// Safe to log: ``description`` names kinds, codes, tables, columns and constraints,
/// never a value. PostgreSQL's DETAIL, which prints whole rows, is not kept at all.
public struct DatabaseError: Error, Sendable, Hashable {
  /// What a caller can act on; everything rarer is `other` with its SQLSTATE.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case uniqueViolation, foreignKeyViolation, notNullViolation, checkViolation
    case exclusionViolation
    /// Another transaction won; the whole transaction may be run again.
    case serializationFailure, deadlock
    case lockTimeout, statementTimeout
    case permissionDenied
    /// No connection, or it was lost where nothing can have taken effect: outside a
    /// statement, inside a transaction before COMMIT, or in a read-only session.
    case unavailable
    /// Lost where it may have taken effect: during COMMIT or a statement of its own,
    /// or committed here without the standby's word for it.
    case outcomeUnknown
    /// A value that is not what the reader expected.
    case decoding
    /// Not the one row that was asked for.
    case rowCount
    /// The caller asked for something that cannot be; a programming error.
    case misuse
    case other
  }

  public let kind: Kind
  /// PostgreSQL's five-character code; `nil` when no server spoke.
  public let sqlState: String?
  public let schema: String?
  public let table: String?
  public internal(set) var column: String?
  /// The constraint's name, by which callers recognise a rule.
  public let constraint: String?

  /// Our own words, which hold no data.
  let note: String?
  /// The server's primary message, which may hold data: for ``debugDescription`` only.
  let message: String?
  /// Where in the statement, in characters from 1.
  let position: Int?
  /// The function of the server that complained; unlike the message never translated.
  let origin: String?

  /// Makes an error as the server would, for tests of what is made of it.
  public init(
    _ kind: Kind, sqlState: String? = nil, constraint: String? = nil, note: String? = nil
  ) {
    self.init(
      kind: kind, sqlState: sqlState, constraint: constraint, note: note, message: nil)
  }

  init(
    kind: Kind, sqlState: String?, schema: String? = nil, table: String? = nil,
    column: String? = nil, constraint: String? = nil, note: String? = nil,
    message: String?, position: Int? = nil, origin: String? = nil
  ) {
    self.kind = kind
    self.sqlState = sqlState
    self.schema = schema
    self.table = table
    self.column = column
    self.constraint = constraint
    self.note = note
    self.message = message
    self.position = position
    self.origin = origin
  }

  /// A value that is not what was expected, for `SQLValue`s of other rooms.
  ///
  /// - Parameter expected: What was expected, such as "a day"; never the value.
  public static func decoding(_ expected: String) -> DatabaseError {
    DatabaseError(.decoding, note: "expected \(expected)")
  }

  static func misuse(_ note: String) -> DatabaseError { DatabaseError(.misuse, note: note) }

  /// Whether running the whole transaction again may succeed at once.
  public var isTransient: Bool {
    kind == .serializationFailure || kind == .deadlock || isStalePlan
  }

  /// A prepared statement that the server forgot, or whose table changed under it.
  var isStalePlan: Bool {
    sqlState == "26000" || (sqlState == "0A000" && origin == "RevalidateCachedQuery")
  }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
  public var description: String {
    var facts: [String] = []
    if let sqlState { facts.append("SQLSTATE \(sqlState)") }
    if let table { facts.append("table \(schema.map { $0 + "." } ?? "")\(table)") }
    if let column { facts.append("column \(column)") }
    if let constraint { facts.append("constraint \(constraint)") }
    let head = [kind.words, note].compactMap { $0 }.joined(separator: ": ")
    return facts.isEmpty ? head : head + " (" + facts.joined(separator: ", ") + ")"
  }

  /// The description and the server's primary message, which may quote a value.
  public var debugDescription: String {
    message.map { "\(description): \($0)" } ?? description
  }
}

extension DatabaseError: CustomReflectable {
  // `dump` and failing assertions print mirrors; they must not print the message.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
