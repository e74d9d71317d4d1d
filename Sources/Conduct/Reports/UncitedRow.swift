import Inquiries
import Papers

/// A row of a table that cites nothing, with what says of what its numbers are: its other
/// cells, the heads of the columns, the caption and what introduces the table.
struct UncitedRow {
  /// Its first cell, with the words of all that cite in no footnote.
  let part: DraftReading.Part
  let words: [String]

  static func all(in reading: DraftReading) -> [UncitedRow] {
    let tables = Dictionary(
      grouping: reading.asides.filter { $0.cell != nil }, by: \.block.ordinal)
    return tables.sorted { $0.key < $1.key }.flatMap { ordinal, parts in
      rows(of: parts, below: lead(of: ordinal, in: reading), in: reading)
    }
  }

  private static func rows(
    of parts: [DraftReading.Part], below lead: [String], in reading: DraftReading
  ) -> [UncitedRow] {
    let heads = parts.filter { $0.cell?.role == .head }
    let around = (heads + parts.filter { $0.cell?.role == .caption }).map(\.prose.plainText) + lead
    let aroundWords = around.flatMap(parted)
    let rows = Dictionary(grouping: parts) { $0.cell?.row ?? 0 }.sorted { $0.key < $1.key }
    return rows.compactMap { _, cells -> UncitedRow? in
      guard let first = cells.first, first.row.isEmpty else { return nil }
      let own = cells.filter { cell in
        cell.prose.sentences.allSatisfy { sentence in
          cell.prose.notes(in: sentence).allSatisfy { reading.notes[$0] == nil }
        }
      }
      let texts = own.map { cell in
        signed(
          cell.prose.plainText,
          under: heads.filter { $0.cell?.column == cell.cell?.column }.map(\.prose.plainText))
      }
      let part = DraftReading.Part(
        block: first.block, prose: Prose(Array(texts.joined(separator: "; ").utf8)),
        paragraph: nil, owner: nil, citations: [], start: first.start, cell: first.cell)
      return UncitedRow(
        part: part, words: cells.map(\.prose.plainText).flatMap(parted) + aroundWords)
    }
  }

  /// The words of a cell or sentence, with a bar behind, so that no answer is made of the
  /// end of one and the beginning of the next.
  private static func parted(_ text: String) -> [String] {
    AnswerLabels.words(of: text) + ["|"]
  }

  /// What introduces a table: the two last sentences before it, as the last may say only
  /// “the answers were”, and a caption that stands above it.
  private static func lead(of table: Int, in reading: DraftReading) -> [String] {
    let above = reading.draft.blocks[..<table].suffix(2)
    guard let last = above.last else { return [] }
    let isCaption = ["Table:", ": "].contains { last.text.hasPrefix($0) }
    return above.suffix(isCaption ? 2 : 1).flatMap { block in
      let prose = reading.draft.words(of: block)
      return prose.sentences.suffix(2).map { prose.text($0.range) }
    }
  }

  /// A cell with the sign of percentages that stands over its column alone; where that has
  /// counts as well, as in “67 (34)”, the last number is one.
  private static func signed(_ cell: String, under heads: [String]) -> String {
    let head = heads.joined(separator: " ").lowercased()
    let numbers = cell.matches(of: #/[0-9]+(?:[.,][0-9]+)*/#)
    guard let last = numbers.last,
      head.contains(#/%|per\s?cent|\bshares?\b|\bproportions?\b/#),
      numbers.count > 1 || !head.contains(#/\b(?:numbers?|counts?|n)\b/#),
      !cell.lowercased().contains(#/%|per\s?cent/#)
    else { return cell }
    return "\(cell[..<last.range.upperBound])%\(cell[last.range.upperBound...])"
  }
}

extension Prose {
  /// All its words, without citations and notes.
  fileprivate var plainText: String { text(bytes.indices) }
}
