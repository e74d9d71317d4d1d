import Papers
import Testing

struct ReadingMarkdownTests {
  private func texts(_ text: String) throws -> [String] {
    try paper(text, name: "a.md").paragraphs.map(\.text)
  }

  @Test func `lines are joined to paragraphs and headings are known`() throws {
    let paper = try paper(
      "# One #\n\nTwo goes\non here.\nThree\n=====\n\n> quoted\n> words\n\n---\n\n#hash",
      name: "A.MD")
    #expect(
      paper.paragraphs == [
        .init(text: "One", line: 1, form: .heading),
        .init(text: "Two goes on here. Three", line: 3, form: .heading),
        .init(text: "quoted words", line: 8), .init(text: "#hash", line: 13),
      ])
    #expect(paper.remarks.isEmpty)
  }

  @Test func `numbers of lists stay as they are printed`() throws {
    #expect(
      try texts("1. One\n1. Again\n7) Seven\ngoes on\n\n12. Twelve")
        == ["1. One", "1. Again", "7) Seven goes on", "12. Twelve"])
    #expect(try texts("As section\n12. of the Act says.") == ["As section 12. of the Act says."])
    let paper = try paper("Text\n- a\n* b\n", name: "a.md")
    #expect(paper.paragraphs.map(\.form) == [.text, .item, .item])
  }

  @Test(arguments: [
    ("**bold**, *it*, __b__ and _i_", "bold, it, b and i"), ("***both***", "both"),
    ("**bold with *it* inside**", "bold with it inside"), ("5 * 3 * 2", "5 * 3 * 2"),
    ("snake_case_name", "snake_case_name"), ("[***] and [***]", "[***] and [***]"),
    ("**open", "**open"), ("\\*kept\\*", "*kept*"), ("cost* of *x", "cost* of *x"),
    ("see [our *report*](https://a.example/_x_)", "see our report (https://a.example/_x_)"),
    ("[https://a.example](https://a.example)", "https://a.example"),
    ("![a map](map.png) [x] (y) [z]()", "a map (map.png) [x] (y) [z]()"),
    ("https://a.example/_x_y_", "https://a.example/_x_y_"),
  ])
  func `marks of emphasis come off words and links show their address`(
    text: String, expected: String
  ) throws {
    #expect(try texts(text) == [expected])
  }

  @Test func `tables and code are kept as text`() throws {
    #expect(
      try texts("| *a* | b |\n|---|---|\n| 1 | 2 |\nafter\n\n```\n1. x\n\n  *y*\n```\nend")
        == ["| *a* | b |\n|---|---|\n| 1 | 2 |", "after", "1. x\n\n  *y*", "end"])
  }

  @Test func `a line break that is asked for stays`() throws {
    #expect(try texts("One  \nTwo\\\nThree") == ["One\nTwo\nThree"])
  }

  @Test func `comments and a head in YAML are left out and remarked`() throws {
    let paper = try paper(
      "---\nauthor: Ada\n---\nOne <!-- Jane Roe -->two\n<!--\nthree\n\n-->\nfour <!-- open",
      name: "a.md")
    #expect(paper.paragraphs.map(\.text) == ["One two", "four <!-- open"])
    #expect(
      paper.remarks.map(\.code) == ["yaml_head_not_read", "comment_dropped"])
    #expect(paper.remarks.map(\.line) == [1, 4])
    #expect(paper.remarks.last?.message.contains("2 comments") == true)
    #expect(!paper.remarks.contains { $0.message.contains("Roe") })
  }

  @Test func `a file of marks alone has no text, and a wrong byte is named`() throws {
    let empty = try #require(throws: PaperError.self) { try texts("---\n\n<!-- a -->\n") }
    #expect(empty.code == "no_text")
    let bytes = try #require(throws: PaperError.self) {
      try PaperReader.read([0x61, 0x92], fileName: "a.md")
    }
    #expect(bytes.code == "encoding_invalid")
    #expect(
      try PaperReader.read([0x61, 0x92], fileName: "a.md", encoding: "windows-1252").paragraphs
        .map(\.text) == ["a’"])
  }

  @Test func `more text than is read is refused`() throws {
    var limits = PaperLimits()
    limits.textBytes = 8
    let error = try #require(throws: PaperError.self) {
      try PaperReader.read(Array("nine signs".utf8), fileName: "a.md", limits: limits)
    }
    #expect(error.code == "too_much_text")
  }

  @Test(arguments: UInt64(1)...60)
  func `no letter or figure of a Markdown text is lost`(seed: UInt64) throws {
    print("markdown, seed \(seed)")
    var dice = DraftDice(seed)
    let pieces = [
      "alpha", "*beta*", "**", "_", "[gamma](delta)", "[", "](", ")", "`eps`", "\\", "!", "# ",
      "\n",
      "\n\n", "1. ", "12) ", "- ", "| ", "> ", "  ", "http://zeta_eta_", "***", "<", "===\n",
      "iota",
    ]
    let text = (0..<Int.random(in: 1...60, using: &dice)).map { _ in dice.pick(pieces, or: "x") }
      .joined(separator: dice.pick(["", " "], or: ""))
    let visible = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
    guard !visible(text).isEmpty else { return }
    #expect(visible(try texts(text).joined()) == visible(text), "seed \(seed): \(text)")
  }
}
