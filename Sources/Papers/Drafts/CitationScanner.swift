import Inquiries

/// Finds the citations in one block of a draft.
///
/// The syntax is pandoc's, `[see @Q45; @OS6, point 3]`, with en dashes in
/// ranges. What pandoc would pass over in silence is a citation that fails:
/// one without a closing bracket, a part without `@`, a reference outside
/// brackets or between escaped ones.
struct CitationScanner {
  /// A bracket that is open, with what stands directly in it.
  private struct Bracket {
    let open: Int
    /// Whether it opens a note or a picture, in which references are bare.
    let isOther: Bool
    var semicolons: [Int] = []
    var references: [Int] = []
  }

  private let lines: DraftLines
  private let bytes: [UInt8]
  private let parts: CitationParts
  private let end: Int
  private var position: Int
  /// Where the run of lines without a blank one ends, in which code spans and
  /// brackets must close.
  private var paragraphEnd: Int
  private var brackets: [Bracket] = []
  /// Where the last run of so many backticks begins, so that a run that is
  /// never matched is known at once and the scan stays linear.
  private var lastBackticks: [Int: Int] = [:]
  /// References between escaped brackets, which were told of.
  private var escaped: Set<Int> = []
  private var found: [DraftCitation] = []
  /// How many were found before this paragraph.
  private var foundBefore = 0

  init(_ lines: DraftLines, in range: Range<Int>) {
    self.lines = lines
    bytes = lines.bytes
    position = range.lowerBound
    paragraphEnd = range.lowerBound
    end = range.upperBound
    parts = CitationParts(bytes: lines.bytes, end: range.upperBound)
  }

  /// The citations in order; none within code, none escaped.
  mutating func scan() -> [DraftCitation] {
    while position < end {
      if position >= paragraphEnd { startParagraph() }
      if position == 0 || bytes[position - 1] == .newline, skipFencedCode() { continue }
      switch bytes[position] {
      case .backslash: if !scanEscaped() { position += 2 }
      case .backtick: skipCodeSpan()
      case .openBracket: openBracket()
      case .closeBracket: closeBracket()
      case .at where parts.isReference(position): scanReference()
      case .semicolon:
        if !brackets.isEmpty { brackets[brackets.count - 1].semicolons.append(position) }
        position += 1
      default: position += 1
      }
    }
    endParagraph()
    return found
  }

  private mutating func startParagraph() {
    endParagraph()
    var line = lines.number(at: position) - 1
    while line + 1 < lines.count, lines.starts[line + 1] < end, !lines.isBlank(line + 1) {
      line += 1
    }
    paragraphEnd = min(lines.whole(line).upperBound, end)
    lastBackticks = [:]
    var next = position
    while next < paragraphEnd {
      let run = next
      while next < paragraphEnd, bytes[next] == .backtick { next += 1 }
      if next > run { lastBackticks[next - run] = run } else { next += 1 }
    }
  }

  /// Gives up the brackets that are still open, and says so where they were
  /// meant for a citation.
  private mutating func endParagraph() {
    for bracket in brackets where !bracket.isOther {
      for (index, reference) in bracket.references.enumerated()
      where !escaped.contains(reference) {
        if index == 0, isOpening(bracket.open + 1..<reference) {
          let range = bracket.open..<parts.keyEnd(reference)
          add(range, failing: .unclosed(parts.text(range)))
        } else {
          addBare(reference)
        }
      }
    }
    brackets = []
    escaped = []
    found[foundBefore...].sort { $0.range.lowerBound < $1.range.lowerBound }
    foundBefore = found.count
  }

  /// Code between fences inside a list or quotation.
  private mutating func skipFencedCode() -> Bool {
    let opening = lines.number(at: position) - 1
    guard let fence = DraftLines.codeFence(in: inner(opening)) else { return false }
    var line = opening + 1
    while line < lines.count, lines.starts[line] < end {
      if let close = DraftLines.codeFence(in: inner(line)), close.byte == fence.byte,
        close.length >= fence.length, close.info.isEmpty
      {
        break
      }
      line += 1
    }
    position = line < lines.count ? min(lines.whole(line).upperBound, end) : end
    paragraphEnd = position
    return true
  }

  /// The line without the marks of quotations and lists.
  private func inner(_ line: Int) -> ArraySlice<UInt8> {
    let text = lines.trimmed(line).drop { $0 == .greater || $0.isBlank }
    guard lines.listMarker(line) != nil, let blank = text.firstIndex(where: \.isBlank) else {
      return text
    }
    return text[blank...].drop { $0.isBlank }
  }

  /// Goes past the span that backticks open, or past the backticks alone when
  /// as many do not come again.
  private mutating func skipCodeSpan() {
    let start = position
    while position < paragraphEnd, bytes[position] == .backtick { position += 1 }
    let length = position - start
    guard let last = lastBackticks[length], last >= position else { return }
    var next = position
    while next < paragraphEnd {
      let run = next
      while next < paragraphEnd, bytes[next] == .backtick { next += 1 }
      if next - run == length {
        position = next
        return
      }
      if next == run { next += 1 }
    }
  }

  private mutating func openBracket() {
    let before = position > 0 ? bytes[position - 1] : .space
    brackets.append(Bracket(open: position, isOther: before == .caret || before == .exclamation))
    position += 1
  }

  private mutating func closeBracket() {
    defer { position += 1 }
    guard let bracket = brackets.popLast(), !bracket.isOther, !bracket.references.isEmpty else {
      return
    }
    // What stood in brackets within this citation belongs to its words.
    while let last = found.last, last.range.lowerBound > bracket.open { found.removeLast() }
    let content = bracket.open + 1..<position
    add(
      bracket.open..<position + 1,
      items: parts.items(content, bracket.semicolons, bracket.references))
  }

  private mutating func scanReference() {
    let reference = position
    position = parts.keyEnd(reference)
    if let bracket = brackets.last, !bracket.isOther {
      brackets[brackets.count - 1].references.append(reference)
    } else {
      addBare(reference)
    }
  }

  /// Tells of a citation between brackets that are both escaped, as converters write what
  /// was typed in Word; an author who wants none escapes the first alone.
  ///
  /// - Complexity: To the next bracket, so that the scan stays linear.
  private mutating func scanEscaped() -> Bool {
    guard position + 1 < paragraphEnd, bytes[position + 1] == .openBracket else { return false }
    var reference: Int?
    var next = position + 2
    while next + 1 < paragraphEnd {
      switch (bytes[next], bytes[next + 1]) {
      case (.backslash, .closeBracket):
        guard let reference else { return false }
        addEscaped(position..<next + 2, reference)
        return true
      case (.openBracket, _), (.closeBracket, _), (.backtick, _), (.backslash, .openBracket):
        return false
      case (.backslash, .at): next += 1
      case (.backslash, _): next += 2
      case (.at, _) where reference == nil && parts.isReference(next) && isOurs(next):
        reference = next
        next = parts.keyEnd(next)
      default: next += 1
      }
    }
    return false
  }

  private mutating func addEscaped(_ range: Range<Int>, _ reference: Int) {
    add(range, failing: .escaped(parts.plain(range)))
    position = range.upperBound
    guard let bracket = brackets.last, !bracket.isOther else { return }
    // Where a bracket around it closes, it is part of that citation, and must not be lost.
    brackets[brackets.count - 1].references.append(reference)
    escaped.insert(reference)
  }

  /// Whether an `@` begins a reference of ours and stands in no address; any other word
  /// after `@` is a word.
  private func isOurs(_ reference: Int) -> Bool {
    if reference > 0, bytes[reference - 1] == UInt8(ascii: "/") { return false }
    let key = parts.text(reference + 1..<parts.keyEnd(reference))
    guard case .success = Locator.read(key: key, suffix: "") else { return false }
    return true
  }

  /// A reference outside brackets is told of when it is one of ours.
  private mutating func addBare(_ reference: Int) {
    if reference > 1, bytes[reference - 1] == .openBracket, bytes[reference - 2] == .backslash {
      return
    }
    guard isOurs(reference) else { return }
    let range = reference..<parts.keyEnd(reference)
    add(range, failing: .unbracketed(parts.text(range)))
  }

  /// Whether only a `-` or blanks stand between a bracket and its reference.
  private func isOpening(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == .hyphen || $0.isBlank }
  }

  private mutating func add(_ range: Range<Int>, items: [DraftCitation.Item]) {
    found.append(
      DraftCitation(
        range: range, line: lines.number(at: range.lowerBound), text: parts.text(range),
        items: items))
  }

  private mutating func add(_ range: Range<Int>, failing failure: LocatorFailure) {
    add(
      range,
      items: [
        DraftCitation.Item(
          text: parts.text(range), prefix: "", reading: .failure(failure), isAuthorless: false)
      ])
  }
}
