import Inquiries

/// What a clerk types in a live log, a line at a time.
enum LogGrammar {
  enum Typed: Hashable, Sendable {
    case line(TypedLine)
    /// By the number shown beside a line, or by its id.
    case fix(line: String, text: String)
    case strike(line: String)
    case isPrivate(Bool)
    case who, lines, refused, end, nothing
    /// A command that lacks something, and what; no line of the log.
    case fault(String)
  }

  /// A line as it was typed, with nobody looked up yet.
  struct TypedLine: Hashable, Sendable {
    var kind: LogLineKind
    var number: Int?
    /// The letters of who speaks.
    var letters: String?
    var text: String
    /// Seconds of the day, where a time was typed.
    var time: Int?
    var isStarred = false
    var isPromised = false
  }

  /// Shown by `--help` and whenever somebody asks.
  static let help = """
    q c How many?         the next question, asked by c (the Chair)
    q47 c How many?       the same, with that number
    jd It was late.       what somebody says: letters, then words
    / Sitting suspended   narrative, said by nobody
    … *                   a star: blank and * at the end of a line
    … !                   somebody promised to write: blank and ! at the end
    @10:42 jd Late.       the time, in front of a line
    private on            what follows is said in private, until: private off
    fix 12 It was late.   other words for line 12 of this run
    strike 12             line 12 was wrong; it stays, struck out
    fix ID …, strike ID   a line of an earlier run, by its id in `inquiry session lines`
    refused               lines that the server does not take: r1, r2
    fix r1 It was late.   other words for such a line, which is sent again
    strike r1             lets go of it; its words are kept beside the log
    who                   the letters of everybody here
    lines                 the last lines
    end                   ends it, once all is sent
    """

  static func read(_ typed: String) -> Typed {
    var text = typed.drop(while: \.isWhitespace)
    while text.last?.isWhitespace ?? false { text.removeLast() }
    let (first, rest) = word(of: text)
    switch (first.lowercased(), rest) {
    case ("", _): return .nothing
    case ("end", ""): return .end
    case ("who", ""): return .who
    case ("lines", ""): return .lines
    case ("refused", ""): return .refused
    case ("private", "on"): return .isPrivate(true)
    case ("private", "off"): return .isPrivate(false)
    case ("fix", let rest), ("strike", let rest):
      let (line, words) = word(of: rest)
      if rest.isEmpty || isLine(line) { return change(first.lowercased(), line, words) }
    default: break
    }
    if first.first == "@", first.dropFirst().first?.isNumber ?? false, seconds(first) == nil {
      return .fault("“\(first)” is no time of day; write one such as “@10:42”")
    }
    return .line(line(text))
  }

  /// `fix` takes a line and words, `strike` a line alone.
  private static func change(_ verb: String, _ line: Substring, _ words: Substring) -> Typed {
    switch (verb, line.isEmpty, words.isEmpty) {
    case ("fix", false, false): .fix(line: String(line), text: String(words))
    case ("strike", false, true): .strike(line: String(line))
    case ("fix", _, _):
      .fault(
        "“fix” needs a line and its words, such as “fix \(line.isEmpty ? "12" : line) It was late.”"
      )
    default:
      .fault(
        "“strike” needs a line and nothing else, such as “strike \(line.isEmpty ? "12" : line)”")
    }
  }

  private static func line(_ typed: Substring) -> TypedLine {
    var text = typed
    var time: Int?
    let (first, rest) = word(of: text)
    if let seconds = seconds(first), !rest.isEmpty { (time, text) = (seconds, rest) }
    var (isStarred, isPromised) = (false, false)
    // In any order, and with a blank before each: “It was late!” has no sign.
    while text.hasSuffix(" *") || text.hasSuffix(" !") {
      if text.hasSuffix("*") { isStarred = true } else { isPromised = true }
      text = text.dropLast(2)
      while text.last?.isWhitespace ?? false { text.removeLast() }
    }
    var line = words(text)
    line.time = time
    line.isStarred = isStarred
    line.isPromised = isPromised
    return line
  }

  private static func words(_ text: Substring) -> TypedLine {
    if text.first == "/", case let stage = text.dropFirst().drop(while: \.isWhitespace),
      !stage.isEmpty
    {
      return TypedLine(kind: .stage, text: String(stage))
    }
    let (first, rest) = word(of: text)
    if let number = question(first), !rest.isEmpty {
      let (letters, words) = speaker(rest)
      return TypedLine(kind: .question, number: number, letters: letters, text: words)
    }
    let (letters, words) = speaker(text)
    return TypedLine(kind: .turn, letters: letters, text: words)
  }

  /// `q` or `q47`; the outer is nil for what begins no question.
  private static func question(_ word: Substring) -> Int?? {
    guard let first = word.first, first == "q" || first == "Q" else { return nil }
    let digits = word.dropFirst()
    if digits.isEmpty { return .some(nil) }
    guard digits.count <= 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits), number > 0
    else { return nil }
    return .some(number)
  }

  /// Up to four letters or digits before the words; none where the line begins
  /// with a longer word, or has one word alone.
  private static func speaker(_ text: Substring) -> (letters: String?, words: String) {
    let (first, rest) = word(of: text)
    guard !rest.isEmpty, first.count <= 4, first.allSatisfy({ $0.isLetter || $0.isNumber }),
      first.first?.isLetter ?? false
    else { return (nil, String(text)) }
    return (String(first), String(rest))
  }

  /// `@10:42` and `@10:42:30` as seconds of the day.
  private static func seconds(_ word: Substring) -> Int? {
    word.first == "@" ? clock(word.dropFirst()) : nil
  }

  /// `10:42` and `10:42:30` as seconds of the day.
  static func clock(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      (1...2).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
        ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  /// A number, `r` and a number, or an id that ends in one.
  private static func isLine(_ text: Substring) -> Bool {
    !text.contains(where: \.isWhitespace) && text.last.map(\.isNumber) ?? false
      && (text.allSatisfy(\.isNumber) || text.contains("-") || refused(text) != nil)
  }

  /// The number of a refused line, such as 3 of `r3`.
  static func refused(_ line: some StringProtocol) -> Int? {
    guard line.first == "r" || line.first == "R" else { return nil }
    return Int(line.dropFirst()).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func word(of text: Substring) -> (Substring, rest: Substring) {
    let first = text.prefix { !$0.isWhitespace }
    var rest = text.dropFirst(first.count).drop(while: \.isWhitespace)
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return (first, rest)
  }
}
