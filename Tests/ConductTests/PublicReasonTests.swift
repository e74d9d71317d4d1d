import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// Reasons that the public is shown tell nothing of what went.
@Suite(.database) struct PublicReasonTests {
  private func expectTelling(
    _ secret: String, _ field: String, _ body: () async throws -> Void
  ) async {
    do {
      try await body()
      Issue.record("“\(secret)” was taken")
    } catch {
      let refusal = error as? Refusal
      #expect(refusal?.code == "reason_tells", "\(error)")
      #expect(refusal?.field == field)
      #expect(refusal?.message.contains(secret) == false)
    }
  }

  @Test func `a reason for removal repeats nothing of what it removes`() async throws {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript(words: "It was a child, Lucy Locket, who slept in cold rooms."))
    func correct(_ reason: String) async throws {
      try await world.perform(
        CorrectPassage(
          "Q1+1", version: 1, text: "It was somebody.", CorrectionTerms(removal: reason)))
    }
    for (reason, secret) in [
      ("It named a child, Lucy Locket.", "Lucy"), ("It named LUCY.", "LUCY"),
      ("It told of cold  rooms.", "cold"), ("Ring 07700 900456.", "07700"),
      ("Write to lucy@example.org.", "example.org"),
    ] {
      await expectTelling(secret, "removal") { try await correct(reason) }
    }
    try await correct("It named somebody young.")
  }

  @Test func `a corrected file is held to the same`() async throws {
    let world = try await World.make()
    let file = Sample.transcript(words: "We found that help came late to Lucy Locket.")
    try await world.publish(
      file.replacing("Oral evidence: An", with: "Uncorrected oral evidence: An"))
    let read = try RecordRead(
      PaperFile(
        Array(file.replacing("Lucy Locket", with: "somebody").utf8), name: "b.txt"),
      said: .init(kind: .transcript))
    await expectTelling("Lucy", "removal") {
      try await world.perform(
        CorrectRecord(
          "OS1", read, CorrectionTerms(removal: "It named Lucy."), leavesMisfits: false))
    }
  }

  @Test func `a reason for withdrawal names nobody who is not to be named`() async throws {
    let world = try await World.make()
    for name in ["Ada Brook", "Zebedina Quill"] {
      try await world.submit(
        Sample.submission(from: name).replacing(
          "in place 1", with: "by the sea, said \(name.count)"),
        .init(kind: .individual), fileName: "\(name).txt")
    }
    try await world.consent(to: ["EXA0001-0002"], [.publish])
    try await world.decide(
      .publishedAnonymous, "EXA0001-0002", printedName: "Name withheld")
    try await world.perform(PublishSources(["EXA0001-0002"], World.decided))
    for (reason, secret) in [
      ("Ada Brook of Yarm asked for it.", "Ada"), ("Ms Brook asked for it.", "Brook"),
      ("Ada asked for it.", "Ada"), ("As ZEBEDINA QUILL asked.", "QUILL"),
      ("Ring 07700 900456.", "07700"),
    ] {
      await expectTelling(secret, "decision.reason") {
        try await world.perform(WithdrawSources(["EXA0001"], World.decided(because: reason)))
      }
      await expectTelling(secret, "decision.reason") {
        try await world.perform(TakeDownSources(["EXA0001"], World.decided(because: reason)))
      }
    }
    // Who is gone is not named by what goes later, and part of the name is no name.
    try await world.perform(
      WithdrawSources(["EXA0001"], World.decided(because: "The writer asked for it.")))
    await expectTelling("Ada", "decision.reason") {
      try await world.perform(
        WithdrawSources(["EXA0002"], World.decided(because: "Asked for with Ada Brook.")))
    }
    try await world.perform(
      WithdrawSources(["EXA0002"], World.decided(because: "Brook House asked for it.")))
  }
}
