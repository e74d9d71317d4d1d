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
    /// The citations of its prose, in order.
    let citations: [Bracket]
    /// Of a cell of a table or a heading: those of its row.
    var row: [Bracket] = []
    /// The byte of the block's content at which its prose begins.
    var start = 0
    /// Where in its table a cell stands.
    var cell: Draft.Aside.Cell?

    /// Where a byte of it stands, for remarks.
    func line(of offset: Int, in draft: Draft) -> Int {
      draft.line(of: start + offset, in: block)
    }
  }

  /// A citation, and which bracket of the draft it is.
  struct Bracket {
    let citation: DraftCitation
    let number: Int
  }

  let draft: Draft
  let parts: [Part]
  /// Headings and the cells of tables, in which nothing is claimed.
  let asides: [Part]
  /// The citations of each block.
  let brackets: [[Bracket]]
  /// What each footnote cites, by its label; those alone that cite.
  let notes: [String: [Bracket]]

  /// What its citations name, and what authors say in it that claims rest on.
  var locators: Set<Locator> {
    let marked = parts.flatMap { $0.prose.markedClaims().map { Locator.read(evened: $0.target) } }
    return Set(
      (draft.citations.flatMap(\.items).map(\.reading) + marked).compactMap { try? $0.get() })
  }

  init(_ draft: Draft) {
    self.draft = draft
    var number = 0
    let brackets = draft.blocks.map { block in
      defer { number += block.citations.count }
      return block.citations.enumerated().map {
        Bracket(citation: $0.element, number: number + $0.offset)
      }
    }
    self.brackets = brackets
    var notes: [String: [Bracket]] = [:]
    for block in draft.blocks where block.kind == .continuation && !block.citations.isEmpty {
      for note in DraftReading.notes(in: block, of: draft, citing: brackets[block.ordinal])
      where !note.cited.isEmpty {
        notes[note.label] = note.cited
      }
    }
    self.notes = notes
    var owner: DraftBlock?
    var asides: [Part] = []
    parts = draft.blocks.compactMap { block in
      if block.paragraphNumber != nil { owner = block }
      let cited = brackets[block.ordinal]
      asides += draft.asides(of: block).map { aside in
        Part(
          block: block, prose: aside.prose, paragraph: nil, owner: nil,
          citations: aside.citations.map { cited[$0] }, row: aside.row.map { cited[$0] },
          start: aside.start, cell: aside.cell)
      }
      return draft.prose(of: block).map {
        Part(
          block: block, prose: $0, paragraph: owner?.paragraphNumber, owner: owner?.ordinal,
          citations: cited)
      }
    }
    self.asides = asides
  }

  /// The footnotes of a block and what each cites: on adjacent lines they are one block.
  private static func notes(
    in block: DraftBlock, of draft: Draft, citing brackets: [Bracket]
  ) -> [(label: String, cited: [Bracket])] {
    var notes: [(label: String, cited: [Bracket])] = []
    for line in draft.bytes[block.contentRange].split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      if let label = text.prefixMatch(of: #/[ ]{0,3}\[\^([^\]\s]+)\]:/#)?.output.1 {
        notes.append((String(label), []))
      }
      // What does not begin with a footnote has none.
      guard !notes.isEmpty else { return [] }
      notes[notes.count - 1].cited += brackets.filter {
        line.indices.contains($0.citation.range.lowerBound)
      }
    }
    return notes
  }
}
