import Inquiries
import Testing

/// A claim's sentence as people read it, its citations cut out.
@Suite struct ShownSentenceTests {
  @Test(arguments: [
    ("Half said so [@S2-Q1].", "Half said so."),
    ("Half [@S2-Q1], and some [@Q4] more.", "Half, and some more."),
    ("Half (of directors [@S2-Q1]) said so.", "Half (of directors) said so."),
    ("Half, 0.5 of all ... said “so”.", "Half, 0.5 of all ... said “so”."),
  ])
  func `no blank stays where a citation went`(text: String, shown: String) {
    func place(_ index: String.Index) -> Int {
      text.utf8.distance(from: text.startIndex, to: index)
    }
    let citations = text.matches(of: #/\[@[^\]]*\]/#).map { match in
      place(match.range.lowerBound)..<place(match.range.upperBound)
    }
    let prose = Prose(Array(text.utf8), citations: citations)
    let claim = Claim(
      number: 1, key: "p1-half", paragraph: 1, line: 1, words: "Half",
      sentence: prose.text(0..<text.utf8.count), isNumber: false, holds: "[48, 52]",
      binding: .none, boundTo: nil, figure: nil, base: nil, boundBy: nil, verdict: .unchecked,
      reason: "It rests on nothing.", revision: 0)
    #expect(claim.shownSentence == shown)
  }
}
