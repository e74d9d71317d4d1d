/// Eight bytes of a text looked at as one number, to copy long runs that have nothing
/// to escape (S. E. Anderson, Bit Twiddling Hacks).
public struct EightBytes {
  private let number: UInt64

  /// - Returns: `nil` where fewer than eight bytes are left.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 8 <= bytes.count else { return nil }
    number = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether one of them is this byte.
  public func contain(_ byte: UInt8) -> Bool {
    EightBytes.hasByte(below: 1, in: number ^ EightBytes.spread(byte))
  }

  /// Whether one of them is this byte in all bits but these, so that several bytes are
  /// looked for at once.
  public func contain(_ byte: UInt8, but bits: UInt8) -> Bool {
    EightBytes.hasByte(
      below: 1, in: (number ^ EightBytes.spread(byte)) & ~EightBytes.spread(bits))
  }

  /// Whether one of them is less than this byte, which is at most 0x80.
  public func contain(below byte: UInt8) -> Bool {
    EightBytes.hasByte(below: byte, in: number)
  }

  private static func hasByte(below byte: UInt8, in number: UInt64) -> Bool {
    (number &- spread(byte)) & ~number & spread(0x80) != 0
  }

  private static func spread(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }
}
