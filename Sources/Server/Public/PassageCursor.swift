import Foundation
import Inquiries
import Records

/// Where a page of passages ended, as the next request says it back.
///
/// Opaque to callers: what it is made of may change.
struct PassageCursor: Equatable {
  var session = 0
  var reference = ""
  var ordinal = 0

  /// Where submissions stand: after every session.
  static let written = PublishedPassage.afterSessions

  /// The place before the first passage.
  static let start = PassageCursor()

  init(session: Int = 0, reference: String = "", ordinal: Int = 0) {
    self.session = session
    self.reference = reference
    self.ordinal = ordinal
  }

  var place: PublishedPassage.Place {
    (session, reference, ordinal)
  }

  init(after passage: PublishedPassage) {
    self.init(
      session: passage.passage.sessionNumber ?? PassageCursor.written, reference: passage.reference,
      ordinal: passage.passage.ordinal)
  }

  /// Reads what ``text`` wrote, and nothing else.
  init?(_ text: String) {
    // A reference has at most a few dozen letters.
    guard text.utf8.count <= 200,
      let data = Data(base64Encoded: PassageCursor.inCommonLetters(text)),
      let words = String(validating: data, as: UTF8.self)
    else { return nil }
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let session = PassageCursor.session(parts[0]),
      !parts[2].isEmpty, let ordinal = parts[2] == "0" ? 0 : PublicPlace.number(parts[2]),
      !parts[1].unicodeScalars.contains("\0")
    else { return nil }
    self.init(session: session, reference: String(parts[1]), ordinal: ordinal)
    guard self.text == text else { return nil }
  }

  /// As Foundation reads Base64: it writes the alphabet for addresses, and does not
  /// read it.
  private static func inCommonLetters(_ text: String) -> String {
    let letters = text.utf8.map { byte in
      byte == UInt8(ascii: "-")
        ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
    }
    return String(decoding: letters, as: UTF8.self)
      + String(repeating: "=", count: (4 - letters.count % 4) % 4)
  }

  private static func session(_ text: Substring) -> Int? {
    text == "\(written)" ? written : PublicPlace.number(text)
  }

  /// Letters that need no escaping in a query.
  var text: String {
    Data("\(session) \(reference) \(ordinal)".utf8)
      .base64EncodedString(options: [.base64URLAlphabet, .omitPaddingCharacter])
  }
}

/// Which passages a request asks for.
struct PassageQuery {
  static let limits = 1...200

  var after = PassageCursor.start
  var limit = 50

  /// Reads a query; unknown and repeated parameters are refused, because a
  /// misspelt one would be passed over in silence.
  init(_ query: String?) throws(PublicProblem) {
    var seen: Set<Substring> = []
    for part in (query ?? "").split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = pair[0]
      let value = pair.count > 1 ? String(pair[1]) : ""
      guard name == "after" || name == "limit" else { throw PublicQuery.unknown }
      guard seen.insert(name).inserted else {
        throw PublicQuery.repeated(String(name))
      }
      if name == "limit" {
        guard let number = PublicPlace.number(value), PassageQuery.limits.contains(number) else {
          throw PublicQuery.limit
        }
        limit = number
      } else {
        guard let cursor = PassageCursor(value) else { throw PublicQuery.cursor }
        after = cursor
      }
    }
  }
}

/// What may stand after `?` in the public API.
enum PublicQuery {
  static let unknown = PublicProblem(
    "query_unknown", "There is a parameter in the query that is not known here.", field: "query")

  static let limit = PublicProblem(
    "limit_invalid", "“limit” is a whole number from 1 to 200.", field: "limit")

  static let cursor = PublicProblem(
    "cursor_unreadable", "“after” is the “next” of the page before, unchanged.", field: "after")

  static func repeated(_ name: String) -> PublicProblem {
    PublicProblem(
      "query_repeated", "A parameter stands in the query more than once.", field: name)
  }

  /// Refuses every parameter.
  static func refuse(_ query: String?) throws(PublicProblem) {
    guard (query ?? "").isEmpty else { throw unknown }
  }
}
