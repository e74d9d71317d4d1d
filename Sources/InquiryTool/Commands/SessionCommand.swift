import ArgumentParser
import Inquiries
import Wire

/// `inquiry session`
struct SessionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Oral evidence sessions and their records.",
    subcommands: [
      ImportSessionCommand.self, ListSessionsCommand.self, ShowSessionCommand.self,
    ])
}

struct ListSessionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the sessions.",
    discussion: "Example: inquiry session list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("sessions")
    try console.show(answer, as: ListShape<Session>.self, json: options.json) { list, page in
      page.table(
        [.number("Session"), "Held on", "Hearing", "Witnesses", "Records"],
        list.items.map { session in
          [
            "\(session.number)", session.heldOn?.description ?? "", session.hearing.rawValue,
            session.panels.flatMap { $0 }.map(\.name).joined(separator: ", "),
            session.sources.map { "\($0.reference) (\($0.state.inWords))" }.joined(separator: ", "),
          ]
        }, none: "There are no sessions yet; `inquiry session import` brings one in.")
    }
  }
}

struct ShowSessionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a session: who sat, who was heard, its records.",
    discussion: "Example: inquiry session show 3")

  @Argument(help: "Number of the session.")
  var number: Int

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("sessions/\(number)")
    try console.show(answer, as: Session.self, json: options.json) { session, page in
      page.facts([
        ("Session", "\(session.number)"), ("Held on", session.heldOn?.inWords),
        ("Hearing", session.hearing.inWords),
      ])
      page.people(members: session.members, panels: session.panels)
      page.heading("Records")
      page.table(Source.columns, session.sources.map(\.cells), none: "None.")
    }
  }
}

extension Hearing {
  /// `in public`.
  var inWords: String {
    "in \(rawValue)"
  }
}

extension Page {
  /// Who sat and who was heard, panel by panel.
  mutating func people(members: [Member], panels: [[Witness]]) {
    heading("Members present")
    if members.isEmpty { text("None named.") }
    for member in members { point(member.name + (member.isChair ? " (in the Chair)" : "")) }
    if panels.isEmpty {
      heading("Witnesses")
      text("None named.")
    }
    for (index, panel) in panels.enumerated() {
      heading(panels.count == 1 ? "Witnesses" : "Panel \(index + 1)")
      for witness in panel {
        point(witness.inFull + (witness.group.map { " [\($0)]" } ?? ""))
      }
    }
  }
}
