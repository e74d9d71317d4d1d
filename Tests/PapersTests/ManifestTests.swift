import Inquiries
import Papers
import Testing

/// A table beside a folder of submissions, as Excel and others save it.
@Suite struct ManifestTests {
  private func csv(
    _ text: String, isDayFirst: Bool = false, encoding: String? = nil
  ) throws -> SubmissionManifest {
    try SubmissionManifest(
      SheetRow.read(Array(text.utf8), fileName: "m.csv", encoding: encoding), fileName: "m.csv",
      isDayFirst: isDayFirst)
  }

  private func reason(_ manifest: SubmissionManifest) throws -> String {
    try #require(manifest.refused.first).fault.reason
  }

  @Test func `a row says who, in which capacity, when, and what was agreed to`() throws {
    let manifest = try csv(
      "\u{FEFF}File;Submitter;Capacity;Organisation;Received;Consent;Consent uses;Consent by;Consent on;Consent review\r\n"
        + "a.docx;\"Smith, Jane\";Chair;\"Kent, Surrey & Co\";2018-04-03;given;publish, quote;\"signed\nform\";2018-04-02;2020-01-01\r\n"
    )
    let row = try #require(manifest.rows.first)
    #expect(manifest.refused.isEmpty)
    #expect(row.submitters == ["\"Smith, Jane\", Chair, \"Kent, Surrey & Co\""])
    #expect(row.receivedOn == Day("2018-04-03"))
    let consent = try #require(row.consent)
    #expect(consent.uses == [.publish, .quote])
    #expect(consent.givenBy == "signed\nform")
    #expect(consent.reviewOn == Day("2020-01-01"))
  }

  @Test func `a joint submission names all who signed`() throws {
    let row = try #require(
      try csv("file,submitter,joint,kind\na.txt,Charity A,Charity B; Charity C,organisation\n")
        .rows.first)
    #expect(row.submitters == ["Charity A", "Charity B", "Charity C"])
    #expect(row.kind == .organisation)
  }

  @Test func `a day that can be read two ways is refused until it is declared`() throws {
    let text = "file,received\na.txt,3/4/2018\n"
    let refused = try csv(text)
    #expect(refused.rows.isEmpty)
    #expect(try reason(refused).contains("--dates day-first"))
    #expect(refused.refused.first?.fault.row == 2)
    #expect(refused.refused.first?.fault.column == .received)
    #expect(try csv(text, isDayFirst: true).rows.first?.receivedOn == Day("2018-04-03"))
    #expect(
      try reason(csv("file,received\na.txt,3/14/2018\n", isDayFirst: true)).contains("no day"))
    #expect(try reason(csv("file,received\na.txt,3/4/18\n", isDayFirst: true)).contains("no day"))
    #expect(
      try csv("file,received\na.txt,2018-04-03\n").rows.first?.receivedOn == Day("2018-04-03"))
  }

  @Test(arguments: [
    ("file,kind\na.txt,company\n", "none of individual"),
    ("file,consent\na.txt,given\n", "consent has a day"),
    ("file,consent by\na.txt,form\n", "what was answered"),
    ("file,consent,consent on,consent uses\na.txt,given,2018-01-01,print\n", "other uses"),
    ("file,submitter\n,Ann\n", "no file is named"),
    ("file\nx/a.txt\n", "without folders"),
    ("file,capacity\na.txt,Chair\n", "nobody is named"),
    ("file,submitter\na.txt,Ann,extra\n", "no name; name it"),
    ("file\na.txt\na.txt\n", "row 2 already"),
  ])
  func `what is wrong in a row is told with its column`(text: String, expected: String) throws {
    #expect(try reason(csv(text)).contains(expected))
  }

  @Test(arguments: [
    ("file,wonder\na,b\n", "manifest_column_unknown"), ("kind\na\n", "manifest_column_missing"),
    ("file,File\na,b\n", "manifest_column_repeated"), ("\n", "manifest_empty"),
    ("file;a,b\n", "csv_separator_unclear"),
  ])
  func `a table that cannot be read is refused as a whole`(text: String, code: String) throws {
    let error = try #require(throws: PaperError.self) { try csv(text) }
    #expect(error.code == code)
  }

  @Test func `a declared encoding is obeyed`() throws {
    let bytes = Array("file,submitter\na.txt,Zo".utf8) + [0xEB, 0x0A]
    let rows = try SheetRow.read(bytes, fileName: "m.csv", encoding: "windows-1252")
    #expect(rows.last?.cells[1] == .text("Zoë"))
    #expect(throws: PaperError.self) { try SheetRow.read(bytes, fileName: "m.csv") }
  }

  /// A workbook as Excel saves it, with the cells of one row under a heading.
  private func workbook(_ cells: String, head: String = "file,received", from1904: Bool = false)
    -> [UInt8]
  {
    let namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let names = head.split(separator: ",").map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
    func part(_ name: String, _ text: String) -> ReadingZip.Member {
      .init(name: name, content: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(text)".utf8))
    }
    return ReadingZip(members: [
      part("[Content_Types].xml", "<Types/>"),
      part(
        "xl/workbook.xml",
        "<workbook \(namespace) xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr\(from1904 ? " date1904=\"1\"" : "")/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId3\"/></sheets></workbook>"
      ),
      part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId3\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      part(
        "xl/sharedStrings.xml",
        "<sst \(namespace)><si><t>a.txt</t></si><si><r><t>b</t></r><r><t>.txt</t></r></si></sst>"),
      part(
        "xl/styles.xml",
        "<styleSheet \(namespace)><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot;day&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"
      ),
      part(
        "xl/worksheets/sheet1.xml",
        "<worksheet \(namespace)><sheetData><row r=\"1\">\(names.joined())</row><row r=\"4\">\(cells)</row></sheetData></worksheet>"
      ),
      .init(name: "xl/printerSettings/printerSettings1.bin", content: [1, 2]),
    ]).bytes
  }

  private func read(_ bytes: [UInt8]) throws -> SubmissionManifest {
    try SubmissionManifest(
      SheetRow.read(bytes, fileName: "m.xlsx"), fileName: "m.xlsx", isDayFirst: false)
  }

  @Test(arguments: ["1", "2"]) func `a date cell of Excel is its day`(style: String) throws {
    let cells = "<c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\" s=\"\(style)\"><v>43193.5</v></c>"
    let row = try #require(try read(workbook(cells)).rows.first)
    #expect(row.file == "b.txt")
    #expect(row.number == 4)
    #expect(row.receivedOn == Day("2018-04-03"))
    #expect(
      try read(workbook(cells, from1904: true)).rows.first?.receivedOn == Day("2022-04-04"))
  }

  @Test(arguments: [
    ("<c r=\"B4\"><v>43193</v></c>", "no date"),
    ("<c r=\"B4\" s=\"3\"><v>43193</v></c>", "no date"),
    ("<c r=\"B4\" s=\"1\"><v>12</v></c>", "is no day"),
    ("<c r=\"B4\" t=\"e\"><v>#REF!</v></c>", "#REF!"),
    ("<c r=\"C4\" t=\"s\"><v>0</v></c>", "no name"),
  ])
  func `a number is no date, and an error is no word`(cell: String, reason expected: String) throws
  {
    let manifest = try read(workbook("<c r=\"A4\" t=\"s\"><v>0</v></c>\(cell)"))
    #expect(try reason(manifest).contains(expected))
  }

  @Test func `a date that Excel made of words is not taken for them`() throws {
    let manifest = try read(
      workbook(
        "<c r=\"A4\" t=\"s\"><v>0</v></c><c r=\"B4\" s=\"1\"><v>43193</v></c>",
        head: "file,organisation"))
    #expect(try reason(manifest).contains("format the cell as text"))
  }
}
