import Inquiries
import Testing

private func stands(_ quotation: String, _ texts: String...) -> Bool {
  QuotedWords(quotation).stand(in: texts.map(EvenedText.bytes))
}

@Suite struct QuotationTests {
  static let passage =
    "We used to name three or four services – and now, I’m afraid, we name the social worker, "
    + "who is expected to be “all of them”. It isn't right… but it is what we do."

  @Test(arguments: [
    "who is expected to be 'all of them'.", "three or four services - and now, I'm afraid",
    "three or four services -- and now", "We used to … name the social worker",
    "we name [one person], who is expected", "[w]e used to name three", "It isn't right ... but",
    "[…] name three or four services […] what we do", "*three* or _four_ services",
    "It isn’t right. … it is what we do",
    "We used to\u{A0}name", "what we do,",
  ])
  func `typography, ellipses and brackets are no change`(quotation: String) {
    #expect(stands(quotation, QuotationTests.passage))
  }

  @Test(arguments: [
    "who is expected to be all of them", "We name three", "we name the social workers",
    "what we do … three or four", "ervices and", "ame three", "name five services",
  ])
  func `changed words are a change`(quotation: String) {
    #expect(!stands(quotation, QuotationTests.passage))
  }

  @Test func `a stretch runs within one person's words, an omission goes beyond`() {
    #expect(!stands("we go home", "So we go", "home then"))
    #expect(stands("we go … home", "So we go", "home then"))
    #expect(stands("we go home", "So we go home then"))
  }

  @Test(arguments: [
    ("The duty should … end at sixteen", "The duty should not end at sixteen.", true),
    ("The duty should … end at sixteen", "The duty shouldn’t, it seems, end at sixteen.", false),
    ("It is [not] cheaper", "It is much cheaper.", true),
    ("It is [not] cheaper", "It is not cheaper.", false),
    ("It [isn’t] cheaper", "It is not cheaper.", false),
    ("It [is] cheaper", "It isn’t cheaper.", true),
    ("It [is] cheaper", "It was cheaper.", false),
    ("It was late […] [and] they left", "It was late, never mind, they left.", true),
    ("It was late … They left", "It was late. Nobody said why. They left.", false),
    ("It was late … left", "It was late. They did not go. They never left.", true),
    ("It was … They left", "It was not late. They left.", true),
    ("[Nobody] said so", "Everybody said so.", true),
    ("[Nobody] said so", "No child said so.", false),
    ("He said so [to nobody]", "He said so to all.", true),
    ("He said so [to nobody]", "He said so, but to none.", false),
    ("[T]he duty should [then] end", "Now the duty should end.", false),
    ("The notes … ended", "The notes on knots ended.", false),
    ("The duty should not end", "The duty should not end.", false),
    ("never said … at all", "Quite other words.", false),
  ])
  func `a denial that is left out, or put in, turns a quotation`(
    quotation: String, text: String, isTurned: Bool
  ) {
    #expect(QuotedWords(quotation).areTurned(in: [EvenedText.bytes(text)]) == isTurned)
  }

  @Test func `a denial is found on either side of an omission that goes beyond a text`() {
    func areTurned(_ texts: String...) -> Bool {
      QuotedWords("we go … home").areTurned(in: texts.map(EvenedText.bytes))
    }
    #expect(areTurned("So we go not", "home then"))
    #expect(areTurned("So we go", "never home then"))
    #expect(!areTurned("So we go. No.", "Not now. Then home"))
  }

  @Test func `one word is a term`() {
    #expect(QuotedWords("cliff").isTerm)
    #expect(QuotedWords("[…] …").isTerm)
    #expect(!QuotedWords("the cliff").isTerm)
  }

  @Test func `the nearest words are those with most of the quotation in them`() throws {
    let nearest = try #require(
      NearestWords.find(
        "we name a social worker who", in: ["Nothing here.", QuotationTests.passage]))
    #expect(nearest == "we name the social worker, who")
    #expect(
      WordDifference.marked(from: nearest, to: "we name a social worker, who")
        == "we name [-the-]{+a+} social worker, who")
    #expect(NearestWords.find("quite other", in: ["Nothing here."]) == nil)
  }

  @Test(arguments: [
    ("Wages must be cheap", "I would caution against it. Wages must be affordable.", 5..<9),
    ("Pay must be cheap", "So I said. Wages must be cheap. Then.", 3..<7),
    ("help came late", "In the end help came early", 3..<6),
    ("we saw that help came late", "Help came early", 0..<3),
    ("help came late", "Nobody knows when help came", 3..<5),
  ])
  func `the nearest words begin where the quotation does`(
    quotation: String, text: String, place: Range<Int>
  ) {
    let words = text.split(separator: " ")[place].joined(separator: " ")
    let nearest = NearestWords.find(quotation, in: ["No.", text, "No."])
    #expect(nearest == (words.hasSuffix(".") ? String(words.dropLast()) : words))
  }

  @Test func `the difference to the nearest words shows the true word`() throws {
    let nearest = try #require(
      NearestWords.find(
        "Wages must be cheap", in: ["I would caution against it. Wages must be affordable"]))
    #expect(
      WordDifference.marked(from: nearest, to: "Wages must be cheap")
        == "Wages must be [-affordable-]{+cheap+}")
  }

  @Test func `words may be named by the first and the last of them`() {
    let text = QuotationTests.passage
    #expect(Wording.spans(naming: "three or … and now", in: text).count == 1)
    #expect(
      Wording.spans(naming: "We used … what we do", in: text) == [0..<text.unicodeScalars.count - 1]
    )
    #expect(Wording.spans(naming: "name … worker", in: text).count == 2)
    #expect(Wording.spans(naming: "worker … services", in: text).isEmpty)
    #expect(Wording.spans(naming: "right… but", in: text).count == 1)
  }

  /// What Word does to a text while it is typed or pasted.
  @Test func `whatever typography is changed, a quotation stands`() {
    var dice = Seeded(4_711)
    let words = [
      "we", "don't", "know", "it", "well-known", "said:", "\"so", "be", "it\"", "–", "café",
      "late,", "and", "more...",
    ]
    let changes: [[String]] = [
      ["'", "’", "‘", "ʼ".isEmpty ? "'" : "`"], ["\"", "“", "”", "„"], ["-", "–", "—", "‑", "--"],
      [" ", "\u{A0}", "  ", "\u{202F}", "\n", "\u{2009}"], ["...", "…"], ["é", "e\u{301}"],
    ]
    for _ in 0..<400 {
      let text = (0..<12).map { _ in words.randomElement(using: &dice) ?? "" }.joined(
        separator: " ")
      var changed = ""
      var rest = text[...]
      while !rest.isEmpty {
        if let signs = changes.first(where: { $0.contains { rest.hasPrefix($0) } }),
          let sign = signs.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count })
        {
          changed += signs.randomElement(using: &dice) ?? sign
          rest = rest.dropFirst(sign.count)
        } else {
          changed.append(rest.removeFirst())
        }
      }
      #expect(EvenedText.bytes(changed) == EvenedText.bytes(text), "\(changed.debugDescription)")
      #expect(QuotedWords(changed).isTerm || stands(changed, "before \(text) after"))
    }
  }

  @Test func `evening agrees with the wording of digests`() {
    var dice = Seeded(5)
    for _ in 0..<500 {
      let text = (0..<20).map { _ in
        [
          " ", "A", "b", "\u{A0}", "\u{AD}", "é", "e\u{301}", "‘", "”", "–", "…", "\u{2009}",
          "\u{200B}", "`", "«", "\u{2212}", "\u{1F600}", "\u{3000}",
        ].randomElement(using: &dice) ?? ""
      }.joined()
      #expect(
        EvenedText.bytes(text) == EvenedText.bytes(Wording.normalised(text)),
        "\(text.unicodeScalars.map(\.value))")
    }
  }
}
