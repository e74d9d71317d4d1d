public import Inquiries

/// Puts a published report together again from the blocks that were kept of it.
///
/// Nothing is rendered: HTML is taken as it was stored, with its slots, and the
/// citations are found again in the Markdown. What they print comes from the
/// references given, so that a name mended since is the name that is printed.
public enum ReportRestorer {
  /// One block as it was stored.
  public struct Block: Sendable {
    let kind: ReportBlock.Kind
    let level: Int?
    let key: String?
    let paragraphNumber: Int?
    let number: Int?
    let markdown: String
    let html: String

    /// - Parameters:
    ///   - kind: What it is.
    ///   - level: 1 to 6 for headings.
    ///   - key: Of a finding, conclusion or recommendation.
    ///   - numbers: Its paragraph's number and its own, where it has them.
    ///   - words: The author's Markdown, and the HTML with slots made of it.
    public init(
      kind: ReportBlock.Kind, level: Int?, key: String?, numbers: (paragraph: Int?, own: Int?),
      words: (markdown: String, html: String)
    ) {
      self.kind = kind
      self.level = level
      self.key = key
      paragraphNumber = numbers.paragraph
      number = numbers.own
      markdown = words.markdown
      html = words.html
    }
  }

  /// What a locator of the report comes to now.
  public struct Reference: Sendable {
    /// The locator with the speaker's name as it is printed now.
    public let locator: Locator
    public let printed: ReportReference

    public init(locator: Locator, printed: ReportReference) {
      self.locator = locator
      self.printed = printed
    }
  }

  /// The report as it stands now.
  ///
  /// - Parameters:
  ///   - blocks: In order.
  ///   - title: Of the report.
  ///   - notesHTML: The author's notes as they were stored.
  ///   - frame: What is known of the inquiry now.
  ///   - reference: What a locator comes to, as item of a bracket of the report,
  ///     both from 0. A citation that names a speaker is spelled anew with the
  ///     locator given back, in Markdown too.
  public static func document(
    blocks: [Block], title: String, notesHTML: String?, frame: ReportFrame,
    reference: (Locator, _ bracket: Int, _ item: Int) -> Reference
  ) -> ReportDocument {
    var known: [Locator: ReportReference] = [:]
    var bracket = 0
    let read = blocks.map { block in
      let spelled = CitationSpelling(block.markdown) { locator, place, item in
        let found = reference(locator, bracket + place, item)
        known[found.locator] = found.printed
        return found.locator
      }
      bracket += spelled.citations.count
      return spelled
    }
    let printer = CitationPrinter(kind: frame.bodyKind, references: known)
    var ordinal = 0
    let restored = zip(blocks, read).enumerated().map { place, pair in
      let (block, spelled) = pair
      defer { ordinal += spelled.citations.count }
      let citations = spelled.citations.enumerated().map { index, citation in
        ReportCitation(
          ordinal: ordinal + index, range: citation.range, text: citation.text,
          items: printer.items(of: citation))
      }
      return ReportBlock(
        ordinal: place, kind: block.kind, level: block.level, key: block.key,
        paragraphNumber: block.paragraphNumber, number: block.number, markdown: spelled.markdown,
        html: block.html, citations: citations)
    }
    return ReportDocument(
      frame: frame, title: title, blocks: restored, notesHTML: notesHTML,
      conclusions: conclusions(restored, frame))
  }

  private static func conclusions(
    _ blocks: [ReportBlock], _ frame: ReportFrame
  ) -> [ReportConclusion] {
    let form = CitationForm(frame.bodyKind)
    let numbers = Dictionary(
      blocks.compactMap { block in block.key.map { ($0, block.number) } },
      uniquingKeysWith: { first, _ in first })
    var open: [Int] = []
    var chapter: Int?
    return blocks.compactMap { block in
      if block.kind == .heading {
        let level = block.level ?? 1
        open.removeAll { $0 >= level }
        if open.isEmpty { chapter = block.ordinal }
        open.append(level)
      }
      guard let key = block.key, let number = block.number, let paragraph = block.paragraphNumber
      else { return nil }
      let facts = frame.facts[key] ?? ReportFacts()
      return ReportConclusion(
        kind: block.kind, number: number, key: key, paragraphNumber: paragraph,
        block: block.ordinal, chapter: chapter,
        findingNumber: facts.findingKey.flatMap { numbers[$0] ?? nil }, facts: facts, form: form)
    }
  }
}

/// A block's Markdown with its citations, those that name somebody spelled with
/// the name of today.
private struct CitationSpelling {
  private(set) var markdown = ""
  private(set) var citations: [DraftCitation] = []

  /// - Parameter spelled: A locator as it is spelled now, by its bracket in the
  ///   text and its item in the bracket.
  init(_ text: String, spelled: (Locator, Int, Int) -> Locator) {
    let bytes = Array(text.utf8)
    var scanner = CitationScanner(DraftLines(bytes), in: 0..<bytes.count)
    var position = 0
    for (bracket, citation) in scanner.scan().enumerated() {
      markdown += String(decoding: bytes[position..<citation.range.lowerBound], as: UTF8.self)
      position = citation.range.upperBound
      let now = CitationSpelling.now(citation) { spelled($0, bracket, $1) }
      let start = markdown.utf8.count
      markdown += now.text
      citations.append(
        DraftCitation(
          range: start..<start + now.text.utf8.count, line: citation.line, text: now.text,
          items: now.items))
    }
    markdown += String(decoding: bytes[position...], as: UTF8.self)
  }

  private static func now(
    _ citation: DraftCitation, _ spelled: (Locator, Int) -> Locator
  ) -> (text: String, items: [DraftCitation.Item]) {
    var isChanged = false
    let items = citation.items.enumerated().map { place, item in
      guard case .success(let locator) = item.reading else { return item }
      let now = spelled(locator, place)
      guard now != locator else { return item }
      isChanged = true
      let mark = item.isAuthorless ? "-@" : "@"
      let prefix = item.prefix.isEmpty ? "" : item.prefix + " "
      return DraftCitation.Item(
        text: prefix + mark + now.description, prefix: item.prefix, reading: .success(now),
        isAuthorless: item.isAuthorless)
    }
    guard isChanged else { return (citation.text, citation.items) }
    return ("[" + items.map(\.text).joined(separator: "; ") + "]", items)
  }
}

extension ReportHTML {
  /// The words of one block with its citations, to stand outside its report:
  /// it has no ids, so that the block may stand on a page twice.
  public static func words(of block: ReportBlock, in document: ReportDocument) -> [UInt8] {
    var html = HTMLBytes(capacity: 2 * block.html.utf8.count)
    CitationHTML(document).fill(block.html, into: &html, isCopy: true)
    CitationHTML.writeFootnotes(of: block, to: &html)
    return html.bytes
  }
}
