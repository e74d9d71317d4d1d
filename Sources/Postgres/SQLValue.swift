/// A value that has one PostgreSQL type and travels in its binary format.
///
/// Types of other rooms conform too: an identifier or a closed set of words that is
/// `RawRepresentable` by a value needs only to say `SQLValue`.
public protocol SQLValue: Sendable {
  /// The OID of the type it is sent as.
  static var sqlType: UInt32 { get }

  /// The OID of the array of that type.
  static var sqlArrayType: UInt32 { get }

  /// Whether a column of this type can be read as `Self`; by default only
  /// ``sqlType``.
  static func sqlDecodes(_ type: UInt32) -> Bool

  /// The value in the binary format of ``sqlType``.
  func sqlBytes() -> [UInt8]

  /// Reads the binary format of any type that ``sqlDecodes(_:)`` allows.
  ///
  /// - Throws: ``DatabaseError`` of kind `decoding`; make it with
  ///   ``DatabaseError/decoding(_:)``, naming what was expected and never the data.
  init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError)
}

extension SQLValue {
  public static func sqlDecodes(_ type: UInt32) -> Bool { type == sqlType }
}

extension SQLValue where Self: RawRepresentable, RawValue: SQLValue {
  public static var sqlType: UInt32 { RawValue.sqlType }
  public static var sqlArrayType: UInt32 { RawValue.sqlArrayType }
  public static func sqlDecodes(_ type: UInt32) -> Bool { RawValue.sqlDecodes(type) }
  public func sqlBytes() -> [UInt8] { rawValue.sqlBytes() }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    guard let value = Self(rawValue: try RawValue(sqlBytes: sqlBytes)) else {
      throw .decoding("a value of \(Self.self)")
    }
    self = value
  }
}

/// OIDs from PostgreSQL's pg_type.dat, which never change between versions.
enum OID {
  static let bool: UInt32 = 16
  static let bytea: UInt32 = 17
  static let char: UInt32 = 18
  static let name: UInt32 = 19
  static let int8: UInt32 = 20
  static let int2: UInt32 = 21
  static let int4: UInt32 = 23
  static let text: UInt32 = 25
  static let json: UInt32 = 114
  static let float4: UInt32 = 700
  static let float8: UInt32 = 701
  static let unknown: UInt32 = 705
  static let bpchar: UInt32 = 1042
  static let varchar: UInt32 = 1043
  static let jsonb: UInt32 = 3802

  static let boolArray: UInt32 = 1000
  static let byteaArray: UInt32 = 1001
  static let int2Array: UInt32 = 1005
  static let int4Array: UInt32 = 1007
  static let textArray: UInt32 = 1009
  static let int8Array: UInt32 = 1016
  static let float8Array: UInt32 = 1022
  static let jsonbArray: UInt32 = 3807
}
