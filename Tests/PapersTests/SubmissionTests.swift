import Papers
import Testing

/// Reads a submission and checks that nothing of it was lost.
private func submission(
  _ text: String, name: String = "s.txt", sourceLocation: SourceLocation = #_sourceLocation
) throws -> SubmissionPaper {
  let paper = try paper(text, name: name)
  let read = try SubmissionReader.read(paper, fileName: name)
  #expect(read.lostLines(of: paper) == [], sourceLocation: sourceLocation)
  return read
}

private let prose = "Ferries were late in every winter since the grant ended."

struct SubmissionTests {
  @Test func `printed numbers are kept, and what goes on goes with its paragraph`() throws {
    let read = try submission(
      """
      Written evidence submitted by the Harbour Trust (CTI0012)

      Summary

      1. Ferries are late.

      It is so in every winter.

      (a) in the north

      2) Nobody is told.

      Evidence

      (3) We counted them.

      2 November 2020
      """)
    #expect(read.submitter == "the Harbour Trust")
    #expect(read.reference == "CTI0012")
    #expect(read.day == PrintedDay(year: 2020, month: 11, day: 2))
    #expect(read.areNumbersPrinted)
    #expect(read.paragraphs.map(\.number) == [nil, 1, 2, nil, 3])
    #expect(read.paragraphs.map(\.isHeading) == [true, false, false, true, false])
    #expect(read.paragraphs.map(\.lead) == ["", "1.", "2)", "", "(3)"])
    #expect(
      read.paragraphs[1].text
        == "Ferries are late.\n\nIt is so in every winter.\n\n(a) in the north")
    #expect(read.header.map(\.field) == [.submitter, .date])
    #expect(read.remarks.isEmpty)
  }

  @Test(arguments: ["1.", "1)", "(1)"])
  func `the number of the only paragraph is its number`(lead: String) throws {
    let read = try submission(
      "Written evidence submitted by A\n\nSummary\n\n\(lead) \(prose)\n\n(a) one\n\n(b) two")
    #expect(read.areNumbersPrinted)
    #expect(read.paragraphs.map(\.number) == [nil, 1])
    #expect(read.paragraphs.map(\.lead) == ["", lead])
    #expect(read.paragraphs[1].text == "\(prose)\n\n(a) one\n\n(b) two")
  }

  @Test(arguments: [
    "1 May was the day on which the ferries stopped.", "2. \(prose)", "\(prose)\n\n1. A boat.",
    "1. A boat.\n\n\(prose)\n\n\(prose)",
  ])
  func `a number that is no series stays a word`(text: String) throws {
    let read = try submission(text)
    #expect(!read.areNumbersPrinted)
    #expect(read.paragraphs.allSatisfy { $0.lead.isEmpty })
  }

  @Test func `where no numbers are printed they are issued, headings apart`() throws {
    let read = try submission(
      "About us\n\n\(prose)\n\n• one\n\nii) two\n\nWhat we ask\n\n\(prose)\n\n2.5 per cent stayed.")
    #expect(!read.areNumbersPrinted)
    #expect(read.paragraphs.map(\.number) == [nil, 1, nil, 2, 3])
    #expect(read.paragraphs[1].text == "\(prose)\n\n• one\n\nii) two")
    #expect(read.paragraphs.allSatisfy { $0.lead.isEmpty })
  }

  @Test func `outline numbers stay in the text and numbers are issued`() throws {
    let read = try submission(
      "1. Introduction\n\n1.1 \(prose)\n\n1.2 \(prose)\n\n2. Costs\n\n2.1 \(prose)")
    #expect(!read.areNumbersPrinted)
    #expect(read.paragraphs.map(\.number) == [nil, 1, 2, nil, 3])
    #expect(read.paragraphs[1].text == "1.1 \(prose)")
    #expect(read.remarks.map(\.code) == ["numbers_left_in_text"])
  }

  @Test func `a numbered list in prose belongs to the paragraph before it`() throws {
    let read = try submission(
      "\(prose)\n\nWe ask for three things:\n\n1. A boat.\n\n2. A crew.\n\n\(prose)\n\n\(prose)\n\n\(prose)"
    )
    #expect(!read.areNumbersPrinted)
    #expect(read.paragraphs.map(\.number) == [1, 2, 3, 4, 5])
    #expect(read.paragraphs[1].text == "We ask for three things:\n\n1. A boat.\n\n2. A crew.")
  }

  @Test(arguments: [
    "Question 1: What?\n\n1. One.\n\n2. Two.\n\nQuestion 2: Who?\n\n1. One.\n\n2. Two.",
    "1. One.\n\n2. Two.\n\n2. Two again.", "1. One.\n\n2. Two.\n\n3. Three.\n\n1. A note.",
  ])
  func `numbers that begin anew stay in the words, and others are issued`(text: String) throws {
    let read = try submission(text)
    #expect(!read.areNumbersPrinted)
    let cited = read.paragraphs.filter { !$0.isHeading }
    #expect(cited.map(\.number) == cited.indices.map { $0 + 1 })
    #expect(cited.map(\.text).contains { $0.hasPrefix("2. Two") })
    #expect(read.remarks.map(\.code) == ["numbers_left_in_text"])
  }

  @Test(arguments: [true, false])
  func `a table is one paragraph with its figures, or goes with a numbered one`(
    isNumbered: Bool
  ) throws {
    let page =
      "<body><p>\(isNumbered ? "1. " : "")\(prose)<table><tr><td>Kent<td>2. Of 3<tr><td>2<td>99</table><p>1984<p>\(isNumbered ? "2. " : "")\(prose)"
    let read = try submission(page, name: "s.html")
    let table = "Kent\t2. Of 3\n\n2\t99"
    #expect(
      read.paragraphs.map(\.text)
        == (isNumbered ? ["\(prose)\n\n\(table)\n\n1984", prose] : [prose, table, "1984", prose]))
    #expect(read.unplaced.isEmpty)
  }

  @Test func `a gap is remarked, and so is text outside the series`() throws {
    let read = try submission(
      "We are glad to help the committee.\n\n1. One.\n\n2. Two.\n\n4. Four.")
    #expect(read.paragraphs.map(\.number) == [nil, 1, 2, 4])
    #expect(read.remarks.map(\.code) == ["paragraph_unnumbered", "paragraph_number_gap"])
  }

  @Test(arguments: [
    [
      "mail A.B+c@EXAMPLE.museum now", "name@münchen.de", "mailto:x@y.co", "ring 07700.900.123",
    ],
    [
      "I live at SW1A 1AA.", "at SW1A 2BB now", "E-mail: ann@harbour.example",
      "I wrote to help@council.example.org in May.", "Ring 020 7946 0018",
    ],
  ])
  func `a numbered paragraph is no address, whatever it holds`(words: [String]) throws {
    let lines = words.enumerated().map { "\($0 + 1). \($1)" }
    let read = try submission(
      "Written evidence submitted by Em Ail\n\n" + lines.joined(separator: "\n\n"))
    #expect(read.paragraphs.map(\.text) == words)
    #expect(read.paragraphs.map(\.number) == words.indices.map { $0 + 1 })
    #expect(read.areNumbersPrinted && read.header.map(\.field) == [.submitter])
  }

  @Test func `addresses of the sender become no passages`() throws {
    let read = try submission(
      """
      Crossings in winter

      Submission from Ada Quill

      Ref: TB 28

      12 High Street

      Sandwick SW1 1AA

      E-mail: ada@harbour.example

      Tel: 020 7946 0000

      \(prose)

      Write to ben@harbour.example if you want to know how we counted the boats that came late.

      Ada Quill, ada@harbour.example
      """)
    #expect(read.submitter == "Ada Quill")
    #expect(read.reference == "TB 28")
    #expect(
      read.header.map(\.field)
        == [.title, .submitter, .reference, .other, .contact, .contact, .contact, .contact])
    #expect(read.paragraphs.count == 2)
    #expect(!read.paragraphs.contains { $0.text.contains("ada@") || $0.text.contains("7946") })
    #expect(read.remarks.map(\.code) == ["contact_in_text"])
  }

  @Test(arguments: [
    ("Written evidence submitted by a care leaver, 19", "A care leaver, 19"),
    ("Supplementary written evidence submitted by an early help manager", "An early help manager"),
    ("Written evidence submitted jointly by a nurse and a teacher", "A nurse and a teacher"),
  ])
  func `a submitter who is named by a role is read from the head`(
    line: String, name: String
  ) throws {
    let paper = try submission("\(line)\n\n1. First.\n\n2. Second.")
    #expect(paper.submitter == name)
    #expect(paper.paragraphs.map(\.number) == [1, 2])
  }

  @Test func `a name below its line is the submitter, and a sentence is none`() throws {
    let read = try submission("Written evidence submitted by:\n\nHarbour Trust\n\n\(prose)")
    #expect(read.submitter == "Harbour Trust")
    let sentence = try submission("Evidence from our members shows delays.\n\n\(prose)")
    #expect(sentence.submitter == nil)
    #expect(sentence.paragraphs.count == 2)
  }

  @Test func `a heading without text is refused`() throws {
    let error = try #require(throws: PaperError.self) {
      try submission("Written evidence submitted by Ada Quill\n\n2 November 2020")
    }
    #expect(error.code == "no_paragraphs")
  }

  @Test func `pictures below a heading are refused as pictures`() throws {
    let body =
      ReadingDocx.paragraph("Written evidence submitted by Ada Quill")
      + "<w:p><w:r><w:drawing/></w:r></w:p>"
    let paper = try ReadingDocx(body: body).read()
    let error = try #require(throws: PaperError.self) {
      try SubmissionReader.read(paper, fileName: "a.docx")
    }
    #expect(error.code == "image_only")
    #expect(error.message.contains("file with text"))
  }

  @Test func `headings and bullets of Word are told by their styles`() throws {
    let styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"O\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
    let numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>"
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>"
    let body =
      ReadingDocx.paragraph("Why we write.", "<w:pStyle w:val=\"berschrift1\"/>")
      + ReadingDocx.paragraph(prose) + ReadingDocx.paragraph("In the north.", list)
      + ReadingDocx.paragraph("Who pays?", "<w:pStyle w:val=\"O\"/>")
      + ReadingDocx.paragraph(prose, "<w:outlineLvl w:val=\"9\"/>")
    let paper = try ReadingDocx(body: body, styles: styles, numbering: numbering).read()
    #expect(paper.paragraphs.map(\.form) == [.heading, .text, .item, .heading, .text])
    let read = try SubmissionReader.read(paper, fileName: "a.docx")
    #expect(read.paragraphs.map(\.number) == [nil, 1, nil, 2])
    #expect(read.paragraphs[1].text == "\(prose)\n\nIn the north.")
  }
}

struct SubmissionPropertyTests {
  @Test(arguments: UInt64(1)...80)
  func `every paragraph of a submission comes back with its number`(seed: UInt64) throws {
    print("submission property, seed \(seed)")
    var dice = DraftDice(seed)
    let isPrinted = Bool.random(using: &dice)
    let extensions = ["s.txt", "s.md"]
    let name = dice.pick(extensions, or: "s.txt")
    var lines = [
      "Written evidence submitted by \(dice.pick(["Ada Quill", "the Harbour Trust"], or: "X"))"
    ]
    if dice.isTrue(oneIn: 2) { lines.append("CTI0012") }
    if dice.isTrue(oneIn: 2) { lines.append("E-mail: ada@harbour.example") }
    var bodies: [String] = []
    for number in 1...Int.random(in: 3...30, using: &dice) {
      if dice.isTrue(oneIn: 5) { lines.append(name == "s.md" ? "## Costs" : "Costs") }
      let words = sentence(&dice)
      let sign = dice.pick([".", ")"], or: ".")
      lines.append(isPrinted ? "\(number)\(sign) \(words)" : words)
      var whole = words
      if dice.isTrue(oneIn: 4) {
        let more = "(a) \(sentence(&dice))"
        lines.append(more)
        whole += "\n\n" + more
      }
      bodies.append(whole)
    }
    let read = try submission(lines.joined(separator: "\n\n"), name: name)
    let cited = read.paragraphs.filter { !$0.isHeading }
    #expect(read.areNumbersPrinted == isPrinted, "seed \(seed)")
    #expect(cited.map(\.number) == bodies.indices.map { $0 + 1 }, "seed \(seed)")
    #expect(cited.map(\.text) == bodies, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...80)
  func `a submission of odd lines loses no character or is refused`(seed: UInt64) throws {
    print("odd submission, seed \(seed)")
    var dice = DraftDice(seed)
    let odd = [
      "1. One.", "2. Two.", "1.1 Outline one.", "2.3 Outline two.", "• bullet", "(a) letter", "12",
      "Page 3 of 9", "Costs", "2 November 2020", "CTI0012", "Tel: 020 7946 0000", "a@b.example",
      "Written evidence submitted by:", "3", "7) Seven.", "# Mark", "4 children came.", prose,
    ]
    let lines = (0..<Int.random(in: 1...25, using: &dice)).map { _ in dice.pick(odd, or: "x") }
    let name = dice.pick(["s.txt", "s.md"], or: "s.txt")
    do {
      _ = try submission(lines.joined(separator: dice.pick(["\n", "\n\n"], or: "\n")), name: name)
    } catch let error as PaperError {
      #expect(error.code != "text_lost", "seed \(seed): \(error)")
    }
  }

  private func sentence(_ dice: inout DraftDice) -> String {
    let words = (0..<Int.random(in: 2...14, using: &dice)).map { _ in
      dice.pick(["boats", "winter", "2019", "the", "(mostly)", "Esk,", "late", "café"], or: "a")
    }
    return "We saw \(words.joined(separator: " "))."
  }
}
