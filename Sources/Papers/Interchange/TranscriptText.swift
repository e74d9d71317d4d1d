/// Writes a transcript as plain text, in the layout that is read.
///
/// The text cannot say what no layout prints: a speaker beside another label,
/// speech that nobody is named for, and a change of panel without a line for it.
enum TranscriptText {
  static func write(_ transcript: Transcript, notices: [String] = []) -> String {
    var paragraphs = notices + headLines(of: transcript.header)
    paragraphs += memberLine(of: transcript.members).map { [$0] } ?? []
    if let line = sessionLine(of: transcript.header) { paragraphs.append(line) }
    let isHearing = HearingLine.isHearing(transcript.turns.lazy.map(printed))
    if !(isHearing && areSworn(transcript)) { paragraphs += witnessLines(of: transcript) }
    var before: Turn?
    for turn in transcript.turns {
      let tells = tellsItself(turn, after: before, isHearing: isHearing)
      paragraphs.append(tells ? printed(turn) : PrintedMark.heading.print(turn.text.onOneLine))
      paragraphs += turn.footnotes.map(\.onOneLine.printed)
      before = turn
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// Whether the oaths of a hearing say all that is known of its panels.
  private static func areSworn(_ transcript: Transcript) -> Bool {
    let sworn = Set(
      transcript.turns.compactMap { turn -> String? in
        guard turn.kind == .stage, case .oath(let name) = HearingLine(turn.text) else { return nil }
        return name.squeezed
      })
    return transcript.panels.allSatisfy { panel in
      panel.numeral == nil
        && panel.witnesses.allSatisfy {
          $0.role == nil && $0.organisation == nil && sworn.contains($0.name.squeezed)
        }
    }
  }

  private static func printed(_ turn: Turn) -> String {
    guard turn.kind == .speech else { return turn.text }
    let label = (turn.label ?? turn.speaker).map { "\($0):" }
    let number = turn.questionNumber.map { "Q\($0)" }
    return [number, label, turn.text].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Whether a turn is read as what it is without a mark: speech, and narrative that
  /// ``StageText`` or ``HearingLine`` know, or names of the panel that begins there.
  private static func tellsItself(_ turn: Turn, after before: Turn?, isHearing: Bool) -> Bool {
    guard turn.kind == .stage, !turn.text.isEmpty else { return true }
    if StageText(turn.text) != nil || (isHearing && HearingLine(turn.text) != nil) { return true }
    guard let before, before.kind == .stage, PeopleListed.names(turn.text[...]) != nil else {
      return false
    }
    return StageText(before.text) == .examination || turn.panel != before.panel
  }

  /// Committee, title, paper number, stage, day and time.
  static func headLines(of header: TranscriptHeader) -> [String] {
    var lines = header.committeeName.map { [$0] } ?? []
    let stage = header.stage.map { $0 == .corrected ? "Corrected oral" : "Uncorrected oral" }
    let banner = "\(stage ?? "Oral") evidence"
    let subject = [header.title, header.paperNumber].compactMap(\.self).joined(separator: ", ")
    lines.append(subject.isEmpty ? banner : "\(banner): \(subject)")
    if let day = header.date { lines.append(words(for: day)) }
    if let time = header.startTime {
      let hour = (time.hour + 11) % 12 + 1
      let minute = (time.minute < 10 ? "0" : "") + String(time.minute)
      lines.append("\(hour).\(minute) \(time.hour < 12 ? "am" : "pm")")
    }
    return lines
  }

  /// “Evidence Session No. 1 Heard in Public Questions 1 - 18”
  static func sessionLine(of header: TranscriptHeader) -> String? {
    let parts = [
      header.evidenceSessionNumber.map { "Evidence Session No. \($0)" },
      header.isHeardInPublic.map { $0 ? "Heard in Public" : "Heard in Private" },
      header.printedRange.map { "Questions \($0.lowerBound) - \($0.upperBound)" },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  static func memberLine(of members: [MemberPresent]) -> String? {
    guard !members.isEmpty else { return nil }
    let names = members.map { $0.name + ($0.isChair ? " (Chair)" : "") }
    return "Members present: \(names.joined(separator: "; "))."
  }

  static func panelLines(of panels: [PanelHeard]) -> [String] {
    guard !panels.isEmpty else { return [] }
    return ["Witnesses"]
      + panels.map { panel in
        let witnesses = panel.witnesses.map { witness in
          [witness.name, witness.role, witness.organisation].compactMap(\.self)
            .joined(separator: ", ")
        }
        let numeral = panel.numeral ?? roman(panel.ordinal)
        return "\(numeral): \(witnesses.joined(separator: "; and "))."
      }
  }

  private static func witnessLines(of transcript: Transcript) -> [String] {
    guard !transcript.panels.isEmpty else { return [] }
    var lines = panelLines(of: transcript.panels) + ["Examination of witnesses"]
    let first = transcript.turns.lazy.compactMap(\.panel).first
    if let first, transcript.panels.indices.contains(first - 1) {
      let names = transcript.panels[first - 1].witnesses.map(\.name)
      let last = names.suffix(1).joined()
      lines.append(
        (names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " : "") + last + ".")
    }
    return lines
  }

  private static func roman(_ number: Int) -> String {
    let tens = String(repeating: "X", count: number / 10)
    return tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10]
  }

  static func words(for day: PrintedDay) -> String {
    let weekdays = [
      "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(weekdays[day.weekday]) \(day.day) \(months[day.month - 1]) \(day.year)"
  }
}
