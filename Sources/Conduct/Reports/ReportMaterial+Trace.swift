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
    leftUnanswered = try EarlierRecommendation.untaken(as: viewpoint, on: connection)
    let identities = try DraftVersion.paragraphs(of: version, on: connection)
    blocks = draft.blocks.map { block in
      Block(
        line: block.line, paragraph: block.paragraphNumber, key: block.key,
        identity: identities[block.ordinal].map { "paragraph \($0)" }, words: block.text,
        chapter: block.section.first)
    }
  }
}
