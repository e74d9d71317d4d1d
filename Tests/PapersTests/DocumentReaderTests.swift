import Inquiries
import Papers
import Testing

private func document(_ lines: [String]) throws -> DocumentPaper {
  let paper = PaperText(
    paragraphs: lines.enumerated().map { .init(text: $1, line: $0 + 1, page: $0 / 2 + 1) },
    aside: [UnplacedLine(line: 100, text: "HEAD", reason: .pageFurniture)])
  let document = try DocumentReader.read(paper, fileName: "d.pdf")
  #expect(document.lostLines(of: paper) == [])
  return document
}

@Suite struct DocumentReaderTests {
  @Test func `printed numbers are those cited, and what stands between has its page`() throws {
    let read = try document([
      "Introduction", "1. Hedges shrink and nobody counts them.", "“A quotation”, said one.",
      "2. Nobody knows.", "3. We should ask.", "Conclusions", "1. Ask.",
    ])
    #expect(read.areNumbersPrinted)
    #expect(read.paragraphs.map(\.number) == [nil, 1, nil, 2, 3, nil, nil])
    #expect(read.paragraphs.map(\.page) == [1, 1, 2, 2, 3, 3, 4])
    #expect(read.paragraphs.last?.text == "1. Ask.")
    #expect(read.remarks.map(\.code) == ["numbers_left_in_text"])
    #expect(read.unplaced.map(\.text) == ["HEAD"])
  }

  @Test func `a table is one paragraph with its figures`() throws {
    let paper = try paper(
      "<body><p>Hedges shrink.<table><tr><td>Year<td>Hedges<tr><td>2019<td>40</table><p>1984",
      name: "d.html")
    let read = try DocumentReader.read(paper, fileName: "d.html")
    #expect(
      read.paragraphs.map(\.text) == ["Hedges shrink.", "Year\tHedges\n\n2019\t40", "1984"])
    #expect(read.lostLines(of: paper) == [])
  }

  @Test func `numbers within chapters are those cited, and what is out of order is told`() throws {
    let read = try document([
      "1.1. Many goals can be reached.", "1.2. Some cannot.", "9.5 Hedges were planted, said one.",
      "2.1. We define words.", "2.3. We leave one out.", "2.3. We say it twice.",
      "3.1.1. We go deeper.", "Nobody numbered this paragraph.",
    ])
    #expect(read.areNumbersPrinted)
    #expect(
      read.paragraphs.map(\.outline?.description)
        == ["1.1", "1.2", nil, "2.1", "2.3", nil, "3.1.1", nil])
    #expect(read.paragraphs.allSatisfy { $0.number == nil })
    #expect(read.paragraphs.first?.lead == "1.1.")
    #expect(read.remarks.map(\.code) == ["numbers_left_in_text", "paragraph_number_gap"])
    #expect(read.remarks.first?.message.hasSuffix(": 9.5, 2.3.") == true)
    #expect(read.remarks.last?.message.hasSuffix(": 2.1 and 2.3.") == true)
  }

  @Test func `numbered headings are no paragraphs, which are then counted`() throws {
    let read = try document([
      "1.1 Goals", "Many goals can be reached.", "1.2 Means", "Some cannot.", "We ask why.",
    ])
    #expect(!read.areNumbersPrinted)
    #expect(read.paragraphs.compactMap(\.number) == [1, 2, 3])
    #expect(read.paragraphs.first?.text == "1.1 Goals")
  }

  @Test(arguments: [
    ("2.17", "2.18", true), ("2.17", "3.1", true), ("2.17", "2.17.1", true),
    ("2.17.4", "2.18", true), ("2.17.4", "3.1", true), ("2.17", "3.1.1", true),
    ("2.17", "2.19", false), ("2.17", "3.2", false), ("2.17", "4.1", false), ("12", "13", true),
    ("12", "14", false),
  ])
  func `what may follow a number`(before: String, after: String, may: Bool) throws {
    let before = try #require(ParagraphNumber(before))
    let after = try #require(ParagraphNumber(after))
    #expect(after.follows(before) == may)
    #expect(before < after && before.description != after.description)
  }

  @Test(arguments: ["", "2.", ".2", "0.5", "2.017", "+2", "1.2.3.4.5.6", "2.17a"])
  func `what is no number of a paragraph`(text: String) {
    #expect(ParagraphNumber(text) == nil)
  }
}
