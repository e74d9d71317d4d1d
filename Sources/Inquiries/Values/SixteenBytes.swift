/// Sixteen bytes of a text looked at at once, to copy long runs that have nothing to escape.
public struct SixteenBytes {
  private typealias Bytes = SIMD16<UInt8>
  private let bytes: Bytes

  /// - Returns: `nil` where fewer than sixteen bytes are left.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 16 <= bytes.count else { return nil }
    self.bytes = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: Bytes.self)
  }

  /// Whether one of them is this byte.
  public func contain(_ byte: UInt8) -> Bool {
    SixteenBytes.isAny(bytes .== Bytes(repeating: byte))
  }

  /// Whether one of them is this byte in all bits but these, so that several bytes are
  /// looked for at once.
  public func contain(_ byte: UInt8, but bits: UInt8) -> Bool {
    let isDifferent = (bytes ^ Bytes(repeating: byte)) & Bytes(repeating: ~bits)
    return SixteenBytes.isAny(isDifferent .== Bytes())
  }

  /// Whether one of them is less than this byte.
  public func contain(below byte: UInt8) -> Bool {
    SixteenBytes.isAny(bytes .< Bytes(repeating: byte))
  }

  /// Of two numbers: the library's own `any` looks at one byte after the other.
  private static func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }
}
