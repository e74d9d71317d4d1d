/// Cuts prose into sentences and finds its quotations.
struct ProseScanner {
  private let bytes: [UInt8]
  private let citations: [Range<Int>]
  private var place = 0
  /// The citation that comes next.
  private var citation = 0
  private var sentenceStart: Int?
  private var firstCitation = 0
  /// Until where a mark that opens was looked for and never closed.
  private var unclosed: [Search: Int] = [:]
  private(set) var sentences: [Prose.Sentence] = []
  private(set) var quotations: [(range: Range<Int>, isBlock: Bool)] = []
  /// From behind a double mark that nothing closes to the end of its paragraph, with the
  /// citations in it.
  private(set) var opened: [(range: Range<Int>, citations: Range<Int>)] = []

  /// After these a point ends no sentence.
  private static let abbreviations: Set<String> = [
    "para", "paras", "no", "nos", "mr", "mrs", "ms", "dr", "prof", "st", "p", "pp", "e.g", "i.e",
    "cf", "art", "s", "ss", "c", "vol", "fig", "approx",
  ]

  init(_ bytes: [UInt8], _ citations: [Range<Int>]) {
    self.bytes = bytes
    self.citations = citations
  }

  mutating func scan() {
    while place < bytes.count {
      if isLineStart(place), let end = endOfQuotedLines(place) {
        takeBlock(to: end)
        continue
      }
      if citation < citations.count, citations[citation].lowerBound <= place {
        begin()
        place = max(place, citations[citation].upperBound)
        citation += 1
        continue
      }
      let byte = bytes[place]
      if byte == 0x0A, isBlankLine(after: place) || isListLine(after: place) {
        end(at: place)
        place += 1
        continue
      }
      if byte > 0x20 { begin() }
      switch byte {
      case UInt8(ascii: "\\"):
        if let mark = openingMark(place), takeQuotation(mark) { continue }
        place += 2
      case UInt8(ascii: "`"): place = pastCode(place)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        while place < bytes.count, ".!?".utf8.contains(bytes[place]) { place += 1 }
        endSentence(after: place - 1)
      default:
        if let mark = openingMark(place), takeQuotation(mark) { continue }
        place += 1
      }
    }
    end(at: bytes.count)
  }

  private mutating func begin() {
    guard sentenceStart == nil else { return }
    sentenceStart = place
    firstCitation = citation
  }

  private mutating func end(at end: Int) {
    guard let start = sentenceStart else { return }
    sentences.append(Prose.Sentence(range: start..<end, citations: firstCitation..<citation))
    sentenceStart = nil
    firstCitation = citation
  }

  /// Ends the sentence where what follows the stop begins another, and takes the
  /// citations that stand between the two.
  private mutating func endSentence(after stop: Int) {
    var next = pastClosers(stop + 1)
    guard next >= bytes.count || isBlank(next) || isCitation(next, citation) || isNote(next),
      bytes[stop] != UInt8(ascii: ".") || !ProseScanner.abbreviations.contains(wordBefore(stop))
    else { return }
    let stopEnd = next
    var taken = citation
    while true {
      let beyond = pastBlanks(next)
      if isNote(beyond),
        let close = bytes[beyond...].prefix(100).firstIndex(of: UInt8(ascii: "]"))
      {
        next = close + 1
      } else if isCitation(beyond, taken) {
        next = citations[taken].upperBound
        taken += 1
      } else if let close = endOfBrackets(beyond, around: taken) {
        next = close
        while taken < citations.count, citations[taken].lowerBound < next { taken += 1 }
      } else {
        break
      }
    }
    let following = pastBlanks(next)
    if following < bytes.count, (0x61...0x7A).contains(bytes[following]) {
      // “… late. [@Q4] says so”: the citation begins the next sentence.
      if taken > citation { end(at: stopEnd) }
      return
    }
    citation = taken
    place = max(place, next)
    end(at: next)
  }

  // MARK: Quotations

  private enum Mark: Hashable {
    case straight, curly, single, angled, low
  }

  /// Which marks close a quotation. People close “ with " and the other way, so that a
  /// mark of another form closes where none of its own does.
  private enum Pairing: Hashable {
    /// Its own form, each mark within it that opens having one that closes.
    case matching
    /// Straight and curly ones alike; a straight one behind a number may be inches.
    case mixed
    /// The first of its own form, or straight one behind a number, where what stands
    /// within does not come out even.
    case first
  }

  private struct Search: Hashable {
    let mark: Mark
    let pairing: Pairing
  }

  private func openingMark(_ at: Int) -> Mark? {
    guard let written = QuotationMark(bytes, at: at) else { return nil }
    let mark: Mark
    switch written.sign {
    case .straight: mark = .straight
    case .apostrophe, .openingSingle: mark = .single
    case .openingDouble: mark = .curly
    case .low: mark = .low
    case .openingAngled: mark = .angled
    case .closingSingle, .closingDouble, .closingAngled: return nil
    }
    let next = at + written.length
    // Within « and » French sets a blank.
    guard next < bytes.count, mark == .angled || !isBlank(next) else { return nil }
    // ’90s, and the mark of feet or inches after a number.
    if mark == .single, (0x30...0x39).contains(bytes[next]) { return nil }
    return [.curly, .angled, .low].contains(mark) || isOpeningPlace(at) ? mark : nil
  }

  private mutating func takeQuotation(_ mark: Mark) -> Bool {
    let start = place + (QuotationMark(bytes, at: place)?.length ?? 1)
    let isDouble = mark != .single && mark != .angled
    let pairings: [Pairing] = isDouble ? [.matching, .mixed, .first] : [.first]
    let isKnown = place < unclosed[Search(mark: mark, pairing: .first), default: 0]
    for pairing in pairings {
      guard let found = close(Search(mark: mark, pairing: pairing), from: start) else { continue }
      quotations.append((start..<found.range.lowerBound, false))
      citation = found.citation
      place = found.range.upperBound
      let last = found.range.lowerBound - 1
      if ".!?".utf8.contains(bytes[last]) { endSentence(after: last) }
      return true
    }
    if isDouble, !isKnown {
      let searched = unclosed[Search(mark: mark, pairing: .first), default: start]
      let end = max(start, min(searched, bytes.count))
      let within = citations[citation...].prefix { $0.lowerBound < end }.count
      opened.append((start..<end, citation..<(citation + within)))
    }
    return false
  }

  /// The mark that closes a quotation, and the citation that comes next behind it.
  ///
  /// What was looked for in vain is not looked for again in the same paragraph, so that
  /// marks that never close cost no more than their number.
  private mutating func close(
    _ search: Search, from start: Int
  ) -> (range: Range<Int>, citation: Int)? {
    if let until = unclosed[search], place < until { return nil }
    var next = start
    var taken = citation
    var depth = 1
    while next < bytes.count, !(bytes[next] == 0x0A && isBlankLine(after: next)) {
      if isCitation(next, taken) {
        next = citations[taken].upperBound
        taken += 1
        continue
      }
      guard let written = QuotationMark(bytes, at: next) else {
        next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      if search.pairing != .first, opensWithin(search, written, next) {
        depth += 1
      } else if closes(search, written, next) {
        depth -= 1
        if depth == 0 { return (next..<(next + written.length), taken) }
      }
      next += written.length
    }
    unclosed[search] = next
    return nil
  }

  /// Whether a mark opens a quotation within one that has to close before it.
  private func opensWithin(_ search: Search, _ written: QuotationMark, _ at: Int) -> Bool {
    let isCurly = written.sign == .openingDouble && !isBlankOrEnd(at + written.length)
    let isStraight = written.sign == .straight && isNestedPlace(at, written.length)
    switch search.mark {
    case .straight: return isStraight || search.pairing == .mixed && isCurly
    case .curly: return isCurly || search.pairing == .mixed && isStraight
    case .single, .angled, .low: return false
    }
  }

  private func closes(_ search: Search, _ written: QuotationMark, _ at: Int) -> Bool {
    let isMixed = search.pairing == .mixed
    switch (search.mark, written.sign) {
    case (.straight, .straight): return !isNestedPlace(at, written.length)
    case (.straight, .closingDouble): return isMixed
    case (.curly, .closingDouble), (.low, .openingDouble), (.low, .closingDouble): return true
    case (.curly, .straight), (.low, .straight):
      let isInches = (0x30...0x39).contains(bytes[at - 1])
      return isInches ? search.pairing == .first : isMixed
    case (.angled, .closingAngled): return true
    case (.single, .apostrophe), (.single, .closingSingle):
      let next = at + written.length
      return !isBlank(at - 1) && (next >= bytes.count || !isWord(next))
    default: return false
    }
  }

  // MARK: Quoted lines

  /// Where the lines end that `>` opens; lines that go on without it belong to them.
  private func endOfQuotedLines(_ start: Int) -> Int? {
    var first = start
    while first < bytes.count, bytes[first] == 0x20, first < start + 4 { first += 1 }
    guard first < bytes.count, bytes[first] == UInt8(ascii: ">") else { return nil }
    var end = first
    while end < bytes.count {
      end = bytes[end...].firstIndex(of: 0x0A) ?? bytes.count
      guard end < bytes.count, !isBlankLine(after: end) else { break }
      end += 1
    }
    return end
  }

  private mutating func takeBlock(to end: Int) {
    self.end(at: place)
    begin()
    quotations.append((place..<end, true))
    while citation < citations.count, citations[citation].lowerBound < end { citation += 1 }
    // A citation on its own after the block is the block's.
    let beyond = pastBlanks(end)
    place = end
    if isCitation(beyond, citation) {
      place = citations[citation].upperBound
      citation += 1
    }
    self.end(at: place)
  }

  // MARK: Bytes

  private func isBlank(_ at: Int) -> Bool {
    bytes[at] <= 0x20 || bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
  }

  private func isWord(_ at: Int) -> Bool {
    (0x30...0x39).contains(bytes[at]) || (0x61...0x7A).contains(bytes[at] | 0x20)
      || bytes[at] >= 0xC3 && bytes[at] < 0xE0
  }

  private func isLineStart(_ at: Int) -> Bool {
    at == 0 || bytes[at - 1] == 0x0A
  }

  private func isBlankLine(after newline: Int) -> Bool {
    var next = newline + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
      next += 1
    }
    return next >= bytes.count || bytes[next] == 0x0A
  }

  private func isListLine(after newline: Int) -> Bool {
    var next = newline + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard next + 1 < bytes.count, "-*+".utf8.contains(bytes[next]) else { return false }
    return bytes[next + 1] == 0x20
  }

  private func isOpeningPlace(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    return bytes[at - 1] <= 0x20 || "([*_-\"'".utf8.contains(bytes[at - 1]) || bytes[at - 1] >= 0x80
  }

  /// Whether a straight mark there opens one quotation within another: behind a blank
  /// or bracket, with a word after it.
  private func isNestedPlace(_ at: Int, _ length: Int) -> Bool {
    let next = at + length
    guard at > 0, next < bytes.count, isWord(next) || bytes[next] >= 0xC3 else { return false }
    return bytes[at - 1] <= 0x20 || "([".utf8.contains(bytes[at - 1])
  }

  private func isBlankOrEnd(_ at: Int) -> Bool {
    at >= bytes.count || isBlank(at)
  }

  private func isCitation(_ at: Int, _ number: Int) -> Bool {
    number < citations.count && citations[number].lowerBound == at
  }

  private func isNote(_ at: Int) -> Bool {
    bytes[at...].starts(with: "[^".utf8)
  }

  /// Where round brackets end that hold a citation, such as `(Q3 [@Q3])`.
  private func endOfBrackets(_ at: Int, around number: Int) -> Int? {
    // Longer ones are a sentence of their own.
    let most = 200
    guard at < bytes.count, bytes[at] == UInt8(ascii: "("), number < citations.count,
      citations[number].lowerBound < at + most
    else { return nil }
    let end = citations[number].upperBound
    guard !bytes[at..<citations[number].lowerBound].contains(where: { ").!?\n".utf8.contains($0) })
    else { return nil }
    return bytes[end...].prefix(most).firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
  }

  private func pastBlanks(_ at: Int) -> Int {
    var next = at
    while next < bytes.count, isBlank(next) { next += bytes[next] == 0xC2 ? 2 : 1 }
    return next
  }

  private func pastClosers(_ at: Int) -> Int {
    var next = at
    while next < bytes.count {
      if ")]*_".utf8.contains(bytes[next]) {
        next += 1
      } else if let mark = QuotationMark(bytes, at: next), mark.sign.mayClose {
        next += mark.length
      } else {
        break
      }
    }
    return next
  }

  private func pastCode(_ at: Int) -> Int {
    let run = bytes[at...].prefix { $0 == UInt8(ascii: "`") }.count
    var next = at + run
    while next < bytes.count, !(bytes[next] == 0x0A && isBlankLine(after: next)) {
      let length = bytes[next...].prefix { $0 == UInt8(ascii: "`") }.count
      if length == run { return next + length }
      next += max(1, length)
    }
    return at + run
  }

  private func wordBefore(_ at: Int) -> String {
    var start = at
    while start > 0, isWord(start - 1) || bytes[start - 1] == UInt8(ascii: ".") { start -= 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }
}
