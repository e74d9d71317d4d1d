/// A paragraph of a draft in sentences, with what it quotes and where it cites.
///
/// A citation, and a stop with it, belongs to the sentence before it: `It was
/// late. [@Q4]`. A quotation is never cut. Ranges are of bytes.
public struct Prose: Hashable, Sendable {
  /// From its first word to its last citation.
  public struct Sentence: Hashable, Sendable {
    public let range: Range<Int>
    /// Which citations stand in it.
    public let citations: Range<Int>
  }

  /// Words in quotation marks, without them, or the lines after `>`.
  public struct Quotation: Hashable, Sendable {
    public let range: Range<Int>
    public let isBlock: Bool
    /// Which citation it is attributed to: the first that follows in its
    /// sentence, or else the last that precedes it there.
    public let citation: Int?
  }

  public let bytes: [UInt8]
  /// Where citations stand, in order.
  public let citations: [Range<Int>]
  public let sentences: [Sentence]
  public let quotations: [Quotation]
  /// What stands behind a double quotation mark that its paragraph does not close, to the
  /// end of that, with the last citation in it or else the last of the sentence before.
  public let openQuotations: [Quotation]

  /// - Complexity: One pass over the bytes.
  public init(_ bytes: [UInt8], citations: [Range<Int>] = []) {
    self.bytes = bytes
    self.citations = citations
    var scanner = ProseScanner(bytes, citations)
    scanner.scan()
    let sentences = scanner.sentences
    self.sentences = sentences
    var place = 0
    quotations = scanner.quotations.map { range, isBlock in
      while place < sentences.count, sentences[place].range.upperBound <= range.lowerBound {
        place += 1
      }
      guard place < sentences.count else {
        return Quotation(range: range, isBlock: isBlock, citation: nil)
      }
      let here = sentences[place].citations
      let within = isBlock ? here.last : nil
      return Quotation(
        range: range, isBlock: isBlock,
        citation: within ?? here.first { citations[$0].lowerBound >= range.upperBound }
          ?? here.last ?? (isBlock && here.lowerBound > 0 ? here.lowerBound - 1 : nil))
    }
    place = 0
    openQuotations = scanner.opened.map { range, within in
      while place < sentences.count, sentences[place].range.upperBound <= range.lowerBound {
        place += 1
      }
      let here = place < sentences.count ? sentences[place].citations : within
      return Quotation(range: range, isBlock: false, citation: within.last ?? here.last)
    }
  }

  /// The quotation whose mark is the first sign at or behind a byte, closed or not.
  public func quotation(beginningAt place: Int) -> Quotation? {
    guard let first = bytes[min(place, bytes.count)...].firstIndex(where: { $0 > 0x20 }),
      let mark = QuotationMark(bytes, at: first)
    else { return nil }
    return (quotations + openQuotations).first { $0.range.lowerBound == first + mark.length }
  }

  /// Labels of the footnotes that the sentence of a quotation refers to, in or behind it.
  public func notes(behind quotation: Quotation) -> [String] {
    guard let place = sentence(of: quotation) else { return [] }
    let end = max(sentences[place].range.upperBound, quotation.range.upperBound)
    let text = String(decoding: bytes[quotation.range.lowerBound..<end], as: UTF8.self)
    return FootnoteMark.find(in: text).map(\.label)
  }

  /// Labels of the footnotes that a sentence refers to, and not of one that it begins.
  public func notes(in sentence: Sentence, behind place: Int = 0) -> [String] {
    let start = min(max(place, sentence.range.lowerBound), sentence.range.upperBound)
    let text = String(decoding: bytes[start..<sentence.range.upperBound], as: UTF8.self)
    return FootnoteMark.find(in: text).filter { !$0.isBeginning }.map(\.label)
  }

  /// The last citation of the sentence before that of a quotation, and the first of the
  /// one behind it.
  public func citations(near quotation: Quotation) -> [Int] {
    guard let place = sentence(of: quotation) else { return [] }
    let before = place > 0 ? sentences[place - 1].citations.last : nil
    let behind = place + 1 < sentences.count ? sentences[place + 1].citations.first : nil
    return [behind, before].compactMap { $0 }
  }

  /// The sentence that a quotation begins in, by bisection.
  private func sentence(of quotation: Quotation) -> Int? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= quotation.range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < sentences.count ? low : nil
  }

  /// The words of each sentence, without citations and, unless they are wanted,
  /// quotations: the author's own.
  func words(withQuotations isQuoting: Bool = false) -> [ClaimWords] {
    var opaque = ((isQuoting ? [] : quotations.map(\.range)) + citations)
      .sorted { $0.lowerBound < $1.lowerBound }[...]
    return sentences.map { sentence in
      opaque = opaque.drop { $0.upperBound <= sentence.range.lowerBound }
      return ClaimWords(bytes, in: sentence.range, without: opaque)
    }
  }

  /// A stretch as words: without citations, notes, and the marks of quoted lines.
  public func text(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    var place = range.lowerBound
    var isLineStart = true
    for hidden in citations[citation(from: range.lowerBound)...]
      .prefix(while: { $0.lowerBound < range.upperBound })
    {
      append(place..<max(place, hidden.lowerBound), to: &text, &isLineStart)
      place = max(place, hidden.upperBound)
    }
    append(place..<max(place, range.upperBound), to: &text, &isLineStart)
    return Locator.trimmed(
      String(decoding: text, as: UTF8.self).replacing(FootnoteMark.pattern, with: ""))
  }

  /// The first citation that ends after a byte, by bisection.
  private func citation(from place: Int) -> Int {
    var (low, high) = (0, citations.count)
    while low < high {
      let middle = (low + high) / 2
      if citations[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func append(_ range: Range<Int>, to text: inout [UInt8], _ isLineStart: inout Bool) {
    for byte in bytes[range] {
      if isLineStart, byte == UInt8(ascii: ">") || byte == 0x20 { continue }
      isLineStart = byte == 0x0A
      text.append(byte)
    }
  }
}
