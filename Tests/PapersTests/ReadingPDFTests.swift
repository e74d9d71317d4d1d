import Papers
import Testing

private func read(_ pdf: PDFFixture) async throws -> PaperText {
  try PaperReader.read(try await PaperFile.opened(pdf.bytes, name: "a.pdf"))
}

private func refusal(_ bytes: [UInt8]) async throws -> PaperError {
  try await #require(throws: PaperError.self) {
    try PaperReader.read(try await PaperFile.opened(bytes, name: "a.pdf"))
  }
}

@Suite struct ReadingPDFTests {
  private typealias Line = PDFFixture.Line

  /// Three pages with a head, a number at the foot, and the given text.
  private func paper(_ pages: [[String]]) -> PDFFixture {
    PDFFixture(
      pages: pages.enumerated().map { index, texts in
        [Line(text: "ISLAND CROSSINGS", left: 200, top: 40)]
          + PDFFixture.lines(texts) + [Line(text: "\(index + 7)", left: 300, top: 800)]
      })
  }

  @Test func `paragraphs are joined over lines and pages and know their page`() async throws {
    let paper = try await read(
      paper([
        [
          "1. The harbour keeps the timetable and has",
          "done so for as long as anybody can recall.",
          "", "2. In winter the boats cannot always sail",
          "and the lights on the northern shore are",
        ],
        [
          "not always lit, as we heard from everybody.", "",
          "3. We ask for a lamp on every pier there is.",
        ],
        ["4. Nothing else was said about the matter."],
      ]))
    #expect(
      paper.paragraphs.map(\.text) == [
        "1. The harbour keeps the timetable and has done so for as long as anybody can recall.",
        "2. In winter the boats cannot always sail and the lights on the northern shore are not always lit, as we heard from everybody.",
        "3. We ask for a lamp on every pier there is.",
        "4. Nothing else was said about the matter.",
      ])
    #expect(paper.paragraphs.map(\.page) == [1, 1, 2, 3])
    #expect(
      paper.aside.map(\.text) == [
        "ISLAND CROSSINGS", "7", "ISLAND CROSSINGS", "8", "ISLAND CROSSINGS", "9",
      ])
    #expect(
      paper.aside.map(\.reason)
        == [.pageFurniture, .pageNumber, .pageFurniture, .pageNumber, .pageFurniture, .pageNumber])
  }

  @Test func `every reader keeps what stands aside as unplaced`() async throws {
    let paper = try await read(paper([["1. One."], ["2. Two."], ["3. Three."]]))
    let submission = try SubmissionReader.read(paper, fileName: "a.pdf")
    #expect(submission.lostLines(of: paper) == [])
    #expect(submission.unplaced == paper.aside)
    let note = try NoteReader.read(paper, fileName: "a.pdf")
    #expect(note.lostLines(of: paper) == [] && note.unplaced == paper.aside)
  }

  @Test func `footnotes in small print stand aside and part no paragraph`() async throws {
    let paper = try await read(
      PDFFixture(pages: [
        PDFFixture.lines(["1. The harbour keeps the timetable and has"], from: 600)
          + [
            Line(text: "1 Harbour Act 1890.", top: 700, size: 8),
            Line(text: "2 Ibid.", top: 710, size: 8),
          ],
        PDFFixture.lines(["done so for as long as anybody can recall."]),
      ]))
    #expect(paper.paragraphs.count == 1)
    #expect(paper.aside.map(\.text) == ["1 Harbour Act 1890.", "2 Ibid."])
    #expect(paper.aside.allSatisfy { $0.reason == .footnote })
  }

  @Test func `a transcript with numbered lines is read without their numbers`() async throws {
    let spoken = (0..<8).flatMap { turn in
      [
        "MR BEER: Did you see document \(turn) at the time at which it",
        "was sent to you, or was it later?", "MS VALE: I did not see it then.",
      ]
    }
    let lines = spoken.enumerated().flatMap { index, text in
      [
        Line(text: "\(index + 1)", left: 40, top: 100 + 25 * Double(index)),
        Line(text: text, left: 90, top: 100 + 25 * Double(index)),
      ]
    }
    let paper = try await read(PDFFixture(pages: [lines]))
    #expect(paper.paragraphs.count == 16)
    #expect(
      paper.paragraphs.first?.text
        == "MR BEER: Did you see document 0 at the time at which it was sent to you, or was it later?"
    )
    #expect(paper.aside.map(\.reason) == [.lineNumbers])
    #expect(paper.aside.first?.text.hasSuffix(" 23 24") == true)
  }

  @Test func `a number that hangs before its paragraph stays with it`() async throws {
    let paper = try await read(
      PDFFixture(pages: [
        [
          Line(text: "Q114", left: 50, top: 100),
          Line(text: "The Chair: Good morning. Who keeps it?", left: 110, top: 100),
          Line(text: "Ms Rowan: The harbour does.", left: 110, top: 130),
        ]
      ]))
    #expect(
      paper.paragraphs.map(\.text) == [
        "Q114 The Chair: Good morning. Who keeps it?", "Ms Rowan: The harbour does.",
      ])
  }

  @Test func `what cannot be read is refused with its reason`() async throws {
    #expect(try await refusal(PDFFixture(pages: [[], []]).bytes).code == "image_only")
    #expect(try await refusal(Array("no pdf".utf8)).code == "paper_kind_differs")
    #expect(try await refusal(Array("%PDF-1.4 and nothing".utf8)).code == "paper_damaged")
    let locked = PDFFixture(
      pages: [PDFFixture.lines(["Secret."])],
      trailer:
        "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(String(repeating: "41", count: 32))> /U <\(String(repeating: "42", count: 32))> >>"
    )
    let error = try await refusal(locked.bytes)
    #expect(error.code == "paper_encrypted")
    #expect(error.message == "a.pdf is locked with a password; save it without one.")
  }

  @Test func `a page without text among others is remarked`() async throws {
    let paper = try await read(PDFFixture(pages: [PDFFixture.lines(["Some words."]), []]))
    #expect(paper.remarks.map(\.code) == ["page_without_text"])
    #expect(paper.remarks.first?.message.contains("Page 2 has no text") == true)
  }

  @Test func `a missing converter is told as such, and not as a fault of the paper`() async throws {
    let error = try await #require(throws: PaperError.self) {
      try await PaperFile.opened(
        Array("%PDF-1.4".utf8), name: "a.pdf", by: Converter(searchPath: "/nowhere"))
    }
    #expect(error.code == "converter_missing" && error.message.contains("poppler-utils"))
  }
}
