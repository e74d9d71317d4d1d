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
    ("Code `\"a b\"` and \\\"c d\\\" are none.", []),
  ])
  func `a quotation is attributed to the citation beside it`(text: String, expected: [String]) {
    #expect(quotations(text) == expected)
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
    for sign in ["“", " \"", " '", "`", "[", ".", "![^", "\n> "] {
      let text = Array(String(repeating: sign, count: 30_000).utf8)
      let time = clock.measure { _ = Prose(text) }
      #expect(time < .seconds(3), "\(sign.debugDescription)")
    }
  }
}
