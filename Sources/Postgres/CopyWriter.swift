import CLibpq
import Glibc

/// Writes rows in the binary format of COPY.
///
/// Bytes are handed to libpq 64 KiB at a time: fewer calls than row by row, and little
/// enough that a large load needs no large memory.
public struct CopyWriter: ~Copyable {
  private static let chunk = 64 * 1024
  /// Signature, flags and the length of the header's extension (PostgreSQL manual, COPY,
  /// "Binary Format").
  private static let header: [UInt8] =
    Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)

  private let backend: Backend
  private let stake: Backend.Stake
  private var row = CopyRow()

  init(backend: Backend, stake: Backend.Stake) {
    self.backend = backend
    self.stake = stake
    row.bytes.reserveCapacity(Self.chunk + Self.chunk / 4)
    row.bytes += Self.header
  }

  /// Writes one row.
  ///
  /// - Parameter body: Writes the fields in the order of the COPY's columns.
  /// - Throws: ``DatabaseError`` of kind `misuse` for a value PostgreSQL cannot store;
  ///   what `body` throws; or a loss of the connection.
  public mutating func row(_ body: (inout CopyRow) throws -> Void) throws {
    row.begin()
    try body(&row)
    if let fault = row.end() { throw fault }
    if row.bytes.count >= Self.chunk { try flush() }
  }

  mutating func finish() throws(DatabaseError) {
    row.bytes += Int16(-1).networkBytes
    try flush()
  }

  private mutating func flush() throws(DatabaseError) {
    try backend.put(row.bytes, stake)
    row.bytes.removeAll(keepingCapacity: true)
  }
}

/// The fields of one row of a COPY.
public struct CopyRow {
  fileprivate var bytes: [UInt8] = []
  private var start = 0
  private var count: Int16 = 0
  private var fault: DatabaseError?

  /// Writes the next field.
  public mutating func write<T: SQLValue>(_ value: T) {
    append(value.sqlBytes(), SQLText.fault(in:of:), T.sqlType)
  }

  /// Writes the next field, NULL for `nil`.
  public mutating func write<T: SQLValue>(_ value: T?) {
    if let value { write(value) } else { writeNull() }
  }

  /// Writes the next field, an array.
  public mutating func write<T: SQLValue>(_ values: [T]) {
    write(values.map(Optional.some))
  }

  /// Writes the next field, an array with NULLs.
  public mutating func write<T: SQLValue>(_ values: [T?]) {
    let encoded = SQLArray.encode(values)
    append(encoded.bytes, { _, _ in encoded.fault }, T.sqlArrayType)
  }

  /// Writes the next field as NULL.
  public mutating func writeNull() {
    count += 1
    bytes += Int32(-1).networkBytes
  }

  fileprivate mutating func begin() {
    start = bytes.count
    count = 0
    fault = nil
    bytes += Int16(0).networkBytes
  }

  fileprivate mutating func end() -> DatabaseError? {
    bytes.replaceSubrange(start..<start + 2, with: count.networkBytes)
    return fault
  }

  private mutating func append(
    _ value: [UInt8], _ check: ([UInt8], UInt32) -> DatabaseError?, _ type: UInt32
  ) {
    count += 1
    if let found = check(value, type) {
      fault = fault ?? .misuse("field \(count): \(found.note ?? "")")
    }
    bytes += Int32(clamping: value.count).networkBytes
    bytes += value
  }
}

extension Backend {
  /// Hands bytes of a COPY to libpq and on to the kernel.
  fileprivate func put(_ bytes: [UInt8], _ stake: Stake) throws(DatabaseError) {
    while true {
      let queued = bytes.withUnsafeBytes { buffer in
        PQputCopyData(
          handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
      }
      switch queued {
      case 1: return try flush(stake)
      // No memory to queue more until the socket takes some.
      case 0: try flush(stake)
      // The server ended the COPY, or the connection did; the end of the COPY tells.
      default: return
      }
    }
  }
}
