import Foundation
import FoundationXML
import Inquiries
import Papers
import Testing

/// The chain as a picture and in words, and tables that people take away.
@Suite struct ChainPictureTests {
  private static func link(
    _ id: Int64, _ stance: Stance, _ status: LinkStatus = .affirmed, question: Int = 2,
    speaker: String = "Director <A>"
  ) -> Link {
    Link(
      id: Identifier(id), stance: stance, status: status, reference: "OS1",
      sourceState: .published,
      passage: Passage(
        ordinal: question, kind: .turn, reference: "OS1", sessionNumber: 1, question: question,
        offset: 0, point: nil, panel: nil, speaker: speaker, version: 1, stage: .corrected,
        text: "Words."), quote: "a & b", affirmedBy: "A", revision: 1)
  }

  private static let chain = EvidenceChain(
    findings: [
      Finding(
        key: "late", number: 1, paragraph: 2,
        text: "Help\u{1} comes late [@Q2]. \(String(repeating: "word ", count: 60))",
        links: [link(1, .supports), link(2, .contrasts), link(3, .context, .suggested)],
        revision: 1)
    ],
    recommendations: [
      Recommendation(
        key: "early", number: 1, paragraph: 3, text: "Help early.", findingKey: "late",
        addressees: [], links: [link(4, .supports), link(5, .supports, .dropped)], revision: 1),
      Recommendation(
        key: "bare", number: 2, paragraph: 4, text: nil, findingKey: "late", addressees: [],
        links: [], revision: 1),
      Recommendation(
        key: "loose", number: 3, paragraph: 5, text: "Do.", findingKey: nil, addressees: [],
        links: [], revision: 1),
    ])

  @Test func `the picture is well-formed, says each stance and carries its words`() throws {
    let svg = ChainPicture(ChainPictureTests.chain).svg
    let parser = XMLParser(data: Data(svg))
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("role=\"img\""))
    for words in [
      "+ supports", "− contrasts", "○ suggested: gives context", "Director &lt;A&gt;",
      "Recommendation 3 (loose)", "no longer in the draft",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("[@Q2]"))
    // One line to each passage, one from the finding to each recommendation under
    // it, four of the legend.
    #expect(text.components(separatedBy: "<path").count - 1 == 4 + 2 + 4)
    #expect(svg == ChainPicture(ChainPictureTests.chain).svg)
  }

  @Test func `the words tell what the picture shows`() {
    let plain = ChainText(
      ChainPictureTests.chain.part(ofRecommendation: "1")
        ?? .init(findings: [], recommendations: [])
    ).plain
    #expect(plain.hasPrefix("Finding 1 (late): Help"))
    #expect(
      plain.hasSuffix(
        """
          contrasts: Q2, Director <A>: “a & b”
          suggested: gives context: Q2, Director <A>: “a & b”
          Recommendation 1 (early): Help early.
            supports: Q2, Director <A>: “a & b”

        """))
    #expect(ChainPictureTests.chain.part(ofFinding: "9") == nil)
    #expect(ChainPictureTests.chain.linkCount == 4)
  }

  @Test func `the page with both is well-formed`() throws {
    let page = String(decoding: ChainText(ChainPictureTests.chain).page, as: UTF8.self)
    let body = try #require(
      page.components(separatedBy: "<main>").last?.components(separatedBy: "</main>").first)
    let parser = XMLParser(data: Data("<main>\(body)</main>".utf8))
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    #expect(body.components(separatedBy: "<li>").count - 1 == 10)
    #expect(!page.contains("<script"))
  }

  @Test func `a table has a caption, scopes and escaped cells, and as CSV no formulas`() {
    let table = TraceTable(caption: "What & why", columns: ["A", "B"], rows: [["<r>", "=1+1"]])
    let page = String(decoding: TraceTable.page(title: "T", [table]), as: UTF8.self)
    #expect(page.contains("<caption>What &amp; why</caption>"))
    #expect(page.contains("<th scope=\"col\">A</th>"))
    #expect(page.contains("<th scope=\"row\">&lt;r&gt;</th><td>=1+1</td>"))
    #expect(
      String(decoding: TraceTable.csv([table, table]), as: UTF8.self)
        == "A,B\n<r>,'=1+1\n\nA,B\n<r>,'=1+1\n")
  }
}
