import Foundation
import Inquiries
import Synchronization
import Wire

/// Takes what is typed, line by line, and keeps it; never waits for the network.
final class LogTyping {
  private let console: Console
  private let place: LogPlace
  private let spool: LogSpool
  private let sender: LogSender
  private let handle: String
  private let letters: SpeakerLetters
  private var memory: LogMemory
  private var nextQuestion: Int
  /// No line without a time of its own is put before it.
  private var lastAt: Instant
  /// What was typed in this run, for `lines`, `fix` and `strike`.
  private var typed: [(id: String, shown: String)] = []
  /// Of this run: line ids of two runs never meet.
  private let run: String
  private var lastCount = ContinuousClock.now

  init(
    _ console: Console, place: LogPlace, spool: LogSpool, sender: LogSender, handle: String,
    memory: LogMemory
  ) {
    self.console = console
    self.place = place
    self.spool = spool
    self.sender = sender
    self.handle = handle
    self.memory = memory
    letters = SpeakerLetters(memory.sitting)
    nextQuestion = memory.sitting?.nextQuestion ?? 1
    lastAt = memory.lastAt ?? Instant(microseconds: 0)
    run = String((0..<8).map { _ in "0123456789abcdef".randomElement() ?? "0" })
  }

  /// Lines that were kept in this run.
  var keptCount: Int { typed.count }
  /// Whether the log is in private.
  var isPrivate: Bool { memory.isPrivate }
  /// Commands that could not be understood.
  private(set) var faultCount = 0

  /// Reads until the end, on the calling thread.
  func readAll() throws {
    prompt()
    while let text = readLine() {
      if try !take(text) { return }
      prompt()
    }
  }

  /// - Returns: Whether to go on.
  private func take(_ text: String) throws -> Bool {
    switch LogGrammar.read(text) {
    case .nothing: break
    case .end: return false
    case .who: showPeople()
    case .lines:
      for line in typed.suffix(12) { console.say(line.shown) }
    case .isPrivate(let isPrivate):
      try turn(isPrivate)
    case .fix(let line, let text):
      var change = LineChangeRequest()
      change.text = text
      try mend(line, change)
    case .strike(let line):
      var change = LineChangeRequest()
      change.isStruck = true
      try mend(line, change)
    case .refused: showRefused()
    case .fault(let fault): self.fault("\(fault). Nothing was logged.")
    case .line(let line): try keep(line)
    }
    return true
  }

  /// The turn itself stands in the log: what is said may not be logged by anybody.
  private func turn(_ isPrivate: Bool) throws {
    guard isPrivate != memory.isPrivate else {
      let others = sender.status.inPrivate
      return console.say(
        isPrivate
          ? "The log is in private already."
          : others.isEmpty
            ? "The log is not in private."
            : "This log is not in private; that of \(others.joined(separator: " and ")) is, and "
              + "“private off” there ends it.")
    }
    memory.isPrivate = isPrivate
    try place.remember(memory)
    let line = NewLogLine(
      id: "\(run)-\(typed.count + 1)", at: try instant(nil), kind: .stage,
      text: LogPrivacy.mark(isPrivate), isPrivate: isPrivate)
    try spool.append(SpoolEntry(.line(line)))
    sender.ring()
    typed.append((line.id, "\(typed.count + 1)  \(line.text)"))
    console.say(
      isPrivate
        ? "From here on in private: never published. “private off” ends it."
        : "From here on no longer in private.")
  }

  private func keep(_ typed: LogGrammar.TypedLine) throws {
    let speaker = typed.letters.flatMap { letters.speaker($0) }
    let line = NewLogLine(
      id: "\(run)-\(self.typed.count + 1)", at: try instant(typed.time), kind: typed.kind,
      number: typed.number, person: speaker?.person,
      speaker: speaker == nil ? typed.letters : nil, text: typed.text,
      isStarred: typed.isStarred, isPromised: typed.isPromised, isPrivate: memory.isPrivate)
    try spool.append(SpoolEntry(.line(line)))
    sender.ring()
    let number = shownNumber(of: line)
    let name = speaker?.name ?? typed.letters.map { "“\($0)”" } ?? ""
    self.typed.append(
      (
        line.id,
        [
          "\(self.typed.count + 1)", number, name, Words.beginning(of: line.text, upTo: 60),
          line.isPrivate ? "[private]" : "",
        ].filter { !$0.isEmpty }.joined(separator: "  ")
      ))
    acknowledge(line, number: number, name: name)
    if typed.kind != .stage, speaker == nil {
      let what =
        typed.letters.map { "nobody here goes by “\($0)”; it stands as the label" }
        ?? "no letters say who speaks"
      let number = self.typed.count
      console.say(
        "Line \(number): \(what). Kept; “who” shows the letters, “strike \(number)” takes it back.")
    }
  }

  /// On a terminal what it became; in a pipe the id, once it is safe.
  private func acknowledge(_ line: NewLogLine, number: String, name: String) {
    if console.isTyped {
      console.say(
        "  \(typed.count)  \([number, name].filter { !$0.isEmpty }.joined(separator: "  "))")
    } else {
      console.show(bytes: Array("\(line.id)\n".utf8))
    }
  }

  private func shownNumber(of line: NewLogLine) -> String {
    guard line.kind == .question else { return "" }
    let number = line.number ?? expectedQuestion
    nextQuestion = number + 1
    return "Q\(number)"
  }

  /// As the server counts, when it has everything; as counted here, until then.
  private var expectedQuestion: Int {
    spool.unsent <= 1
      ? sender.status.nextQuestion.map { max($0, nextQuestion) } ?? nextQuestion
      : nextQuestion
  }

  private func mend(_ line: String, _ change: LineChangeRequest) throws {
    if let number = LogGrammar.refused(line) { return try mend(refused: number, change) }
    let id: String
    if let number = Int(line) {
      guard typed.indices.contains(number - 1) else {
        return fault(
          "There is no line \(number) in this run, and numbers are of this run alone; “lines” shows "
            + "its last. “fix ID …” and “strike ID” take a line of before by its id, which “inquiry "
            + "session lines \(handle)” shows.")
      }
      id = typed[number - 1].id
    } else {
      id = line
    }
    if let number = spool.refused.first(where: { $0.entry.isLine(id) })?.number {
      return try mend(refused: number, change)
    }
    try spool.append(SpoolEntry(.mend(line: id, change)))
    sender.ring()
    console.say(change.isStruck == true ? "Line \(line) is struck." : "Line \(line) is mended.")
  }

  /// A line that the server did not take is mended or let go of here.
  private func mend(refused number: Int, _ change: LineChangeRequest) throws {
    if let text = change.text {
      guard try spool.mend(refused: number, text) else { return noRefused(number) }
      sender.ring()
      return console.say("r\(number) is mended and sent again.")
    }
    guard let entry = try spool.drop(refused: number) else { return noRefused(number) }
    console.say("r\(number) is let go of: \(entry.inWords). It lies in \(spool.droppedPath).")
  }

  private func noRefused(_ number: Int) {
    fault("There is no refused line r\(number); “refused” shows those there are.")
  }

  private func showRefused() {
    let refused = spool.refused
    if refused.isEmpty { console.say("No line was refused.") }
    for (number, entry) in refused {
      console.say("  r\(number)  \(entry.inFull): \(entry.refusal ?? "")")
    }
  }

  private func fault(_ sentence: String) {
    faultCount += 1
    console.say(sentence)
  }

  private func showPeople() {
    if letters.people.isEmpty { console.say("Nobody of the sitting is known here.") }
    for (letters, speaker) in letters.people { console.say("  \(letters)  \(speaker.name)") }
  }

  /// The time typed, or now, and never before the line before. What is written up from
  /// notes has the day of the sitting, and no time but those that were typed.
  private func instant(_ seconds: Int?) throws -> Instant {
    let at: Instant
    if let seconds, let typed = LogClock.instant(seconds, in: memory) {
      at = typed
      // A clock that is a little ahead, or a rounded time; not one that was mistyped.
      let isNear = at.microseconds - LogClock.now.microseconds < 600_000_000
      if isNear { lastAt = max(lastAt, at) }
    } else {
      let now = memory.isWrittenUp ? LogClock.instant(0, in: memory) : LogClock.now
      lastAt = max(now ?? LogClock.now, Instant(microseconds: lastAt.microseconds + 1))
      at = lastAt
    }
    if memory.isWrittenUp {
      memory.lastAt = lastAt
      try place.remember(memory)
    }
    return at
  }

  /// What is asked for next, and what has not been sent.
  private func prompt() {
    let unsent = spool.unsent
    if console.isTyped {
      let parts = [
        handle, "Q\(expectedQuestion)",
        memory.isPrivate || !sender.status.inPrivate.isEmpty ? "PRIVATE" : "",
        unsent > 0 ? "(\(unsent) unsent)" : "",
      ]
      let prompt = parts.filter { !$0.isEmpty }.joined(separator: " ") + "> "
      try? FileHandle.standardError.write(contentsOf: Array(prompt.utf8))
    } else if unsent > 0, isHeldUp, ContinuousClock.now - lastCount > .seconds(2) {
      lastCount = ContinuousClock.now
      console.say("\(Words.count(unsent, "line")) not sent yet.")
    }
  }

  /// Whether what was typed does not get through: a healthy server has it in a moment.
  private var isHeldUp: Bool {
    sender.status.trouble != nil
      || spool.waitingSince.map { ContinuousClock.now - $0 > .seconds(10) } ?? false
  }
}

/// Times of lines.
enum LogClock {
  static var now: Instant {
    Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
  }

  private static let day: Int64 = 86_400_000_000

  /// A time of day in the zone of a sitting: on its day where its log is written up, else
  /// that which is nearest to now.
  static func instant(_ seconds: Int, in memory: LogMemory) -> Instant? {
    let calendar = calendar(in: memory.sitting?.timeZone)
    if memory.isWrittenUp, let sitting = memory.sitting {
      return instant(seconds, of: components(of: sitting.heldOn), in: calendar)
    }
    let today = calendar.dateComponents([.year, .month, .day], from: Date())
    return instant(seconds, of: today, in: calendar).map { at in
      let isOfYesterday = at.microseconds - now.microseconds > day / 2
      return isOfYesterday ? Instant(microseconds: at.microseconds - day) : at
    }
  }

  /// Whether the day of a sitting is over, and it was not adjourned until a later one.
  static func isOver(_ sitting: Sitting) -> Bool {
    let calendar = calendar(in: sitting.timeZone)
    let last = max(sitting.heldOn, sitting.adjournedUntil ?? sitting.heldOn)
    return instant(0, of: components(of: last), in: calendar).map {
      now.microseconds >= $0.microseconds + day
    } ?? false
  }

  /// Whether something was said on the day of a sitting.
  static func isOnDay(_ at: Instant, of sitting: Sitting) -> Bool {
    let calendar = calendar(in: sitting.timeZone)
    return instant(0, of: components(of: sitting.heldOn), in: calendar).map {
      at.microseconds < $0.microseconds + day
    } ?? true
  }

  private static func components(of day: Day) -> DateComponents {
    DateComponents(year: day.year, month: day.month, day: day.day)
  }

  /// So many seconds into the day, in that zone, of a moment.
  static func instant(_ seconds: Int, onDayOf at: Instant, in timeZone: String) -> Instant? {
    let calendar = calendar(in: timeZone)
    let date = Date(timeIntervalSince1970: Double(at.microseconds) / 1_000_000)
    return instant(
      seconds, of: calendar.dateComponents([.year, .month, .day], from: date), in: calendar)
  }

  private static func calendar(in timeZone: String?) -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone.flatMap { TimeZone(identifier: $0) } ?? .current
    return calendar
  }

  private static func instant(
    _ seconds: Int, of day: DateComponents, in calendar: Calendar
  ) -> Instant? {
    var parts = day
    parts.hour = seconds / 3_600
    parts.minute = seconds / 60 % 60
    parts.second = seconds % 60
    return calendar.date(from: parts).map {
      Instant(microseconds: Int64($0.timeIntervalSince1970) * 1_000_000)
    }
  }
}
