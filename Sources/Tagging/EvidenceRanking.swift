public import Inquiries

extension EvidenceIndex {
  /// How the parts of a judgement are weighed; why so stands in the decision
  /// “Evidence is suggested by words and meaning”.
  enum Weights {
    /// BM25 as usual: how soon a further mention stops counting, and how much a
    /// long context is held back.
    static let saturation: Float = 1.2
    static let length: Float = 0.75
    /// Of the whole context's meaning, beside its nearest piece's.
    static let context: Float = 0.5
    /// Of a part of the text, beside the whole of it.
    static let limb: Float = 0.9
    /// Of words, beside meaning, both in standard deviations.
    static let words: Float = 0.75
    /// Contexts that each of the two puts forward.
    static let pool = 200
    static let group: Float = 0.25
    static let earlier: Float = 0.5
    static let tag: Float = 0.25
    static let alreadyLinked: Float = -1
    /// Off for each earlier suggestion of the same kind and of the same group.
    static let sameKind: Float = 0.03
    static let sameGroup: Float = 0.06
    /// How far what was affirmed and dropped for the same end turns its vectors.
    static let affirmed: Float = 0.3
    static let dropped: Float = 0.15
    /// Cosine below which meaning alone is no reason.
    static let nearest: Float = 0.1
  }

  /// Contexts with what words and meaning say of them.
  struct Scores {
    var words: [Float]
    var meaning: [Float]?
    /// The nearness of each row to the part of the text that its context is
    /// nearest to.
    var rows: [Float] = []
  }

  /// The passages that are the likeliest evidence for a text.
  ///
  /// - Parameters:
  ///   - query: The text, and what people decided before.
  ///   - limit: How many at most; up to two of them speak against, and no more than half.
  public func suggestions(for query: EvidenceQuery, limit: Int) -> Suggestions {
    let scores = scores(of: query)
    let tags = tags(query)
    let judged = judge(pool(scores, tags), scores, query, tags)
    let candidates = candidates(judged, scores, query)
    return Suggestions(
      items: chosen(candidates, limit: limit).map { suggestion($0, scores, query) },
      passages: passages, passagesMeant: scores.meaning == nil ? 0 : passagesMeant)
  }

  /// The contexts in the order in which they are judged, each by the passages
  /// that it holds; for comparing rankings.
  public func contexts(for query: EvidenceQuery) -> [[Identifier<Passage>]] {
    let scores = scores(of: query)
    let tags = tags(query)
    return judge(pool(scores, tags), scores, query, tags).sorted {
      ($1.score, $0.unit) < ($0.score, $1.unit)
    }
    .map { entries[units[$0.unit].entries].map(\.passage) }
  }

  // MARK: - What words and meaning say

  private func scores(of query: EvidenceQuery) -> Scores {
    var scores = Scores(words: wordScores(query))
    guard let vectors = query.vectors, vectors.count == query.parts.count, matrix.count > 0 else {
      return scores
    }
    let shift = shift(query)
    var meaning = [Float](repeating: -.infinity, count: units.count)
    var rows = [Float](repeating: -.infinity, count: matrix.count)
    let turned = vectors.map { vector in
      MeaningVector.unit(zip(matrix.around(vector), shift).map { $0 + $1 })
    }
    for (place, nearness) in matrix.nearness(to: turned).enumerated() {
      let weight = place == 0 ? 1 : Weights.limb
      var row = 0
      while row < nearness.count {
        let unit = Int(matrix.unitOf[row])
        let first = row
        var best = -Float.infinity
        var sum: Float = 0
        while row < nearness.count, matrix.unitOf[row] == Int32(unit) {
          best = max(best, nearness[row])
          sum += nearness[row]
          row += 1
        }
        let whole = units[unit].weight > 0 ? sum / units[unit].weight : 0
        let score = weight * (best + Weights.context * whole)
        guard score > meaning[unit] else { continue }
        meaning[unit] = score
        for row in first..<row { rows[row] = nearness[row] }
      }
    }
    scores.meaning = meaning
    scores.rows = rows
    return scores
  }

  private func wordScores(_ query: EvidenceQuery) -> [Float] {
    var scores = [Float](repeating: 0, count: units.count)
    let mean = max(liveLength / Float(max(liveUnits, 1)), 1)
    var counts: [Int: Float] = [:]
    for term in Terms.read(query.text) {
      if let number = number(of: term.stem) { counts[number, default: 0] += 1 }
    }
    // In the order of their numbers: sums of floating point depend on theirs.
    for (term, times) in counts.sorted(by: { $0.key < $1.key }) {
      let weight = weight(of: term) * times * (Weights.saturation + 1)
      for posting in postings[term] {
        let unit = Int(posting.unit)
        let count = Float(posting.count)
        let length = 1 - Weights.length + Weights.length * units[unit].length / mean
        scores[unit] += weight * count / (count + Weights.saturation * length)
      }
    }
    return scores
  }

  /// Where what was affirmed and dropped for this very end draws its vectors.
  private func shift(_ query: EvidenceQuery) -> [Float] {
    func middle(of isMember: (Entry) -> Bool) -> [Float] {
      var sum = [Float](repeating: 0, count: MeaningVector.dimensions)
      for entry in entries where units[Int(entry.unit)].isAlive && isMember(entry) {
        for row in entry.rows { for (at, cell) in matrix.row(row).enumerated() { sum[at] += cell } }
      }
      return MeaningVector.unit(sum)
    }
    guard !query.affirmed.isEmpty || !query.dropped.isEmpty else {
      return [Float](repeating: 0, count: MeaningVector.dimensions)
    }
    let towards = middle { query.affirmed.contains($0.passage) }
    let away = middle { query.dropped.contains($0.version) }
    return zip(towards, away).map { Weights.affirmed * $0 - Weights.dropped * $1 }
  }

  // MARK: - The judgement

  struct Judged {
    let unit: Int
    var score: Float
    var earlier: [String] = []
    var tags: [String] = []
  }

  /// The names of tags that contexts share with what was affirmed.
  private func tags(_ query: EvidenceQuery) -> [Int: Set<String>] {
    guard !query.tagged.isEmpty else { return [:] }
    var tags: [Int: Set<String>] = [:]
    for entry in entries where units[Int(entry.unit)].isAlive {
      if let names = query.tagged[entry.passage] {
        tags[Int(entry.unit), default: []].formUnion(names)
      }
    }
    return tags
  }

  /// What words, meaning or tags put forward.
  private func pool(_ scores: Scores, _ tags: [Int: Set<String>]) -> [Int] {
    var pool = Set(best(scores.words) { $0 > 0 }).union(tags.keys)
    if let meaning = scores.meaning { pool.formUnion(best(meaning) { $0 > -.infinity }) }
    return pool.sorted()
  }

  private func best(_ scores: [Float], where isMeant: (Float) -> Bool) -> [Int] {
    let alive = scores.indices.filter { units[$0].isAlive && isMeant(scores[$0]) }
    guard alive.count > Weights.pool else { return alive }
    let floor = alive.map { scores[$0] }.sorted(by: >)[Weights.pool - 1]
    return alive.filter { scores[$0] >= floor }
  }

  private func judge(
    _ pool: [Int], _ scores: Scores, _ query: EvidenceQuery, _ tags: [Int: Set<String>]
  ) -> [Judged] {
    let words = Self.standardised(pool.map { scores.words[$0] })
    let meaning = scores.meaning.map { meaning in Self.standardised(pool.map { meaning[$0] }) }
    let sayings = sayings(query)
    return pool.enumerated().map { place, unit in
      var judged = Judged(
        unit: unit, score: (meaning?[place] ?? 0) + Weights.words * words[place])
      for entry in entries[units[unit].entries] {
        if query.linked.contains(entry.passage) {
          judged.score += Weights.alreadyLinked
          break
        }
      }
      var said: Float = 0
      for entry in entries[units[unit].entries] {
        for saying in sayings[entry.passage] ?? [] {
          said += saying.weight
          if saying.weight >= 0.1 { judged.earlier.append(saying.key) }
        }
      }
      judged.score += Weights.earlier * max(-1, min(1, said))
      judged.earlier = Set(judged.earlier).sorted()
      if let names = tags[unit] {
        judged.tags = names.sorted()
        judged.score += Weights.tag
      }
      return judged
    }
  }

  /// What earlier links to other ends say, by how like those are.
  private func sayings(
    _ query: EvidenceQuery
  ) -> [Identifier<Passage>: [(key: String, weight: Float)]] {
    let sought = terms(query.text)
    var known: [String: Float] = [:]
    var sayings: [Identifier<Passage>: [(key: String, weight: Float)]] = [:]
    for link in query.earlier {
      let like = known[link.key] ?? (link.isNextOfKin ? 1 : likeness(sought, terms(link.text)))
      known[link.key] = like
      sayings[link.passage, default: []].append((link.key, link.isAffirmed ? like : -like))
    }
    return sayings
  }

  /// How alike two texts are by their words, 0 to 1: what both have of what
  /// either has, each term by how much it says.
  private func likeness(_ one: Set<Int>, _ other: Set<Int>) -> Float {
    func weight(_ terms: Set<Int>) -> Float {
      terms.sorted().reduce(0) { $0 + self.weight(of: $1) }
    }
    let all = weight(one.union(other))
    return all > 0 ? weight(one.intersection(other)) / all : 0
  }

  /// The terms of a text that stand somewhere in the index, by number.
  func terms(_ text: String) -> Set<Int> {
    Set(Terms.read(text).compactMap { number(of: $0.stem) })
  }

  /// In standard deviations from the mean. What is not known counts as the mean.
  static func standardised(_ scores: [Float]) -> [Float] {
    let known = scores.filter { $0 > -.infinity }
    guard !known.isEmpty else { return scores.map { _ in 0 } }
    let mean = known.reduce(0, +) / Float(known.count)
    let deviation = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(known.count))
      .squareRoot()
    return scores.map { $0 > -.infinity && deviation > 0 ? ($0 - mean) / deviation : 0 }
  }
}
