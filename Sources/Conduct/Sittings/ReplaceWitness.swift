public import Inquiries
public import Records

/// Puts another witness in the place of one, gives one another capacity or panel,
/// or takes one off, until something of theirs is published or cited.
///
/// Where another person comes in somebody's place, what the session's transcript
/// holds to be theirs is the other's from then on.
public struct ReplaceWitness: Act {
  public static let title = "replace witness"
  public static let role = Role.clerk
  let handle: SittingHandle
  let witness: String
  let person: Identifier<Person>?
  let by: Substitute?
  let choice: GuestChoice?
  let revision: Int

  /// Who comes instead.
  public struct Substitute: Sendable {
    let name: String
    let capacity: String?
    let organisation: String?
    let panel: Int?

    /// - Parameters:
    ///   - capacity: `nil` for none, and for what stands where it is the same person;
    ///     `organisation` likewise.
    ///   - panel: From 1; `nil` for the same place.
    public init(
      name: String, capacity: String? = nil, organisation: String? = nil, panel: Int? = nil
    ) {
      self.name = name
      self.capacity = capacity
      self.organisation = organisation
      self.panel = panel
    }
  }

  /// - Parameters:
  ///   - witness: The printed name of who does not come.
  ///   - person: Who of that name, where the sitting has two.
  ///   - by: Who comes, the same name for the same person in another capacity;
  ///     `nil` for nobody.
  ///   - choice: Who the new one is, where somebody on record bears the name.
  public init(
    _ handle: SittingHandle, _ witness: String, person: Identifier<Person>? = nil, by: Substitute?,
    choice: GuestChoice? = nil, revision: Int
  ) {
    self.handle = handle
    self.witness = witness
    self.person = person
    self.by = by
    self.choice = choice
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Sitting> {
    let (id, sitting) = try SittingLookup.find(
      handle, revision: revision, from: viewpoint, at: desk)
    let old = try place(in: sitting)
    let records = try Session.records(of: id, on: desk.connection)
    if let use = try Session.use(of: records, by: old, on: desk.connection) {
      throw use.refusal(of: "“\(witness)”", field: "witness")
    }
    var new: Identifier<Person>?
    if let by {
      new = try seat(by, for: old, of: id, sitting, from: viewpoint, at: desk)
      if let new, new != old {
        try LabelInDoubt.turnOver(
          records, from: old, to: new, on: desk.today(in: viewpoint.inquiry), by: viewpoint,
          desk.connection)
      }
    } else {
      try Session.takeOffWitness(old, of: id, on: desk.connection)
    }
    let replaced = try SittingLookup.find(handle, from: viewpoint, at: desk).sitting
    return Done(
      replaced, subject: replaced.handle,
      detail: [
        "person": "\(old)", "by": new.map { "\($0)" } ?? "nobody",
        "capacity": by?.capacity ?? "", "panel": by?.panel.map { "\($0)" } ?? "",
      ].filter { !$0.value.isEmpty })
  }

  private func seat(
    _ by: Substitute, for old: Identifier<Person>, of id: Identifier<Session>, _ sitting: Sitting,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Identifier<Person> {
    guard by.name.isVisible, by.name.count <= 200 else { throw ReplaceWitness.nameless }
    guard by.panel.map({ (1...sitting.panels.count + 1).contains($0) }) ?? true else {
      throw Refusal(
        .invalid, "panel_unknown",
        "\(sitting.inWords) has \(sitting.panels.count) panels; name one of them, or "
          + "\(sitting.panels.count + 1) for a new one.", field: "by.panel")
    }
    let isSame = by.name == witness && choice == nil
    let new = try isSame ? old : guest(by, from: viewpoint, at: desk)
    if new != old,
      sitting.panels.contains(where: { panel in
        panel.contains { $0.person == old } && panel.contains { $0.person == new }
      })
    {
      throw Refusal(
        .conflict, "witness_listed",
        "“\(by.name)” sits on the same panel already; take “\(witness)” off instead.",
        field: "by.name")
    }
    let standing = new == old ? sitting.panels.joined().first { $0.person == old } : nil
    try Session.replaceWitness(
      of: id, person: old,
      by: SittingWitness(
        person: new, name: by.name, capacity: by.capacity ?? standing?.capacity ?? "",
        organisation: by.organisation ?? standing?.organisation ?? ""),
      as: viewpoint, on: desk.connection)
    if let panel = by.panel { try Session.seat(new, of: id, onPanel: panel, desk.connection) }
    return new
  }

  private func guest(
    _ by: Substitute, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Identifier<Person> {
    var guests = try GuestList(
      members: [], witnesses: [(by.name, by.organisation ?? "")],
      choices: choice.map { [by.name: $0] } ?? [:], from: viewpoint, at: desk)
    try guests.requireDecided(in: .substitute)
    try guests.insertNew(at: desk)
    guard let person = guests.ids[by.name] else { throw ReplaceWitness.nameless }
    return person
  }

  private static let nameless = Refusal(
    .invalid, "name_form", "Give the name of who comes instead.", field: "by.name")

  private func place(in sitting: Sitting) throws -> Identifier<Person> {
    let named = sitting.panels.flatMap { $0 }.filter { place in
      if let person { place.person == person } else { place.name == witness }
    }
    let people = Set(named.map(\.person))
    guard people.count < 2 else {
      throw Refusal(
        .conflict, "person_undecided",
        "\(people.count) witnesses of \(sitting.inWords) are called “\(witness)”: say which, by "
          + "number (\(people.map(\.description).sorted().joined(separator: ", "))).",
        field: "witness")
    }
    guard let only = people.first else {
      throw Refusal(
        .notFound, "witness_not_found",
        "“\(witness)” is not a witness of \(sitting.inWords); `inquiry session show "
          + "\(sitting.handle)` lists them.", field: "witness")
    }
    return only
  }
}

extension Session.Use {
  /// Why somebody's words stay theirs.
  func refusal(of whom: String, field: String) -> Refusal {
    switch self {
    case .published(let reference):
      Refusal(
        .conflict, "witness_published",
        "\(reference) is published with the words of \(whom); withdraw it first "
          + "(`inquiry evidence withdraw \(reference)`), and publish it again after the change.",
        field: field)
    case .cited(let locator, let version):
      Refusal(
        .conflict, "witness_cited",
        "Version \(version) of the draft cites words of \(whom) as [@\(locator)]; take the citation "
          + "out and push the draft first.", field: field)
    }
  }
}
