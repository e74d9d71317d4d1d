import Foundation
import Inquiries
import Tagging
import Testing

@Suite struct AskFinderTests {
  static let phrases = Result {
    let file = URL(filePath: #filePath).appending(
      path: "../../../Sources/Conduct/Suggesting/ask-phrases.json"
    ).standardizedFileURL
    return try AskPhrases(json: Data(contentsOf: file))
  }

  private func asks(_ text: String) throws -> [EvidenceAsk.Sentence] {
    AskFinder(try AskFinderTests.phrases.get()).asks(in: text)
  }

  @Test(arguments: [
    ("The Department should publish its costs.", ["Department"]),
    ("I think that the regulator must look at it.", ["regulator"]),
    ("Help came late. Councils and Ofsted ought to say why.", ["Councils", "Ofsted"]),
    (
      "We would like to see the Department for Education to take the lead.",
      ["Department for Education"]
    ),
    ("We urge the Government to act.", ["The Government"]),
    ("Schools need to be told.", []), ("We recommend more training.", []),
    ("I would ask for rules that allow a worker to think.", []),
    ("There should be one number to ring.", []),
    ("A model contract of ten pages should be written.", []),
    ("Councils should be required to rest.", ["Councils"]),
    ("Drivers should be required to rest.", []), ("The count should go on.", []),
    ("Fares rose because a county of commuters should pay.", []),
    ("Royal Mail should reply.", ["Royal Mail"]), ("Parliament should vote.", ["Parliament"]),
    ("Help is late, and the National Trust must act.", ["National Trust"]),
    ("We would ask that the Ministry of Justice publish its data.", ["Ministry of Justice"]),
    ("We would ask that the Ministry of Justice publish a plan to act.", ["Ministry of Justice"]),
    ("The Society calls on the Government to agree.", ["The Government"]),
    ("The wage ought at least to be linked.", []),
    ("The Department ought also to say why.", ["Department"]),
    ("My one plea is for time.", []), ("What we need is 900 instructors.", []),
    ("Not only should the Department publish, it must say why.", []),
    ("There is no reason why the council should not pay.", ["council"]),
    ("The Disclosure and Barring Service should publish.", ["Disclosure and Barring Service"]),
  ])
  func `a sentence that asks is found with whom it asks`(text: String, actors: [String]) throws {
    let found = try asks(text)
    #expect(found.count == 1)
    #expect(found.first?.actors.map { $0.replacing("the ", with: "") } == actors, "\(found)")
    #expect(found.first.map { text.hasSuffix($0.words) } == true)
    let phrases = try AskFinderTests.phrases.get()
    #expect(phrases.mayStand(in: text) && phrases.mayStand(in: "“\(text.uppercased())”"))
  }

  @Test(arguments: [
    ("We, recommend", true), ("– we\nrecommend", true), ("“should”", true), ("MUST", true),
    ("The shoulder, the mustard, the weed: recommended", false), ("we recommended", false),
    ("we", false), ("", false),
  ])
  func `a quick look lets through what may ask`(text: String, mayAsk: Bool) throws {
    #expect(try AskFinderTests.phrases.get().mayStand(in: text) == mayAsk)
  }

  @Test(arguments: [
    "Help came late.", "Should the Department publish?", "I must say that I was tired.",
    "They should have told us.", "I should like to say so.", "They go from in need to nothing.",
    "I ask whether we did all we could.", "The shoulder was broken, and the mustard was cold.",
  ])
  func `what asks nobody for anything is none`(text: String) throws {
    #expect(try asks(text) == [])
  }

  @Test(arguments: [
    "It no longer should be so.", "We no longer think the Department should publish.",
    "No longer do we believe that councils must pay.",
    "We do not think that the Department should publish.",
    "I don’t think councils should pay.", "I don't believe that councils and schools should pay.",
    "We do not think that, as things stand, the Department should pay.",
    "We do not think that it should be closed and must be sold.",
    "We never said that schools should close.", "Nor do I say that they must.",
    "We are not asking that schools should close.", "Nobody here is saying that they should.",
    "No one suggests that the regulator ought to step in.",
    "It is not our view that the Department should pay.", "I am not sure whether they should.",
    "The Department does not need to publish it.", "Councils don’t really need to know.",
    "We would not go so far as to say that Ministers should resign.",
    "We withdraw our earlier request that the Department should pay.",
    "I doubt that councils should pay.", "We have stopped asking that schools should close.",
    "We reject the idea that the Department should pay.",
    "Far from recommending that councils should pay, we say nothing of it.",
    "There is no reason why the council should pay.",
    "It would be wrong to say that the Government should do nothing.",
    "Nobody would need to call it social work.",
    "Nor do we want the Department to pay.", "The Government did not say what it must do.",
  ])
  func `an ask that is denied is none`(text: String) throws {
    #expect(try asks(text) == [])
  }

  @Test(arguments: [
    ("The Department should no longer publish them.", ["Department"]),
    ("Schools must not be told.", []),
    ("Councils should never have to ask.", ["Councils"]),
    ("Nobody should be turned away.", []),
    ("Ministers should no longer think that councils must pay.", ["Ministers"]),
    ("It would not be wrong to say that the Department should pay.", ["Department"]),
    ("The delay was wrong, and the Department should pay.", ["Department"]),
    ("We do not think it is enough, and the Department should act.", ["Department"]),
    ("We do not think that it is enough and the Department should act.", ["Department"]),
    ("We do not think that councils should pay, but the Department should.", ["Department"]),
    ("Families do not feel safe and the Department must act.", ["Department"]),
    ("Not only do we think that the regulator should act.", ["regulator"]),
    ("It matters, not least because we believe that the regulator should act.", ["regulator"]),
    ("I cannot say often enough that the regulator should act.", ["regulator"]),
    ("I do not think anybody doubts that the regulator should act.", ["regulator"]),
    ("I have no doubt that the regulator should act.", ["regulator"]),
    ("We do not doubt that the regulator should act.", ["regulator"]),
    ("The Department rejected the idea that it should act.", []),
    ("It is not for us to say, but the regulator should act.", ["regulator"]),
    ("We do not think that the regulator should not act.", ["regulator"]),
  ])
  func `a denial of something else leaves the ask`(text: String, actors: [String]) throws {
    let found = try asks(text)
    #expect(found.count == 1)
    #expect(found.first?.actors.map { $0.replacing("the ", with: "") } == actors, "\(found)")
  }

  @Test(arguments: [
    "Nobody says that a plan must not be made.", "No one thinks that councils should not pay.",
    "Two years ago I agreed that a family with a child like mine should go first to its doctor.",
    "We were told that we should wait.", "Parents were always told they should wait.",
    "They said that we should wait.", "He insisted that my son should go.",
    "They told us at the time that we must go.",
    "It was thought that the council should pay.", "We had agreed that he should go.",
    "They should not be laid at our door.",
    "Our debts should not be held against us.",
    "In 2021 the Justice Committee recommended that the Ministry should publish its data.",
    "The question is whether ministers should listen.",
    "It is unclear whether councils and schools should pay.",
    "If the Treasury were to fund it, it should be in the Budget.",
  ])
  func `what nobody says, or was said once, asks nothing`(text: String) throws {
    #expect(try asks(text) == [])
  }

  @Test(arguments: [
    ("I agree that the Council should pay.", ["Council"]),
    ("We said in 2019, and say again, that the Council should pay.", ["Council"]),
    ("We said that the Council should pay.", ["Council"]),
    ("They said that councils should pay.", ["councils"]),
    ("They told us that the Council should pay.", ["Council"]),
    ("They asked that the Council should pay.", ["Council"]),
    ("It was suggested that the Council should pay.", ["Council"]),
    ("We have agreed that the Council should pay.", ["Council"]),
    ("Our members said that the Council should pay.", ["Council"]),
    ("They said that we should wait, but the Council should act.", ["Council"]),
    ("We were told that it was late and the Council should act.", ["Council"]),
    ("They said then and say now that the Council should pay.", ["Council"]),
    ("In 2021 the Committee recommended that the Council should pay, and we agree.", ["Council"]),
    ("As the Committee recommended in 2021, the Council should pay.", ["Council"]),
    ("The Committee recommended that the Council should pay.", ["Council"]),
    ("Whether or not it is late, the Council should pay.", ["Council"]),
    ("If the Department were to close it, the Council should pay.", ["Council"]),
    ("If it is late, it should be paid.", []),
    ("A school should not be built at our door.", []),
    ("Children should not be held in cells.", []),
  ])
  func `what is said now is asked, whatever was said before`(
    text: String, actors: [String]
  ) throws {
    let found = try asks(text)
    #expect(found.count == 1)
    #expect(found.first?.actors == actors, "\(found)")
  }

  @Test(arguments: [
    "{}", "", #"{"version":1,"asks":[],"not":[]}"#,
    #"{"version":1,"asks":[{"words":["a(b"],"actor":"before"}],"not":[]}"#,
  ])
  func `a file that cannot be used is told`(json: String) {
    let fault = #expect(throws: AskPhrases.Fault.self) { try AskPhrases(json: Data(json.utf8)) }
    #expect(fault?.description.hasPrefix("ask-phrases.json: ") == true)
  }
}
