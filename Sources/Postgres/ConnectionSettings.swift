import CLibpq

/// Where a database is and how long we wait for it.
///
/// The conninfo string is libpq's own (key and value pairs or a URI, several hosts
/// allowed) and wins over every default given here.
public struct ConnectionSettings: Sendable {
  /// The server ends a statement after this long; zero is never.
  public var statementTimeout: Duration
  /// The server gives up waiting for a lock after this long; zero is never.
  public var lockTimeout: Duration
  /// The server ends a session whose transaction lies idle for this long.
  public var idleInTransactionTimeout: Duration = .seconds(30)
  /// How long beyond ``statementTimeout`` the server may stay silent before the
  /// connection counts as lost.
  ///
  /// Bounds what the server's own timeouts do not: a COMMIT waiting for its standby and
  /// a peer that acknowledges packets but never answers. Without a statement timeout
  /// there is no such bound.
  public var answerGrace: Duration = .seconds(2)
  /// Whether sessions refuse to write. A read lost half way is then known to have
  /// changed nothing.
  public var isReadOnly = false
  /// Prepared statements kept per connection; the least recently used goes first.
  public var statementCacheLimit = 200

  /// libpq's keywords and their values, the password among them.
  var parameters: [String: String]

  /// Reads a conninfo string and adds what it does not name.
  ///
  /// With the TCP defaults a query on a dead network failed after 3.4 s instead of
  /// hanging (operations.md 2a).
  ///
  /// - Parameters:
  ///   - conninfo: What libpq's `PQconninfoParse` takes.
  ///   - applicationName: Shown in `pg_stat_activity`, unless the string names another.
  ///   - statementTimeout: For each statement.
  ///   - lockTimeout: For each lock.
  /// - Throws: ``DatabaseError`` of kind `misuse` when the string cannot be read. It
  ///   quotes nothing of the string, which may hold a password.
  public init(
    conninfo: String, applicationName: String, statementTimeout: Duration = .seconds(10),
    lockTimeout: Duration = .seconds(3)
  ) throws(DatabaseError) {
    var parameters = try Self.parse(conninfo)
    let defaults = [
      "application_name": applicationName, "client_encoding": "UTF8", "connect_timeout": "2",
      "tcp_user_timeout": "3000", "keepalives_idle": "2", "keepalives_interval": "1",
      "keepalives_count": "3",
    ]
    parameters.merge(defaults) { named, _ in named }
    self.parameters = parameters
    self.statementTimeout = statementTimeout
    self.lockTimeout = lockTimeout
  }

  /// The same settings for another database of the same server.
  ///
  /// - Parameter name: The database's name, for tests and for `CREATE DATABASE`.
  public func database(_ name: String) -> ConnectionSettings {
    var other = self
    other.parameters["dbname"] = name
    return other
  }

  /// What is handed to `PQconnectdbParams`.
  ///
  /// The session settings go in `options` and so cost no round trip, are in force from
  /// the first statement, and are what RESET returns to. `jit` is off because it costs
  /// more than it gives for short statements with large plans.
  var connectParameters: [String: String] {
    var session = [
      "jit=off", "TimeZone=UTC",
      "statement_timeout=\(statementTimeout.milliseconds)",
      "lock_timeout=\(lockTimeout.milliseconds)",
      "idle_in_transaction_session_timeout=\(idleInTransactionTimeout.milliseconds)",
    ]
    if isReadOnly { session.append("default_transaction_read_only=on") }
    var options = session.map { "-c \($0)" }.joined(separator: " ")
    // The later one wins, and that is the string's.
    if let named = parameters["options"] { options += " " + named }
    return parameters.merging(["options": options]) { $1 }
  }

  /// How long the server may stay silent; `nil` for as long as it likes.
  var answerLimit: Duration? {
    statementTimeout > .zero ? statementTimeout + answerGrace : nil
  }

  private static func parse(_ conninfo: String) throws(DatabaseError) -> [String: String] {
    guard !conninfo.utf8.contains(0), let options = PQconninfoParse(conninfo, nil) else {
      throw .misuse("the conninfo string is not one libpq can read")
    }
    defer { PQconninfoFree(options) }
    var parameters: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        parameters[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return parameters
  }
}

extension ConnectionSettings: CustomStringConvertible, CustomDebugStringConvertible {
  /// Where and who, in libpq's words; no password of any kind.
  public var description: String {
    let shown = ["host", "hostaddr", "port", "dbname", "user", "application_name"]
    return shown.compactMap { key in parameters[key].map { "\(key)=\($0)" } }
      .joined(separator: " ")
  }

  public var debugDescription: String { description }
}

extension ConnectionSettings: CustomReflectable {
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

extension Duration {
  /// Whole milliseconds, rounded up so that a short wait is never none.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}
