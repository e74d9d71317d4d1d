import Inquiries
import Testing

/// A turn or point with what a case does not care about filled in.
private func entry(
  _ id: Int64, session: Int = 1, source: String? = nil, kind: SourceKind = .transcript,
  state: SourceState = .published, block: Int = 0, offset: Int = 0, point: Int? = nil,
  speaker: String? = nil, passage: PassageKind? = nil
) -> PassageEntry {
  PassageEntry(
    passage: Identifier(id), version: Identifier(id * 10),
    sourceReference: source ?? "OS\(session)",
    sessionNumber: session, sourceKind: kind, sourceState: state, stage: .corrected,
    kind: passage ?? (point == nil ? .turn : .point),
    questionNumber: offset == 0 && block > 0 ? block : nil, block: block, offset: offset,
    point: point, speaker: speaker)
}

@Suite struct PassageIndexTests {
  let index = PassageIndex([
    entry(1, block: 0, offset: 1, speaker: "Chair"),
    entry(2, block: 1, speaker: "Chair"),
    entry(3, block: 1, offset: 1, speaker: "Chris Hayward"),
    entry(4, block: 1, offset: 2, passage: .stage),
    entry(5, block: 1, offset: 3, speaker: "Dr Stark"),
    entry(6, block: 2, speaker: "Chair"),
    entry(7, session: 2, block: 0, offset: 1, speaker: "Chair"),
    entry(8, session: 2, block: 3, speaker: "Chair"),
    entry(9, session: 2, block: 3, offset: 1, speaker: "Baroness Smith"),
    entry(10, session: 2, block: 3, offset: 2, speaker: "Lord Smith"),
    entry(11, session: 6, kind: .summary, point: 1),
    entry(12, session: 6, kind: .summary, point: 2),
    entry(13, session: 6, kind: .summary, point: 3),
  ])

  private func found(_ locator: Locator) -> [Int64]? {
    guard case .found(let entries) = index.resolve(locator) else { return nil }
    return entries.map(\.passage.value)
  }

  private func sentence(_ locator: Locator) -> String {
    switch index.resolve(locator) {
    case .found: "found"
    case .notFound(let sentence): "no: \(sentence)"
    case .ambiguous(let sentence): "which: \(sentence)"
    }
  }

  @Test func `a question is every turn until the next number`() {
    #expect(found(.questions(1...1)) == [2, 3, 5])
  }

  @Test func `a range runs on over sessions, in order`() {
    #expect(found(.questions(1...3)) == [2, 3, 5, 6, 8, 9, 10])
  }

  @Test func `one number missing makes the range not found`() {
    #expect(sentence(.questions(2...4)) == "no: Q4 is not in the record, which runs from Q1 to Q3.")
    #expect(sentence(.questions(1...999_999_999)).hasPrefix("no: Q4 "))
  }

  @Test(arguments: ["Chris Hayward", "chris  hayward", "Mr Chris Hayward", "CHRIS HAYWARD"])
  func `a speaker keeps that speaker's turns`(name: String) {
    #expect(found(.questions(1...1, speaker: name)) == [3])
  }

  @Test func `a title forgiven leaves the name`() {
    #expect(found(.questions(1...1, speaker: "Stark")) == [5])
    #expect(found(.questions(1...1, speaker: "The Chair")) == [2])
  }

  @Test(arguments: [
    ("Dr Müller-Grey", 1), ("Müller-Grey", 1), ("Mr Ball", 2), ("ball", 2), ("van der Berg", 3),
  ])
  func `a surname is enough, with its title or without, as the transcript prints it`(
    name: String, passage: Int
  ) {
    let index = PassageIndex([
      entry(1, block: 1, offset: 1, speaker: "Dr Anna Müller-Grey"),
      entry(2, block: 1, offset: 2, speaker: "Tom Ball"),
      entry(3, block: 1, offset: 3, speaker: "Eva van der Berg"),
    ])
    guard case .found(let entries) = index.resolve(.questions(1...1, speaker: name)) else {
      Issue.record("\(name) is not found")
      return
    }
    #expect(entries.map { Int($0.passage.value) } == [passage])
  }

  @Test(arguments: ["Vale", "Mr Vale", "Edwin Vale", "Edwin Vale MP", "VALE", "Rt Hon Edwin Vale"])
  func `the letters behind a name say nothing about who it is`(name: String) {
    for label in [
      "Rt Hon Edwin Vale MP", "Edwin Vale CBE MP", "Edwin Vale KC, MP", "RT HON EDWIN VALE MP",
      "Edwin Vale, PhD",
    ] {
      let index = PassageIndex([
        entry(1, block: 1, offset: 1, speaker: label),
        entry(2, block: 1, offset: 2, speaker: "Dame Ann Ball DBE"),
        entry(3, block: 1, offset: 3, speaker: "Jack Ma"),
      ])
      guard case .found(let entries) = index.resolve(.questions(1...1, speaker: name)) else {
        Issue.record("\(name) is not found as \(label)")
        continue
      }
      #expect(entries.map(\.passage.value) == [1])
    }
  }

  @Test func `two people whom their letters alone tell apart are told apart by them`() {
    let index = PassageIndex([
      entry(1, block: 1, offset: 1, speaker: "Edwin Vale MP"),
      entry(2, block: 1, offset: 2, speaker: "Edwin Vale KC"),
    ])
    func passages(_ name: String) -> [Int64]? {
      guard case .found(let entries) = index.resolve(.questions(1...1, speaker: name)) else {
        return nil
      }
      return entries.map(\.passage.value)
    }
    #expect(passages("Edwin Vale KC") == [2])
    #expect(passages("Edwin Vale") == nil)
    #expect(passages("MP") == nil)
  }

  @Test(arguments: ["Ball", "Mr Ball", "witness", "D", "Grey"])
  func `a surname of two people, and the last word of a label, name nobody`(name: String) {
    let index = PassageIndex([
      entry(1, block: 1, offset: 1, speaker: "Ann Ball"),
      entry(2, block: 1, offset: 2, speaker: "Tom Ball"),
      entry(3, block: 1, offset: 3, speaker: "An anonymous witness"),
      entry(4, block: 1, offset: 4, speaker: "Director D"),
      entry(5, block: 1, offset: 5, speaker: "Dr Anna Müller-Grey"),
    ])
    switch index.resolve(.questions(1...1, speaker: name)) {
    case .found: Issue.record("\(name) is found")
    case .ambiguous(let sentence):
      #expect(name.hasSuffix("Ball"))
      #expect(sentence.contains("may be Ann Ball or Tom Ball at Q1"))
    case .notFound(let sentence):
      #expect(!name.hasSuffix("Ball"))
      #expect(sentence.contains("does not speak at Q1"))
    }
  }

  @Test func `two people of one name are told apart by their titles`() {
    #expect(found(.questions(3...3, speaker: "Lord Smith")) == [10])
    #expect(
      sentence(.questions(3...3, speaker: "Smith"))
        == "which: “Smith” may be Baroness Smith or Lord Smith at Q3; write the name in full.")
  }

  @Test func `somebody who is silent is answered with who speaks`() {
    #expect(
      sentence(.questions(1...1, speaker: "Nobody"))
        == "no: “Nobody” does not speak at Q1; there speak Chair, Chris Hayward and Dr Stark.")
  }

  @Test func `a turn is counted on from its question`() {
    #expect(found(.turn(question: 1, offset: 3)) == [5])
    #expect(sentence(.turn(question: 1, offset: 9)) == "no: Q1+9 is not there; the last is Q1+3.")
    #expect(sentence(.turn(question: 9, offset: 1)) == "no: Q9 is not in the record.")
  }

  @Test func `before the first question the session must be named`() {
    #expect(found(.turn(session: 2, question: 0, offset: 1)) == [7])
    #expect(
      sentence(.turn(question: 0, offset: 1))
        == "which: Q0+1 stands in more than one session; write [@OS1, Q0+1] or [@OS2, Q0+1].")
  }

  @Test func `points are found by session and number`() {
    #expect(found(.points(session: 6, 2...3)) == [12, 13])
    #expect(sentence(.points(session: 6, 3...4)) == "no: Oral session 6 has no point 4.")
    #expect(
      sentence(.points(session: 6, 1...1, of: .note))
        == "no: The note of oral session 6 has no point 1.")
  }

  @Test func `a session is its whole record`() {
    #expect(found(.session(1)) == [1, 2, 3, 4, 5, 6])
    #expect(found(.session(6)) == [11, 12, 13])
    #expect(sentence(.session(7)) == "no: There is no record of an oral session 7.")
  }

  @Test func `numbers that begin again are told apart by session`() {
    let index = PassageIndex([entry(1, block: 1), entry(2, session: 2, block: 1)])
    #expect(
      index.resolve(.questions(1...1))
        == .ambiguous("Q1 stands in more than one session; write [@OS1, Q1] or [@OS2, Q1]."))
    guard case .found(let entries) = index.resolve(.questions(1...1, session: 2)) else {
      Issue.record("not found")
      return
    }
    #expect(entries.map(\.passage.value) == [2])
  }

  @Test func `a note and a summary of one session are told apart by kind`() {
    let index = PassageIndex([
      entry(1, session: 6, source: "OS6", kind: .note, point: 1),
      entry(2, session: 6, source: "OS6-summary", kind: .summary, point: 1),
    ])
    #expect(
      index.resolve(.points(session: 6, 1...1))
        == .ambiguous(
          "Point 1 of oral session 6 stands in more than one record; "
            + "write [@OS6-note, point 1] or [@OS6-summary, point 1]."))
    #expect(index.resolve(.points(session: 6, 1...1, of: .summary)).count == 1)
  }

  @Test func `a record withdrawn is found only where no other stands`() {
    let withdrawn = entry(1, source: "OS1-a", state: .withdrawn, block: 1)
    let standing = entry(2, source: "OS1-b", block: 1)
    #expect(PassageIndex([withdrawn, standing]).resolve(.questions(1...1)) == .found([standing]))
    #expect(PassageIndex([withdrawn]).resolve(.questions(1...1)) == .found([withdrawn]))
  }

  /// A scan of 100,000 passages a citation would take longer than the limit.
  @Test(.timeLimit(.minutes(1)))
  func `a thousand citations are looked up in a great record`() {
    var entries: [PassageEntry] = []
    for question in 1...50_000 {
      entries.append(entry(Int64(question * 2), session: question / 100 + 1, block: question))
      entries.append(
        entry(Int64(question * 2 + 1), session: question / 100 + 1, block: question, offset: 1))
    }
    let index = PassageIndex(entries)
    for question in 1...1_000 {
      #expect(index.resolve(.questions(question...question)).count == 2)
    }
  }
}

extension Resolution {
  /// How many passages were found.
  fileprivate var count: Int {
    if case .found(let entries) = self { entries.count } else { 0 }
  }
}

/// Documents and surveys, which have neither session nor question block.
@Suite struct WrittenPassageIndexTests {
  private static func entry(
    _ id: Int64, _ reference: String, _ kind: SourceKind, point: Int? = nil,
    outline: ParagraphNumber? = nil, page: Int? = nil, answer: AnswerPlace? = nil
  ) -> PassageEntry {
    PassageEntry(
      passage: Identifier(id), version: Identifier(id * 10), sourceReference: reference,
      sessionNumber: nil, sourceKind: kind, sourceState: .published, stage: .corrected,
      kind: answer == nil ? .paragraph : .answer, questionNumber: nil, block: 0, offset: 0,
      point: point, outline: outline, page: page, answer: answer, speaker: "A title")
  }

  let index = PassageIndex([
    entry(1, "D3", .document, point: 1, page: 14), entry(2, "D3", .document, point: 2, page: 14),
    entry(3, "D3", .document, page: 16),
    entry(7, "D5", .document, outline: ParagraphNumber("2.9")),
    entry(8, "D5", .document, outline: ParagraphNumber("2.10")),
    entry(9, "D5", .document, outline: ParagraphNumber("4.3.1")),
    entry(4, "S2", .survey, answer: AnswerPlace(question: "Q4", option: "yes")),
    entry(5, "S2", .survey, answer: AnswerPlace(question: "Q4", option: "no")),
    entry(6, "S2", .survey, answer: AnswerPlace(question: "Q40", option: "yes")),
  ])

  @Test(arguments: [
    ("D3", [1, 2, 3]), ("D3, para 2", [2]), ("D3, page 14", [1, 2]),
    ("D3, pages 14-16", [1, 2, 3]), ("D5, para 2.10", [8]), ("D5, paras 2.10-4.3.1", [8, 9]),
    ("S2", [4, 5, 6]), ("S2-Q4", [4, 5]), ("s2-q4, answer Yes", [4]),
  ])
  func `places are found by what authors write`(place: String, wanted: [Int64]) throws {
    let locator = try Locator.read(evened: place).get()
    guard case .found(let entries) = index.resolve(locator) else {
      Issue.record("\(place) is not found")
      return
    }
    #expect(entries.map(\.passage.value).sorted() == wanted)
  }

  @Test(arguments: [
    ("D4", "There is no document D4."), ("S1-Q4", "There is no survey S1."),
    ("D5, para 2", "D5 has no paragraph 2."), ("D3, para 2.1", "D3 has no paragraph 2.1."),
    ("D5, paras 2.9-2.11", "D5 has no paragraph 2.11."),
    ("D3, page 15", "Nothing of D3 begins on page 15."), ("S2-Q5", "S2 has no question Q5."),
    ("S2-Q4, answer maybe", "S2-Q4 has no answer “maybe”; there are yes and no."),
  ])
  func `what is not there is told in a sentence`(place: String, sentence: String) throws {
    #expect(index.resolve(try Locator.read(evened: place).get()) == .notFound(sentence))
  }
}
