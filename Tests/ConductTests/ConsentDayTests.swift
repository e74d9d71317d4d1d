import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// A day of consent that was written down wrongly, and what was said with it.
@Suite(.database) struct ConsentDayTests {
  private func say(
    _ consent: Consent, on day: Day, witness: String? = nil, _ world: World
  ) async throws {
    try await world.perform(
      RecordConsent(
        reference: "EXA0001", witness: witness, consent: consent, givenBy: "letter", on: day))
  }

  private func contributions(_ world: World) async throws -> [Contribution] {
    try await world.read { try Contribution.all(as: $0, on: $1) }
  }

  private func code(_ act: CorrectConsentDay, _ world: World) async -> String? {
    await #expect(throws: Refusal.self) { try await world.perform(act) }?.code
  }

  @Test func `a day too late is corrected with its reason, and a later word replaces it then`()
    async throws
  {
    let world = try await World.make()
    try await world.submit()
    try await say(.given, on: World.day(-1), world)
    let held = await #expect(throws: Refusal.self) {
      try await say(.withdrawn, on: World.day(-3), world)
    }
    #expect(held?.code == "consent_older")
    #expect(held?.message.contains("inquiry consent correct") == true)
    let read = try await contributions(world)
    let mended = try await world.perform(
      CorrectConsentDay(
        "EXA0001", to: World.day(-10), because: "The form is older.",
        revisions: read.map(\.revision)))
    #expect(mended.map(\.on) == [World.day(-10)])
    #expect(mended.map(\.consent) == [.given])
    #expect(mended.map(\.uses) == read.map(\.uses))
    #expect(mended.map(\.givenBy) == ["letter"])
    #expect(try await contributions(world) == mended)
    let entry = try await world.database.asSuperuser { connection in
      try connection.one(
        """
        SELECT act, detail->>'from', detail->>'to', detail->>'reason'
        FROM record.audit_entry ORDER BY id DESC LIMIT 1
        """
      ) { row in [try row.next() as String, try row.next(), try row.next(), try row.next()] }
    }
    #expect(
      entry == [
        CorrectConsentDay.title, World.day(-1).description, World.day(-10).description,
        "The form is older.",
      ])
    let stale = CorrectConsentDay(
      "EXA0001", to: World.day(-9), because: "x", revisions: read.map(\.revision))
    #expect(await code(stale, world) == "revision_differs")
    try await say(.withdrawn, on: World.day(-3), world)
    #expect(try await contributions(world).map(\.consent) == [.withdrawn])
  }

  @Test func `what is no correction of a day is refused`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(), .init(submitters: ["Ann Poe", "Bob Roe"]))
    func correct(
      to day: Day = World.day(-4), of witness: String? = nil, because reason: String = "x"
    ) async -> String? {
      await code(
        CorrectConsentDay("EXA0001", witness: witness, to: day, because: reason), world)
    }
    #expect(await correct() == "consent_not_recorded")
    try await say(.given, on: World.day(-2), witness: "Ann Poe", world)
    #expect(await correct(to: World.day(1)) == "consent_in_future")
    #expect(await correct(because: " ") == "reason_missing")
    #expect(await correct(to: World.day(-2)) == "consent_day_stands")
    #expect(await correct(of: "Cat") == "contribution_not_found")
    #expect(await correct(of: "Bob Roe") == "consent_not_recorded")
    try await say(.refused, on: World.day(-1), witness: "Bob Roe", world)
    #expect(await correct() == "consent_days_differ")
    let mended = try await world.perform(
      CorrectConsentDay("EXA0001", witness: "Bob Roe", to: World.day(-4), because: "A slip."))
    #expect(mended.map(\.on) == [World.day(-4)])
    #expect(try await contributions(world).map(\.on) == [World.day(-2), World.day(-4)])
    try await world.submit(Sample.submission(words: "Other."))
    let range = CorrectConsentDay("EXA0001-0002", to: World.day(-5), because: "x")
    #expect(await code(range, world) == "contribution_not_found")
  }

  @Test func `a witness is meant whichever apostrophe the name is typed with`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(from: "Peter O’Dowd"), .init(kind: .individual))
    let recorded = try await world.perform(
      RecordConsent(
        reference: "EXA0001", witness: "Peter O'Dowd", consent: .given, givenBy: "form",
        on: World.today))
    #expect(recorded.contributions.map(\.witness.name) == ["Peter O’Dowd"])
    #expect(recorded.contributions.map(\.consent) == [.given])
    let corrected = try await world.perform(
      CorrectConsentDay(
        "EXA0001", witness: "Peter O'Dowd", to: World.day(-1), because: "A slip."))
    #expect(corrected.map(\.on) == [World.day(-1)])
    let other = await #expect(throws: Refusal.self) {
      try await world.perform(
        RecordConsent(
          reference: "EXA0001", witness: "Peter Dowd", consent: .given, givenBy: "form",
          on: World.today))
    }
    #expect(other?.code == "contribution_not_found")
  }
}
