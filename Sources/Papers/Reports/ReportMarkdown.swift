public import Inquiries

/// Writes a report as Markdown for publication: citations in their printed
/// form and linked, numbers and lists written out. The author's HTML is words, as in
/// ``ReportHTML``.
public enum ReportMarkdown {
  public static func text(_ document: ReportDocument) -> String {
    var writer = ReportMarkdownWriter(document)
    writer.write()
    return writer.text
  }
}

private struct ReportMarkdownWriter {
  private let document: ReportDocument
  private let conclusions: [Int: ReportConclusion]
  private(set) var text = ""

  init(_ document: ReportDocument) {
    self.document = document
    conclusions = Dictionary(
      document.conclusions.map { ($0.block, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func write() {
    if let banner = document.banner { part("**\(escaped(banner))**") }
    part("# \(escaped(document.title))")
    part("\(escaped(document.bodyName)), report of the inquiry: \(escaped(document.inquiryTitle))")
    part(
      document.publishedOn.map { "Published on \($0.inWords)" }
        ?? "Draft, version \(document.draftVersion); not published")
    if let rubric = document.rubric { part(escaped(rubric)) }
    for block in document.blocks { write(block) }
    writeConclusions()
    writeWitnesses()
    writeSources()
  }

  private mutating func part(_ words: String) {
    if !text.isEmpty { text += "\n" }
    text += words + "\n"
  }

  private mutating func write(_ block: ReportBlock) {
    let words = noted(block)
    switch block.kind {
    case .heading:
      part(String(repeating: "#", count: min((block.level ?? 1) + 1, 6)) + " " + filled(block))
      for footnote in block.footnotes { part(escaped(footnote.inWords)) }
    case .paragraph:
      part("**\(block.paragraphNumber ?? 0).** \(words)")
    case .continuation:
      part(words)
    case .finding, .conclusion, .recommendation:
      part(quoted(box(block, words)))
    }
  }

  private func box(_ block: ReportBlock, _ words: String) -> String {
    var parts = [
      "**\(block.kind.title ?? "") \(block.number ?? 0)** (paragraph \(block.paragraphNumber ?? 0))",
      words,
    ]
    guard let conclusion = conclusions[block.ordinal] else {
      return parts.joined(separator: "\n\n")
    }
    if !conclusion.addressees.isEmpty {
      parts.append("To: " + conclusion.addressees.map(escaped).joined(separator: "; "))
    }
    if let finding = conclusion.findingNumber { parts.append("Under finding \(finding)") }
    let limbs = conclusion.limbs.map { limb in
      "\(limb.number). " + escaped(limb.act)
        + (limb.addresseesInWords.map { ". To: \(escaped($0))" } ?? "")
        + (limb.deadline.map { ". By when: \(escaped($0.inWords))" } ?? "")
        + listed(conclusion.evidence(for: limb.number)).map { "\n   \($0)" }.joined()
    }
    if !limbs.isEmpty { parts.append(limbs.joined(separator: "\n")) }
    for earlier in conclusion.lineage {
      parts.append(
        "\(earlier.lead) \(linked(earlier.place, earlier.href))"
          + (earlier.words.map { ": \(escaped($0))" } ?? ""))
    }
    let evidence = listed(conclusion.evidence(for: nil))
    if !evidence.isEmpty { parts.append(evidence.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  private func listed(_ evidence: [ReportEvidence]) -> [String] {
    evidence.map { evidence in
      "- \(evidence.stance.lead) \(linked(evidence.printed, evidence.href))"
        + escaped(evidence.words)
    }
  }

  /// The same as ``filled(_:)``, with what stands beneath the answers cited.
  private func noted(_ block: ReportBlock) -> String {
    ([filled(block)] + block.footnotes.map { escaped($0.inWords) }).joined(separator: "\n\n")
  }

  /// The author's Markdown, safe, with each citation in its printed form.
  private func filled(_ block: ReportBlock) -> String {
    var position = 0
    var printed: [(range: Range<Int>, words: String)] = []
    for citation in block.citations where citation.range.lowerBound >= position {
      printed.append((citation.range, self.printed(citation)))
      position = citation.range.upperBound
    }
    return AuthorMarkdown.safe(
      block.markdown, replacing: printed,
      isBehindMark: block.kind == .heading || block.kind == .paragraph)
  }

  private func printed(_ citation: ReportCitation) -> String {
    let items = citation.items.map { item in
      let prefix = item.prefix.isEmpty ? "" : escaped(item.prefix) + " "
      let words =
        item.problem == nil
        ? linked(item.printed, item.href) : "**\(escaped(item.printed)) (cannot be printed)**"
      return escaped(item.separator) + prefix + words
    }
    return escaped(citation.brackets.open) + items.joined() + escaped(citation.brackets.close)
  }

  private func linked(_ words: String, _ href: String?) -> String {
    guard let href else { return escaped(words) }
    return "[\(escaped(words))](<\(href.filter { !"<>\n".contains($0) })>)"
  }

  private mutating func writeConclusions() {
    guard !document.conclusions.isEmpty else { return }
    part("## Conclusions and recommendations")
    for chapter in ReportLists(document).chapters {
      if let heading = chapter.heading { part("### \(filled(heading))") }
      for conclusion in chapter.conclusions {
        let words =
          document.blocks.indices.contains(conclusion.block)
          ? noted(document.blocks[conclusion.block]) : ""
        part(quoted("**\(conclusion.name)**\n\n\(words)\n\n\(conclusion.place)"))
      }
    }
  }

  private mutating func writeWitnesses() {
    guard !document.witnesses.isEmpty else { return }
    part("## Witnesses")
    for session in document.witnesses {
      part("### \(escaped(session.title))")
      let shown = session.panels.filter { !$0.witnesses.isEmpty }
      if shown.isEmpty { part("The names of those heard are not published.") }
      for panel in shown {
        part(panel.witnesses.map { "- \(escaped($0.inFull))" }.joined(separator: "\n"))
        if let questions = panel.questions { part(CitationForm.span(questions)) }
      }
      let isTold = shown.contains { $0.questions != nil }
      if let questions = session.questions, !isTold { part(CitationForm.span(questions)) }
    }
  }

  private mutating func writeSources() {
    guard !document.sources.isEmpty else { return }
    part("## Sources")
    let lines = document.sources.map { source in
      let day = source.publishedOn.map { ", published on \($0.inWords)" } ?? ""
      return "- \(linked(source.title, source.href)) (\(escaped(source.reference)))\(day)"
    }
    part(lines.joined(separator: "\n"))
  }

  private func quoted(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? ">" : "> \($0)"
    }.joined(separator: "\n")
  }

  /// Words with what would be a mark of Markdown escaped.
  private func escaped(_ words: String) -> String {
    var escaped = ""
    for character in words {
      if "\\`*_[]<>#~^$@|".contains(character) { escaped.append("\\") }
      escaped.append(character == "\n" ? " " : character)
    }
    return escaped
  }
}
