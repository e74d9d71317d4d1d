extension String: SQLValue {
  public static var sqlType: UInt32 { OID.text }
  public static var sqlArrayType: UInt32 { OID.textArray }

  public static func sqlDecodes(_ type: UInt32) -> Bool {
    switch type {
    case OID.text, OID.varchar, OID.bpchar, OID.name, OID.char, OID.json, OID.unknown: true
    default: false
    }
  }

  public func sqlBytes() -> [UInt8] { Array(utf8) }

  // Validating, not repairing: a word of evidence is given as it stands or not at all.
  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    let bytes = sqlBytes.assumingMemoryBound(to: UInt8.self).span
    guard let text = try? UTF8Span(validating: bytes) else { throw .decoding("text in UTF-8") }
    self.init(copying: text)
  }
}

// Bytes are one value, bytea. `UInt8` itself is no `SQLValue`, which keeps this apart
// from the arrays of values that ``SQL`` binds and ``Row`` reads.
extension [UInt8]: SQLValue {
  public static var sqlType: UInt32 { OID.bytea }
  public static var sqlArrayType: UInt32 { OID.byteaArray }
  public func sqlBytes() -> [UInt8] { self }
  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) { self.init(sqlBytes) }
}

/// A JSON document as text, kept in a jsonb column and read from jsonb or json.
public struct JSONText: SQLValue, Hashable {
  /// The document. What comes back from jsonb is PostgreSQL's own spelling of it.
  public let text: String

  /// - Parameter text: A JSON document; the server checks that it is one.
  public init(_ text: String) { self.text = text }

  public static var sqlType: UInt32 { OID.jsonb }
  public static var sqlArrayType: UInt32 { OID.jsonbArray }
  public static func sqlDecodes(_ type: UInt32) -> Bool {
    type == OID.jsonb || type == OID.json
  }

  public func sqlBytes() -> [UInt8] { [Self.version] + Array(text.utf8) }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    // json has no version byte, and no JSON text can begin with it.
    let isBinary = sqlBytes.first == Self.version
    text = try String(sqlBytes: isBinary ? .init(rebasing: sqlBytes.dropFirst()) : sqlBytes)
  }

  /// The version of jsonb's binary format; PostgreSQL knows one.
  private static let version: UInt8 = 1
}

/// What PostgreSQL's text cannot hold.
enum SQLText {
  /// - Returns: An error when `bytes` of a textual type hold U+0000, which no
  ///   PostgreSQL text can store; `nil` when they may be sent.
  static func fault(in bytes: [UInt8], of type: UInt32) -> DatabaseError? {
    guard type == OID.jsonb || String.sqlDecodes(type), bytes.contains(0) else { return nil }
    return .misuse("a text value holds the character U+0000, which PostgreSQL cannot store")
  }
}
