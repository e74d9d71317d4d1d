import Inquiries
import Tagging
import Testing

@Suite struct EvidenceRankingTests {
  /// Passages of one source; each line is a block, its first part the question
  /// where there is more than one.
  private func passages(
    _ blocks: [[String]], kind: SourceKind = .transcript, group: String? = nil, from first: Int = 1,
    vectors: (String) -> [UInt8]? = { _ in nil }
  ) -> [EvidencePassage] {
    var id = Int64(first)
    return blocks.enumerated().flatMap { block, turns in
      turns.enumerated().map { place, text in
        defer { id += 1 }
        return EvidencePassage(
          passage: Identifier(id), version: Identifier(id), block: Int64(first + block),
          kind: kind, group: group, isEvidence: turns.count == 1 || place > 0,
          isConfidential: false, text: text, vectors: vectors(text))
      }
    }
  }

  private func index(_ passages: [EvidencePassage]) -> EvidenceIndex {
    var index = EvidenceIndex()
    index.put(Identifier(1), passages)
    return index
  }

  private func ids(_ found: Suggestions) -> [Int64] { found.items.map(\.passage.value) }

  @Test func `a question and its answers are one context, and the answer stands for it`() throws {
    let index = index(
      passages([
        ["Do thresholds differ between councils?", "They do, and widely."],
        ["Is there money for libraries?", "There is none."],
      ]))
    let found = index.suggestions(for: try EvidenceQuery("Thresholds of councils"), limit: 5)
    #expect(ids(found) == [2])
    #expect(found.items[0].reasons == [.sharedTerms(["thresholds", "councils"])])
  }

  @Test func `by words alone the answer that has them stands for its question`() throws {
    var index = index(
      passages([
        [
          "Do thresholds differ between councils?", "Thank you for having me.",
          "Thresholds should be published by all councils.", "I agree with that.",
        ]
      ]))
    let query = try EvidenceQuery("Councils should publish thresholds")
    #expect(ids(index.suggestions(for: query, limit: 5)) == [3])
    // Of words that none of them has the first answers.
    index.put(
      Identifier(1), passages([["Do thresholds differ?", "They do.", "Widely, I find."]]))
    #expect(ids(index.suggestions(for: query, limit: 5)) == [2])
  }

  @Test func `of shared words the passage's own come first, and five in all`() {
    let shared = ["waters", "companies", "publish", "spills", "late", "hours"]
    let terms = SharedTerms(shared, with: "Yes, within the hour; they do publish.")
    #expect(terms.own == ["publish", "hours"])
    #expect(terms.ofBlock == ["waters", "companies", "spills"])
    #expect(SharedTerms(shared, with: shared.joined(separator: " ")).own == Array(shared.prefix(5)))
  }

  @Test func `what members say is never suggested`() throws {
    let index = index(passages([["Do thresholds differ?", "No."], ["Thresholds are high."]]))
    let found = index.suggestions(for: try EvidenceQuery("thresholds"), limit: 5)
    #expect(Set(ids(found)) == [2, 3])
  }

  @Test(arguments: [true, false])
  func `what is of another kind or group comes before more of the same`(isOfKind: Bool) throws {
    let words = ["Thresholds differ."]
    var index = index(passages([words, words, words], group: isOfKind ? nil : "schools"))
    index.put(
      Identifier(2),
      passages(
        [words], kind: isOfKind ? .writtenSubmission : .transcript,
        group: isOfKind ? nil : "parents", from: 4))
    #expect(ids(index.suggestions(for: try EvidenceQuery("thresholds"), limit: 4)) == [1, 4, 2, 3])
  }

  @Test func `endings and common words do not count`() {
    #expect(
      Terms.read("The councils’ threshold should be published").map(\.stem)
        == Terms.read("publishing of thresholds by a council").map(\.stem).reversed())
    #expect(Terms.read("The of and —  …").isEmpty)
  }

  @Test(arguments: [
    ("families", "fami"), ("dies", "die"), ("glasses", "glass"), ("status", "status"),
    ("crisis", "crisis"), ("regulations", "regul"), ("cafés", "café"), ("2017", "2017"),
    ("need", "need"), ("publishing", "publish"),
  ])
  func `one ending goes where four letters remain`(word: String, stem: String) {
    #expect(Terms.read(word).map(\.stem) == [stem])
  }

  @Test(arguments: [
    ("We don’t agree with that.", "don't agree"), ("We DON'T AGREE.", "don't agree"),
    ("However, I disagree.", "disagree"), ("That is far from it", "far from"),
    ("We agree, and don’t", nil), ("", nil),
  ])
  func `words against something are seen, whatever their apostrophe`(text: String, cue: String?) {
    let index = index(passages([["Help comes late. " + text]]))
    let found = index.suggestions(for: (try? EvidenceQuery("help"))!, limit: 5).items[0]
    #expect(
      found.reasons.compactMap { if case .contrast(let cue) = $0 { cue } else { nil } }
        == [cue].compactMap { $0 })
  }

  /// A vector that points along some axes.
  private func vector(_ axes: [Int: Float]) -> [Float] {
    (0..<MeaningVector.dimensions).map { axes[$0] ?? 0 }
  }

  @Test func `near meaning finds what shares no word, and says so`() throws {
    let vectors: (String) -> [UInt8]? = { text in
      MeaningVector.bytes(
        of: self.vector(text.hasPrefix("The FCA") ? [0: 1, 1: 0.2] : [2: 1, 1: 0.2]))
    }
    let index = index(
      passages([["The FCA could be more open."], ["Trains were late."]], vectors: vectors))
    var query = try EvidenceQuery("Regulators must publish")
    #expect(ids(index.suggestions(for: query, limit: 5)).isEmpty)
    query.vectors = [vector([0: 1])]
    let found = index.suggestions(for: query, limit: 5)
    #expect(ids(found) == [1])
    guard case .nearMeaning(let cosine) = try #require(found.items.first?.reasons.first) else {
      Issue.record("\(found.items[0].reasons)")
      return
    }
    #expect(abs(cosine - 1 / 1.04.squareRoot()) < 0.01)
    #expect(found.passagesMeant == 2)
  }

  @Test func `what was dropped does not come again, and what is linked neither`() throws {
    let index = index(passages([["Thresholds one."], ["Thresholds two."], ["Thresholds three."]]))
    var query = try EvidenceQuery("thresholds")
    query.dropped = [Identifier(2)]
    query.linked = [Identifier(3)]
    #expect(ids(index.suggestions(for: query, limit: 5)) == [1])
  }

  @Test func `evidence affirmed for a like end comes earlier, dropped there later`() throws {
    let blocks = (1...6).map { ["Thresholds differ in place \($0)."] }
    let index = index(passages(blocks))
    var query = try EvidenceQuery("Thresholds differ")
    #expect(ids(index.suggestions(for: query, limit: 6)) == [1, 2, 3, 4, 5, 6])
    func link(_ id: Int64, _ isAffirmed: Bool) -> EvidenceQuery.EarlierLink {
      .init(
        passage: Identifier(id), key: "variation", text: "Thresholds differ widely",
        isNextOfKin: false, isAffirmed: isAffirmed)
    }
    query.earlier = [link(5, true), link(1, false)]
    let found = index.suggestions(for: query, limit: 6)
    #expect(ids(found) == [5, 2, 3, 4, 6, 1])
    #expect(found.items[0].reasons.contains(.earlierLinks(["variation"])))
  }

  @Test func `a list is spread over groups where worth is equal`() throws {
    var index = EvidenceIndex()
    index.put(
      Identifier(1),
      passages(
        [["Thresholds differ."], ["Thresholds differ."], ["Thresholds differ."]], group: "a"))
    index.put(Identifier(2), passages([["Thresholds differ."]], group: "b", from: 10))
    let found = index.suggestions(for: try EvidenceQuery("thresholds"), limit: 2)
    #expect(Set(found.items.map(\.group)) == ["a", "b"])
  }

  @Test(arguments: [(1, [1]), (2, [1, 5]), (3, [1, 2, 5]), (4, [1, 2, 3, 5])])
  func `who speaks against has the last place where nobody else does`(
    limit: Int, expected: [Int]
  ) throws {
    let blocks =
      (1...4).map { ["Thresholds thresholds differ \($0)."] }
      + [["Thresholds differ; I do not agree."]] + (1...9).map { ["Other words \($0)."] }
      + (1...9).map { ["Some differ \($0)."] }
    let found = index(passages(blocks)).suggestions(
      for: try EvidenceQuery("Thresholds differ"), limit: limit)
    #expect(ids(found) == expected.map(Int64.init))
    #expect(limit == 1 || found.items.last?.reasons.contains(.contrast("do not agree")) == true)
  }

  @Test func `reasons name no word of a context of which something is confidential`() throws {
    func passage(_ id: Int64, _ isConfidential: Bool, _ text: String) -> EvidencePassage {
      EvidencePassage(
        passage: Identifier(id), version: Identifier(id), block: 1, kind: .transcript, group: nil,
        isEvidence: true, isConfidential: isConfidential, text: text, vectors: nil)
    }
    for isConfidential in [true, false] {
      let index = index([
        passage(1, isConfidential, "Twelve families moved; I do not think that they came back."),
        passage(2, false, "I disagree that families moved."),
      ])
      var query = try EvidenceQuery("Twelve families moved")
      let itself = index.suggestions(for: query, limit: 5)
      #expect(ids(itself) == [1])
      #expect(itself.items.map(\.reasons.isEmpty) == [isConfidential])
      query.dropped = [Identifier(1)]
      let beside = index.suggestions(for: query, limit: 5)
      #expect(ids(beside) == [2])
      #expect(beside.items.map(\.reasons.isEmpty) == [isConfidential])
    }
  }

  @Test func `a source put in again takes the place of what it was`() throws {
    var index = index(passages([["Thresholds differ."], ["Trains were late."]]))
    index.put(Identifier(1), passages([["Trains were late."]], from: 2))
    #expect(ids(index.suggestions(for: try EvidenceQuery("thresholds"), limit: 5)).isEmpty)
    #expect(ids(index.suggestions(for: try EvidenceQuery("trains"), limit: 5)) == [2])
    #expect(index.passages == 1)
    index.remove(Identifier(1))
    #expect(index.passages == 0)
    #expect(ids(index.suggestions(for: try EvidenceQuery("trains"), limit: 5)).isEmpty)
  }

  @Test func `a group that the text names is a reason`() throws {
    var index = EvidenceIndex()
    index.put(Identifier(1), passages([["Thresholds differ."]], group: "social-workers"))
    var query = try EvidenceQuery("Social workers see that thresholds differ")
    query.groups = ["social-workers": "Social workers", "teachers": "Teachers"]
    let found = index.suggestions(for: query, limit: 5)
    #expect(found.items[0].reasons.contains(.group("Social workers")))
  }

  @Test(arguments: ["", "  \n", "the of and", "— … !", "[@Q1-3]"])
  func `a text without a word to seek by is refused`(text: String) {
    #expect(throws: Refusal.self) { try EvidenceQuery(text) }
  }

  @Test func `a text too long is refused`() {
    #expect(throws: Refusal.self) {
      try EvidenceQuery(String(repeating: "word ", count: 4_000))
    }
  }

  @Test func `a recommendation is sought by its parts, without its markup`() throws {
    let query = try EvidenceQuery(
      "The [Department for Education]{claim=\"x\"} should collect *all* data each year [@Q1]. "
        + "Councils in every region should publish what they have collected.")
    #expect(
      query.parts.dropFirst() == [
        "collect all data each year", "publish what they have collected.",
      ])
    #expect(!query.text.contains("@") && !query.text.contains("claim"))
  }

  @Test func `pieces cover a text, and each goes on where the one before ended`() {
    let sentence = "One two three four five six seven eight nine ten eleven twelve thirteen. "
    let text = String(repeating: sentence, count: 12)
    let spans = SentenceWindows.spans(of: text)
    #expect(spans.count > 2)
    #expect(spans.first?.lowerBound == 0)
    #expect(spans.last?.upperBound == text.unicodeScalars.count - 1)
    for (one, next) in zip(spans, spans.dropFirst()) {
      #expect(next.lowerBound < one.upperBound && next.lowerBound > one.lowerBound)
    }
    #expect(SentenceWindows.spans(of: " \n ").isEmpty)
  }

  @Test func `a kept vector points where it did`() {
    let vector = (0..<MeaningVector.dimensions).map { Float(($0 * 7_919) % 101) - 50 }
    let bytes = MeaningVector.bytes(of: vector).map { Float(Int8(bitPattern: $0)) }
    func dot(_ one: [Float], _ other: [Float]) -> Float {
      zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let cosine = dot(vector, bytes) / (dot(vector, vector) * dot(bytes, bytes)).squareRoot()
    #expect(cosine > 0.999)
  }
}
