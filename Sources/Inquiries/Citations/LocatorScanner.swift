/// Reads a reference from the left, character by character.
struct LocatorScanner {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  var isAtEnd: Bool {
    position == characters.count
  }

  /// What has not been read, without blanks at its ends.
  var rest: String {
    Locator.trimmed(String(characters[position...]))
  }

  /// Takes `word` when it stands next, letter for letter.
  mutating func take(_ word: String) -> Bool {
    guard characters[position...].starts(with: word) else { return false }
    position += word.count
    return true
  }

  /// Takes `word` in any case when no letter follows it.
  mutating func takeWord(_ word: String) -> Bool {
    let end = position + word.count
    guard end <= characters.count,
      String(characters[position..<end]).lowercased() == word,
      end == characters.count || !characters[end].isLetter
    else { return false }
    position = end
    return true
  }

  /// Takes the reference of a submission: three letters and four digits.
  mutating func submission() -> String? {
    let next = characters[position...].prefix(7)
    let letters = next.prefix(3)
    let digits = next.dropFirst(3)
    guard next.count == 7, letters.allSatisfy({ $0.isASCII && $0.isLetter }),
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    position += 7
    return String(next).uppercased()
  }

  /// Takes the reference of a document or survey: `D3`, `S2`, with no letter or
  /// digit behind it.
  mutating func numbered() -> (reference: String, kind: SourceKind)? {
    let start = position
    let kind: SourceKind? =
      take("D") || take("d") ? .document : take("S") || take("s") ? .survey : nil
    guard let kind, let number = number(atMost: 9), number > 0,
      isAtEnd || !(characters[position].isLetter || characters[position].isNumber)
    else {
      position = start
      return nil
    }
    return ((kind == .document ? "D" : "S") + "\(number)", kind)
  }

  /// Takes the rest as the code of a question: letters, digits, `_`, `.` and `-`.
  mutating func code() -> String? {
    let rest = characters[position...]
    guard !rest.isEmpty, rest.allSatisfy({ $0.isLetter || $0.isNumber || "_.-".contains($0) })
    else { return nil }
    position = characters.count
    return String(rest)
  }

  mutating func skipBlanks() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// Takes a number of at most so many ASCII digits.
  mutating func number(atMost limit: Int) -> Int? {
    let start = position
    var value = 0
    while position < characters.count, characters[position].isASCII,
      let digit = characters[position].wholeNumberValue
    {
      value = value &* 10 &+ digit
      position += 1
      if position - start > limit {
        position = start
        return nil
      }
    }
    return position > start ? value : nil
  }

  /// Takes the number of a paragraph, `12` or `2.17`, its parts of at most so many
  /// digits.
  mutating func paragraph(atMost limit: Int) -> ParagraphNumber? {
    guard let first = number(atMost: limit) else { return nil }
    var parts = [first]
    while true {
      let start = position
      guard take("."), let part = number(atMost: limit) else {
        position = start
        return ParagraphNumber(parts)
      }
      parts.append(part)
    }
  }

  /// Takes `-48` or `–48`, with blanks about the dash and another `Q` forgiven.
  ///
  /// - Returns: `first` when no dash follows, `nil` when no number follows it.
  mutating func rangeEnd(after first: Int, atMost limit: Int) -> Int? {
    rangeEnd(after: first) { $0.number(atMost: limit) }
  }

  mutating func rangeEnd<Number>(
    after first: Number, _ number: (inout LocatorScanner) -> Number?
  ) -> Number? {
    let start = position
    skipBlanks()
    guard take("-") || take("–") else {
      position = start
      return first
    }
    skipBlanks()
    _ = take("Q") || take("q")
    return number(&self)
  }
}
