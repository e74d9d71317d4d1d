/// Cuts a draft into pieces without leaving out a byte.
///
/// A block is what pandoc would take for one, with two differences that keep
/// an author from losing work: the fence of a div counts wherever it begins a
/// line, and a fence that is never closed is an error.
struct DraftSplitter {
  let lines: DraftLines
  let fileName: String
  private var pieces: [DraftPiece] = []
  private var line: Int

  /// - Parameters:
  ///   - lines: The draft.
  ///   - header: How many lines the header has.
  ///   - fileName: For errors.
  init(_ lines: DraftLines, headerLines header: Int, fileName: String) {
    self.lines = lines
    self.fileName = fileName
    line = header
    guard header > 0 else { return }
    let range = 0..<lines.whole(header - 1).upperBound
    pieces.append(
      DraftPiece(
        kind: .header, range: range, contentRange: range.upperBound..<range.upperBound, line: 1,
        isCode: false))
  }

  /// All pieces in order; together they are the draft's bytes.
  mutating func split() throws(PaperError) -> [DraftPiece] {
    while line < lines.count {
      if lines.isBlank(line) {
        add(.blank, to: end { $0.isBlank($1) })
      } else if lines.divFence(line) != nil {
        try splitDiv()
      } else if lines.codeFence(line) != nil {
        let past = try pastCode(from: line, before: lines.count)
        add(.block(.continuation, key: nil), to: past, isCode: true)
      } else if let level = lines.headingLevel(line) {
        add(.block(.heading(level: level), key: nil), to: line + 1)
      } else if lines.indent(line) >= 4 {
        add(.block(.continuation, key: nil), to: endOfIndented { $0.indent($1) >= 4 }, isCode: true)
      } else if let marker = lines.listMarker(line), !lines.isRule(line) {
        let past = endOfIndented { $0.indent($1) >= 2 || $0.listMarker($1) == marker }
        add(.block(.continuation, key: nil), to: past)
      } else if let definition = lines.definition(line) {
        let past = definition == .note ? endOfIndented { $0.indent($1) >= 4 } : line + 1
        add(.block(.continuation, key: nil), to: past)
      } else {
        splitText()
      }
    }
    return pieces
  }

  /// A run of lines up to a blank one: a paragraph, unless it shows otherwise.
  private mutating func splitText() {
    let past = endOfText(from: line)
    if line + 1 < past, let level = lines.underlineLevel(line + 1) {
      return add(.block(.heading(level: level), key: nil), to: line + 2)
    }
    let text = lines.trimmed(line)
    if isCaption(text), joinToTable(to: past) { return }
    let isTable = line + 1 < past && lines.isTableRule(line + 1)
    let continues =
      isTable || lines.isRule(line) || text.first == .greater || text.first == .bar
      || text.starts(with: "+-".utf8)
    add(.block(continues ? .continuation : .paragraph, key: nil), to: past)
  }

  private func isCaption(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "Table:".utf8) || text.starts(with: ": ".utf8)
  }

  /// Takes the lines into the table before them, with the blank between.
  private mutating func joinToTable(to past: Int) -> Bool {
    guard pieces.count >= 2, pieces[pieces.count - 1].kind == .blank else { return false }
    let table = pieces[pieces.count - 2]
    guard table.kind == .block(.continuation, key: nil), !table.isCode,
      lines.bytes[table.range.lowerBound] == .bar || lines.bytes[table.range.lowerBound] == .plus
    else { return false }
    let range = table.range.lowerBound..<lines.whole(past - 1).upperBound
    pieces.removeLast(2)
    pieces.append(
      DraftPiece(
        kind: table.kind, range: range, contentRange: range, line: table.line, isCode: false))
    line = past
    return true
  }

  private mutating func splitDiv() throws(PaperError) {
    let opening = line
    let fence = try DraftDivFence(lines, line: line, fileName: fileName)
    var next = line + 1
    while next < lines.count {
      if lines.codeFence(next) != nil {
        next = try pastCode(from: next, before: lines.count)
        continue
      }
      guard let rest = lines.divFence(next) else {
        if lines.headingLevel(next) != nil {
          throw fault("draft_div_heading", next, "A heading stands inside the \(fence.name)")
        }
        next += 1
        continue
      }
      guard rest.isEmpty else {
        throw fault(
          "draft_div_nested", next,
          "Another block is opened inside the \(fence.name) of line \(opening + 1)")
      }
      let content = lines.whole(opening).upperBound..<lines.starts[next]
      guard !lines.bytes[content].allSatisfy(\.isBlank) else {
        throw fault("draft_div_empty", opening, "The \(fence.name) has no words")
      }
      add(.block(fence.kind, key: fence.key), to: next + 1, content: content)
      return
    }
    throw fault(
      "draft_div_unclosed", opening,
      "The \(fence.name) that is opened here is never closed; end it with a line of :::")
  }

  private func pastCode(from opening: Int, before limit: Int) throws(PaperError) -> Int {
    guard let fence = lines.codeFence(opening) else { return opening + 1 }
    for next in opening + 1..<max(limit, opening + 1) where lines.closes(next, fence) {
      return next + 1
    }
    throw fault("draft_code_unclosed", opening, "The code that is opened here is never closed")
  }

  private func endOfText(from first: Int) -> Int {
    var next = first + 1
    while next < lines.count, !lines.isBlank(next), lines.divFence(next) == nil,
      lines.codeFence(next) == nil
    {
      next += 1
    }
    return next
  }

  private func end(while holds: (DraftLines, Int) -> Bool) -> Int {
    var next = line + 1
    while next < lines.count, holds(lines, next) { next += 1 }
    return next
  }

  /// Where a block ends that blank lines do not end as long as the line after
  /// them `goesOn`.
  private func endOfIndented(goesOn: (DraftLines, Int) -> Bool) -> Int {
    var past = endOfText(from: line)
    while past < lines.count, lines.isBlank(past) {
      var next = past
      while next < lines.count, lines.isBlank(next) { next += 1 }
      guard next < lines.count, goesOn(lines, next) else { return past }
      past = endOfText(from: next)
    }
    return past
  }

  private mutating func add(
    _ kind: DraftPiece.Kind, to past: Int, content: Range<Int>? = nil, isCode: Bool = false
  ) {
    let range = lines.starts[line]..<lines.whole(past - 1).upperBound
    let empty = range.upperBound..<range.upperBound
    pieces.append(
      DraftPiece(
        kind: kind, range: range, contentRange: content ?? (kind == .blank ? empty : range),
        line: line + 1, isCode: isCode))
    line = past
  }

  private func fault(_ code: String, _ line: Int, _ message: String) -> PaperError {
    PaperError(
      code: code, message: "\(message) (line \(line + 1)).", file: fileName, line: line + 1)
  }
}
