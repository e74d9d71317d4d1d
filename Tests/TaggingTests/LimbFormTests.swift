import Tagging
import Testing

/// Forms of asking beside “the Council should” and “we recommend that”.
@Suite struct LimbFormTests {
  @Test(
    arguments: [
      (
        "We recommend the Ministry of Justice publish its data.", ["publish its data"],
        [["Ministry of Justice"]]
      ),
      (
        "We recommend the Government publishes its data.", ["publishes its data"],
        [["The Government"]]
      ),
      ("We recommend councils publish their fees.", ["publish their fees"], [["councils"]]),
      (
        "The Committee recommends the Department publish its data.", ["publish its data"],
        [["Department"]]
      ),
      (
        "We recommend the Department’s review be published.",
        ["We recommend the Department’s review be published"], [[]]
      ),
      (
        "We recommend the local authorities’ report the Board drew up be published.",
        ["We recommend the local authorities report the Board"], [[]]
      ),
      (
        "We recommend the publication of the data.", ["We recommend the publication of the data"],
        [[]]
      ),
    ] as [(String, [String], [[String]])])
  func `a body behind “recommend” is asked without “that”`(
    words: String, acts: [String], bodies: [[String]]
  ) {
    expect(words, acts, bodies)
  }

  @Test(
    arguments: [
      (
        "We recommend that the Government, in consultation with HM Prison and Probation Service and the Youth Justice Board, bring forward a Bill.",
        ["bring forward a Bill"], [["The Government"]]
      ),
      (
        "We recommend that councils count refusals, in each of their wards, and publish them.",
        ["councils count refusals", "publish them"], [[], []]
      ),
    ] as [(String, [String], [[String]])])
  func `words between commas keep nobody's verb away`(
    words: String, acts: [String], bodies: [[String]]
  ) {
    expect(words, acts, bodies)
  }

  @Test(
    arguments: [
      (
        "We urge NHS England to agree a definition, which should be published by 1 May 2027.",
        ["agree a definition"], [["NHS England"]]
      ),
      (
        "We call on the Treasury to fund, and the Ministry of Justice to deliver, the programme.",
        ["fund", "deliver"], [["Treasury"], ["Ministry of Justice"]]
      ),
      (
        "We call on the Treasury to fund the service and the Ministry of Justice to deliver it.",
        ["fund the service", "deliver it"], [["Treasury"], ["Ministry of Justice"]]
      ),
      (
        "We call on the Treasury to talk to the Council and the Board to find a way.",
        ["talk to the Council and the Board"], [["Treasury"]]
      ),
      (
        "The Society calls on the Government to agree a plan.", ["agree a plan"],
        [["The Government"]]
      ),
    ] as [(String, [String], [[String]])])
  func `whoever is called on is asked, each for its own part`(
    words: String, acts: [String], bodies: [[String]]
  ) {
    expect(words, acts, bodies)
  }

  @Test func `the day by which a thing should be published is the day of its ask`() {
    let limbs = LimbProposer.propose(
      "We urge NHS England to agree a definition, which should be published by 1 May 2027.")
    #expect(limbs.map(\.deadline?.words) == ["by 1 May 2027"])
  }

  @Test(arguments: [
    ("The Council should pay £5 million.", "pay £5 million"),
    ("The Council should raise it to (£12).", "raise it to £12"),
    ("The Council should charge 5%, at most.", "charge 5%"),
    ("The Council should pay (£) “more”.", "pay more"),
  ])
  func `a sum keeps its sign`(words: String, act: String) {
    #expect(LimbProposer.propose(words).map(\.act) == [act])
  }

  private func expect(_ words: String, _ acts: [String], _ bodies: [[String]]) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == acts)
    #expect(limbs.map { $0.addressees.map(\.name) } == bodies)
  }
}
