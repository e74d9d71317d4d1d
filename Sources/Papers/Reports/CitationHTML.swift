import Inquiries

/// The citations of a report, to be put into the slots of its HTML.
struct CitationHTML {
  private let citations: [ReportCitation]

  init(_ document: ReportDocument) {
    citations = document.citations
  }

  /// Writes HTML with its citations in their slots.
  ///
  /// - Parameters:
  ///   - markup: A block's HTML.
  ///   - html: Where it goes.
  ///   - isCopy: Whether the block stands elsewhere too; a copy has no ids.
  func fill(_ markup: String, into html: inout HTMLBytes, isCopy: Bool = false) {
    let text = isCopy ? CitationHTML.withoutIds(markup) : markup
    var parts = CitationHTML.parts(text)[...]
    while let part = parts.popFirst() {
      html.sanitised(part.before)
      if let ordinal = part.ordinal, citations.indices.contains(ordinal) {
        write(citations[ordinal], to: &html)
      }
    }
  }

  /// Writes what stands beneath the answers that a block cites.
  static func writeFootnotes(of block: ReportBlock, to html: inout HTMLBytes) {
    for footnote in block.footnotes {
      html.literal("\n<p class=\"footnote\" role=\"note\">")
      html.text(footnote.inWords)
      html.literal("</p>")
    }
  }

  private func write(_ citation: ReportCitation, to html: inout HTMLBytes) {
    html.literal("<span class=\"citation\">")
    html.text(citation.brackets.open)
    for item in citation.items {
      html.text(item.separator)
      if !item.prefix.isEmpty {
        html.text(item.prefix)
        html.literal(" ")
      }
      write(item, to: &html)
    }
    html.text(citation.brackets.close)
    html.literal("</span>")
  }

  private func write(_ item: ReportCitation.Item, to html: inout HTMLBytes) {
    if let problem = item.problem {
      html.literal("<mark class=\"problem\">")
      html.text(item.printed)
      html.literal(" <span class=\"hidden\">cannot be printed: ")
      html.text(problem)
      html.literal("</span></mark>")
    } else if let href = item.href {
      html.literal("<a href=\"")
      html.attribute(href)
      html.literal("\">")
      html.text(item.printed)
      html.literal("</a>")
    } else {
      html.text(item.printed)
    }
    writeCorrected(item.passages.filter(\.isSuperseded), to: &html)
  }

  /// Which of the words cited were corrected since, each with where it still is.
  private func writeCorrected(_ passages: [PinnedPassage], to html: inout HTMLBytes) {
    guard !passages.isEmpty else { return }
    html.literal(" (corrected since; as cited: ")
    for (place, passage) in passages.enumerated() {
      if place > 0 { html.literal(", ") }
      html.literal("<a href=\"")
      html.attribute(passage.address)
      html.literal("\">")
      html.text(passage.reference)
      html.literal("</a>")
    }
    html.literal(")")
  }

  private static let slotStart = Array("<cite data-citation=\"".utf8)
  private static let slotEnd = Array("\"></cite>".utf8)

  /// HTML cut at its slots: what stands before each, and its number.
  static func parts(_ markup: String) -> [(before: ArraySlice<UInt8>, ordinal: Int?)] {
    let bytes = Array(markup.utf8)
    var parts: [(before: ArraySlice<UInt8>, ordinal: Int?)] = []
    var start = 0
    var position = 0
    while let next = bytes[position...].firstIndex(of: .less) {
      guard bytes[next...].starts(with: slotStart) else {
        position = next + 1
        continue
      }
      let digits = bytes[(next + slotStart.count)...].prefix(while: \.isDigit)
      parts.append((bytes[start..<next], Int(String(decoding: digits, as: UTF8.self))))
      start = min(digits.endIndex + slotEnd.count, bytes.count)
      position = start
    }
    parts.append((bytes[start...], nil))
    return parts
  }

  /// The words of a heading for a list of contents: no citations, no links.
  static func plain(_ markup: String) -> String {
    var words: [UInt8] = []
    for part in parts(markup) {
      var isInTag = false
      for byte in part.before {
        if byte == .less { isInTag = true } else if byte == .greater { isInTag = false }
        if !isInTag, byte != .greater { words.append(byte) }
      }
    }
    while words.last?.isBlank ?? false { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  /// Ids are only those of the author's notes; a second one would be no id.
  private static func withoutIds(_ markup: String) -> String {
    guard markup.utf8.contains(.equals) else { return markup }
    return markup.split(separator: " id=\"fn", omittingEmptySubsequences: false).enumerated().map {
      $0 == 0 ? String($1) : String($1.drop { $0 != "\"" }.dropFirst())
    }.joined()
  }
}
