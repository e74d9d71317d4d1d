extension Locator {
  /// Numbers beyond this are slips of the hand; nine digits also keep every
  /// sum within 64 bits.
  private static let digitLimit = 9

  /// Reads one item of a citation.
  ///
  /// - Parameters:
  ///   - key: What stands after `@` without a blank: `Q45-48`, `OS6`, `CTI0012`, `S2-Q4`.
  ///   - suffix: What follows the key up to the next `;`, with its comma.
  /// - Returns: The place meant, or why nothing can be read from it. Hyphens
  ///   and en dashes mean the same.
  public static func read(key: String, suffix: String) -> Result<Locator, LocatorFailure> {
    let whole = trimmed(key + suffix)
    var scanner = LocatorScanner(key)
    if let reference = scanner.submission() {
      return readWritten(reference, key: scanner, suffix: suffix, whole: whole)
    }
    if let (reference, kind) = scanner.numbered() {
      return kind == .survey
        ? readSurvey(reference, key: scanner, suffix: suffix, whole: whole)
        : readWritten(reference, key: scanner, suffix: suffix, whole: whole, hasPages: true)
    }
    if scanner.take("OS") || scanner.take("os") {
      return readSession(scanner, suffix: suffix, whole: whole)
    }
    guard let place = readPlace(&scanner, whole: whole) else { return .failure(.unknownKind(key)) }
    return place.flatMap { finish($0, key: scanner, suffix: suffix) }
  }

  private static func readSession(
    _ start: LocatorScanner, suffix: String, whole: String
  ) -> Result<Locator, LocatorFailure> {
    var scanner = start
    guard let session = scanner.number(atMost: digitLimit) else {
      return .failure(.unknownKind(whole))
    }
    guard session > 0 else {
      return .failure(.malformed(whole, reason: "sessions are numbered from 1"))
    }
    var kind: SourceKind?
    for candidate in [SourceKind.transcript, .note, .summary, .log]
    where scanner.takeWord("-" + candidate.rawValue) {
      kind = candidate
    }
    let record = Locator.session(session, of: kind)
    guard scanner.isAtEnd else { return .failure(.leftOver(scanner.rest, read: record)) }
    var tail = LocatorScanner(suffix)
    tail.skipBlanks()
    if tail.isAtEnd { return .success(record) }
    guard tail.take(",") else { return .failure(.leftOver(trimmed(suffix), read: record)) }
    tail.skipBlanks()
    if tail.takeWord("points") || tail.takeWord("point") {
      return readPoints(&tail, session: session, kind: kind, whole: whole)
    }
    let rest = tail.rest
    guard kind == nil, let place = readPlace(&tail, whole: whole) else {
      return .failure(.leftOver(rest, read: record))
    }
    return place.flatMap { finish($0.within(session), key: nil, suffix: tail.rest) }
  }

  private static func readPoints(
    _ scanner: inout LocatorScanner, session: Int, kind: SourceKind?, whole: String
  ) -> Result<Locator, LocatorFailure> {
    scanner.skipBlanks()
    guard let first = scanner.number(atMost: digitLimit), first > 0 else {
      return .failure(.malformed(whole, reason: "a point has a number from 1 on"))
    }
    guard let last = scanner.rangeEnd(after: first, atMost: digitLimit), first <= last else {
      return .failure(.malformed(whole, reason: "the range runs backwards or has no end"))
    }
    let read = Locator.points(session: session, first...last, of: kind)
    scanner.skipBlanks()
    return scanner.isAtEnd ? .success(read) : .failure(.leftOver(scanner.rest, read: read))
  }

  private static func readWritten(
    _ reference: String, key: LocatorScanner, suffix: String, whole: String, hasPages: Bool = false
  ) -> Result<Locator, LocatorFailure> {
    let read = Locator.whole(reference)
    guard key.isAtEnd else { return .failure(.leftOver(trimmed(key.rest + suffix), read: read)) }
    var tail = LocatorScanner(suffix)
    tail.skipBlanks()
    if tail.isAtEnd { return .success(read) }
    _ = tail.take(",")
    tail.skipBlanks()
    let isParagraph = ["paragraphs", "paragraph", "paras", "para"].contains { tail.takeWord($0) }
    guard
      isParagraph
        || hasPages && ["pages", "page", "pp", "p"].contains(where: { tail.takeWord($0) })
    else {
      return .failure(.leftOver(trimmed(suffix), read: read))
    }
    _ = tail.take(".")
    tail.skipBlanks()
    let number = { (scanner: inout LocatorScanner) in
      isParagraph
        ? scanner.paragraph(atMost: digitLimit)
        : scanner.number(atMost: digitLimit).flatMap { ParagraphNumber([$0]) }
    }
    guard let first = number(&tail) else {
      let what = isParagraph ? "paragraph" : "page"
      return .failure(.malformed(whole, reason: "a \(what) has a number from 1 on"))
    }
    guard let last = tail.rangeEnd(after: first, number), first <= last else {
      return .failure(.malformed(whole, reason: "the range runs backwards or has no end"))
    }
    let place: Locator =
      if !isParagraph, let low = first.plain, let high = last.plain {
        .pages(reference, low...high)
      } else {
        .paragraphs(reference, first...last)
      }
    tail.skipBlanks()
    return tail.isAtEnd ? .success(place) : .failure(.leftOver(tail.rest, read: place))
  }

  private static func readSurvey(
    _ reference: String, key: LocatorScanner, suffix: String, whole: String
  ) -> Result<Locator, LocatorFailure> {
    var key = key
    var read = Locator.whole(reference)
    var tail = LocatorScanner(suffix)
    tail.skipBlanks()
    guard !key.isAtEnd else {
      return tail.isAtEnd ? .success(read) : .failure(.leftOver(tail.rest, read: read))
    }
    guard key.take("-") || key.take("–"), let question = key.code() else {
      return .failure(.leftOver(key.rest, read: read))
    }
    read = .answers(survey: reference, question: question)
    if tail.isAtEnd { return .success(read) }
    _ = tail.take(",")
    tail.skipBlanks()
    guard tail.takeWord("answer") else { return .failure(.leftOver(trimmed(suffix), read: read)) }
    guard !tail.rest.isEmpty else {
      return .failure(.malformed(whole, reason: "after “answer” the answer must stand"))
    }
    return .success(.answers(survey: reference, question: question, option: tail.rest))
  }

  /// Reads `Q45`, `Q45-48` or `Q45+2`; `nil` when it does not begin like one.
  private static func readPlace(
    _ scanner: inout LocatorScanner, whole: String
  ) -> Result<Locator, LocatorFailure>? {
    guard scanner.take("Q") || scanner.take("q"),
      let first = scanner.number(atMost: digitLimit)
    else { return nil }
    if scanner.take("+") {
      guard let offset = scanner.number(atMost: digitLimit) else {
        return .failure(.malformed(whole, reason: "after + the number of a turn must stand"))
      }
      guard first > 0 || offset > 0 else {
        return .failure(.malformed(whole, reason: "before the first question turns begin at Q0+1"))
      }
      return .success(.turn(question: first, offset: offset))
    }
    guard first > 0 else {
      return .failure(.malformed(whole, reason: "questions are numbered from 1"))
    }
    guard let last = scanner.rangeEnd(after: first, atMost: digitLimit), first <= last else {
      return .failure(.malformed(whole, reason: "the range runs backwards or has no end"))
    }
    return .success(.questions(first...last))
  }

  /// Takes a speaker after a comma; anything else that follows is left over.
  private static func finish(
    _ place: Locator, key: LocatorScanner?, suffix: String
  ) -> Result<Locator, LocatorFailure> {
    if let key, !key.isAtEnd { return .failure(.leftOver(trimmed(key.rest + suffix), read: place)) }
    let rest = trimmed(suffix)
    if rest.isEmpty { return .success(place) }
    guard rest.hasPrefix(","), case .questions(let range, let session, _) = place else {
      return .failure(.leftOver(rest, read: place))
    }
    let speaker = trimmed(String(rest.dropFirst()))
    guard !speaker.isEmpty else { return .failure(.leftOver(rest, read: place)) }
    return .success(.questions(range, session: session, speaker: speaker))
  }

  private func within(_ session: Int) -> Locator {
    switch self {
    case .questions(let range, _, let speaker):
      .questions(range, session: session, speaker: speaker)
    case .turn(_, let question, let offset):
      .turn(session: session, question: question, offset: offset)
    case .points, .session, .whole, .paragraphs, .pages, .answers: self
    }
  }

  /// The words with every run of blanks as one space and none at the ends.
  public static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Locator {
  /// Reads a whole reference as ``description`` prints it: key and suffix parted
  /// by the first comma.
  public static func read(evened text: String) -> Result<Locator, LocatorFailure> {
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    return read(key: String(parts.first ?? ""), suffix: parts.count > 1 ? ",\(parts[1])" : "")
  }
}
