/// Lines of an agenda that the header of a transcript does not have.
struct AgendaLines {
  private(set) var place: String?
  private(set) var panelTimes: [Int: PrintedTime] = [:]
  /// The time on a line of its own, which the panel below it begins at.
  private var nextTime: PrintedTime?

  /// Takes a line if it is one of an agenda's own; else the header's grammar
  /// reads it.
  mutating func take(
    _ paragraph: PaperText.Paragraph, into reading: inout HeaderReading
  ) -> HeaderLine.Field? {
    let (text, line) = (paragraph.text, paragraph.line)
    let count = reading.panels.count
    defer {
      // A panel that this line began, whatever rule found it.
      if let time = nextTime, reading.panels.count > count {
        panelTimes[reading.panels.count] = time
        nextTime = nil
      }
    }
    if let name = Self.chair(text) {
      reading.members += reading.admit(PeopleListed.members(name), line: line)
        .map { MemberPresent(name: $0.name, isChair: true) }
      return .members
    }
    return takeKey(text, into: &reading, line: line) ?? takePlace(text)
      ?? takeHearing(text.squeezed, into: &reading)
      ?? takeTime(text, into: &reading, line: line)
      ?? takePanel(text[...], into: &reading, line: line)
  }

  /// “Chair: Ada Quill MP”: who is to be in the Chair, and not what the Chair says.
  static func chair(_ text: String) -> Substring? {
    let (key, rest) = HeaderWords.keyword(text)
    let name = rest.trimmed
    guard ["chair", "inthechair", "chairman"].contains(key), name.last != "?",
      name.split(whereSeparator: \.isBlank).count > 1, LabelShape.isName(name, words: 8)
    else { return nil }
    return name
  }

  private mutating func takeKey(
    _ text: String, into reading: inout HeaderReading, line: Int
  ) -> HeaderLine.Field? {
    let (key, rest) = HeaderWords.keyword(text)
    let value = rest.trimmed
    switch key {
    case "agenda", "draftagenda", "orderofbusiness", "publicagenda":
      return .banner
    case "members", "membersexpected", "membersattending", "expected":
      reading.section = value.isEmpty ? .members : .none
      reading.members += reading.admit(PeopleListed.members(rest), line: line)
      return .members
    case "title", "subject", "inquiry", "topic":
      guard !value.isEmpty else { return nil }
      reading.header.title = reading.header.title ?? String(value)
      return .title
    case "committee", "group", "body":
      guard !value.isEmpty else { return nil }
      reading.header.committeeName = reading.header.committeeName ?? String(value)
      return .committee
    case "place", "venue", "location", "room", "where":
      guard !value.isEmpty else { return nil }
      place = place ?? String(value)
      return .place
    default: return nil
    }
  }

  /// “Committee Room 5”, “The Thatcher Room, Portcullis House”, “By video link”.
  private mutating func takePlace(_ text: String) -> HeaderLine.Field? {
    guard text.count <= 120, !text.contains(":"), !text.contains(";") else { return nil }
    let words = text.lowercased().split { !$0.isLetter }
    let isRoom = words.contains { ["room", "palace", "westminster"].contains($0) }
    let isHouse =
      words.contains("house") && words.contains { ["portcullis", "norman"].contains($0) }
    let isDistant = ["byvideolink", "online", "virtualmeeting"].contains(text.squeezed)
    guard isRoom || isHouse || isDistant, !words.contains("watch") else { return nil }
    place = place ?? text
    return .place
  }

  private func takeHearing(
    _ squeezed: String, into reading: inout HeaderReading
  ) -> HeaderLine.Field? {
    let words = squeezed.filter { $0 != "." && $0 != ":" }
    let openings = ["", "tobe", "heard", "tobeheard", "meeting", "sitting"]
    for (ending, isPublic) in [("inpublic", true), ("inprivate", false)]
    where openings.contains(where: { $0 + ending == words }) {
      reading.header.isHeardInPublic = reading.header.isHeardInPublic ?? isPublic
      return .session
    }
    guard ["publicsession", "privatesession", "publicmeeting", "privatemeeting"].contains(words)
    else { return nil }
    reading.header.isHeardInPublic =
      reading.header.isHeardInPublic ?? words.hasPrefix("public")
    return .session
  }

  /// “At 10.00 am: A, role, organisation; and B, …”, “11.15 am – C”, “10.00 am”.
  private mutating func takeTime(
    _ text: String, into reading: inout HeaderReading, line: Int
  ) -> HeaderLine.Field? {
    guard let (time, rest) = Self.time(startOf: text) else { return nil }
    if rest.isEmpty {
      nextTime = time
      reading.header.startTime = reading.header.startTime ?? time
      return .time
    }
    let before = nextTime
    nextTime = time
    guard let field = takeListed(rest, into: &reading, line: line) else {
      nextTime = before
      return nil
    }
    reading.header.startTime = reading.header.startTime ?? time
    return field
  }

  /// The time that a line begins with, and what follows it.
  private static func time(startOf text: String) -> (PrintedTime, Substring)? {
    let shape =
      #/(?:[Aa]t\s+|[Ff]rom\s+|Time:\s*)?([0-9]{1,2}(?:[.:][0-9]{2})?\s*(?:[aApP]\.?\s?[mM]\b\.?)?|noon|12 noon)/#
    guard let found = text.prefixMatch(of: shape),
      let time = HeaderFields.time(found.output.1.squeezed)
    else { return nil }
    let rest = text[found.range.upperBound...]
    guard rest.first.map({ $0.isBlank || ":–—-,".contains($0) }) ?? true else { return nil }
    return (time, rest.drop { $0.isBlank || ":–—-,".contains($0) })
  }

  private func takeListed(
    _ text: Substring, into reading: inout HeaderReading, line: Int
  ) -> HeaderLine.Field? {
    var list = text
    var numeral: String?
    if let panel = HeaderWords.panelLine(String(text)) {
      (numeral, list) = (panel.numeral, panel.rest.trimmed)
    } else if ["witness", "witnesses"].contains(HeaderWords.keyword(String(text)).key) {
      list = HeaderWords.keyword(String(text)).rest.trimmed
    }
    let listed = PeopleListed.witnesses(list)
    guard !listed.isEmpty,
      listed.allSatisfy({ LabelShape.isName($0.name[...], words: 10) })
    else { return nil }
    reading.addPanel(String(list)[...], numeral: numeral, line: line)
    reading.section = .witnesses
    return .witnesses
  }

  /// “Panel 1: A, role, organisation”, or names right below a time on its own line.
  private func takePanel(
    _ text: Substring, into reading: inout HeaderReading, line: Int
  ) -> HeaderLine.Field? {
    let isNumbered = HeaderWords.keyword(String(text)).key.hasPrefix("panel")
    guard isNumbered || (nextTime != nil && (text.contains(",") || text.contains(";"))) else {
      return nil
    }
    return takeListed(text, into: &reading, line: line)
  }
}
