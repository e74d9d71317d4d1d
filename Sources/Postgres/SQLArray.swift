/// The binary format of one-dimensional arrays (`array_send` in PostgreSQL's arrayfuncs.c).
///
/// Arrays are not `SQLValue`s: ``SQL``, ``Row`` and ``CopyRow`` take them by overload, so
/// that an array of arrays, which PostgreSQL does not have, cannot be written.
enum SQLArray {
  static func encode<T: SQLValue>(_ elements: [T?]) -> (bytes: [UInt8], fault: DatabaseError?) {
    var bytes: [UInt8] = []
    var fault: DatabaseError?
    let hasNull = elements.contains { $0 == nil }
    bytes += Int32(elements.isEmpty ? 0 : 1).networkBytes
    bytes += Int32(hasNull ? 1 : 0).networkBytes
    bytes += T.sqlType.networkBytes
    if elements.isEmpty { return (bytes, nil) }
    bytes += Int32(clamping: elements.count).networkBytes
    bytes += Int32(1).networkBytes  // lower bound
    for element in elements {
      guard let value = element?.sqlBytes() else {
        bytes += Int32(-1).networkBytes
        continue
      }
      fault = fault ?? SQLText.fault(in: value, of: T.sqlType)
      bytes += Int32(clamping: value.count).networkBytes
      bytes += value
    }
    return (bytes, fault)
  }

  static func decode<T: SQLValue>(
    _ bytes: UnsafeRawBufferPointer, of type: T.Type
  ) throws(DatabaseError) -> [T?] {
    var reader = Reader(bytes: bytes)
    let dimensions = try reader.integer()
    let flags = try reader.integer()
    let elementType = UInt32(bitPattern: try reader.integer())
    guard (0...1).contains(dimensions), (0...1).contains(flags), T.sqlDecodes(elementType)
    else { throw .decoding("a one-dimensional array of \(T.self)") }
    if dimensions == 0 { return [] }
    let count = Int(try reader.integer())
    _ = try reader.integer()  // lower bound: a Swift array begins where it begins
    // Every element takes at least its length's four bytes.
    guard count >= 0, count <= bytes.count / 4 else { throw Reader.tooShort }
    var elements: [T?] = []
    elements.reserveCapacity(count)
    for _ in 0..<count {
      let length = Int(try reader.integer())
      elements.append(length < 0 ? nil : try T(sqlBytes: reader.take(length)))
    }
    return elements
  }

  private struct Reader {
    static var tooShort: DatabaseError { .decoding("an array that is as long as it says") }

    let bytes: UnsafeRawBufferPointer
    var offset = 0

    mutating func take(_ count: Int) throws(DatabaseError) -> UnsafeRawBufferPointer {
      guard count <= bytes.count - offset else { throw Self.tooShort }
      defer { offset += count }
      return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    mutating func integer() throws(DatabaseError) -> Int32 {
      Int32(networkBytes: try take(4))
    }
  }
}
