import Inquiries
import Tagging
import Testing

@Suite struct ContrastTests {
  /// What somebody says, and the words of it that are marked beside a text.
  struct Said: Sendable {
    let text: String
    let answer: String
    let question: String?
    let cue: String?

    init(_ text: String, _ answer: String, to question: String? = nil, marks cue: String?) {
      self.text = text
      self.answer = answer
      self.question = question
      self.cue = cue
    }

    /// The question and the answer are one block; a clerk's plain copy of the text stands
    /// apart, so that every word of it is known.
    func mark() throws -> String? {
      func passage(_ id: Int64, _ block: Int64, _ words: String, isEvidence: Bool = true)
        -> EvidencePassage
      {
        EvidencePassage(
          passage: Identifier(id), version: Identifier(id), block: block, kind: .transcript,
          group: nil, isEvidence: isEvidence, isConfidential: false, text: words, vectors: nil)
      }
      var index = EvidenceIndex()
      index.put(
        Identifier(1),
        [
          question.map { passage(1, 1, $0, isEvidence: false) }, passage(2, 1, answer),
          passage(3, 2, text, isEvidence: false),
        ].compactMap { $0 })
      var query = try EvidenceQuery(text)
      // Where no word is shared it is put forward by a tag, and must not be marked.
      query.tagged = [Identifier(2): ["tag"]]
      let found = index.suggestions(for: query, limit: 5)
      let item = try #require(found.items.first { $0.passage == Identifier(2) })
      for case .contrast(let cue) in item.reasons { return cue }
      return nil
    }
  }

  private static let duty = "Companies must publish spills within one hour"
  private static let testing = "Bathing waters should be tested in winter"
  private static let noCharge = "Swimmers should not be charged"

  @Test(arguments: [
    Said(
      ContrastTests.duty, "We do not support a duty to publish spills within one hour.",
      marks: "do not support"),
    Said(
      ContrastTests.duty, "We would not support publishing every spill.", marks: "would not support"
    ),
    Said(ContrastTests.duty, "Publishing spills so fast would be too costly.", marks: "too costly"),
    Said(
      ContrastTests.duty, "I am not convinced that spills can be published so fast.",
      marks: "am not convinced"),
    Said(ContrastTests.duty, "We strongly oppose the duty to publish.", marks: "oppose"),
    Said(ContrastTests.duty, "There is no need to publish each spill.", marks: "is no need"),
    Said(ContrastTests.duty, "We do not oppose the publishing of spills.", marks: nil),
    Said(ContrastTests.duty, "We have no objection to publishing spills.", marks: nil),
    Said(ContrastTests.duty, "It would be wrong not to publish spills.", marks: nil),
    Said(ContrastTests.duty, "I cannot see why companies should not publish spills.", marks: nil),
    Said(ContrastTests.duty, "We support a duty to publish spills within the hour.", marks: nil),
    Said(ContrastTests.duty, "The duty is unnecessary on trains.", marks: nil),
    Said(
      ContrastTests.duty, "Spills should not wait; companies should publish them.",
      marks: "should not"),
    Said(ContrastTests.duty, "A net protects swimmers against spills.", marks: nil),
    Said(ContrastTests.duty, "Companies know what went wrong with their spills.", marks: nil),
    Said(ContrastTests.duty, "Not only companies want to see spills published.", marks: nil),
    Said(
      ContrastTests.duty, "Companies opposed publishing. I disagree with that.", marks: "opposed"),
    // Who is asked is asked much else.
    Said(ContrastTests.duty, "We strongly oppose the sale of companies.", marks: nil),
    Said(ContrastTests.testing, "Winter testing would be poor value.", marks: "poor value"),
    Said(ContrastTests.testing, "Testing in winter is a waste of money.", marks: "a waste"),
    Said(
      ContrastTests.testing, "We test in summer. I do not want testing in winter.",
      marks: "do not want"),
    Said(ContrastTests.testing, "We don’t favour winter tests.", marks: "don't favour"),
    Said(ContrastTests.testing, "We do not swim in winter.", marks: nil),
    Said(
      ContrastTests.testing, "I do not think that waters should be tested in winter.",
      marks: "do not think"),
    Said(
      "Companies must publish spills no later than an hour after",
      "We oppose a duty to publish spills.", marks: "oppose"),
    Said(
      "Companies must publish spills that should not have happened", "We oppose publishing spills.",
      marks: "oppose"),
  ])
  func `who speaks against a thing is marked, and who speaks for it is not`(said: Said) throws {
    #expect(try said.mark() == said.cue)
  }

  @Test(arguments: [
    Said(
      ContrastTests.testing, "No. Few people swim then.", to: "Should waters be tested in winter?",
      marks: "no"),
    Said(
      ContrastTests.testing, "No, I would leave it as it is.",
      to: "Should waters be tested in winter?", marks: "no"),
    Said(
      ContrastTests.testing, "No. It should be tested every week in winter.",
      to: "Is winter testing enough?", marks: nil),
    Said(
      ContrastTests.testing, "No. Few people swim then.", to: "Is testing in winter a waste?",
      marks: nil),
    Said(
      ContrastTests.testing, "No. Trains were late.", to: "Were the trains on time?", marks: nil),
    Said(
      ContrastTests.testing, "Yes. Waters should be tested in winter.", to: "Should they?",
      marks: nil),
    Said(
      ContrastTests.noCharge, "Yes, they use the river too.", to: "Should swimmers be charged?",
      marks: "yes"),
    Said(ContrastTests.noCharge, "No.", to: "Should swimmers be charged?", marks: nil),
  ])
  func `a leading yes or no takes the side of its question`(said: Said) throws {
    #expect(try said.mark() == said.cue)
  }

  @Test(arguments: [
    Said(ContrastTests.noCharge, "A charge on swimmers would be wrong.", marks: nil),
    Said(ContrastTests.noCharge, "I would not like a charge.", marks: nil),
    Said(ContrastTests.noCharge, "I do not agree that swimmers should be charged.", marks: nil),
    Said(ContrastTests.noCharge, "We support a charge on swimmers.", marks: "support"),
    Said(ContrastTests.noCharge, "Swimmers should be charged as anglers are.", marks: "should"),
    Said(
      ContrastTests.noCharge,
      "Swimmers should not be charged. Companies should be charged instead.", marks: nil),
    Said(
      "The Ministry of Justice should not let contracts for longer than three years",
      "The Ministry of Justice must publish hours.", marks: nil),
    Said(
      ContrastTests.noCharge, "I disagree that swimmers should not be charged.", marks: "disagree"),
    Said(
      ContrastTests.noCharge, "We support the view that swimmers should not be charged.", marks: nil
    ),
    Said(ContrastTests.noCharge, "Nobody wants swimmers to be charged.", marks: nil),
    Said(
      "There should be no charge on swimmers", "A charge for swimmers would be wrong.", marks: nil),
    Said("There should be no charge on swimmers", "We want a charge for swimmers.", marks: "want"),
    Said("No swimmer should be charged", "We favour charging swimmers.", marks: "favour"),
    Said(
      "Swimmers should not be charged, but companies should pay", "Companies should not pay.",
      marks: "should not"),
    Said(
      "Swimmers should not be charged, but companies should pay", "Swimmers should not be charged.",
      marks: nil),
  ])
  func `against a denial speaks who wants the thing, not who agrees`(said: Said) throws {
    #expect(try said.mark() == said.cue)
  }
}
