import Synchronization

/// What texts mean that evidence is sought for: the latest of them are kept in memory,
/// because a recommendation is asked about again and again.
final class SoughtMeaning: Sendable {
  private let meaning: Meaning
  private let kept = Mutex(Kept())

  private struct Kept {
    var latest: [[String]: [[Float]]] = [:]
    var earlier: [[String]: [[Float]]] = [:]
  }

  /// Texts of one generation; two of them, of nine parts each, take 14 MB.
  private static let most = 512

  init(_ meaning: Meaning) {
    self.meaning = meaning
  }

  /// Vectors of the parts of a text, one for each.
  ///
  /// - Parameter isAhead: Whether nobody waits for them, so that others may come in between.
  /// - Throws: ``Meaning/Failed``.
  func vectors(of parts: [String], isAhead: Bool = false) async throws -> [[Float]] {
    if let known = known(parts) { return known }
    let vectors =
      isAhead ? try await meaning.vectorsInTurns(of: parts) : try await meaning.vectors(of: parts)
    keep(vectors, of: parts)
    return vectors
  }

  private func known(_ parts: [String]) -> [[Float]]? {
    let (latest, earlier) = kept.withLock { ($0.latest[parts], $0.earlier[parts]) }
    if let earlier, latest == nil { keep(earlier, of: parts) }
    return latest ?? earlier
  }

  private func keep(_ vectors: [[Float]], of parts: [String]) {
    kept.withLock { kept in
      if kept.latest.count >= Self.most { kept = Kept(earlier: kept.latest) }
      kept.latest[parts] = vectors
    }
  }
}
