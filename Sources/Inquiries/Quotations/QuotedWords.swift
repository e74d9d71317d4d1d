/// The words between quotation marks as they are compared: stretches that must
/// stand in the source one after another, parted where the report marks that it
/// left something out or put something in.
public struct QuotedWords: Hashable, Sendable {
  struct Stretch: Hashable {
    var bytes: [UInt8]
    /// Whether it begins in the middle of a word, after `[t]`; likewise ends.
    var isOpenBefore = false
    var isOpenAfter = false
    /// What stands between brackets before it.
    var putIn: [UInt8] = []
  }

  let stretches: [Stretch]
  /// What stands between brackets behind the last of them.
  let putInLast: [UInt8]
  /// Without marks of emphasis, for people.
  public let text: String

  /// - Parameter markdown: What the author wrote between the marks.
  public init(_ markdown: String) {
    text = QuotedWords.plain(markdown)
    let bytes = EvenedText.bytes(text)
    var stretches = [Stretch(bytes: [])]
    let lastClose = bytes.lastIndex(of: UInt8(ascii: "]")) ?? -1
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "["), place < lastClose,
        let close = bytes[place...].firstIndex(of: UInt8(ascii: "]"))
      {
        stretches[stretches.count - 1].isOpenAfter = true
        stretches.append(
          Stretch(bytes: [], isOpenBefore: true, putIn: Array(bytes[(place + 1)..<close])))
        place = close + 1
      } else if let length = QuotedWords.ellipsis(bytes, at: place) {
        stretches.append(Stretch(bytes: []))
        place += length
      } else {
        stretches[stretches.count - 1].bytes.append(bytes[place])
        place += 1
      }
    }
    // A mark without words of its own belongs to what follows it.
    var kept: [Stretch] = []
    var putIn: [UInt8] = []
    for stretch in stretches {
      if !stretch.putIn.isEmpty { putIn += stretch.putIn + [0x20] }
      guard var words = QuotedWords.trimmed(stretch) else { continue }
      words.putIn = putIn
      kept.append(words)
      putIn = []
    }
    self.stretches = kept
    putInLast = putIn
  }

  /// Fewer than two words are a term and no quotation.
  public var isTerm: Bool {
    !text.contains { $0.isWhitespace } || stretches.isEmpty
  }

  /// Whether there are words, and all of them are between square brackets: whoever
  /// quotes so quotes nothing.
  public var isAllInBrackets: Bool {
    stretches.isEmpty && text.contains(where: \.isLetter) && text.contains(where: \.isWhitespace)
  }

  /// Whether they stand so in what was cited.
  ///
  /// - Parameter texts: Evened, in order; a stretch never runs from one into the next.
  /// - Complexity: Linear in the texts, beginnings that go astray aside.
  public func stand(in texts: [[UInt8]]) -> Bool {
    places(in: texts) != nil
  }

  /// Whether what an ellipsis leaves out there denies something and what is put in its
  /// place does not, or the other way round: “should … end” of “should not end”.
  ///
  /// Sentences that are left out whole do not count.
  ///
  /// - Parameter texts: As of ``stand(in:)``; `false` where they do not stand there.
  public func areTurned(in texts: [[UInt8]]) -> Bool {
    guard let opening = stretches.first,
      stretches.count > 1 || !opening.putIn.isEmpty || !putInLast.isEmpty,
      let places = places(in: texts), let first = places.first, let last = places.last
    else { return false }
    if Denial.stands(in: opening.putIn),
      !Denial.stands(in: Denial.lastSentence(of: texts[first.text][..<first.range.lowerBound]))
    {
      return true
    }
    if Denial.stands(in: putInLast),
      !Denial.stands(in: Denial.firstSentence(of: texts[last.text][last.range.upperBound...]))
    {
      return true
    }
    return places.indices.dropFirst().contains { index in
      let (before, after) = (places[index - 1], places[index])
      let isOne = before.text == after.text
      let from = isOne ? before.range.upperBound : 0
      let to = isOne ? after.range.lowerBound : texts[before.text].count
      let isLeftOut =
        Denial.stands(
          in: Denial.firstSentence(of: texts[before.text][before.range.upperBound..<to]))
        || Denial.stands(
          in: Denial.lastSentence(of: texts[after.text][from..<after.range.lowerBound]))
      return isLeftOut != Denial.stands(in: stretches[index].putIn)
    }
  }

  private struct Place {
    /// Which of the texts.
    let text: Int
    let range: Range<Int>
  }

  /// Where the stretches stand, one after another; `nil` where one of them does not.
  private func places(in texts: [[UInt8]]) -> [Place]? {
    var places: [Place] = []
    var text = 0
    var place = 0
    for stretch in stretches {
      var end: Int?
      while text < texts.count {
        end = QuotedWords.end(of: stretch, in: texts[text], from: place)
        if end != nil { break }
        text += 1
        place = 0
      }
      guard let end else { return nil }
      places.append(Place(text: text, range: (end - stretch.bytes.count)..<end))
      place = end
    }
    return places
  }

  private static func end(of stretch: Stretch, in text: [UInt8], from start: Int) -> Int? {
    let sought = stretch.bytes
    return text.withUnsafeBufferPointer { text in
      sought.withUnsafeBufferPointer { sought -> Int? in
        var place = start
        while place + sought.count <= text.count {
          guard text[place] == sought[0] else {
            place += 1
            continue
          }
          let end = place + sought.count
          if (1..<sought.count).allSatisfy({ text[place + $0] == sought[$0] }),
            stretch.isOpenBefore || place == 0 || !isWord(text[place - 1]) || !isWord(sought[0]),
            stretch.isOpenAfter || end == text.count || !isWord(text[end])
              || !isWord(sought[sought.count - 1])
          {
            return end
          }
          place += 1
        }
        return nil
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Three points or more, blanks between them or none.
  private static func ellipsis(_ bytes: [UInt8], at start: Int) -> Int? {
    var place = start
    var points = 0
    var end = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: ".") {
        points += 1
        end = place + 1
      } else if bytes[place] != 0x20 || points == 0 {
        break
      }
      place += 1
    }
    return points >= 3 ? end - start : nil
  }

  /// Without blanks, and without the stops at its ends: they are the report's
  /// where a quotation is part of its sentence, or stands before a mark.
  private static func trimmed(_ stretch: Stretch) -> Stretch? {
    func isLoose(_ byte: UInt8) -> Bool { byte == 0x20 || ".,;:".utf8.contains(byte) }
    var stretch = stretch
    // Beside a blank a bracket stands for whole words.
    if stretch.bytes.first == 0x20 { stretch.isOpenBefore = false }
    if stretch.bytes.last == 0x20 { stretch.isOpenAfter = false }
    while let last = stretch.bytes.last, isLoose(last) { stretch.bytes.removeLast() }
    let blanks = stretch.bytes.prefix(while: isLoose).count
    stretch.bytes.removeFirst(blanks)
    return stretch.bytes.isEmpty ? nil : stretch
  }

  /// Without emphasis and escapes, and with quotation marks for their entities.
  private static func plain(_ markdown: String) -> String {
    var plain: [UInt8] = []
    let bytes = Array(markdown.utf8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0x20
      if byte == UInt8(ascii: "\\"), next > 0x20, !isWord(next) {
        plain.append(next)
        place += 1
      } else if byte == UInt8(ascii: "&"), let mark = QuotationMark(bytes, at: place) {
        plain += mark.sign.bytes
        place += mark.length - 1
      } else if byte == UInt8(ascii: "_"), plain.last.map(isWord) != true || !isWord(next) {
      } else if byte != UInt8(ascii: "*") {
        plain.append(byte)
      }
      place += 1
    }
    // A quotation may be printed in marks of its own within quoted lines.
    let text = Locator.trimmed(String(decoding: plain, as: UTF8.self))
    let marks = EvenedText.bytes(text)
    let isMarked =
      marks.count > 2 && marks.first == UInt8(ascii: "'") && marks.last == UInt8(ascii: "'")
      && !marks.dropFirst().dropLast().contains(UInt8(ascii: "'"))
    return isMarked ? String(text.dropFirst().dropLast()) : text
  }
}
