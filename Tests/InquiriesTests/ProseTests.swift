import Inquiries
import Testing

/// Prose in which `[@…]` are citations.
private func prose(_ text: String) -> Prose {
  let bytes = Array(text.utf8)
  let citations = text.matches(of: #/\[@[^\]]*\]/#).map { match in
    text.utf8.distance(
      from: text.startIndex, to: match.range.lowerBound)..<text.utf8.distance(
        from: text.startIndex, to: match.range.upperBound)
  }
  return Prose(bytes, citations: citations)
}

private func sentences(_ text: String) -> [String] {
  let prose = prose(text)
  return prose.sentences.map { String(decoding: prose.bytes[$0.range], as: UTF8.self) }
}

/// Each quotation with the citation it is attributed to.
private func quotations(_ text: String) -> [String] {
  let prose = prose(text)
  return prose.quotations.map { quotation in
    let citation = quotation.citation.map {
      String(decoding: prose.bytes[prose.citations[$0]], as: UTF8.self)
    }
    return prose.text(quotation.range) + (citation.map { " \($0)" } ?? "")
  }
}

@Suite struct ProseTests {
  @Test(arguments: [
    ("It was late. Nobody came.", ["It was late.", "Nobody came."]),
    ("It was late. [@Q4] Nobody came [@Q5].", ["It was late. [@Q4]", "Nobody came [@Q5]."]),
    ("It was late. [@Q4] says so.", ["It was late.", "[@Q4] says so."]),
    ("See para. 3 of No. 4. It is 3.5 now.", ["See para. 3 of No. 4.", "It is 3.5 now."]),
    (
      "\"It was late. Nobody came.\" [@Q4] He left.",
      ["\"It was late. Nobody came.\" [@Q4]", "He left."]
    ),
    ("\"Nobody came?\" he asked. She left.", ["\"Nobody came?\" he asked.", "She left."]),
    ("One\n\n- two\n- three", ["One", "- two", "- three"]),
    ("It was late.[^1] [@Q4] Nobody came.", ["It was late.[^1] [@Q4]", "Nobody came."]),
  ])
  func `a sentence ends after its citations`(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test(arguments: [
    ("He said \"we wait\" [@Q4], and \"we go\" [@Q5].", ["we wait [@Q4]", "we go [@Q5]"]),
    ("As [@Q4] put it, “we wait”. Others “go”.", ["we wait [@Q4]", "go"]),
    (
      "“One ‘inner’ word,” he said, “and more” [@Q4].",
      ["One ‘inner’ word, [@Q4]", "and more [@Q4]"]
    ),
    ("The directors' view of 'the cliff edge' [@Q4] isn't ours.", ["the cliff edge [@Q4]"]),
    ("Two feet 6\" and a “mark that stays open", []),
    ("> We waited\n> all winter. [@Q4]\n\nThen", ["We waited all winter. [@Q4]"]),
    ("It was so [@Q4]:\n\n> We waited.", ["We waited. [@Q4]"]),
    ("Code `\"a b\"` is none, and \\\"c d\\\" [@Q4] is one.", ["c d [@Q4]"]),
    ("&ldquo;We wait.&rdquo; [@Q4] He left.", ["We wait. [@Q4]"]),
    ("&quot;we wait&quot; and &#8220;we go&#x201D; [@Q4]", ["we wait [@Q4]", "we go [@Q4]"]),
    ("“we wait\" [@Q4], and then “we go” [@Q5].", ["we wait [@Q4]", "we go [@Q5]"]),
    ("\"we wait” [@Q4], and then \"we go\" [@Q5].", ["we wait [@Q4]", "we go [@Q5]"]),
    (
      "\"He “waits” and goes\" [@Q4], “a 5\" pipe” too.",
      ["He “waits” and goes [@Q4]", "a 5\" pipe [@Q4]"]
    ),
    (
      "\"There are \"18\", and \\\"they\\\" wait\" [@Q4].",
      ["There are \"18\", and \\\"they\\\" wait [@Q4]"]
    ),
    ("“There are \"18\" of us” [@Q4].", ["There are \"18\" of us [@Q4]"]),
    ("“We counted 18\" [@Q4] and \"we go\" [@Q5].", ["We counted 18 [@Q4]", "we go [@Q5]"]),
    ("A 5\" pipe of the ’90s, 6' long [@Q4], R&D; and 'tis done.", []),
  ])
  func `a quotation is attributed to the citation beside it`(text: String, expected: [String]) {
    #expect(quotations(text) == expected)
  }

  @Test(arguments: [
    ("“Everybody counts it the same way [@Q4].", ["Everybody counts it the same way . [@Q4]"]),
    ("As [@Q4] said, \\\"we wait. All of us.", ["we wait. All of us. [@Q4]"]),
    ("“One [@Q4]\n\n“Two” [@Q5]", ["One [@Q4]"]),
    ("&ldquo;We wait “and “see", ["We wait “and “see"]),
    ("“We wait” and \"we go\" through a 5\" pipe, a 6” one and 7&quot; [@Q4].", []),
    ("’90s, 'tis and the directors' 'own [@Q4].", []),
  ])
  func `a double mark that nothing closes is told to the end of its paragraph`(
    text: String, expected: [String]
  ) {
    let prose = prose(text)
    let opened = prose.openQuotations.map { quotation in
      let citation = quotation.citation.map {
        String(decoding: prose.bytes[prose.citations[$0]], as: UTF8.self)
      }
      return prose.text(quotation.range) + (citation.map { " \($0)" } ?? "")
    }
    #expect(opened == expected)
  }

  @Test func `a quotation is found where its mark is the first sign`() {
    let prose = prose("“One [@Q4]\n\n &ldquo;Two” [@Q5] and “three”")
    let next = prose.openQuotations.first.flatMap {
      prose.quotation(beginningAt: $0.range.upperBound)
    }
    #expect(next.map { prose.text($0.range) } == "Two")
    #expect(prose.quotation(beginningAt: 1) == nil)
  }

  @Test func `every byte outside blanks is in one sentence, whatever comes`() {
    var dice = Seeded(99)
    let signs = Array("ab AB.,!?\"'“”‘’ \n\n>-`\\[^]*é")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &dice)).map { _ in
          signs.randomElement(using: &dice) ?? "a"
        })
      let prose = Prose(Array(text.utf8))
      var covered = Array(repeating: 0, count: prose.bytes.count)
      for sentence in prose.sentences { for place in sentence.range { covered[place] += 1 } }
      for (byte, count) in zip(prose.bytes, covered) where byte > 0x20 {
        #expect(count == 1, "\(text.debugDescription)")
      }
      #expect(covered.allSatisfy { $0 < 2 })
      for quotation in prose.quotations { #expect(quotation.range.upperBound <= prose.bytes.count) }
    }
  }

  @Test func `marks that never close cost no more than their number`() {
    let clock = ContinuousClock()
    for sign in [
      "“", " \"", " '", "`", "[", ".", "![^", "\n> ", " \"a", " “a \"b\"", "&ldquo;", " \"a \"b\"",
    ] {
      let text = Array(String(repeating: sign, count: 30_000).utf8)
      let time = clock.measure { _ = Prose(text) }
      #expect(time < .seconds(3), "\(sign.debugDescription)")
    }
  }
}
