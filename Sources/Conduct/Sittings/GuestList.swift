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

  private(set) var guests: [SittingPlan.Guest]

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
    let places = try Person.places(
      names: named.map(\.name), ids: chosen, as: viewpoint, on: desk.connection)
    if let stranger = Set(chosen).subtracting(places.map(\.person)).min() {
      throw Refusal(
        .notFound, "person_not_found",
        "There is no person \(stranger) in this inquiry; `inquiry person list` shows who there is.",
        field: "person")
    }
    guests = named.map { GuestList.guest($0, choices[$0.name], places) }
  }

  private static func guest(
    _ named: Named, _ choice: GuestChoice?, _ places: [PersonPlace]
  ) -> SittingPlan.Guest {
    let own = places.filter { $0.name == named.name }
    let candidates = Dictionary(grouping: own, by: \.person).sorted { $0.key < $1.key }
      .map { person, places in
        SittingPlan.Candidate(
          person: person, name: named.name, places: places.map(\.inWords))
      }
    let (standing, person): (SittingPlan.Standing, Identifier<Person>?) =
      switch choice {
      case .new: (.new, nil)
      case .person(let id): (.known, id)
      case nil:
        switch candidates.count {
        case 0: (.new, nil)
        case 1 where own.contains { named.mayBe($0) }: (.known, candidates[0].person)
        default: (.namesake, nil)
        }
      }
    return SittingPlan.Guest(
      name: named.name, isMember: named.isMember, standing: standing, person: person,
      candidates: candidates)
  }

  /// Refuses to go on while it is open who somebody is.
  func requireDecided() throws {
    let open = guests.filter { $0.standing == .namesake }
    guard let first = open.first else { return }
    let list = open.map { guest in
      "“\(guest.name)” (\(guest.candidates.map { "\($0.person): \($0.places.joined(separator: "; "))" }.joined(separator: " | ")))"
    }
    let example = first.candidates.first.map { "--person \"\(first.name)=\($0.person)\"" } ?? ""
    throw Refusal(
      .conflict, "person_undecided",
      "It is not sure who is meant: \(list.joined(separator: ", ")). Say it with \(example), or "
        + "with --new \"\(first.name)\" for somebody else of that name; nothing was planned.",
      field: "person")
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

extension GuestList.Named {
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
