import Foundation

/// A text and the contexts that were judged to be evidence for it.
struct JudgedText {
  let id: String
  let text: String
  let isSemantic: Bool
  /// Contexts by number; what a context is, the set says.
  let relevant: Set<Int>

  /// A line a text, the columns named in the first one; lines with a `#` are notes.
  ///
  /// - Throws: When a column is missing, or no text has evidence.
  static func read(_ file: String) throws -> [JudgedText] {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let names = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
    guard let id = names.firstIndex(of: "query_id"), let text = names.firstIndex(of: "query_text"),
      let relevant = names.firstIndex(of: "relevant_questions"),
      let note = names.firstIndex(of: "note")
    else { throw Machine.Failed(description: "\(file) lacks a column") }
    let texts = lines.dropFirst().compactMap { line -> JudgedText? in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == names.count else { return nil }
      return JudgedText(
        id: String(cells[id]), text: String(cells[text]),
        isSemantic: cells[note].hasPrefix("semantic"),
        relevant: Set(cells[relevant].split(separator: ",").compactMap { Int($0) }))
    }.filter { !$0.relevant.isEmpty }
    guard !texts.isEmpty else { throw Machine.Failed(description: "\(file) judges no text") }
    return texts
  }
}

/// How well a ranking serves one text.
struct Served {
  /// Share of the relevant contexts among the first ten.
  let recall: Double
  /// Discounted gain of the first ten, as a share of the best possible.
  let gain: Double
  /// One by the place of the first relevant context.
  let reciprocal: Double

  init(_ ranking: [Int], _ relevant: Set<Int>) {
    let hits = ranking.prefix(10).map(relevant.contains)
    recall = Double(hits.count { $0 }) / Double(relevant.count)
    func discount(_ place: Int) -> Double { 1 / log2(Double(place) + 2) }
    gain =
      hits.enumerated().reduce(0) { $0 + ($1.element ? discount($1.offset) : 0) }
      / (0..<min(10, relevant.count)).reduce(0) { $0 + discount($1) }
    reciprocal =
      ranking.firstIndex(where: relevant.contains).map { 1 / Double($0 + 1) } ?? 0
  }

  static let measures: [(name: String, of: @Sendable (Served) -> Double)] = [
    ("recall@10", { $0.recall }), ("nDCG@10", { $0.gain }), ("MRR", { $0.reciprocal }),
  ]
}

/// Rankings of the same contexts for the same texts.
struct RankedSet {
  let name: String
  let texts: [JudgedText]
  /// The last is the product's.
  let rankers: [String]
  /// By ranker, then by text.
  let served: [[Served]]

  init(_ name: String, _ texts: [JudgedText], _ rankings: [(name: String, of: [[Int]])]) {
    self.name = name
    self.texts = texts
    rankers = rankings.map(\.name)
    served = rankings.map { zip($0.of, texts).map { Served($0, $1.relevant) } }
  }

  /// Reciprocal-rank fusion with the usual 60.
  static func fused(_ rankings: [[Int]]) -> [Int] {
    var scores: [Int: Double] = [:]
    for ranking in rankings {
      for (place, context) in ranking.enumerated() {
        scores[context, default: 0] += 1 / Double(61 + place)
      }
    }
    return scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The means, for all texts and for those of one kind.
  func printMeans() {
    for (kind, isMeant) in kinds {
      let places = texts.indices.filter { isMeant(texts[$0]) }
      guard !places.isEmpty else { continue }
      print("\(name), \(kind), \(places.count) texts: recall@10 / nDCG@10 / MRR")
      for (ranker, served) in zip(rankers, served) {
        let means = Served.measures.map { measure in
          Figures.text(places.reduce(0) { $0 + measure.of(served[$1]) } / Double(places.count))
        }
        print(
          "  \(ranker.padding(toLength: 28, withPad: " ", startingAt: 0)) \(means.joined(separator: " / "))"
        )
      }
    }
  }

  private var kinds: [(String, (JudgedText) -> Bool)] {
    texts.contains { $0.isSemantic }
      ? [
        ("all", { _ in true }), ("sharing words", { !$0.isSemantic }),
        ("sharing no key words", { $0.isSemantic }),
      ] : [("all", { _ in true })]
  }

  /// What the product is ahead of each ranker by, with the interval in which 95
  /// of 100 drawings of the same texts lie. Held to a limit: the mean is not behind.
  func compare(_ figures: inout Figures) {
    guard let ours = served.last else { return }
    for (ranker, theirs) in zip(rankers, served).dropLast() {
      for measure in Served.measures {
        let differences = zip(ours, theirs).map { measure.of($0) - measure.of($1) }
        var dice = Dice(seed: 11)
        let drawn = (0..<10_000).map { _ in
          (0..<differences.count).reduce(0.0) { sum, _ in
            sum + differences[dice.below(differences.count)]
          } / Double(differences.count)
        }.sorted()
        let mean = differences.reduce(0, +) / Double(differences.count)
        figures.atLeast(
          0, "\(name): \(measure.name) over \(ranker)", [mean],
          note: "95 in 100: \(Figures.text(drawn[249])) to \(Figures.text(drawn[9_749]))")
      }
    }
  }

  /// Figures for each text, and none of its words.
  func table() -> String {
    let head =
      ["text", "kind"]
      + rankers.flatMap { ranker in
        Served.measures.map { "\(ranker) \($0.name)" }
      }
    let rows = texts.indices.map { place in
      [texts[place].id, texts[place].isSemantic ? "semantic" : "lexical"]
        + served.flatMap { served in
          Served.measures.map { String(format: "%.3f", $0.of(served[place])) }
        }
    }
    return ([head] + rows).map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
  }
}
