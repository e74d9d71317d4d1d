extension Prose {
  /// Sentences that lean on the same citations: each that cites, with those
  /// before it that do not; those at the end that cite nothing.
  ///
  /// - Returns: For each sentence the places of the citations it leans on.
  public func citationsBeside() -> [Range<Int>] {
    var beside: [Range<Int>] = []
    for sentence in sentences.reversed() {
      let own = sentence.citations
      beside.append(own.isEmpty ? beside.last ?? own : own)
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
  /// - Returns: For each claim what is proposed, in the same order.
  public static func proposals(
    for found: [ClaimFinder.Found], in prose: Prose, citing figures: [[String]]
  ) -> [String?] {
    let beside = prose.citationsBeside()
    var shares: [Range<Int>: Int] = [:]
    for claim in found where claim.measure.kind != .number {
      shares[beside[claim.sentence], default: 0] += 1
    }
    var next: [Range<Int>: Int] = [:]
    return found.indices.map { index in
      let claim = found[index]
      let group = beside[claim.sentence]
      let cited = figures[group].flatMap { $0 }
      if cited.count == 1 { return cited[0] }
      guard claim.measure.kind != .number, shares[group] == cited.count else {
        let later = index + 1 < found.count ? found[index + 1].range.lowerBound : Int.max
        return behind(claim, before: later, in: prose, citing: figures)
      }
      defer { next[group, default: 0] += 1 }
      return cited[next[group, default: 0]]
    }
  }

  /// What a claim's sentence cites directly behind it, before the next claim.
  private static func behind(
    _ claim: ClaimFinder.Found, before later: Int, in prose: Prose, citing figures: [[String]]
  ) -> String? {
    let citation = prose.sentences[claim.sentence].citations.first {
      prose.citations[$0].lowerBound >= claim.range.upperBound
    }
    guard let citation, prose.citations[citation].lowerBound < later,
      figures[citation].count == 1
    else { return nil }
    return figures[citation][0]
  }
}
