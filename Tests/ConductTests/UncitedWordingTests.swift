import Checks
import Conduct
import Inquiries
import TestSupport
import Testing

/// A figure that is held back is told in whatever words its answer is named.
@Suite(.database) struct UncitedWordingTests {
  /// 3 of 60 do not work; 17 are out of their cell for long and 3 did not know. No table
  /// shows these numbers.
  private static func prisoners() async throws -> World {
    let answers = zip(HeldBackTests.codes([57, 3]), HeldBackTests.codes([40, 17, 3]))
      .map { work, hours in "\(work),\(hours)" }
    let codebook = """
      question,wording,kind,column,value,code,label
      Q1,Do you work in prison?,single,q1,1,yes,Yes
      ,,,,2,no,No
      Q2,How many hours are you out of your cell?,single,q2,1,few,Up to 5 hours
      ,,,,2,more,More than 5 hours
      ,,,,3,unsure,Don't know

      """
    return try await HeldBackTests.world(of: answers, codebook)
  }

  /// 17 and 3 are held back of either question: who was not asked, and who cannot
  /// remember; who left for the cost, and who for the family.
  private static func movers() async throws -> World {
    let answers = HeldBackTests.codes([40, 17, 3]).map { "\($0),\($0)" }
    let codebook = """
      question,wording,kind,column,value,code,label
      Q1,Were you asked before you were moved?,single,q1,1,yes,Yes
      ,,,,2,no,No
      ,,,,3,lost,Cannot remember
      Q2,Why did you leave the last school?,single,q2,1,age,Too old
      ,,,,2,cost,The journey became expensive
      ,,,,3,family,Not happy with teachers

      """
    return try await HeldBackTests.world(of: answers, codebook)
  }

  /// 3 of the 7 who do not drive lost it, too few to be shown.
  private static func drivers() async throws -> World {
    let told = ["1,1", "2,1", "1,2", "2,2"]
    let answers = HeldBackTests.codes([30, 25, 3, 4]).map { told[$0 - 1] }
    let codebook = """
      question,wording,kind,column,value,code,label
      Q1,Did you lose your transport?,single,q1,1,yes,Yes
      ,,,,2,no,No
      Q2,Do you drive?,single,q2,1,yes,Yes
      ,,,,2,no,No

      """
    return try await HeldBackTests.world(of: answers, codebook, by: ["Q2"])
  }

  @Test(arguments: [
    ("Of respondents, 17 were out of their cell for more than five hours.", "S1-Q2, answer more"),
    ("Of respondents, three did not know.", "S1-Q2, answer unsure"),
    ("Of respondents, 3 couldn’t know.", "S1-Q2, answer unsure"),
    ("Of the 60 respondents to our survey 3 do not work in prison.", "S1-Q1, answer no"),
    ("There were 3 who never work in the prison.", "S1-Q1, answer no"),
    (
      "Our survey asked of work in prison.\n\n| Answer | Number |\n|---|---|\n| Do not work | 3 |",
      "S1-Q1, answer no"
    ),
  ])
  func `an answer is told whichever way its numbers and denials are written`(
    words: String, answer: String
  ) async throws {
    let remarks = try await HeldBackTests.tells(words, in: UncitedWordingTests.prisoners)
    #expect(remarks.map(\.place.locator) == [answer])
  }

  @Test(arguments: [
    ("Three could not remember whether they were asked before they were moved.", "lost"),
    ("We heard that 17 weren't asked before they moved.", "no"),
    ("Asked why they had to leave the last school, 17 said that journeys were expensive.", "cost"),
    ("Asked why they had to leave the last school, 3 were not happy with a teacher.", "family"),
  ])
  func `most words of an answer tell it beside most words of its question`(
    words: String, answer: String
  ) async throws {
    let remarks = try await HeldBackTests.tells(words, in: UncitedWordingTests.movers)
    let question = ["lost", "no"].contains(answer) ? "Q1" : "Q2"
    #expect(remarks.map(\.place.locator) == ["S1-\(question), answer \(answer)"])
  }

  @Test(arguments: [
    "Of those who work in the prison shop 3 are paid.",
    "We do not know of 3 prisons.", "We were not told how 17 governors spend the day.",
    "Of respondents, 17 were out of their cell for more than 2 hours.",
    "Of respondents, 3 were out of their cell for more than five hours.",
    "The survey did not ask 3 governors of their hours.",
  ])
  func `a denial and a number that are of something else stand`(words: String) async throws {
    #expect(try await HeldBackTests.tells(words, in: UncitedWordingTests.prisoners).isEmpty)
  }

  @Test(arguments: [
    "Asked why they had to leave the last school, 17 said that journeys were long.",
    "Asked why they had to leave the last school, 3 were happy with a teacher.",
    "We heard 17 parents for whom the journey became too much.",
    "Few could remember that 3 ministers had asked.",
  ])
  func `few words of an answer, or of its question, tell nothing`(words: String) async throws {
    #expect(try await HeldBackTests.tells(words, in: UncitedWordingTests.movers).isEmpty)
  }
  /// 5 of the 7 islanders said yes.
  @Test(arguments: [
    "In the survey 5 respondents on the islands answered yes.",
    "In our survey 71 per cent on the islands said yes.",
    "In our survey 5 of the 7 on the islands (71%) lost it.",
    "Asked on the islands whether they did lose their transport, five said yes.",
    "Our survey asked who lost it.\n\n| Area | Yes |\n|---|---|\n| Islands | 5 |",
  ])
  func `a figure of a group is told where the group is named`(words: String) async throws {
    let remarks = try await HeldBackTests.tells(words, in: HeldBackTests.islanders)
    #expect(remarks.map(\.place.locator) == ["S1-Q1, answer yes"])
  }

  @Test(arguments: [
    "In our survey 5 respondents on the mainland said yes.",
    "In our survey 6 respondents on the islands said yes.",
    "We met 5 people on the islands who said yes.",
    "In our survey 71 respondents on the islands wrote more.",
    "They rode 5 ferries to the islands, and 71 per cent were late.",
  ])
  func `a number of a group that is not named, or of no answer, stands`(
    words: String
  ) async throws {
    #expect(try await HeldBackTests.tells(words, in: HeldBackTests.islanders).isEmpty)
  }

  @Test(arguments: [
    ("In our survey 3 of the 7 who do not drive (43%) lost it.", ["S1-Q1, answer yes"]),
    ("Of those surveyed 3 said yes, and the others no.", []),
  ])
  func `those who said no are a group where their question is named`(
    words: String, answers: [String]
  ) async throws {
    let remarks = try await HeldBackTests.tells(words, in: UncitedWordingTests.drivers)
    #expect(remarks.map(\.place.locator) == answers)
  }
}
