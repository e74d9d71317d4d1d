public import Inquiries

/// Which passage of a record each piece of its corrected file is.
///
/// Question numbers and points are fixed; within one of them the order, who
/// speaks and the words decide. Where they leave a doubt, nothing is paired and
/// the doubt is told with its place.
///
/// Costs the pieces once and, within one question, the square of those whose
/// words changed.
public enum RecordAlignment {
  /// One turn, stage line or point.
  public struct Piece: Hashable, Sendable {
    public let kind: PassageKind
    /// The question that it belongs to, or the number of the point; 0 before
    /// the first question.
    public let block: Int
    public let person: Identifier<Person>?
    public let label: String?
    public let isChair: Bool
    public let text: String

    public init(
      kind: PassageKind, block: Int, person: Identifier<Person>?, label: String?, isChair: Bool,
      text: String
    ) {
      self.kind = kind
      self.block = block
      self.person = person
      self.label = label
      self.isChair = isChair
      self.text = text
    }

    /// Whether somebody else is said to speak. A person known on one side alone
    /// is judged by the label.
    func isSaidByOther(than other: Piece) -> Bool {
      guard kind == .turn, other.kind == .turn, !(isChair && other.isChair) else { return false }
      if let person, let others = other.person { return person != others }
      return Wording.normalised(label ?? "").lowercased()
        != Wording.normalised(other.label ?? "").lowercased()
    }
  }

  /// What could not be placed; indices into the record and the file.
  public struct Misfit: Hashable, Sendable {
    public let kind: RecordDifference.Misfit.Kind
    public let record: Range<Int>
    public let file: Range<Int>
  }

  /// - Returns: For each piece of the record its place in the file, `nil` within
  ///   blocks that have a misfit; of those blocks the places that are sure all the
  ///   same; and the misfits in order.
  public static func align(
    record: [Piece], file: [Piece]
  ) -> (places: [Int?], besideMisfits: [Int?], misfits: [Misfit]) {
    var places = [Int?](repeating: nil, count: record.count)
    var besideMisfits = places
    var misfits: [Misfit] = []
    let (ours, theirs) = (blocks(of: record), blocks(of: file))
    let numbers = Set(ours.keys).union(theirs.keys).sorted()
    var (lastOurs, lastTheirs) = (0, 0)
    for number in numbers {
      let old = ours[number] ?? lastOurs..<lastOurs
      let new = theirs[number] ?? lastTheirs..<lastTheirs
      (lastOurs, lastTheirs) = (old.upperBound, new.upperBound)
      let block = Block(record: record, file: file).align(old, new)
      misfits += block.misfits
      for (here, there) in block.pairs {
        if block.misfits.isEmpty { places[here] = there } else { besideMisfits[here] = there }
      }
    }
    return (places, besideMisfits, misfits)
  }

  /// A block is one stretch: numbers never fall in a record or in a file.
  private static func blocks(of pieces: [Piece]) -> [Int: Range<Int>] {
    var blocks: [Int: Range<Int>] = [:]
    for (index, piece) in pieces.enumerated() {
      blocks[piece.block] = (blocks[piece.block]?.lowerBound ?? index)..<index + 1
    }
    return blocks
  }
}

/// The alignment of one question, or of one point.
private struct Block {
  typealias Misfit = RecordAlignment.Misfit
  let record: [RecordAlignment.Piece]
  let file: [RecordAlignment.Piece]

  /// More changed turns than these in one place are no correction.
  private static let most = 200
  /// Fewer words than these may all change; of more, some stay.
  private static let short = 8

  func align(
    _ old: Range<Int>, _ new: Range<Int>
  ) -> (pairs: [(Int, Int)], misfits: [Misfit]) {
    guard !old.isEmpty, !new.isEmpty else {
      return ([], [Misfit(kind: old.isEmpty ? .added : .gone, record: old, file: new)])
    }
    var pairs: [(Int, Int)] = []
    var misfits: [Misfit] = []
    var (here, there) = (old.lowerBound, new.lowerBound)
    for (anchor, twin) in anchors(old, new) + [(old.upperBound, new.upperBound)] {
      let gap = align(gap: here..<anchor, there..<twin)
      pairs += gap.pairs
      misfits += gap.misfits
      if anchor < old.upperBound {
        pairs.append((anchor, twin))
        if record[anchor].isSaidByOther(than: file[twin]) {
          misfits.append(
            Misfit(kind: .otherSpeaker, record: anchor..<anchor + 1, file: twin..<twin + 1))
        }
      }
      (here, there) = (anchor + 1, twin + 1)
    }
    return (pairs, misfits)
  }

  /// Pieces that are worded the same in both, in order.
  private func anchors(_ old: Range<Int>, _ new: Range<Int>) -> [(Int, Int)] {
    func keys(_ pieces: ArraySlice<RecordAlignment.Piece>) -> [String] {
      pieces.map { "\($0.kind.rawValue) \(Wording.normalised($0.text))" }
    }
    let difference = keys(file[new]).difference(from: keys(record[old]))
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(old.lowerBound + offset)
      case .insert(let offset, _, _): come.insert(new.lowerBound + offset)
      }
    }
    return Array(zip(old.filter { !gone.contains($0) }, new.filter { !come.contains($0) }))
  }

  private func align(
    gap old: Range<Int>, _ new: Range<Int>
  ) -> (pairs: [(Int, Int)], misfits: [Misfit]) {
    guard !old.isEmpty || !new.isEmpty else { return ([], []) }
    func misfit(_ kind: RecordDifference.Misfit.Kind) -> ([(Int, Int)], [Misfit]) {
      ([], [Misfit(kind: kind, record: old, file: new)])
    }
    if old.isEmpty { return misfit(.added) }
    if new.isEmpty { return misfit(.gone) }
    guard old.count <= Block.most, new.count <= Block.most else { return misfit(.unclear) }
    guard old.count == new.count else {
      if old.count == 1, isWhole(old, new) { return misfit(.split) }
      if new.count == 1, isWhole(old, new) { return misfit(.joined) }
      return misfit(.unclear)
    }
    let (ours, theirs) = (old.map { words(record[$0]) }, new.map { words(file[$0]) })
    var others: [Misfit] = []
    for (place, pair) in zip(old, new).enumerated() {
      guard record[pair.0].kind == file[pair.1].kind else { return misfit(.unclear) }
      let own = alike(ours[place], theirs[place])
      let isOther = record[pair.0].isSaidByOther(than: file[pair.1])
      guard own * 5 >= 1 || min(ours[place].count, theirs[place].count) < Block.short,
        !theirs.indices.contains(where: { $0 != place && alike(ours[place], theirs[$0]) > own })
      else { return misfit(.unclear) }
      if isOther {
        others.append(
          Misfit(kind: .otherSpeaker, record: pair.0..<pair.0 + 1, file: pair.1..<pair.1 + 1))
      }
    }
    return (Array(zip(old, new)), others)
  }

  /// Whether the words on both sides are nearly the same, taken together.
  private func isWhole(_ old: Range<Int>, _ new: Range<Int>) -> Bool {
    alike(old.flatMap { words(record[$0]) }, new.flatMap { words(file[$0]) }) >= 0.8
  }

  private func words(_ piece: RecordAlignment.Piece) -> [Substring] {
    Wording.normalised(piece.text).lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// How much of the words two texts share, from 0 to 1.
  private func alike(_ one: [Substring], _ other: [Substring]) -> Double {
    var counts: [Substring: Int] = [:]
    for word in one { counts[word, default: 0] += 1 }
    var shared = 0
    for word in other where counts[word, default: 0] > 0 {
      counts[word, default: 0] -= 1
      shared += 1
    }
    return Double(2 * shared) / Double(max(1, one.count + other.count))
  }
}
