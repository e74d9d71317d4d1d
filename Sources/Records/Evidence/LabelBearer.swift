public import Inquiries
public import Postgres

/// Whom a speaker label is held to mean where it stands in a record.
public struct LabelBearer: Hashable, Sendable {
  /// `nil` while it is in doubt, for nobody known, and for a Chair whose name is not sure.
  public let person: Identifier<Person>?
  public let isChair: Bool
  /// By what a clerk said of the label; `nil` where nobody said anything.
  let settled: Identifier<LabelInDoubt>?

  public init(person: Identifier<Person>?, isChair: Bool) {
    self.init(person: person, isChair: isChair, settled: nil)
  }

  init(person: Identifier<Person>?, isChair: Bool, settled: Identifier<LabelInDoubt>?) {
    self.person = person
    self.isChair = isChair
    self.settled = settled
  }

  /// Whether a clerk is still to say who it is.
  public var isInDoubt: Bool { person == nil && settled == nil && !isChair }
}

extension StandingPassage {
  /// Whom a label means beside this turn, by the turns of the record that bear it already;
  /// `nil` where none does.
  ///
  /// Two witnesses of one name are told apart by their panels, as an import does.
  public func bearer(of label: String, on connection: Connection) throws -> LabelBearer? {
    let placed = try connection.query(
      """
      SELECT DISTINCT other.person_id, other.is_chair, other.speaker_label_id,
        other.panel_id IS NOT DISTINCT FROM split.panel_id
      FROM record.passage AS split
      JOIN record.passage AS other ON other.source_id = split.source_id
      WHERE split.id = \(id) AND other.kind = 'turn' AND other.label = \(label)
      """
    ) { row -> (bearer: LabelBearer, isInPanel: Bool) in
      let person: Identifier<Person>? = try row.next()
      let isChair: Bool = try row.next()
      let bearer = LabelBearer(person: person, isChair: isChair, settled: try row.next())
      return (bearer, try row.next())
    }
    let near = placed.filter { $0.isInPanel }.map { $0.bearer }
    let sure = near.filter { !$0.isInDoubt }
    let meant = !sure.isEmpty ? sure : near.isEmpty ? placed.map { $0.bearer } : near
    guard let first = meant.first else { return nil }
    return meant.count == 1
      ? first : LabelBearer(person: nil, isChair: meant.allSatisfy(\.isChair))
  }
}
