import Foundation
import Inquiries
import Testing

@testable import Papers

/// Damaged papers through the programs that are not ours, and what we make of
/// their answers.
@Suite struct ConverterFuzzTests {
  /// The converters' own limit is 30 s, and a case may run one twice.
  private static let limit = Duration.seconds(65)

  private static let pdf = PDFFixture(
    pages: (1...3).map { page in
      [PDFFixture.Line(text: "ISLAND CROSSINGS", left: 200, top: 40)]
        + PDFFixture.lines([
          "\(page). The harbour keeps the time-", "table and has done so for long.", "",
          "MS VALE: I did not see it then.", "(a) a lamp (b) a bell \\ and no more",
        ])
        + [PDFFixture.Line(text: "\(page) Harbour Act 1890.", top: 740, size: 8)]
        + [PDFFixture.Line(text: "\(page + 6)", left: 300, top: 800)]
    }
  ).bytes

  private static func ink(_ texts: [String]) -> [Unicode.Scalar] {
    texts.flatMap(\.unicodeScalars).filter { !$0.properties.isWhitespace && $0 != "\u{AD}" }
      .sorted()
  }

  private static func readPDF(_ bytes: [UInt8]) async throws {
    let paper: PaperText
    do throws(PaperError) {
      paper = try PaperReader.read(try await PaperFile.opened(bytes, name: "a.pdf"))
    } catch {
      try #require(
        [
          "paper_damaged", "paper_kind_differs", "paper_encrypted", "image_only",
          "no_words_seen", "converter_too_large",
        ].contains(error.code), "\(error.code): \(error.message)")
      return
    }
    let layout = try await Converter.forPapers.run(.wordsOfPDF, on: bytes, fileName: "a.pdf")
    var pages = PDFLayout(layout.output)
    while pages.takePage() {}
    let words = PDFWords(pages).pages.flatMap(\.lines).flatMap(\.words)
    try #require(
      ink(words.map(\.text)) == ink(paper.paragraphs.map(\.text) + paper.aside.map(\.text)))
    for read in FuzzedReading.ways(of: paper, "a.pdf") { try read() }
  }

  private static func buildReport(_ bytes: [UInt8]) async throws {
    do {
      let draft = try DraftReader.read(bytes, fileName: "draft.md")
      let document = try await ReportSample.build(draft)
      try #require(document.blocks.count == draft.blocks.count)
      try #require(!ReportSample.page(document).contains("<script"))
    } catch let error as PaperError {
      try #require(
        !["converter_failed", "converter_timed_out", "draft_block_lost"].contains(error.code),
        "\(error.code): \(error.message)")
    }
  }

  @Test func `no damage to a PDF makes its converter hang or us lose a word`() async throws {
    try await Fuzz.run(cases: Fuzz.isLong ? 15_000 : 150, lot: 50, limit: Self.limit) { _, dice in
      try await Self.readPDF(Fuzz.damage(Self.pdf, &dice))
    }
  }

  @Test func `no damage to a draft makes its converter hang or us lose a block`() async throws {
    let draft = Array(DraftSample.text.utf8)
    try await Fuzz.run(cases: Fuzz.isLong ? 5_000 : 50, lot: 25, limit: Self.limit) { _, dice in
      try await Self.buildReport(Fuzz.damage(draft, &dice))
    }
  }
}
