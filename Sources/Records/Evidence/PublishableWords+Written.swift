extension PublishableWords {
  /// A word of a text in small letters, and where it stands.
  private struct Word {
    let small: String
    let range: Range<String.Index>
  }

  /// A withheld name as it stands in the words, with the title and initials before it, each
  /// form once: whoever is to leave it out looks for that, and not for what the record says.
  ///
  /// - Parameter name: As the record has it; it is what is told where it stands beside the
  ///   words.
  /// - Complexity: Linear in the words.
  public func written(_ name: String) -> [String] {
    let said = Self.words(of: text)
    let parts = Self.words(of: name).map(\.small)
    // As “Vale-Hope, Ann” as well.
    let turns = parts.indices.map { Array(parts[$0...] + parts[..<$0]) }
    var places = turns.lazy.map { Self.places(of: $0, in: said) }.first { !$0.isEmpty } ?? []
    if places.isEmpty {
      // Of “Vale-Hope” either half may stand for it.
      places = parts.filter { $0.count > 1 }.flatMap { Self.places(of: [$0], in: said) }
    }
    let addressed = places.map { address(before: $0.lowerBound, in: said)..<$0.upperBound }
    let titled = zip(places, addressed).filter { $0 != $1 }.map(\.1)
    // A surname alone is looked at behind a title or initials; elsewhere it may be a word.
    let isSurname = !name.contains(where: \.isWhitespace)
    var told: Set<String> = []
    let forms = (isSurname && !titled.isEmpty ? titled : addressed).map { place in
      let (first, last) = (said[place.lowerBound].range, said[place.upperBound - 1].range)
      return String(text[first.lowerBound..<last.upperBound])
    }.filter { told.insert($0).inserted }
    return forms.isEmpty ? [name] : forms
  }

  /// The index of the first of the titles and initials right before a word, or its own.
  private func address(before word: Int, in said: [Word]) -> Int {
    var first = word
    while first > 0, isOfAddress(said[first - 1]) { first -= 1 }
    return first
  }

  private func isOfAddress(_ word: Word) -> Bool {
    let written = text[word.range]
    return Self.titles.contains(word.small)
      || written.count <= 2 && written.allSatisfy(\.isUppercase)
  }

  private static let titles = Set(
    (AnonymousWall.titles + AnonymousWall.callings).map { $0.lowercased() })

  /// Where these words stand one after the other.
  private static func places(of parts: [String], in said: [Word]) -> [Range<Int>] {
    guard !parts.isEmpty, parts.count <= said.count else { return [] }
    return (0...said.count - parts.count).map { $0..<$0 + parts.count }
      .filter { range in zip(said[range], parts).allSatisfy { $0.small == $1 } }
  }

  /// The words of a text as ``AnonymousWall/words(_:)`` parts them.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var small = ""
    var start = text.startIndex
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if small.isEmpty { start = index }
        small += scalar.properties.lowercaseMapping
      } else if scalar.properties.generalCategory == .nonspacingMark, !small.isEmpty {
        // An accent that is written apart; as strings both codings of a letter are equal.
        small.unicodeScalars.append(scalar)
      } else if !AnonymousWall.unseenLetters.contains(scalar), !small.isEmpty {
        words.append(Word(small: small, range: start..<index))
        small = ""
      }
    }
    if !small.isEmpty { words.append(Word(small: small, range: start..<text.endIndex)) }
    return words
  }
}
