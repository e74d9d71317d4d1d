import Inquiries

/// Whether what the draft quotes stands in what it cites, at the versions to
/// which its citations are pinned.
enum QuotationChecks {
  static func remarks(on snapshot: Snapshot) -> [Remark] {
    // A passage that is quoted often is evened once.
    var evened: [String: [UInt8]] = [:]
    func even(_ texts: [String]) -> [[UInt8]] {
      texts.map { text in
        if let known = evened[text] { return known }
        let bytes = EvenedText.bytes(text)
        evened[text] = bytes
        return bytes
      }
    }
    let quotations = snapshot.quotations.compactMap { quotation -> Remark? in
      let words = QuotedWords(quotation.words)
      guard quotation.isClosed else { return unclosed(quotation, words.text) }
      if words.isAllInBrackets { return allInBrackets(quotation, words.text) }
      guard !words.isTerm else { return nil }
      guard !quotation.texts.isEmpty else {
        return quotation.isBeside ? nil : unbound(quotation, words.text)
      }
      let texts = even(quotation.texts)
      if words.stand(in: texts) {
        guard isOfOne(words, texts, quotation.voices) else { return joins(quotation, words.text) }
        return words.areTurned(in: texts) ? turned(quotation, words.text) : nil
      }
      return quotation.isBeside || NearestWords.resemble(words.text, in: quotation.texts)
        ? differs(quotation, words.text) : unbound(quotation, words.text)
    }
    return quotations + snapshot.namedSpans.compactMap(remark(on:))
  }

  /// Whether one person said all of it.
  private static func isOfOne(
    _ words: QuotedWords, _ texts: [[UInt8]], _ voices: [String]
  ) -> Bool {
    guard Set(voices).count > 1 else { return true }
    return Dictionary(grouping: zip(voices, texts), by: \.0).values.contains {
      words.stand(in: $0.map(\.1))
    }
  }

  /// None of the words is of who is cited, unless the record itself has the brackets.
  private static func allInBrackets(_ quotation: Snapshot.Quotation, _ words: String) -> Remark? {
    guard quotation.isBeside, !quotation.texts.isEmpty,
      quotation.texts.allSatisfy({ Wording.spans(of: words, in: $0).isEmpty })
    else { return nil }
    return Remark(
      code: .quotationDiffers, place: quotation.place,
      sentence:
        "“\(shortened(words))” is wholly in square brackets, so that no word of it is quoted "
        + "from \(quotation.citation).",
      remedy: "Quote some of the words that stand there, or leave the quotation marks out.")
  }

  private static func joins(_ quotation: Snapshot.Quotation, _ words: String) -> Remark {
    Remark(
      code: .quotationJoinsSpeakers, place: quotation.place,
      sentence:
        "“\(shortened(words))” joins words of several people in \(quotation.citation) into one "
        + "quotation.",
      remedy: "Quote each of them apart and say who said it.", subject: shortened(words))
  }

  private static func turned(_ quotation: Snapshot.Quotation, _ words: String) -> Remark {
    Remark(
      code: .quotationTurned, place: quotation.place,
      sentence:
        "“\(shortened(words))” leaves out words of \(quotation.citation) that deny something, or puts "
        + "such words in.",
      remedy: "Compare it with what stands there; quote so that a reader takes the same from both.",
      subject: shortened(words))
  }

  private static func unbound(_ quotation: Snapshot.Quotation, _ words: String) -> Remark {
    let near =
      quotation.citation.isEmpty || quotation.texts.isEmpty
      ? "" : " It does not stand in \(quotation.citation), which is cited close by."
    return Remark(
      code: .quotationUnbound, place: quotation.place,
      sentence: "“\(shortened(words))” is quoted, and nothing is cited beside it.\(near)",
      remedy: "Cite behind it what it is quoted from, or be ready to say where it is from.",
      subject: shortened(words))
  }

  /// Nobody can tell where the words end, so that they are compared with nothing.
  private static func unclosed(_ quotation: Snapshot.Quotation, _ words: String) -> Remark {
    Remark(
      code: .quotationNotClosed, place: quotation.place,
      sentence:
        "A quotation mark opens before “\(shortened(joined(words)))”, and none closes it, so that the words "
        + "were compared with nothing.",
      remedy: "Put the closing mark where the quotation ends, or take the opening one out.",
      subject: shortened(words))
  }

  /// A stop that stood behind a citation comes to stand behind the words.
  private static func joined(_ words: String) -> String {
    words.replacing(/[ ]([.,;:!?])(?!\.)/) { $0.output.1 }
  }

  private static func differs(_ quotation: Snapshot.Quotation, _ words: String) -> Remark {
    let nearest = NearestWords.find(words, in: quotation.texts)
    let told =
      nearest.map {
        "The nearest words there, with what only they have in [-…-] and what only the quotation has "
          + "in {+…+}: “\(difference(from: $0, to: words))”."
      } ?? "None of its words stands there."
    return Remark(
      code: .quotationDiffers, place: quotation.place,
      sentence: "“\(shortened(words))” does not stand in \(quotation.citation). \(told)",
      remedy:
        "Quote what stands there; mark what is left out with … and what is put in or changed with "
        + "[ ]; or cite where it does stand.")
  }

  /// What counts as equal is not marked, so that the one real difference is seen: the form
  /// of marks everywhere, and marks and stops at the ends.
  private static func difference(from nearest: String, to words: String) -> String {
    func evened(_ text: String) -> String {
      String(decoding: EvenedText.bytes(text), as: UTF8.self)
    }
    func bare(_ text: String) -> String {
      func isLoose(_ character: Character) -> Bool { " '.,;:".contains(character) }
      var rest = text[...].drop(while: isLoose)
      while let last = rest.last, isLoose(last) { rest.removeLast() }
      return String(rest)
    }
    let (old, new) = (evened(nearest), evened(words))
    return bare(old) == bare(new)
      ? WordDifference.marked(from: old, to: new)
      : WordDifference.marked(from: bare(old), to: bare(new))
  }

  /// Words that a citation names must be found, and found once.
  private static func remark(on span: Snapshot.NamedSpan) -> Remark? {
    let count = span.texts.reduce(0) { $0 + Wording.spans(naming: span.words, in: $1).count }
    guard count != 1, !span.texts.isEmpty else { return nil }
    return Remark(
      code: .quotationSpanLost, place: span.place,
      sentence:
        "“\(span.words)” \(count == 0 ? "does not stand" : "stands \(count) times") in \(span.citation).",
      remedy: "Name the words meant by their first and last words, as many as make them unique: "
        + "“first words … last words”.")
  }

  private static func shortened(_ words: String) -> String {
    guard words.count > 80 else { return words }
    return words.prefix(80).split(separator: " ").dropLast().joined(separator: " ") + " …"
  }
}
