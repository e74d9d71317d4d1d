import Checks
import Inquiries
import Testing

private let ofsted = Addressee(name: "Ofsted", kind: .regulator, isLead: true)
private let day = Deadline(words: "by 1 May 2020", clock: .day(Day(daysSince1970: 18_383)))

private func event(_ happenedOn: Day?) -> Deadline {
  Deadline(
    words: "within a month of the Budget",
    clock: .event(
      AwaitedEvent(
        key: "budget", name: "The Budget", happenedOn: happenedOn, source: nil, loggedBy: nil,
        revision: 1), after: Period(months: 1)))
}

/// Asked of Ofsted by a day, unless a case says otherwise.
private func limb(
  _ number: Int = 1, _ addressees: [Addressee] = [ofsted], _ deadline: Deadline? = day,
  place: Range<Int>? = 0..<9, _ status: LimbStatus = .confirmed
) -> Limb {
  Limb(
    number: number, words: "Look.", place: place, act: "look", addressees: addressees,
    deadline: deadline, status: status, confirmedBy: "Ada Author")
}

/// A contested finding whose chapter cites both surveys, under it one
/// recommendation of one limb.
private func snapshot(
  _ limbs: [Limb] = [limb()], _ change: (inout Snapshot) -> Void = { _ in }
) -> Snapshot {
  let link = Snapshot.Link(
    stance: .supports, status: .affirmed, sourceReference: "S1", sourceState: .published)
  var snapshot = Snapshot(
    bodyKind: .allPartyGroup,
    findings: [.init(key: "late-help", number: 1, paragraph: 2, links: [link])],
    recommendations: [
      .init(
        key: "help-early", number: 1, paragraph: 3, addressees: ["Ofsted"], findingKey: "late-help",
        links: [link], words: "Ofsted should look at the files.\nIt should report.", limbs: limbs)
    ])
  snapshot.use.conclusions = [
    .init(isFinding: true, key: "late-help", number: 1, paragraph: 2),
    .init(isFinding: false, key: "help-early", number: 1, paragraph: 3),
  ]
  snapshot.use.links = [
    .init(
      id: Identifier(1), isOfFinding: true, key: "late-help", passage: Identifier(1), source: "S1",
      sourceState: .published, stance: .contrasts, status: .affirmed, version: 1)
  ]
  snapshot.use.sources = ["S1", "S2"].map {
    .init(reference: $0, title: "A survey", kind: .survey, state: .published, passageCount: 2)
  }
  snapshot.use.citations = [
    .init(paragraph: 2, passage: Identifier(1), source: "S1"),
    .init(paragraph: 2, passage: Identifier(2), source: "S2"),
  ]
  snapshot.blocks = [
    .init(
      line: 1, paragraph: 2, key: "late-help", identity: "paragraph 1",
      words: "All wanted help with their file [@OS1].", chapter: "Help")
  ]
  change(&snapshot)
  return snapshot
}

/// It rests on 250 who answered.
private let claim = ClaimEntry(
  claim: Claim(
    number: 1, key: "p2-half", paragraph: 2, line: 1, words: "half", sentence: "Half did.",
    isNumber: false, holds: "[50, 50]", binding: .bound, boundTo: "S1-Q1, answer yes", figure: nil,
    base: 250, boundBy: nil, verdict: .holds, reason: "So it is.", revision: 1),
  measure: Measure(.fraction, holds: .all), judgement: ClaimJudgement(.holds, "So it is."))

private let asked = Snapshot.Recommendation.Proposed(
  place: 0..<32, act: "look at the files", addressees: [])

@Suite struct LimbCheckTests {
  /// For each code a snapshot that raises it, and the nearest that does not.
  static let cases: [(Remark.Code, Snapshot, Snapshot)] = [
    (
      .recommendationNotTakenApart,
      snapshot([]) { $0.recommendations[0].proposed = [asked] },
      snapshot { $0.recommendations[0].proposed = [asked] }
    ),
    (.recommendationCompound, snapshot([limb(), limb(2)]), snapshot()),
    (.recommendationWithoutDeadline, snapshot([limb(1, [ofsted], nil)]), snapshot([])),
    (
      .deadlineOfSomeLimbs, snapshot([limb(), limb(2, [ofsted], nil)]), snapshot()
    ),
    (
      .deadlineVague, snapshot([limb(1, [ofsted], Deadline(words: "urgently", clock: .vague))]),
      snapshot()
    ),
    (
      .deadlineWaitsForEvent, snapshot([limb(1, [ofsted], event(nil))]),
      snapshot([limb(1, [ofsted], event(Day(daysSince1970: 18_000)))])
    ),
    (.limbSuspect, snapshot([limb(1, place: nil)]), snapshot()),
    (
      .limbInUnnumberedParagraph, snapshot([limb(1, place: 33..<40)]),
      snapshot([limb(1, place: 20..<32)])
    ),
    (.limbWithoutAddressee, snapshot([limb(), limb(2, [])]), snapshot([limb(1, [])])),
    (
      .limbWithoutEvidence,
      snapshot([limb(), limb(2)]) { $0.recommendations[0].links[0].limb = 1 },
      snapshot { $0.recommendations[0].links[0].limb = 1 }
    ),
    (
      .addresseesWithoutLead,
      snapshot([
        limb(
          1,
          [
            .init(name: "A", kind: .other, isLead: false),
            .init(name: "B", kind: .other, isLead: false),
          ])
      ]),
      snapshot([limb(1, [.init(name: "A", kind: .other, isLead: false), ofsted])])
    ),
    (
      .addresseeIsCommittee,
      snapshot([limb(1, [.init(name: "A", kind: .parliamentaryCommittee, isLead: true)])]),
      snapshot([limb(1, [.init(name: "A", kind: .publicBody, isLead: true)])])
    ),
    (
      .recommendationTakesUpEarlier,
      snapshot {
        $0.recommendations[0].lineage = [
          Lineage(
            relation: .repeats, earlier: .document(reference: "D2", words: "A duty."),
            title: "A review", words: "A duty.")
        ]
      }, snapshot()
    ),
    (
      .earlierRecommendationNotTakenUp,
      snapshot {
        $0.leftUnanswered = [
          .init(key: "fund-it", number: 3, title: "No Good Options", words: "Fund it.")
        ]
      }, snapshot()
    ),
    (
      .findingAskUnanswered,
      snapshot { $0.recommendations[0].words = "Ofsted should look with care." },
      snapshot { $0.recommendations[0].words = "Ofsted should show the files." }
    ),
    (
      .conflictOneSided, snapshot { $0.use.citations.removeLast() },
      snapshot {
        $0.use.citations.removeLast()
        $0.use.links = []
      }
    ),
    (
      .claimBelowMinimumBase,
      snapshot {
        $0.claims = [claim]
        $0.policy = CheckPolicy(weights: [], sourcesPerFinding: 2, minimumBase: 251, revision: 1)
      },
      snapshot {
        $0.claims = [claim]
        $0.policy = CheckPolicy(weights: [], sourcesPerFinding: 2, minimumBase: 250, revision: 1)
      }
    ),
  ]

  @Test func `whom the words name is proposed where nobody recorded it`() {
    let department = Addressee(name: "Department", kind: .department, isLead: false)
    let told = snapshot([limb(), limb(2, [], place: 20..<30)]) {
      $0.recommendations[0].addressees = []
      $0.recommendations[0].proposed = [
        .init(place: 15..<32, act: "look", addressees: [department])
      ]
    }
    let remarks = CheckEngine.remarks(on: told).filter {
      [.limbWithoutAddressee, .recommendationWithoutAddressee].contains($0.code)
    }
    #expect(remarks.count == 2)
    for remark in remarks {
      #expect(remark.sentence.contains("names “Department” in"))
      #expect(remark.sentence.contains("addressee"))
    }
    #expect(
      Set(remarks.map(\.remedy)) == [
        "Record it, if that is who is to act: inquiry limb edit help-early 2 --to "
          + "\"department:Department\".",
        "Record it, if that is who is to act: inquiry recommendation edit help-early --to "
          + "\"Department\".",
      ])
    let elsewhere = snapshot([limb(), limb(2, [], place: 33..<40)]) {
      $0.recommendations[0].proposed = [
        .init(place: 15..<32, act: "look", addressees: [department])
      ]
    }
    let silent = CheckEngine.remarks(on: elsewhere).filter { $0.code == .limbWithoutAddressee }
    #expect(silent.map(\.remedy) == ["Name somebody."])
  }

  @Test(arguments: LimbCheckTests.cases)
  func `each code has what raises it and what does not`(
    code: Remark.Code, raising: Snapshot, silent: Snapshot
  ) throws {
    let remark = try #require(CheckEngine.remarks(on: raising).first { $0.code == code })
    #expect(remark.sentence.hasSuffix(".") && remark.remedy.hasSuffix("."))
    #expect(!remark.lasting.isEmpty)
    // Two limbs are remarked whatever else there is.
    let others = CheckEngine.remarks(on: raising).map(\.code).filter { $0 != code }
    #expect(others.allSatisfy { $0 == .recommendationCompound })
    #expect(CheckEngine.remarks(on: silent).isEmpty)
  }

  @Test func `a recommendation in the passive voice is told as that`() throws {
    func sentence(_ words: String) -> String? {
      CheckEngine.remarks(
        on: snapshot([limb(1, [])]) {
          $0.recommendations[0].addressees = []
          $0.recommendations[0].words = words
        }
      ).first { $0.code == .recommendationWithoutAddressee }?.sentence
    }
    #expect(
      sentence("The review of files should be widened.")?.hasSuffix(": it is in the passive voice.")
        == true)
    #expect(sentence("Look at files.")?.hasSuffix("who is to act.") == true)
  }
}
