/// A sentence as words and numbers, so that phrases can be found in it.
struct ClaimWords {
  /// What stands between a word and the one before.
  enum Joint {
    /// Blanks and marks of emphasis.
    case blank
    /// One that ties two words together: `sixty-six`.
    case hyphen
    /// An en dash, or a hyphen behind a blank.
    case dash
    /// One directly behind the word before: `2/3`.
    case slash
    case other

    /// What it comes to with a further mark.
    func with(_ mark: String, isTight: Bool) -> Joint {
      switch mark {
      case "*", "\u{A0}", "\u{202F}": self
      case "-", "\u{2010}", "\u{2011}": self != .blank ? .other : isTight ? .hyphen : .dash
      case "–": self == .blank ? .dash : .other
      case "/", "\u{2044}", "\u{2215}": self == .blank && isTight ? .slash : .other
      default: .other
      }
    }
  }

  struct Word {
    /// In lower case; digits as they stand, `%` for itself.
    let text: String
    /// Its bytes in the prose.
    let range: Range<Int>
    let joint: Joint
    let number: Fraction?
    /// Of the sign of a fraction, such as `¾`.
    var portion: ClaimPortion?
    /// Whether marks without blanks stand between it and the word before.
    var isClose = false

    /// Whether something other than blanks or a hyphen parts it from the word before.
    var isParted: Bool { joint != .blank && joint != .hyphen }

    /// Digits after the point.
    var decimals: Int {
      text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }
  }

  private(set) var words: [Word] = []

  /// - Parameters:
  ///   - bytes: The prose.
  ///   - range: A sentence of it.
  ///   - opaque: What is not the author's own prose, in order: quotations, citations.
  init(_ bytes: [UInt8], in range: Range<Int>, without opaque: ArraySlice<Range<Int>>) {
    var place = range.lowerBound
    var joint = Joint.other
    var hidden = opaque
    while place < range.upperBound {
      if let first = hidden.first, place >= first.lowerBound {
        place = max(place, first.upperBound)
        hidden = hidden.dropFirst()
        joint = .other
        continue
      }
      let end = min(range.upperBound, hidden.first?.lowerBound ?? .max)
      let byte = bytes[place]
      if let close = ClaimWords.endOfNote(bytes, at: place, before: end) {
        place = close
        joint = .other
        continue
      }
      if byte == UInt8(ascii: "%") {
        add(bytes, place..<place + 1, joint)
        joint = .blank
      } else if ClaimWords.isDigit(byte) || ClaimWords.isLetter(byte) {
        let start = place
        while place < end, ClaimWords.goesOn(bytes, at: place, before: end) { place += 1 }
        // An address is no prose.
        if place + 2 < end, bytes[place..<place + 3].elementsEqual("://".utf8) {
          while place < end, bytes[place] > 0x20 { place += 1 }
          joint = .other
          continue
        }
        add(bytes, start..<place, joint)
        joint = .blank
        continue
      } else if byte > 0x20 {
        let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let range = place..<min(place + length, end)
        let mark = String(decoding: bytes[range], as: UTF8.self)
        if byte > 0x7F, let portion = ClaimPortion.signs[mark] {
          words.append(
            Word(text: mark, range: range, joint: joint, number: nil, portion: portion))
          joint = .blank
        } else {
          joint = joint.with(mark, isTight: place == words.last?.range.upperBound)
        }
        place += length
        continue
      }
      place += 1
    }
  }

  /// Whether so many words from a place on are these, with nothing between them.
  func follow(_ sought: [String], at place: Int) -> Bool {
    guard place + sought.count <= words.count else { return false }
    return sought.indices.allSatisfy { index in
      words[place + index].text == sought[index] && (index == 0 || !words[place + index].isParted)
    }
  }

  private mutating func add(_ bytes: [UInt8], _ range: Range<Int>, _ joint: Joint) {
    let text = String(decoding: bytes[range], as: UTF8.self).lowercased()
    // Asked of numbers alone: to match every word would take most of the time.
    let number = ClaimWords.isDigit(bytes[range.lowerBound]) ? Fraction(text) : nil
    // Asked of numbers alone as well.
    let isClose =
      number != nil
      && words.last.map { last in
        last.range.upperBound < range.lowerBound && bytes[last.range.upperBound] > 0x20
          && bytes[range.lowerBound - 1] > 0x20
      } == true
    words.append(
      Word(text: text, range: range, joint: joint, number: number, isClose: isClose))
  }

  /// Where the mark of a footnote ends, such as `[^1]`.
  private static func endOfNote(_ bytes: [UInt8], at place: Int, before end: Int) -> Int? {
    guard bytes[place] == UInt8(ascii: "["), place + 1 < end,
      bytes[place + 1] == UInt8(ascii: "^")
    else { return nil }
    let label = bytes[place..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: "]") }
    return label.endIndex < end && bytes[label.endIndex] > 0x20 ? label.endIndex + 1 : nil
  }

  private static func goesOn(_ bytes: [UInt8], at place: Int, before end: Int) -> Bool {
    let byte = bytes[place]
    if isDigit(byte) || isLetter(byte) { return true }
    // A point or comma between digits, an apostrophe of either kind between letters.
    if byte == 0xE2, place + 3 < end {
      return bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99 && isLetter(bytes[place + 3])
        && isLetter(bytes[place - 1])
    }
    guard place + 1 < end, [".", ",", "'"].contains(Character(Unicode.Scalar(byte))) else {
      return false
    }
    return byte == UInt8(ascii: "'")
      ? isLetter(bytes[place + 1]) : isDigit(bytes[place - 1]) && isDigit(bytes[place + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  /// Letters of ASCII, and those of two bytes, such as é.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xDF).contains(byte)
      || (0x80...0xBF).contains(byte)
  }
}
