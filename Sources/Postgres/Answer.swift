import CLibpq

/// One PGresult, freed with its owner.
final class Answer {
  let result: OpaquePointer
  let status: ExecStatusType
  let columnCount: Int32

  init(_ result: OpaquePointer) {
    self.result = result
    status = PQresultStatus(result)
    columnCount = PQnfields(result)
  }

  deinit { PQclear(result) }

  var rowCount: Int32 { PQntuples(result) }

  /// Rows written, or read by a SELECT; 0 for statements that count none.
  var affectedRows: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

  /// The command tag, such as `COMMIT`.
  var tag: String { String(cString: PQcmdStatus(result)) }

  func columnType(_ column: Int32) -> UInt32 { PQftype(result, column) }

  func columnName(_ column: Int32) -> String? {
    let name: UnsafeMutablePointer<CChar>? = PQfname(result, column)
    return name.map { String(cString: $0) }
  }

  /// - Returns: The cell's bytes, which live as long as this object; `nil` for NULL.
  func cell(_ row: Int32, _ column: Int32) -> UnsafeRawBufferPointer? {
    let length = PQgetlength(result, row, column)
    if length == 0, PQgetisnull(result, row, column) == 1 { return nil }
    return UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: Int(length))
  }
}

/// The fields of an error or notice that are read, by their codes in the protocol:
/// libpq's macros `PG_DIAG_…`, which Swift does not import. DETAIL, HINT and CONTEXT are
/// missing on purpose: all three can quote rows.
enum Diagnostic: UInt8 {
  case severity = 0x56  // V, never translated
  case sqlState = 0x43  // C
  case message = 0x4D  // M
  case position = 0x50  // P
  case schema = 0x73  // s
  case table = 0x74  // t
  case column = 0x63  // c
  case constraint = 0x6E  // n
  case origin = 0x52  // R, the server's function

  func text(of result: OpaquePointer?) -> String? {
    let text: UnsafeMutablePointer<CChar>? = PQresultErrorField(result, Int32(rawValue))
    return text.map { String(cString: $0) }
  }
}

extension DatabaseError {
  /// The error of a failed result.
  init(_ answer: Answer) {
    let field = { (code: Diagnostic) in code.text(of: answer.result) }
    let sqlState = field(.sqlState)
    self.init(
      kind: Kind(sqlState: sqlState), sqlState: sqlState, schema: field(.schema),
      table: field(.table), column: field(.column), constraint: field(.constraint),
      message: field(.message), position: field(.position).flatMap { Int($0) },
      origin: field(.origin))
  }
}

/// What the server remarked without being asked.
///
/// libpq would print notices on standard error, where confidential text could end up.
/// Three facts are kept and the texts dropped.
final class Notices {
  /// A commit that is durable here but that no standby has confirmed.
  var isUnreplicated = false
  /// The server said that it is ending this session.
  var isFatal = false

  func note(_ result: OpaquePointer?) {
    let severity = Diagnostic.severity.text(of: result)
    if severity == "FATAL" || severity == "PANIC" { isFatal = true }
    // The function's name holds in every language of the server, the text in English.
    let origin = Diagnostic.origin.text(of: result)
    let message = Diagnostic.message.text(of: result) ?? ""
    if origin == "SyncRepWaitForLSN"
      || message.hasPrefix("canceling wait for synchronous replication")
    {
      isUnreplicated = true
    }
  }
}
