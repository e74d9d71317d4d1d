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
    if let name = Self.chair(text) {
      reading.members += reading.admit(PeopleListed.members(name), line: line)
        .map { MemberPresent(name: $0.name, isChair: true) }
      return .members
    }
    return takeKey(text, into: &reading, line: line)
      ?? takeHeading(text, into: &reading, line: line)
      ?? takePlace(text, isListed: reading.section == .witnesses)
      ?? takeHearing(text.squeezed, into: &reading)
      ?? takeTime(text, into: &reading, line: line)
      ?? takePanel(text[...], into: &reading, line: line)
  }

  /// Gives its time to a panel that a line began, whichever grammar read the line.
  mutating func giveTime(toPanel ordinal: Int) {
    panelTimes[ordinal] = nextTime
    nextTime = nil
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

  /// “Panel 1 (10.15 am)”, with its witnesses below it or behind it.
  private mutating func takeHeading(
    _ text: String, into reading: inout HeaderReading, line: Int
  ) -> HeaderLine.Field? {
    guard let heading = PanelHeading(text) else { return nil }
    let before = nextTime
    // Of a panel that stands open above, for which nobody is named yet.
    if reading.opened != nil { nextTime = nil }
    nextTime = heading.time ?? nextTime
    guard let field = takeListed(text[...], into: &reading, line: line) else {
      nextTime = before
      return nil
    }
    reading.header.startTime = reading.header.startTime ?? heading.time
    return field
  }

  /// “Committee Room 5”, “The Thatcher Room, Portcullis House”, “By video link”.
  ///
  /// - Parameter isListed: Whether witnesses are listed, one of whom may be of a house or
  ///   a palace.
  private mutating func takePlace(_ text: String, isListed: Bool) -> HeaderLine.Field? {
    guard text.count <= 120, !text.contains(":"), !text.contains(";") else { return nil }
    let first = isListed ? text.prefix { $0 != "," } : text[...]
    let words = first.lowercased().split { !$0.isLetter }
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
    guard let isPublic = HeaderWords.hearing(squeezed) else { return nil }
    reading.header.isHeardInPublic = reading.header.isHeardInPublic ?? isPublic
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
    let (before, count) = (nextTime, reading.panels.count)
    nextTime = time
    guard let field = takeListed(rest, into: &reading, line: line) else {
      nextTime = before
      return nil
    }
    // “11.00 am: to be confirmed” is no time of the panel below it.
    if reading.panels.count == count, reading.opened == nil { nextTime = nil }
    reading.header.startTime = reading.header.startTime ?? time
    return field
  }

  /// The time that a line begins with, and what follows it.
  static func time(startOf text: String) -> (PrintedTime, Substring)? {
    let shape =
      #/(?:[Aa]t\s+|[Ff]rom\s+|Time:\s*)?(noon|12 noon|[0-9]{1,2}(?:[.:][0-9]{2})?\s*(?:[aApP]\.?\s?[mM]\b\.?)?)/#
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
    if let heading = PanelHeading(String(text)) {
      (numeral, list) = (heading.numeral, heading.rest)
    } else if let panel = HeaderWords.panelLine(String(text)) {
      (numeral, list) = (panel.numeral, panel.rest.trimmed)
    }
    let (key, rest) = HeaderWords.keyword(String(list))
    if ["witness", "witnesses"].contains(key) { list = rest.trimmed }
    if list.isEmpty, let numeral {
      reading.open(panel: numeral)
      return .witnesses
    }
    let listed = PeopleListed.witnesses(list)
    guard !listed.isEmpty, PeopleListed.areNamed(listed) else { return nil }
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
