import Foundation
import Inquiries
import Tagging
import Testing

/// A compound recommendation taken apart by grammar.
@Suite struct LimbProposerTests {
  /// The recommendations of the worked example, in the order of their numbers.
  private func example() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/InquiryTool/ExampleInquiry/report.md")
    let text = try String(contentsOf: folder, encoding: .utf8)
    return text.matches(of: /(?s)::: \{\.recommendation [^}]*\}\n(.*?)\n:::/).map {
      PlainWords.of(String($0.output.1))
    }
  }

  @Test func `the example's recommendations come apart as a reader takes them apart`() throws {
    // Of the second, the sentence that gives others a part is proposed as an ask.
    let counts = try example().map { LimbProposer.propose($0).count }
    #expect(counts == [1, 2, 1, 2, 3, 2, 1, 1, 1, 3, 1, 1])
  }

  @Test func `a deadline governs the limb it stands in, or all behind it`() throws {
    let limbs = try example().map(LimbProposer.propose)
    #expect(limbs[0].map(\.deadline?.words) == ["urgently"])
    #expect(limbs[4].map(\.deadline?.words) == ["urgently", nil, nil])
    #expect(limbs[4][0].deadline?.kind == .vague)
    #expect(limbs[2].map(\.deadline?.words) == ["within 12 months of their implementation"])
    #expect(limbs[2][0].deadline?.after == Period(months: 12))
    #expect(limbs[6].map(\.deadline?.words) == ["In the Autumn Budget"])
    #expect(limbs[6][0].deadline?.kind == .event)
    let review = "At the Comprehensive Spending Review"
    #expect(limbs[9].map(\.deadline?.words) == [review, review, nil])
    #expect(limbs[10].map(\.deadline?.words) == ["forthcoming study"])
    #expect(limbs[7].map(\.deadline) == [nil])
  }

  @Test(
    arguments: [
      ("by 1 May 2026", "2026-05-01"), ("no later than 30 June 2026", "2026-06-30"),
      ("before 1 May 2026", "2026-04-30"), ("by the end of February 2028", "2028-02-29"),
      ("by the end of December 2026", "2026-12-31"), ("by the end of 2026", "2026-12-31"),
      ("before the end of March 2026", "2026-03-31"), ("before 2027", "2026-12-31"),
      ("before May 2026", "2026-04-30"), ("by the start of April 2027", "2027-04-01"),
      ("by the beginning of 2027", "2027-01-01"), ("by May 2026", nil), ("by 2026", nil),
      ("by autumn 2026", nil), ("by the end of summer 2026", nil), ("by 31 June 2026", nil),
    ] as [(String, String?)])
  func `a day is proposed where the words leave no doubt of it`(words: String, day: String?) {
    let proposed = LimbProposer.propose("The Department should publish its plan \(words).")
    #expect(proposed.map(\.deadline?.kind) == [.day])
    #expect(proposed[0].deadline?.on == day.flatMap { Day($0) })
    #expect(proposed[0].deadline?.words == words)
  }

  @Test func `the subject says whom a limb asks, and nobody where it is passive`() throws {
    let limbs = try example().map(LimbProposer.propose)
    #expect(
      limbs[4].map { $0.addressees.map(\.name) }
        == Array(repeating: ["Department for Education"], count: 3))
    #expect(limbs[4][0].addressees.map(\.kind) == [.department])
    #expect(
      limbs[6][0].addressees == [.init(name: "The Government", kind: .government, isLead: false)])
    #expect(limbs[8][0].addressees.isEmpty)
    #expect(limbs[10][0].addressees.map(\.kind) == [.parliamentaryCommittee])
    #expect(
      limbs[11][0].addressees.map(\.name) == ["Local Government Association", "Ofsted"])
    #expect(limbs[11][0].addressees.allSatisfy { !$0.isLead })
  }

  @Test(
    arguments: [
      ("The Department should publish the data.", 1),
      ("The regulator should review its rules and should publish them.", 2),
      ("The Government should amend the Act, publish a plan and ensure the money is there.", 3),
      ("Councils should publish a review and report.", 1),
      ("We call on the Treasury to fund the service and to report each year.", 2),
      ("The Department should tell families which services must be offered.", 1),
      ("The Department should act, and Ofsted must inspect what it does.", 2),
      ("The Department should: (a) collect data; (b) publish it; and (c) act on it.", 3),
      ("The board should work with those who inspect and report.", 1),
      ("This is welcome. The Minister must say so.", 1),
      ("We recommend that the Government publish the data and that Ofcom review its code.", 2),
      ("We recommend that the Government publish a plan, which should name who acts.", 1),
      ("The Department should (a) fund buses; (b) publish its data; and (c) report on it.", 3),
      ("Councils should restore the bus and the Treasury should pay within 12 weeks.", 2),
      ("Councils should say what the board and those who must answer to it do.", 1),
      ("A fairer way.", 1),
    ])
  func `grammar tells asks apart`(words: String, count: Int) {
    #expect(
      LimbProposer.propose(words).count == count, "\(LimbProposer.propose(words).map(\.words))")
  }

  @Test(
    arguments: [
      ("We recommend that the Government publish its data.", "publish its data", "The Government"),
      ("It is recommended that Ofsted review its code.", "review its code", "Ofsted"),
      (
        "We recommend that the Environment Agency, by 1 May 2027, publish its data.",
        "publish its data", "Environment Agency"
      ),
      (
        "We recommend that the Department for Education should lead this.", "lead this",
        "Department for Education"
      ),
      (
        "We recommend that authorities give operators the part of a child's plan.",
        "give operators the part of a child's plan", "authorities"
      ),
      ("Authorities must instead waive the charge.", "instead waive the charge", "Authorities"),
      (
        "The Disclosure and Barring Service should publish its times.", "publish its times",
        "Disclosure and Barring Service"
      ),
      ("Ofsted should, by 1 May 2026, require one bus a day.", "require one bus a day", "Ofsted"),
      ("Ofsted should within two months set out a timetable.", "set out a timetable", "Ofsted"),
      (
        "Ofsted should report to Parliament within six months of the Budget.",
        "report to Parliament", "Ofsted"
      ),
    ])
  func `an act is told by its verb, and asks whom the sentence asks`(
    words: String, act: String, body: String
  ) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == [act])
    #expect(limbs.first?.addressees.map(\.name) == [body])
  }

  @Test(arguments: [
    "We no longer think that a hardship fund should be kept.",
    "We do not recommend that the council should run every route every hour.",
    "We withdraw our earlier recommendation that the Department should publish a table.",
    "We no longer recommend that the Department publish a table.",
    "We do not call on the Treasury to fund the service.",
  ])
  func `what is taken back is no ask`(words: String) {
    #expect(LimbProposer.propose(words).isEmpty)
  }

  @Test func `what is asked behind a denial is asked of whom it speaks of`() {
    let limbs = LimbProposer.propose(
      "It is no longer our view that councils should run buses; they should license them.")
    #expect(limbs.map(\.words) == ["they should license them"])
    #expect(limbs.map(\.act) == ["license them"])
    #expect(limbs.map { $0.addressees.map(\.name) } == [["councils"]])
    let rather = LimbProposer.propose(
      "Rather than that the Department should run it, Ofsted should inspect it.")
    #expect(rather.map(\.words) == ["Ofsted should inspect it"])
    #expect(rather.map { $0.addressees.map(\.name) } == [["Ofsted"]])
  }

  @Test func `what should be done no longer is not asked to be done`() {
    let limbs = LimbProposer.propose(
      "The Department should no longer require parents to apply every year.")
    #expect(limbs.count == 1)
    #expect(limbs.first?.act.hasPrefix("no longer require parents") == true)
  }

  @Test(arguments: [
    ("No authority should refuse a child without a visit by the end of 2026.", "authority"),
    ("We recommend that no authority should refuse a child without a visit.", "authority"),
    ("None of the councils should refuse a child without a visit.", "councils"),
  ])
  func `what nobody should do is asked not to be done`(words: String, body: String) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == ["not refuse a child without a visit"])
    #expect(limbs.map { $0.addressees.map(\.name) } == [[body]])
    let later = LimbProposer.propose("No later than 30 June 2026 Ofsted should publish its data.")
    #expect(later.map(\.act) == ["publish its data"])
  }

  @Test func `a verb on no list is told by what stands about it, or the words stay whole`() {
    let limbs = LimbProposer.propose(
      "We recommend that every local authority count its refusals, and publish them each year.")
    #expect(limbs.map(\.act) == ["count its refusals", "publish them each year"])
    #expect(limbs.allSatisfy { $0.addressees.map(\.name) == ["local authority"] })
    let whole = LimbProposer.propose(
      "We recommend that every local authority count refusals, and publish them each year.")
    #expect(whole.map(\.act) == ["every local authority count refusals", "publish them each year"])
    #expect(whole.allSatisfy { $0.addressees.isEmpty })
  }

  @Test func `a semicolon parts two asks and their bodies`() {
    let limbs = LimbProposer.propose(
      "The Department should publish a plan and review it annually thereafter; councils should follow it."
    )
    #expect(limbs.map(\.act) == ["publish a plan", "review it annually thereafter", "follow it"])
    #expect(
      limbs.map { $0.addressees.map(\.name) } == [["Department"], ["Department"], ["councils"]])
  }

  @Test func `each item behind “we recommend” is an ask`() {
    let limbs = LimbProposer.propose(
      """
      We recommend:
      (a) that the Department publish a table;
      (b) a review of fares; and
      (c) councils should keep a list.
      """)
    #expect(
      limbs.map(\.words) == [
        "the Department publish a table", "a review of fares", "councils should keep a list",
      ])
    #expect(limbs.map(\.act) == ["publish a table", "a review of fares", "keep a list"])
    #expect(limbs.map { $0.addressees.map(\.name) } == [["Department"], [], ["councils"]])
    let one = LimbProposer.propose(
      "We recommend that the Department: (a) fund buses; (b) publish its data.")
    #expect(one.map(\.act) == ["fund buses", "publish its data"])
    #expect(one.allSatisfy { $0.addressees.map(\.name) == ["Department"] })
  }

  @Test func `“and that” joins two asks and is part of none`() {
    let limbs = LimbProposer.propose(
      "We recommend that the Government publish the data and that Ofcom review its code.")
    #expect(
      limbs.map(\.words) == [
        "We recommend that the Government publish the data", "Ofcom review its code",
      ])
    #expect(limbs.map { $0.addressees.map(\.name) } == [["The Government"], ["Ofcom"]])
  }

  @Test func `what is asked of it is asked of whom the sentence before asks`() {
    let limbs = LimbProposer.propose("Ofsted should act. It should also publish its papers.")
    #expect(limbs.map { $0.addressees.map(\.name) } == [["Ofsted"], ["Ofsted"]])
  }

  @Test(
    arguments: [
      ("Ofsted should act, and within two years it should legislate.", "within two years"),
      (
        "Ofsted should act, and it should report before the summer recess.",
        "before the summer recess"
      ),
    ])
  func `a time before the verb is the limb's, and a recess is one`(words: String, time: String) {
    #expect(LimbProposer.propose(words).map(\.deadline?.words) == [nil, time])
  }

  @Test func `a limb leaves out the joint and the full stop, and keeps its words`() {
    let limbs = LimbProposer.propose(
      "The Department should set up a board, and should publish its papers.")
    #expect(
      limbs.map(\.words) == ["The Department should set up a board", "should publish its papers"])
    #expect(limbs.map(\.act) == ["set up a board", "publish its papers"])
    #expect(limbs[1].addressees.map(\.name) == ["Department"])
  }

  /// Sentences thrown together from words that matter to the grammar.
  private func text(_ dice: inout Dice) -> String {
    let words = [
      "The", "Department", "for", "Education", "should", "must", "and", ",", ";", "publish", "a",
      "review", "to", "report", "that", "urgently", "within", "12", "months", ".", "\n", "(a)", "-",
      "É́cole", "👩‍👩‍👧", "in", "the", "Autumn", "Budget", ":", "or", "“quoted”",
    ]
    return (0..<Int(dice.next() % 60)).map { _ in
      words[Int(dice.next() % UInt64(words.count))]
    }.joined(separator: " ")
  }

  @Test(arguments: 0..<400)
  func `limbs are whole words of the text, in order and apart`(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let text = text(&dice)
    let limbs = LimbProposer.propose(text)
    #expect(limbs.isEmpty == text.allSatisfy(\.isWhitespace), "seed \(seed)")
    for limb in limbs {
      #expect(Wording.fault(of: limb.span, in: text) == nil, "seed \(seed): \(text)")
      #expect(Wording.text(in: limb.span, of: text) == limb.words, "seed \(seed)")
    }
    for (limb, next) in zip(limbs, limbs.dropFirst()) {
      #expect(limb.span.upperBound <= next.span.lowerBound, "seed \(seed): \(text)")
    }
    #expect(LimbProposer.propose(text) == limbs, "seed \(seed)")
  }

  @Test func `a long text costs no more than its length`() {
    let text = String(repeating: "The Department should act and should report. ", count: 200)
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure { count = LimbProposer.propose(text).count }
    #expect(count == 400)
    #expect(time < .seconds(10))
  }
}

/// SplitMix64, so that a seed gives the same text again.
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
