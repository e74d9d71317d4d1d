import Inquiries

extension EvidenceIndex {
  struct Candidate {
    let entry: Entry
    let score: Float
    let window: Int?
    let earlier: [String]
    let tags: [String]
    /// Words with which it may speak against the text.
    let cue: String?
  }

  /// The one passage of each context that says it best, best context first: the nearest, and
  /// where none is known to be, the one with the words that say most.
  func candidates(
    _ judged: [Judged], _ scores: Scores, _ query: EvidenceQuery
  ) -> [Candidate] {
    let named = query.namedGroups
    let statements = statements(of: query.text)
    let sought = terms(query.text)
    func shared(_ entry: Entry) -> Float {
      entryTerms[entry.terms].reduce(0) {
        sought.contains(Int($1)) ? $0 + weight(of: Int($1)) : $0
      }
    }
    return judged.compactMap { judged -> Candidate? in
      let open = entries[units[judged.unit].entries].filter {
        $0.isEvidence && !query.linked.contains($0.passage) && !query.dropped.contains($0.version)
      }
      func nearest(_ entry: Entry) -> (row: Int, nearness: Float)? {
        guard !scores.rows.isEmpty else { return nil }
        return entry.rows.map { ($0, scores.rows[$0]) }.max { $0.1 < $1.1 }
      }
      let best = open.map { ($0, nearest($0), shared($0)) }
        .max { ($0.1?.nearness ?? 0, $0.2) < ($1.1?.nearness ?? 0, $1.2) }
      guard let (entry, near, _) = best,
        scores.words[judged.unit] > 0 || (near?.nearness ?? 0) >= Weights.nearest
          || !judged.tags.isEmpty
      else { return nil }
      let isNamed = entry.group.map { named.keys.contains($0) } ?? false
      return Candidate(
        entry: entry, score: judged.score + (isNamed ? Weights.group : 0),
        window: near.map { $0.row - entry.rows.lowerBound }, earlier: judged.earlier,
        tags: judged.tags, cue: contrast(entry, with: statements))
    }.sorted { ($1.score, $0.entry.passage) < ($0.score, $1.entry.passage) }
  }

  /// Spread over kinds and groups; and where few of them speak against, the best
  /// that do take the last places, of which they get no more than half.
  func chosen(_ candidates: [Candidate], limit: Int) -> [Candidate] {
    var left = candidates
    var chosen: [Candidate] = []
    var kinds: [SourceKind: Float] = [:]
    var groups: [String: Float] = [:]
    func worth(_ candidate: Candidate) -> Float {
      candidate.score - Weights.sameKind * (kinds[candidate.entry.kind] ?? 0)
        - Weights.sameGroup * (candidate.entry.group.flatMap { groups[$0] } ?? 0)
    }
    while chosen.count < limit,
      let best = left.indices.max(by: { worth(left[$0]) < worth(left[$1]) })
    {
      let candidate = left.remove(at: best)
      kinds[candidate.entry.kind, default: 0] += 1
      if let group = candidate.entry.group { groups[group, default: 0] += 1 }
      chosen.append(candidate)
    }
    let against = chosen.count { $0.cue != nil }
    // Only from what is above the mean: far down everything speaks against something.
    let contrasting = left.filter { $0.cue != nil && $0.score > 0 }
    for candidate in contrasting.prefix(max(0, min(2, limit / 2) - against)) {
      guard let last = chosen.lastIndex(where: { $0.cue == nil }) else { break }
      chosen.remove(at: last)
      chosen.append(candidate)
    }
    return chosen
  }

  func suggestion(
    _ candidate: Candidate, _ scores: Scores, _ query: EvidenceQuery
  ) -> Suggestion {
    let entry = candidate.entry
    var reasons: [Suggestion.Reason] = []
    // A guess at confidential words must not be confirmed unseen, nor by a passage beside them.
    let isOpen = !entries[units[Int(entry.unit)].entries].contains(where: \.isConfidential)
    let shared = isOpen ? sharedTerms(query, with: entry.unit) : []
    if !shared.isEmpty { reasons.append(.sharedTerms(shared)) }
    if let window = candidate.window {
      let nearness = scores.rows[entry.rows.lowerBound + window]
      if nearness >= Weights.nearest { reasons.append(.nearMeaning(Double(nearness))) }
    }
    if let name = entry.group.flatMap({ query.namedGroups[$0] }) { reasons.append(.group(name)) }
    if !candidate.earlier.isEmpty { reasons.append(.earlierLinks(candidate.earlier)) }
    if !candidate.tags.isEmpty { reasons.append(.tags(candidate.tags)) }
    if let cue = candidate.cue { reasons.append(.contrast(cue)) }
    return Suggestion(
      passage: entry.passage, version: entry.version, kind: entry.kind, group: entry.group,
      isConfidential: entry.isConfidential, score: Double(candidate.score),
      window: candidate.window, reasons: reasons)
  }

  /// The words of the text that stand in a context too, those first that say most.
  private func sharedTerms(_ query: EvidenceQuery, with unit: Int32) -> [String] {
    var seen: Set<String> = []
    let shared = Terms.read(query.text).compactMap { term -> (word: String, weight: Float)? in
      guard seen.insert(term.stem).inserted, let number = number(of: term.stem),
        holds(unit, number)
      else { return nil }
      return (term.word, weight(of: number))
    }
    return shared.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element.word)
  }

  private func holds(_ unit: Int32, _ term: Int) -> Bool {
    // Units come in rising order into the postings of every term.
    let postings = postings[term]
    var low = 0
    var high = postings.count
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].unit < unit { low = middle + 1 } else { high = middle }
    }
    return low < postings.count && postings[low].unit == unit
  }
}
