import Foundation
public import Inquiries

/// The evidence of one inquiry in memory, as it is searched: which words stand
/// in which context, and what each piece of it means.
///
/// What is ranked is a context: a question with its answers, or a passage that
/// stands alone. A source is put in as a whole and takes the place of what it
/// was before; what it left behind costs room until the index is made anew.
public struct EvidenceIndex: Sendable {
  /// A context, as it lies in the index.
  struct Unit: Sendable {
    var isAlive = true
    var length: Float = 0
    let entries: Range<Int>
    /// Length of the sum of its pieces' vectors; 0 where it has none.
    var weight: Float = 0
  }

  struct Entry: Sendable {
    let passage: Identifier<Passage>
    let version: Identifier<PassageVersion>
    let unit: Int32
    let kind: SourceKind
    let group: String?
    let isEvidence: Bool
    let isConfidential: Bool
    /// Where its own terms stand in `entryTerms`, each once and in rising order.
    let terms: Range<Int>
    /// Where what it says for or against something stands in the index's.
    let positions: Range<Int>
    /// Where its pieces stand in the matrix.
    let rows: Range<Int>
  }

  struct Position: Sendable {
    let cue: String
    let isAgainst: Bool
    /// Where the terms that it is said of stand in `positionTerms`.
    let terms: Range<Int>
  }

  struct Posting: Sendable {
    let unit: Int32
    let count: Int32
  }

  private(set) var units: [Unit] = []
  private(set) var entries: [Entry] = []
  private(set) var positions: [Position] = []
  private(set) var positionTerms: [Int32] = []
  private(set) var matrix = MeaningMatrix()
  private var numbers: [String: Int32] = [:]
  private(set) var postings: [[Posting]] = []
  /// In how many contexts each term stands.
  private(set) var spread: [Int32] = []
  private(set) var entryTerms: [Int32] = []
  private var unitsOf: [Identifier<Source>: [Int32]] = [:]
  private(set) var liveUnits = 0
  private(set) var liveLength: Float = 0
  /// Passages that can be evidence, and those of them whose meaning is known.
  public private(set) var passages = 0
  public private(set) var passagesMeant = 0
  private let sample: Int

  /// - Parameter sample: Vectors of some of the passages, whose middle becomes
  ///   that of the index.
  public init(around sample: [[UInt8]] = []) {
    matrix.settle(on: sample)
    self.sample = sample.count
  }

  /// Whether so much came or went that it should be made anew.
  public var isWornOut: Bool {
    units.count > 2 * liveUnits + 1_000 || (sample < 500 && passagesMeant > 2 * sample + 100)
  }

  /// The term's number; `nil` when it stands nowhere.
  func number(of stem: String) -> Int? {
    numbers[stem].map(Int.init)
  }

  /// How much it says that a term is there (Robertson and Spärck Jones).
  func weight(of term: Int) -> Float {
    let count = Float(spread[term])
    return log1p((Float(liveUnits) - count + 0.5) / (count + 0.5))
  }

  /// Takes a source out.
  public mutating func remove(_ source: Identifier<Source>) {
    for number in unitsOf.removeValue(forKey: source) ?? [] {
      let unit = units[Int(number)]
      units[Int(number)].isAlive = false
      liveUnits -= 1
      liveLength -= unit.length
      for term in Set(entries[unit.entries].flatMap { entryTerms[$0.terms] }) {
        spread[Int(term)] -= 1
      }
      for entry in entries[unit.entries] where entry.isEvidence {
        passages -= 1
        if !entry.rows.isEmpty { passagesMeant -= 1 }
      }
    }
  }

  /// Puts a source in, in the place of what it was.
  public mutating func put(_ source: Identifier<Source>, _ passages: [EvidencePassage]) {
    remove(source)
    var first = 0
    while first < passages.count {
      var last = first + 1
      if let block = passages[first].block {
        while last < passages.count, passages[last].block == block { last += 1 }
      }
      add(passages[first..<last], of: source)
      first = last
    }
  }

  private mutating func add(_ context: ArraySlice<EvidencePassage>, of source: Identifier<Source>) {
    let number = Int32(units.count)
    var unit = Unit(entries: entries.count..<entries.count + context.count)
    var counts: [Int32: Int32] = [:]
    let firstRow = matrix.count
    var question: String?
    for passage in context {
      let terms = Terms.read(passage.text).map { intern($0.stem) }
      for term in terms { counts[term, default: 0] += 1 }
      unit.length += Float(terms.count)
      let firstTerm = entryTerms.count
      entryTerms.append(contentsOf: Set(terms).sorted())
      let rows = matrix.append(passage.vectors ?? [], of: number)
      let said = passage.isEvidence ? keep(passage.text, answering: question) : 0..<0
      entries.append(
        Entry(
          passage: passage.passage, version: passage.version, unit: number, kind: passage.kind,
          group: passage.group, isEvidence: passage.isEvidence,
          isConfidential: passage.isConfidential, terms: firstTerm..<entryTerms.count,
          positions: said, rows: rows))
      guard passage.isEvidence else {
        question = passage.text
        continue
      }
      passages += 1
      if !rows.isEmpty { passagesMeant += 1 }
    }
    unit.weight = matrix.lengthOfSum(firstRow..<matrix.count)
    for (term, count) in counts {
      postings[Int(term)].append(Posting(unit: number, count: count))
      spread[Int(term)] += 1
    }
    units.append(unit)
    unitsOf[source, default: []].append(number)
    liveUnits += 1
    liveLength += unit.length
  }

  /// Keeps what a passage says for or against something. Its terms, and those of the question
  /// before it, are known by then.
  private mutating func keep(
    _ text: String, answering question: String?
  ) -> Range<Int> {
    let first = positions.count
    for said in SpokenPosition.read(text, answering: question) {
      let terms = said.terms.compactMap { numbers[$0] }
      let start = positionTerms.count
      positionTerms.append(contentsOf: terms)
      positions.append(
        Position(cue: said.cue, isAgainst: said.isAgainst, terms: start..<positionTerms.count))
    }
    return first..<positions.count
  }

  private mutating func intern(_ stem: String) -> Int32 {
    if let number = numbers[stem] { return number }
    let number = Int32(postings.count)
    numbers[stem] = number
    postings.append([])
    spread.append(0)
    return number
  }
}
