public import Crypto
import Foundation

/// The text of a passage brought to the form in which only its wording counts.
///
/// Numbered, because digests of one form are kept: a better form would be 2.
/// Spans are counted in Unicode code points from 0, the end exclusive, as the
/// Web Annotation Data Model 4.2.4 and PostgreSQL's `char_length` count.
public enum Wording {
  public static let normalisation = 1

  /// The same words with typography evened out: canonically composed, quotation
  /// marks and apostrophes straight, dashes hyphens, runs of blank one space,
  /// an ellipsis sign three points, soft hyphens gone.
  public static func normalised(_ text: String) -> String {
    plain(text) ?? String(String.UnicodeScalarView(mapped(text).scalars))
  }

  /// The same for a text in ASCII, byte by byte: most of what an import digests
  /// is such, and going by characters took a third of the import.
  private static func plain(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { place in
        var count = 0
        var isBlank = false
        for byte in bytes {
          // What Character.isWhitespace calls so within ASCII.
          if byte == 0x20 || (0x09...0x0D).contains(byte) {
            isBlank = true
            continue
          }
          if isBlank, count > 0 {
            place[count] = 0x20
            count += 1
          }
          isBlank = false
          place[count] = byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte
          count += 1
        }
        return count
      }
    }
  }

  /// Where `words` stand in `text`, typography aside.
  ///
  /// - Returns: Every place, as spans of `text`; empty when `words` are blank.
  public static func spans(of words: String, in text: String) -> [Range<Int>] {
    let sought = mapped(words).scalars
    let place = mapped(text)
    guard !sought.isEmpty, sought.count <= place.scalars.count else { return [] }
    return (0...place.scalars.count - sought.count).compactMap { start in
      guard place.scalars[start] == sought[0],
        place.scalars[start..<start + sought.count].elementsEqual(sought)
      else { return nil }
      return place.starts[start]..<place.ends[start + sought.count - 1]
    }
  }

  /// The code points of a span, as a text; `nil` when it does not fit.
  public static func text(in span: Range<Int>, of text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard span.lowerBound >= 0, span.upperBound <= scalars.count else { return nil }
    return String(String.UnicodeScalarView(scalars[span]))
  }

  /// What is wrong with a span.
  public enum SpanFault: Hashable, Sendable {
    /// It is empty, or ends after the text.
    case outside
    /// An end of it lies within what a reader sees as one character.
    case splitsCharacter
    /// Nothing in it can be seen.
    case blank
  }

  /// What is wrong with a span of a text; `nil` when it is whole characters of it.
  public static func fault(of span: Range<Int>, in text: String) -> SpanFault? {
    var ends: Set<Int> = [0]
    var position = 0
    for character in text {
      position += character.unicodeScalars.count
      ends.insert(position)
    }
    guard !span.isEmpty, span.lowerBound >= 0, span.upperBound <= position else { return .outside }
    guard ends.contains(span.lowerBound), ends.contains(span.upperBound) else {
      return .splitsCharacter
    }
    let seen = normalised(Self.text(in: span, of: text) ?? "").unicodeScalars
    return seen.allSatisfy(\.properties.isDefaultIgnorableCodePoint) ? .blank : nil
  }

  private struct Mapped {
    var scalars: [Unicode.Scalar] = []
    /// Where in the original the character of each scalar begins and ends.
    var starts: [Int] = []
    var ends: [Int] = []
  }

  private static func mapped(_ text: String) -> Mapped {
    var mapped = Mapped()
    var position = 0
    var blank: Int?
    for character in text {
      let start = position
      position += character.unicodeScalars.count
      if character.isWhitespace || character == "\u{200B}" {
        blank = blank ?? start
        continue
      }
      if let from = blank, !mapped.scalars.isEmpty {
        mapped.scalars.append(" ")
        mapped.starts.append(from)
        mapped.ends.append(start)
      }
      blank = nil
      for scalar in evened(character) {
        mapped.scalars.append(scalar)
        mapped.starts.append(start)
        mapped.ends.append(position)
      }
    }
    return mapped
  }

  private static func evened(_ character: Character) -> [Unicode.Scalar] {
    if character.isASCII, character != "`" { return Array(character.unicodeScalars) }
    return String(character).precomposedStringWithCanonicalMapping.unicodeScalars.flatMap {
      scalar -> [Unicode.Scalar] in
      switch scalar.value {
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x60: ["'"]
      case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: ["\""]
      case 0x2010...0x2015, 0x2212: ["-"]
      case 0x2026: [".", ".", "."]
      case 0xAD: []
      default: [scalar]
      }
    }
  }
}

/// Keyed digests of confidential text: equal texts can be told to be equal, and
/// nobody without the key can test a guess.
public struct TextDigest: Sendable {
  private let key: SymmetricKey

  public init(key: SymmetricKey) {
    self.key = key
  }

  /// Of the text as it stands.
  public func exact(_ text: String) -> [UInt8] {
    digest("exact", text)
  }

  /// Of its wording alone, so that a change of typography does not show.
  public func wording(_ text: String) -> [UInt8] {
    digest("wording\(Wording.normalisation)", Wording.normalised(text))
  }

  private func digest(_ form: String, _ text: String) -> [UInt8] {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Array(form.utf8) + [0])
    code.update(data: Array(text.utf8))
    return Array(code.finalize())
  }
}
