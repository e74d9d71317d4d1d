import Foundation

/// A text in the form in which quotations are compared: the wording of
/// ``Wording/normalised(_:)`` with every quotation mark the same, so that one
/// within another may be single or double, and two hyphens one, as Word makes a
/// dash of them.
///
/// Byte by byte: a report quotes hundreds of passages, and going by characters
/// would take a second of each check.
public enum EvenedText {
  /// UTF-8 of the evened text.
  public static func bytes(_ text: String) -> [UInt8] {
    let source = Array(composed(text).utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var isBlank = false
    var place = 0
    while place < source.count {
      let byte = source[place]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(place + length, source.count)
      defer { place = end }
      switch kind(source[place..<end]) {
      case .blank: isBlank = true
      case .nothing: break
      case .sign(let sign):
        if isBlank, !bytes.isEmpty { bytes.append(0x20) }
        isBlank = false
        if sign != UInt8(ascii: "-") || bytes.last != sign { bytes.append(sign) }
      case .points:
        if isBlank, !bytes.isEmpty { bytes.append(0x20) }
        isBlank = false
        bytes += "...".utf8
      case .itself:
        if isBlank, !bytes.isEmpty { bytes.append(0x20) }
        isBlank = false
        bytes += source[place..<end]
      }
    }
    return bytes
  }

  private enum Kind {
    case blank, nothing, points, itself
    case sign(UInt8)
  }

  private static let quote = UInt8(ascii: "'")
  private static let hyphen = UInt8(ascii: "-")

  private static func kind(_ scalar: ArraySlice<UInt8>) -> Kind {
    let first = scalar.first ?? 0
    if first < 0x80 {
      switch first {
      case 0x20, 0x09...0x0D: return .blank
      case quote, UInt8(ascii: "\""), UInt8(ascii: "`"): return .sign(quote)
      default: return .sign(first)
      }
    }
    let rest = Array(scalar.dropFirst())
    switch (first, rest.first ?? 0, rest.last ?? 0) {
    case (0xC2, 0xA0, _), (0xC2, 0x85, _): return .blank
    case (0xC2, 0xAD, _): return .nothing
    case (0xC2, 0xAB, _), (0xC2, 0xBB, _): return .sign(quote)
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80),
      (0xE3, 0x80, 0x80):
      return .blank
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): return .sign(hyphen)
    case (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xB2), (0xE2, 0x80, 0xB3): return .sign(quote)
    case (0xE2, 0x80, 0xA6): return .points
    default: return .itself
    }
  }

  /// Composed, where something in it may not be.
  private static func composed(_ text: String) -> String {
    text.utf8.contains { $0 == 0xCC || $0 == 0xCD || $0 >= 0xE1 && $0 != 0xE2 }
      ? text.precomposedStringWithCanonicalMapping : text
  }
}
