import Papers
import Testing

struct ReadingDocxNumberingTests {
  /// A list definition of one level.
  private func definition(_ id: Int, text: String, format: String = "decimal", start: Int = 1)
    -> String
  {
    "<w:abstractNum w:abstractNumId=\"\(id)\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl></w:abstractNum>"
  }

  private func list(_ id: Int, of definition: Int, _ override: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(override)</w:num>"
  }

  private func item(_ text: String, list: Int, level: Int = 0) -> String {
    ReadingDocx.paragraph(
      text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  private func texts(_ body: String, numbering: String, styles: String = "") throws -> [String] {
    try ReadingDocx(body: body, styles: styles, numbering: numbering).read().paragraphs.map(\.text)
  }

  @Test func `questions numbered by a list read as printed`() throws {
    let body =
      item("Chair: Well?", list: 1) + ReadingDocx.paragraph("Eve Umber: Yes.")
      + item("Chair: And?", list: 1)
    let numbering = definition(0, text: "Q%1", start: 7) + list(1, of: 0)
    let paper = try ReadingDocx(body: body, numbering: numbering).read()
    #expect(
      paper.paragraphs.map(\.text) == ["Q7\tChair: Well?", "Eve Umber: Yes.", "Q8\tChair: And?"])
    let turns = try TranscriptReader.read(paper, fileName: "a.docx").turns
    #expect(turns.map(\.questionNumber) == [7, nil, 8])
  }

  @Test func `a style may bring the list along`() throws {
    let styles =
      "<w:style w:styleId=\"Q\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"QC\"><w:basedOn w:val=\"Q\"/></w:style>"
    let body =
      ReadingDocx.paragraph("Chair: A?", "<w:pStyle w:val=\"Q\"/>")
      + ReadingDocx.paragraph("Chair: B?", "<w:pStyle w:val=\"QC\"/>")
      + ReadingDocx.paragraph(
        "Chair: C.", "<w:pStyle w:val=\"QC\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
    let numbering = definition(0, text: "Q%1") + list(1, of: 0)
    #expect(
      try texts(body, numbering: numbering, styles: styles)
        == ["Q1\tChair: A?", "Q2\tChair: B?", "Chair: C."])
  }

  @Test func `a start override begins anew and lists of one definition count on`() throws {
    let again =
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"40\"/></w:lvlOverride>"
    let body = item("a", list: 1) + item("b", list: 2) + item("c", list: 3) + item("d", list: 3)
    let numbering =
      definition(0, text: "Q%1") + list(1, of: 0) + list(2, of: 0) + list(3, of: 0, again)
    #expect(try texts(body, numbering: numbering) == ["Q1\ta", "Q2\tb", "Q40\tc", "Q41\td"])
  }

  @Test func `numbered points of a note read as printed`() throws {
    let body = item("One.", list: 1) + item("Two.", list: 1)
    let paper = try ReadingDocx(
      body: body, numbering: definition(0, text: "%1.") + list(1, of: 0)
    ).read()
    #expect(try NoteReader.read(paper, fileName: "a.docx").points.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    ("lowerRoman", "(%1)", "(iv)\tx"), ("upperLetter", "%1)", "D)\tx"), ("bullet", "•", "x"),
    ("none", "", "x"), ("decimalZero", "%1", "04\tx"), ("upperRoman", "%1:", "IV:\tx"),
    ("decimal", " ", "x"),
  ])
  func `other numbers are written as Word writes them`(
    format: String, text: String, printed: String
  ) throws {
    let numbering = definition(0, text: text, format: format, start: 4) + list(1, of: 0)
    #expect(try texts(item("x", list: 1), numbering: numbering) == [printed])
  }

  @Test func `deeper levels show the numbers above them and begin anew`() throws {
    let levels =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:suff w:val=\"space\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/><w:suff w:val=\"space\"/></w:lvl></w:abstractNum>"
    let body =
      item("a", list: 1) + item("b", list: 1, level: 1) + item("c", list: 1, level: 1)
      + item("d", list: 1) + item("e", list: 1, level: 1)
    #expect(
      try texts(body, numbering: levels + list(1, of: 0))
        == ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"])
  }

  @Test func `an empty numbered paragraph uses its number up and is remarked`() throws {
    let body = item("a", list: 1) + item("", list: 1) + item("c", list: 1)
    let paper = try ReadingDocx(
      body: body, numbering: definition(0, text: "Q%1") + list(1, of: 0)
    ).read()
    #expect(paper.paragraphs.map(\.text) == ["Q1\ta", "Q3\tc"])
    #expect(paper.remarks == [paper.remarks.first { $0.code == "number_without_text" }])
    #expect(paper.remarks.map(\.line) == [2])
  }
}
