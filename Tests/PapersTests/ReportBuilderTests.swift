import Inquiries
import Papers
import Testing

@Suite struct ReportBuilderTests {
  @Test func `every block has its words, its HTML and its citations`() async throws {
    let draft = try DraftReader.read(Array(DraftSample.text.utf8), fileName: "draft.md")
    let document = try await ReportSample.build(draft)
    #expect(document.blocks.map(\.markdown) == draft.blocks.map(\.text))
    #expect(document.blocks[0].html == "Summary")
    #expect(
      document.blocks[1].html
        == "<p>A paragraph. <cite data-citation=\"0\"></cite> More words "
        + "<cite data-citation=\"1\"></cite>.</p>")
    #expect(document.citations.map(\.ordinal) == Array(0..<draft.citations.count))
    #expect(
      document.citations[1].items.map(\.printed) == [
        "Qq12–14", "Summary of oral session 6 (private), agreed with the witnesses, point 3",
      ])
    #expect(document.citations[0].items[0].passages.first?.version == 2)
    #expect(document.rubric == BodyKind.allPartyGroup.rubric)
  }

  @Test func `ranges of citations hold in the Markdown that is kept`() async throws {
    let windows = DraftSample.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    for text in [DraftSample.text, windows] {
      let draft = try DraftReader.read(Array(text.utf8), fileName: "draft.md")
      for block in try await ReportSample.build(draft).blocks {
        let bytes = Array(block.markdown.utf8)
        for citation in block.citations {
          #expect(String(decoding: bytes[citation.range], as: UTF8.self) == citation.text)
        }
      }
    }
  }

  @Test func `conclusions carry number, paragraph, addressees, finding and evidence`() async throws
  {
    let draft = try DraftReader.read(Array(DraftSample.text.utf8), fileName: "draft.md")
    let document = try await ReportSample.build(draft)
    #expect(
      document.conclusions.map(\.name) == [
        "Finding 1", "Recommendation 1", "Conclusion 1", "Recommendation 2",
      ])
    #expect(
      document.conclusions.map(\.place) == [
        "(Paragraph 2)", "(Paragraph 4)", "(Paragraph 5)", "(Paragraph 6)",
      ])
    let recommendation = document.conclusions[1]
    #expect(recommendation.addressees == ["Department for Education", "R&D"])
    #expect(recommendation.findingNumber == 1)
    #expect(
      recommendation.evidence.map(\.printed) == [
        "Q4", "Summary of oral session 6 (private), agreed with the witnesses, point 3",
      ])
    #expect(recommendation.evidence.map(\.isVerbatim) == [true, false])
  }

  @Test func `a citation that cannot be printed says why and is kept`() async throws {
    let draft = try DraftSample.read("Words [@Q99; @CTI0001; see @Q1].\n")
    let document = try await ReportSample.build(
      draft,
      references: [
        .questions(99...99): .unresolved("Q99 is not in the record."),
        .questions(1...1): .cited(ReportSample.question(1), href: nil, passages: []),
      ])
    let items = try #require(document.citations.first?.items)
    #expect(items.map(\.printed) == ["@Q99", "@CTI0001", "Q1"])
    #expect(items.map { $0.problem == nil } == [false, false, true])
    #expect(items.map(\.separator) == ["", "; ", "; "])
    #expect(items[2].prefix == "see")
    #expect(ReportSample.page(document).contains("<mark class=\"problem\">@Q99"))
  }

  @Test func `neighbouring questions share a letter and keep their links`() async throws {
    let document = try await ReportSample.build(body: "Words [@Q12; @Q14; see @Q16].\n")
    #expect(
      ReportSample.page(document).contains(
        "[<a href=\"/x#Q12\">Qq12</a>, <a href=\"/x#Q14\">14</a>; see <a href=\"/x#Q16\">Q16</a>]"))
  }

  @Test func `notes of the author's stand at the end, with their citations`() async throws {
    let document = try await ReportSample.build(body: "Words.[^a]\n\n[^a]: A note [@Q5].\n")
    let notes = try #require(document.notesHTML)
    #expect(notes.contains("<cite data-citation=\"0\"></cite>"))
    #expect(ReportSample.page(document).contains("<h2 id=\"notes\">Notes</h2>"))
  }

  @Test(arguments: ["Words.\n\n[^a]: A note [@Q5].\n", "Words [a](http://a.b/[@Q5]).\n"])
  func `a citation that would be lost is an error with its line`(body: String) async throws {
    let draft = try DraftSample.read(body)
    let fault = try await #require(throws: PaperError.self) { try await ReportSample.build(draft) }
    #expect(fault.code == "draft_citation_lost")
    #expect(fault.line == draft.citations.first?.line)
  }

  @Test(arguments: [UInt64](1...40))
  func `whatever an author writes, no block runs into another`(seed: UInt64) async throws {
    var dice = DraftDice(seed)
    let body = DraftSample.random(&dice)
    guard let draft = try? DraftSample.read(body) else { return }
    do throws(PaperError) {
      let built = try await ReportBuilder(converter: Converter()).build(
        draft, fileName: "draft.md", frame: ReportSample.frame(),
        references: ReportSample.references(draft))
      #expect(built.document.blocks.count == draft.blocks.count)
      let page = ReportSample.page(built.document)
      #expect(!page.contains("<cite"), "seed \(seed)")
      #expect(!page.contains("<div>\n") && !page.contains("<script"))
      #expect(page == ReportSample.page(built.document))
    } catch {
      #expect(error.code == "draft_citation_lost", "seed \(seed): \(error.message)")
    }
  }

  @Test(.timeLimit(.minutes(3)))
  func `a report of a thousand paragraphs takes one run`() async throws {
    let body = (1...1_000).map { "Paragraph \($0) has words in it [@Q\($0)]." }
      .joined(separator: "\n\n")
    let draft = try DraftSample.read(body)
    let document = try await ReportSample.build(draft)
    #expect(document.blocks.count == 1_000)
    #expect(ReportHTML.page(document) == ReportHTML.page(document))
  }
}
