import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// A name that is withheld is found in whatever form it is said, and wherever it is printed.
@Suite(.database) struct WithheldNameTests {
  /// Somebody whose submission is decided on without the name.
  private func unnamed(
    _ name: String, words: String = "Help came late to me."
  ) async throws -> World {
    let world = try await World.make()
    try await withhold(name, words: words, world)
    return world
  }

  private func withhold(_ name: String, words: String, _ world: World) async throws {
    try await world.submit(
      "Written evidence submitted by \(name)\n\n1. \(words)\n", .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
  }

  private func remarks(in source: String, _ world: World) async throws -> [PersonalDataRemark] {
    try await world.read { try PersonalDataCheck.remarks(onSource: source, as: $0, on: $1) }
  }

  @Test(arguments: [
    ("Sean O'Neill", "Mr O'Neill"), ("Sean O'Neill", "MR O’NEILL"),
    ("Fay Lark-Wood", "Ms Lark-Wood"), ("Fay Lark-Wood", "Ms Wood"),
    ("Caitlin McCrae-Doyle", "C. McCrae-Doyle"), ("Caitlin McCrae-Doyle", "C.A. McCrae-Doyle"),
    ("Aisha Rahman", "A. Rahman's brother"), ("Maeve Tully", "Miss M. Tully"),
    ("Peter Quill", "PJ QUILL"), ("Peter Quill", "Mr J. Quill"), ("Peter Quill", "Cllr Quill"),
    ("Peter Quill", "the Revd. P. Quill"), ("Fay Lark-Wood", "Nurse Wood"),
    ("Nurse Fay Lark-Wood", "Fay Lark-Wood"), ("Peter Quill", "JUDGE QUILL"),
  ])
  func `a surname is found behind a title and behind initials`(
    name: String, said: String
  ) async throws {
    let world = try await unnamed(name)
    try await world.submit(
      "Written evidence submitted by A charity\n\n1. We asked \(said) about it.\n",
      fileName: "b.txt")
    #expect(try await remarks(in: "EXA0002", world).map(\.kind) == [.withheldName])
  }

  @Test func `a surname that is a word is looked for behind initials of its own alone`()
    async throws
  {
    let world = try await unnamed("Ann Young")
    try await world.submit(
      """
      Written evidence submitted by A charity

      1. We asked my sister young as she was, a young person, and B. Young about it. I. Young people knew. O'Young did not.
      """, fileName: "b.txt")
    #expect(try await remarks(in: "EXA0002", world).map(\.kind) == [])
  }

  @Test func `a family of the name is a part of the name`() async throws {
    let world = try await unnamed(
      "Caitlin McCrae-Doyle", words: "The McCraes and the DOYLES were never asked.")
    #expect(try await remarks(in: "EXA0001", world).map(\.kind) == [.ownName, .ownName])
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["EXA0001"], World.decided))
    }
    #expect(error?.code == "personal_data_open")
  }

  private func publishing(_ said: String, base: Int?, _ world: World) async throws -> String? {
    try await world.push(
      Sample.draft(citing: "EXA0001, para 1", base: base).replacing(
        "# Summary\n", with: "# Summary\n\n\(said) wrote to us in November.\n"))
    do {
      _ = try await world.publishReport()
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
  }

  @Test func `a report that cites somebody says the surname nowhere`() async throws {
    let world = try await unnamed("Peter Quill")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    var base: Int?
    for said in ["Mr Quill", "A driver, Mr P. Quill,", "P. QUILL"] {
      #expect(try await publishing(said, base: base, world) == "anonymous_named", "\(said)")
      base = (base ?? 0) + 1
    }
    #expect(try await publishing("Somebody with a quill", base: base, world) == nil)
  }

  @Test func `a surname in a report may be that of somebody who is public`() async throws {
    let world = try await unnamed("Peter Quill")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    try await world.publish(Sample.transcript(witness: "Paula Quill"))
    #expect(try await publishing("Ms P. Quill", base: nil, world) == nil)
    #expect(try await publishing("Peter Quill", base: 1, world) == "anonymous_named")
  }

  private func expectOpen(_ reference: String, _ world: World) async throws {
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources([reference], World.decided))
    }
    #expect(error?.code == "personal_data_open")
    #expect(error?.message.contains("inquiry session map-label") == true)
  }

  @Test func `a label of nobody known is looked at`() async throws {
    let world = try await unnamed("Aisha Rahman")
    try await world.receive(
      Sample.transcript().replacing(
        "Ann Witness: We found that help came late. It was case 2.",
        with: "Aisha Rahman: We found that help came late. It was case 2."))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let found = try await remarks(in: "OS1", world)
    #expect(found.map(\.kind) == [.withheldName])
    #expect(found.map(\.locator) == ["Q2+1, label"])
    try await expectOpen("OS1", world)
    // It is printed as before where it is said to be hers.
    try await world.perform(
      MapLabel("Aisha Rahman", of: "OS1", to: .person(try await id(of: "Aisha Rahman", world))))
    #expect(try await remarks(in: "OS1", world).map(\.locator) == ["Q2+1, label"])
    try await world.perform(MapLabel("Aisha Rahman", of: "OS1", to: .listed("Ann Witness")))
    #expect(try await remarks(in: "OS1", world).map(\.locator) == [])
    try await world.perform(PublishSources(["OS1"], World.decided))
  }

  private func id(of name: String, _ world: World) async throws -> Identifier<Person> {
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    return try #require(people.first { $0.name == name }).id
  }

  @Test func `a label that is public is not said to be theirs`() async throws {
    let world = try await unnamed("Aisha Rahman")
    try await world.publish(
      Sample.transcript().replacing(
        "Ann Witness: We found that help came late. It was case 2.",
        with: "Basil Guest: We found that help came late. It was case 2."))
    let hers = try await id(of: "Aisha Rahman", world)
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(MapLabel("Basil Guest", of: "OS1", to: .person(hers)))
    }
    #expect(error?.code == "anonymous_named")
    try await world.perform(MapLabel("Basil Guest", of: "OS1", to: .listed("Ann Witness")))
  }

  @Test func `what a witness is said to be is looked at`() async throws {
    let transcript = Sample.transcript().replacing(
      "Director, The Organisation", with: "guardian of Daniel Whitlock")
    let world = try await unnamed("Daniel Whitlock")
    try await world.receive(transcript)
    try await world.perform(AcceptSources(["OS1"], World.decided))
    #expect(
      try await remarks(in: "OS1", world).map(\.locator) == ["OS1, witness Ann Witness"])
    try await expectOpen("OS1", world)
  }

  @Test func `what a public witness is said to be is told before the paper is published`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript().replacing(
        "Director, The Organisation", with: "guardian of Daniel Whitlock"))
    try await withhold("Daniel Whitlock", words: "Help came late to me.", world)
    try await expectOpen("EXA0001", world)
  }

  @Test func `a name that was withheld is not told by the inquiry that follows`() async throws {
    let world = try await unnamed("Kit Sorrel")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    try await world.perform(LapseInquiry(World.decided))
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-example", name: "The Body", kind: .commonsCommittee),
          slug: "next", title: "The next inquiry", referencePrefix: "NXT",
          predecessorSlug: World.slug, launchedOn: World.today)),
      by: .machineOperator)
    try await world.perform(LaunchInquiry(World.decided), in: "next")
    let edit = EditInquiry(
      title: nil, summary: "As Kit Sorrel told us.", banner: nil, revision: 2)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(edit, in: "next")
    }
    #expect(refusal?.code == "anonymous_named")
    // There the same person writes under the name.
    try await world.submit(
      "Written evidence submitted by Kit Sorrel\n\n1. I was asked again, and say so.\n",
      .init(kind: .individual), fileName: "c.txt", in: "next")
    try await world.perform(
      RecordConsent(
        ["NXT0001"],
        .init(
          .given, givenBy: "form", on: World.today, uses: Set(ConsentUse.allCases), wording: nil,
          reviewOn: nil)),
      in: "next")
    try await world.perform(
      DecideOutcome(["NXT0001"], .publishedNamed, printedName: nil, World.decided), in: "next")
    try await world.perform(PublishSources(["NXT0001"], World.decided), in: "next")
    try await world.perform(edit, in: "next")
  }
}
