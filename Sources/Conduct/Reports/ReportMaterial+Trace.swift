import Checks
import Inquiries
import Papers
import Postgres
import Records

extension Snapshot {
  /// Adds what the inquiry wants checked, what people said of remarks, and what
  /// the draft makes of the evidence.
  mutating func add(
    _ draft: Draft, of version: Identifier<DraftVersion>, _ sources: [Inquiries.Source],
    as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    policy = try CheckPolicy.find(as: viewpoint, on: connection)
    answers = try RemarkAnswer.all(as: viewpoint, on: connection)
    use = try EvidenceUse.read(sources: sources, as: viewpoint, on: connection)
    asks = try Snapshot.asks(use, as: viewpoint, on: connection)
    leftUnanswered = try EarlierRecommendation.untaken(as: viewpoint, on: connection)
    let identities = try DraftVersion.paragraphs(of: version, on: connection)
    blocks = draft.blocks.map { block in
      Block(
        line: block.line, paragraph: block.paragraphNumber, key: block.key,
        identity: identities[block.ordinal].map { "paragraph \($0)" }, words: block.text,
        chapter: block.section.first)
    }
    if blocks.contains(where: { !StatedTotal.all(in: $0.words).isEmpty }) {
      totals = try Totals.published(of: [viewpoint.inquiryID], on: connection)[viewpoint.inquiryID]
    }
  }

  /// Asks in what findings cite or are linked to, where no recommendation is.
  private static func asks(
    _ use: EvidenceUse, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Ask] {
    let conclusions = Dictionary(
      use.conclusions.compactMap { conclusion in conclusion.paragraph.map { ($0, conclusion) } },
      uniquingKeysWith: { first, _ in first })
    let links = use.links.filter { [.affirmed, .suspect].contains($0.status) }.map {
      (isOfFinding: $0.isOfFinding, key: $0.key, passage: $0.passage)
    }
    let cited = use.citations.compactMap { citation in
      conclusions[citation.paragraph].map {
        (isOfFinding: $0.isFinding, key: $0.key, passage: citation.passage)
      }
    }
    let used = Dictionary(grouping: links + cited, by: \.passage)
      .filter { $0.value.allSatisfy(\.isOfFinding) }
    guard !used.isEmpty else { return [] }
    return try EvidenceAsks.all(
      AskFilter(passages: used.keys.sorted()), as: viewpoint, on: connection
    ).flatMap { ask in
      let keys = Set((used[Identifier(Int64(ask.number))] ?? []).map(\.key)).sorted()
      return keys.map {
        Ask(
          key: $0, locator: ask.locator, reference: ask.reference,
          words: ask.sentences.first?.words ?? "")
      }
    }
  }
}
