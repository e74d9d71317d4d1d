import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What staff write for the public names nobody who is not to be named.
@Suite(.database) struct PublicWordsTests {
  private func expectNaming(_ field: String?, _ body: () async throws -> Void) async {
    do {
      try await body()
      Issue.record("a name was taken in \(field ?? "the words")")
    } catch {
      let refusal = error as? Refusal
      #expect(refusal?.code == "anonymous_named", "\(error)")
      #expect(refusal?.field == field)
      #expect(refusal?.message.contains("Nightshade") == false)
    }
  }

  /// Somebody's submission is decided on without her name.
  private func withheld() async throws -> World {
    let world = try await World.make()
    try await world.submit(
      "Written evidence submitted by Dr Ophelia Nightshade\n\n1. Help came late to me.\n",
      .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(
      .publishedAnonymous, "EXA0001", printedName: "Name withheld")
    return world
  }

  @Test func `what an inquiry says of itself names nobody`() async throws {
    let world = try await withheld()
    await expectNaming("title") {
      try await world.perform(
        EditInquiry(
          title: "What Ophelia Nightshade saw", summary: nil, banner: nil, revision: 2))
    }
    await expectNaming("summary") {
      try await world.perform(
        EditInquiry(title: nil, summary: "Ms Nightshade wrote.", banner: nil, revision: 2))
    }
    await expectNaming("banner") {
      try await world.perform(
        EditInquiry(title: nil, summary: nil, banner: "For OPHELIA NIGHTSHADE.", revision: 2))
    }
    await expectNaming("text") {
      try await world.perform(
        ReviseTerms("Ask Ophelia Nightshade.", World.decided, revision: 2))
    }
    try await world.perform(
      EditInquiry(title: "Of nightshades", summary: nil, banner: nil, revision: 2))
    try await world.perform(ReviseTerms("Ask everybody.", World.decided, revision: 3))
  }

  @Test func `an inquiry that is private names nobody once it is launched`() async throws {
    let world = try await withheld()
    let slug = "another"
    try await world.open(slug)
    try await world.submit(
      "Written evidence submitted by Dr Zebedina Quill\n\n1. Help came late to me.\n",
      .init(kind: .individual), in: slug)
    try await world.perform(
      RecordConsent(
        ["EXA0001"],
        .init(
          .given, givenBy: "form", on: World.today, uses: [.publish], wording: nil, reviewOn: nil)),
      in: slug)
    let named = EditInquiry(
      title: "Dr Zebedina Quill's inquiry", summary: nil, banner: nil, revision: 1)
    try await world.perform(named, in: slug)
    await expectNaming("title") { try await world.perform(LaunchInquiry(World.decided), in: slug) }
    // Of another inquiry's people nothing is told.
    try await world.perform(
      EditInquiry(
        title: "As Ophelia Nightshade says", summary: nil, banner: nil, revision: 2), in: slug)
    try await world.perform(LaunchInquiry(World.decided), in: slug)
  }

  @Test func `a call names nobody`() async throws {
    let world = try await withheld()
    for (slug, title, text) in [
      ("one", "Ophelia Nightshade's call", "Tell us."), ("two", "A call", "Ask Dr Nightshade."),
    ] {
      try await world.perform(
        OpenCall(
          slug: slug, title: title, text: text,
          periods: [.init(opensOn: World.today, closesOn: nil)]))
      await expectNaming(nil) { try await world.perform(PublishCall(slug, World.decided)) }
    }
  }

  @Test func `what a report finds names nobody, also before the submission is published`()
    async throws
  {
    let world = try await withheld()
    try await world.publish(Sample.transcript())
    try await world.push(
      Sample.draft().replacing("Help comes late.", with: "Help came late to Ophelia Nightshade."))
    await expectNaming(nil) { try await world.publishReport() }
    try await world.push(Sample.draft(base: 1))
    try await world.publishReport()
  }

  @Test func `who was named before goes out of the summary first`() async throws {
    let world = try await World.make()
    func summary(_ text: String, _ revision: Int) async throws {
      try await world.perform(
        EditInquiry(title: nil, summary: text, banner: nil, revision: revision))
    }
    try await summary("Asked for by Ophelia Nightshade.", 2)
    try await world.submit(
      "Written evidence submitted by Dr Ophelia Nightshade\n\n1. Help came late to me.\n",
      .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    await expectNaming(nil) {
      try await world.perform(PublishSources(["EXA0001"], World.decided))
    }
    try await summary("Asked for by many.", 3)
    try await world.perform(PublishSources(["EXA0001"], World.decided))
  }

  @Test func `who is heard under the name is named`() async throws {
    let world = try await withheld()
    try await world.publish(Sample.transcript(witness: "Ophelia Nightshade"))
    try await world.perform(
      EditInquiry(
        title: nil, summary: "Ophelia Nightshade was heard.", banner: nil, revision: 2))
  }

  /// A name is left out of somebody's submission, which is decided on and not public yet.
  private func omitted() async throws -> World {
    let world = try await World.make()
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina Quill at school"))
    try await world.consent(to: ["EXA0001"])
    try await world.redact("EXA0001, para 2", "Zebedina Quill")
    try await world.decide(.publishedRedacted, "EXA0001")
    return world
  }

  private func refused(_ act: some Act, _ world: World) async -> Refusal? {
    do {
      _ = try await world.perform(act)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  @Test func `what an inquiry says of itself prints no name that is left out of evidence`()
    async throws
  {
    let world = try await omitted()
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    for (field, edit) in [
      ("title", EditInquiry(title: "Zebedina Quill", summary: nil, banner: nil, revision: 2)),
      ("summary", EditInquiry(title: nil, summary: "ZEBEDINA  Quill.", banner: nil, revision: 2)),
      ("banner", EditInquiry(title: nil, summary: nil, banner: "To Zebedina Quill", revision: 2)),
    ] {
      let refusal = await refused(edit, world)
      #expect(refusal?.code == "omitted_words_printed", "\(field)")
      #expect(refusal?.field == field)
      #expect(refusal?.message.contains("EXA0001, para 2") == true)
      #expect(refusal?.message.contains("Quill") == false)
    }
    let terms = await refused(
      ReviseTerms("Ask Zebedina Quill.", World.decided, revision: 2), world)
    #expect(terms?.code == "omitted_words_printed")
    try await world.perform(
      EditInquiry(title: "Of quills", summary: "Zebedina said so.", banner: nil, revision: 2))
  }

  @Test func `what was named before goes out of the summary before it is left out in public`()
    async throws
  {
    let world = try await omitted()
    try await world.perform(
      EditInquiry(title: nil, summary: "Of Zebedina Quill.", banner: nil, revision: 2))
    let refusal = await refused(PublishSources(["EXA0001"], World.decided), world)
    #expect(refusal?.code == "omitted_words_printed")
    try await world.perform(
      EditInquiry(title: nil, summary: "Of many.", banner: nil, revision: 3))
    try await world.perform(PublishSources(["EXA0001"], World.decided))
  }
}
