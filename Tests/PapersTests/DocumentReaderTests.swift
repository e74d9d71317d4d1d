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

  @Test func `without a series the paragraphs are numbered, outline numbers and all`() throws {
    let read = try document([
      "1.1. Many goals can be reached.", "1.2. Some cannot.", "2.1. We define words.",
    ])
    #expect(read.paragraphs.map(\.number) == [1, 2, 3])
    #expect(read.paragraphs.first?.text.hasPrefix("1.1. ") == true)
  }
}
