import Foundation
import FoundationXML
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// Asks the site and reads what it answers.
struct PublicClient: Sendable {
  let client: any TestClientProtocol

  func send(
    _ method: HTTPRequest.Method, _ uri: String, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await client.executeRequest(uri: uri, method: method, headers: headers, body: nil)
  }

  func get(_ uri: String, headers: HTTPFields = [:]) async throws -> TestResponse {
    try await send(.get, uri, headers: headers)
  }

  /// A page that must be there and be well formed.
  func page(_ uri: String, _ status: HTTPResponse.Status = .ok) async throws -> ParsedPage {
    let response = try await get(uri)
    #expect(response.status == status, "\(uri)")
    return try ParsedPage(Array(buffer: response.body))
  }

  /// A JSON object.
  func json(_ uri: String, _ status: HTTPResponse.Status = .ok) async throws -> [String: Any] {
    let response = try await get(uri)
    #expect(response.status == status, "\(uri)")
    let value = try JSONSerialization.jsonObject(with: Data(buffer: response.body))
    return try #require(value as? [String: Any])
  }
}

extension Data {
  init(buffer: ByteBuffer) {
    self.init(Array(buffer: buffer))
  }
}

extension [UInt8] {
  init(buffer: ByteBuffer) {
    self = Array(buffer.readableBytesView)
  }
}

/// A page as a tree, to be asked by simple selectors.
///
/// The site writes HTML that is XML as well, so that a tag left open is found.
final class ParsedPage {
  final class Element {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [Element] = []
    fileprivate(set) var words = ""

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// All words within, blanks evened out.
    var text: String {
      words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    var classes: Set<Substring> {
      Set((attributes["class"] ?? "").split(separator: " "))
    }

    /// This and everything within, in the order of the page.
    var all: [Element] {
      [self] + children.flatMap(\.all)
    }

    /// Whether one step of a selector holds: `li`, `.turn`, `#q1`, `a.number`.
    fileprivate func matches(_ step: Substring) -> Bool {
      var rest = step
      let name = rest.prefix { $0 != "." && $0 != "#" }
      rest = rest.dropFirst(name.count)
      guard name.isEmpty || name == self.name else { return false }
      switch rest.first {
      case "#": return attributes["id"] == String(rest.dropFirst())
      case ".": return classes.contains(rest.dropFirst())
      default: return true
      }
    }

    func find(_ steps: ArraySlice<Substring>) -> [Element] {
      guard let step = steps.first else { return [self] }
      let found = children.flatMap(\.all).filter { $0.matches(step) }
      return found.flatMap { $0.find(steps.dropFirst()) }
    }
  }

  let root: Element

  init(_ bytes: [UInt8]) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    if !parser.parse() {
      let lines = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let line = lines.dropFirst(parser.lineNumber - 1).first ?? ""
      throw NotWellFormed(description: "line \(parser.lineNumber): \(line)")
    }
    root = reader.open[0]
  }

  struct NotWellFormed: Error, CustomStringConvertible {
    let description: String
  }

  /// The elements that a selector of names, `.classes` and `#ids` finds.
  func select(_ selector: String) -> [Element] {
    var seen: Set<ObjectIdentifier> = []
    return root.find(selector.split(separator: " ")[...]).filter {
      seen.insert(ObjectIdentifier($0)).inserted
    }
  }

  func texts(_ selector: String) -> [String] {
    select(selector).map(\.text)
  }

  /// Addresses of all links, and of the style sheet.
  var links: [String] {
    root.all.filter { $0.name == "a" || $0.name == "link" }.compactMap { $0.attributes["href"] }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var open: [Element] = [Element("", [:])]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      let element = Element(name, attributes)
      open[open.count - 1].children.append(element)
      open.append(element)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      for element in open { element.words += string }
    }
  }
}
