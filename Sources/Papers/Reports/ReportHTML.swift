public import Inquiries

/// Writes a report as accessible HTML; the same report gives the same bytes.
public struct ReportHTML: Sendable {
  private let document: ReportDocument
  private let citations: CitationHTML
  private let conclusions: [Int: ReportConclusion]
  private var html: HTMLBytes

  private init(_ document: ReportDocument) {
    self.document = document
    citations = CitationHTML(document)
    conclusions = Dictionary(
      document.conclusions.map { ($0.block, $0) }, uniquingKeysWith: { first, _ in first })
    html = HTMLBytes(capacity: 2 * document.blocks.reduce(8_192) { $0 + $1.html.utf8.count })
  }

  /// The report as one `article`, to stand in a page.
  ///
  /// Headings of the text begin at the second level; paragraphs have the ids
  /// `para-12`, boxes `finding-2` and `recommendation-4`.
  public static func fragment(_ document: ReportDocument) -> [UInt8] {
    var writer = ReportHTML(document)
    writer.article()
    return writer.html.bytes
  }

  /// The report as a document that needs nothing beside it.
  public static func page(_ document: ReportDocument) -> [UInt8] {
    var writer = ReportHTML(document)
    writer.html.literal(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
    writer.html.literal(
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    writer.html.text(document.title)
    writer.html.literal(" – ")
    writer.html.text(document.bodyName)
    writer.html.literal("</title>\n<style>\n")
    writer.html.literal(ReportStyle.sheet)
    writer.html.literal("</style>\n</head>\n<body>\n<main>\n")
    writer.article()
    writer.html.literal("</main>\n</body>\n</html>\n")
    return writer.html.bytes
  }

  private mutating func article() {
    html.literal("<article class=\"report\">\n")
    front()
    contents()
    for block in document.blocks { write(block) }
    if let notes = document.notesHTML {
      html.literal(
        "<section class=\"notes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n")
      fill(notes)
      html.literal("\n</section>\n")
    }
    let lists = ReportLists(document)
    lists.writeConclusions(citations, to: &html)
    lists.writeWitnesses(to: &html)
    lists.writeSources(to: &html)
    html.literal("</article>\n")
  }

  private mutating func front() {
    html.literal("<header>\n")
    if let banner = document.banner {
      html.literal("<p class=\"banner\" role=\"note\">")
      html.text(banner)
      html.literal("</p>\n")
    }
    html.literal("<p class=\"body\">")
    html.text(document.bodyName)
    html.literal("</p>\n<h1>")
    html.text(document.title)
    html.literal("</h1>\n<p class=\"inquiry\">Report of the inquiry: ")
    html.text(document.inquiryTitle)
    html.literal("</p>\n<p class=\"state\">")
    if let day = document.publishedOn {
      html.literal("Published on <time datetime=\"")
      html.text(day.description)
      html.literal("\">")
      html.text(day.inWords)
      html.literal("</time>")
    } else {
      html.literal("Draft, version ")
      html.number(document.draftVersion)
      html.literal("; not published")
    }
    html.literal("</p>\n")
    if let rubric = document.rubric {
      html.literal("<p class=\"rubric\">")
      html.text(rubric)
      html.literal("</p>\n")
    }
    html.literal("</header>\n")
  }

  private mutating func contents() {
    html.literal(
      "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n"
    )
    for block in document.blocks where block.kind == .heading && (block.level ?? 1) <= 2 {
      html.literal("<li class=\"level-")
      html.number(block.level ?? 1)
      html.literal("\"><a href=\"#section-")
      html.number(block.ordinal)
      html.literal("\">")
      html.sanitised(CitationHTML.plain(block.html))
      html.literal("</a></li>\n")
    }
    for part in ReportLists(document).contents {
      html.literal("<li class=\"level-1\"><a href=\"#")
      html.attribute(part.id)
      html.literal("\">")
      html.text(part.title)
      html.literal("</a></li>\n")
    }
    html.literal("</ol>\n</nav>\n")
  }

  private mutating func write(_ block: ReportBlock) {
    switch block.kind {
    case .heading:
      let level = min((block.level ?? 1) + 1, 6)
      html.literal("<h")
      html.number(level)
      html.literal(" id=\"section-")
      html.number(block.ordinal)
      html.literal("\">")
      fill(block.html)
      html.literal("</h")
      html.number(level)
      html.literal(">\n")
      CitationHTML.writeFootnotes(of: block, to: &html)
    case .paragraph:
      html.literal("<div class=\"paragraph\" ")
      paragraphStart(block.paragraphNumber ?? 0)
      fill(block)
      html.literal("\n</div>\n")
    case .continuation:
      guard !block.html.isEmpty else { return }
      html.literal("<div class=\"continuation\">\n")
      fill(block)
      html.literal("\n</div>\n")
    case .finding, .conclusion, .recommendation:
      box(block)
    }
  }

  /// Ends the tag with the id and writes the number that links to it.
  private mutating func paragraphStart(_ number: Int) {
    html.literal("id=\"para-")
    html.number(number)
    html.literal("\">\n<a class=\"number\" href=\"#para-")
    html.number(number)
    html.literal("\"><span class=\"hidden\">Paragraph </span>")
    html.number(number)
    html.literal("</a>\n")
  }

  /// A finding, conclusion or recommendation, its type in words: colour or
  /// slope alone would not reach everybody.
  private mutating func box(_ block: ReportBlock) {
    let conclusion = conclusions[block.ordinal]
    html.literal("<div class=\"paragraph\" ")
    paragraphStart(block.paragraphNumber ?? 0)
    html.literal("<div class=\"box ")
    html.attribute(block.kind.rawValue)
    html.literal("\" id=\"")
    html.attribute(block.anchor ?? "")
    html.literal("\" role=\"group\" aria-labelledby=\"")
    html.attribute(block.anchor ?? "")
    html.literal("-name\">\n<p class=\"name\" id=\"")
    html.attribute(block.anchor ?? "")
    html.literal("-name\">")
    html.text("\(block.kind.title ?? "") \(block.number ?? 0)")
    html.literal("</p>\n")
    fill(block)
    html.literal("\n")
    if let conclusion { ReportLists.writeFacts(of: conclusion, to: &html) }
    html.literal("</div>\n</div>\n")
  }

  private mutating func fill(_ block: ReportBlock) {
    fill(block.html)
    CitationHTML.writeFootnotes(of: block, to: &html)
  }

  private mutating func fill(_ markup: String) {
    citations.fill(markup, into: &html)
  }
}
