import Papers
import Testing

/// Transcripts whose pages are set as printers set them.
@Suite struct TranscriptPDFTests {
  private typealias Line = PDFFixture.Line

  private func paper(_ pages: [[PDFFixture.Line]]) async throws -> PaperText {
    try PaperReader.read(
      try await PaperFile.opened(PDFFixture(pages: pages).bytes, name: "a.pdf"))
  }

  private func transcript(_ pages: [[PDFFixture.Line]]) async throws -> Transcript {
    try TranscriptReader.read(try await paper(pages), fileName: "a.pdf")
  }

  /// A page with a head, a number and these lines, the first of which stands in the head's zone.
  private func page(_ number: Int, _ texts: [String], head: String = "Lamps Committee: Evidence")
    -> [PDFFixture.Line]
  {
    [Line(text: head, left: 200, top: 40)] + PDFFixture.lines(texts, from: 80)
      + [Line(text: "\(number)", left: 300, top: 800)]
  }

  @Test func `what speakers say at the top of page after page is no running head`() async throws {
    let pages = (1...4).map { number in
      page(
        number,
        [
          number == 1 ? "Q1 Chair: So?" : "Emma Norr: Yes.", "Chair: And is it so?",
          "Emma Norr: It is, in winter.", "Q\(number + 1) Chair: And else?",
        ])
    }
    let read = try await transcript(pages)
    #expect(read.turns.count == 16)
    #expect(read.turns.filter { $0.text == "Yes." }.count == 3)
    #expect(
      read.unplaced.map(\.text).filter { $0 != "Lamps Committee: Evidence" } == [
        "1", "2", "3", "4",
      ])
    let numbers = try await transcript(
      (1...4).map { page($0, ["Q\($0) Chair: Is it so?", "Emma Norr: It is in winter."]) })
    #expect(numbers.turns.compactMap(\.questionNumber) == [1, 2, 3, 4])
  }

  @Test func `lines of a header are parted though they stand as close as others`() async throws {
    let lines = [
      "Lamps Committee", "Oral evidence: Lamps, HC 83", "Tuesday 1 March 2022",
      "Ordered by the House of Commons to be published on",
      "1 March 2022.", "Members present: Robert Half (Chair); Apsana Beg;", "Ian Mear.",
      "Questions 1 - 2", "Witnesses", "I: Emma Norr, Director, Institute.",
      "Examination of witnesses", "Witness: Emma Norr.",
      "Q1 Chair: Good morning, and welcome to you all who came here today, on",
      "this very cold morning. What do you say?", "Emma Norr: I say that it is cold.",
      "Q2 Apsana Beg: Why?",
    ]
    let read = try await transcript([PDFFixture.lines(lines)])
    #expect(read.members.map(\.name) == ["Robert Half", "Apsana Beg", "Ian Mear"])
    #expect(read.header.printedRange == 1...2)
    #expect(read.header.date == PrintedDay(year: 2022, month: 3, day: 1))
    #expect(read.panels.flatMap(\.witnesses).map(\.name) == ["Emma Norr"])
    #expect(read.turns.map(\.speaker) == ["Robert Half", "Emma Norr", "Apsana Beg"])
    #expect(read.unplaced.isEmpty)
    let text = try TranscriptReader.read(
      PaperReader.read(Array(lines.joined(separator: "\n").utf8), fileName: "a.txt"),
      fileName: "a.txt")
    #expect(text.members == read.members)
  }

  @Test func `a header line that holds two is left over and not dropped`() throws {
    let read = try TranscriptReader.read(
      PaperText(paragraphs: [
        .init(
          text: "Ordered by the House of Commons. Members present: Ada Quill (Chair).", line: 1),
        .init(text: "Q1 Chair: Yes?", line: 2),
      ]), fileName: "a")
    #expect(read.unplaced.map(\.line) == [1])
  }

  @Test func `a transcript without a turn is refused`() {
    let error = #expect(throws: PaperError.self) {
      try TranscriptReader.read(
        PaperText(paragraphs: [
          .init(text: "DAVID WISE (affirmed)", line: 1), .init(text: "Is number 1 right?", line: 2),
        ]), fileName: "a.pdf")
    }
    #expect(error?.code == "no_turns")
    #expect(error?.message.contains("words of a speaker, though 2 hold text") == true)
  }

  // MARK: - Numbered lines

  /// A hearing's lines as an extracted text has them.
  private static let hearing: [String] =
    [
      "                    Friday, 19 July 2024", "(9.45 am)",
      "MR BEER:  May I call Mr Wise, please.",
      "           DAVID WISE (affirmed)", "         Questioned by MR BEER",
      "MR BEER:  Can you give us your full name?", "A.  David Wise.",
    ]
    + (0..<30).flatMap {
      [
        "Q.  Is number \($0) right, would you say so, given that you", "    were there?",
        "A.  It is, number \($0).",
      ]
    }

  /// The lines of one page, numbered, each word group where the text has it, or “Q.”
  /// and words farther apart.
  private func numbered(
    _ texts: some Collection<String>, left: Double = 60, top: Double = 60, gap: Double = 0,
    size: Double = 12
  ) -> [PDFFixture.Line] {
    texts.enumerated().flatMap { index, text in
      let y = top + 2 * size * Double(index)
      let at = left + 30
      var lines = [Line(text: "\(index + 1)", left: left, top: y, size: size)]
      if gap > 0, text.hasPrefix("Q.  ") || text.hasPrefix("A.  ") {
        lines.append(Line(text: String(text.prefix(2)), left: at, top: y, size: size))
        lines.append(Line(text: String(text.dropFirst(4)), left: at + gap, top: y, size: size))
      } else {
        lines.append(Line(text: text, left: at, top: y, size: size))
      }
      return lines
    }
  }

  private func sheets(of lines: [String], _ count: Int = 25) -> [[String]] {
    stride(from: 0, to: lines.count, by: count).map { Array(lines[$0...].prefix(count)) }
  }

  private func text(_ pages: [[String]]) throws -> Transcript {
    let all = pages.enumerated().flatMap { page, lines in
      lines.enumerated().map { "\($0 + 1 < 10 ? " " : "")\($0 + 1)   \($1)" }
        + [String(repeating: " ", count: 30) + "\(page + 1)"]
    }
    return try TranscriptReader.read(
      PaperReader.read(Array(all.joined(separator: "\n").utf8), fileName: "a.txt"),
      fileName: "a.txt")
  }

  @Test(arguments: [0, 25, 60.0])
  func `a page that numbers its lines is read line by line, however they are spaced`(
    gap: Double
  ) async throws {
    let pages = sheets(of: Self.hearing)
    let read = try await transcript(
      pages.enumerated().map {
        numbered($1, gap: gap) + [Line(text: "\($0 + 1)", left: 300, top: 800)]
      })
    #expect(read.turns.count { $0.kind == .speech } == 63)
    #expect(read.turns.map(\.text) == (try text(pages).turns.map(\.text)))
    #expect(read.unplaced.count { $0.reason == .lineNumbers } == 4)
    #expect(read.unplaced.count { $0.reason == .pageNumber } == 4)
  }

  @Test func `four pages on a sheet are read one after the other`() async throws {
    let pages = sheets(of: Self.hearing)
    let places: [(Double, Double)] = [(30, 40), (30, 440), (310, 40), (310, 440)]
    let sheet = zip(pages, places).flatMap {
      numbered($0, left: $1.0, top: $1.1, gap: 20, size: 7)
    }
    let read = try await transcript([sheet])
    #expect(read.turns.map(\.text) == (try text(pages).turns.map(\.text)))
  }

  @Test func `labels that stand apart from their words on unnumbered pages stay with them`()
    async throws
  {
    let pages = sheets(of: Self.hearing).map { lines in
      numbered(lines, gap: 25).filter { Int($0.text) == nil }
    }
    let read = try await transcript(pages)
    #expect(read.turns.count { $0.kind == .speech } == 63)
    #expect(read.unplaced.isEmpty)
  }

  @Test func `the lines of a short hearing are numbered too`() throws {
    let read = try text([
      [
        "(9.45 am)", "MR BEER:  Good morning, sir.", "SIR WYN WILLIAMS:  Thank you.",
        "       DAVID WISE (affirmed)", "     Questioned by MR BEER", "A.  David Wise.",
        "Q.  Thank you.  You made a statement; is", "    that right?", "A.  It is.",
      ], ["Q.  Is it so?", "A.  An answer that goes", "    over."],
    ])
    #expect(
      read.turns.filter { $0.kind == .speech }.map(\.text).suffix(4) == [
        "Thank you.  You made a statement; is that right?", "It is.", "Is it so?",
        "An answer that goes over.",
      ])
    #expect(read.unplaced.map(\.text) == ["1 2 3 4 5 6 7 8 9", "1", "1 2 3", "2"])
  }
}
