import ArgumentParser
import Inquiries
import Wire

/// `inquiry event`
struct EventCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Events that deadlines wait for.",
    subcommands: [ListEventsCommand.self, AddEventCommand.self, LogEventCommand.self])
}

struct ListEventsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the events, and which have happened.",
    discussion: "Example: inquiry event list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("events")
    try console.show(answer, as: ListShape<AwaitedEvent>.self, json: options.json) { list, page in
      page.table(
        ["Key", "Event", "Happened", "Source", "Logged by"],
        list.items.map { event in
          [
            event.key, event.name, event.happenedOn?.inWords ?? "not logged",
            event.source ?? "", event.loggedBy ?? "",
          ]
        }, none: "No deadline waits for an event.")
    }
  }
}

struct AddEventCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enter an event that deadlines may wait for.",
    discussion: "Example: inquiry event add autumn-budget \"Autumn Budget\"")

  @Argument(help: "Its key, such as autumn-budget; it stays.")
  var key: String

  @Argument(help: "What event it is.")
  var name: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).send(
      "POST", "events", EventRequest(key: key, name: name))
    try console.show(answer, as: AwaitedEvent.self, json: options.json) {
      $1.text("\($0.name) is awaited: log it with `inquiry event log \($0.key)`.")
    }
  }
}

struct LogEventCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Log that an event happened; the clocks that wait for it start.",
    discussion: """
      Logged again, the day and the source are those said last; the audit keeps the earlier.
      Example: inquiry event log autumn-budget --on 2018-10-29 --source "HM Treasury, Budget 2018, HC 1629"
      """)

  @Argument(help: "Key of the event.")
  var key: String

  @Option(
    help: ArgumentHelp("Day on which it happened.", valueName: "day"), transform: Day.argument)
  var on: Day

  @Option(help: ArgumentHelp("Where it says so.", valueName: "words"))
  var source: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let events = try await inquiry.list("events", of: AwaitedEvent.self)
    guard let event = events.first(where: { $0.key == key }) else {
      throw Refusal(
        .notFound, "event_not_found",
        "Nobody awaits an event “\(key)”; `inquiry event list` lists them.", field: "event")
    }
    let answer = try await inquiry.send(
      "POST", "events/\(Client.escaped(key))/log", EventLogRequest(on: on, source: source),
      revision: event.revision)
    try console.show(answer, as: AwaitedEvent.self, json: options.json) { event, page in
      page.text("\(event.name) happened on \(event.happenedOn?.inWords ?? "no day").")
    }
  }
}
