import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Words that were left out of one place and stand in others.
@Suite(.database) struct WordsElsewhereTests {
  private func redact(
    _ locator: String, _ words: String, in world: World
  ) async throws -> WordsElsewhere {
    try await world.perform(
      RedactPassage(locator, words: words, World.decided(because: "Names a third person."))
    ).elsewhere
  }

  @Test func `what is left out of one place is told of wherever else it stands`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina Quill")
        .replacing("in place 3", with: "with Zebedina Quillfeather"))
    try await world.submit(
      Sample.submission(from: "Others", count: 2, words: "We know of Zebedina-Quill."))
    try await world.publish(
      Sample.transcript().replacing("It was case 2.", with: "It was ZEBEDINA QUILL’s case."))
    let found = try await redact("EXA0001, para 2", "Zebedina Quill", in: world)
    #expect(found.count == 3)
    #expect(
      found.places == [
        .init(locator: "Q2+1", reference: "OS1", isPublic: true, isRedactable: false),
        .init(
          locator: "EXA0002, para 1", reference: "EXA0002", isPublic: false, isRedactable: true),
        .init(
          locator: "EXA0002, para 2", reference: "EXA0002", isPublic: false, isRedactable: true),
      ])
  }

  @Test(arguments: ["Zak Soren", "ZAK SØREN", "Z\u{AD}ak-So\u{AD}ren", "Z\u{307}ak Søren"])
  func `accents, and what is not seen, hide no name`(written: String) async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission().replacing("in place 2", with: "with Żak Søren"))
    try await world.submit(
      Sample.submission(from: "Others", count: 1, words: "\(written) told us."))
    let found = try await redact("EXA0001, para 2", "Żak Søren", in: world)
    #expect(found.places.map(\.locator) == ["EXA0002, para 1"])
  }

  @Test func `names that a correction takes out of a record are told of wherever else they stand`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript().replacing("It was case 2.", with: "It was Zebedina Quill. We ran.")
        .replacing("It was case 3.", with: "It was zebedina quill."))
    try await world.submit(Sample.submission(count: 1, words: "We know of Zebedina Quill. We run."))
    let words = "We found that help came late. It was hers. We walked."
    let removed = try await world.perform(
      CorrectPassage(
        "Q2+1", version: 1, text: words, CorrectionTerms(removal: "It named a child.")))
    #expect(removed.elsewhere.places.map(\.locator) == ["Q3+1", "EXA0001, para 1"])
    let plain = try await world.perform(
      CorrectPassage("Q3+1", version: 1, text: "We found that help came late. It was his."))
    #expect(plain.elsewhere == .nowhere)
  }

  /// Publishes a report that says so by itself.
  private func report(saying words: String, in world: World) async throws {
    try await world.push(
      Sample.draft().replacing("# Summary\n", with: "# Summary\n\n\(words)\n"))
    _ = try await world.publishReport()
  }

  private func remove(
    _ locator: String, version: Int = 1, leaving words: String,
    because reason: String = "It named a child.", in world: World
  ) async throws -> CorrectedPassage {
    try await world.perform(
      CorrectPassage(
        locator, version: version, text: "We found that help came late. \(words)",
        CorrectionTerms(removal: reason)))
  }

  @Test func `names within more words, and those of every version that goes, are told of`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(Sample.submission(count: 1, words: "We know of Percy Quint."))
    try await world.submit(
      Sample.submission(from: "Others", count: 1, words: "We know of Vera Plumb."))
    try await world.submit(Sample.submission(from: "Friends", count: 1, words: "It may be so."))
    try await world.publish(
      Sample.transcript().replacing(
        "It was case 2.", with: "It was a school, run by Percy Quint since May."))
    try await report(saying: "Percy Quint wrote to us in November.", in: world)
    try await world.perform(
      CorrectPassage(
        "Q2+1", version: 1, text: "We found that help came late. It was the home of Vera Plumb."))
    let telling = await #expect(throws: Refusal.self) {
      _ = try await remove(
        "Q2+1", version: 2, leaving: "It was elsewhere.", because: "It named Percy Quint.",
        in: world)
    }
    #expect(telling?.code == "reason_tells")
    let removed = try await remove("Q2+1", version: 2, leaving: "It was elsewhere.", in: world)
    #expect(removed.elsewhere.places.map(\.locator) == ["EXA0001, para 1", "EXA0002, para 1"])
    #expect(removed.publicPlaces.map { $0.hasPrefix("the report, paragraph ") } == [true])
  }

  @Test func `ordinary words and parts of words are not told of`() async throws {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript().replacing("It was case 2.", with: "It was the case.")
        .replacing("It was case 3.", with: "It was Rex then."))
    try await report(saying: "Rexford wrote to the Committee.", in: world)
    let article = try await remove("Q2+1", leaving: "It was case.", in: world)
    #expect(article.publicPlaces == [])
    #expect(article.elsewhere == .nowhere)
    let name = try await remove("Q3+1", leaving: "It was hers then.", in: world)
    #expect(name.publicPlaces == [])
    #expect(name.elsewhere == .nowhere)
  }

  @Test func `a footnote in which the words stand is told of until it is taken away`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(count: 2, words: "We asked.").replacing(
        "in place 1", with: "with Zebedina Quill"))
    try await world.publish(
      Sample.transcript().replacing("It was case 2.", with: "It was Zebedina Quill."))
    let noted = try await world.perform(
      AnnotatePassage("Q3+1", .footnote("Zebedina Quill counted."), isPersonalDataSeen: true))
    let note = try #require(noted.first?.correction.id)
    let removed = try await world.perform(
      CorrectPassage(
        "Q2+1", version: 1, text: "We found that help came late. It was hers.",
        CorrectionTerms(removal: "It named a child.")))
    #expect(
      removed.elsewhere.places == [
        .init(
          locator: "Q3+1", reference: "OS1", footnote: Int(note), isPublic: true,
          isRedactable: false),
        .init(
          locator: "EXA0001, para 1", reference: "EXA0001", isPublic: false, isRedactable: true),
      ])
    try await world.perform(RemoveAnnotation(note, revision: 1))
    #expect(try await redact("EXA0001, para 1", "Zebedina Quill", in: world) == .nowhere)
  }

  @Test func `what went, or is kept in private or in another inquiry, is not told of`()
    async throws
  {
    let world = try await World.make()
    try await world.open("other")
    let text = Sample.submission(count: 2, words: "We know of Zebedina Quill.")
    try await world.submit(text)
    try await world.submit(text, in: "other")
    try await world.publish(
      Sample.transcript(count: 1, words: "Zebedina Quill was late."))
    try await world.receive(
      Sample.transcript(from: 2, count: 2, on: "Tuesday 14 November 2023")
        .replacing("It was case 3.", with: "It was Zebedina Quill."), fileName: "b.txt")
    try await world.perform(SetPrivacy("OS2", hidden: ["Q3"], shown: []))
    #expect(
      try await redact("EXA0001, para 1", "Zebedina Quill", in: world).places.map(\.locator)
        == ["Q1+1", "EXA0001, para 2"])
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "A name had to go.")))
    #expect(try await redact("EXA0001, para 2", "Zebedina Quill", in: world) == .nowhere)
  }

  @Test func `of words that stand in very many places the first are listed, and all counted`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(Sample.submission(count: 60, words: "We know of Zebedina Quill."))
    let found = try await redact("EXA0001, para 1", "Zebedina Quill", in: world)
    #expect(found.count == 59)
    #expect(found.places.count == WordsElsewhere.mostListed)
    #expect(found.places.first?.locator == "EXA0001, para 2")
  }

  @Test func `of very many phrases the longest are looked for`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(count: 1, words: "We know of Zebedina Quill."))
    func places(beside others: Int) async throws -> [String] {
      let phrases = ["zebedina quill"] + (1...others).map { "words that stand nowhere \($0)" }
      return try await world.read { try WordsElsewhere.of(SoughtWords(phrases), as: $0, on: $1) }
        .places.map(\.locator)
    }
    #expect(try await places(beside: 19) == ["EXA0001, para 1"])
    #expect(try await places(beside: 20) == [])
  }
}
