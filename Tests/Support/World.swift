public import Conduct
import Crypto
public import Inquiries
import Papers
public import Postgres
public import Records

/// An installation for one test: a database, an office, and people in it. It
/// acts through the product's own acts, never by SQL.
public struct World: Sendable {
  public let database: TestDatabase
  public let staff: Pool
  public let office: Office
  public static let slug = "example"
  public static let today = Day(daysSince1970: 20_000)

  /// - Parameter kind: Of the body whose inquiry is opened and launched.
  public static func make(_ kind: BodyKind = .commonsCommittee) async throws -> World {
    let database = try TestDatabase.require()
    let staff = try TestDatabase.pool(database.conninfo("inquiry_staff"), size: 4)
    let world = World(
      database: database, staff: staff,
      office: Office(
        staff: staff, keys: Keys(secret: SymmetricKey(data: Array(repeating: 7, count: 32))),
        clock: { Instant(microseconds: Int64(today.daysSince1970) * 86_400_000_000) }))
    try await world.open(slug, kind)
    try await world.perform(LaunchInquiry(decided))
    return world
  }

  public static let decided = DecisionTerms(on: today, by: "The committee")

  public static func decided(because reason: String) -> DecisionTerms {
    DecisionTerms(on: today, by: "The committee", reason: reason)
  }

  public func open(_ slug: String, _ kind: BodyKind = .commonsCommittee) async throws {
    _ = try await office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-\(slug)", name: "The Body", kind: kind), slug: slug,
          title: "An inquiry", referencePrefix: "EXA", launchedOn: World.today)),
      by: .machineOperator)
  }

  @discardableResult
  public func perform<A: Act>(
    _ act: A, in slug: String = World.slug, by actor: Actor = .machineOperator
  ) async throws -> A.Outcome {
    try await office.perform(act, in: slug, by: actor)
  }

  public func read<T: Sendable>(
    in slug: String = World.slug,
    _ body: @escaping @Sendable (Viewpoint, Connection) throws -> T
  ) async throws -> T {
    try await office.read(in: slug, by: .machineOperator, body)
  }

  /// Imports a record as a clerk would.
  @discardableResult
  public func receive(
    _ text: String, as said: RecordRead.Said = .init(kind: .transcript), fileName: String = "a.txt",
    in slug: String = World.slug
  ) async throws -> ImportReport {
    try await perform(
      ReceiveRecord(
        RecordRead(PaperFile(Array(text.utf8), name: fileName), said: said)),
      in: slug)
  }

  /// Imports, accepts and publishes a record.
  @discardableResult
  public func publish(
    _ text: String, as said: RecordRead.Said = .init(kind: .transcript), fileName: String = "a.txt"
  ) async throws -> ImportReport {
    let report = try await receive(text, as: said, fileName: fileName)
    try await perform(AcceptSources([report.reference], World.decided))
    try await perform(PublishSources([report.reference], World.decided))
    return report
  }

  /// Pushes a draft.
  @discardableResult
  public func push(_ markdown: String) async throws -> PushReport {
    let draft = try DraftReader.read(Array(markdown.utf8), fileName: "report.md")
    return try await perform(PushDraft(draft, fileName: "report.md"))
  }

  /// Builds and publishes the newest draft.
  @discardableResult
  public func publishReport(in slug: String = World.slug) async throws -> Int {
    let material = try await read(in: slug) { try ReportMaterial.read(as: $0, on: $1) }
    let document = try await material.build(with: ReportBuilder(converter: Converter()))
    return try await perform(PublishReport(document, World.decided), in: slug)
  }

  /// A staff user with one role in the inquiry.
  public func user(_ name: String, _ role: Role, in slug: String? = World.slug) async throws
    -> (actor: Actor, token: String)
  {
    let token = try await office.perform(
      AddStaffUser(name: name, role: role, inquiry: slug, wantsToken: true), by: .machineOperator)
    return (try await office.actor(showing: token ?? ""), token ?? "")
  }
}

/// Records written for tests.
public enum Sample {
  /// Of a sitting with two witnesses.
  public static let agenda = """
    Oral evidence: Buses
    Tuesday 7 November 2023
    10.00 am
    Committee Room 5
    Members present: Clare Member (Chair); Dev Member.
    Witnesses: Jane Doe, Director, The Organisation; and Tom Okoro, Driver, Valley Buses.
    """

  /// The transcript of the sitting of ``agenda``; what the second question leads to is said in
  /// confidence.
  public static let heard = """
    The Example Committee
    Oral evidence: Buses, HC 1
    Tuesday 7 November 2023
    Members present: Clare Member (Chair); Dev Member.
    Questions 1 - 3
    Witnesses
    I: Jane Doe, Director, The Organisation; and Tom Okoro, Driver, Valley Buses.
    Examination of witnesses
    Witnesses: Jane Doe and Tom Okoro.

    Q1  Chair: How many villages have lost their last bus?

    Jane Doe: One in three of those that we counted had no bus on a weekday.

    Q2  Dev Member: Who was the operator that let them down?

    Tom Okoro: The name I give in confidence is that of Grasping Coaches.

    Q3  Chair: What would help first?

    Jane Doe: One bus a day that can be relied on does more than six that cannot.
    """

  /// A transcript with so many questions, from a first one.
  public static func transcript(
    from first: Int = 1, count: Int = 3, on day: String = "Tuesday 7 November 2023",
    witness: String = "Ann Witness", words: String = "We found that help came late."
  ) -> String {
    let questions = (first..<first + count).map { number in
      "Q\(number)  Chair: What did you see in case \(number)?\n\n\(witness): \(words) It was case \(number).\n"
    }
    return """
      The Example Committee
      Oral evidence: An inquiry, HC 1
      \(day)
      Members present: Clare Member (Chair); Dev Member.
      Questions \(first) - \(first + count - 1)
      Witnesses
      I: \(witness), Director, The Organisation.
      Examination of witness
      Witness: \(witness).

      \(questions.joined(separator: "\n"))
      """
  }

  /// A draft that cites a locator and holds one finding and one recommendation.
  public static func draft(citing locator: String = "Q1", base: Int? = nil) -> String {
    """
    ---
    title: A report
    inquiry: example
    \(base.map { "base: \($0)\n" } ?? "")---

    # Summary

    Help came late. [@\(locator)]

    ::: {.finding #late-help}
    Help comes late. [@\(locator)]
    :::

    ::: {.recommendation #earlier-help}
    The Department should bring help forward.
    :::
    """
  }
}
