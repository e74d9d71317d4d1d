import Foundation
import Inquiries
import Testing

@testable import Papers

/// A report is put together again from what was kept of it.
@Suite struct PublicReportTests {
  private func example() throws -> Draft {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/InquiryTool/ExampleInquiry/report.md").standardizedFileURL
    return try DraftReader.read(Array(Data(contentsOf: file)), fileName: "report.md")
  }

  private func restored(
    _ draft: Draft, _ reference: (Locator, Int, Int) -> ReportRestorer.Reference
  ) throws -> ReportDocument {
    let markup = try #require(DraftMarkup(draft))
    let blocks = zip(draft.blocks, markup.blocks).map { block, kept in
      ReportRestorer.Block(
        kind: .paragraph, level: nil, key: block.key,
        numbers: (block.paragraphNumber, block.number), words: (kept.markdown, ""))
    }
    let frame = ReportFrame(
      bodyName: "Group", bodyKind: .allPartyGroup, inquiryTitle: "Inquiry", inquirySlug: "inquiry",
      draftVersion: 1)
    return ReportRestorer.document(
      blocks: blocks, title: "Report", notesHTML: nil, frame: frame, reference: reference)
  }

  private func cited(
    _ locator: Locator, _ bracket: Int, _ item: Int
  ) -> ReportRestorer.Reference {
    let item = CitedItem(
      locator: locator, sourceKind: .transcript, stage: .corrected, sessionNumber: 1)
    return .init(locator: locator, printed: .cited(item, href: nil, passages: []))
  }

  @Test func `every citation is found again where it stood`() throws {
    let draft = try example()
    let markup = try #require(DraftMarkup(draft))
    let document = try restored(draft, cited)
    #expect(document.citations.map(\.text) == draft.citations.map(\.text))
    #expect(document.citations.map(\.ordinal) == Array(0..<draft.citations.count))
    #expect(document.blocks.map { $0.citations.map(\.range) } == markup.blocks.map(\.ranges))
    #expect(document.blocks.map(\.markdown) == markup.blocks.map(\.markdown))
  }

  @Test func `a name of another spelling is spelled anew and nothing else is`() throws {
    let draft = try example()
    let document = try restored(draft) { locator, bracket, item in
      guard case .questions(let range, let session, .some("Director A")) = locator else {
        return cited(locator, bracket, item)
      }
      return cited(
        .questions(range, session: session, speaker: "Witness 9"), bracket, item)
    }
    let before = draft.citations.filter { $0.text.contains("Director A") }
    #expect(before.count > 3)
    for (citation, now) in zip(draft.citations, document.citations) {
      #expect(now.text == citation.text.replacing("Director A", with: "Witness 9"))
    }
    for block in document.blocks {
      let bytes = Array(block.markdown.utf8)
      for citation in block.citations {
        #expect(String(decoding: bytes[citation.range], as: UTF8.self) == citation.text)
      }
    }
  }
}
