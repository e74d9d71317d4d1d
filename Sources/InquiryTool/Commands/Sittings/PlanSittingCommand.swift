import ArgumentParser
import Inquiries
import Wire

/// `inquiry session plan`
struct PlanSittingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a sitting from its agenda, or from the header of a transcript.",
    discussion: """
      Says of everybody whether they are on record, new, or a namesake of somebody. Who is not \
      sure is not guessed: say it with --person or --new. On record means in this inquiry: who is \
      known from another one alone is new here, also where both are of one body, because who gave \
      evidence elsewhere may be confidential there. A sitting that is planned spends no number of \
      a session.

      An agenda has a line each for what it says: “Tuesday 3 November 2026, 10.00 am (public \
      meeting)”, “Members: Ada Quill (Chair); Beth Rowan”, “Committee Room 5”. Panels are headed \
      “Panel 1” or “Panel 1 (10.15 am)”. “Witnesses:” is followed by witnesses with semicolons \
      between them, or by one a line, with or without bullets. Each is a name, a role and an \
      organisation with commas between: “Jane Doe, Director, River Trust”. “TBC” is no witness.
      Example: inquiry session plan agenda.txt --dry-run
      """)

  @Argument(help: "The agenda, as .txt, .md or .docx; - reads what is pasted, up to its end.")
  var agenda: String

  @Option(
    help: ArgumentHelp("Day of the sitting, where the agenda does not say.", valueName: "day"),
    transform: Day.argument)
  var day: Day?

  @Option(help: ArgumentHelp("When it begins, as HH:MM.", valueName: "time"))
  var startsAt: String?

  @Option(help: ArgumentHelp("Where it is held.", valueName: "place"))
  var place: String?

  @Flag(help: "How it is heard, where the agenda does not say.")
  var hearing: HearingFlag?

  @Option(
    help: ArgumentHelp("Encoding of a .txt, where it is not found out.", valueName: "name"))
  var encoding: String?

  @Option(
    name: .customLong("person"),
    help: ArgumentHelp("Who is meant: \"Jane Doe=17\"; may be repeated.", valueName: "name=number"))
  var people: [String] = []

  @Option(
    name: .customLong("new"),
    help: ArgumentHelp("Somebody else than all who bear the name.", valueName: "name"))
  var new: [String] = []

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let isPasted = agenda == "-"
    if isPasted, console.isTyped {
      console.say("Paste the agenda, then Ctrl-D on a line of its own.")
    }
    let bytes = try isPasted ? console.rest() : Files.read(agenda)
    let name = isPasted ? "agenda.txt" : Files.name(agenda)
    let answer = try await options.client(console).upload(
      "POST", "sittings/plan",
      query: [
        "fileName": name, "heldOn": day?.description, "startsAt": startsAt, "place": place,
        "hearing": hearing?.hearing.rawValue, "encoding": encoding,
        "dryRun": dryRun ? "true" : nil,
      ], repeated: people.map { ("person", $0) } + new.map { ("new", $0) }, bytes: bytes,
      named: name)
    try console.show(answer, as: SittingPlan.self, json: options.json) { plan, page in
      page.lay(plan, isDryRun: dryRun)
    }
  }
}

extension Page {
  /// What an agenda says, and who everybody on it is.
  mutating func lay(_ plan: SittingPlan, isDryRun: Bool) {
    if isDryRun { text("Dry run: nothing was changed.") }
    if let sitting = plan.sitting {
      facts([("Subject", plan.title)] + Page.facts(of: sitting))
    }
    heading("People (\(plan.guests.count))")
    table(
      ["Name", "As", "On record", "Where"],
      plan.guests.map { guest in
        [
          guest.name, guest.isMember ? "member" : "witness",
          guest.standing.rawValue + (guest.person.map { " (\($0))" } ?? ""),
          guest.candidates.map { $0.inWords(for: guest.name) }.joined(separator: "\n"),
        ]
      }, none: "The agenda names nobody.")
    let open = plan.guests.filter { $0.standing == .namesake }
    for guest in open {
      text(
        "“\(guest.name)”: say who is meant, with --person \"\(guest.name)=NUMBER\" or --new "
          + "\"\(guest.name)\".")
    }
    if !plan.unplaced.isEmpty {
      heading("Could not be placed (\(plan.unplaced.count))")
      table(
        [.number("Line"), "Reason", "Words"],
        plan.unplaced.map { ["\($0.line)", $0.reason, $0.text] }, none: "")
    }
    for remark in plan.remarks { point(remark) }
    if let sitting = plan.sitting, !isDryRun {
      gap()
      text("Planned as \(sitting.handle). Log it with: inquiry session log \(sitting.handle)")
    }
  }

  /// A sitting in facts.
  static func facts(of sitting: Sitting) -> [(name: String, value: String?)] {
    [
      ("Sitting", sitting.inWords),
      ("State", sitting.state.rawValue + (sitting.reason.map { ": \($0)" } ?? "")),
      ("Until", sitting.adjournedUntil?.inWords),
      ("Day", sitting.heldOn.inWords + (sitting.startsAt.map { ", \($0)" } ?? "")),
      ("Place", sitting.place), ("Hearing", sitting.hearing.inWords),
      ("Logged", sitting.lineCount > 0 ? Words.count(sitting.lineCount, "line") : nil),
      (
        "Asked twice",
        sitting.questionsTwice.isEmpty ? nil : sitting.questionsTwice.joined(separator: ", ")
      ),
      ("Settled", sitting.settledOn?.inWords),
    ]
  }
}
