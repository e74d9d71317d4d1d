import Inquiries

/// The lists that close a report: conclusions and recommendations, witnesses,
/// sources.
struct ReportLists {
  private let document: ReportDocument

  init(_ document: ReportDocument) {
    self.document = document
  }

  /// The lists that this report has, for its contents.
  var contents: [(id: String, title: String)] {
    var parts: [(id: String, title: String)] = []
    if document.notesHTML != nil { parts.append(("notes", "Notes")) }
    if !document.conclusions.isEmpty {
      parts.append(("conclusions-and-recommendations", "Conclusions and recommendations"))
    }
    if !document.witnesses.isEmpty { parts.append(("witnesses", "Witnesses")) }
    if !document.sources.isEmpty { parts.append(("sources", "Sources")) }
    return parts
  }

  /// Conclusions by the chapters they stand in, in the order of the text.
  var chapters: [(heading: ReportBlock?, conclusions: [ReportConclusion])] {
    var chapters: [(heading: ReportBlock?, conclusions: [ReportConclusion])] = []
    for conclusion in document.conclusions {
      if let last = chapters.last, last.heading?.ordinal == conclusion.chapter {
        chapters[chapters.count - 1].conclusions.append(conclusion)
      } else {
        let heading = conclusion.chapter.flatMap { chapter in
          document.blocks.indices.contains(chapter) ? document.blocks[chapter] : nil
        }
        chapters.append((heading, [conclusion]))
      }
    }
    return chapters
  }

  func writeConclusions(_ citations: CitationHTML, to html: inout HTMLBytes) {
    guard !document.conclusions.isEmpty else { return }
    html.literal("<section aria-labelledby=\"conclusions-and-recommendations\">\n")
    html.literal("<h2 id=\"conclusions-and-recommendations\">")
    html.literal("Conclusions and recommendations</h2>\n")
    for chapter in chapters {
      if let heading = chapter.heading {
        html.literal("<h3>")
        html.sanitised(CitationHTML.plain(heading.html))
        html.literal("</h3>\n")
      }
      html.literal("<ul class=\"conclusions\">\n")
      for conclusion in chapter.conclusions { write(conclusion, citations, to: &html) }
      html.literal("</ul>\n")
    }
    html.literal("</section>\n")
  }

  private func write(
    _ conclusion: ReportConclusion, _ citations: CitationHTML, to html: inout HTMLBytes
  ) {
    html.literal("<li class=\"")
    html.attribute(conclusion.kind.rawValue)
    html.literal("\">\n<p class=\"name\"><a href=\"#")
    html.attribute(conclusion.anchor)
    html.literal("\">")
    html.text(conclusion.name)
    html.literal("</a></p>\n")
    if document.blocks.indices.contains(conclusion.block) {
      let block = document.blocks[conclusion.block]
      citations.fill(block.html, into: &html, isCopy: true)
      CitationHTML.writeFootnotes(of: block, to: &html)
    }
    html.literal("\n<p><a href=\"#para-")
    html.number(conclusion.paragraphNumber)
    html.literal("\">")
    html.text(conclusion.place)
    html.literal("</a></p>\n</li>\n")
  }

  /// Who is asked, what a recommendation stands under, what it rests on.
  static func writeFacts(of conclusion: ReportConclusion, to html: inout HTMLBytes) {
    if !conclusion.addressees.isEmpty {
      html.literal("<p class=\"addressees\">To: ")
      html.text(conclusion.addressees.joined(separator: "; "))
      html.literal("</p>\n")
    }
    if let finding = conclusion.findingNumber {
      html.literal("<p class=\"under\">Under <a href=\"#finding-")
      html.number(finding)
      html.literal("\">finding ")
      html.number(finding)
      html.literal("</a></p>\n")
    }
    writeLimbs(of: conclusion, to: &html)
    for earlier in conclusion.lineage {
      html.literal("<p class=\"lineage\">")
      html.text("\(earlier.lead) ")
      writeLink(earlier.place, to: earlier.href, in: &html)
      html.text(earlier.words.map { ": \($0)" } ?? "")
      html.literal("</p>\n")
    }
    write(conclusion.evidence(for: nil), to: &html)
  }

  private static func write(_ list: [ReportEvidence], to html: inout HTMLBytes) {
    guard !list.isEmpty else { return }
    html.literal("<ul class=\"evidence\">\n")
    for evidence in list {
      html.literal("<li>")
      html.text(evidence.stance.lead)
      html.literal(" ")
      write(evidence, to: &html)
      html.literal("</li>\n")
    }
    html.literal("</ul>\n")
  }

  /// What is asked, one by one, each with the evidence for it alone.
  private static func writeLimbs(of conclusion: ReportConclusion, to html: inout HTMLBytes) {
    guard !conclusion.limbs.isEmpty else { return }
    html.literal("<ol class=\"limbs\">\n")
    for limb in conclusion.limbs {
      html.literal("<li value=\"")
      html.number(limb.number)
      html.literal("\">")
      html.text(limb.act)
      if let addressees = limb.addresseesInWords { html.text(". To: \(addressees)") }
      if let deadline = limb.deadline { html.text(". By when: \(deadline.inWords)") }
      write(conclusion.evidence(for: limb.number), to: &html)
      html.literal("</li>\n")
    }
    html.literal("</ol>\n")
  }

  private static func writeLink(
    _ words: String, to href: String?, in html: inout HTMLBytes
  ) {
    guard let href else { return html.text(words) }
    html.literal("<a href=\"")
    html.attribute(href)
    html.literal("\">")
    html.text(words)
    html.literal("</a>")
  }

  private static func write(_ evidence: ReportEvidence, to html: inout HTMLBytes) {
    writeLink(evidence.printed, to: evidence.href, in: &html)
    html.text(evidence.words)
  }

  func writeWitnesses(to html: inout HTMLBytes) {
    guard !document.witnesses.isEmpty else { return }
    html.literal("<section aria-labelledby=\"witnesses\">\n<h2 id=\"witnesses\">Witnesses</h2>\n")
    for session in document.witnesses {
      html.literal("<h3>")
      html.text(session.title)
      html.literal("</h3>\n")
      let shown = session.panels.filter { !$0.witnesses.isEmpty }
      if shown.isEmpty { html.literal("<p>The names of those heard are not published.</p>\n") }
      for panel in shown {
        html.literal("<ul>\n")
        for witness in panel.witnesses {
          html.literal("<li>")
          html.text(witness.inFull)
          html.literal("</li>\n")
        }
        html.literal("</ul>\n")
        if let questions = panel.questions { writeSpan(questions, to: &html) }
      }
      let isTold = shown.contains { $0.questions != nil }
      if let questions = session.questions, !isTold { writeSpan(questions, to: &html) }
    }
    html.literal("</section>\n")
  }

  private func writeSpan(_ questions: ClosedRange<Int>, to html: inout HTMLBytes) {
    html.literal("<p class=\"questions\">")
    html.text(CitationForm.span(questions))
    html.literal("</p>\n")
  }

  func writeSources(to html: inout HTMLBytes) {
    guard !document.sources.isEmpty else { return }
    html.literal("<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ul>\n")
    for source in document.sources {
      html.literal("<li>")
      if let href = source.href {
        html.literal("<a href=\"")
        html.attribute(href)
        html.literal("\">")
        html.text(source.title)
        html.literal("</a>")
      } else {
        html.text(source.title)
      }
      html.text(" (\(source.reference))")
      if let day = source.publishedOn { html.text(", published on \(day.inWords)") }
      html.literal("</li>\n")
    }
    html.literal("</ul>\n</section>\n")
  }
}
