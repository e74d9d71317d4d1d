/// Lines that a program broke at a fixed width, and their joining.
///
/// Old web pages and mail programs wrap so. The sign is lines of like length,
/// many of which begin in the middle of a sentence.
struct WrappedLines {
  private let lines: [TextLine]
  /// The length that nineteen lines in twenty keep to.
  let width: Int
  /// Whether the file is wrapped at all.
  let areWrapped: Bool
  /// Whether paragraphs begin at an indent: some do, and most lines stand at one place.
  private let areIndented: Bool
  /// How far in most lines stand.
  private let margin: Int

  /// - Parameter areNumbered: Whether a page numbers its lines, which wraps them.
  init(_ lines: [TextLine], areNumbered: Bool = false) {
    self.lines = lines
    let lengths = lines.map(\.text.count).sorted()
    let width = lengths.isEmpty ? 0 : lengths[min(lengths.count - 1, lengths.count * 19 / 20)]
    self.width = width
    let pairs = zip(lines, lines.dropFirst()).filter { !$1.isAfterBlank }
    let running = pairs.count { Self.continuesSentence($1.text, after: $0.text) }
    // 120: the widest that people wrap text at. One line in five starting in
    // the middle of a sentence does not happen where a line is a paragraph.
    areWrapped =
      lines.count >= 4 && width <= 120
      && (areNumbered || running * 5 >= lines.count || Self.mostRunOn(pairs, width: width))
    let indents = Dictionary(grouping: lines.lazy.map(\.indent)) { $0 }.mapValues(\.count)
    let usual = indents.max { ($0.value, $1.key) < ($1.value, $0.key) }
    margin = usual?.key ?? 0
    areIndented =
      usual.map { $0.value * 2 >= lines.count } ?? false
      && lines.count { Self.isIndented($0, from: usual?.key ?? 0) } >= 3
  }

  /// Whether most lines below one that had no room for their first word go on with its
  /// sentence: so it is in an old print of short questions and answers, where few lines
  /// do in all.
  private static func mostRunOn(_ pairs: [(TextLine, TextLine)], width: Int) -> Bool {
    // 30: the narrowest column that is printed. A list of words is narrower.
    guard width >= 30 else { return false }
    let mayRun = pairs.filter { before, line in
      let firstWord = line.text.prefix { !$0.isWhitespace }
      // A quarter less: lines are of like length and not of one.
      return (before.text.count + 1 + firstWord.count) * 4 >= width * 3 && !opensTurn(line.text)
    }
    let running = mayRun.count { continuesSentence($1.text, after: $0.text) }
    return running >= 5 && running * 2 >= mayRun.count
  }

  /// So little in as paragraphs begin: what stands farther in is a heading or a list.
  private static func isIndented(_ line: TextLine, from margin: Int) -> Bool {
    (margin + 1...margin + 8).contains(line.indent)
  }

  /// The paragraphs, each with the line it began on.
  func joined() -> [PaperText.Paragraph] {
    var paragraphs: [PaperText.Paragraph] = []
    var text = ""
    var start = 0
    var before: TextLine?
    var isBody = false
    var isFirstLineOfLabel = false
    for line in lines {
      let isMark = Self.opensTurn(line.text)
      isBody = isBody || isMark
      let begins =
        before.map {
          line.isAfterBlank || Self.isApart(line.text, after: $0.text)
            || (!isBody && HeaderWords.parts(line.text, from: $0.text))
            || (isMark && !Self.isCarriedOver($0.text, line.text))
            || beginsAtIndent(line, after: $0)
            // The first line after a label is short on old pages for no reason.
            || (!isFirstLineOfLabel && endsEarly($0.text, before: line.text, isBody: isBody))
        } ?? true
      if begins {
        if !text.isEmpty { paragraphs.append(.init(text: text, line: start)) }
        text = line.text
        start = line.number
        isFirstLineOfLabel = isMark
      } else {
        // A word broken at its own hyphen keeps it and gets no blank.
        text += (text.last == "-" ? "" : " ") + line.text
        isFirstLineOfLabel = false
      }
      before = line
    }
    if !text.isEmpty { paragraphs.append(.init(text: text, line: start)) }
    return paragraphs
  }

  /// Whether a line is the first that stands in, after one that does not.
  private func beginsAtIndent(_ line: TextLine, after before: TextLine) -> Bool {
    areIndented && before.indent == margin && Self.isIndented(line, from: margin)
      && !Self.continuesSentence(line.text, after: before.text)
  }

  /// Whether a line was left before its width was used up, so that what
  /// follows begins anew: in the body only after the end of a sentence.
  private func endsEarly(_ line: String, before next: String, isBody: Bool) -> Bool {
    let firstWord = next.prefix { !$0.isWhitespace }
    guard line.count + 1 + firstWord.count <= width else { return false }
    guard !Self.continuesSentence(next, after: line) else { return false }
    return isBody ? Self.endsSentence(line) : !(line.last.map { ",;-–".contains($0) } ?? false)
  }

  static func continuesSentence(_ line: String, after before: String) -> Bool {
    !endsSentence(before) && (line.first { $0.isLetter }?.isLowercase ?? false)
      && (line.first?.isLetter ?? false)
  }

  static func endsSentence(_ line: String) -> Bool {
    guard let last = line.last(where: { !"”’\"')]".contains($0) }) else { return false }
    return ".?!:…—".contains(last)
  }

  static func opensTurn(_ line: String) -> Bool {
    QuestionMark(line) != nil || AnswerMark(line) != nil || LabelShape.begins(line)
  }

  /// Whether a line that looks like a label goes on with the line before,
  /// as in “what I told the / Government: we need”.
  private static func isCarriedOver(_ before: String, _ line: String) -> Bool {
    QuestionMark(line) == nil && !endsSentence(before) && LabelShape.isOneWord(line)
  }

  /// Whether a line heads a section of a hearing, or is the first below such a line.
  private static func isSection(_ line: String, after before: String) -> Bool {
    if HearingLine(before) != nil { return line.first.map { !$0.isLowercase } ?? true }
    return HearingLine(line) != nil && line.first.map { !$0.isLowercase } ?? false
      && endsSentence(before)
  }

  /// Whether a line is narrative, or heads a section of a hearing.
  static func isApart(_ line: String, after before: String) -> Bool {
    StageText(line) != nil || isSection(line, after: before)
  }
}
