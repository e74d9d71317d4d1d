/// A quotation mark as Markdown may write it: as itself, behind a backslash, or as an
/// entity.
///
/// Pandoc writes `\"` where a straight mark is to stay straight, and converters from
/// word processors write `&ldquo;`.
struct QuotationMark {
  enum Sign: UInt32 {
    case straight = 0x22
    case apostrophe = 0x27
    case openingAngled = 0xAB
    case closingAngled = 0xBB
    case openingSingle = 0x2018
    case closingSingle = 0x2019
    case openingDouble = 0x201C
    case closingDouble = 0x201D
    case low = 0x201E

    /// As itself, in UTF-8.
    var bytes: [UInt8] {
      Unicode.Scalar(rawValue).map { Array(String(Character($0)).utf8) } ?? []
    }

    /// Whether it may stand behind the stop of a quoted sentence.
    var mayClose: Bool {
      switch self {
      case .straight, .apostrophe, .closingSingle, .closingDouble, .closingAngled: true
      case .openingAngled, .openingSingle, .openingDouble, .low: false
      }
    }
  }

  let sign: Sign
  /// In bytes, as it is written.
  let length: Int

  private static let names: [String: Sign] = [
    "quot": .straight, "QUOT": .straight, "apos": .apostrophe, "ldquo": .openingDouble,
    "OpenCurlyDoubleQuote": .openingDouble, "rdquo": .closingDouble, "rdquor": .closingDouble,
    "CloseCurlyDoubleQuote": .closingDouble, "lsquo": .openingSingle,
    "OpenCurlyQuote": .openingSingle, "rsquo": .closingSingle, "rsquor": .closingSingle,
    "CloseCurlyQuote": .closingSingle, "bdquo": .low, "ldquor": .low, "laquo": .openingAngled,
    "raquo": .closingAngled,
  ]

  /// The longest name, with a few leading zeros of a number to spare.
  private static let longestEntity = 24

  /// - Returns: `nil` where no such mark begins at `place`.
  init?(_ bytes: [UInt8], at place: Int) {
    guard place < bytes.count else { return nil }
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch bytes[place] {
    case UInt8(ascii: "\""): (sign, length) = (.straight, 1)
    case UInt8(ascii: "'"): (sign, length) = (.apostrophe, 1)
    case UInt8(ascii: "\\") where next == UInt8(ascii: "\""): (sign, length) = (.straight, 2)
    case UInt8(ascii: "\\") where next == UInt8(ascii: "'"): (sign, length) = (.apostrophe, 2)
    case 0xC2 where next == 0xAB: (sign, length) = (.openingAngled, 2)
    case 0xC2 where next == 0xBB: (sign, length) = (.closingAngled, 2)
    case 0xE2 where next == 0x80 && place + 2 < bytes.count:
      switch bytes[place + 2] {
      case 0x98: sign = .openingSingle
      case 0x99: sign = .closingSingle
      case 0x9C: sign = .openingDouble
      case 0x9D: sign = .closingDouble
      case 0x9E: sign = .low
      default: return nil
      }
      length = 3
    case UInt8(ascii: "&"):
      guard
        let end = bytes[place...].prefix(QuotationMark.longestEntity)
          .firstIndex(of: UInt8(ascii: ";")),
        let sign = QuotationMark.sign(
          ofEntity: String(decoding: bytes[(place + 1)..<end], as: UTF8.self))
      else { return nil }
      self.sign = sign
      length = end + 1 - place
    default: return nil
    }
  }

  /// What an entity without `&` and `;` stands for: `ldquo`, `#8220`, `#x201C`.
  private static func sign(ofEntity name: String) -> Sign? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Sign.init(rawValue:))
  }
}
