import CZlib
import HTTPTypes
import NIOCore

/// The content coding that every browser takes (RFC 9110, 8.4.1.3).
enum Gzip {
  /// Whether a request takes it.
  ///
  /// - Parameter values: Of `Accept-Encoding`; `gzip;q=0` refuses it.
  static func isTaken(_ values: [String]) -> Bool {
    values.contains { value in
      value.split(separator: ",").contains { coding in
        let words = coding.lowercased().filter { $0 != " " }.split(separator: ";")
        guard let name = words.first, name == "gzip" || name == "*" else { return false }
        return !words.dropFirst().contains { $0.wholeMatch(of: #/q=0(\.0*)?/#) != nil }
      }
    }
  }

  /// A body in fewer bytes, quickly rather than in the fewest.
  ///
  /// - Returns: `nil` where nothing is won: one packet is sent either way, and
  ///   some bodies cannot be made shorter.
  static func bytes(of body: ByteBuffer) -> ByteBuffer? {
    guard body.readableBytes > 1_400 else { return nil }
    var stream = z_stream()
    // 16 above the largest window asks for gzip's header and check sum (zlib.h).
    guard
      deflateInit2_(
        &stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    // What does not fit into less than the body took is not worth keeping.
    var short = ByteBuffer()
    let isWhole = body.withUnsafeReadableBytes { plain in
      var isWhole = false
      short.writeWithUnsafeMutableBytes(minimumWritableBytes: plain.count) { room in
        stream.next_in = UnsafeMutablePointer(
          mutating: plain.baseAddress?.assumingMemoryBound(to: Bytef.self))
        stream.avail_in = UInt32(plain.count)
        stream.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.avail_out = UInt32(plain.count)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        return Int(stream.total_out)
      }
      return isWhole
    }
    guard isWhole else { return nil }
    // Of its own size: the room it was made in is as large as the body.
    return ByteBuffer(bytes: short.readableBytesView)
  }
}
