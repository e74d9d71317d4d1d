import Inquiries

/// Reads what stands inside a citation's brackets.
struct CitationParts {
  let bytes: [UInt8]
  /// Where the block ends.
  let end: Int

  func items(
    _ range: Range<Int>, _ semicolons: [Int], _ references: [Int]
  ) -> [DraftCitation.Item] {
    var items: [DraftCitation.Item] = []
    var start = range.lowerBound
    var remaining = references[...]
    for end in semicolons + [range.upperBound] {
      let part = start..<end
      let reference = remaining.first { part.contains($0) }
      remaining = remaining.drop { $0 < end }
      items.append(item(part, reference))
      start = min(end + 1, range.upperBound)
    }
    return items
  }

  func item(_ part: Range<Int>, _ reference: Int?) -> DraftCitation.Item {
    guard let reference else {
      return DraftCitation.Item(
        text: plain(part), prefix: "", reading: .failure(.missingKey(plain(part))),
        isAuthorless: false)
    }
    let isAuthorless = reference > part.lowerBound && bytes[reference - 1] == .hyphen
    let prefix = part.lowerBound..<(isAuthorless ? reference - 1 : reference)
    let key = keyEnd(reference)
    let (suffix, words) = CitationParts.named(text(key..<part.upperBound))
    let reading = Locator.read(key: text(reference + 1..<key), suffix: suffix)
    return DraftCitation.Item(
      text: plain(part), prefix: plain(prefix), reading: reading, isAuthorless: isAuthorless,
      words: words)
  }

  /// Parts the words in quotation marks at the end of a reference from what is
  /// before them: `, Director D, "first … last"`.
  private static func named(_ suffix: String) -> (suffix: String, words: String?) {
    // Few references name words, and to make the expression takes longer than all else
    // about one of them.
    guard suffix.contains(where: { $0 == "\"" || $0 == "”" }),
      let match = suffix.wholeMatch(of: /(?s)(.*?),?\s*["“]([^"“”]+)["”]\s*/)
    else { return (suffix, nil) }
    return (String(match.output.1), Locator.trimmed(String(match.output.2)))
  }

  /// Whether an `@` begins a reference: no letter before it, as in an address,
  /// and one after it.
  func isReference(_ at: Int) -> Bool {
    at + 1 < end && bytes[at + 1].isWord && (at == 0 || !bytes[at - 1].isWord)
  }

  /// Where the key ends that begins after the `@`: letters and digits, and what
  /// stands between two of them.
  func keyEnd(_ at: Int) -> Int {
    var next = at + 1
    while next < end {
      if bytes[next].isWord || bytes[next] == .underscore {
        next += 1
        continue
      }
      let isDash = next + 3 < end && bytes[next..<next + 3].elementsEqual("–".utf8)
      let length = isDash ? 3 : ":.#$%&-+?<>~/".utf8.contains(bytes[next]) ? 1 : 0
      guard length > 0, next + length < end, bytes[next + length].isWord else { break }
      next += length
    }
    return next
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func plain(_ range: Range<Int>) -> String {
    text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
