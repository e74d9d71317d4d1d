import Foundation
import Inquiries
import Tagging
import Testing

/// Bodies with commas and “and” in their names, whole and apart from each other.
@Suite struct BodyNameTests {
  @Test(
    arguments: [
      (
        "The Department of Health and Social Care should sign by 1 April 2027 and the Ministry of Housing, Communities and Local Government should pay.",
        ["sign by 1 April 2027", "pay"],
        [
          ["Department of Health and Social Care"],
          ["Ministry of Housing, Communities and Local Government"],
        ]
      ),
      (
        "The Department should publish its data, and the Secretary of State for Levelling Up, Housing and Communities should pay.",
        ["publish its data", "pay"],
        [["Department"], ["Secretary of State for Levelling Up, Housing and Communities"]]
      ),
      (
        "The Secretary of State for Health and Social Care should act.", ["act"],
        [["Secretary of State for Health and Social Care"]]
      ),
      (
        "The Health and Social Care Committee should act.", ["act"],
        [["Health and Social Care Committee"]]
      ),
      (
        "The Environment, Food and Rural Affairs Committee should act.", ["act"],
        [["Environment, Food and Rural Affairs Committee"]]
      ),
      (
        "The Medicines and Healthcare products Regulatory Agency should act.", ["act"],
        [["Medicines and Healthcare products Regulatory Agency"]]
      ),
      (
        "The Competition and Markets Authority and Ofcom should act.", ["act"],
        [["Competition and Markets Authority", "Ofcom"]]
      ),
      (
        "The Department of Health and Social Care and NHS England should act.", ["act"],
        [["Department of Health and Social Care", "NHS England"]]
      ),
      (
        "The Department for Education and Ofsted should act.", ["act"],
        [["Department for Education", "Ofsted"]]
      ),
      (
        "The Department for Education, Ofsted and NHS England should act.", ["act"],
        [["Department for Education", "Ofsted", "NHS England"]]
      ),
      (
        "The Department for Digital, Culture, Media and Sport and Ofcom should act.", ["act"],
        [["Department for Digital, Culture, Media and Sport", "Ofcom"]]
      ),
      (
        "The Ministry of Justice and HM Courts and Tribunals Service should act.", ["act"],
        [["Ministry of Justice", "HM Courts and Tribunals Service"]]
      ),
      (
        "The Department for Transport and Transport for London should act.", ["act"],
        [["Department for Transport"]]
      ),
      (
        "HM Treasury, working with councils, should publish its data.", ["publish its data"],
        [["HM Treasury"]]
      ),
      (
        "The Department should say whether the Department of Health and Social Services should pay.",
        ["say whether the Department of Health and Social"], [["Department"]]
      ),
      (
        "The Welsh Government and the Government Office for Science should act.", ["act"],
        [["Welsh Government", "Government Office for Science"]]
      ),
      ("Local Government should act.", ["act"], [[]]),
      (
        "We recommend that the Government legislates to ban fees.", ["legislates to ban fees"],
        [["The Government"]]
      ),
      (
        "We recommend that the Government ensures that councils publish their fees.",
        ["ensures that councils publish their fees"], [["The Government"]]
      ),
      (
        "We recommend that the reforms to the fund be reviewed.",
        ["the reforms to the fund be reviewed"], [[]]
      ),
    ] as [(String, [String], [[String]])])
  func `a name is whole, and two names are two`(words: String, acts: [String], bodies: [[String]]) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == acts)
    #expect(limbs.map { $0.addressees.map(\.name) } == bodies)
  }

  @Test(arguments: [
    (
      "Help is late. The Ministry of Housing, Communities and Local Government should pay.",
      ["Ministry of Housing, Communities and Local Government"]
    ),
    (
      "I think the Department of Health and Social Care must act.",
      ["Department of Health and Social Care"]
    ),
    ("We recommend that the Government legislates to ban fees.", ["The Government"]),
    ("We recommend that the regulator legislates to ban fees.", ["regulator"]),
  ])
  func `who is asked in evidence is named whole`(text: String, actors: [String]) throws {
    let file = URL(filePath: #filePath).appending(
      path: "../../../Sources/Conduct/Suggesting/ask-phrases.json"
    ).standardizedFileURL
    let finder = AskFinder(try AskPhrases(json: Data(contentsOf: file)))
    #expect(finder.asks(in: text).map(\.actors) == [actors])
  }
}
