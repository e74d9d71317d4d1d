public import Inquiries
public import Postgres

/// A written submission as a receipt has read it.
public struct NewSubmission: Sendable {
  /// One who signed it.
  public struct Submitter: Hashable, Sendable {
    public let name: String
    public let capacity: String
    public let organisation: String
    /// Whether the name is that of a body.
    public let isOrganisation: Bool

    public init(name: String, capacity: String, organisation: String, isOrganisation: Bool) {
      self.name = name
      self.capacity = capacity
      self.organisation = organisation
      self.isOrganisation = isOrganisation
    }
  }

  /// What it is, as the clerk and its head say.
  public struct Facts: Sendable {
    public let number: Int
    public let reference: String
    public let submitterKind: WrittenSubmission.SubmitterKind
    public let sequenceKind: WrittenSubmission.SequenceKind
    public let supplements: Identifier<Source>?
    public let call: Identifier<CallForEvidence>?
    public let receivedOn: Day
    public let datedOn: Day?
    public let late: WrittenSubmission.Lateness
    public let confidentialityAsked: String?
    public let language: String

    public init(
      number: Int, reference: String, submitterKind: WrittenSubmission.SubmitterKind,
      sequenceKind: WrittenSubmission.SequenceKind, supplements: Identifier<Source>?,
      call: Identifier<CallForEvidence>?, receivedOn: Day, datedOn: Day?,
      late: WrittenSubmission.Lateness, confidentialityAsked: String?, language: String
    ) {
      self.number = number
      self.reference = reference
      self.submitterKind = submitterKind
      self.sequenceKind = sequenceKind
      self.supplements = supplements
      self.call = call
      self.receivedOn = receivedOn
      self.datedOn = datedOn
      self.late = late
      self.confidentialityAsked = confidentialityAsked
      self.language = language
    }
  }

  public let facts: Facts
  public let submitters: [Submitter]
  public let passages: [NewPassage]
  public let wordingDigest: [UInt8]
  public let unplaced: [UnplacedLine]

  public init(
    facts: Facts, submitters: [Submitter], passages: [NewPassage], wordingDigest: [UInt8],
    unplaced: [UnplacedLine]
  ) {
    self.facts = facts
    self.submitters = submitters
    self.passages = passages
    self.wordingDigest = wordingDigest
    self.unplaced = unplaced
  }

  /// How many in the inquiry bear each of these names, and the first of them:
  /// people and bodies apart. Who was joined with somebody is that person.
  public static func bearers(
    of submitters: [Submitter], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Submitter: (count: Int, first: Identifier<Person>)] {
    let rows = try connection.query(
      """
      SELECT place, count(DISTINCT witness.person_id), min(witness.person_id)
      FROM unnest(\(submitters.map(\.name)), \(submitters.map(\.isOrganisation))) WITH ORDINALITY
        AS given (name, is_organisation, place)
      JOIN record.person
        ON person.name = given.name AND person.is_organisation = given.is_organisation
      JOIN record.witness
        ON witness.person_id = coalesce(person.merged_into_person_id, person.id)
        AND witness.inquiry_id = \(viewpoint.inquiryID)
      GROUP BY place ORDER BY place
      """
    ) { row in
      (
        try row.next() as Int, count: try row.next() as Int,
        first: try row.next() as Identifier<Person>
      )
    }
    return Dictionary(
      rows.map { (submitters[$0.0 - 1], ($0.count, $0.first)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Puts it into the record, set by set.
  ///
  /// - Parameter known: Submitters who are on record already.
  public func insert(
    original: Identifier<Original>, known: [Submitter: Identifier<Person>],
    as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    let source = try connection.one(
      """
      INSERT INTO record.source
        (inquiry_id, kind, reference, stage, language, original_id, received_on)
      VALUES
        (\(viewpoint.inquiryID), 'written_submission', \(facts.reference), 'corrected',
         \(facts.language), \(original), \(facts.receivedOn))
      RETURNING id
      """
    ) { row -> Identifier<Source> in try row.next() }
    try connection.execute(
      """
      INSERT INTO record.written_submission
        (source_id, inquiry_id, number, call_for_evidence_id, submitter_kind, sequence_kind,
         supplements_source_id, dated_on, late, confidentiality_asked, wording_digest)
      VALUES
        (\(source), \(viewpoint.inquiryID), \(facts.number), \(facts.call),
         \(facts.submitterKind.rawValue), \(facts.sequenceKind.rawValue), \(facts.supplements),
         \(facts.datedOn), \(facts.late.rawValue), \(facts.confidentialityAsked),
         \(wordingDigest))
      """)
    try insertSubmitters(of: source, known: known, as: viewpoint, on: connection)
    try insertPassages(of: source, on: connection)
    try connection.execute(
      """
      INSERT INTO record.unplaced_line (source_id, ordinal, line, text, reason)
      SELECT \(source), ordinal, line, text, reason
      FROM unnest(\(unplaced.map(\.line)), \(unplaced.map(\.text)), \(unplaced.map(\.reason)))
        WITH ORDINALITY AS given (line, text, reason, ordinal)
      """)
  }

  private func insertSubmitters(
    of source: Identifier<Source>, known: [Submitter: Identifier<Person>],
    as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    let new = submitters.filter { known[$0] == nil }
    let sorted = new.map { $0.isOrganisation ? $0.name : Person.sortName(of: $0.name) }
    let ids: [Identifier<Person>] = try connection.query(
      """
      INSERT INTO record.person (name, sort_name, is_organisation)
      SELECT name, sort_name, is_organisation
      FROM unnest(\(new.map(\.name)), \(sorted), \(new.map(\.isOrganisation))) WITH ORDINALITY
        AS given (name, sort_name, is_organisation, place)
      ORDER BY place
      RETURNING id
      """
    ) { row in try row.next() }
    var people = known
    for (submitter, id) in zip(new, ids) { people[submitter] = id }
    let signed = submitters.compactMap { people[$0] }
    let (capacities, organisations) = (submitters.map(\.capacity), submitters.map(\.organisation))
    try connection.execute(
      """
      INSERT INTO record.witness (inquiry_id, person_id, capacity, organisation)
      SELECT \(viewpoint.inquiryID), person, capacity, organisation
      FROM unnest(\(signed), \(capacities), \(organisations))
        AS given (person, capacity, organisation)
      ON CONFLICT ON CONSTRAINT witness_once DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO record.contribution (source_id, witness_id)
      SELECT \(source), witness.id
      FROM unnest(\(signed), \(capacities), \(organisations)) WITH ORDINALITY
        AS given (person, capacity, organisation, place)
      JOIN record.witness ON witness.inquiry_id = \(viewpoint.inquiryID)
        AND witness.person_id = given.person AND witness.capacity = given.capacity
        AND witness.organisation = given.organisation
      ORDER BY place
      """)
  }

  private func insertPassages(of source: Identifier<Source>, on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.passage (source_id, ordinal, kind, point_number, is_chair)
      SELECT \(source), ordinal, kind, point, false
      FROM unnest(\(passages.map(\.kind.rawValue)), \(passages.map(\.point))) WITH ORDINALITY
        AS given (kind, point, ordinal)
      """)
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      SELECT passage.id, 1, 'corrected', \(facts.language), text, exact_digest, wording_digest
      FROM unnest(
        \(passages.map(\.text)), \(passages.map(\.exactDigest)),
        \(passages.map(\.wordingDigest))) WITH ORDINALITY
        AS given (text, exact_digest, wording_digest, ordinal)
      JOIN record.passage ON passage.source_id = \(source) AND passage.ordinal = given.ordinal
      """)
  }
}
