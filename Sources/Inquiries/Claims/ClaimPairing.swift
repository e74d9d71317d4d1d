extension Prose {
  /// Sentences that lean on the same citations: each that cites, with those
  /// before it that do not; those at the end that cite nothing.
  ///
  /// - Parameter citing: Labels of the footnotes that cite; a sentence that refers to one
  ///   leans on no other sentence, and those before it lean on what cites behind it.
  /// - Returns: For each sentence the places of the citations it leans on.
  public func citationsBeside(notes citing: Set<String> = []) -> [Range<Int>] {
    var beside: [Range<Int>] = []
    var last: Range<Int>?
    for sentence in sentences.reversed() {
      let own = sentence.citations
      let isNoted = !citing.isEmpty && !citing.isDisjoint(with: notes(in: sentence))
      if !own.isEmpty { last = own }
      beside.append(isNoted ? own : last ?? own)
    }
    return beside.reversed()
  }
}

/// What the citations beside claims propose that they rest on.
public enum ClaimPairing {
  /// Pairs claims with the figures cited beside them: in their order where there
  /// are as many of each, all with the one where there is one alone, else each with the
  /// one cited directly behind it.
  ///
  /// - Parameters:
  ///   - found: The claims of one paragraph.
  ///   - figures: For each citation the places with figures that it names, as
  ///     many as it names.
  ///   - notes: Labels of the footnotes that cite.
  /// - Returns: For each claim what is proposed, in the same order.
  public static func proposals(
    for found: [ClaimFinder.Found], in prose: Prose, citing figures: [[String]],
    notes: Set<String> = []
  ) -> [String?] {
    let beside = prose.citationsBeside(notes: notes)
    var shares: [Range<Int>: Int] = [:]
    for claim in found where claim.measure.kind != .number {
      shares[beside[claim.sentence], default: 0] += 1
    }
    var next: [Range<Int>: Int] = [:]
    return found.indices.map { index in
      let claim = found[index]
      let group = beside[claim.sentence]
      let cited = figures[group].flatMap { $0 }
      let later = index + 1 < found.count ? found[index + 1].range.lowerBound : Int.max
      let own = behind(claim, before: later, in: prose)
      if cited.count == 1 {
        // What is cited directly behind it and has no figure is what it is of all the same.
        return own.map { figures[$0].isEmpty } == true ? nil : cited[0]
      }
      guard claim.measure.kind != .number, shares[group] == cited.count else {
        return own.flatMap { figures[$0].count == 1 ? figures[$0][0] : nil }
      }
      defer { next[group, default: 0] += 1 }
      return cited[next[group, default: 0]]
    }
  }

  /// The citation of a claim's sentence directly behind it, before the next claim.
  private static func behind(
    _ claim: ClaimFinder.Found, before later: Int, in prose: Prose
  ) -> Int? {
    let citation = prose.sentences[claim.sentence].citations.first {
      prose.citations[$0].lowerBound >= claim.range.upperBound
    }
    return citation.flatMap { prose.citations[$0].lowerBound < later ? $0 : nil }
  }
}
