import Inquiries

/// Which block of one version of a draft is which of the version before it.
///
/// It is shown to the author, and decides which paragraphs keep their permanent
/// identity: those with the same words, then those with the same key, then the
/// likest wording, then what stands between the same neighbours.
public struct DraftAlignment: Hashable, Sendable {
  /// What became of a block.
  public enum Change: String, CaseIterable, Sendable {
    case same, changed, moved, new, gone
  }

  /// Why two blocks are taken for one.
  public enum Basis: String, CaseIterable, Sendable {
    case exact, key, wording, order
  }

  /// One line of the alignment.
  public struct Entry: Hashable, Sendable {
    /// Ordinal in the version before; `nil` when the block is new.
    public let before: Int?
    /// Ordinal in the new version; `nil` when the block is gone.
    public let after: Int?
    public let basis: Basis?
    /// Whether its words, type or key are other ones; blanks do not count.
    public let hasNewWords: Bool
    /// Whether it stands elsewhere among those that stayed in their order.
    public let hasMoved: Bool
    public let paragraphBefore: Int?
    public let paragraphAfter: Int?

    public var change: Change {
      if before == nil { return .new }
      if after == nil { return .gone }
      return hasNewWords ? .changed : hasMoved ? .moved : .same
    }

    /// `Paragraph 28 is now paragraph 30.`, as minutes print it; `nil` where the
    /// number stayed or never was.
    public var renumbering: String? {
      guard let paragraphBefore, let paragraphAfter, paragraphBefore != paragraphAfter else {
        return nil
      }
      return "Paragraph \(paragraphBefore) is now paragraph \(paragraphAfter)."
    }
  }

  /// The blocks of the new version in order, each gone block where it stood.
  public let entries: [Entry]

  /// - Parameters:
  ///   - base: The version that the author edited.
  ///   - edited: The version that came back.
  public init(from base: Draft, to edited: Draft) {
    self.init(from: base.blocks, to: edited.blocks)
  }

  init(from before: [DraftBlock], to after: [DraftBlock]) {
    var matching = DraftMatching(before, after)
    let pairs = matching.pairs()
    let inOrder = DraftMatching.longestRun(pairs)
    var pairOf: [Int: DraftMatching.Pair] = [:]
    for pair in pairs { pairOf[pair.after] = pair }
    let matched = Set(pairs.map(\.before))
    var entries: [Entry] = []
    var next = 0
    func addGone(before limit: Int) {
      while next < limit {
        if !matched.contains(next) { entries.append(Entry(before[next], nil, nil, false)) }
        next += 1
      }
    }
    for block in after {
      guard let pair = pairOf[block.ordinal] else {
        entries.append(Entry(nil, block, nil, false))
        continue
      }
      let hasMoved = !inOrder.contains(pair.after)
      if !hasMoved { addGone(before: pair.before) }
      entries.append(Entry(before[pair.before], block, pair, hasMoved))
    }
    addGone(before: before.count)
    self.entries = entries
  }

  /// What each block of the new version was, by its ordinal; blocks that are
  /// new are not in it.
  public var ordinalsBefore: [Int: Int] {
    var ordinals: [Int: Int] = [:]
    for entry in entries {
      if let before = entry.before, let after = entry.after { ordinals[after] = before }
    }
    return ordinals
  }
}

extension DraftAlignment.Entry {
  init(
    _ before: DraftBlock?, _ after: DraftBlock?, _ pair: DraftMatching.Pair?, _ hasMoved: Bool
  ) {
    self.before = before?.ordinal
    self.after = after?.ordinal
    basis = pair?.basis
    self.hasMoved = hasMoved
    hasNewWords = pair?.hasNewWords ?? (before == nil)
    paragraphBefore = before?.paragraphNumber
    paragraphAfter = after?.paragraphNumber
  }
}
