/// An author's Markdown as it may stand in a report: no HTML, and no link but to the
/// web, to an address of mail, to a place on the page or beside it.
///
/// Code stays as it is. Programs differ in what they take for code, so that only what
/// all of them do is: a span that ends on its line, and a fence that begins at the
/// margin after a blank line and is closed. Other marks of code are escaped, or one of
/// them would end what another begins.
struct AuthorMarkdown {
  private let bytes: [UInt8]
  private var replacements: ArraySlice<(range: Range<Int>, words: String)>
  private let isBehindMark: Bool
  private var position = 0
  private var written: [UInt8] = []

  /// - Parameters:
  ///   - markdown: A block of a draft.
  ///   - replacements: What takes the place of which bytes of it, in order, apart from
  ///     each other; it is written as it is.
  ///   - isBehindMark: Whether something of ours stands before it on its first line.
  static func safe(
    _ markdown: String, replacing replacements: [(range: Range<Int>, words: String)] = [],
    isBehindMark: Bool = false
  ) -> String {
    var markdown = AuthorMarkdown(
      bytes: Array(markdown.utf8), replacements: replacements[...], isBehindMark: isBehindMark)
    markdown.run()
    return String(decoding: markdown.written, as: UTF8.self)
  }

  private init(
    bytes: [UInt8], replacements: ArraySlice<(range: Range<Int>, words: String)>,
    isBehindMark: Bool
  ) {
    self.bytes = bytes
    self.replacements = replacements
    self.isBehindMark = isBehindMark
  }

  private mutating func run() {
    while position < bytes.count {
      if let next = replacements.first, next.range.lowerBound <= position {
        written += next.words.utf8
        position = max(position, next.range.upperBound)
        replacements = replacements.dropFirst()
        continue
      }
      switch bytes[position] {
      case .backslash:
        take(2)
      case .backtick, .tilde:
        if let end = endOfFence ?? endOfCode { take(end - position) } else { takeEscaped() }
      case .less where mayBeginTag:
        written.append(.backslash)
        take(1)
      case .closeBracket:
        take(1)
        if leadsAstray { written.append(.backslash) }
      default:
        take(1)
      }
    }
  }

  /// Takes some bytes as they are, at most up to the next replacement.
  private mutating func take(_ count: Int) {
    let end = min(position + count, limit)
    written += bytes[position..<end]
    position = end
  }

  /// Takes a run of one mark of code as words.
  private mutating func takeEscaped() {
    let length = run(at: position)
    // One or two tildes are no mark of code.
    let isMark = bytes[position] == .backtick || length >= 3
    for _ in 0..<length {
      if isMark { written.append(.backslash) }
      take(1)
    }
  }

  /// Where the next replacement begins.
  private var limit: Int { replacements.first?.range.lowerBound ?? bytes.count }

  private func run(at place: Int) -> Int {
    bytes[place..<limit].prefix { $0 == bytes[place] }.count
  }

  private func endOfLine(from place: Int) -> Int {
    bytes[place...].firstIndex(of: .newline) ?? bytes.count
  }

  // MARK: Code

  /// Where a span of code ends that begins here.
  private var endOfCode: Int? {
    guard bytes[position] == .backtick else { return nil }
    let length = run(at: position)
    let end = min(endOfLine(from: position), limit)
    var place = position + length
    while place < end {
      // A bar ends the cell of a table, and with it the span.
      guard bytes[place] != .bar else { return nil }
      guard bytes[place] == .backtick else {
        place += 1
        continue
      }
      let closing = run(at: place)
      place += closing
      guard closing == length else { continue }
      // `<b>`{=html} is no code for pandoc.
      return place < bytes.count && bytes[place] == .openBrace ? nil : place
    }
    return nil
  }

  /// Where the fence ends that begins here, with what it holds.
  private var endOfFence: Int? {
    guard isAfterBlankLine else { return nil }
    let mark = bytes[position]
    let length = run(at: position)
    var end = endOfLine(from: position)
    let info = bytes[(position + length)..<end]
    guard length >= 3, !info.contains(where: { $0 == mark || $0 == .equals }) else { return nil }
    while end < limit {
      let start = end + 1
      end = endOfLine(from: start)
      let closing = bytes[start..<end].prefix { $0 == mark }.count
      if closing >= length, bytes[(start + closing)..<end].allSatisfy(\.isBlank), end <= limit {
        return end
      }
    }
    return nil
  }

  /// Whether a line begins here, the first or one after a blank.
  private var isAfterBlankLine: Bool {
    guard position > 0 else { return !isBehindMark }
    guard bytes[position - 1] == .newline else { return false }
    let before = bytes[..<(position - 1)]
    return before.suffix(from: before.lastIndex(of: .newline).map { $0 + 1 } ?? 0)
      .allSatisfy(\.isBlank)
  }

  // MARK: Tags and links

  private var mayBeginTag: Bool {
    let next = position + 1
    // What takes the place of a citation may begin with a letter.
    guard next < limit else { return true }
    guard bytes[next].isWord && !bytes[next].isDigit || "/!?".utf8.contains(bytes[next]) else {
      return false
    }
    let address = bytes[next..<limit].prefix { $0 > .space && $0 != .greater && $0 != .less }
    guard address.endIndex < limit, bytes[address.endIndex] == .greater else { return true }
    return !HTMLSanitiser.mayLead(to: String(decoding: address, as: UTF8.self))
  }

  /// Whether the bracket that ended before here makes a link, or what a link may
  /// refer to, that leads elsewhere.
  private var leadsAstray: Bool {
    guard position < limit, bytes[position] == .colon || bytes[position] == UInt8(ascii: "(")
    else { return false }
    let isDefinition = bytes[position] == .colon
    // The address may stand on the next line, also of a quotation.
    let address = bytes[(position + 1)...]
      .drop { $0.isBlank || $0 == .less || $0 == .greater }
      .prefix { $0 > .space && (isDefinition || $0 != UInt8(ascii: ")")) }
    let target = String(decoding: address, as: UTF8.self)
    guard !HTMLSanitiser.mayLead(to: target), !AuthorMarkdown.isNearby(target) else { return false }
    guard isDefinition else { return true }
    // “[Q1]: Note: words” defines nothing.
    let rest = bytes[address.endIndex..<endOfLine(from: address.endIndex)].drop(while: \.isBlank)
    return rest.first.map { "\"'(".utf8.contains($0) } ?? true
  }

  /// Whether an address has no scheme, in whatever spelling.
  private static func isNearby(_ target: String) -> Bool {
    !target.utf8.prefix { !"/?#".utf8.contains($0) }.contains { ":&\\".utf8.contains($0) }
  }
}
