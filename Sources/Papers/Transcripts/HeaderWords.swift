/// Words and shapes by which header lines are told apart.
enum HeaderWords {
  /// Digits alone, “Page 3”, or “3 of 12”.
  static func isPageNumber(_ squeezed: String) -> Bool {
    guard squeezed.count <= 12 else { return false }
    let bare = squeezed.hasPrefix("page") ? squeezed.dropFirst(4) : squeezed[...]
    let parts = bare.filter { !"-–[]".contains($0) }.split(separator: "of", maxSplits: 1)
    return !parts.isEmpty
      && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }

  /// “© Parliament”, “Printed by authority of …”: what a printer or a website puts
  /// under a text, and nobody says.
  static func isImprint(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    let small = text.lowercased()
    return [
      "©", "(c) parliament", "parliamentary copyright", "crown copyright", "printed by authority",
      "published by authority", "printed in the united kingdom", "printed and published by",
      "published by the authority", "published under the authority",
    ].contains(where: small.hasPrefix)
  }

  /// Whether a label is a word that opens header lines, and no speaker.
  static func isKeyword(_ label: String) -> Bool {
    let key = label.squeezed
    let words = ["witness", "witnesses", "memberspresent", "present", "attendees", "inattendance"]
    let isRoman = (1...5).contains(key.count) && key.allSatisfy("ivx".contains)
    return words.contains(key) || key.hasPrefix("writtenevidence") || isTitleKey(key, isNote: false)
      || isRoman
  }

  /// Whether a label heads a print, such as “Transport Committee: Evidence”, and names
  /// nobody who speaks.
  static func isOfPrint(_ label: Substring) -> Bool {
    let key = label.squeezed
    return isKeyword(String(label)) || HeaderFields.paperNumber(endOf: label) != nil
      || (["committee", "commission", "inquiry"].contains(where: key.hasSuffix)
        && !key.contains("tothe"))
  }

  static func keyword(_ text: String) -> (key: String, rest: Substring) {
    guard let colon = text.firstIndex(of: ":") else { return (text.squeezed, "") }
    return (text[..<colon].squeezed, text[text.index(after: colon)...])
  }

  /// Whether a line of a header begins at this line, or the one before is whole: pages
  /// set such lines as closely as those of a paragraph.
  static func parts(_ line: String, from before: String) -> Bool {
    guard line.utf8.count <= 400, before.utf8.count <= 400 else { return false }
    // “… to be published on / 1 March 2022.”
    let last = before.split(whereSeparator: \.isBlank).last.map { $0.lowercased() } ?? ""
    let isOpen = ["on", "of", "the", "and", "by", "from", "to", "at", "dated"].contains(last)
    let isHeading = PanelHeading(before)?.rest.isEmpty ?? false
    return !isOpen && (opens(line) || isHeading || isWhole(before.squeezed))
  }

  private static func opens(_ line: String) -> Bool {
    let (key, squeezed) = (keyword(line).key, line.squeezed)
    if line.contains(":"), lists.contains(key) || isTitleKey(key, isNote: false) { return true }
    let isPanel = panelLine(line).map {
      $0.rest.contains(",") && $0.numeral.first?.isLetter ?? false
    }
    return openings.contains(where: squeezed.hasPrefix) || isWhole(squeezed) || isPanel ?? false
      || PanelHeading(line) != nil
  }

  /// A day, a time, “Questions 1 - 3”, “Witnesses”: nothing goes on with these.
  private static func isWhole(_ squeezed: String) -> Bool {
    guard squeezed.utf8.count <= 80 else { return false }
    return lists.contains(squeezed) || HeaderFields.date(squeezed) != nil
      || HeaderFields.time(squeezed.filter { !"()*".contains($0) }) != nil
      || HeaderFields.session(squeezed) != nil
      || ["examinationofwitness", "examinationofwitnesses"].contains(squeezed)
  }

  private static let lists: Set<String> = [
    "memberspresent", "memberpresent", "present", "attendees", "inattendance", "witness",
    "witnesses", "writtenevidencefromwitness", "writtenevidencefromwitnesses",
  ]

  private static let openings = [
    "orderedbythehouse", "useofthetranscript", "examinationofwitness", "watchthemeeting",
    "watchthesession", "listentothemeeting", "uncorrectedtranscript", "uncorrectedoralevidence",
    "correctedtranscript", "correctedoralevidence", "tobepublishedas",
  ]

  static func isTitleKey(_ key: String, isNote: Bool) -> Bool {
    if key.hasSuffix("oralevidence"), key.count <= 60 { return true }
    let openings = ["note", "agreednote", "summary", "agreedsummary", "minutesof", "title"]
    return isNote && key.count <= 40 && openings.contains(where: key.hasPrefix)
  }

  /// “Heard in private”, “Public meeting”: whether it is in public, as far as that is said.
  static func hearing(_ squeezed: String) -> Bool? {
    let words = squeezed.filter { $0 != "." && $0 != ":" }
    let openings = ["", "tobe", "heard", "tobeheard", "meeting", "sitting"]
    for (ending, isPublic) in [("inpublic", true), ("inprivate", false)]
    where openings.contains(where: { $0 + ending == words }) {
      return isPublic
    }
    let isNamed = ["publicsession", "privatesession", "publicmeeting", "privatemeeting"]
      .contains(words)
    return isNamed ? words.hasPrefix("public") : nil
  }

  /// “I: …”, “Panel 2: …”.
  static func panelLine(_ text: String) -> (numeral: String, rest: Substring)? {
    guard let (label, rest) = LabelShape.candidate(in: text[...]), rest.contains(where: \.isLetter)
    else { return nil }
    var key = label.squeezed
    for word in ["witnesses", "panel"] where key.hasPrefix(word) {
      key = String(key.dropFirst(word.count))
    }
    let isRoman = (1...5).contains(key.count) && key.allSatisfy("ivxl".contains)
    let isPlain = (1...2).contains(key.count) && key.allSatisfy(\.isNumber)
    guard isRoman || isPlain else { return nil }
    return (key.uppercased(), rest)
  }
}
