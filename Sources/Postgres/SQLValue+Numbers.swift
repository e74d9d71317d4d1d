// Integers are read whatever the width of the column, as long as the number fits,
// so that a count (int8) or a smallint needs no cast. They are sent in their own
// width, which matters to COPY alone: elsewhere the server converts.

extension SQLValue where Self: FixedWidthInteger & SignedInteger {
  public static func sqlDecodes(_ type: UInt32) -> Bool {
    type == OID.int8 || type == OID.int4 || type == OID.int2
  }

  public func sqlBytes() -> [UInt8] { networkBytes }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    let wide: Int64
    switch sqlBytes.count {
    case 8: wide = Int64(networkBytes: sqlBytes)
    case 4: wide = Int64(Int32(networkBytes: sqlBytes))
    case 2: wide = Int64(Int16(networkBytes: sqlBytes))
    default: throw .decoding("an integer of 2, 4 or 8 bytes")
    }
    guard let value = Self(exactly: wide) else {
      throw .decoding("an integer that fits \(Self.self)")
    }
    self = value
  }
}

extension Int: SQLValue {
  public static var sqlType: UInt32 { OID.int8 }
  public static var sqlArrayType: UInt32 { OID.int8Array }
}

extension Int64: SQLValue {
  public static var sqlType: UInt32 { OID.int8 }
  public static var sqlArrayType: UInt32 { OID.int8Array }
}

extension Int32: SQLValue {
  public static var sqlType: UInt32 { OID.int4 }
  public static var sqlArrayType: UInt32 { OID.int4Array }
}

extension Int16: SQLValue {
  public static var sqlType: UInt32 { OID.int2 }
  public static var sqlArrayType: UInt32 { OID.int2Array }
}

extension Bool: SQLValue {
  public static var sqlType: UInt32 { OID.bool }
  public static var sqlArrayType: UInt32 { OID.boolArray }
  public func sqlBytes() -> [UInt8] { [self ? 1 : 0] }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    guard sqlBytes.count == 1 else { throw .decoding("a boolean of one byte") }
    self = sqlBytes[0] != 0
  }
}

extension Double: SQLValue {
  public static var sqlType: UInt32 { OID.float8 }
  public static var sqlArrayType: UInt32 { OID.float8Array }
  public static func sqlDecodes(_ type: UInt32) -> Bool {
    type == OID.float8 || type == OID.float4
  }
  public func sqlBytes() -> [UInt8] { bitPattern.networkBytes }

  public init(sqlBytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    switch sqlBytes.count {
    case 8: self = Double(bitPattern: UInt64(networkBytes: sqlBytes))
    case 4: self = Double(Float(bitPattern: UInt32(networkBytes: sqlBytes)))
    default: throw .decoding("a floating-point number of 4 or 8 bytes")
    }
  }
}

extension FixedWidthInteger {
  /// The bytes in network order, most significant first.
  var networkBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }

  /// Reads network order; `bytes` must hold exactly this integer.
  init(networkBytes bytes: UnsafeRawBufferPointer) {
    self = Self(bigEndian: bytes.loadUnaligned(as: Self.self))
  }
}
