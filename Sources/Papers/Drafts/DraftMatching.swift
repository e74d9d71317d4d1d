import Inquiries

/// Pairs the blocks of two versions of a draft, in time about linear in both.
struct DraftMatching {
  struct Pair {
    let before: Int
    let after: Int
    let basis: DraftAlignment.Basis
    let hasNewWords: Bool
  }

  /// What makes two blocks the same: type, key and words, blanks apart.
  private struct Words: Hashable {
    let kind: DraftBlockKind
    let key: String?
    let text: String

    init(_ block: DraftBlock) {
      kind = block.kind
      key = block.key
      text = block.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Half the words in common; below that two paragraphs only share a subject.
  private static let leastLikeness = 0.5
  /// A word in more blocks than this tells little of any of them.
  private static let commonWord = 40

  private let before: [DraftBlock]
  private let after: [DraftBlock]
  private let wordsBefore: [Words]
  private let wordsAfter: [Words]
  private var pairOfBefore: [Int: Int] = [:]
  private var pairOfAfter: [Int: Pair] = [:]

  init(_ before: [DraftBlock], _ after: [DraftBlock]) {
    self.before = before
    self.after = after
    wordsBefore = before.map(Words.init)
    wordsAfter = after.map(Words.init)
  }

  /// Every pair, in the order of the new version.
  mutating func pairs() -> [Pair] {
    matchKeys()
    matchWords()
    matchWording()
    matchOrder()
    return sorted
  }

  private var sorted: [Pair] {
    pairOfAfter.values.sorted { $0.after < $1.after }
  }

  private mutating func pair(_ before: Int, _ after: Int, _ basis: DraftAlignment.Basis) {
    guard pairOfBefore[before] == nil, pairOfAfter[after] == nil else { return }
    pairOfBefore[before] = after
    pairOfAfter[after] = Pair(
      before: before, after: after, basis: basis,
      hasNewWords: wordsBefore[before] != wordsAfter[after])
  }

  /// A key is a permanent name: whatever became of the words, it decides.
  private mutating func matchKeys() {
    var ordinals: [String: Int] = [:]
    for block in before { if let key = block.key { ordinals[key] = block.ordinal } }
    for block in after {
      guard let key = block.key, let ordinal = ordinals[key] else { continue }
      let isSame = wordsBefore[ordinal] == wordsAfter[block.ordinal]
      pair(ordinal, block.ordinal, isSame ? .exact : .key)
    }
  }

  /// Equal words; where several blocks have them, in their order.
  private mutating func matchWords() {
    var waiting: [Words: [Int]] = [:]
    for block in before.reversed() where pairOfBefore[block.ordinal] == nil {
      waiting[wordsBefore[block.ordinal], default: []].append(block.ordinal)
    }
    for block in after where pairOfAfter[block.ordinal] == nil {
      if let ordinal = waiting[wordsAfter[block.ordinal]]?.popLast() {
        pair(ordinal, block.ordinal, .exact)
      }
    }
  }

  private mutating func matchWording() {
    var vocabulary = Vocabulary()
    var blocksWith: [[Int]] = []
    var sizes = [Int](repeating: 0, count: before.count)
    for block in before where pairOfBefore[block.ordinal] == nil {
      let words = vocabulary.words(of: block)
      sizes[block.ordinal] = words.count
      blocksWith += Array(repeating: [], count: vocabulary.count - blocksWith.count)
      for word in words { blocksWith[word].append(block.ordinal) }
    }
    var candidates: [(likeness: Double, before: Int, after: Int)] = []
    var shared = [Int](repeating: 0, count: before.count)
    for block in after where pairOfAfter[block.ordinal] == nil {
      let words = vocabulary.words(of: block)
      // A word that stands in many blocks tells little of any of them; how much
      // of it two blocks share is only asked where rarer words bring them together.
      let (rare, common) = words.split {
        $0 < blocksWith.count && blocksWith[$0].count <= Self.commonWord
      }
      var touched: [Int] = []
      for word in rare {
        for ordinal in blocksWith[word] {
          if shared[ordinal] == 0 { touched.append(ordinal) }
          shared[ordinal] += 1
        }
      }
      touched.sort { (shared[$1], $0) < (shared[$0], $1) }
      for ordinal in touched.prefix(8) where DraftMatching.mayBeOne(before[ordinal], block) {
        let inCommon = common.count {
          $0 < blocksWith.count && blocksWith[$0].contains(sorted: ordinal)
        }
        let all = max(words.count + sizes[ordinal], 1)
        let likeness = 2 * Double(shared[ordinal] + inCommon) / Double(all)
        if likeness >= DraftMatching.leastLikeness {
          candidates.append((likeness, ordinal, block.ordinal))
        }
      }
      for ordinal in touched { shared[ordinal] = 0 }
    }
    candidates.sort { ($1.likeness, $0.after, $0.before) < ($0.likeness, $1.after, $1.before) }
    for candidate in candidates { pair(candidate.before, candidate.after, .wording) }
  }

  /// Between two neighbours that stayed, as many blocks as before are those
  /// blocks, rewritten.
  private mutating func matchOrder() {
    let known = sorted
    let inOrder = DraftMatching.longestRun(known)
    let staying = known.filter { inOrder.contains($0.after) }
    var lastBefore = -1
    var lastAfter = -1
    let ends = staying.map { ($0.before, $0.after) } + [(before.count, after.count)]
    for (nextBefore, nextAfter) in ends {
      let old = (lastBefore + 1..<nextBefore).filter { pairOfBefore[$0] == nil }
      let new = (lastAfter + 1..<nextAfter).filter { pairOfAfter[$0] == nil }
      let fits = zip(old, new).allSatisfy { DraftMatching.mayBeOne(before[$0], after[$1]) }
      if old.count == new.count, fits {
        for (one, other) in zip(old, new) { pair(one, other, .order) }
      }
      (lastBefore, lastAfter) = (nextBefore, nextAfter)
    }
  }

  /// Headings stay headings and numbered blocks numbered; of two keys neither
  /// becomes the other.
  private static func mayBeOne(_ before: DraftBlock, _ after: DraftBlock) -> Bool {
    if let one = before.key, let other = after.key, one != other { return false }
    if case .heading = before.kind, case .heading = after.kind { return true }
    if before.kind == .continuation || after.kind == .continuation {
      return before.kind == after.kind
    }
    return before.paragraphNumber != nil && after.paragraphNumber != nil
  }

  /// The pairs, by their place in the new version, that kept their order: the
  /// longest run of them whose old places rise.
  static func longestRun(_ pairs: [Pair]) -> Set<Int> {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].before < pair.before { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tails[low - 1] : nil
      if low < tails.count { tails[low] = index } else { tails.append(index) }
    }
    var run: Set<Int> = []
    var next = tails.last
    while let index = next {
      run.insert(pairs[index].after)
      next = previous[index]
    }
    return run
  }
}

/// The words of blocks as small numbers, so that they are compared as such.
private struct Vocabulary {
  private var numbers: [String: Int] = [:]

  var count: Int { numbers.count }

  /// The words of a block, each once, in any case.
  mutating func words(of block: DraftBlock) -> [Int] {
    var words: Set<Int> = []
    for word in block.text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let next = numbers.count
      words.insert(numbers[String(word), default: next])
      if numbers[String(word)] == nil { numbers[String(word)] = next }
    }
    return words.sorted()
  }
}

extension [Int] {
  /// The numbers that fit and those that do not, in their order.
  fileprivate func split(_ fits: (Int) -> Bool) -> (fitting: [Int], others: [Int]) {
    (filter(fits), filter { !fits($0) })
  }

  /// Whether a rising list has `number` in it.
  fileprivate func contains(sorted number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
