public import Inquiries
public import Papers
public import Records

/// An agenda as it was read, and what a clerk says beside it.
public struct AgendaRead: Sendable {
  /// What a clerk says where the agenda does not, or says otherwise.
  public struct Said: Sendable {
    public var heldOn: Day?
    /// `10:15`.
    public var startsAt: String?
    public var place: String?
    public var hearing: Hearing?
    public var choices: [String: GuestChoice] = [:]

    public init() {}
  }

  let agenda: Agenda
  let fileName: String
  let said: Said

  public init(_ file: PaperFile, said: Said) throws(PaperError) {
    agenda = try AgendaReader.read(try PaperReader.read(file), fileName: file.name)
    fileName = file.name
    self.said = said
  }
}

/// Plans a sitting from its agenda. It spends no number of a session: that is
/// issued when it is held.
public struct PlanSitting: Act {
  public static let title = "plan sitting"
  public static let role = Role.clerk
  let read: AgendaRead
  /// Whether it is only looked at: then open namesakes are shown, not refused.
  let isDryRun: Bool

  public init(_ read: AgendaRead, isDryRun: Bool) {
    self.read = read
    self.isDryRun = isDryRun
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<SittingPlan> {
    let agenda = read.agenda
    var guests = try GuestList(
      members: agenda.members.map(\.name),
      witnesses: agenda.panels.flatMap { panel in
        panel.witnesses.map { ($0.name, $0.organisation ?? "") }
      },
      choices: read.said.choices, from: viewpoint, at: desk)
    if isDryRun, guests.guests.contains(where: { $0.standing == .namesake }) {
      return Done(plan(nil, guests), subject: read.fileName)
    }
    try guests.requireDecided()
    let looked = guests
    let new = try sitting()
    try viewpoint.requireNotLapsed(before: new.heldOn)
    try requireUnplanned(new, guests, from: viewpoint, at: desk)
    try guests.insertNew(at: desk)
    let planned = try new.insert(as: viewpoint, on: desk.connection)
    try people(guests.ids).insert(into: planned.id, as: viewpoint, on: desk.connection)
    let sitting = try SittingLookup.find(.plan(planned.plan), from: viewpoint, at: desk).sitting
    return Done(
      plan(sitting, isDryRun ? looked : guests), subject: sitting.handle,
      detail: ["heldOn": sitting.heldOn.description])
  }

  /// Refuses an agenda that was pasted twice.
  private func requireUnplanned(
    _ new: NewSitting, _ guests: GuestList, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let ids = guests.ids
    // By name and organisation as well: who was said to be new the first time is said to be
    // so again.
    typealias Listed = (name: String, organisation: String)
    typealias Planned = (person: Identifier<Person>, listed: Listed)
    func are(_ listed: [Listed], _ planned: [Planned]) -> Bool {
      listed.count == planned.count
        && listed.allSatisfy { one in
          planned.contains { $0.person == ids[one.name] || $0.listed == one }
        }
    }
    let members = read.agenda.members.map { (name: $0.name, organisation: "") }
    let witnesses = read.agenda.panels.flatMap(\.witnesses).map {
      (name: $0.name, organisation: $0.organisation ?? "")
    }
    let startsAt = new.startsAt.map { $0.count < 5 ? "0\($0)" : $0 }
    let standing = try Sitting.all(as: viewpoint, on: desk.connection).first { sitting in
      guard sitting.state == .planned, sitting.heldOn == new.heldOn, sitting.startsAt == startsAt
      else { return false }
      return are(members, sitting.members.map { ($0.person, ($0.name, "")) })
        && are(
          witnesses, sitting.panels.joined().map { ($0.person, ($0.name, $0.organisation)) })
    }
    guard let standing else { return }
    throw Refusal(
      .conflict, "sitting_planned_already",
      "\(standing.handle) is planned for \(standing.plannedInWords) with the same people; nothing "
        + "was planned. For another sitting give its own time (--starts-at HH:MM); to plan this "
        + "one anew, cancel that one first (`inquiry session cancel \(standing.handle) --reason …`).",
      field: "sitting")
  }

  private func sitting() throws -> NewSitting {
    let header = read.agenda.header
    let printed = header.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
    guard let heldOn = read.said.heldOn ?? printed else {
      let unread = read.agenda.remarks.first { $0.code == "header_date_unreadable" }
      throw Refusal(
        .invalid, "session_day_missing",
        "\(read.fileName) does not say on which day the sitting is"
          + (unread.map { ". \($0.message) Correct it, or" } ?? ";") + " add --day YYYY-MM-DD.",
        field: "heldOn")
    }
    let startsAt =
      read.said.startsAt
      ?? header.startTime.map { "\($0.hour):\($0.minute < 10 ? "0" : "")\($0.minute)" }
    return NewSitting(
      heldOn: heldOn, hearing: hearing, startsAt: startsAt,
      place: read.said.place ?? read.agenda.place)
  }

  /// As an import takes it: an agenda headed as oral evidence on a subject is
  /// of a public sitting, unless it or the clerk says otherwise.
  private var hearing: Hearing {
    if let said = read.said.hearing { return said }
    if let isPublic = read.agenda.header.isHeardInPublic {
      return isPublic ? .heardInPublic : .heardInPrivate
    }
    return read.agenda.header.title != nil ? .heardInPublic : .heardInPrivate
  }

  private func people(_ ids: [String: Identifier<Person>]) -> SessionPeople {
    var seen: Set<String> = []
    var hasChair = false
    let members = read.agenda.members.compactMap {
      member -> (person: Identifier<Person>, isChair: Bool)? in
      guard let id = ids[member.name], seen.insert(member.name).inserted else { return nil }
      let isChair = member.isChair && !hasChair
      hasChair = hasChair || isChair
      return (id, isChair)
    }
    let panels = read.agenda.panels.map { panel in
      panel.witnesses.compactMap { witness in
        ids[witness.name].map {
          NewRecord.PanelWitness(
            person: $0, capacity: witness.role ?? "", organisation: witness.organisation ?? "")
        }
      }
    }
    return SessionPeople(members: members, panels: panels)
  }

  private func plan(_ sitting: Sitting?, _ guests: GuestList) -> SittingPlan {
    SittingPlan(
      sitting: sitting, title: read.agenda.header.title, guests: guests.guests,
      unplaced: read.agenda.unplaced.map {
        Inquiries.UnplacedLine(line: $0.line, text: $0.text, reason: $0.reason.inWords)
      }, remarks: read.agenda.remarks.map(\.inWords) + guests.remarks)
  }
}

extension Sitting {
  /// `13 October 2026, 10.00 am`.
  fileprivate var plannedInWords: String {
    let clock = (startsAt ?? "").split(separator: ":")
    guard clock.count > 1, let hour = Int(clock[0]) else { return heldOn.inWords }
    return "\(heldOn.inWords), \((hour + 11) % 12 + 1).\(clock[1]) \(hour < 12 ? "am" : "pm")"
  }
}
