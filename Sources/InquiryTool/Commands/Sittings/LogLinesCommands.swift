import ArgumentParser
import Foundation
import Inquiries
import Wire

/// `inquiry session lines`
struct ListLinesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: "Print the log of a sitting as it stands.",
    discussion: """
      Times are those of the sitting's zone, with the day where it is another than the sitting's. \
      * is a star, ! a promise to write, P said in private, X struck.
      Example: inquiry session lines P3
      """)

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    var lines: [LogLine] = []
    while true {
      let last = lines.map(\.ordinal).max() ?? 0
      let page = try await client.get(
        "sittings/\(sitting)/log", query: ["after": "\(last)", "limit": "1000"]
      ).shape(ListShape<LogLine>.self).items
      lines += page
      if page.count < 1_000 { break }
    }
    lines.sort { ($0.at, $0.ordinal) < ($1.at, $1.ordinal) }
    guard !options.json else { return console.show(json: ListShape(lines).jsonBytes) }
    let place = try await client.sitting(sitting)
    console.show { page in
      page.table(
        ["Line", "At", "Place", "Marks", "Speaker", "Words", "By"],
        lines.map {
          [
            $0.id, place.clock($0.at), $0.locator ?? "", $0.marks, $0.speaker ?? "", $0.text,
            $0.loggedBy,
          ]
        }, none: "Nothing has been logged yet; `inquiry session log \(sitting)` begins.")
    }
  }
}

extension Sitting {
  /// `10:42:30` in the zone of the sitting, the day before it where that is not its own.
  func clock(_ at: Instant) -> String {
    let zone = TimeZone(identifier: timeZone) ?? .gmt
    let date = Date(timeIntervalSince1970: Double(at.microseconds) / 1_000_000)
    let shift = Int64(zone.secondsFromGMT(for: date)) * 1_000_000
    // As if the zone were UTC, whose words are cut from those of the instant.
    let local = Instant(microseconds: at.microseconds + shift).description
    let (day, time) = (local.prefix(10), local.dropFirst(11).dropLast())
    return day == heldOn.description ? String(time) : "\(day) \(time)"
  }
}

extension LogLine {
  /// `*!PX`.
  fileprivate var marks: String {
    [(isStarred, "*"), (isPromised, "!"), (isPrivate, "P"), (isStruck, "X")]
      .filter(\.0).map(\.1).joined()
  }
}

/// `inquiry session mend`
struct MendLineCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "mend", abstract: "Mend a line of a log, until the sitting is settled.",
    discussion: """
      `inquiry session lines` shows the lines with their ids. What is not named stays as it is, \
      and a line stays on its day.
      Example: inquiry session mend P3 3f9a2c1b-12 --text "It was late."
      """)

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @Argument(help: "Id of the line.")
  var line: String

  @Option(help: "The words.")
  var text: String?

  @Option(help: ArgumentHelp("Who speaks, by number on record.", valueName: "number"))
  var person: Int64?

  @Option(help: ArgumentHelp("Who speaks, where nobody on record is known.", valueName: "label"))
  var speaker: String?

  @Flag(help: "Nobody is named as who speaks.")
  var noSpeaker = false

  @Option(
    help: ArgumentHelp(
      "When it was said, as HH:MM or HH:MM:SS in the sitting's time zone.", valueName: "time"))
  var at: String?

  @Option(help: "What the line is: question, turn or stage.")
  var kind: LogLineKind?

  @Option(help: ArgumentHelp("Question number.", valueName: "number"))
  var number: Int?

  @Flag(help: "The next question number again.")
  var noNumber = false

  @Flag(inversion: .prefixedNo, help: "A star.")
  var star: Bool?

  @Flag(inversion: .prefixedNo, help: "Somebody promised to write.")
  var promised: Bool?

  @Flag(inversion: .prefixedNo, help: "Said in private.")
  var `private`: Bool?

  @Flag(inversion: .prefixedNo, help: "The line was wrong; it stays, struck out.")
  var struck: Bool?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard change != LineChangeRequest() || at != nil else {
      throw ValidationError("Say what is to be mended, such as --text or --struck.")
    }
    guard !noSpeaker || (person == nil && speaker == nil) else {
      throw ValidationError("Give either --no-speaker or who speaks.")
    }
    guard !noNumber || number == nil else {
      throw ValidationError("Give either --number or --no-number.")
    }
    if let at, LogGrammar.clock(at[...]) == nil {
      throw ValidationError("Write a time as HH:MM or HH:MM:SS, such as 10:42.")
    }
  }

  private var change: LineChangeRequest {
    var change = LineChangeRequest()
    change.text = text
    change.kind = kind
    if let number { change.number = .some(number) }
    if noNumber { change.number = .some(nil) }
    if let person { change.person = .some(Identifier(person)) }
    if let speaker { change.speaker = .some(speaker) }
    if noSpeaker {
      change.person = .some(nil)
      change.speaker = .some(nil)
    }
    change.isStarred = star
    change.isPromised = promised
    change.isPrivate = `private`
    change.isStruck = struck
    return change
  }

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let path = "sittings/\(sitting)/log/\(Client.escaped(line))"
    let standing = try await client.get(path).shape(LogLine.self)
    var request = change
    if let at, let seconds = LogGrammar.clock(at[...]) {
      let place = try await client.get("sittings/\(sitting)").shape(Sitting.self)
      request.at = LogClock.instant(seconds, onDayOf: standing.at, in: place.timeZone)
    }
    let answer = try await client.send("PATCH", path, request, revision: standing.revision)
    try console.show(answer, as: LogLine.self, json: options.json) { line, page in
      page.facts([
        ("Line", line.id), ("Place", line.locator), ("Speaker", line.speaker),
        ("Words", line.text), ("Struck", line.isStruck ? "yes" : nil),
      ])
    }
  }
}
