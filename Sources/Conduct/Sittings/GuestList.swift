public import Inquiries
import Papers
import Records

/// Whom a clerk names for a name on an agenda.
public enum GuestChoice: Hashable, Sendable {
  case person(Identifier<Person>)
  /// Nobody on record, whoever bears the name.
  case new
}

/// Everybody on an agenda, matched with who is known in the inquiry.
struct GuestList {
  fileprivate struct Named {
    let name: String
    let isMember: Bool
    let organisation: String
  }

  /// Where somebody is asked for, which decides how a clerk says who is meant.
  enum Place {
    case agenda
    /// In a list of the members who were present.
    case members
    /// In the place of a witness, alone.
    case substitute
  }

  private(set) var guests: [SittingPlan.Guest]
  /// Of names that are alike but for titles on one agenda, the later to the earlier.
  private var twins: [String: String] = [:]

  init(
    members: [String], witnesses: [(name: String, organisation: String)],
    choices: [String: GuestChoice], from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    var seen: Set<String> = []
    let named =
      (members.map { Named(name: $0, isMember: true, organisation: "") }
      + witnesses.map { Named(name: $0.name, isMember: false, organisation: $0.organisation) })
      .filter { seen.insert($0.name).inserted }
    if let stray = choices.keys.filter({ !seen.contains($0) }).min() {
      throw Refusal(
        .invalid, "person_not_listed", "“\(stray)” is not on the agenda.", field: "person")
    }
    let chosen = choices.values.compactMap { choice -> Identifier<Person>? in
      if case .person(let id) = choice { id } else { nil }
    }
    let keys = Set(named.map(\.key))
    let alike = try Person.all(as: viewpoint, on: desk.connection)
      .filter { keys.contains(NameKey.of($0.name)) }.map(\.id)
    let places = try Person.places(
      names: named.map(\.name), ids: chosen + alike, as: viewpoint, on: desk.connection)
    if let stranger = Set(chosen).subtracting(places.map(\.person)).min() {
      throw Refusal(
        .notFound, "person_not_found",
        "There is no person \(stranger) in this inquiry; `inquiry person list` shows who there is.",
        field: "person")
    }
    guests = []
    for one in named {
      let guest = GuestList.guest(one, choices[one.name], places)
      let twin = guests.first { GuestList.mayBeOne($0, guest, choices) }
      twins[guest.name] = twin?.name
      guests.append(twin == nil ? guest : guest.inDoubt)
    }
  }

  /// Whether two names of one agenda may be one person: they are alike but for titles, and
  /// neither a clerk nor the record says that they are two.
  private static func mayBeOne(
    _ earlier: SittingPlan.Guest, _ later: SittingPlan.Guest, _ choices: [String: GuestChoice]
  ) -> Bool {
    guard NameKey.of(earlier.name) == NameKey.of(later.name), choices[later.name] == nil,
      choices[earlier.name] != .new
    else { return false }
    guard let one = earlier.person, let other = later.person else { return true }
    return one == other
  }

  private static func guest(
    _ named: Named, _ choice: GuestChoice?, _ places: [PersonPlace]
  ) -> SittingPlan.Guest {
    let own = places.filter { NameKey.of($0.name) == named.key }
    let candidates = Dictionary(grouping: own, by: \.person).sorted { $0.key < $1.key }
      .map { person, places in
        SittingPlan.Candidate(
          person: person, name: places[0].name, places: places.map(\.inWords))
      }
    // Whose name is spelt the same comes before those who are alike but for titles.
    let same = candidates.filter { $0.name == named.name }
    let likely = same.isEmpty ? candidates : same
    let (standing, person): (SittingPlan.Standing, Identifier<Person>?) =
      switch choice {
      case .new: (.new, nil)
      case .person(let id): (.known, id)
      case nil:
        switch likely.count {
        case 0: (.new, nil)
        case 1 where own.contains { $0.person == likely[0].person && named.mayBe($0) }:
          (.known, likely[0].person)
        default: (.namesake, nil)
        }
      }
    return SittingPlan.Guest(
      name: named.name, isMember: named.isMember, standing: standing, person: person,
      candidates: candidates)
  }

  /// Refuses to go on while it is open who somebody is.
  func requireDecided(in place: Place = .agenda) throws {
    let open = guests.filter { $0.standing == .namesake }
    guard let first = open.first else { return }
    let list = open.map { guest in
      let twin = twins[guest.name].map {
        "“\($0)” is \(place == .agenda ? "on the agenda" : "named") too"
      }
      let who = guest.candidates.map { $0.inWords(for: guest.name) } + [twin].compactMap { $0 }
      return "“\(guest.name)” (\(who.joined(separator: " | ")))"
    }
    throw Refusal(
      .conflict, "person_undecided",
      "It is not sure who is meant: \(list.joined(separator: ", ")). "
        + GuestList.remedy(first, in: place),
      field: "person")
  }

  private static func remedy(_ guest: SittingPlan.Guest, in place: Place) -> String {
    let number = guest.candidates.first?.person
    let undone = place == .agenda ? "nothing was planned" : "nothing was changed"
    return switch (place, number) {
    case (.substitute, let number):
      "Say it with --person \(number.map(\.description) ?? "NUMBER"), or with --new for somebody "
        + "else of that name; nothing was changed."
    case (.agenda, let number?), (.members, let number?):
      "Say it with --person \"\(guest.name)=\(number)\", or with --new \"\(guest.name)\" for "
        + "somebody else of that name; \(undone)."
    case (.agenda, nil), (.members, nil):
      "Spell them alike if they are one person, or say --new \"\(guest.name)\" if they are two; "
        + "\(undone)."
    }
  }

  /// What a dry run tells of names that are alike.
  var remarks: [String] {
    guests.compactMap { guest in
      twins[guest.name].map { twin in
        "“\(guest.name)” and “\(twin)” are both on the agenda: spell them alike if they are one "
          + "person, or say --new \"\(guest.name)\" if they are two."
      }
    }
  }

  /// Puts the new ones on record, so that everybody has a number.
  mutating func insertNew(at desk: Desk) throws {
    let new = guests.filter { $0.person == nil }.map(\.name)
    let ids = Dictionary(
      uniqueKeysWithValues: zip(new, try Person.insert(names: new, on: desk.connection)))
    guests = guests.map { guest in
      guard let id = ids[guest.name] else { return guest }
      return SittingPlan.Guest(
        name: guest.name, isMember: guest.isMember, standing: guest.standing, person: id,
        candidates: guest.candidates)
    }
  }

  var ids: [String: Identifier<Person>] {
    Dictionary(
      guests.compactMap { guest in guest.person.map { (guest.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension SittingPlan.Guest {
  /// The same, with nobody known to be meant.
  fileprivate var inDoubt: SittingPlan.Guest {
    SittingPlan.Guest(
      name: name, isMember: isMember, standing: .namesake, person: nil, candidates: candidates)
  }
}

extension GuestList.Named {
  fileprivate var key: String { NameKey.of(name) }

  /// Whether somebody on record occurs in the same way: as a member, or as a
  /// witness of the same organisation as far as both name one.
  fileprivate func mayBe(_ place: PersonPlace) -> Bool {
    guard isMember == place.isMember else { return false }
    return isMember || organisation.isEmpty || place.organisation.isEmpty
      || organisation.lowercased() == place.organisation.lowercased()
  }
}

extension PersonPlace {
  /// `OS2, as a member`; `P3, Director, A charity`.
  fileprivate var inWords: String {
    let role =
      isMember
      ? "as a member" : [capacity, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
    return [sitting ?? "", role.isEmpty ? "as a witness" : role].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
