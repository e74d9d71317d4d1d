public import Inquiries
public import Records

/// Puts another witness in the place of one, until the sitting is settled.
public struct ReplaceWitness: Act {
  public static let title = "replace witness"
  public static let role = Role.clerk
  let handle: SittingHandle
  let witness: String
  let person: Identifier<Person>?
  let by: Witness
  let choice: GuestChoice?
  let revision: Int

  /// - Parameters:
  ///   - witness: The printed name of who does not come.
  ///   - person: Who of that name, where the sitting has two.
  ///   - choice: Who the new one is, where somebody on record bears the name.
  public init(
    _ handle: SittingHandle, _ witness: String, person: Identifier<Person>? = nil, by: Witness,
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
    try SittingLookup.requireOpen(sitting)
    let old = try place(in: sitting)
    guard by.name.isVisible, by.name.count <= 200 else {
      throw Refusal(.invalid, "name_form", "Give the name of who comes instead.", field: "by.name")
    }
    var guests = try GuestList(
      members: [], witnesses: [(by.name, by.organisation)],
      choices: choice.map { [by.name: $0] } ?? [:], from: viewpoint, at: desk)
    try guests.requireDecided()
    try guests.insertNew(at: desk)
    guard let new = guests.ids[by.name] else { return Done(sitting, subject: sitting.handle) }
    if sitting.panels.contains(where: { panel in
      panel.contains { $0.person == old } && panel.contains { $0.person == new }
    }) {
      throw Refusal(
        .conflict, "witness_listed", "“\(by.name)” sits on the same panel already.",
        field: "by.name")
    }
    try Session.replaceWitness(
      of: id, person: old,
      by: SittingWitness(
        person: new, name: by.name, capacity: by.capacity, organisation: by.organisation),
      as: viewpoint, on: desk.connection)
    let replaced = try SittingLookup.find(handle, from: viewpoint, at: desk).sitting
    return Done(replaced, subject: replaced.handle, detail: ["person": "\(old)", "by": "\(new)"])
  }

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
