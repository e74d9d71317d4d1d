import Inquiries

/// Writes HTML as bytes, escaping what is not ours.
///
/// What goes in as ``literal(_:)`` is a literal of the program, so nothing a
/// person wrote can pass unescaped by mistake.
public struct HTMLBytes: Sendable {
  public private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: How many bytes to expect.
  public init(capacity: Int = 4_096) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes markup of our own.
  @inline(__always)
  public mutating func literal(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes words, so that they read as they are.
  public mutating func text(_ words: some StringProtocol) {
    escape(words)
  }

  // Spelled out for the type that most words have: called from another room, the
  // generic one is not specialised.
  public mutating func text(_ words: String) {
    var words = words
    words.withUTF8 { escape($0) }
  }

  public mutating func attribute(_ value: String) {
    text(value)
  }

  /// Writes words that are at hand as UTF-8.
  public mutating func text(utf8 words: UnsafeBufferPointer<UInt8>) {
    escape(words)
  }

  /// Writes what stands between the quotation marks of an attribute.
  public mutating func attribute(_ value: some StringProtocol) {
    escape(value)
  }

  public mutating func number(_ number: Int) {
    // Of so few digits, a string of its own takes longer than to write them.
    guard (0..<10_000).contains(number) else {
      return bytes.append(contentsOf: String(number).utf8)
    }
    var digits: UInt32 = 0
    var count = 0
    var rest = number
    repeat {
      digits = digits << 8 | UInt32(UInt8(ascii: "0")) + UInt32(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    withUnsafeBytes(of: digits.littleEndian) { bytes.append(contentsOf: $0.prefix(count)) }
  }

  /// Writes HTML that was made safe before it came here.
  public mutating func sanitised(_ html: some StringProtocol) {
    bytes.append(contentsOf: html.utf8)
  }

  /// Writes HTML that was made safe before it came here.
  public mutating func sanitised(_ html: some Sequence<UInt8>) {
    bytes.append(contentsOf: html)
  }

  private mutating func escape(_ words: some StringProtocol) {
    let isWritten: Void? = words.utf8.withContiguousStorageIfAvailable { escape($0) }
    if isWritten == nil { Array(words.utf8).withUnsafeBufferPointer { escape($0) } }
  }

  /// Copies run by run, because most text has nothing to escape, and looks at
  /// sixteen bytes at a time for the same reason.
  private mutating func escape(_ words: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < words.count {
      if SixteenBytes(words, at: index)?.arePlainInHTML ?? false {
        index += 16
        continue
      }
      let end = min(index + 16, words.count)
      for place in index..<end {
        // Letters lie behind the last of the five, and need no second look.
        guard words[place] <= UInt8(ascii: ">"), let entity = HTMLBytes.entity(words[place])
        else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[start..<place]))
        literal(entity)
        start = place + 1
      }
      index = end
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[start...]))
  }

  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

extension SixteenBytes {
  /// Two looks for five: quotation marks and ampersands differ in two bits, which lets
  /// `#` through to a second look, and the angle brackets in one.
  fileprivate var arePlainInHTML: Bool {
    !(contain(UInt8(ascii: "\""), but: 0x05) || contain(UInt8(ascii: "<"), but: 0x02))
  }
}
