public import Inquiries

/// Makes the report's structure of a draft and of what the record says.
public struct ReportBuilder: Sendable {
  private let converter: Converter

  public init(converter: Converter) {
    self.converter = converter
  }

  /// A report and what its making left to be told.
  public struct Built: Sendable {
    public let document: ReportDocument
    /// Sentences for the operator, from the converter.
    public let notes: [String]
  }

  /// Renders a draft by one run of the converter, whatever its length.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - fileName: For errors.
  ///   - frame: What the record knows of the inquiry.
  ///   - references: What each locator of the draft came to; one that is not
  ///     in it is printed as not found.
  /// - Throws: What the converter throws; `draft_block_lost` or
  ///   `draft_citation_lost` with the line, when the converter swallowed
  ///   something that has to be printed.
  public func build(
    _ draft: Draft, fileName: String, frame: ReportFrame,
    references: [Locator: ReportReference]
  ) async throws(PaperError) -> Built {
    guard let markup = DraftMarkup(draft) else {
      throw PaperError(
        code: "draft_private_use", message: "The draft uses every private-use character.",
        file: fileName)
    }
    let conversion = try await converter.run(.draftToHTML, on: markup.input, fileName: fileName)
    let parts: (blocks: [String], rest: String)
    do {
      parts = try markup.cut(conversion.output).get()
    } catch {
      throw lost("draft_block_lost", draft.blocks[error.ordinal].line, fileName)
    }
    try checkCitations(draft, parts, fileName)
    let printer = CitationPrinter(kind: frame.bodyKind, references: references)
    var ordinal = 0
    let blocks = draft.blocks.map { block in
      defer { ordinal += block.citations.count }
      return reportBlock(
        block, markup.blocks[block.ordinal], html: parts.blocks[block.ordinal], from: ordinal,
        printer)
    }
    let document = ReportDocument(
      frame: frame, title: draft.header.title, blocks: blocks,
      notesHTML: parts.rest.isEmpty ? nil : parts.rest,
      conclusions: conclusions(draft, frame))
    return Built(document: document, notes: conversion.notes)
  }

  private func reportBlock(
    _ block: DraftBlock, _ markup: DraftMarkup.Block, html: String, from first: Int,
    _ printer: CitationPrinter
  ) -> ReportBlock {
    let (kind, level) = ReportBuilder.kind(block.kind)
    let citations = block.citations.enumerated().map { index, citation in
      ReportCitation(
        ordinal: first + index, range: markup.ranges[index], text: citation.text,
        items: printer.items(of: citation))
    }
    return ReportBlock(
      ordinal: block.ordinal, kind: kind, level: level, key: block.key,
      paragraphNumber: block.paragraphNumber, number: block.number, markdown: markup.markdown,
      html: kind == .heading ? ReportBuilder.headingWords(html) : html, citations: citations)
  }

  private static func kind(_ kind: DraftBlockKind) -> (ReportBlock.Kind, level: Int?) {
    switch kind {
    case .heading(let level): (.heading, level)
    case .paragraph: (.paragraph, nil)
    case .finding: (.finding, nil)
    case .conclusion: (.conclusion, nil)
    case .recommendation: (.recommendation, nil)
    case .continuation: (.continuation, nil)
    }
  }

  /// What stands within the tags that the sanitiser makes of a heading.
  private static func headingWords(_ html: String) -> String {
    let open = "<p><strong>"
    let close = "</strong></p>"
    guard html.hasPrefix(open), html.hasSuffix(close) else { return html }
    return String(html.dropFirst(open.count).dropLast(close.count))
  }

  /// Every citation must be printed somewhere: one in a note that nobody refers
  /// to, in an address or in a heading that is none would be lost in silence.
  private func checkCitations(
    _ draft: Draft, _ parts: (blocks: [String], rest: String), _ fileName: String
  ) throws(PaperError) {
    var printed: Set<Int> = []
    let mark = "<cite data-citation=\""
    for html in parts.blocks + [parts.rest] {
      for part in html.split(separator: mark).dropFirst(html.hasPrefix(mark) ? 0 : 1) {
        if let ordinal = Int(part.prefix { $0 != "\"" }) { printed.insert(ordinal) }
      }
    }
    for (ordinal, citation) in draft.citations.enumerated() where !printed.contains(ordinal) {
      throw lost("draft_citation_lost", citation.line, fileName)
    }
  }

  private func lost(_ code: String, _ line: Int, _ fileName: String) -> PaperError {
    let what = code == "draft_citation_lost" ? "The citation" : "The block"
    return PaperError(
      code: code,
      message: "\(what) at line \(line) would not be printed; look for a note that is never "
        + "referred to, a citation in an address, or a mark that is opened and not closed.",
      file: fileName, line: line)
  }

  private func conclusions(_ draft: Draft, _ frame: ReportFrame) -> [ReportConclusion] {
    let form = CitationForm(frame.bodyKind)
    var chapter: Int?
    return draft.blocks.compactMap { block in
      if case .heading = block.kind, block.section.isEmpty { chapter = block.ordinal }
      guard let key = block.key, let number = block.number, let paragraph = block.paragraphNumber
      else { return nil }
      let facts = frame.facts[key] ?? ReportFacts()
      let finding = facts.findingKey.flatMap { draft.block(withKey: $0) }
      return ReportConclusion(
        kind: ReportBuilder.kind(block.kind).0, number: number, key: key,
        paragraphNumber: paragraph, block: block.ordinal, chapter: chapter,
        findingNumber: finding?.number, facts: facts, form: form)
    }
  }
}
