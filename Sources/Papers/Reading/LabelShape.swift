/// Whether words before a colon have the shape of a speaker's label.
enum LabelShape {
  /// Longer than any label that was met, with its title and its place.
  static let longest = 80

  /// What stands before the first colon of a text, if that is near enough.
  static func candidate(in text: Substring) -> (label: Substring, rest: Substring)? {
    let window = text.prefix(longest)
    guard let colon = window.firstIndex(of: ":") else { return nil }
    let label = text[..<colon].trimmed
    guard !label.isEmpty, !label.contains(where: PlainTextReader.isLineEnd) else { return nil }
    return (label, text[text.index(after: colon)...])
  }

  /// Whether a line begins with a label-shaped name and goes on with speech.
  static func begins(_ line: String) -> Bool {
    guard let (label, rest) = candidate(in: line[...]) else { return false }
    return isLabel(label) && startsSpeech(rest)
  }

  /// Whether the label-shaped beginning of a line is a single word.
  static func isOneWord(_ line: String) -> Bool {
    guard let (label, _) = candidate(in: line[...]) else { return false }
    return !label.contains(where: \.isWhitespace)
  }

  /// Whether the words after a colon can open an utterance: a blank, then
  /// anything but a small letter.
  static func startsSpeech(_ rest: Substring) -> Bool {
    guard rest.first?.isWhitespace ?? false, let first = rest.trimmed.first else { return false }
    return !first.isLowercase
  }

  /// Whether words can be a label as they stand: a name, or what is written for
  /// somebody whose name nobody knows.
  static func isLabel(_ label: Substring) -> Bool { isName(label) || isVoice(label) }

  /// “A voice from the gallery”, “Several hon. Members”, “Young person B”: words for
  /// people, and none beside them.
  private static func isVoice(_ label: Substring) -> Bool {
    let words = withoutBrackets(label).split(whereSeparator: \.isWhitespace).map {
      $0.lowercased().filter { $0 != "." }
    }
    return (1...7).contains(words.count) && words.contains(where: voices.contains)
      && words.allSatisfy {
        voices.contains($0) || besideVoices.contains($0) || $0.count == 1
          || $0.allSatisfy(\.isNumber)
      } && !["the", "of", "from", "in", "on"].contains(words[0])
      && label.first.map { $0.isUppercase } ?? false
  }

  /// Whether words before a colon may be a label, though they have the shape of none:
  /// few, and no sentence among them.
  static func mayBeLabel(_ label: Substring, before rest: Substring) -> Bool {
    guard rest.first?.isWhitespace ?? false, rest.trimmed.first?.isUppercase ?? false,
      label.utf8.count <= 60
    else { return false }
    let words = withoutBrackets(label).split(whereSeparator: \.isWhitespace)
    // “The answer”, “A quotation”: two words with an article are of a sentence.
    let isArticled = words.first.map { ["the", "a", "an"].contains($0.lowercased()) } ?? false
    return (1...6).contains(words.count) && (!isArticled || words.count > 2)
      && words.dropFirst(isArticled ? 1 : 0).allSatisfy { word in
        let small = word.lowercased().filter { $0 != "." && $0 != "," }
        return isParticle(word) || !(sentenceWords.contains(small) || proseWords.contains(small))
      } && !words.contains { $0.contains(where: { "“”\"‘;!?".contains($0) }) }
  }

  /// Without “(Leeds) (Lab)” or “[via Zoom]” at the end.
  private static func withoutBrackets(_ label: Substring) -> Substring {
    let openings: [Character: Character] = [")": "(", "]": "["]
    var text = label
    while let last = text.last, let opening = openings[last],
      let open = text.lastIndex(of: opening)
    {
      text = text[..<open].trimmed
    }
    return text
  }

  /// One to six capitalised words, titles and particles, none of them a word
  /// that opens sentences.
  static func isName(_ label: Substring, words most: Int = 6) -> Bool {
    let words = withoutBrackets(label).split(whereSeparator: \.isWhitespace)
    guard (1...most).contains(words.count), let first = words.first else { return false }
    if sentenceWords.contains(first.lowercased()) {
      let isTitled =
        first.lowercased() == "the" && words.count > 1
        && words.dropFirst().contains { offices.contains($0.lowercased()) }
      guard isTitled else { return false }
    }
    let isNamed = words.contains { isCapitalised($0) && !particles.contains($0.lowercased()) }
    return isNamed
      && words.dropFirst().allSatisfy { isCapitalised($0) || isParticle($0) || isMark($0) }
      && (isCapitalised(first) || isParticle(first))
  }

  /// “van”, “de” and their like, which belong to the surname after them.
  static func isNameParticle(_ word: String) -> Bool {
    let word = word.lowercased()
    return particles.contains(word) && !["of", "the", "on", "upon"].contains(word)
  }

  /// “KC”, “MP”, “CBE”: letters that follow a name after a comma.
  static func isLettersAfter(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy {
      (2...6).contains($0.count) && PersonName.lettersAfter.contains(PersonName.key($0))
        && $0.allSatisfy { $0.isUppercase || $0 == "." || $0 == "h" || $0 == "P" || $0 == "D" }
    }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    guard word.first?.isUppercase ?? false else { return false }
    return word.allSatisfy { $0.isLetter || "-‑'’.".contains($0) }
  }

  private static func isParticle(_ word: Substring) -> Bool {
    particles.contains(word.lowercased()) || word.hasPrefix("al-") || word.hasPrefix("d’")
  }

  /// “Witness 3”, “Young Person B”, “J .” with its damage.
  private static func isMark(_ word: Substring) -> Bool {
    word == "." || (word.count <= 3 && word.allSatisfy(\.isNumber))
  }

  private static let particles: Set<String> = [
    "of", "the", "de", "del", "della", "der", "den", "di", "du", "van", "von", "la", "le", "el",
    "al", "ap", "ab", "bin", "bint", "ben", "ten", "ter", "zu", "y", "on", "upon",
  ]

  /// What may follow “The” in a label.
  private static let offices: Set<String> = [
    "chair", "chairman", "chairwoman", "chairperson", "clerk", "lord", "lady", "earl", "countess",
    "duke", "duchess", "marquess", "viscount", "baroness", "bishop", "archbishop", "minister",
    "secretary", "deputy", "acting", "temporary", "interpreter", "witness", "advocate", "solicitor",
    "attorney", "president", "master", "reverend", "rt", "right", "hon", "vice-chair",
    "commissioner", "convener", "ombudsman", "stenographer", "shorthand", "speaker", "sheriff",
    "coroner", "registrar", "reporter", "mayor", "auditor", "governor", "inspector", "leader",
    "chancellor", "lords", "members", "witnesses", "committee",
  ]

  /// Words for people whose name nobody knows.
  private static let voices: Set<String> = [
    "voice", "voices", "member", "members", "speaker", "speakers", "witness", "witnesses", "person",
    "people", "man", "woman", "lord", "lords", "participant", "participants", "interpreter",
    "contributor", "attendee", "attendees", "audience",
  ]

  /// What stands beside them in a label.
  private static let besideVoices: Set<String> = [
    "a", "an", "the", "several", "another", "other", "unknown", "unidentified", "unnamed", "hon",
    "rt", "noble", "right", "young", "male", "female", "from", "in", "of", "on", "public",
    "gallery", "floor", "committee", "press", "panel", "group",
  ]

  /// Words that are of a sentence wherever they stand before a colon.
  private static let proseWords: Set<String> = [
    "in", "of", "on", "under", "over", "after", "before", "only", "just", "more", "most", "all",
    "some", "many", "each", "every", "both", "either", "any", "than", "have", "has", "had", "will",
    "been", "said", "says", "say", "told", "asked", "asks", "ask", "put", "made", "make", "think",
    "thing", "things", "following", "follows", "too", "very", "much", "short", "reason", "problem",
    "issue", "answer", "idea", "key", "me", "us", "them", "him", "same", "such", "like", "see",
    "mean", "means", "quote", "added", "add", "wrote", "read", "reads", "know", "need", "needs",
    "want", "wants", "final", "last", "main", "other", "another", "instance", "start", "end",
  ]

  /// Words that open a sentence or a heading and never a name.
  private static let sentenceWords: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "my", "our", "your", "his", "her", "its", "their",
    "this", "that", "these", "those", "there", "here", "the", "an", "so", "but", "or",
    "if", "then", "because", "as", "at", "by", "for", "from", "to", "with", "about", "what", "when",
    "where", "which", "who", "why", "how", "is", "are", "was", "were", "be", "do", "does", "did",
    "can", "could", "should", "would", "might", "must", "and", "not", "no", "yes", "okay",
    "first", "second", "third", "firstly", "secondly", "thirdly", "finally", "lastly", "next",
    "question", "questions", "answer", "note", "example", "point", "number", "one", "two", "three",
    "four", "five", "also", "again", "now", "well", "sorry", "thanks", "thank", "please", "perhaps",
    "equally", "similarly", "however", "therefore", "otherwise", "briefly", "candidly", "clearly",
    "conclusion", "summary", "background", "introduction", "recommendation", "recommendations",
    "subject", "date", "time", "title", "place", "venue", "source", "contents", "annex", "appendix",
    "table", "figure", "box", "section", "paragraph", "declaration", "interests", "evidence",
    "warning", "update", "contact", "yesterday", "today", "tomorrow", "remember", "imagine", "take",
    "let",
  ]
}
