/// An encoding of text files that we read, under the names people type.
enum TextEncoding: String, CaseIterable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case latin9 = "iso-8859-15"

  /// The encoding of a name, in any case and with the usual other spellings.
  init?(named name: String) {
    switch name.lowercased().replacing("_", with: "-") {
    case "utf-8", "utf8": self = .utf8
    case "utf-16le", "utf16le": self = .utf16le
    case "utf-16be", "utf16be": self = .utf16be
    case "windows-1252", "cp1252", "cp-1252": self = .windows1252
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1": self = .latin1
    case "iso-8859-15", "iso8859-15", "latin9", "latin-9": self = .latin9
    default: return nil
    }
  }

  /// The character of one byte in a single-byte encoding, nil where the byte
  /// stands for nothing there.
  func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch self {
    case .windows1252 where (0x80...0x9F).contains(byte):
      let value = Self.upperWindows1252[Int(byte) - 0x80]
      return value == 0 ? nil : Unicode.Scalar(value)
    case .latin9:
      return Self.latin9Differences[byte] ?? Unicode.Scalar(byte)
    default:
      return Unicode.Scalar(byte)
    }
  }

  /// 0x80 to 0x9F as the WHATWG index windows-1252 has them; the five bytes
  /// that no character was ever given to are zero, so that they are refused.
  private static let upperWindows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The eight places in which ISO 8859-15 departs from 8859-1.
  private static let latin9Differences: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]
}
