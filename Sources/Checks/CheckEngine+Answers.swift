import Inquiries

extension CheckEngine {
  /// The remarks with the weight that the policy gives them, the identity that
  /// they keep between versions, and what people said of them.
  static func answered(_ remarks: [Remark], in snapshot: Snapshot) -> [Remark] {
    let weights = Dictionary(
      snapshot.policy.weights.map { ($0.code, $0.severity) }, uniquingKeysWith: { $1 })
    let answers = Dictionary(
      snapshot.answers.map { (Answered(code: $0.code, place: $0.place), $0) },
      uniquingKeysWith: { $1 })
    let places = Places(snapshot)
    var occurrences: [Answered: Int] = [:]
    return remarks.map { remark in
      var remark = remark
      let block = places.block(of: remark.place)
      var lasting = places.name(of: remark, in: block)
      // The same thing twice in one place: the second is another remark.
      let key = Answered(code: remark.code.rawValue, place: lasting)
      let before = occurrences[key, default: 0]
      occurrences[key] = before + 1
      if before > 0 { lasting += " #\(before + 1)" }
      remark.lasting = lasting
      let atPlace =
        block?.words ?? remark.place.reference.flatMap { places.titles[$0] } ?? remark.sentence
      remark.words = [atPlace, remark.about].compactMap { $0 }.joined(separator: "\n")
      if let weight = weights[remark.code.rawValue], !remark.code.alwaysStops {
        remark.severity = weight
      }
      remark.answer = answers[Answered(code: remark.code.rawValue, place: lasting)]
      return remark
    }
  }

  private struct Answered: Hashable {
    let code: String
    let place: String
  }

  /// The draft as remarks point into it.
  private struct Places {
    let blocks: [Snapshot.Block]
    let byKey: [String: Int]
    let byParagraph: [Int: Int]
    /// Of sources, by reference.
    let titles: [String: String]

    init(_ snapshot: Snapshot) {
      blocks = snapshot.blocks
      func index<Key: Hashable>(_ name: (Snapshot.Block) -> Key?) -> [Key: Int] {
        Dictionary(
          snapshot.blocks.indices.compactMap { place in
            name(snapshot.blocks[place]).map { ($0, place) }
          }, uniquingKeysWith: { first, _ in first })
      }
      byKey = index(\.key)
      byParagraph = index(\.paragraph)
      titles = Dictionary(
        snapshot.sources.map { ($0.reference, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// The block meant; for a line the one that it stands in.
    func block(of place: Remark.Place) -> Snapshot.Block? {
      let found =
        place.paragraph.flatMap { byParagraph[$0] } ?? place.key.flatMap { byKey[$0] }
        ?? place.line.flatMap(index(atLine:))
      return found.map { blocks[$0] }
    }

    private func index(atLine line: Int) -> Int? {
      var (low, high) = (0, blocks.count)
      while low < high {
        let middle = (low + high) / 2
        if blocks[middle].line <= line { low = middle + 1 } else { high = middle }
      }
      return low > 0 ? low - 1 : nil
    }

    /// What the place is called whatever its number is in this version.
    func name(of remark: Remark, in block: Snapshot.Block?) -> String {
      let place = remark.place
      let within = block.map { $0.key ?? $0.identity ?? Wording.normalised($0.words) } ?? place.key
      return [within, place.reference, place.locator, remark.subject].compactMap { $0 }
        .joined(separator: " ")
    }
  }
}
