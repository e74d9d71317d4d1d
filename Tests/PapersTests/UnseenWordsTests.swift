import Foundation
import Inquiries
import Testing

@testable import Papers

/// Words of a PDF that nobody sees who reads its pages.
@Suite struct UnseenWordsTests {
  private typealias Line = PDFFixture.Line

  /// Letters of 12 points in Courier are 7.2 points wide.
  private static func bar(over words: String, in line: Line) throws -> (
    Double, Double, Double, Double
  ) {
    let start = try #require(line.text.firstRange(of: words)).lowerBound
    let before = line.text.distance(from: line.text.startIndex, to: start)
    return (
      line.left + 7.2 * Double(before) - 1, line.top - 9, 7.2 * Double(words.count) + 2, 11
    )
  }

  private static let spoken = [
    Line(text: "Q1 Chair: Who kept the lamps in that winter of 1911?", top: 100),
    Line(text: "Emma Norr: It was Jonathan Doe-Smith, of Pier Road.", top: 130),
    Line(text: "Chair: Thank you. That is all - I close the sitting.", top: 160),
  ]

  private func read(_ pdf: PDFFixture, by converter: Converter = .forPapers) async throws
    -> PaperText
  {
    try PaperReader.read(try await PaperFile.opened(pdf.bytes, name: "a.pdf", by: converter))
  }

  @Test(arguments: [0, 90, 180, 270])
  func `a name under a bar is no evidence, and is listed with its page`(turn: Int) async throws {
    let bar = try Self.bar(over: "Jonathan Doe-Smith,", in: Self.spoken[1])
    let paper = try await read(
      PDFFixture(pages: [[Self.spoken[0]], Self.spoken], bars: [1: [bar]], turn: turn))
    #expect(!paper.paragraphs.contains { $0.text.contains("Doe") || $0.text.contains("Jona") })
    let unseen = paper.aside.filter { $0.reason == .unseen(page: 2) }
    #expect(unseen.map(\.text) == ["Jonathan Doe-Smith,"])
    #expect(paper.remarks.map(\.code) == ["words_not_seen"])
    #expect(paper.remarks.first?.message.hasPrefix("Page 2 holds words that nobody sees") == true)
    // All else is there, to the last stop.
    let words = paper.paragraphs.map(\.text).joined(separator: " ").split(separator: " ")
    let all = ([Self.spoken[0]] + Self.spoken).flatMap { $0.text.split(separator: " ") }
    #expect(words.count == all.count - 2)
  }

  @Test func `words in white are no evidence, and pale ones are`() async throws {
    let lines =
      Self.spoken + [
        Line(text: "Hidden words - of 12 in all.", top: 190, shade: 1),
        Line(text: "Hidden as well, almost white", top: 210, shade: 0.98),
        Line(text: "Pale words that can be read.", top: 230, shade: 0.8),
        Line(text: "Very small print: ill, 1, i.", top: 250, size: 5),
      ]
    let paper = try await read(PDFFixture(pages: [lines]))
    #expect(
      paper.aside.map(\.text) == ["Hidden words - of 12 in all.", "Hidden as well, almost white"])
    #expect(paper.paragraphs.contains { $0.text.contains("Pale words that can be read.") })
    #expect(paper.paragraphs.contains { $0.text.contains("Very small print: ill, 1, i.") })
  }

  @Test func `every reader keeps what is not seen as unplaced, and nothing else of it`()
    async throws
  {
    let bar = try Self.bar(over: "Jonathan Doe-Smith,", in: Self.spoken[1])
    let paper = try await read(PDFFixture(pages: [Self.spoken], bars: [0: [bar]]))
    let transcript = try TranscriptReader.read(paper, fileName: "a.pdf")
    #expect(transcript.lostLines(of: paper) == [])
    #expect(transcript.unplaced.map(\.text) == ["Jonathan Doe-Smith,"])
    #expect(transcript.turns.map(\.text)[1] == "It was of Pier Road.")
    #expect(transcript.remarks.contains { $0.code == "words_not_seen" })
    let submission = try SubmissionReader.read(paper, fileName: "a.pdf")
    #expect(submission.remarks.contains { $0.code == "words_not_seen" })
    #expect(submission.unplaced.map(\.text) == ["Jonathan Doe-Smith,"])
    let document = try DocumentReader.read(paper, fileName: "a.pdf")
    #expect(document.remarks.contains { $0.code == "words_not_seen" })
    #expect(document.unplaced.map(\.text) == ["Jonathan Doe-Smith,"])
  }

  @Test func `a paper of which nothing is seen is refused as such`() async throws {
    let white = Self.spoken.map { Line(text: $0.text, top: $0.top, shade: 1) }
    let error = try await #require(throws: PaperError.self) {
      try await read(PDFFixture(pages: [white]))
    }
    #expect(error.code == "no_words_seen")
  }

  @Test func `where no picture can be made the words stay, and a remark says so`() async throws {
    // A folder that has the one program and not the other.
    let folder = FileManager.default.temporaryDirectory.appending(path: "unseen-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "pdftotext"),
      withDestinationURL: URL(filePath: "/usr/bin/pdftotext"))
    let paper = try await read(
      PDFFixture(pages: [Self.spoken, Self.spoken]), by: Converter(searchPath: folder.path()))
    #expect(paper.remarks.map(\.code) == ["words_not_looked_at"])
    #expect(paper.remarks.first?.message.hasPrefix("Pages 1, 2 could not be drawn") == true)
    #expect(paper.paragraphs.count == 6)
  }

  @Test func `pages without words are not drawn, and pictures stay with their pages`()
    async throws
  {
    var pages = Array(repeating: [Line](), count: 40)
    for page in [3, 17, 18, 39] { pages[page] = Self.spoken }
    let bar = try Self.bar(over: "Jonathan Doe-Smith,", in: Self.spoken[1])
    let paper = try await read(PDFFixture(pages: pages, bars: [18: [bar], 39: [bar]]))
    let unseen = paper.aside.filter { $0.text == "Jonathan Doe-Smith," }
    #expect(unseen.map(\.reason) == [.unseen(page: 19), .unseen(page: 40)])
    #expect(paper.remarks.map(\.code) == ["page_without_text", "words_not_seen"])
  }
}
