import Checks
import Inquiries
import Testing

/// A bound claim that holds, unless a case says otherwise.
private func entry(
  _ words: String = "more than 80 per cent", _ window: String = "(80, 85]", paragraph: Int? = 4,
  verdict: Claim.Verdict = .holds, binding: Claim.Binding = .bound,
  to target: String? = "S2-Q1, answer vary", base: Int? = 250, isNumber: Bool = false,
  judged: ClaimJudgement = ClaimJudgement(.holds, "So it is."), topic: Set<String> = [],
  caution: String? = nil, isBasePrinted: Bool = true, departures: [ClaimDeparture] = [],
  kind: Measure.Kind = .percentage, saying sentence: String? = nil
) -> ClaimEntry {
  ClaimEntry(
    claim: Claim(
      number: 1, key: "p1-\(words.split(separator: " ").joined(separator: "-"))",
      paragraph: paragraph, line: paragraph, words: words,
      sentence: sentence ?? "They said \(words).",
      isNumber: isNumber, holds: window, binding: binding, boundTo: target, figure: nil, base: base,
      boundBy: nil, verdict: verdict, reason: "So it is.", revision: 1),
    measure: Measure(isNumber ? .number : kind, holds: Window(window) ?? .all),
    judgement: judged, topic: topic, caution: caution, isBasePrinted: isBasePrinted,
    departures: departures)
}

private func snapshot(_ claims: ClaimEntry...) -> Snapshot {
  Snapshot(bodyKind: .allPartyGroup, claims: claims)
}

private func quoting(
  _ words: String, of texts: [String] = ["We wait until three people have told us."],
  by voices: [String] = [], isBeside: Bool = true, isClosed: Bool = true
) -> Snapshot {
  Snapshot(
    bodyKind: .allPartyGroup,
    quotations: [
      .init(
        words: words, place: .init(paragraph: 3, line: 9, locator: "Q4"), citation: "[@Q4]",
        texts: texts, voices: voices, isBeside: isBeside, isClosed: isClosed)
    ])
}

private func naming(_ words: String) -> Snapshot {
  Snapshot(
    bodyKind: .allPartyGroup,
    namedSpans: [
      .init(
        words: words, place: .init(paragraph: 3, line: 9), citation: "[@Q4]",
        texts: ["We wait, and they wait."])
    ])
}

@Suite struct ClaimCheckTests {
  private static let impossible = ClaimJudgement(.fails, "So it is.", isImpossible: true)
  private static let fragile = ClaimJudgement(.holds, "So it is.", hangsOnOne: true)
  private static let topic: Set<String> = ["threshold", "early", "help"]

  /// For each code a snapshot that raises it and nothing else, and one close by
  /// that raises nothing.
  static let cases: [(Remark.Code, Snapshot, Snapshot)] = [
    (.claimFails, snapshot(entry(verdict: .fails)), snapshot(entry())),
    (.claimLoose, snapshot(entry(verdict: .trueButLoose)), snapshot(entry())),
    (.claimWithoutBase, snapshot(entry(verdict: .noBase, base: nil)), snapshot(entry(base: nil))),
    (
      .claimUnchecked, snapshot(entry(verdict: .unchecked)),
      snapshot(entry(verdict: .unchecked, binding: .proposed, isNumber: true))
    ),
    (
      .claimUnbound, snapshot(entry(verdict: .unchecked, binding: .none, to: nil)),
      snapshot(entry(binding: .proposed))
    ),
    (.claimBindingSuspect, snapshot(entry(binding: .suspect)), snapshot(entry(binding: .bound))),
    (
      .claimHangsOnOne, snapshot(entry(judged: fragile)),
      snapshot(entry(judged: ClaimJudgement(.holds, "So it is.")))
    ),
    (
      .claimOnSmallBase, snapshot(entry(base: 41, caution: "Only 41 answered.")),
      snapshot(entry(base: 100))
    ),
    (
      .claimsDifferInStrength,
      snapshot(entry(), entry("4 in 5", "[77.5, 82.5]", paragraph: nil)),
      snapshot(entry(), entry(paragraph: 9), entry("half", "[48, 52]", to: "S2-Q2, answer vary"))
    ),
    (
      .claimsDifferInProposition,
      snapshot(entry(topic: topic), entry(paragraph: nil, topic: ["help"])),
      snapshot(entry(topic: topic), entry(paragraph: 9, topic: ["threshold", "help"]))
    ),
    (
      .percentageImpossible, snapshot(entry(verdict: .fails, judged: impossible)), snapshot(entry())
    ),
    (
      .claimYearDiffers,
      snapshot(entry(departures: [.years(told: [2016], of: [2017, 2018, 2019])])), snapshot(entry())
    ),
    (
      .claimPopulationDiffers,
      snapshot(entry(departures: [.people(told: "Parents", of: "Directors")])), snapshot(entry())
    ),
    (.baseNotPrinted, snapshot(entry(isBasePrinted: false)), snapshot(entry())),
    (
      .numberUnbound, snapshot(entry("164", binding: .none, to: nil, isNumber: true)),
      snapshot(entry("164", isNumber: true))
    ),
    (.quotationDiffers, quoting("until two people have told us"), quoting("until three … told us")),
    (.quotationSpanLost, naming("wait"), naming("wait … wait")),
    (
      .quotationJoinsSpeakers,
      quoting("until three … told us", of: ["until three", "people told us"], by: ["Ann", "Ben"]),
      quoting("until three … told us", of: ["until three", "people told us"], by: ["Ann", "Ann"])
    ),
    (
      .quotationTurned,
      quoting("The duty should … end", of: ["The duty should not end at sixteen."]),
      quoting("The duty should … end", of: ["The duty should one day end at sixteen."])
    ),
    (
      .quotationNotClosed, quoting("until three people", isClosed: false),
      quoting("until three people")
    ),
    (
      .quotationUnbound, quoting("storing up trouble", of: [], isBeside: false),
      quoting("until three people", isBeside: false)
    ),
  ]

  @Test func `a waiver of claims that differ does not cover the next phrase`() throws {
    func remark(_ claims: [ClaimEntry], _ answers: [RemarkAnswer] = []) throws -> Remark {
      var snapshot = Snapshot(bodyKind: .allPartyGroup, claims: claims)
      snapshot.sources = [
        .init(reference: "S2", title: "A survey", state: .published, isPubliclyCitable: true)
      ]
      snapshot.answers = answers
      return try #require(
        CheckEngine.remarks(on: snapshot).first { $0.code == .claimsDifferInStrength })
    }
    let two = [entry(), entry("4 in 5", "[77.5, 82.5]", paragraph: 7)]
    let first = try remark(two)
    let waived = RemarkAnswer(
      code: first.code.rawValue, place: first.lasting, owner: nil,
      waiver: .init(
        words: first.words, reason: "Read.", by: "Ada Author", on: Day(daysSince1970: 20_000)),
      revision: 1)
    #expect(try remark(two.reversed(), [waived]).isWaived)
    let third = entry("nearly all", "[90, 100)", paragraph: 9)
    #expect(try !remark(two + [third], [waived]).isWaived)
  }

  @Test func `a waiver on the public summary does not cover its next sentence`() throws {
    func remark(_ sentence: String, _ answers: [RemarkAnswer] = []) throws -> Remark {
      var snapshot = snapshot(
        entry(
          "Nine in ten", paragraph: nil, verdict: .unchecked, binding: .none, to: nil,
          saying: sentence))
      snapshot.answers = answers
      return try #require(CheckEngine.remarks(on: snapshot).first)
    }
    let first = try remark("Nine in ten nurses say so.")
    let waived = RemarkAnswer(
      code: first.code.rawValue, place: first.lasting, owner: nil,
      waiver: .init(
        words: first.words, reason: "Read.", by: "Ada Author", on: Day(daysSince1970: 20_000)),
      revision: 1)
    #expect(try remark("Nine in ten nurses say so.", [waived]).isWaived)
    let next = try remark("Nine in ten patients die of it.", [waived])
    #expect(next.id == first.id)
    #expect(!next.isWaived)
  }

  @Test(arguments: ClaimCheckTests.cases)
  func `each code has a case that raises it and one that does not`(
    code: Remark.Code, raising: Snapshot, silent: Snapshot
  ) throws {
    let remarks = CheckEngine.remarks(on: raising)
    #expect(remarks.map(\.code) == [code])
    let remark = try #require(remarks.first)
    #expect(remark.sentence.hasSuffix(".") && remark.remedy.hasSuffix("."))
    #expect(CheckEngine.remarks(on: silent).isEmpty)
  }

  @Test func `claims on one answer agree where their windows overlap`() throws {
    let remark = try #require(
      CheckEngine.remarks(
        on: snapshot(
          entry(), entry("the majority", "[55, 90]", paragraph: 31),
          entry("4 in 5", "[77.5, 82.5]", paragraph: nil))
      ).first)
    #expect(
      remark.sentence
        == "S2-Q1, answer vary is told in 3 strengths: “more than 80 per cent” (paragraph 4), “the "
        + "majority” (paragraph 31), “4 in 5” (the public summary). “more than 80 per cent” and “4 in "
        + "5” agree only between 80 and 82.5 per cent.")
    let apart = CheckEngine.remarks(on: snapshot(entry(), entry("half", "[48, 52]")))
    #expect(apart.first?.sentence.contains("No figure fits them all.") == true)
  }

  @Test func `a denied phrase is told with its remedy, and has no strength`() throws {
    let denied = entry("not half", "[0, 100]", paragraph: 7, verdict: .unchecked, kind: .denial)
    let remarks = CheckEngine.remarks(on: snapshot(entry(), denied))
    #expect(remarks.map(\.code) == [.claimUnchecked])
    #expect(try #require(remarks.first).remedy.contains("Write what the figure is"))
  }

  @Test func `a number that rests on nothing is quoted with the words before it`() throws {
    let unbound = entry("Some 97", binding: .none, to: nil, isNumber: true)
    let remark = try #require(CheckEngine.remarks(on: snapshot(unbound)).first)
    #expect(remark.sentence.hasPrefix("The number “Some 97” in "))
  }

  @Test func `a quotation that differs is told with the nearest words`() throws {
    let remark = try #require(
      CheckEngine.remarks(on: quoting("until two people have told us")).first)
    #expect(remark.sentence.contains("“until [-three-]{+two+} people have told us”."))
    #expect(remark.place == .init(paragraph: 3, line: 9, locator: "Q4"))
    #expect(CheckEngine.remarks(on: quoting("quite something else")).count == 1)
  }

  @Test func `what counts as equal is not marked as different`() throws {
    let remark = try #require(
      CheckEngine.remarks(
        on: quoting(
          "‘We wait’ until two people have told us.",
          of: ["He said “We wait” until three people have told us now"])
      ).first)
    #expect(
      remark.sentence.contains("“We wait' until [-three-]{+two+} people have told us”."),
      "\(remark.sentence)")
  }

  @Test func `an impossible percentage is told once`() throws {
    let judged = ClaimJudgement(
      .fails, "No number of 41 respondents makes that.", isImpossible: true)
    let remark = try #require(
      CheckEngine.remarks(on: snapshot(entry(verdict: .fails, judged: judged))).first)
    #expect(remark.code == .percentageImpossible)
    #expect(!remark.sentence.contains("makes that percentage"))
  }

  @Test func `the ends on which claims agree are told as they are`() throws {
    let remark = try #require(
      CheckEngine.remarks(
        on: snapshot(
          entry("82.4 per cent", "[82.35, 82.45)"), entry("more than 80 per cent", paragraph: 9))
      ).first { $0.code == .claimsDifferInStrength })
    #expect(remark.sentence.contains("between 82.35 and 82.45 per cent"), "\(remark.sentence)")
  }

  @Test func `a thousand quotations of one long text are checked at once`() {
    let text = (0..<2_000).map { "Sentence number \($0) is about thresholds – and help." }
      .joined(separator: " ")
    let quotations = (0..<1_000).map { number in
      Snapshot.Quotation(
        words: "Sentence number \(number) is about thresholds - and help", place: .init(),
        citation: "[@OS1]", texts: [text])
    }
    #expect(
      CheckEngine.remarks(on: Snapshot(bodyKind: .allPartyGroup, quotations: quotations)).isEmpty)
  }
}
