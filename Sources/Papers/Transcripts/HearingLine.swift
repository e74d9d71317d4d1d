/// Lines that transcripts of statutory inquiries print between utterances.
///
/// A hearing has no question numbers; its sections are headed by witness, oath
/// and questioner, and many print “Q.” and “A.” for the two.
enum HearingLine: Equatable {
  /// “MR ALAN BATES (sworn).”
  case oath(String)
  /// “Questioned by MR BEER”, “Further Questions From Counsel to the Inquiry”: who
  /// asks from here on, where a name is printed.
  case questions(String?)
  /// “Opening statement by MR KEITH”, “Closing submissions on behalf of …”.
  case section

  init?(_ paragraph: String) {
    guard paragraph.utf8.count <= 200 else { return nil }
    let text = StageText.unwrapped(paragraph[...].trimmed)
    let small = text.lowercased()
    // The shapes are looked for only where one of their words stands: there may be
    // a hundred thousand lines.
    guard Self.words.contains(where: small.contains) else { return nil }
    if let name = Self.sworn(text) {
      self = .oath(name)
    } else if let name = Self.questioner(text) {
      self = .questions(LabelShape.isName(name[...]) && Self.isTitled(name) ? name : nil)
    } else if Self.isSection(text) {
      self = .section
    } else {
      return nil
    }
  }

  private static let words = [
    "sworn", "affirmed", "called)", "continued", "resumed", "recalled", "question", "examin",
    "statement", "submission", "remarks", "address", "presentation", "ruling", "procedural",
    "housekeeping", "discussion", "reply",
  ]

  /// Who takes the oath, in small letters where the page prints capitals.
  private static func sworn(_ text: Substring) -> String? {
    guard
      let found = text.wholeMatch(
        of:
          #/(?<name>[^()]{3,100}?),?\s*\((?:(?:re-?)?(?:sworn|affirmed|called)|continued|resumed|recalled|previously (?:sworn|affirmed))[^()]{0,60}\)\s*\.?/#
          .ignoresCase())
    else { return nil }
    let name = found.output.name.trimmed
    return LabelShape.isName(name, words: 10) ? inSmallLetters(name) : nil
  }

  /// What follows “Questions from” and its like.
  private static func questioner(_ text: Substring) -> String? {
    let shape =
      #/(?:further |additional |supplementary )?(?:questions?|questioned|questioning|examination(?:-in-chief)?|examined|cross-?examination|cross-?examined|re-?examination|re-?examined)(?: in chief)? (?:from|by|on behalf of) (?:the )?([^.?!:;]{3,100})/#
      .ignoresCase()
    return text.wholeMatch(of: shape).map { String($0.output.1.trimmed) }
  }

  private static func isSection(_ text: Substring) -> Bool {
    let shape =
      #/(?:(?:[0-9]+\. )?(?:(?:opening|closing|introductory|oral|responsive|reply|further|joint) )*(?:statement|submissions?|remarks|address|presentation|ruling)s?,? (?:by|on behalf of|of|from) [^.?!:;]{3,140}|procedural matters|housekeeping|discussion re(?:garding)? [^.?!:;]{3,100})/#
      .ignoresCase()
    return text.wholeMatch(of: shape) != nil
  }

  /// “Counsel to the Inquiry” says what somebody is, and not who.
  private static func isTitled(_ name: String) -> Bool {
    let first = name.split(separator: " ").first.map { PersonName.key($0) } ?? ""
    return !["counsel", "lead", "junior", "leading", "senior", "inquiry", "panel", "core"]
      .contains(first)
  }

  /// “Professor Sir Michael Marmot” for “PROFESSOR SIR MICHAEL MARMOT”.
  static func inSmallLetters(_ name: Substring) -> String {
    name.split(whereSeparator: \.isBlank).enumerated().map { index, word in
      let letters = word.filter(\.isLetter)
      let isWhole =
        letters.count < 2 || letters.contains(where: \.isLowercase)
        || (index > 0 && PersonName.lettersAfter.contains(PersonName.key(word)))
      return isWhole ? String(word) : lowered(word)
    }.joined(separator: " ")
  }

  private static func lowered(_ word: Substring) -> String {
    var small = ""
    var isFirst = true
    for character in word {
      small += isFirst ? String(character) : character.lowercased()
      isFirst = "-‑'’.".contains(character)
    }
    guard word.hasPrefix("MC"), word.count > 4 else { return small }
    return "Mc" + word.dropFirst(2).prefix(1) + small.dropFirst(3)
  }

  /// Whether a paper is the transcript of a hearing: an oath is taken in it or
  /// counsel's questions are headed, and no question has a number.
  static func isHearing(_ paragraphs: some Sequence<String>) -> Bool {
    var isFound = false
    for paragraph in paragraphs {
      if QuestionMark(paragraph) != nil { return false }
      guard !isFound else { continue }
      switch HearingLine(paragraph) {
      case .oath, .questions: isFound = true
      default: isFound = AnswerMark(paragraph) != nil
      }
    }
    return isFound
  }
}

/// “Q.” or “A.” before what counsel or the witness says.
struct AnswerMark {
  let isQuestion: Bool
  let lead: String
  let words: String

  init?(_ text: String) {
    let mark = text.prefix(2)
    guard mark == "Q." || mark == "A." || mark == "Q:" || mark == "A:" else { return nil }
    let rest = text[mark.endIndex...]
    guard rest.first?.isBlank ?? false, !rest.trimmed.isEmpty else { return nil }
    isQuestion = mark.first == "Q"
    lead = String(mark)
    words = String(rest.trimmed)
  }
}
