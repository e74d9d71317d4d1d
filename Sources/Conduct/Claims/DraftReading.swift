import Inquiries
import Papers
import Records

/// The prose of a draft, block by block, with the paragraph that each belongs to.
struct DraftReading {
  struct Part {
    let block: DraftBlock
    let prose: Prose
    /// Number of the paragraph that it is or goes on from, and its block.
    let paragraph: Int?
    let owner: Int?

    /// Where a byte of it stands, for remarks.
    func line(of offset: Int, in draft: Draft) -> Int {
      draft.line(of: offset, in: block)
    }
  }

  let draft: Draft
  let parts: [Part]

  /// What its citations name, and what authors say in it that claims rest on.
  var locators: Set<Locator> {
    let marked = parts.flatMap { $0.prose.markedClaims().map { Locator.read(evened: $0.target) } }
    return Set(
      (draft.citations.flatMap(\.items).map(\.reading) + marked).compactMap { try? $0.get() })
  }

  init(_ draft: Draft) {
    self.draft = draft
    var owner: DraftBlock?
    parts = draft.blocks.compactMap { block in
      if block.paragraphNumber != nil { owner = block }
      return draft.prose(of: block).map {
        Part(
          block: block, prose: $0, paragraph: owner?.paragraphNumber, owner: owner?.ordinal)
      }
    }
  }
}
