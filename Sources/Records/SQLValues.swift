public import Inquiries
public import Postgres

/// PostgreSQL counts days and microseconds from 1 January 2000.
private let daysTo2000 = 10_957
private let microsecondsTo2000: Int64 = 946_684_800_000_000

extension Day: SQLValue {
  public static var sqlType: UInt32 { 1082 }
  public static var sqlArrayType: UInt32 { 1182 }

  public func sqlBytes() -> [UInt8] {
    Int32(daysSince1970 - daysTo2000).sqlBytes()
  }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    self.init(daysSince1970: Int(try Int32(sqlBytes: sqlBytes)) + daysTo2000)
  }
}

extension Instant: SQLValue {
  public static var sqlType: UInt32 { 1184 }
  public static var sqlArrayType: UInt32 { 1185 }

  public func sqlBytes() -> [UInt8] {
    (microseconds - microsecondsTo2000).sqlBytes()
  }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    self.init(microseconds: try Int64(sqlBytes: sqlBytes) + microsecondsTo2000)
  }
}

extension Identifier: SQLValue {
  public static var sqlType: UInt32 { Int64.sqlType }
  public static var sqlArrayType: UInt32 { Int64.sqlArrayType }

  public func sqlBytes() -> [UInt8] {
    value.sqlBytes()
  }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    self.init(try Int64(sqlBytes: sqlBytes))
  }
}

extension Row {
  /// The next cell as a word of a closed list, such as a state or a kind.
  mutating func word<Word: RawRepresentable>() throws -> Word where Word.RawValue == String {
    let text: String = try next()
    guard let word = Word(rawValue: text) else { throw UnknownWord(list: "\(Word.self)") }
    return word
  }

  /// The next cell as a word of a closed list, `nil` when it is null.
  mutating func optionalWord<Word: RawRepresentable>() throws -> Word?
  where Word.RawValue == String {
    guard let text: String = try next() else { return nil }
    guard let word = Word(rawValue: text) else { throw UnknownWord(list: "\(Word.self)") }
    return word
  }

  /// The next two cells as a range, `nil` when they are.
  mutating func range() throws -> ClosedRange<Int>? {
    let first: Int? = try next()
    let last: Int? = try next()
    guard let first, let last, first <= last else { return nil }
    return first...last
  }
}

/// The database holds a word that this server does not know: it is older.
struct UnknownWord: Error, CustomStringConvertible {
  let list: String

  var description: String {
    "the database holds a word that this server's \(list) does not know; install the newer server"
  }
}
