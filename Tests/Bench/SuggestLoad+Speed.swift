import Foundation
import Inquiries
import Tagging

extension SuggestLoad {
  /// Suggestions on so many drawn passages of 78 words, 10,000 of them linked.
  func speed(_ passages: Int, _ figures: inout Figures) async throws {
    let words = Vocabulary()
    var dice = Dice(seed: 3)
    func vectors(_ count: Int) -> [UInt8] {
      (0..<count * MeaningVector.dimensions / 8).flatMap { _ in
        withUnsafeBytes(of: dice.next()) { Array($0) }
      }
    }
    var index = EvidenceIndex(around: (0..<500).map { _ in vectors(1) })
    let clock = ContinuousClock()
    let start = clock.now
    for source in 0..<passages / 50 {
      index.put(
        Identifier(Int64(source)),
        (0..<50).map { place in
          let id = Int64(source * 50 + place)
          let text = words.speech(&dice)
          return EvidencePassage(
            passage: Identifier(id), version: Identifier(id), block: id / 3, kind: .transcript,
            group: "group-\(source % 8)", isEvidence: id % 3 != 0, isConfidential: false,
            text: text, vectors: vectors(SentenceWindows.spans(of: text).count))
        })
    }
    let built = (clock.now - start) / .seconds(1)
    // A name first: speech can be a "Yes." alone, which is nothing to seek by.
    let ends = (0..<60).map { _ in
      "\(words.name(&dice)) should \(words.speech(&dice, mean: 20)) \(words.speech(&dice, mean: 15))"
    }
    let earlier = (0..<10_000).map { link in
      EvidenceQuery.EarlierLink(
        passage: Identifier(Int64(dice.below(passages))), key: "end-\(link % 60)",
        text: ends[link % 60], isNextOfKin: false, isAffirmed: link % 5 != 0)
    }
    var taken: [Double] = []
    for text in ends + ends {
      let begun = clock.now
      var query = try EvidenceQuery(text)
      query.vectors = try await meaning.vectors(of: query.parts)
      query.earlier = earlier
      let found = index.suggestions(for: query, limit: 10)
      taken.append((clock.now - begun) / .milliseconds(1))
      guard found.items.count >= 10 else {
        throw Machine.Failed(description: "only \(found.items.count) were suggested")
      }
    }
    let p95 = taken.sorted()[taken.count * 95 / 100]
    let note =
      "median \(Figures.text(Figures.median(taken))) ms; drawn and indexed in \(Figures.text(built)) s"
    // The limit is for 100,000; it grows as the number of passages does.
    figures.atMost(
      passages <= 100_000 ? 150 : 1_500, "suggestions on \(passages) passages, p95", [p95],
      unit: " ms", note: note)
  }
}
