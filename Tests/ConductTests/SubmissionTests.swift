import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// Written submissions from receipt to publication.
@Suite(.database) struct SubmissionTests {
  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
  }

  private func find(_ reference: String, _ world: World) async throws -> WrittenSubmission {
    try #require(
      try await world.read { try WrittenSubmission.find(reference, as: $0, on: $1) })
  }

  @Test func `a submission gets the next reference, and its paragraphs as printed`() async throws {
    let world = try await World.make()
    let first = try await world.submit()
    #expect(first.reference == "EXA0001")
    #expect(first.submitters.map(\.name) == ["A charity"])
    #expect(first.paragraphCount == 4)
    #expect(first.areNumbersPrinted)
    let second = try await world.submit(
      "Written evidence submitted by Dr Jane Smith, Reader, Northern University\n\nHelp is late.\n",
      .init(kind: .individual), fileName: "b.txt")
    #expect(second.reference == "EXA0002")
    #expect(!second.areNumbersPrinted)
    #expect(
      second.submitters == [
        Witness(
          name: "Dr Jane Smith", capacity: "Reader", organisation: "Northern University",
          group: nil)
      ])
    let passages = try await world.read {
      try Passage.page(of: "EXA0001", after: 0, limit: 10, as: $0, on: $1)
    }
    #expect(passages.compactMap(\.locator).first == "EXA0001, para 1")
    #expect(passages.first?.text == "Help comes late. This is what we saw in place 1.")
    #expect(passages.first?.speaker == "A charity")
  }

  @Test func `the same file again changes nothing, and the same words are remarked`() async throws {
    let world = try await World.make()
    let first = try await world.submit()
    let again = try await world.submit()
    #expect(again.wasReceivedBefore)
    #expect(again.reference == first.reference)
    let other = try await world.submit(
      Sample.submission(from: "Another charity").replacing("late.", with: "late. "))
    #expect(!other.wasReceivedBefore)
    #expect(other.duplicates == ["EXA0001"])
    #expect(other.reference == "EXA0002")
    #expect(try await world.read { try WrittenSubmission.all(as: $0, on: $1) }.count == 2)
  }

  @Test func `one letter that several send is a submission of each`() async throws {
    let world = try await World.make()
    let letter = "Save the 17 bus.\n\nWe need it.\n"
    for name in ["Alice A", "Bob B, Driver, Buses Ltd", "Carol C"] {
      let report = try await world.submit(letter, .init(submitters: [name]))
      #expect(!report.wasReceivedBefore)
    }
    #expect(
      try await world.read { try WrittenSubmission.all(as: $0, on: $1) }.map(\.submitter)
        == ["Alice A", "Bob B", "Carol C"])
    let again = try await world.submit(letter, .init(submitters: ["Bob B"]))
    #expect(again.wasReceivedBefore)
    #expect(again.reference == "EXA0002")
    let joint = try await world.submit(letter, .init(submitters: ["Carol C", "Alice A"]))
    #expect(joint.reference == "EXA0004")
    #expect(joint.duplicates == ["EXA0001", "EXA0002", "EXA0003"])
    #expect(
      try await world.submit(letter, .init(submitters: ["Alice A", "Carol C"])).reference
        == "EXA0004")
    // Nobody says who sends it: it is the one that came first.
    #expect(try await world.submit(letter).reference == "EXA0001")
  }

  @Test func `the original is kept byte for byte`() async throws {
    let world = try await World.make()
    let text = Sample.submission() + String(repeating: "x", count: 1_500_000) + "\n"
    try await world.submit(text)
    let original = try #require(
      try await world.read { try Original.of(reference: "EXA0001", as: $0, on: $1) })
    #expect(original.bytes == Array(text.utf8))
  }

  @Test func `a submission without a submitter, or from the future, is refused`() async throws {
    let world = try await World.make()
    #expect(
      await code { try await world.submit("Help comes late in our town.\n") }
        == "submitter_missing")
    #expect(
      await code {
        try await world.submit(
          Sample.submission(), .init(receivedOn: World.day(1)))
      } == "received_in_future")
    #expect(try await world.submit().reference == "EXA0001")
  }

  @Test func `a reference is never given again, also not that of one that was declined`()
    async throws
  {
    let world = try await World.make()
    try await world.submit()
    try await world.decide(.notAccepted, "EXA0001", because: "A letter, and no evidence.")
    #expect(try await find("EXA0001", world).state == .declined)
    #expect(try await world.submit(Sample.submission(count: 2)).reference == "EXA0002")
  }

  @Test func `twelve at once get distinct rising references`() async throws {
    let world = try await World.make()
    let references = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 1...12 {
        group.addTask {
          try await world.submit(
            Sample.submission(from: "Charity \(number)", count: number + 1),
            fileName: "\(number).txt"
          ).reference
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(references.sorted() == (1...12).map { $0 < 10 ? "EXA000\($0)" : "EXA00\($0)" })
  }

  @Test func `what comes late is marked, and no evidence until it is admitted`() async throws {
    let world = try await World.make()
    try await world.closedCall()
    let report = try await world.submit(
      Sample.submission(), .init(kind: .organisation, call: "thresholds"))
    #expect(report.late == .undecided)
    let early = try await world.submit(
      Sample.submission(count: 2),
      .init(call: "thresholds", receivedOn: World.day(-10)))
    #expect(early.late == .no)
    try await world.consent(to: ["EXA0001"])
    #expect(
      await code { try await world.perform(AcceptSources(["EXA0001"], World.decided)) }
        == "late_not_admitted")
    #expect(
      await code { try await world.decide(.publishedNamed, "EXA0001") } == "late_not_admitted")
    try await world.perform(AdmitSubmissions(["EXA0001"], World.decided))
    #expect(
      await code { try await world.perform(AdmitSubmissions(["EXA0001"], World.decided)) }
        == "not_late")
    try await world.perform(AcceptSources(["EXA0001"], World.decided))
    #expect(try await find("EXA0001", world).late == .admitted)
  }

  @Test func `a call that is extended makes what came meanwhile late no longer`() async throws {
    let world = try await World.make()
    try await world.closedCall()
    try await world.submit(Sample.submission(), .init(call: "thresholds"))
    let call = try #require(
      try await world.read { try CallForEvidence.find("thresholds", as: $0, on: $1) }
    ).call
    let opensOn = call.periods[0].opensOn
    #expect(
      await code {
        try await world.perform(
          EditCall(
            "thresholds", title: nil, text: nil,
            periods: [.init(opensOn: opensOn, closesOn: opensOn)], revision: call.revision))
      } == "call_period_shortened")
    #expect(
      await code {
        try await world.perform(
          EditCall("thresholds", title: "B", text: nil, periods: nil, revision: call.revision))
      } == "call_published")
    try await world.perform(
      EditCall(
        "thresholds", title: nil, text: nil,
        periods: [.init(opensOn: opensOn, closesOn: World.today)], revision: call.revision))
    #expect(try await find("EXA0001", world).late == .no)
    #expect(
      await code {
        try await world.perform(
          EditCall("thresholds", title: nil, text: "B", periods: nil, revision: call.revision))
      } == "revision_differs")
  }

  @Test func `publishing needs consent, to being published and to being named`() async throws {
    let world = try await World.make()
    try await world.submit()
    try await world.decide(.publishedNamed, "EXA0001")
    func publish() async throws {
      try await world.perform(PublishSources(["EXA0001"], World.decided))
    }
    #expect(await code(publish) == "consent_missing")
    try await world.consent(to: ["EXA0001"], [.quote, .name])
    #expect(await code(publish) == "consent_to_publish_missing")
    try await world.consent(to: ["EXA0001"], [.publish])
    #expect(await code(publish) == "consent_to_name_missing")
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await publish()
    #expect(try await find("EXA0001", world).state == .published)
  }

  @Test func `all whose consent or outcome forbids publication are named, with what to type`()
    async throws
  {
    let world = try await World.make()
    for number in 1...5 { try await world.submit(Sample.submission(words: "Words \(number).")) }
    try await world.perform(AcceptSources(["EXA0001-0005"], World.decided))
    func message(_ code: String, _ act: PublishSources? = nil) async -> String {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.perform(act ?? PublishSources(["EXA0001-0005"], World.decided))
      }
      #expect(refusal?.code == code)
      return refusal?.message ?? ""
    }
    func say(_ consent: Consent, _ reference: String) async throws {
      try await world.perform(
        RecordConsent(
          reference: reference, witness: nil, consent: consent, givenBy: "form",
          on: World.today))
    }
    try await world.consent(to: ["EXA0001"])
    try await say(.withdrawn, "EXA0005")
    let missing = await message("consent_missing")
    #expect(missing.contains("EXA0002-0004: A charity has not been asked for consent"))
    #expect(missing.contains("EXA0005: A charity has withdrawn consent; leave it unpublished."))
    #expect(missing.hasSuffix("Without them: --except EXA0002-0005"))
    let withdrawn = await message(
      "consent_missing", PublishSources(["EXA0001", "EXA0005"], World.decided))
    #expect(!withdrawn.contains("inquiry consent record"))
    try await world.consent(to: ["EXA0002", "EXA0004"], [.name])
    try await world.consent(to: ["EXA0003", "EXA0005"])
    #expect(
      await message("consent_to_publish_missing").hasSuffix("--except EXA0002,EXA0004"))
    try await world.consent(to: ["EXA0002", "EXA0004"], [.publish])
    let unnamed = await message("consent_to_name_missing")
    #expect(unnamed.contains("of EXA0002 and EXA0004 without the name"))
    #expect(unnamed.hasSuffix("--except EXA0002,EXA0004"))
    try await world.decide(.acceptedUnpublished, "EXA0002", "EXA0003", because: "Both alike.")
    let kept = await message("outcome_forbids")
    #expect(kept.contains("of EXA0002-0003: accepted, not published"))
    #expect(kept.hasSuffix("--except EXA0002-0003"))
  }

  @Test func `who spoke and is not to be named gets a pseudonym, and no outcome`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.consent(to: ["OS1"], [.publish, .quote])
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["OS1"], World.decided))
    }
    #expect(refusal?.code == "consent_to_name_missing")
    #expect(refusal?.message.contains("inquiry person protect") == true)
    #expect(refusal?.message.contains("inquiry submission outcome") == false)
  }

  @Test func `nothing is decided of a submission before it came`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(words: "First."), .init(receivedOn: World.day(-9)))
    try await world.submit(Sample.submission(words: "More."), .init(receivedOn: World.day(-5)))
    let list = SourceList(["EXA0001-0002"])
    let early = DecisionTerms(on: World.day(-6), by: "The committee", reason: "Asked for.")
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(AcceptSources(list, early))
    }
    #expect(refusal?.code == "decision_before_receipt")
    #expect(refusal?.message.contains("receipt of EXA0002 on") == true)
    #expect(refusal?.message.hasSuffix("--except EXA0002") == true)
    #expect(
      await code { try await world.perform(DecideOutcome(list, .publishedNamed, early)) }
        == "decision_before_receipt")
    let inTime = DecisionTerms(on: World.day(-5), by: "The committee", reason: "Asked for.")
    try await world.perform(AcceptSources(list, inTime))
    try await world.consent(to: ["EXA0001-0002"])
    #expect(
      await code { try await world.perform(PublishSources(list, early)) }
        == "decision_before_receipt")
    try await world.perform(PublishSources(list, inTime))
    #expect(
      await code { try await world.perform(WithdrawSources(list, early)) }
        == "decision_before_receipt")
    #expect(
      await code { try await world.perform(TakeDownSources(list, early)) }
        == "decision_before_receipt")
  }

  @Test func `publishing without a decision on the form means under the name`() async throws {
    let world = try await World.make()
    try await world.submit()
    try await world.consent(to: ["EXA0001"])
    try await world.perform(AcceptSources(["EXA0001"], World.decided))
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    #expect(try await find("EXA0001", world).outcome == .publishedNamed)
  }

  @Test func `what was decided to stay unpublished is not published`() async throws {
    let world = try await World.make()
    try await world.submit()
    try await world.consent(to: ["EXA0001"])
    #expect(
      await code { try await world.decide(.acceptedUnpublished, "EXA0001") } == "reason_missing")
    try await world.decide(.acceptedUnpublished, "EXA0001", because: "An individual case.")
    #expect(try await find("EXA0001", world).state == .accepted)
    #expect(
      await code { try await world.perform(PublishSources(["EXA0001"], World.decided)) }
        == "outcome_forbids")
  }

  @Test func `an outcome is decided of a whole list or of none`() async throws {
    let world = try await World.make()
    for number in 1...3 { try await world.submit(Sample.submission(count: number + 1)) }
    #expect(
      await code { try await world.decide(.publishedNamed, "EXA0001", "EXA0009") }
        == "source_not_found")
    #expect(try await find("EXA0001", world).outcome == .undecided)
    try await world.decide(.publishedNamed, "EXA0001", "EXA0002", "EXA0003")
    let all = try await world.read {
      try WrittenSubmission.all(.init(state: .accepted), as: $0, on: $1)
    }
    #expect(all.count == 3)
    #expect(
      await code { try await world.decide(.notAccepted, "EXA0001", because: "x") }
        == "state_does_not_allow")
  }

  @Test func `reading what is kept back goes on record`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(), .init(confidentiality: "My address."))
    try await world.submit(Sample.submission(count: 2))
    for reference in ["EXA0002", "EXA0001"] {
      _ = try await world.office.readWords(
        of: reference, in: World.slug, by: .machineOperator
      ) { try Passage.page(of: reference, after: 0, limit: 1, as: $0, on: $1) }
    }
    let lines = try await world.read { try AuditLine.newest(10, as: $0, on: $1) }
    #expect(
      lines.filter { $0.act == "read confidential submission" }.map(\.subject) == ["EXA0001"])
  }

  @Test func `consents due for review are found by their day`() async throws {
    let world = try await World.make()
    try await world.submit()
    try await world.submit(Sample.submission(count: 2))
    try await world.perform(
      RecordConsent(
        ["EXA0001"],
        .init(
          .given, givenBy: "form", on: World.today, uses: [.publish], wording: "form 2",
          reviewOn: World.day(30))))
    let none = try await world.read {
      try Contribution.due(by: World.today, as: $0, on: $1)
    }
    #expect(none.isEmpty)
    let due = try await world.read {
      try Contribution.due(by: World.day(30), as: $0, on: $1)
    }
    #expect(due.map(\.reference) == ["EXA0001"])
    #expect(due.first?.uses == [.publish])
    #expect(due.first?.wording == "form 2")
  }

  @Test func `a session may have a note alone, which is cited by its points`() async throws {
    let world = try await World.make()
    let points = (1...14).map { "\($0). They said a thing, number \($0).\n" }.joined()
    let report = try await world.publish(
      "The Example Committee\nTuesday 7 November 2023\n\n" + points,
      as: .init(kind: .note, hearing: .heardInPublic))
    #expect(report.reference == "OS1")
    try await world.push(Sample.draft(citing: "OS1, point 14"))
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "OS1, point 14", stance: .supports, quote: nil,
        isAffirmed: true))
    #expect(try await world.publishReport() == 1)
  }
}
