import Inquiries

/// A draft with its citations taken out: what a converter gets and what its
/// output is put together from again.
///
/// A slot is a number between two private-use characters that the draft does
/// not use; a converter takes it for a word. The same with a letter before the
/// number, as a paragraph of its own, parts the blocks.
struct DraftMarkup {
  /// A block's Markdown as the report keeps it.
  struct Block {
    let markdown: String
    /// Where its citations stand in ``markdown``, as UTF-8.
    let ranges: [Range<Int>]
    fileprivate let slotted: String
  }

  let blocks: [Block]
  /// Markdown for the converter.
  let input: [UInt8]
  private let open: Unicode.Scalar
  private let close: Unicode.Scalar

  /// - Returns: `nil` when the draft uses every private-use character.
  init?(_ draft: Draft) {
    let used = Set(
      String(decoding: draft.bytes, as: UTF8.self).unicodeScalars.filter {
        (0xE000...0xF8FF).contains($0.value)
      })
    let free = (0xE000...0xF8FF).lazy.compactMap(Unicode.Scalar.init).filter { !used.contains($0) }
    guard let open = free.first, let close = free.dropFirst().first else { return nil }
    self.open = open
    self.close = close
    var ordinal = 0
    var input = ""
    var blocks: [Block] = []
    for block in draft.blocks {
      let made = DraftMarkup.block(block, in: draft, firstOrdinal: ordinal, open, close)
      ordinal += block.citations.count
      input += DraftMarkup.mark("B\(block.ordinal)", open, close) + "\n\n"
      if case .heading = block.kind { input += "# " }
      input += made.slotted + "\n\n"
      blocks.append(made)
    }
    input += DraftMarkup.mark("B\(draft.blocks.count)", open, close) + "\n"
    self.blocks = blocks
    self.input = Array(input.utf8)
  }

  private static func mark(_ name: String, _ open: Unicode.Scalar, _ close: Unicode.Scalar)
    -> String
  {
    "\(Character(open))\(name)\(Character(close))"
  }

  private static func block(
    _ block: DraftBlock, in draft: Draft, firstOrdinal: Int, _ open: Unicode.Scalar,
    _ close: Unicode.Scalar
  ) -> Block {
    var markdown = ""
    var slotted = ""
    var ranges: [Range<Int>] = []
    let content = trimmed(block.contentRange, in: draft.bytes)
    var position = content.lowerBound
    func take(to end: Int) -> String {
      lines(draft.bytes[position..<max(end, position)])
    }
    for (index, citation) in block.citations.enumerated() {
      let before = take(to: citation.range.lowerBound)
      position = citation.range.lowerBound
      let text = take(to: citation.range.upperBound)
      position = citation.range.upperBound
      let start = markdown.utf8.count + before.utf8.count
      ranges.append(start..<start + text.utf8.count)
      markdown += before + text
      slotted += before + mark("\(firstOrdinal + index)", open, close)
    }
    let rest = take(to: content.upperBound)
    return Block(markdown: markdown + rest, ranges: ranges, slotted: slotted + rest)
  }

  /// Without blank lines before and blanks behind.
  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    while start < end, bytes[start] == .newline || bytes[start] == .carriageReturn { start += 1 }
    return start..<end
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(.carriageReturn) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    for index in bytes.indices {
      let next = index + 1
      if bytes[index] == .carriageReturn, next < bytes.endIndex, bytes[next] == .newline {
        continue
      }
      text.append(bytes[index])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Cuts the converter's output at the marks.
  ///
  /// - Returns: HTML of each block and what came after the last, safe and with
  ///   the report's slots; or the ordinal of the block whose mark is missing.
  func cut(_ output: [UInt8]) -> Result<(blocks: [String], rest: String), LostBlock> {
    var parts: [String] = []
    var start = 0
    for ordinal in 0...blocks.count {
      let mark = Array("<p>\(DraftMarkup.mark("B\(ordinal)", open, close))</p>".utf8)
      guard let found = DraftMarkup.find(mark, in: output, from: start) else {
        return .failure(LostBlock(ordinal: max(ordinal - 1, 0)))
      }
      if ordinal > 0 { parts.append(finished(output[start..<found])) }
      start = found + mark.count
    }
    return .success((parts, finished(output[start...])))
  }

  struct LostBlock: Error {
    let ordinal: Int
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return nil }
    var position = start
    while let next = bytes[position...].firstIndex(of: first) {
      if bytes[next...].starts(with: needle) { return next }
      position = next + 1
    }
    return nil
  }

  /// Safe HTML with our slots in place of the private-use ones. A slot inside a
  /// tag, where an address had a citation in it, goes; the builder misses it.
  private func finished(_ html: ArraySlice<UInt8>) -> String {
    var finished = String.UnicodeScalarView()
    var name: String.UnicodeScalarView?
    var isInTag = false
    for scalar in HTMLSanitiser.sanitise(html).unicodeScalars {
      if scalar == open {
        name = String.UnicodeScalarView()
      } else if scalar == close, let ended = name {
        if let ordinal = Int(String(ended)), !isInTag {
          finished.append(contentsOf: ReportDocument.slot(ordinal).unicodeScalars)
        }
        name = nil
      } else if name != nil {
        name?.append(scalar)
      } else {
        if scalar == "<" { isInTag = true } else if scalar == ">" { isInTag = false }
        finished.append(scalar)
      }
    }
    while let last = finished.last, last == "\n" { finished.removeLast() }
    return String(finished.drop { $0 == "\n" })
  }
}
