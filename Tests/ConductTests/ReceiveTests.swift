import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

@Suite(.database) struct ReceiveTests {
  @Test func `three sessions in a row number on without gap or repeat`() async throws {
    let world = try await World.make()
    let first = try await world.receive(Sample.transcript(from: 1, count: 3))
    let second = try await world.receive(
      Sample.transcript(from: 4, count: 2, on: "Tuesday 14 November 2023"))
    #expect(first.reference == "OS1")
    #expect(first.questions == 1...3)
    #expect(second.reference == "OS2")
    #expect(second.questions == 4...5)
    // The header says neither; what was assumed is told.
    #expect(second.remarks.count == 2)
    #expect(second.remarks.first?.contains("taken as heard in public") == true)
    #expect(second.remarks.last?.contains("taken as corrected") == true)
    #expect(second.peopleKnown == 3)
    let passages = try await world.read {
      try Passage.page(of: "OS1", after: 0, limit: 100, as: $0, on: $1)
    }
    #expect(passages.map(\.locator) == ["Q1", "Q1+1", "Q2", "Q2+1", "Q3", "Q3+1"])
    #expect(passages[1].speaker == "Ann Witness")
  }

  @Test func `what is assumed of hearing and stage is told where nobody says it`() async throws {
    let world = try await World.make()
    let bare = Sample.transcript().replacing("Oral evidence: An inquiry, HC 1\n", with: "")
    let report = try await world.receive(bare)
    #expect(report.hearing == .heardInPrivate)
    #expect(report.remarks.contains { $0.contains("taken as heard in private") })
    let told = Sample.transcript(from: 4, on: "Tuesday 14 November 2023")
      .replacing("Oral evidence:", with: "Uncorrected oral evidence:")
      .replacing("Questions 4", with: "Heard in public  Questions 4")
    #expect(try await world.receive(told).remarks == [])
    let read = try RecordRead(
      PaperFile(
        Array(Sample.transcript(from: 7, on: "Tuesday 21 November 2023").utf8), name: "c.txt"),
      said: .init(kind: .transcript, hearing: .heardInPublic, stage: .corrected))
    #expect(try await world.perform(ReceiveRecord(read)).remarks == [])
  }

  @Test func `the same file again changes nothing`() async throws {
    let world = try await World.make()
    let text = Sample.transcript()
    try await world.receive(text)
    let again = try await world.receive(text, fileName: "copy.txt")
    #expect(again.wasReceivedBefore)
    #expect(again.reference == "OS1")
    let sessions = try await world.read { try Session.all(as: $0, on: $1) }
    #expect(sessions.count == 1)
  }

  @Test func `a question number issued before is refused and nothing is left behind`() async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript(from: 1, count: 3))
    let refusal = await #expect(throws: Refusal.self) {
      try await world.receive(Sample.transcript(from: 3, count: 2, on: "Tuesday 14 November 2023"))
    }
    #expect(refusal?.code == "question_number_issued")
    let counts = try await world.database.asSuperuser { connection in
      try connection.one(
        """
        SELECT (SELECT count(*) FROM record.session), (SELECT count(*) FROM record.source),
          (SELECT count(*) FROM record.original)
        """
      ) { row in [try row.next() as Int, try row.next(), try row.next()] }
    }
    #expect(counts == [1, 1, 1])
  }

  @Test func `a gap to the session before is remarked`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(from: 1, count: 3))
    let report = try await world.receive(
      Sample.transcript(from: 6, count: 1, on: "Tuesday 14 November 2023"))
    #expect(report.remarks.contains { $0.contains("Q4–5") && $0.hasSuffix("(question_gap)") })
  }

  @Test func `a session that would be numbered out of its turn is remarked`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    let report = try await world.receive(Sample.transcript(from: 1, count: 3))
    #expect(report.remarks.contains { $0.contains("14 November 2023") })
  }

  @Test func `a question 0 is refused`() async throws {
    let world = try await World.make()
    let refusal = await #expect(throws: Refusal.self) {
      try await world.receive(
        Sample.transcript(from: 1, count: 1).replacing("Q1  Chair", with: "Q0  Chair"))
    }
    #expect(refusal?.code == "question_number_form")
  }

  @Test func `a dry run shows it all and keeps nothing`() async throws {
    let world = try await World.make()
    let read = try RecordRead(
      PaperFile(Array(Sample.transcript().utf8), name: "a.txt"), said: .init(kind: .transcript))
    let report = try await world.office.perform(
      ReceiveRecord(read), in: World.slug, by: .machineOperator, dryRun: true)
    #expect(report.questionCount == 3)
    let sources = try await world.read { try Source.all(as: $0, on: $1) }
    #expect(sources.isEmpty)
  }

  @Test func `the original is kept byte for byte`() async throws {
    let world = try await World.make()
    let text = Sample.transcript() + String(repeating: "\u{20}\n", count: 700_000)
    try await world.receive(text)
    let original = try await world.read { try Original.of(reference: "OS1", as: $0, on: $1) }
    #expect(original?.bytes == Array(text.utf8))
  }

  @Test func `what cannot be placed is kept with its line`() async throws {
    let world = try await World.make()
    let text = Sample.transcript().replacing("Witnesses\n", with: "27\nWitnesses\n")
    let report = try await world.receive(text)
    #expect(report.unplaced.map(\.text) == ["27"])
    let kept = try await world.read { try Source.unplaced(of: "OS1", as: $0, on: $1) }
    #expect(kept == report.unplaced)
  }

  @Test func `two clerks who import at once never draw one number`() async throws {
    let world = try await World.make()
    let reports = try await withThrowingTaskGroup(of: ImportReport.self) { group in
      for place in 0..<6 {
        group.addTask {
          try await world.receive(
            Sample.transcript(
              from: place * 10 + 1, count: 2, on: "Tuesday \(place + 1) November 2023"))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(reports.map(\.sessionNumber)) == Set(1...6))
  }

  @Test func `two clerks who import the same numbers at once: one is refused`() async throws {
    let world = try await World.make()
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for day in 1...4 {
        group.addTask {
          let text = Sample.transcript(from: 1, count: 2, on: "Tuesday \(day) November 2023")
          return (try? await world.receive(text)) != nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 1)
  }

  @Test func `a summary joins its session and is cited by points`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript(), as: .init(kind: .transcript, hearing: .heardInPrivate))
    let report = try await world.receive(
      "The Body\nTuesday 7 November 2023\n\n1. They asked for help.\n\n2. It came late.\n",
      as: .init(kind: .summary, session: 1, agreedOn: Day("2023-11-20")), fileName: "s.txt")
    #expect(report.reference == "OS1-summary")
    let points = try await world.read {
      try Passage.page(of: "OS1-summary", after: 0, limit: 10, as: $0, on: $1)
    }
    #expect(points.map(\.locator) == ["OS1, point 1", "OS1, point 2"])
  }

  @Test func `a changed file shows how it differs before anything is done`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let changed = Sample.transcript().replacing("It was case 2.", with: "It was another case.")
    let error = await #expect(throws: Refusal.self) {
      try await world.receive(changed, as: .init(kind: .transcript, session: 1))
    }
    #expect(error?.code == "record_received")
    #expect(
      error?.message.contains("Of its 6 passages 5 are worded as in OS1, which has 6") == true)
    let unnamed = await #expect(throws: Refusal.self) { try await world.receive(changed) }
    #expect(unnamed?.message.contains("5 are worded as in OS1") == true)
    try await world.submit()
    let again = await #expect(throws: Refusal.self) {
      try await world.submit("EXA0001\n\n" + Sample.submission(count: 5))
    }
    #expect(again?.code == "reference_received")
    #expect(again?.message.contains("Of its 5 passages 4 are worded as in EXA0001") == true)
  }
}
