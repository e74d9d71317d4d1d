import Inquiries
import Tagging
import Testing

/// Acts in a row, each an ask of its own.
@Suite struct LimbRowTests {
  @Test(
    arguments: [
      (
        "The Council should write to trusts, set a target and publish the results.",
        ["write to trusts", "set a target", "publish the results"],
        [["Council"], ["Council"], ["Council"]]
      ),
      (
        "The Council should fund beds, publish lists and train nurses.",
        ["fund beds", "publish lists", "train nurses"], [["Council"], ["Council"], ["Council"]]
      ),
      (
        "The Council should fund beds, consider closing them in April, and ensure that they are clean.",
        ["fund beds", "consider closing them in April", "ensure that they are clean"],
        [["Council"], ["Council"], ["Council"]]
      ),
      (
        "The Council should, by 1 April 2027, fund beds, publish lists, and then train nurses.",
        ["fund beds", "publish lists", "train nurses"], [["Council"], ["Council"], ["Council"]]
      ),
      (
        "The Council should sign the pact by 1 April 2027 and publish its data.",
        ["sign the pact", "publish its data"], [["Council"], ["Council"]]
      ),
      (
        "We call on the Council to pool budgets, to name a person on each ward, and to report each year.",
        ["pool budgets", "name a person on each ward", "report each year"],
        [["Council"], ["Council"], ["Council"]]
      ),
      (
        "The Council should publish data on beds, nurses and patients.", ["publish data on beds"],
        [["Council"]]
      ),
      (
        "The Council should publish data on hospital beds, ward nurses and sick patients.",
        ["publish data on hospital beds"], [["Council"]]
      ),
      (
        "The Council should review, publish and update its guidance.",
        ["review, publish and update its guidance"], [["Council"]]
      ),
      (
        "The Council should commission, fund and publish research and establish a board.",
        ["commission, fund and publish research", "establish a board"], [["Council"], ["Council"]]
      ),
      (
        "The Council should ensure that providers publish their fees, keep records and train staff.",
        ["ensure that providers publish their fees"], [["Council"]]
      ),
      (
        "The Council should take steps to fund beds, publish lists and train nurses.",
        ["take steps to fund beds"], [["Council"]]
      ),
      (
        "The Council should not fund beds, publish lists and train nurses.", ["not fund beds"],
        [["Council"]]
      ),
    ] as [(String, [String], [[String]])])
  func `a row is of acts where one is known, and of things where none is`(
    words: String, acts: [String], bodies: [[String]]
  ) {
    let limbs = LimbProposer.propose(words)
    #expect(limbs.map(\.act) == acts)
    #expect(limbs.map { $0.addressees.map(\.name) } == bodies)
  }

  @Test func `each “that” of a row is an ask with its own body and its own time`() {
    let limbs = LimbProposer.propose(
      "We recommend that the Government legislates to require schools to publish, that it funds the service by the end of 2026, and that Ofsted inspects it."
    )
    #expect(
      limbs.map(\.words) == [
        "We recommend that the Government legislates to require schools to publish",
        "it funds the service by the end of 2026", "Ofsted inspects it",
      ])
    #expect(
      limbs.map(\.act) == [
        "legislates to require schools", "funds the service", "inspects it",
      ])
    #expect(
      limbs.map { $0.addressees.map(\.name) } == [
        ["The Government"], ["The Government"], ["Ofsted"],
      ])
    #expect(limbs.map(\.deadline?.words) == [nil, "by the end of 2026", nil])
    #expect(limbs[1].deadline?.on == Day(year: 2026, month: 12, day: 31))
  }
}
