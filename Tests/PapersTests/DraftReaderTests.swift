import Inquiries
import Papers
import Testing

@Suite struct DraftReaderTests {
  @Test func `a draft is read into numbered blocks`() throws {
    let draft = try DraftReader.read(Array(DraftSample.text.utf8), fileName: "draft.md")
    #expect(
      draft.header == Draft.Header(title: "Storing up trouble", inquiry: "care-thresholds", base: 3)
    )
    #expect(
      draft.blocks.map(\.kind) == [
        .heading(level: 1), .paragraph, .finding, .paragraph, .continuation, .heading(level: 2),
        .recommendation, .conclusion, .recommendation, .paragraph,
      ])
    #expect(draft.blocks.map(\.paragraphNumber) == [nil, 1, 2, 3, nil, nil, 4, 5, 6, 7])
    #expect(draft.blocks.map(\.number) == [nil, nil, 1, nil, nil, nil, 1, 1, 2, nil])
    #expect(
      draft.blocks.compactMap(\.key) == [
        "postcode-lottery", "respond-to-variation", "unfair", "collect-data",
      ])
    #expect(
      draft.blocks[6].text == "The Department for Education should act.\n\nIt should do so soon.")
    #expect(draft.blocks[0].text == "Summary")
    #expect(draft.blocks[6].section == ["Summary", "Early help"])
    #expect(draft.blocks.last?.line == 37)
    #expect(draft.block(withKey: "unfair")?.number == 1)
  }

  @Test func `line ends of Windows and no line end at all change nothing`() throws {
    let unix = try DraftReader.read(Array(DraftSample.text.utf8), fileName: "a")
    let windowsText = DraftSample.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let windows = try DraftReader.read(Array(windowsText.utf8), fileName: "a")
    let bare = try DraftReader.read(Array(DraftSample.text.utf8.dropLast()), fileName: "a")
    #expect(windows.blocks.map(\.text) == unix.blocks.map(\.text))
    #expect(windows.citations.map(\.items) == unix.citations.map(\.items))
    #expect(bare.blocks.map(\.text) == unix.blocks.map(\.text))
    #expect(windows.header == unix.header)
  }

  @Test func `a byte-order mark is kept and not read`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(DraftSample.text.utf8)
    #expect(try DraftReader.read(bytes, fileName: "a").bytes == bytes)
  }

  @Test(arguments: [UInt64](1...300))
  func `the pieces put together are the author's bytes`(seed: UInt64) throws {
    var dice = DraftDice(seed)
    let bytes = Array((DraftSample.header + DraftSample.random(&dice)).utf8)
    guard let draft = try? DraftReader.read(bytes, fileName: "draft.md") else { return }
    #expect(draft.pieces.flatMap { bytes[$0.range] } == bytes, "seed \(seed)")
    var end = 0
    for piece in draft.pieces {
      #expect(piece.range.lowerBound == end)
      end = piece.range.upperBound
      if piece.kind == .blank {
        let text = String(decoding: bytes[piece.range], as: UTF8.self)
        #expect(text.allSatisfy { $0.isWhitespace })
      }
    }
    for citation in draft.citations {
      #expect(String(decoding: bytes[citation.range], as: UTF8.self) == citation.text)
    }
    let numbers = draft.blocks.compactMap(\.paragraphNumber)
    #expect(numbers == Array(1..<numbers.count + 1))
    for (one, next) in zip(draft.citations, draft.citations.dropFirst()) {
      #expect(one.range.upperBound <= next.range.lowerBound, "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("\n::: {.finding #a}\nWords\n", "draft_div_unclosed", 7),
    ("\n:::\n", "draft_div_unopened", 7),
    ("\n::: {.finding}\nWords\n:::\n", "draft_key_missing", 7),
    ("\n::: finding\nWords\n:::\n", "draft_key_missing", 7),
    ("\n::: {.finding #Bad_Key}\nWords\n:::\n", "draft_key_invalid", 7),
    ("\n::: {.box #a}\nWords\n:::\n", "draft_div_attributes", 7),
    ("\n::: {#a}\nWords\n:::\n", "draft_div_attributes", 7),
    ("\n::: {.finding #a to=x}\nWords\n:::\n", "draft_div_attributes", 7),
    ("\n::: {.finding #a\nWords\n:::\n", "draft_div_attributes", 7),
    ("\n::: {.finding #a}\n\n:::\n", "draft_div_empty", 7),
    ("\n::: {.finding #a}\n# Heading\n:::\n", "draft_div_heading", 8),
    ("\n::: {.finding #a}\nWords\n::: {.finding #b}\n:::\n:::\n", "draft_div_nested", 9),
    ("\n::: {.finding #a}\nx\n:::\n::: {.conclusion #a}\ny\n:::\n", "draft_key_repeated", 10),
    ("\n```\ncode\n", "draft_code_unclosed", 7),
    ("\nWords \0 more\n", "draft_nul", 7),
  ])
  func `a broken structure is refused with its line`(body: String, code: String, line: Int) throws {
    let fault = try #require(DraftSample.fault(body))
    #expect(fault.code == code)
    #expect(fault.line == line)
    #expect(fault.message.contains("\(line)"))
  }

  @Test(arguments: ["finding", "conclusion", "recommendation"])
  func `a block without a key is told how to have one`(kind: String) throws {
    let fault = try #require(DraftSample.fault("\n::: {.\(kind)}\nWords\n:::\n"))
    #expect(fault.message.contains("write ::: {.\(kind) #a-short-key}"))
  }

  @Test(arguments: [
    ("", "draft_header_missing"), ("# Title\n", "draft_header_missing"),
    ("---\ntitle: A\n", "draft_header_unclosed"), ("---\n", "draft_header_unclosed"),
    ("---\ninquiry: a\n---\n", "draft_title_missing"),
    ("---\ntitle: A\n---\n", "draft_inquiry_missing"),
    ("---\ntitle: A\ninquiry: A B\n---\n", "draft_inquiry_missing"),
    ("---\ntitle: A\ninquiry: a\nbase: x\n---\n", "draft_base_invalid"),
    ("---\ntitle: A\ninquiry: a\nbase: 0\n---\n", "draft_base_invalid"),
    ("---\ntitle: A\ninquiry: a\nauthor: x\n---\n", "draft_header_unknown"),
    ("---\ntitle: A\ntitle: B\ninquiry: a\n---\n", "draft_header_repeated"),
    ("---\ntitle\n---\n", "draft_header_line"),
  ])
  func `a header that would not work is refused`(header: String, code: String) {
    #expect(DraftSample.fault("", header: header)?.code == code)
  }

  @Test func `a title may stand in quotation marks`() throws {
    let text = "---\ntitle: \"Care: a study\"\r\ninquiry: 'a-b'\n...\n"
    let draft = try DraftReader.read(Array(text.utf8), fileName: "a")
    #expect(draft.header == Draft.Header(title: "Care: a study", inquiry: "a-b", base: nil))
    #expect(draft.blocks.isEmpty)
  }

  @Test func `bytes that are not UTF-8 are told with their place`() throws {
    let bytes = Array((DraftSample.header + "\nAé").utf8) + [0xFF, 0x41]
    let fault = try #require(throws: PaperError.self) {
      try DraftReader.read(bytes, fileName: "a")
    }
    #expect(fault.code == "draft_not_utf8")
    #expect(fault.line == 7)
    #expect(fault.column == 3)
  }

  /// The time limit is for what hangs: a filling that is read in quadratic time
  /// would take hours.
  @Test(.timeLimit(.minutes(5)))
  func `no filling hangs the reader, and nothing above the limit is read`() throws {
    let limit = DraftReader.byteLimit
    let start = Array((DraftSample.header + "\n").utf8)
    for filling in ["[", "`", "@Q1[", "[@Q1 ", "> - ", "``` `` ", "a\n\n", "[[@Q1]", "- \n\n"] {
      let bytes = Array(filling.utf8)
      let times = (limit / 64 - start.count) / bytes.count
      let draft = start + (0..<times).flatMap { _ in bytes }
      _ = try? DraftReader.read(draft, fileName: "a")
    }
    let fault = try #require(throws: PaperError.self) {
      try DraftReader.read(start + [UInt8](repeating: 0x20, count: limit), fileName: "a")
    }
    #expect(fault.code == "draft_too_large")
  }
}

@Suite struct DraftBlockTests {
  /// The kinds of the blocks of a body.
  private func kinds(_ body: String) throws -> [DraftBlockKind] {
    try DraftSample.read(body).blocks.map(\.kind)
  }

  @Test(arguments: [
    "- a\n\n- b\n\n  more\n", "1. a\n\n2. b\n", "> quoted\n> more\n", "| a |\n|---|\n| b |\n",
    "a | b\n--|--\n1 | 2\n", "```\ncode\n\n# no heading\n```\n", "    code\n\n    code\n",
    "\tcode\n", "[^1]: A note\n\n    goes on\n", "[a]: http://a.b\n", "***\n", "* * *\n",
    "| a |\n|---|\n| b |\n\nTable: Caption\n", "~~~\n::: {.finding #a}\n~~~\n",
    "+---+\n| a |\n+---+\n",
  ])
  func `what goes on from a paragraph has no number of its own`(body: String) throws {
    #expect(try kinds(body) == [.continuation])
  }

  @Test func `a heading may be underlined, and needs its blank after the marks`() throws {
    #expect(try kinds("Title\n=====\nWords\n") == [.heading(level: 1), .paragraph])
    #expect(try kinds("Title\n---\n") == [.heading(level: 2)])
    #expect(try kinds("#hashtag\n") == [.paragraph])
    #expect(try kinds("####### seven\n") == [.paragraph])
    #expect(try kinds("# One\nWords\n## Two\n") == [.heading(level: 1), .paragraph])
  }

  @Test func `a heading's words are without its marks`() throws {
    #expect(
      try DraftSample.read("## Early help ## {#early .x}\n").blocks.first?.text == "Early help")
    #expect(try DraftSample.read("#\n").blocks.first?.text == "")
  }

  @Test func `a fence of a div counts though no blank stands before it`() throws {
    #expect(
      try kinds("Words\n::: {.finding #a}\nx\n:::\nMore\n") == [.paragraph, .finding, .paragraph])
  }

  @Test func `a list within a finding is within it`() throws {
    #expect(try kinds("::: {.finding #a}\nx\n\n- y\n\n```\n:::\n```\n:::\n") == [.finding])
  }

  @Test func `a list of one sort ends where another begins`() throws {
    #expect(try kinds("- a\n\n1. b\n") == [.continuation, .continuation])
    #expect(try kinds("- a\n\nWords\n") == [.continuation, .paragraph])
  }
}
