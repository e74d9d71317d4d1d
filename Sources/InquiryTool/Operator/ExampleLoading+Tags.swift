import Conduct
import Inquiries
import Papers
import Records

/// Loads the codebook, the tags that two authors put on passages, and their memos.
extension ExampleLoading {
  func loadTags(as author: Actor) async throws {
    let tagging = example.tagging
    let project = try CodedProject.read(
      try example.bytes(tagging.codebook), fileName: tagging.codebook)
    let codebook = try await office.perform(
      ImportCodebook(project, site: ""), in: slug, by: author)
    tell("The codebook: \(codebook.added.count) tags")
    var authors = [author.name: author]
    for applied in tagging.applied {
      if authors[applied.by] == nil { authors[applied.by] = try await self.author(applied.by) }
      guard let tagger = authors[applied.by] else { continue }
      _ = try await office.perform(
        ApplyTag(applied.tag, to: applied.cite, applied.quote.map { .quote($0) } ?? .all),
        in: slug, by: tagger)
    }
    for memo in tagging.memos {
      _ = try await office.perform(
        WriteMemo(about: .tag(memo.about), memo.text), in: slug, by: authors[memo.by] ?? author)
    }
    for name in authors.keys.sorted() where name != author.name {
      _ = try await office.perform(RevokeTokens(name: name), by: .machineOperator)
    }
    tell("\(tagging.applied.count) tags put on passages, by \(authors.count) people")
  }
}
