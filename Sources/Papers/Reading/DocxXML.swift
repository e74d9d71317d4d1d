import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element as it opens, its name under the prefix that Word itself writes.
struct DocxElement {
  /// `w:p`, `mc:Fallback`, `m:t`; other vocabularies come as `other:name`.
  let name: String
  /// The address of its vocabulary.
  let namespace: String?
  fileprivate let attributes: [String: String]

  /// An attribute by its local name, whatever its prefix.
  subscript(_ local: String) -> String? {
    attributes["w:" + local] ?? attributes[local]
      ?? attributes.first { $0.key.hasSuffix(":" + local) }?.value
  }

  /// The value of an on-off element such as `w:vanish`: present means on.
  var isOn: Bool {
    self["val"].map { !["0", "false", "off", "none"].contains($0) } ?? true
  }
}

/// What takes the events of one XML part.
protocol DocxPart: AnyObject {
  func begin(_ element: DocxElement) throws(PaperError)
  func text(_ text: String) throws(PaperError)
  func end(_ name: String) throws(PaperError)
}

/// Runs libxml2's event parser over a part that has passed the gate.
///
/// Stops at the first refusal; external entities are never fetched, and the
/// gate has refused every document type, so there are none to declare.
final class DocxXML: NSObject, XMLParserDelegate {
  private let part: any DocxPart
  private let name: String
  private let fileName: String
  private let deepest: Int
  private var depth = 0
  private var names: [String] = []
  private var failure: PaperError?
  private var isDamaged = false
  /// Names of elements and attributes met so far.
  private var vocabulary: Set<String> = []

  private init(_ part: any DocxPart, name: String, fileName: String, limits: PaperLimits) {
    self.part = part
    self.name = name
    self.fileName = fileName
    deepest = limits.xmlDepth
  }

  /// Parses a part from its first event to its last.
  ///
  /// - Parameter remedy: What the person who sent the file does when it is
  ///   damaged.
  /// - Throws: What the part's reader throws, and ``PaperError`` `xml_too_deep`,
  ///   `xml_encoding` or `xml_damaged`.
  static func parse(
    _ bytes: [UInt8], into part: any DocxPart, name: String, fileName: String, limits: PaperLimits,
    remedy: String = "open it in Word and save it again"
  ) throws(PaperError) {
    try checkMarkup(bytes, name: name, fileName: fileName, remedy: remedy)
    let delegate = DocxXML(part, name: name, fileName: fileName, limits: limits)
    // As a stream: libxml2 refuses to look ahead in more than 10 MB at once.
    let parser = XMLParser(stream: InputStream(data: Data(bytes)))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = delegate
    let isWhole = parser.parse()
    if let failure = delegate.failure { throw failure }
    // On Linux `parse` returns true after some errors that it reports.
    guard isWhole, !delegate.isDamaged, parser.parserError == nil, delegate.depth == 0 else {
      throw PaperError(
        code: "xml_damaged",
        message:
          "The part “\(name)” of \(fileName) breaks off at line \(parser.lineNumber), column \(parser.columnNumber) of its XML; \(remedy).",
        file: fileName)
    }
  }

  /// Refuses what would cost the parser more than it is worth.
  ///
  /// Word writes UTF-8; another encoding could hide a document type from the
  /// gate, and a name that is no UTF-8 ends the process within Foundation. And libxml2 compares every attribute of an element with every other
  /// (200,000 of them took half a minute).
  private static func checkMarkup(
    _ bytes: [UInt8], name: String, fileName: String, remedy: String
  ) throws(PaperError) {
    let head = String(decoding: bytes.prefix(400), as: UTF8.self).lowercased()
    var declared = "utf-8"
    if let declaration = head.firstRange(of: "encoding="), head.contains("<?xml") {
      let value = head[declaration.upperBound...].dropFirst()
      declared = String(value.prefix { $0 != "\"" && $0 != "'" })
    }
    guard ["utf-8", "us-ascii", "ascii"].contains(declared), head.contains("<"),
      !bytes.prefix(4).contains(0), String(validating: bytes, as: UTF8.self) != nil
    else {
      throw PaperError(
        code: "xml_encoding",
        message:
          "The part “\(name)” of \(fileName) is not in UTF-8; \(remedy).",
        file: fileName)
    }
    guard DocxMarkup.mostAttributes(in: bytes) <= 512 else {
      throw PaperError(
        code: "xml_too_many_attributes",
        message:
          "The part “\(name)” of \(fileName) has an element with more than 512 attributes; save its text as a new document.",
        file: fileName)
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    guard failure == nil else { return }
    depth += 1
    names.append(Self.prefix(of: namespaceURI) + element)
    let opened = DocxElement(
      name: names[names.count - 1], namespace: namespaceURI, attributes: attributes)
    attempt(parser) { () throws(PaperError) in
      guard depth <= deepest else {
        throw PaperError(
          code: "xml_too_deep",
          message:
            "The part “\(name)” of \(fileName) nests its elements more than \(deepest) deep; save its text as a new document.",
          file: fileName)
      }
      try checkVocabulary(element, attributes)
      try part.begin(opened)
    }
  }

  /// All vocabularies of Office together have fewer names; libxml2 grows slow
  /// on more (two million took over a minute).
  private func checkVocabulary(
    _ element: String, _ attributes: [String: String]
  ) throws(PaperError) {
    vocabulary.insert(element)
    for name in attributes.keys { vocabulary.insert(name) }
    guard vocabulary.count <= 10_000 else {
      throw PaperError(
        code: "xml_too_many_names",
        message:
          "The part “\(name)” of \(fileName) uses more than 10,000 names of elements and attributes; save its text as a new document.",
        file: fileName)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard failure == nil, let closed = names.popLast() else { return }
    depth -= 1
    attempt(parser) { () throws(PaperError) in try part.end(closed) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard failure == nil else { return }
    attempt(parser) { () throws(PaperError) in try part.text(string) }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    isDamaged = true
  }

  private func attempt(_ parser: XMLParser, _ step: () throws(PaperError) -> Void) {
    do throws(PaperError) {
      try step()
    } catch {
      failure = error
      parser.abortParsing()
    }
  }

  private static func prefix(of namespace: String?) -> String {
    switch namespace {
    case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main":
      "w:"
    case "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:"
    case "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math":
      "m:"
    case "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text:"
    case "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office:"
    case "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style:"
    case "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw:"
    case "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table:"
    default: "other:"
    }
  }
}
