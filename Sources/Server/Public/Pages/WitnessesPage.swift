import Inquiries

/// Who was heard: session by session, and by the inquiry's own groups.
struct WitnessesPage: TemplatePage {
  static let template = "witnesses"

  struct Row {
    let name: String
    let capacity: String
    let group: String
  }

  struct Heard {
    let session: String
    let sessionAddress: String?
    let heldOn: ShownDay?
    let isNamed: Bool
    let isPrivate: Bool
    let witnesses: [Row]
  }

  struct Group {
    let groupName: String
    let groupWitnesses: [Grouped]
  }

  struct Grouped {
    let member: String
    let role: String?
  }

  let frame: Frame
  let sessions: [Heard]
  let hasGroups: Bool
  let groups: [Group]

  init(_ sessions: [Session], of inquiry: PublishedInquiry, _ drawing: PublicDrawing) {
    frame = drawing.frame("Witnesses", .witnesses(inquiry.slug), of: inquiry, part: .witnesses)
    self.sessions = sessions.map { session in
      let witnesses = session.panels.flatMap { $0 }
      return Heard(
        session: "Session \(session.number)",
        sessionAddress: session.sources.isEmpty
          ? nil : Address.session(inquiry.slug, session.number),
        heldOn: session.heldOn.map(ShownDay.init), isNamed: !witnesses.isEmpty,
        isPrivate: session.hearing == .heardInPrivate,
        witnesses: witnesses.map { Row(name: $0.name, capacity: $0.words, group: $0.group ?? "") })
    }
    groups = WitnessesPage.groups(sessions.flatMap { $0.panels.flatMap { $0 } })
    hasGroups = !groups.isEmpty
  }

  /// Groups in the order in which they were first heard, each witness once.
  private static func groups(_ witnesses: [Witness]) -> [Group] {
    var names: [String] = []
    var members: [String: [Witness]] = [:]
    for witness in witnesses {
      guard let group = witness.group else { continue }
      if members[group] == nil { names.append(group) }
      if members[group]?.contains(witness) != true { members[group, default: []].append(witness) }
    }
    return names.map { name in
      Group(
        groupName: name,
        groupWitnesses: (members[name] ?? []).map {
          Grouped(member: $0.name, role: $0.words.isEmpty ? nil : $0.words)
        })
    }
  }
}
