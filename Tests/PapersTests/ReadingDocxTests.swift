import Papers
import Testing

struct ReadingDocxTests {
  private func texts(_ body: String, styles: String = "") throws -> [String] {
    try ReadingDocx(body: body, styles: styles).read().paragraphs.map(\.text)
  }

  @Test func `runs, tabs, breaks and hyphens make one paragraph`() throws {
    let body =
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>One</w:t><w:tab/><w:t xml:space=\"preserve\">two </w:t></w:r><w:r><w:t>three</w:t><w:br/><w:t>four</w:t><w:noBreakHyphen/><w:t>five &amp; six</w:t></w:r></w:p>"
    #expect(try texts(body) == ["One\ttwo three\nfour\u{2011}five & six"])
  }

  @Test func `paragraphs are counted with the empty ones`() throws {
    let body = ReadingDocx.paragraph("One") + "<w:p/>" + ReadingDocx.paragraph("Three")
    let paper = try ReadingDocx(body: body).read()
    #expect(paper.paragraphs == [.init(text: "One", line: 1), .init(text: "Three", line: 3)])
  }

  @Test func `a deflated archive reads like a stored one`() throws {
    let docx = ReadingDocx(body: ReadingDocx.paragraph("One “two”"))
    let bytes = try deflated(docx.members.map { ($0.name, $0.content) })
    #expect(try PaperReader.read(bytes, fileName: "A.DOCX") == docx.read())
  }

  @Test func `the row of a table is a paragraph, unless a cell holds several`() throws {
    let cell = { (texts: [String]) in
      "<w:tc>\(texts.map { ReadingDocx.paragraph($0) }.joined())</w:tc>"
    }
    let rows = [[["Kent"], ["", "210"], ["140"]], [["Devon"]], [["One", "two"], ["three"]]].map {
      "<w:tr>\($0.map(cell).joined())</w:tr>"
    }
    let body = "<w:tbl>\(rows.joined())</w:tbl>" + ReadingDocx.paragraph("1984")
    let paper = try ReadingDocx(body: body).read()
    #expect(
      paper.paragraphs.map(\.text) == ["Kent\t210\t140", "Devon", "One", "two", "three", "1984"])
    #expect(paper.paragraphs.map(\.form) == [.row, .text, .text, .text, .text, .text])
  }

  @Test func `a table in a table is read, and a row of it is a line of its cell`() throws {
    let row = { (cells: [String]) in "<w:tr>\(cells.map { "<w:tc>\($0)</w:tc>" }.joined())</w:tr>" }
    let words = { (text: String) in ReadingDocx.paragraph(text) }
    let inner = "<w:tbl>\(row([words("1"), words("2")]))</w:tbl>"
    #expect(try texts("<w:tbl>\(row([inner, words("3")]))</w:tbl>") == ["1\t2\t3"])
  }

  @Test func `tracked deletions are dropped and insertions taken`() throws {
    let body =
      "<w:p><w:r><w:t xml:space=\"preserve\">We </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>always</w:t></w:r></w:ins><w:moveFrom w:id=\"3\"><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t xml:space=\"preserve\"> sail</w:t></w:r></w:p>"
    let paper = try ReadingDocx(body: body).read()
    #expect(paper.paragraphs.map(\.text) == ["We always sail"])
    #expect(paper.remarks.map(\.code) == ["tracked_deletion_dropped"])
    #expect(paper.remarks[0].message.contains("2 deleted pieces"))
    #expect(!paper.remarks[0].message.contains("never"))
  }

  @Test func `a deleted paragraph end joins the paragraphs`() throws {
    let body =
      "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">One </w:t></w:r></w:p>"
      + ReadingDocx.paragraph("two")
    #expect(try texts(body) == ["One two"])
  }

  @Test func `former properties and codes of fields are no text`() throws {
    let body =
      "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t xml:space=\"preserve\">Page </w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>"
    #expect(try texts(body) == ["Page 3"])
  }

  @Test func `a text box is read once, after its paragraph`() throws {
    let box = "<w:txbxContent>\(ReadingDocx.paragraph("Boxed"))</w:txbxContent>"
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)</mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>Around</w:t></w:r></w:p>"
    #expect(try texts(body) == ["Around", "Boxed"])
  }

  @Test(arguments: [
    "<w:vanish/>", "<w:vanish w:val=\"1\"/>", "<w:color w:val=\"FFFFFF\"/>",
    "<w:color w:val=\"fefefe\"/>", "<w:highlight w:val=\"black\"/>",
    "<w:color w:val=\"000000\"/><w:shd w:fill=\"000000\"/>", "<w:rStyle w:val=\"Ghost\"/>",
  ])
  func `text that cannot be seen is left out and remarked`(look: String) throws {
    let styles = "<w:style w:styleId=\"Ghost\"><w:rPr><w:vanish/></w:rPr></w:style>"
    let body =
      ReadingDocx.paragraph("Seen") + ReadingDocx.paragraph("Jane Roe", run: look)
    let paper = try ReadingDocx(body: body, styles: styles).read()
    #expect(paper.paragraphs.map(\.text) == ["Seen"])
    let remark = try #require(paper.remarks.first { $0.code == "hidden_text" })
    #expect(remark.line == 2)
    #expect(remark.message.contains("7 characters"))
    #expect(!remark.message.contains("Roe"))
  }

  @Test(arguments: [
    "<w:vanish w:val=\"0\"/>", "<w:color w:val=\"auto\"/>", "<w:highlight w:val=\"yellow\"/>",
    "<w:color w:val=\"FFFFFF\"/><w:shd w:fill=\"1F3864\"/>",
    "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>", "<w:shd w:fill=\"000000\"/>",
  ])
  func `text that can be seen stays`(look: String) throws {
    #expect(try texts(ReadingDocx.paragraph("Seen", run: look)) == ["Seen"])
  }

  @Test func `white words in a dark cell stay`() throws {
    let words = ReadingDocx.paragraph("Heading", run: "<w:color w:val=\"FFFFFF\"/>")
    let body =
      "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"002060\"/></w:tcPr>\(words)</w:tc></w:tr></w:tbl>"
    #expect(try texts(body) == ["Heading"])
  }

  @Test func `a hidden paragraph style hides and one based on it may show again`() throws {
    let styles =
      "<w:style w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"S\"><w:basedOn w:val=\"H\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:style><w:style w:styleId=\"L\"><w:basedOn w:val=\"L\"/></w:style>"
    let body = ["H", "S", "L"].map { ReadingDocx.paragraph($0, "<w:pStyle w:val=\"\($0)\"/>") }
    #expect(try texts(body.joined(), styles: styles) == ["S", "L"])
  }

  @Test func `comments, notes and pictures are counted`() throws {
    let body =
      "<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id=\"1\"/><w:endnoteReference w:id=\"2\"/><w:commentReference w:id=\"3\"/><w:drawing/></w:r></w:p>"
    let remarks = try ReadingDocx(body: body).read().remarks
    #expect(remarks.map(\.code) == ["comment_dropped", "footnote_not_read", "picture_not_read"])
    #expect(remarks.first?.message == "In the document: 1 comment, left out.")
    #expect(remarks[1].message.contains("2 footnotes"))
  }

  /// A document with two footnotes, an endnote and words above and below its pages.
  private func noted(_ paragraphs: [String], numbering: String = "") -> ReadingDocx {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    func part(_ name: String, _ root: String, _ content: String) -> ReadingZip.Member {
      .init(
        name: "word/\(name).xml",
        content: Array("<?xml version=\"1.0\"?><w:\(root) \(space)>\(content)</w:\(root)>".utf8))
    }
    let words = { (text: String) in ReadingDocx.paragraph(text) }
    let notes =
      "<w:footnote w:type=\"separator\" w:id=\"-1\">\(words("—"))</w:footnote><w:footnote w:id=\"2\">\(words(" First"))\(words("and more."))</w:footnote><w:footnote w:id=\"3\">\(words("Second."))</w:footnote>"
    return ReadingDocx(
      body: paragraphs.joined(), numbering: numbering,
      extra: [
        part("footnotes", "footnotes", notes),
        part("endnotes", "endnotes", "<w:endnote w:id=\"2\">\(words("At the end."))</w:endnote>"),
        part("header1", "hdr", words("Confidential")),
        part("header2", "hdr", words("Confidential")),
        part("footer1", "ftr", words("Page 3 of 4")),
      ])
  }

  private func reference(_ kind: String, _ id: Int) -> String {
    "<w:r><w:\(kind)Reference w:id=\"\(id)\"/></w:r>"
  }

  private func run(_ text: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  @Test func `notes are kept beside the text, and end their paragraphs in a submission`() throws {
    let cells = [
      "<w:p>\(run("Kent"))</w:p>", "<w:p>\(run("  140"))\(reference("footnote", 3))</w:p>",
    ]
    let paper = try noted([
      "<w:p>\(run("Written evidence submitted by Ada Quill"))</w:p>",
      "<w:p>\(run(" Claim one."))\(reference("footnote", 2))\(run(" Claim two."))\(reference("endnote", 2))</w:p>",
      "<w:p><w:del>\(reference("footnote", 2))</w:del>\(run("Gone."))\(reference("footnote", 9))</w:p>",
      "<w:tbl><w:tr>\(cells.map { "<w:tc>\($0)</w:tc>" }.joined())</w:tr></w:tbl>",
    ]).read()
    #expect(
      paper.paragraphs.dropFirst().map(\.text) == ["Claim one. Claim two.", "Gone.", "Kent\t140"])
    #expect(
      paper.aside.map(\.text) == [
        "Confidential", "[1] First\nand more.", "[i] At the end.", "[2] Second.",
      ])
    #expect(paper.aside.map(\.reason) == [.pageFurniture, .footnote, .footnote, .footnote])
    #expect(paper.remarks.map(\.code) == ["tracked_deletion_dropped", "footnote_not_read"])
    let submission = try SubmissionReader.read(paper, fileName: "a.docx")
    #expect(submission.lostLines(of: paper) == [])
    #expect(
      submission.paragraphs.map(\.text) == [
        "Claim one.[1] Claim two.[i]\n\n[1] First\nand more.\n\n[i] At the end.", "Gone.",
        "Kent\t140[2]\n\n[2] Second.",
      ])
    #expect(submission.unplaced.map(\.text) == ["Confidential"])
  }

  @Test func `a note whose mark stands in a turn is bound to it, any other is left over`() throws {
    let paper = try noted([
      "<w:p>\(run("Members present: Clare Vane (Chair)."))\(reference("endnote", 2))</w:p>",
      "<w:p>\(run("Q1 Chair: How many came?"))</w:p>",
      "<w:p>\(run("Ada Quill: Forty."))</w:p>",
      "<w:p>\(run("Or more"))\(reference("footnote", 2))\(run(", I think."))\(reference("footnote", 3))</w:p>",
      "<w:p>\(run("Sitting suspended."))\(reference("footnote", 2))</w:p>",
    ]).read()
    let transcript = try TranscriptReader.read(paper, fileName: "a.docx")
    #expect(transcript.lostLines(of: paper) == [])
    #expect(
      transcript.turns.map(\.text) == [
        "How many came?", "Forty.\n\nOr more, I think.", "Sitting suspended.",
      ])
    #expect(
      transcript.turns.map { $0.footnotes.map(\.text) } == [
        [], ["First\nand more.", "Second."], [],
      ])
    #expect(transcript.turns[1].footnotes.map(\.mark) == ["1", "2"])
    #expect(
      transcript.unplaced.map(\.text) == [
        "Confidential", "[i] At the end.", "[3] First\nand more.",
      ])
  }

  @Test func `a note at the head of a submission, or of nothing, is listed`() throws {
    let paper = try noted([
      "<w:p>\(run("Written evidence submitted by Ada Quill"))\(reference("footnote", 3))</w:p>",
      "<w:p>\(reference("footnote", 2))</w:p>", "<w:p>\(run("One."))</w:p>",
    ]).read()
    let submission = try SubmissionReader.read(paper, fileName: "a.docx")
    #expect(submission.submitter == "Ada Quill")
    #expect(submission.paragraphs.map(\.text) == ["One."])
    #expect(
      submission.unplaced.map(\.text) == ["Confidential", "[1] Second.", "[2] First\nand more."])
  }

  @Test func `a document of pictures says so`() throws {
    let picture = ReadingDocx(body: "<w:p><w:r><w:drawing/></w:r></w:p>")
    #expect(try picture.refusal().code == "image_only")
    #expect(try ReadingDocx(body: "<w:p/>").refusal().code == "no_text")
  }

  @Test func `a transcript in a table header reads like its text`() throws {
    let cells = ["Evidence Session No. 2", "Heard in Public", "Questions 7 - 8"]
      .map { "<w:tc>\(ReadingDocx.paragraph($0))</w:tc>" }.joined()
    let body =
      ReadingDocx.paragraph("Members present: Ada Quill (The Chair).")
      + "<w:tbl><w:tr>\(cells)</w:tr></w:tbl>" + ReadingDocx.paragraph("Q7 The Chair: Well?")
    let transcript = try TranscriptReader.read(
      try ReadingDocx(body: body).read(), fileName: "a.docx")
    #expect(transcript.header.evidenceSessionNumber == 2)
    #expect(transcript.header.isHeardInPublic == true)
    #expect(transcript.header.printedRange == 7...8)
    #expect(transcript.turns.map(\.speaker) == ["Ada Quill"])
  }
}
