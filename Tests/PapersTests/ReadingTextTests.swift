import Foundation
import Papers
import Testing

struct ReadingTextTests {
  private func read(_ bytes: [UInt8], encoding: String? = nil) throws -> PaperText {
    try PaperReader.read(bytes, fileName: "a.txt", encoding: encoding)
  }

  private func error(_ bytes: [UInt8], encoding: String? = nil) throws -> PaperError {
    try #require(throws: PaperError.self) { try read(bytes, encoding: encoding) }
  }

  @Test(arguments: [
    "One.\nTwo — dós.\n", "One.\r\nTwo — dós.\r\n", "One.\rTwo — dós.",
    "\n One.\n\u{A0}\nTwo — dós. ",
  ])
  func `a line is a paragraph, however lines end`(text: String) throws {
    #expect(try read(Array(text.utf8)).paragraphs.map(\.text) == ["One.", "Two — dós."])
  }

  @Test func `text that was decoded wrongly before it came is remarked and left`() throws {
    let text = "CAFÉ” and Â are fine.\nCafÃ© and â€œquotesâ€\u{9D} cost Â£3.\n"
    let paper = try read(Array(text.utf8))
    #expect(paper.paragraphs.map(\.text).joined(separator: "\n") + "\n" == text)
    #expect(paper.remarks.map(\.code) == ["text_doubly_encoded"])
    #expect(paper.remarks.first?.line == 2)
    #expect(
      paper.remarks.first?.message.hasPrefix(
        "“Ã©” on line 2 looks like UTF-8 read as Windows-1252, and so do 3 more;") == true)
    #expect(try read(Array("Café, naïve, “so”.\nÀ la £3".utf8)).remarks.isEmpty)
  }

  @Test func `lines are counted as an editor counts them`() throws {
    let paper = try read(Array("One.\r\n\r\n\u{0C}Two.\n\n\nThree.".utf8))
    #expect(paper.paragraphs.map(\.line) == [1, 3, 6])
  }

  @Test func `a byte-order mark is obeyed whatever was asked for`() throws {
    let text = "Añil — 1"
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
      #expect(try read(bytes, encoding: "windows-1252").paragraphs.map(\.text) == [text])
    }
    #expect(
      try read(Array(little.dropFirst(2)), encoding: "UTF-16LE").paragraphs.map(\.text) == [text])
    #expect(
      try read(Array(big.dropFirst(2)), encoding: "utf-16be").paragraphs.map(\.text) == [text])
  }

  @Test(arguments: [
    ("windows-1252", [0x93, 0x41, 0x94, 0x80] as [UInt8], "“A”€"),
    ("CP1252", [0x92] as [UInt8], "’"), ("iso-8859-1", [0xE9, 0xA4] as [UInt8], "é¤"),
    ("iso-8859-15", [0xE9, 0xA4] as [UInt8], "é€"), ("utf-8", [0x41] as [UInt8], "A"),
  ])
  func `other encodings are read when named`(name: String, bytes: [UInt8], text: String) throws {
    #expect(try read(bytes, encoding: name).paragraphs.map(\.text) == [text])
  }

  @Test func `bytes that are not UTF-8 are named with their place and the remedy`() throws {
    let bytes = Array("One.\r\nTw— ".utf8) + [0x92] + Array("s.".utf8)
    let error = try error(bytes)
    #expect(error.code == "encoding_invalid")
    #expect(error.line == 2)
    #expect(error.column == 5)
    #expect(error.message.contains("0x92"))
    #expect(error.message.contains("--encoding windows-1252"))
    #expect(try read(bytes, encoding: "windows-1252").paragraphs.count == 2)
  }

  @Test func `a byte that windows-1252 lacks points to another encoding`() throws {
    #expect(try error([0x41, 0x81]).message.contains("--encoding iso-8859-1"))
    #expect(try error([0x41, 0x81], encoding: "windows-1252").column == 2)
  }

  @Test func `UTF-16 that breaks off is refused`() throws {
    #expect(try error([0xFF, 0xFE, 0x41]).code == "encoding_invalid")
    #expect(try error([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8]).column == 2)
  }

  @Test func `an encoding nobody knows is refused with those that are read`() throws {
    let error = try error([0x41], encoding: "ebcdic")
    #expect(error.code == "encoding_unknown")
    #expect(error.message.contains("windows-1252"))
  }

  @Test func `NUL bytes are refused with their place`() throws {
    let error = try error(Array("One.\nT\0wo".utf8))
    #expect(error.code == "nul_byte")
    #expect(error.line == 2)
    #expect(error.column == 2)
    #expect(try self.error([0x41, 0, 0x42, 0]).message.contains("utf-16le"))
    #expect(try self.error([0x41, 0, 0, 0], encoding: "utf-16le").code == "nul_byte")
    #expect(try self.error([0x41, 0, 0xFF]).code == "nul_byte")
  }

  @Test(arguments: ["", " \n\t\u{A0}\r\n\u{FEFF}\u{200B}"])
  func `a text without words is refused`(text: String) throws {
    let error = try error(Array(text.utf8))
    #expect(error.code == "no_text")
    #expect(error.message.contains("No text found"))
  }

  @Test(arguments: ["a.xls", "a.doc", "a", ".txt", "dir.docx/a"])
  func `other kinds of file are refused with what is read`(name: String) throws {
    let error = try #require(throws: PaperError.self) {
      try PaperReader.read([0x41], fileName: name)
    }
    #expect(error.code == "paper_kind_unknown")
    #expect(error.message.contains(".html, .txt and .md"))
    #expect(error.file == name)
  }

  @Test func `size and number of lines are limited`() throws {
    var limits = PaperLimits()
    limits.fileBytes = 8
    let large = try #require(throws: PaperError.self) {
      try PaperReader.read(Array("123456789".utf8), fileName: "a.txt", limits: limits)
    }
    #expect(large.code == "paper_too_large")
    limits.paragraphs = 2
    let many = try #require(throws: PaperError.self) {
      try PaperReader.read(Array("1\n2\n3".utf8), fileName: "A.TXT", limits: limits)
    }
    #expect(many.code == "too_many_paragraphs")
  }
}

struct ReadingWrappedTests {
  /// Three pages of an old print, each under its head, with indented paragraphs.
  private static func print(heads: [String], pageEnd: String = "\u{0C}") -> String {
    let pages = [
      """
      Q201  Chairman: You keep the harbour in the winter months, when
      the ferries are laid up and nobody comes to see how the lamps
      are kept?
      Mr Umber: That is very nearly right, as I told the Committee
      when I came here last. The lamps are ours.
        The pilots have been asking for a new boat since the old was
      sold, and we have told them that a new boat would have to wait
      until the money is found, for which we look to the Government.
        We look to nobody else. It has been so since the harbour was
      """,
      """
      built, and will be so.
      Q202  Chairman: And the lamps? Are they kept in the summer too,
      by the same people and out of the same money, or is it another
      matter?
      Mr Umber: They are.
      """,
      """
      Q203  Chairman: Who pays for the oil, if the ferries do not and
      the harbour cannot?
      Mr Umber: The parish pays, as it always did, out of the rates.
        It is a small parish.
      """,
      """
      Q204  Chairman: We are obliged to you.
      Mr Umber: I am obliged to the Committee.
      """,
    ]
    return zip(heads, pages).enumerated().map { page, both in
      page == 0 ? both.1 : pageEnd + both.0 + "\n\n" + both.1
    }.joined(separator: "\n")
  }

  @Test func `running heads of an old print are left out and listed, and its lines joined`() throws
  {
    let text = Self.print(heads: [
      "", "12   Harbour Committee", "Harbour Committee   13", "14   Harbour Committee",
    ])
    let paper = try paper(text)
    #expect(
      paper.aside.map(\.text)
        == ["12   Harbour Committee", "Harbour Committee   13", "14   Harbour Committee"])
    #expect(paper.aside.allSatisfy { $0.reason == .pageFurniture })
    #expect(paper.aside.map(\.line) == [10, 17, 23])
    let transcript = try TranscriptReader.read(paper, fileName: "a.txt")
    #expect(transcript.lostLines(of: paper) == [])
    let first = transcript.turns[1].text.components(separatedBy: "\n\n")
    #expect(first.count == 3)
    #expect(first[1].hasPrefix("The pilots have been") && first[1].hasSuffix("the Government."))
    #expect(first[2].hasSuffix("since the harbour was built, and will be so."))
    #expect(transcript.turns.map(\.questionNumber) == [201, nil, 202, nil, 203, nil, 204, nil])
    #expect(transcript.unplaced == paper.aside)
  }

  @Test(arguments: [
    // On two pages only; what a person says; narrative; and another line each time.
    ["", "Harbour Committee", "Harbour Committee", "Minutes of Evidence"],
    ["", "Mr Umber: It is so.", "Mr Umber: It is so.", "Mr Umber: It is so."],
    ["", "Yes.", "Yes.", "Yes."], ["", "(Pause)", "(Pause)", "(Pause)"],
    ["", "Lamps 4 and 5", "Oil 4 and 5", "Boats 4 and 5"],
  ])
  func `what is perhaps no running head stays`(heads: [String]) throws {
    let paper = try paper(Self.print(heads: heads))
    #expect(paper.aside == [])
    let words = paper.paragraphs.map(\.text).joined(separator: " ")
    for head in heads.dropFirst() { #expect(words.contains(head)) }
  }

  @Test func `an old print of short answers is joined, a list of words is not`() throws {
    let short = (1...20).map { "Q\($0)  Chairman: Is it so?\nMr Umber: It is.\n" }.joined()
    let long = (21...26).map {
      "Q\($0)  Chairman: And what of the lamps that stand on the\nquay in the winter?\nMr Umber: They are kept.\n"
    }.joined()
    let print = try paper(short + long)
    #expect(print.paragraphs.count == 52)
    #expect(print.paragraphs[40].text.hasSuffix("stand on the quay in the winter?"))
    let items = (1...8).map { "lamps of kind \($0)" }.joined(separator: "\n")
    let told = "The Committee was told that the harbour holds:"
    #expect(try paper(short + told + "\n" + items).paragraphs.count == 49)
    let wide = Array(repeating: told, count: 4).joined(separator: "\n\n")
    #expect(try paper(short + wide + "\n" + items).paragraphs.count == 52)
  }

  @Test func `pages that end with their number alone have heads too, of two lines`() throws {
    let head = "Harbour Committee\nMinutes of Evidence"
    let text = Self.print(heads: ["", head, head, head], pageEnd: "Page 12\n")
    let paper = try paper(text)
    #expect(paper.aside.count == 9)
    #expect(paper.aside.count { $0.reason == .pageFurniture } == 6)
    #expect(!paper.paragraphs.contains { $0.text.contains("Harbour Committee") })
  }

  @Test func `hard-wrapped lines are joined into paragraphs`() throws {
    let paper = try paper(
      """
      Examination of Witness (Questions 1-2)
      Eve Umber
      10 November 2010
      Q1 Chair: You keep the harbour
      in the winter months, when the ferries are laid up and nobody
      from the mainland comes to see how the lamps are kept or what
      the pilots do with their time, is that
      right?
      Eve Umber: That is very nearly
      right, except that the ferries are laid up in the spring and
      the well-
      kept lamps are ours.
      The pilots have been asking for a new boat since the old one
      was sold, and we have told them that a new boat would have to
      wait.
      Q2 Chair: Thank you for that and
      for coming.
      """)
    #expect(
      paper.paragraphs.map(\.line) == [1, 2, 3, 4, 9, 13, 16])
    #expect(
      paper.paragraphs[4].text
        == "Eve Umber: That is very nearly right, except that the ferries are laid up in the spring and the well-kept lamps are ours."
    )
    #expect(paper.remarks.map(\.code) == ["lines_joined"])
    let transcript = try TranscriptReader.read(paper, fileName: "a.txt")
    #expect(transcript.turns.map(\.questionNumber) == [1, nil, 2])
    #expect(transcript.turns[1].text.components(separatedBy: "\n\n").count == 2)
    #expect(transcript.lostLines(of: paper) == [])
  }

  @Test func `a word and a colon in the middle of a wrapped sentence is no label`() throws {
    let paper = try paper(
      """
      Q1 Chair: What did you say to the
      Harbour: was it that the lamps are old and that the boats are
      older, or was it something else that the harbour would rather
      not have heard from the people who
      run it?
      """)
    #expect(paper.paragraphs.count == 1)
  }

  @Test func `short lines that are paragraphs stay apart`() throws {
    #expect(try paper(TranscriptFixture.text.replacing("\n\n", with: "\n")).remarks.isEmpty)
  }
}
