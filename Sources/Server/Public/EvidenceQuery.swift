import Foundation
import Inquiries
import Records

/// What a reader asks of the listing over all evidence, as it stands in an
/// address, which is the only place where it is kept.
struct EvidenceQuery: Hashable {
  static let limits = 1...200
  /// As many letters as a name or the name of a group is given.
  static let longest = 200

  var filter = EvidenceFilter()
  var order = EvidenceOrder.newest
  var limit = 50
  var after: PublishedEvidence.Place?

  init(
    filter: EvidenceFilter = EvidenceFilter(), order: EvidenceOrder = .newest, limit: Int = 50,
    after: PublishedEvidence.Place? = nil
  ) {
    self.filter = filter
    self.order = order
    self.limit = limit
    self.after = after
  }

  /// The one way to write it, such as `kind=written&name=charity`; empty when
  /// everything is asked for.
  var text: String {
    let pairs: [(String, String?)] = [
      ("kind", filter.kind?.rawValue), ("session", filter.session.map(String.init)),
      ("call", filter.call), ("group", filter.group),
      ("name", filter.name.isEmpty ? nil : filter.name), ("from", filter.from?.description),
      ("to", filter.to?.description), ("order", order == .newest ? nil : order.rawValue),
      ("limit", limit == 50 ? nil : String(limit)), ("after", after.map(EvidenceCursor.text)),
    ]
    return pairs.compactMap { name, value in
      value.map { "\(name)=\(EvidenceQuery.encoded($0))" }
    }.joined(separator: "&")
  }

  /// The same from its beginning, with other filters.
  func with(_ change: (inout EvidenceQuery) -> Void) -> EvidenceQuery {
    var query = self
    query.after = nil
    change(&query)
    return query
  }

  /// An address with this query.
  func address(_ place: String) -> String {
    let text = text
    return text.isEmpty ? place : "\(place)?\(text)"
  }

  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }
}

/// Reads a query, and collects everything that is wrong with it.
///
/// In the address of a page, parameters without a value ask for nothing: a form
/// sends all of its own. A program has no reason to.
struct EvidenceQueryReader {
  private(set) var query = EvidenceQuery()
  private(set) var faults: [PublicProblem] = []

  init(_ text: String?, isFromForm: Bool = true) {
    var seen: Set<String> = []
    for part in (text ?? "").split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pair[0])
      guard EvidenceQueryReader.names.contains(name) else {
        faults.append(PublicQuery.unknown)
        continue
      }
      guard seen.insert(name).inserted else {
        faults.append(PublicQuery.repeated(name))
        continue
      }
      guard let value = EvidenceQueryReader.decoded(pair.count > 1 ? pair[1] : "") else {
        refuse(name, "“\(name)” is not written as addresses are.")
        continue
      }
      if !value.isEmpty {
        take(name, value)
      } else if !isFromForm {
        refuse(name, "“\(name)” has no value; leave it away to ask for everything.")
      }
    }
    guard let from = query.filter.from, let to = query.filter.to, to < from else { return }
    refuse("to", "The last day lies before the first.")
  }

  /// - Throws: The first thing that is wrong.
  func read() throws(PublicProblem) -> EvidenceQuery {
    if let fault = faults.first { throw fault }
    return query
  }

  private static let names: Set = [
    "kind", "session", "call", "group", "name", "from", "to", "order", "limit", "after",
  ]

  /// What forms and addresses write: `+` for a blank, `%` and two digits for a byte.
  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private mutating func refuse(_ field: String, _ detail: String) {
    faults.append(PublicProblem("filter_invalid", detail, field: field))
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "kind":
      query.filter.kind = EvidenceFilter.Kind(rawValue: value)
      if query.filter.kind == nil {
        refuse(
          name,
          "“kind” is one of \(EvidenceFilter.Kind.allCases.map(\.rawValue).joined(separator: ", "))."
        )
      }
    case "session":
      query.filter.session = PublicPlace.number(value)
      if query.filter.session == nil { refuse(name, "“session” is the number of a session.") }
    case "call":
      if value.isSlug {
        query.filter.call = value
      } else {
        refuse(name, "“call” is the last part of the address of a call for evidence.")
      }
    case "group": query.filter.group = words(value, of: name)
    case "name": query.filter.name = words(value, of: name) ?? ""
    case "from": query.filter.from = day(value, of: name)
    case "to": query.filter.to = day(value, of: name)
    case "order":
      if let order = EvidenceOrder(rawValue: value) {
        query.order = order
      } else {
        refuse(name, "“order” is newest, oldest or reference.")
      }
    case "limit":
      guard let number = PublicPlace.number(value), EvidenceQuery.limits.contains(number) else {
        return faults.append(PublicQuery.limit)
      }
      query.limit = number
    default:
      query.after = EvidenceCursor.place(value)
      if query.after == nil { faults.append(PublicQuery.cursor) }
    }
  }

  private mutating func words(_ value: String, of name: String) -> String? {
    guard value.count <= EvidenceQuery.longest, value.isVisible else {
      refuse(name, "“\(name)” is at most \(EvidenceQuery.longest) letters long.")
      return nil
    }
    return value
  }

  private mutating func day(_ value: String, of name: String) -> Day? {
    let day = Day(value)
    if day == nil { refuse(name, "“\(name)” is a day, written as in 2018-02-06.") }
    return day
  }
}

/// Where a page of the listing ended. Opaque to callers, like ``PassageCursor``.
enum EvidenceCursor {
  static func text(_ place: PublishedEvidence.Place) -> String {
    Data("\(place.givenOn) \(place.session) \(place.reference)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Reads what ``text(_:)`` wrote, and nothing else.
  static func place(_ text: String) -> PublishedEvidence.Place? {
    // A reference has at most a few dozen letters.
    guard text.utf8.count <= 200,
      let data = Data(
        base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/")
          + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)),
      let words = String(validating: data, as: UTF8.self)
    else { return nil }
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let day = Day(parts[0]),
      let session = Int(parts[1]), (0...PublishedEvidence.Place.written).contains(session),
      !parts[2].isEmpty, !parts[2].unicodeScalars.contains("\0")
    else { return nil }
    let place = PublishedEvidence.Place(
      givenOn: day, session: session, reference: String(parts[2]))
    return self.text(place) == text ? place : nil
  }
}
