import Checks
import Inquiries
import Testing

/// What no waiver lets into a report.
@Suite struct WallCheckTests {
  private static func claim(_ judgement: ClaimJudgement) -> Snapshot {
    Snapshot(
      bodyKind: .allPartyGroup,
      claims: [
        ClaimEntry(
          claim: Claim(
            number: 1, key: "p1-a-little", paragraph: 1, line: 1, words: "2 per cent",
            sentence: "2 per cent said so.", isNumber: false, holds: "2", binding: .proposed,
            boundTo: "S1-Q4, answer hardly", figure: "[c]", base: nil, boundBy: nil,
            verdict: judgement.verdict, reason: judgement.reason, revision: 0),
          measure: Measure(.percentage, holds: .all), judgement: judgement)
      ])
  }

  private static func wall(_ code: Remark.Code) -> (Remark.Code, Snapshot, Snapshot) {
    var snapshot = Snapshot(bodyKind: .allPartyGroup)
    let silent = snapshot
    snapshot.walls = [
      Remark(
        code: code, place: .init(paragraph: 3, line: 9, locator: "Q4"),
        sentence: "Paragraph 3 tells it.", remedy: "Take it out.")
    ]
    return (code, snapshot, silent)
  }

  static let cases: [(Remark.Code, Snapshot, Snapshot)] = [
    (
      .claimTellsHeldBack,
      claim(ClaimJudgement(.unchecked, "It is held back.", isHeldBack: true)),
      claim(ClaimJudgement(.holds, "So it is."))
    ),
    wall(.omittedWordsPrinted), wall(.consentToQuoteMissing), wall(.privateWordsCited),
    wall(.anonymousNamed),
  ]

  @Test(arguments: WallCheckTests.cases)
  func `each code stops a report, waived or not`(
    code: Remark.Code, raising: Snapshot, silent: Snapshot
  ) throws {
    let remark = try #require(CheckEngine.remarks(on: raising).first)
    #expect(remark.code == code)
    #expect(remark.severity == .error && code.alwaysStops && code.isAboutWhatIsNotPublic)
    #expect(CheckEngine.remarks(on: silent).isEmpty)
  }
}
