import Papers
import Testing

struct TranscriptNumberTests {
  @Test(arguments: [
    "Q8 Ms Rowan: Yes?", "Q8  Ms Rowan: Yes?", "Q8\u{A0}\u{A0}Ms Rowan: Yes?", "Q8\tMs Rowan: Yes?",
    "Q 8 Ms Rowan: Yes?", "Q8. Ms Rowan: Yes?", "Q8Ms Rowan: Yes?",
  ])
  func `the forms of a numbered question are one`(line: String) throws {
    let turns = try transcript(body: ["Q7 Chair: Well?", line]).turns
    #expect(turns.last?.questionNumber == 8)
    #expect(turns.last?.speaker == "Ms Beth Rowan")
    #expect(turns.last?.text == "Yes?")
  }

  @Test func `a blank inside a number is taken out when the sequence is certain`() throws {
    let body = (7...18).map { $0 == 18 ? "Q1 8 Ms Rowan: Yes?" : "Q\($0) Chair: Well?" }
    let turns = try transcript(body: body).turns
    #expect(turns.last?.questionNumber == 18)
    #expect(turns.last?.lead == "Q1 8 Ms Rowan:")
  }

  @Test func `a blank inside the first number is settled by the printed range`() throws {
    let turns = try transcript("Questions 33 – 3 4\n\nQ3 3 Chair: Well?\n\nQ34 Chair: And?").turns
    #expect(turns.map(\.questionNumber) == [33, 34])
  }

  @Test func `a number that can be two numbers is refused`() throws {
    let error = try #require(throws: PaperError.self) {
      try transcript(body: ["Q7 Chair: Well?", "Q1 8 Ms Rowan: Yes?"])
    }
    #expect(error.code == "question_number_unclear")
    #expect(error.line == 29)
    #expect(error.message.contains("Q1 or Q18"))
  }

  @Test func `a number that goes backwards is refused with both numbers`() throws {
    let error = try #require(throws: PaperError.self) {
      try transcript(body: ["Q7 Chair: Well?", "Q8 Chair: And?", "Q6 Ms Rowan: Yes?"])
    }
    #expect(error.code == "question_number_backwards")
    #expect(error.line == 31)
    #expect(error.file == "session.txt")
    #expect(error.message.contains("Q6") && error.message.contains("Q8"))
  }

  @Test func `a number that repeats is refused`() throws {
    let error = try #require(throws: PaperError.self) {
      try transcript(body: ["Q7 Chair: Well?", "Q7 Ms Rowan: Yes?"])
    }
    #expect(error.code == "question_number_repeated")
    #expect(error.line == 29)
  }

  @Test func `a gap is remarked with the numbers that are missing`() throws {
    let transcript = try transcript(body: ["Q7 Chair: Well?", "Q10 Ms Rowan: Yes?"])
    let remark = try #require(transcript.remarks.first { $0.code == "question_number_gap" })
    #expect(remark.message.contains("Q8 to Q9"))
    #expect(remark.line == 29)
  }

  @Test func `a printed range that was not found is remarked`() throws {
    let remarks = try transcript(body: ["Q7 Chair: Well?"]).remarks
    #expect(remarks.contains { $0.code == "printed_range_differs" })
    let whole = try transcript(TranscriptFixture.text).remarks
    #expect(!whole.contains { $0.code == "printed_range_differs" })
  }

  @Test func `a numbered paragraph begins a turn even with an unknown label`() throws {
    let transcript = try transcript(body: ["Q7 Chair: Well?", "Q8 Hana Xu: yes?", "Q9 Is it late?"])
    #expect(transcript.turns.map(\.questionNumber) == [7, 8, 9])
    #expect(transcript.turns.map(\.label) == ["Chair", "Hana Xu", nil])
    #expect(transcript.codes == ["question_without_label", "label_unknown"])
  }

  @Test func `a quarter of the year in the words is no question`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: Poor.", "Q4 2019 was poor for ferries.",
    ])
    #expect(transcript.turns.count == 2)
    #expect(transcript.codes == ["number_without_label"])
  }

  @Test func `a page number among the turns is unplaced, and a figure is not`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: Yes.", "12", "\u{0C}And no.", "1984", "Page 13 of 20",
      String(repeating: " ", count: 40) + "14",
    ])
    #expect(transcript.turns.last?.text == "Yes.\n\nAnd no.\n\n1984")
    #expect(
      transcript.unplaced == [
        UnplacedLine(line: 31, text: "12", reason: .pageNumber),
        UnplacedLine(line: 37, text: "Page 13 of 20", reason: .pageNumber),
        UnplacedLine(line: 39, text: "14", reason: .pageNumber),
      ])
  }

  @Test func `numbers that run on through a file are its pages', those of a table are not`() throws
  {
    let page = (1...12).map { "We sailed on day \($0) of that winter." }
    let text = page + ["7"] + page + ["8"] + ["2014", "2015", "Kent", "2016"] + page
    let paper = try paper(text.joined(separator: "\n"), name: "s.txt")
    #expect(paper.aside.map(\.text) == ["7", "8"])
    #expect(paper.paragraphs.map(\.text).filter { $0.hasPrefix("20") } == ["2014", "2015", "2016"])
  }

  @Test(arguments: [
    ("P|12|P|13|P", "12|13"), ("P|- 3 -|P|- 4 -|P", "- 3 -|- 4 -"), ("P|1|P|2|P", "1|2"),
    ("P|Page 12 of 30|P", "Page 12 of 30"), ("P|12|\u{0C}P", "12"),
    // A cover, and a last page that ends early.
    ("Cover|1|P|2|P|3", "1|2|3"),
    ("Cover|- 1 -|P|- 2 -|P|- 3 -|Apples|- 4 -", "- 1 -|- 2 -|- 3 -|- 4 -"),
    // A title above numbered paragraphs, and too few pages to tell.
    ("Cover|1|P|2|P|3|P", ""), ("Cover|1|P|2", ""), ("P|1|Apples|2|P|3|P|4", ""),
    // An answer, numbers that leave one out, years, and numbers of paragraphs and lists.
    ("P|12|P", ""), ("P|12|P|14|P", ""), ("P|2014|P|2015|P", ""), ("1|P|2|P|3|P", ""),
    ("P|7|P|8|Apples|9|P", ""),
  ])
  func `numbers between paragraphs are its pages' where a page stands from each to the next`(
    lines: String, aside: String
  ) throws {
    let page = String(repeating: "We sailed on every day of that winter. ", count: 30)
    let text = lines.split(separator: "|").map { line in
      line.hasSuffix("P") ? String(line.dropLast()) + page : String(line)
    }
    let paper = try paper(text.joined(separator: "\n\n"), name: "s.txt")
    #expect(paper.aside.map(\.text).joined(separator: "|") == aside)
  }

  @Test(arguments: ["Q8 is the worst question of all, we were told.", "Q8 2019 was poor."])
  func `words that begin like the next question are none where nobody asks`(line: String) throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: Poor.", line, "Q8 Ms Rowan: Is it?", "Q9 Is it late?",
    ])
    #expect(transcript.turns.map(\.questionNumber) == [7, nil, 8, 9])
    #expect(transcript.codes == ["number_without_label", "question_without_label"])
  }

  @Test func `the rows of a table are words of who shows it`() throws {
    let rows = [["Q7", "120"], ["Q8", "140"], ["Total: all", "Boats"]].map { cells in
      "<w:tr>\(cells.map { "<w:tc>\(ReadingDocx.paragraph($0))</w:tc>" }.joined())</w:tr>"
    }
    let body =
      ReadingDocx.paragraph("Members present: Ada Quill (Chair).")
      + ReadingDocx.paragraph("Q7 Chair: Well?") + "<w:tbl>\(rows.joined())</w:tbl>"
      + "<w:tbl><w:tr><w:tc>\(ReadingDocx.paragraph("Q8 Chair:"))</w:tc><w:tc>\(ReadingDocx.paragraph("And?"))</w:tc></w:tr></w:tbl>"
    let paper = try ReadingDocx(body: body).read()
    let turns = try TranscriptReader.read(paper, fileName: "a.docx").turns
    #expect(
      turns.map(\.text) == ["Well?\n\nQ7\t120\n\nQ8\t140\n\nTotal: all\tBoats", "And?"])
    #expect(turns.map(\.questionNumber) == [7, 8])
  }
}
