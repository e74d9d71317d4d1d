/// “Panel 2”, “Panel 1 (10.15 am)”, “Panel two – 11.00 am:”: the heading of a panel, and
/// what stands behind it on its line.
struct PanelHeading {
  /// As a list of witnesses prints it, such as `2` or `II`.
  let numeral: String
  /// When the panel begins, where the heading says it.
  let time: PrintedTime?
  /// Its witnesses, where they stand on the same line; else nothing.
  let rest: Substring

  init?(_ text: String) {
    guard let first = text.first, "PpWw".contains(first) else { return nil }
    let shape =
      #/(?:witness(?:es)?\s*[–—-]?\s*)?panel\s*([0-9]{1,2}|[ivxl]{1,5}|one|two|three|four|five|six)/#
      .ignoresCase()
    guard let found = text.prefixMatch(of: shape) else { return nil }
    let behind = text[found.range.upperBound...]
    guard behind.first.map({ $0.isBlank || Self.signs.contains($0) }) ?? true else { return nil }
    let printed = found.output.1.lowercased()
    numeral =
      Self.numbers.firstIndex(of: printed).map { "\($0 + 1)" } ?? printed.uppercased()
    let bare = Self.bare(behind)
    if let first = bare.first, "([".contains(first),
      let close = bare.firstIndex(where: { ")]".contains($0) })
    {
      time = Self.beginning(bare[..<close].dropFirst())?.time
      rest = Self.bare(bare[close...].dropFirst())
    } else if let timed = Self.beginning(bare) {
      time = timed.time
      rest = timed.rest
    } else {
      // “Panel 2 members” is no heading, “Panel 2: A, role, organisation” is.
      let isParted = behind[..<bare.startIndex].contains { !$0.isBlank }
      guard bare.isEmpty || bare == "." || isParted else { return nil }
      time = nil
      rest = bare == "." ? bare.dropFirst() : bare
    }
  }

  private static let signs = ":–—-,.(["
  private static let numbers = ["one", "two", "three", "four", "five", "six"]

  private static func bare(_ text: Substring) -> Substring {
    text.drop { $0.isBlank || ":–—-,".contains($0) }.trimmed
  }

  /// “10.15 am”, “10.15 to 11.00 am”: when it begins, and what follows.
  private static func beginning(_ text: Substring) -> (time: PrintedTime, rest: Substring)? {
    guard let (start, behind) = AgendaLines.time(startOf: String(text)) else { return nil }
    let last = behind.hasPrefix("to ") ? behind.dropFirst(3) : behind
    guard let (end, rest) = AgendaLines.time(startOf: String(last)) else { return (start, behind) }
    // “2.15–3.00 pm” says but once in which half of the day: no panel takes twelve hours.
    let isAfternoon = end.hour - start.hour >= 12
    let begins = isAfternoon ? PrintedTime(hour: start.hour + 12, minute: start.minute) : start
    return (begins ?? start, rest)
  }
}
