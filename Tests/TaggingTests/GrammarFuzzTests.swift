import Inquiries
import Tagging
import Testing

/// Whatever words stand in whatever order, reading them neither fails nor ends the program.
@Suite struct GrammarFuzzTests {
  /// The same numbers on every machine.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let words = """
    the a The We I they it that which who them him her those each Council Government Department \
    Ministry Secretary State for of on and or nor neither Neither but with by to in as if whether \
    should must ought shall not never no only later recommend recommends urge call calls ask \
    wrong fund publish publishes review give support oppose agree think reported said told \
    Health Care, Ofsted, NHS England local all Nobody nobody people consultation April 2027 \
    months within , ; : . ? ! (a) (b) 1. 2. i. – — “ ” " ' ’s \\n \\n\\n £5 per cent £ and, or, \
    that, should, Government, don't cannot won't Yes No No. Yes,
    """.split(separator: " ").map { $0.replacing("\\n", with: "\n") }

  @Test(arguments: 1...40)
  func `words in any order are read`(seed: UInt64) throws {
    var dice = Seeded(state: seed)
    let finder = AskFinder(try AskFinderTests.phrases.get())
    for _ in 0..<250 {
      let count = Int.random(in: 0...24, using: &dice)
      let text = (0..<count).map { _ in
        GrammarFuzzTests.words.randomElement(using: &dice) ?? ""
      }.joined(separator: Bool.random(using: &dice) ? " " : "  ")
      for limb in LimbProposer.propose(text) { #expect(!limb.words.isEmpty) }
      for ask in finder.asks(in: text) { #expect(!ask.words.isEmpty) }
      var index = EvidenceIndex()
      index.put(
        Identifier(1),
        [false, true].enumerated().map { place, isEvidence in
          EvidencePassage(
            passage: Identifier(Int64(place + 1)), version: Identifier(Int64(place + 1)), block: 1,
            kind: .transcript, group: nil, isEvidence: isEvidence, isConfidential: false,
            text: text, vectors: nil)
        })
      if let query = try? EvidenceQuery(text) { _ = index.suggestions(for: query, limit: 2) }
    }
  }
}
