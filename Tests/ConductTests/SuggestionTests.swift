import Conduct
import Foundation
import Inquiries
import Records
import TestSupport
import Testing

@Suite(.database) struct SuggestionTests {
  /// A program that speaks as the sentence model does. Its vectors tell four
  /// words apart, two of which mean the same.
  private func program(_ name: String, after hello: String) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "meaning-\(name)-\(UUID().uuidString)").path
    let script = """
      #!/usr/bin/env python3
      import base64, json, struct, sys
      print(json.dumps({"model": "all-MiniLM-L6-v2", "dimensions": 384}), flush=True)
      \(hello)
      def vector(text):
          axes = [0.01] * 384
          for word, axis in (("late", 1), ("tardy", 1), ("cost", 2), ("school", 3)):
              axes[axis] += text.lower().count(word)
          return struct.pack("<384f", *axes)
      for line in sys.stdin:
          vectors = b"".join(map(vector, json.loads(line)["texts"]))
          print(json.dumps({"vectors": base64.b64encode(vectors).decode()}), flush=True)
          \(hello == "once = True" ? "break" : "")
      """
    try #require(
      FileManager.default.createFile(
        atPath: path, contents: Data(script.utf8), attributes: [.posixPermissions: 0o700]))
    try awaitLetGo(path)
    return path
  }

  /// A test that begins a program at this moment holds on to the file as if it wrote it, and
  /// the system runs nothing that is written.
  private func awaitLetGo(_ path: String) throws {
    for attempt in 1...100 {
      let trial = Process()
      trial.executableURL = URL(filePath: path)
      trial.standardInput = FileHandle.nullDevice
      trial.standardOutput = FileHandle.nullDevice
      trial.standardError = FileHandle.nullDevice
      do {
        try trial.run()
        return trial.terminate()
      } catch  where attempt < 100 {
        usleep(20_000)
      }
    }
  }

  private func world() async throws -> (World, Actor) {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript(count: 2, words: "We found that help came late."))
    try await world.receive(
      Sample.transcript(
        from: 3, count: 2, on: "Tuesday 14 November 2023", witness: "Ben Witness",
        words: "The cost of schooling rose."))
    try await world.push(Sample.draft())
    return (world, try await world.user("author", .author).actor)
  }

  private let end = LinkEnd.recommendation("earlier-help")

  @Test func `without the model words alone find evidence, and the answer says so`() async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    let found = try await finder.suggestions(for: end, limit: 5, in: World.slug, by: author)
    #expect(found.key == "earlier-help" && found.number == 1)
    #expect(found.comparison == .byWords)
    #expect(found.note?.contains("--with-meaning") == true)
    #expect(found.items.map(\.locator) == ["Q1+1", "Q2+1"])
    #expect(found.items.allSatisfy { $0.sharedTerms == ["help"] && $0.nearness == nil })
    #expect(found.items[0].words == "We found that help came late. It was case 1.")
  }

  @Test func `a reason tells a passage's own words from those of its question`() async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    func terms() async throws -> [[String]] {
      let found = try await finder.suggestions(
        for: "Help that they could see", limit: 5, in: World.slug, by: author)
      let item = try #require(found.items.first { $0.locator == "Q1+1" })
      return [item.sharedTerms, item.blockTerms]
    }
    #expect(try await terms() == [["help"], ["see"]])
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "It came late, as we see."))
    #expect(try await terms() == [["see"], []])
  }

  @Test func `meaning finds what shares no word, also after a correction`() async throws {
    let (world, author) = try await world()
    let meaning = Meaning(command: try program("well", after: ""))
    var keeping = MeaningKeeping(staff: world.staff, meaning: meaning)
    let finder = EvidenceFinder(office: world.office, meaning: meaning)
    let text = "Tardy, tardy."
    let before = try await finder.suggestions(for: text, limit: 5, in: World.slug, by: author)
    #expect(before.comparison == .byWords && before.items.isEmpty)
    #expect(before.note?.contains("4 of 4 passages") == true)
    while try await keeping.step(3) != nil {}
    let counted = try await keeping.count()
    #expect(counted.all == counted.known)
    let found = try await finder.suggestions(for: text, limit: 5, in: World.slug, by: author)
    #expect(found.comparison == .byMeaning && found.note == nil)
    #expect(found.items.prefix(2).map(\.locator) == ["Q1+1", "Q2+1"])
    #expect(try #require(found.items.first?.nearness) > 90)

    try await world.perform(CorrectPassage("Q4+1", version: 1, text: "It was late, so late, late."))
    let partly = try await finder.suggestions(for: text, limit: 5, in: World.slug, by: author)
    #expect(partly.comparison == .partlyByMeaning)
    while try await keeping.step(3) != nil {}
    let again = try await finder.suggestions(for: text, limit: 5, in: World.slug, by: author)
    #expect(again.comparison == .byMeaning)
    #expect(again.items.prefix(3).contains { $0.locator == "Q4+1" })
  }

  @Test func `who asks about a draft does not wait for the model`() async throws {
    let (world, author) = try await world()
    let program = try program(
      "noting",
      after: """
        read = json.loads
        json.loads = lambda line: (open(__file__ + ".asked", "a").write(line), read(line))[1]
        """)
    func asked() throws -> Int {
      try String(contentsOfFile: program + ".asked", encoding: .utf8).split(separator: "\n").count
    }
    let meaning = Meaning(command: program)
    var keeping = MeaningKeeping(staff: world.staff, meaning: meaning)
    while try await keeping.step(3) != nil {}
    let finder = EvidenceFinder(office: world.office, meaning: meaning)
    let before = try asked()
    try await finder.readDraftsAhead()
    let ahead = try asked()
    #expect(ahead > before)
    for end in [end, .finding("late-help")] {
      let found = try await finder.suggestions(for: end, limit: 5, in: World.slug, by: author)
      #expect(found.comparison == .byMeaning)
    }
    try await finder.readDraftsAhead()
    #expect(try asked() == ahead)

    try await world.push(Sample.draft(base: 1).replacing("forward", with: "forward at once"))
    try await finder.readDraftsAhead()
    #expect(try asked() > ahead)
  }

  @Test(arguments: ["sys.exit(3)", "once = True", "print('{}', flush=True)"])
  func `a model that dies or talks nonsense never fails a request`(fault: String) async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(
      office: world.office, meaning: Meaning(command: try program("ill", after: fault)))
    for text in ["Help came late", "Help came early", "Help never came"] {
      let found = try await finder.suggestions(for: text, limit: 5, in: World.slug, by: author)
      #expect(found.comparison == .byWords)
      #expect(found.items.first?.locator == "Q1+1")
      // One that answers each request before it dies is begun again for the next.
      #expect(found.note?.contains("sentence model") == (fault != "once = True"))
    }
  }

  @Test func `a model that is not there, or takes too long, is told`() async throws {
    let (world, author) = try await world()
    let slow = try program("slow", after: "import time; time.sleep(60)")
    for meaning in [Meaning(command: "/nowhere/meaning"), Meaning(command: slow, seconds: 1)] {
      let finder = EvidenceFinder(office: world.office, meaning: meaning)
      let found = try await finder.suggestions(for: end, limit: 5, in: World.slug, by: author)
      #expect(found.note?.hasPrefix("Found by words alone: the sentence model") == true)
      #expect(found.items.count == 2)
    }
  }

  @Test func `a dropped suggestion is remembered and does not come again`() async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    let drop = DropSuggestions(["Q1+1"], for: .recommendation("1"))
    #expect(try await world.perform(drop, by: author) == 1)
    #expect(try await world.perform(drop, by: author) == 0)
    let found = try await finder.suggestions(for: end, limit: 5, in: World.slug, by: author)
    #expect(found.items.map(\.locator) == ["Q2+1"])
    let kept = try await world.staff.run { connection in
      try connection.query("SELECT staff_user_id, dropped_at FROM record.dropped_suggestion") {
        row in
        (try row.next() as Identifier<StaffUser>?, try row.next() as Instant)
      }
    }
    #expect(kept.map(\.0) == [author.id])
    // For the finding it was not refused; only new words bring it back here.
    let finding = try await finder.suggestions(
      for: .finding("late-help"), limit: 5, in: World.slug, by: author)
    #expect(finding.items.contains { $0.locator == "Q1+1" })
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "More help came late."))
    let back = try await finder.suggestions(for: end, limit: 5, in: World.slug, by: author)
    #expect(back.items.contains { $0.locator == "Q1+1" })
  }

  @Test func `what is linked is no suggestion to refuse, and keeps its stance`() async throws {
    let (world, author) = try await world()
    func link(_ stance: Stance) async throws -> Int {
      try await world.perform(
        LinkEvidence(end, to: "Q1+1", stance: stance, quote: nil, isAffirmed: true), by: author
      ).count
    }
    #expect(try await link(.supports) == 1)
    #expect(try await link(.supports) == 0)
    let drop = DropSuggestions(["Q2+1", "Q1+1"], for: .recommendation("1"))
    let linked = await #expect(throws: Refusal.self) { try await world.perform(drop, by: author) }
    #expect(linked?.code == "suggestion_linked")
    #expect(linked?.message.contains("`inquiry link drop 1`") == true)
    let differs = await #expect(throws: Refusal.self) { _ = try await link(.contrasts) }
    #expect(differs?.code == "link_stance_differs")
    #expect(differs?.message.contains("`inquiry link edit 1 --stance contrasts`") == true)
    try await world.perform(SettleLinks(["1"], isAffirmed: false), by: author)
    #expect(try await world.perform(drop, by: author) == 2)
  }

  @Test(arguments: [true, false])
  func `a link dropped after its words changed is not suggested until they change again`(
    isAffirmed: Bool
  ) async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    func comes() async throws -> Bool {
      try await finder.suggestions(for: end, limit: 5, in: World.slug, by: author)
        .items.contains { $0.locator == "Q1+1" }
    }
    try await world.perform(
      LinkEvidence(end, to: "Q1+1", stance: .supports, quote: nil, isAffirmed: isAffirmed),
      by: author)
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "More help came late."))
    try await world.perform(SettleLinks(["1"], isAffirmed: false), by: author)
    #expect(try await !comes())
    let dropped = try await world.read { try TracedLink.page(LinkFilter(), as: $0, on: $1) }
    #expect(dropped.map(\.link.status) == [.dropped])
    #expect(dropped.map(\.link.passage.version) == [1])
    try await world.perform(CorrectPassage("Q1+1", version: 2, text: "Much more help came late."))
    #expect(try await comes())
  }

  @Test func `what is affirmed leaves the list and is a reason elsewhere`() async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q2+1", stance: .supports, quote: nil, isAffirmed: true),
      by: author)
    let found = try await finder.suggestions(
      for: .finding("late-help"), limit: 5, in: World.slug, by: author)
    #expect(found.items.map(\.locator) == ["Q1+1"])
    try await world.perform(
      EditRecommendation(
        "earlier-help", addressees: nil, findingKey: .some("late-help"), revision: nil),
      by: author)
    let below = try await finder.suggestions(for: end, limit: 5, in: World.slug, by: author)
    #expect(below.items.map(\.locator) == ["Q2+1", "Q1+1"])
    #expect(below.items[0].earlierLinks == ["late-help"])
  }

  @Test func `evidence that comes and goes comes and goes in the list`() async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    func locators() async throws -> [String?] {
      try await finder.suggestions(for: "Wages of nurses", limit: 5, in: World.slug, by: author)
        .items.map(\.locator)
    }
    #expect(try await locators().isEmpty)
    let report = try await world.receive(
      Sample.transcript(
        from: 5, count: 1, on: "Tuesday 21 November 2023", words: "Nurses were poorly paid."))
    #expect(try await locators() == ["Q5+1"])
    try await world.perform(UndoImport(report.reference))
    #expect(try await locators().isEmpty)
  }

  @Test func `words heard in private are named and not shown`() async throws {
    let (world, author) = try await world()
    try await world.receive(
      Sample.transcript(
        from: 5, count: 1, on: "Tuesday 21 November 2023", words: "Nurses were poorly paid."),
      as: .init(kind: .transcript, hearing: .heardInPrivate))
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    let found = try await finder.suggestions(
      for: "Nurses", limit: 5, in: World.slug, by: author)
    #expect(found.items.map(\.locator) == ["Q5+1"])
    #expect(found.items[0].words == nil && found.items[0].contrast == nil)
    #expect(found.items[0].sharedTerms.isEmpty)
  }

  @Test func `bad requests are refused, and strangers learn nothing`() async throws {
    let (world, author) = try await world()
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    func code(_ body: () async throws -> Void) async -> String? {
      do { try await body() } catch let refusal as Refusal { return refusal.code } catch {}
      return nil
    }
    let slug = World.slug
    #expect(
      await code { _ = try await finder.suggestions(for: " … ", limit: 5, in: slug, by: author) }
        == "text_without_words")
    #expect(
      await code { _ = try await finder.suggestions(for: "help", limit: 0, in: slug, by: author) }
        == "limit_range")
    #expect(
      await code {
        _ = try await finder.suggestions(for: .finding("none"), limit: 5, in: slug, by: author)
      } == "finding_not_found")
    #expect(
      await code { try await world.perform(DropSuggestions([], for: end), by: author) }
        == "locators_missing")
    #expect(
      await code { try await world.perform(DropSuggestions(["Q99"], for: end), by: author) }
        == "passage_not_found")
    let clerk = try await world.user("clerk", .clerk).actor
    #expect(
      await code { try await world.perform(DropSuggestions(["Q1+1"], for: end), by: clerk) }
        == "role_needed")
    try await world.open("other")
    let stranger = try await world.user("stranger", .author, in: "other").actor
    #expect(
      await code { _ = try await finder.suggestions(for: "help", limit: 5, in: slug, by: stranger) }
        == "inquiry_not_found")
    let told = await #expect(throws: Refusal.self) {
      _ = try await finder.suggestions(for: "help", limit: 5, in: slug, by: stranger)
    }
    #expect(told?.message.contains("`inquiry list`") == true)
    #expect(
      try await finder.suggestionsForAll(limit: 3, in: slug, by: author).map(\.key) == [
        "earlier-help"
      ])
  }
}
