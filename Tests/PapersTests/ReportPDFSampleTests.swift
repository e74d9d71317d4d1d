import Foundation
import Inquiries
import Papers
import Testing

private let samples = ProcessInfo.processInfo.environment["INQUIRY_SAMPLES"]

// LOUD: AS IN TranscriptSamplesTests, THIS DOES NOT RUN UNLESS IT IS ASKED FOR.
@Suite(.enabled(if: samples != nil, "INQUIRY_SAMPLES is not set: no real report was read"))
struct ReportPDFSampleTests {
  @Test func `a report of 111 pages is read into pages and numbered paragraphs`() async throws {
    let place = URL(filePath: try #require(samples))
      .appending(path: "committee-report-pdf/behaviour-change-report.pdf")
    let paper = try PaperReader.read(
      try await PaperFile.opened([UInt8](try Data(contentsOf: place)), name: "report.pdf"))
    // Each of its 43,000 words can be seen.
    #expect(paper.remarks.map(\.code) == ["page_without_text"])
    func paragraph(_ number: String) -> PaperText.Paragraph? {
      paper.paragraphs.first { $0.text.hasPrefix(number + " ") }
    }
    // The first paragraphs of the first chapters, each on the page that prints it.
    for (number, page) in [("1.1.", 7), ("1.6.", 8), ("2.5.", 11), ("2.17.", 14), ("4.1.", 20)] {
      #expect(paragraph(number)?.page == page)
    }
    #expect(
      paragraph("1.7.")?.text.hasSuffix("are relevant to all Government departments.") == true)
    #expect(paper.aside.contains { $0.reason == .footnote && $0.text == "9 Q 703." })
    #expect(!paper.paragraphs.contains { $0.text == "BEHAVIOUR CHANGE" && $0.page == 12 })
    let report = try DocumentReader.read(paper, fileName: "report.pdf")
    let numbers = report.paragraphs.compactMap(\.outline)
    #expect(numbers.count == 214)
    #expect(numbers.first?.description == "1.1" && numbers.last?.description == "8.33")
    // None is missing, and none stands twice.
    #expect(report.remarks.map(\.code) == ["page_without_text"])
    let cited = report.paragraphs.first { $0.outline == ParagraphNumber("2.17") }
    #expect(cited?.page == 14 && cited?.lead == "2.17.")
  }
}
