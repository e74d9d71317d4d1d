import Inquiries
import Papers
import Testing

@Suite struct DraftCitationTests {
  private func citations(_ body: String) throws -> [DraftCitation] {
    try DraftSample.read(body).citations
  }

  /// The locators that are read, in order, as an author would write them.
  private func locators(_ body: String) throws -> [String] {
    try citations(body).flatMap(\.items).compactMap { try? $0.reading.get().description }
  }

  private func failures(_ body: String) throws -> [LocatorFailure] {
    try citations(body).flatMap(\.items).compactMap { item in
      if case .failure(let failure) = item.reading { failure } else { nil }
    }
  }

  @Test(arguments: [
    ("[@Q45]", ["Q45"]), ("[@Q45–48]", ["Q45-48"]), ("[-@Q45]", ["Q45"]),
    ("[see @Q45; cf. -@Q46]", ["Q45", "Q46"]), ("[@Q45, Chris Hayward]", ["Q45, Chris Hayward"]),
    ("[@Q45; @OS6, point 3]", ["Q45", "OS6, point 3"]), ("[see [a] @Q45]", ["Q45"]),
    ("([@Q45])", ["Q45"]), ("**bold**[@Q45].", ["Q45"]), ("*[@Q45]*", ["Q45"]),
    ("[@Q45\ncontinued, Chair]", []), ("[@Q45,\nChris Hayward]", ["Q45, Chris Hayward"]),
    ("[@Q45][@Q46]", ["Q45", "Q46"]), ("[words [@Q45] words]", ["Q45"]),
    ("\\\\[@Q45]", ["Q45"]), ("é[@Q45]", ["Q45"]), ("^[A note [@Q45].]", ["Q45"]),
    ("> quoted [@Q45]", ["Q45"]), ("- point [@Q45]\n\n  [@Q46]", ["Q45", "Q46"]),
    ("| a |\n|---|\n| [@Q45] |", ["Q45"]), ("[^1]: Note [@Q45]", ["Q45"]),
    ("`` a ` b `` [@Q45]", ["Q45"]), ("` open [@Q45]", ["Q45"]),
    ("- a\n  ```\n  [@Q1]\n  ```\n  [@Q45]", ["Q45"]),
  ])
  func `citations are found where an author puts them`(body: String, expected: [String]) throws {
    #expect(try locators(body) == expected)
  }

  @Test(arguments: [
    "`[@Q45]`", "`` [@Q45] ` ``", "\\[@Q45]", "[\\@Q45]", "```\n[@Q45]\n```", "    [@Q45]",
    "\t[@Q45]", "me@Q45.org", "[me@example.org]", "![a @ b](c)", "[words]", "[]", "@", "[@]",
    "> ~~~\n> [@Q45]\n> ~~~", "<https://a.b/@Q45>", "@someone",
  ])
  func `code, what is escaped and addresses are no citations`(body: String) throws {
    #expect(try citations(body).isEmpty)
  }

  @Test func `prefix, range and raw text are kept`() throws {
    let draft = try DraftSample.read("Words [see  also -@Q45; @Q46] on.\n")
    let citation = try #require(draft.citations.first)
    #expect(citation.text == "[see  also -@Q45; @Q46]")
    #expect(citation.line == 7)
    #expect(String(decoding: draft.bytes[citation.range], as: UTF8.self) == citation.text)
    #expect(citation.items.map(\.prefix) == ["see also", ""])
    #expect(citation.items.map(\.isAuthorless) == [true, false])
    #expect(citation.items.map(\.text) == ["see also -@Q45", "@Q46"])
  }

  @Test func `what is left over is told, never dropped`() throws {
    #expect(
      try failures("[@Q45 and others]") == [.leftOver("and others", read: .questions(45...45))])
    #expect(try failures("[@Q45 @Q46]") == [.leftOver("@Q46", read: .questions(45...45))])
    #expect(try failures("[@Q45; and more]") == [.missingKey("and more")])
    #expect(
      try failures("[@CTI0012, page 3]") == [.leftOver(", page 3", read: .whole("CTI0012"))])
  }

  @Test func `a bracket that is never closed is told, and the words go on`() throws {
    #expect(try failures("Words [@Q45 and on.\n\nMore [@Q46].") == [.unclosed("[@Q45")])
    #expect(try failures("[see @Q45 and on.") == [.unbracketed("@Q45")])
    #expect(try locators("Words [@Q45 and on.\n\nMore [@Q46].") == ["Q46"])
    #expect(try locators("An open [ and a [@Q45].") == ["Q45"])
  }

  @Test func `a reference outside brackets is told`() throws {
    #expect(try failures("As @Q45 shows.") == [.unbracketed("@Q45")])
    #expect(try citations("As @someone says.").isEmpty)
  }

  /// Pandoc writes so what was typed with brackets in Word.
  @Test(arguments: [
    (#"He said so \[@Q45\]."#, #"\[@Q45\]"#), (#"\[see \@Q45\]"#, #"\[see \@Q45\]"#),
    ("\\[@Q45,\nVale; \\@Q46\\] on.", #"\[@Q45, Vale; \@Q46\]"#),
    (#"An open [ and a \[@Q45\]."#, #"\[@Q45\]"#),
    (#"An open [ and \[see @Q45\]."#, #"\[see @Q45\]"#),
    (#"^[A note \[@Q45\].]"#, #"\[@Q45\]"#), (#"\[sic\] so \[@Q45\]"#, #"\[@Q45\]"#),
  ])
  func `a citation between escaped brackets is told, once`(body: String, text: String) throws {
    #expect(try failures(body) == [.escaped(text)])
  }

  @Test func `a citation between escaped brackets is told with what to write`() throws {
    let draft = try DraftSample.read(#"“It was late” \[@Q45\]. More [@Q46]."#)
    #expect(draft.citations.count == 2)
    let citation = try #require(draft.citations.first)
    #expect(String(decoding: draft.bytes[citation.range], as: UTF8.self) == #"\[@Q45\]"#)
    #expect(
      LocatorFailure.escaped(citation.text).description
        == #"“\[@Q45\]” does not count as a citation, because its brackets are escaped; "#
        + "write [@Q45].")
    #expect(try failures(#"[see \[@Q45\] and @Q46]"#).count == 1)
  }

  @Test(arguments: [
    #"`\[@Q45\]`"#, #"\[@Q45]"#, #"\[ `@Q45` \]"#, #"\[@someone\]"#, #"\[me@Q45.org\]"#,
    #"\[https://a.b/@Q45\]"#, #"\[sic\]"#, #"\["#, #"\[@Q45"#, "```\n\\[@Q45\\]\n```",
  ])
  func `code and addresses between escaped brackets are no citations`(body: String) throws {
    #expect(try citations(body).isEmpty)
  }

  @Test(arguments: [UInt64](1...40))
  func `what is written as a citation is read as that citation`(seed: UInt64) throws {
    var dice = DraftDice(seed)
    var written: [String] = []
    var body = ""
    for _ in 0..<30 {
      let items = (0..<Int.random(in: 1...4, using: &dice)).map { _ -> String in
        let number = Int.random(in: 1...400, using: &dice)
        return dice.pick(
          [
            "Q\(number)", "Q\(number)-\(number + 3)", "OS\(number)", "OS\(number), point 2",
            "Q\(number)+2", "Q\(number), Chair", "OS2, Q0+\(number)",
          ], or: "Q1")
      }
      written += items
      body += dice.pick(
        ["Words ", "*More* ", "\n\n> ", "\n\n- ", "é ", "`[@Q1]` ", "\\[@Q1] "], or: "")
      body +=
        "[" + items.map { dice.pick(["@", "see @", "-@"], or: "@") + $0 }.joined(separator: "; ")
      body += "]" + dice.pick([".", "\n", "\n\n", " "], or: "")
    }
    #expect(try locators(body) == written, "seed \(seed)")
  }
}
