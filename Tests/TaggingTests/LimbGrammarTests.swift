import Tagging
import Testing

/// Sentences as committees write them: what each asks, and whom.
@Suite struct LimbGrammarTests {
  @Test(
    arguments: [
      (
        "The Government should not abolish X, and does not abolish Y.",
        ["not abolish X", "not abolish Y"], [["The Government"], ["The Government"]]
      ),
      (
        "We recommend that the Council does not abolish the scheme.", ["not abolish the scheme"],
        [["Council"]]
      ),
      (
        "We recommend that the Council not abolish the scheme.", ["not abolish the scheme"],
        [["Council"]]
      ),
      (
        "We recommend that the Department no longer charge a fee.", ["no longer charge a fee"],
        [["Department"]]
      ),
      (
        "We recommend that the Department does not close the fund but extends the deadline.",
        ["not close the fund", "extends the deadline"], [["Department"], ["Department"]]
      ),
      (
        "The Council should not close the register or remove names.",
        ["not close the register or remove names"], [["Council"]]
      ),
      (
        "The Government should neither abolish the fund nor cut its budget.",
        ["neither abolish the fund nor cut its budget"], [["The Government"]]
      ),
      (
        "Neither the Council nor Ofcom should close the register.", ["not close the register"],
        [["Council", "Ofcom"]]
      ),
      (
        "We recommend that neither the Council nor Ofcom close the register.",
        ["not close the register"], [["Council", "Ofcom"]]
      ),
      (
        "In our view neither the Council nor Ofcom should close the register.",
        ["not close the register"], [["Council", "Ofcom"]]
      ),
      (
        "In our view no council should close the register.", ["not close the register"],
        [["council"]]
      ),
      ("Nor should Ofcom close the register.", ["Nor should Ofcom close the register"], [[]]),
      (
        "Under no circumstances should the Council close it.",
        ["Under no circumstances should the Council close it"], [[]]
      ),
      ("We urge the Council not to close the register.", ["not close the register"], [["Council"]]),
      (
        "The Council should not: (a) close the register; (b) remove names.",
        ["not close the register"], [["Council"]]
      ),
      (
        "No council should: (a) close the register; (b) remove names.", ["not close the register"],
        [["council"]]
      ),
      (
        "The Home Office should not proceed with the fee increase and should instead consult on a fairer scale.",
        ["not proceed with the fee increase", "instead consult on a fairer scale"],
        [["Home Office"], ["Home Office"]]
      ),
      (
        "Ministers should not wait for the review, but should publish the evidence now.",
        ["not wait for the review", "publish the evidence now"], [["Ministers"], ["Ministers"]]
      ),
      (
        "The Department should clear the backlog and must not lower the standard.",
        ["clear the backlog", "not lower the standard"], [["Department"], ["Department"]]
      ),
      (
        "The Council should not only publish its data, but explain it.",
        ["not only publish its data", "explain it"], [["Council"], ["Council"]]
      ),
    ] as [(String, [String], [[String]])])
  func `what is denied is never asked`(words: String, acts: [String], bodies: [[String]]) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == acts)
    #expect(limbs.map { $0.addressees.map(\.name) } == bodies)
  }

  @Test(
    arguments: [
      (
        "The Department should publish guidance, introduce a duty, and streamline the appeals.",
        ["publish guidance", "introduce a duty", "streamline the appeals"],
        [["Department"], ["Department"], ["Department"]]
      ),
      (
        "The Department should halve its fees, introduce a duty, and streamline the appeals.",
        ["halve its fees", "introduce a duty", "streamline the appeals"],
        [["Department"], ["Department"], ["Department"]]
      ),
      (
        "The Department should halve its fees and streamline the appeals.",
        ["halve its fees", "streamline the appeals"], [["Department"], ["Department"]]
      ),
      (
        "We recommend that the Government introduces a duty, streamlines the appeals and publishes guidance.",
        ["introduces a duty", "streamlines the appeals", "publishes guidance"],
        [["The Government"], ["The Government"], ["The Government"]]
      ),
      (
        "We therefore recommend that the Secretary of State amend the Order, revoke the exemption and compensate those who lost out.",
        ["amend the Order", "revoke the exemption", "compensate those who lost out"],
        [["Secretary of State"], ["Secretary of State"], ["Secretary of State"]]
      ),
      (
        "The Treasury and the Department for Transport should jointly agree a settlement, ring-fence the maintenance budget, and end the practice of annual bidding.",
        [
          "agree a settlement", "ring-fence the maintenance budget",
          "end the practice of annual bidding",
        ],
        [
          ["Treasury", "Department for Transport"], ["Treasury", "Department for Transport"],
          ["Treasury", "Department for Transport"],
        ]
      ),
      (
        "The Council should run those that pay and close those that do not.",
        ["run those that pay", "close those that do not"], [["Council"], ["Council"]]
      ),
      (
        "If the Department cannot agree terms by July 2026, Ofgem should step aside and waive the charge.",
        ["step aside", "waive the charge"], [["Ofgem"], ["Ofgem"]]
      ),
      (
        "The Department should publish its data and the method the Department used.",
        ["publish its data and the method the Department"], [["Department"]]
      ),
      (
        "The Department should publish its data and evidence the Department used.",
        ["publish its data and evidence the Department used"], [["Department"]]
      ),
      (
        "The Department should report on cost and quality each year.",
        ["report on cost and quality each year"], [["Department"]]
      ),
      (
        "The Commission should give each parent and child a named worker.",
        ["give each parent and child a named worker"], [["Commission"]]
      ),
      (
        "The Council should appoint a commissioner and give him or her the necessary powers.",
        ["appoint a commissioner", "give him or her the necessary powers"],
        [["Council"], ["Council"]]
      ),
      (
        "The Council should appoint a commissioner and give staff or parents the powers.",
        ["appoint a commissioner and give staff or parents"], [["Council"]]
      ),
      (
        "The Department should publish guidance, a duty, and the appeals.", ["publish guidance"],
        [["Department"]]
      ),
      (
        "The Department should ensure that providers publish their fees and keep the records they need.",
        ["ensure that providers publish their fees and keep"], [["Department"]]
      ),
    ] as [(String, [String], [[String]])])
  func `a row of verbs goes on with one that is on no list`(
    words: String, acts: [String], bodies: [[String]]
  ) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == acts)
    #expect(limbs.map { $0.addressees.map(\.name) } == bodies)
  }

  @Test(
    arguments: [
      (
        "We recommend that the Council: (a) streamline its appeals; (b) halve fees; and (c) treble the staff.",
        ["streamline its appeals", "halve fees", "treble the staff"],
        [["Council"], ["Council"], ["Council"]]
      ),
      (
        "We recommend that the Council (a) halve fares; (b) double routes; and (c) treble the staff.",
        ["halve fares", "double routes", "treble the staff"],
        [["Council"], ["Council"], ["Council"]]
      ),
      (
        "The Department should:\n1. Streamline the appeals.\n2. Halve fees.",
        ["Streamline the appeals", "Halve fees"], [["Department"], ["Department"]]
      ),
      (
        "The Department should: i. streamline the appeals; ii. halve fees; and iii. treble staff.",
        ["streamline the appeals", "halve fees", "treble staff"],
        [["Department"], ["Department"], ["Department"]]
      ),
      (
        "The Council should take two steps: (a) streamline its appeals; (b) halve fees.",
        ["streamline its appeals", "halve fees"], [["Council"], ["Council"]]
      ),
      (
        "We call on NHS England to: (i) overhaul the pathway; (ii) halve waiting times; and (iii) reopen the units that were closed.",
        ["overhaul the pathway", "halve waiting times", "reopen the units"],
        [["NHS England"], ["NHS England"], ["NHS England"]]
      ),
      (
        "1. The Department should publish data.\n2. Ofsted must inspect.",
        ["publish data", "inspect"], [["Department"], ["Ofsted"]]
      ),
    ] as [(String, [String], [[String]])])
  func `items ask whom the words before the list name`(
    words: String, acts: [String], bodies: [[String]]
  ) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == acts)
    #expect(limbs.map { $0.addressees.map(\.name) } == bodies)
  }

  @Test(
    arguments: [
      ("Without doubt the Council should act.", ["act"], [["Council"]]),
      ("In our view Ofcom should act.", ["act"], [["Ofcom"]]),
      ("In our view councils should act.", ["act"], [["councils"]]),
      ("As the inspectorate said, the Department should act.", ["act"], [["Department"]]),
      (
        "As was said, the Department, the Council and Ofsted should act.", ["act"],
        [["Department", "Council", "Ofsted"]]
      ),
      (
        "The Committee recommends that the Department publish its data.", ["publish its data"],
        [["Department"]]
      ),
      ("We believe Ofcom should act.", ["act"], [["Ofcom"]]),
      ("In May the Department should act.", ["act"], [["Department"]]),
      ("Second, Ofcom should act.", ["act"], [["Ofcom"]]),
      ("Clearly the Council should act.", ["act"], [["Council"]]),
      ("The Family Justice Board should act.", ["act"], [["Family Justice Board"]]),
      ("In NHS England trusts should act.", ["act"], [[]]),
      ("The Council has failed and Ofcom should act.", ["act"], [["Ofcom"]]),
      ("The Council or Ofcom should act.", ["act"], [[]]),
      (
        "The Department should act, and schools should follow it.", ["act", "follow it"],
        [["Department"], []]
      ),
    ] as [(String, [String], [[String]])])
  func `words before who is asked are no part of the name`(
    words: String, acts: [String], bodies: [[String]]
  ) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == acts)
    #expect(limbs.map { $0.addressees.map(\.name) } == bodies)
  }
}
