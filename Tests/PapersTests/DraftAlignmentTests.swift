import Inquiries
import Papers
import Testing

@Suite struct DraftAlignmentTests {
  private func align(_ before: String, _ after: String) throws -> DraftAlignment {
    DraftAlignment(from: try DraftSample.read(before), to: try DraftSample.read(after))
  }

  private func changes(_ before: String, _ after: String) throws -> [DraftAlignment.Change] {
    try align(before, after).entries.map(\.change)
  }

  private let three = """
    Directors of services told us that thresholds vary between areas.

    Teachers described long waits for families who ask for early help.

    Social workers reported that thresholds have risen in three years.

    """

  @Test func `a draft is the same as itself`() throws {
    let alignment = try align(DraftSample.text, DraftSample.text)
    #expect(alignment.entries.allSatisfy { $0.change == .same && $0.renumbering == nil })
  }

  @Test func `a change of blanks is no change of words`() throws {
    let wrapped = three.split(separator: " ").joined(separator: "\n")
    #expect(try changes(three, wrapped) == [.same, .same, .same])
  }

  @Test func `a new paragraph moves the numbers after it and nothing else`() throws {
    let edited = three.replacing("Teachers", with: "We begin anew with something else.\n\nTeachers")
    let alignment = try align(three, edited)
    #expect(alignment.entries.map(\.change) == [.same, .new, .same, .same])
    #expect(
      alignment.entries.compactMap(\.renumbering)
        == ["Paragraph 2 is now paragraph 3.", "Paragraph 3 is now paragraph 4."])
  }

  @Test func `words changed a little are known by their wording`() throws {
    let edited = three.replacing("long waits", with: "very long waits").replacing(
      "Directors", with: "Something else entirely that nobody wrote before.\n\nDirectors")
    let alignment = try align(three, edited)
    #expect(alignment.entries.map(\.change) == [.new, .same, .changed, .same])
    #expect(alignment.entries[2].basis == .wording)
  }

  @Test func `a paragraph rewritten between two that stayed is the same paragraph`() throws {
    let edited = three.replacing(
      "Teachers described long waits for families who ask for early help.",
      with: "Nothing of this was there before, not one sentence.")
    let alignment = try align(three, edited)
    #expect(alignment.entries.map(\.change) == [.same, .changed, .same])
    #expect(alignment.entries[1].basis == .order)
  }

  @Test func `a key decides, whatever became of the words and the place`() throws {
    let before = "::: {.finding #a}\nOld words here.\n:::\n\n" + three
    let after = three + "\n::: {.conclusion #a}\nEntirely different.\n:::\n"
    let entry = try #require(try align(before, after).entries.last)
    #expect(entry.basis == .key)
    #expect(entry.change == .changed)
    #expect(entry.hasMoved)
  }

  @Test func `two keys never become one another`() throws {
    let before = "::: {.finding #a}\nThresholds vary between areas.\n:::\n"
    let after = "::: {.finding #b}\nThresholds vary between the areas.\n:::\n"
    #expect(try changes(before, after) == [.new, .gone])
  }

  @Test func `what went is listed where it stood`() throws {
    let edited = three.split(separator: "\n\n").enumerated().filter { $0.offset != 1 }
      .map(\.element).joined(separator: "\n\n")
    #expect(try changes(three, edited) == [.same, .gone, .same])
  }

  @Test(arguments: [UInt64](1...60))
  func `shuffled, cut and edited paragraphs are found again`(seed: UInt64) throws {
    var dice = DraftDice(seed)
    let subjects = [
      "thresholds", "waiting", "budgets", "courts", "schools", "records", "housing", "health",
      "staffing", "training", "parents", "fostering", "boundaries", "inspection", "statistics",
    ]
    let before = subjects.map { subject in
      "On \(subject) we heard \((1...6).map { "\(subject)\($0)" }.joined(separator: " ")) at length."
    }
    var order = Array(before.indices)
    order.shuffle(using: &dice)
    order.removeLast(Int.random(in: 0...5, using: &dice))
    let edited = order.map { index -> String in
      dice.isTrue(oneIn: 3)
        ? before[index].replacing("we heard", with: "nobody denied") : before[index]
    }
    let alignment = try align(
      before.joined(separator: "\n\n"), edited.joined(separator: "\n\n"))
    #expect(
      alignment.ordinalsBefore
        == Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.offset, $0.element) }),
      "seed \(seed)")
    for entry in alignment.entries {
      guard let after = entry.after else {
        #expect(entry.change == .gone)
        continue
      }
      #expect(entry.hasNewWords == (edited[after] != before[order[after]]), "seed \(seed)")
    }
    let ordinals = alignment.entries.compactMap(\.after)
    #expect(ordinals == Array(edited.indices))
    #expect(Set(alignment.entries.compactMap(\.before)).count == before.count)
  }

  @Test(.timeLimit(.minutes(5)))
  func `two thousand paragraphs are aligned at once`() throws {
    var dice = DraftDice(7)
    let words = (0..<4_000).map { "word\($0)" }
    let paragraphs = (0..<2_000).map { _ in
      (0..<40).map { _ in dice.pick(words, or: "") }.joined(separator: " ")
    }
    let before = try DraftSample.read(paragraphs.joined(separator: "\n\n"))
    let after = try DraftSample.read(
      paragraphs.map { $0 + " extra" }.reversed().joined(separator: "\n\n"))
    #expect(DraftAlignment(from: before, to: after).ordinalsBefore[0] == 1_999)
  }
}
