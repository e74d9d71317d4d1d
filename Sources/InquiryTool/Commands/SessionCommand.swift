import ArgumentParser
import Inquiries
import Wire

/// `inquiry session`
struct SessionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Oral evidence sessions and their records.",
    subcommands: [
      ImportSessionCommand.self, CheckSessionCommand.self, CorrectSessionCommand.self,
      LeftByCorrectionCommand.self,
      ExportSessionCommand.self,
      ListSessionsCommand.self,
      ShowSessionCommand.self,
      PlanSittingCommand.self, HoldSittingCommand.self, AdjournSittingCommand.self,
      CancelSittingCommand.self, ReplaceWitnessCommand.self, SetMembersCommand.self,
      LogSittingCommand.self,
      ListLinesCommand.self, MendLineCommand.self, SettleSittingCommand.self,
      SessionPrivacyCommand.self, ListCopiesCommand.self, SendCopiesCommand.self,
      ReturnCopyCommand.self, ReturnedFileCommand.self, ListLabelsCommand.self,
      MapLabelCommand.self,
      ListChangesCommand.self, DecideChangesCommand.self,
    ])
}

struct ListSessionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the sessions.",
    discussion: "Example: inquiry session list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let answer = try await client.get("sessions")
    let waiting =
      try await options.json
      ? [] : client.list("sittings", of: Sitting.self).filter { $0.number == nil }
    try console.show(answer, as: ListShape<Session>.self, json: options.json) { list, page in
      page.lay(list.items, planned: waiting)
    }
  }
}

extension Page {
  /// The sessions, and below them the sittings that have no number yet.
  mutating func lay(_ sessions: [Session], planned: [Sitting]) {
    if planned.isEmpty || !sessions.isEmpty {
      table(
        [.number("Session"), "Held on", "Hearing", "Witnesses", "Records"],
        sessions.map { session in
          [
            "\(session.number)", session.heldOn?.description ?? "", session.hearing.rawValue,
            session.panels.flatMap { $0 }.map(\.name).joined(separator: ", "),
            session.sources.map { "\($0.reference) (\($0.state.inWords))" }.joined(separator: ", "),
          ]
        },
        none: "There are no sessions yet; `inquiry session plan` plans one and `inquiry session "
          + "import` brings one in.")
    }
    guard !planned.isEmpty else { return }
    heading("Planned")
    table(
      ["Sitting", "Day", "State", "Witnesses"],
      planned.map { sitting in
        [
          sitting.handle, sitting.heldOn.description,
          sitting.state.rawValue + (sitting.reason.map { ": \($0)" } ?? ""),
          sitting.panels.flatMap { $0 }.map(\.name).joined(separator: ", "),
        ]
      }, none: "")
  }
}

struct ShowSessionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a session: who sat, who was heard, its records.",
    discussion: "Example: inquiry session show 3")

  @Argument(help: SittingArgument.help)
  var session: SittingHandle

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let answer = try await client.get("sittings/\(session)")
    let sitting = try answer.shape(Sitting.self)
    guard let number = sitting.number else {
      return try console.show(answer, as: Sitting.self, json: options.json) { $1.lay($0) }
    }
    let held = try await client.get("sessions/\(number)")
    try console.show(held, as: Session.self, json: options.json) { session, page in
      page.facts([("Session", "\(session.number)")] + Page.facts(of: sitting))
      page.people(members: session.members, panels: session.panels)
      page.heading("Records")
      page.table(Source.columns, session.sources.map(\.cells), none: "None.")
    }
  }
}

extension Page {
  /// A sitting that has no session yet.
  fileprivate mutating func lay(_ sitting: Sitting) {
    facts(Page.facts(of: sitting))
    people(
      members: sitting.members.map { Member(name: $0.name, isChair: $0.isChair) },
      panels: sitting.panels.map { panel in
        panel.map {
          Witness(
            name: $0.name, capacity: $0.capacity, organisation: $0.organisation, group: nil)
        }
      })
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
