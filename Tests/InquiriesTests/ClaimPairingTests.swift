import Inquiries
import Testing

@Suite struct ClaimPairingTests {
  private let finder: ClaimFinder

  init() throws { finder = ClaimFinder(try productPhrases.get()) }

  /// What is proposed for each claim of a text; `[@A; B]` cites the figures A and B.
  private func proposals(_ text: String) -> [String] {
    let found = text.matches(of: /\[@([^\]]*)\]/)
    func place(_ index: String.Index) -> Int {
      text.utf8.distance(from: text.startIndex, to: index)
    }
    let prose = Prose(
      Array(text.utf8),
      citations: found.map { place($0.range.lowerBound)..<place($0.range.upperBound) })
    let figures = found.map { match in
      match.output.1.split(separator: ";").map { String($0.drop { $0 == " " }) }
    }
    return ClaimPairing.proposals(for: finder.find(in: prose), in: prose, citing: figures)
      .map { $0 ?? "nothing" }
  }

  @Test(
    arguments: [
      ("80 per cent said yes [@A].", ["A"]),
      ("80 per cent said yes and 20 per cent no [@A; B].", ["A", "B"]),
      (
        "80 per cent said yes, 10 per cent no and 10 per cent nothing [@A; B].",
        ["nothing", "nothing", "nothing"]
      ),
      // Directly behind it, where counts do not tell.
      ("80 per cent of them said yes [@A], and one witness agreed [@W].", ["A"]),
      (
        "66 per cent said yes [@A], that is 65.7 per cent [@A], or two thirds of them [@A; B].",
        ["A", "A", "nothing"]
      ),
      // What is cited directly behind it has no figure.
      ("We met 12 of them [@], and 80 per cent said yes [@A].", ["nothing", "A"]),
      ("We met 12 of them [@B]. Of all 80 per cent said yes [@A].", ["B", "A"]),
      (
        "Of them 80 per cent [@A; B], and 20 per cent of the rest [@C], said so.", ["nothing", "C"]
      ),
    ] as [(String, [String])])
  func `a claim is paired with what is cited beside it`(text: String, expected: [String]) {
    #expect(proposals(text) == expected)
  }

  @Test func `a sentence with a footnote that cites leans on no other sentence`() {
    let prose = Prose(
      Array("We met 12.[^a] So it was.[^b] Half said yes [@A].".utf8), citations: [44..<48])
    #expect(prose.sentences.map { prose.notes(in: $0) } == [["a"], ["b"], []])
    #expect(prose.citationsBeside(notes: ["a"]).map(\.count) == [0, 1, 1])
    #expect(prose.citationsBeside(notes: ["b"]).map(\.count) == [1, 0, 1])
    #expect(prose.citationsBeside().map(\.count) == [1, 1, 1])
  }
}
