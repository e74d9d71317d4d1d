public import Inquiries

extension Draft {
  /// A block as sentences, with its quotations and citations; `nil` for a heading,
  /// code and a table, which are no prose.
  public func prose(of block: DraftBlock) -> Prose? {
    if case .heading = block.kind { return nil }
    let text = bytes[block.contentRange]
    if block.kind == .continuation {
      let starts = ["```", "~~~", "    ", "\t", "|", "+-", "Table:"]
      guard !starts.contains(where: { text.starts(with: $0.utf8) }) else { return nil }
    }
    return Prose(
      Array(text),
      citations: block.citations.map {
        ($0.range.lowerBound - text.startIndex)..<($0.range.upperBound - text.startIndex)
      })
  }

  /// The line of the draft, from 1, in which a byte of a block's prose stands.
  public func line(of offset: Int, in block: DraftBlock) -> Int {
    let end = min(block.contentRange.lowerBound + offset, bytes.count)
    return block.line + bytes[block.range.lowerBound..<end].count { $0 == .newline }
  }
}
