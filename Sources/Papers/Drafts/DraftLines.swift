/// The lines of a draft as ranges of its bytes, and what each could begin.
struct DraftLines {
  let bytes: [UInt8]
  /// Where each line begins; a line ends where the next begins.
  let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [Int] = bytes.isEmpty ? [] : [0]
    for (index, byte) in bytes.enumerated() where byte == .newline && index + 1 < bytes.count {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  /// The line with its ending.
  func whole(_ line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : bytes.count)
  }

  /// The line without its ending and the blanks before it.
  func content(_ line: Int) -> ArraySlice<UInt8> {
    let range = whole(line)
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
    return bytes[range.lowerBound..<end]
  }

  /// The line without blanks at either end.
  func trimmed(_ line: Int) -> ArraySlice<UInt8> {
    content(line).drop { $0.isBlank }
  }

  func isBlank(_ line: Int) -> Bool {
    content(line).isEmpty
  }

  /// Columns before the first letter; a tab goes on to the next fourth.
  func indent(_ line: Int) -> Int {
    var columns = 0
    for byte in content(line) {
      if byte == .space {
        columns += 1
      } else if byte == .tab {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  /// The line, from 1, in which a byte stands.
  func number(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The character and length of a code fence, when the line is one.
  func codeFence(_ line: Int) -> (byte: UInt8, length: Int, info: ArraySlice<UInt8>)? {
    guard indent(line) < 4 else { return nil }
    return DraftLines.codeFence(in: trimmed(line))
  }

  static func codeFence(
    in text: ArraySlice<UInt8>
  ) -> (byte: UInt8, length: Int, info: ArraySlice<UInt8>)? {
    guard let byte = text.first, byte == .backtick || byte == .tilde else { return nil }
    let info = text.drop { $0 == byte }
    let length = text.count - info.count
    guard length >= 3, byte == .tilde || !info.contains(.backtick) else { return nil }
    return (byte, length, info)
  }

  /// Whether the line ends a code block that `fence` began.
  func closes(_ line: Int, _ fence: (byte: UInt8, length: Int, info: ArraySlice<UInt8>)) -> Bool {
    guard let end = codeFence(line) else { return false }
    return end.byte == fence.byte && end.length >= fence.length && end.info.isEmpty
  }

  /// What follows the colons, when the line is the fence of a div.
  func divFence(_ line: Int) -> ArraySlice<UInt8>? {
    guard indent(line) < 4 else { return nil }
    let text = trimmed(line)
    let rest = text.drop { $0 == .colon }
    return text.count - rest.count >= 3 ? rest.drop { $0.isBlank } : nil
  }

  /// The level of a heading that begins with `#`.
  func headingLevel(_ line: Int) -> Int? {
    guard indent(line) == 0 else { return nil }
    let text = content(line)
    let rest = text.drop { $0 == .hash }
    let level = text.count - rest.count
    guard (1...6).contains(level), rest.first?.isBlank ?? true else { return nil }
    return level
  }

  /// The level of the heading that the line underlines: `===` or `---`.
  func underlineLevel(_ line: Int) -> Int? {
    let text = content(line)
    guard text.count >= 2, let first = text.first, first == .equals || first == .hyphen,
      text.allSatisfy({ $0 == first })
    else { return nil }
    return first == .equals ? 1 : 2
  }

  /// The sort of list that the line goes on with: a bullet or a number.
  func listMarker(_ line: Int) -> ListMarker? {
    guard indent(line) < 4 else { return nil }
    let text = trimmed(line)
    guard let first = text.first else { return nil }
    let rest: ArraySlice<UInt8>
    let marker: ListMarker
    if first == .hyphen || first == .asterisk || first == .plus {
      (marker, rest) = (.bullet, text.dropFirst())
    } else {
      let digits = text.prefix { $0.isDigit }
      let isNumber = (1...9).contains(digits.count) || first == .hash
      let after = text.dropFirst(first == .hash ? 1 : digits.count)
      guard isNumber, after.first == .point else { return nil }
      (marker, rest) = (.number, after.dropFirst())
    }
    return rest.first?.isBlank ?? false ? marker : nil
  }

  enum ListMarker: Equatable { case bullet, number }

  enum Definition { case note, link }

  /// What the line defines, a note or the target of a link: `[^1]: …`, `[a]: …`.
  func definition(_ line: Int) -> Definition? {
    let text = trimmed(line)
    guard indent(line) < 4, text.first == .openBracket,
      let close = text.firstIndex(of: .closeBracket), close + 1 < text.endIndex,
      text[close + 1] == .colon, close > text.startIndex + 1
    else { return nil }
    return text[text.startIndex + 1] == .caret ? .note : .link
  }

  /// Whether the line parts the head of a table from its rows: `|---|:-:|`.
  func isTableRule(_ line: Int) -> Bool {
    let text = trimmed(line)
    return text.contains(.bar) && text.contains(.hyphen)
      && text.allSatisfy {
        $0 == .bar || $0 == .hyphen || $0 == .colon || $0 == .plus || $0.isBlank
      }
  }

  /// Whether the line is a rule across the page: `***`, `- - -`.
  func isRule(_ line: Int) -> Bool {
    let marks = trimmed(line).filter { !$0.isBlank }
    guard indent(line) < 4, marks.count >= 3, let first = marks.first else { return false }
    return (first == .asterisk || first == .hyphen || first == .underscore)
      && marks.allSatisfy { $0 == first }
  }
}
