import Inquiries
import Papers
import Postgres
import Records

/// Everyone a record names, matched with who is known in the inquiry.
struct PeopleRead {
  let names: [String]
  /// People of the inquiry who bear one of the names, and bear it alone.
  let known: [String: Identifier<Person>]
  /// Everyone by name, once the new ones are on record.
  private(set) var ids: [String: Identifier<Person>]
  private let read: RecordRead

  /// - Parameter sitting: Where it was planned: who was asked to it is meant
  ///   before others of the name.
  init(
    of read: RecordRead, at sitting: Sitting?, from viewpoint: Viewpoint, on connection: Connection
  ) throws {
    self.read = read
    var seen: Set<String> = []
    names = (read.members.map(\.name) + read.panels.flatMap { $0.witnesses.map(\.name) })
      .filter { seen.insert($0).inserted }
    let planned = sitting?.peopleByName ?? [:]
    known = try Person.known(names: names, as: viewpoint, on: connection)
      .merging(planned.filter { seen.contains($0.key) }) { $1 }
    ids = known
  }

  mutating func insertNew(on connection: Connection) throws {
    let new = names.filter { known[$0] == nil }
    for (name, id) in zip(new, try Person.insert(names: new, on: connection)) {
      ids[name] = id
    }
  }

  var members: [(person: Identifier<Person>, isChair: Bool)] {
    // Somebody listed twice was there once; a session has one Chair.
    var seen: Set<String> = []
    var hasChair = false
    return read.members.compactMap { member in
      guard let id = ids[member.name], seen.insert(member.name).inserted else { return nil }
      let isChair = member.isChair && !hasChair
      hasChair = hasChair || isChair
      return (id, isChair)
    }
  }

  var panels: [[NewRecord.PanelWitness]] {
    read.panels.map { panel in
      panel.witnesses.compactMap { witness in
        ids[witness.name].map {
          NewRecord.PanelWitness(
            person: $0, capacity: witness.role ?? "", organisation: witness.organisation ?? "")
        }
      }
    }
  }
}

extension Sitting {
  /// Those of its people whose names are borne by one of them alone.
  fileprivate var peopleByName: [String: Identifier<Person>] {
    let people =
      members.map { ($0.name, $0.person) }
      + panels.flatMap { $0.map { ($0.name, $0.person) } }
    return Dictionary(grouping: people, by: \.0).compactMapValues { named in
      Set(named.map(\.1)).count == 1 ? named.first?.1 : nil
    }
  }
}
