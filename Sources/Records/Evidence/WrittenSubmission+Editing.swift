public import Inquiries
public import Postgres

extension WrittenSubmission {
  /// What was taken down of a submission at its receipt.
  public struct Facts: Sendable {
    let submitterKind: SubmitterKind
    let sequenceKind: SequenceKind
    let supplements: String?
    let call: String?
    let receivedOn: Day
    let datedOn: Day?
    let late: Lateness

    public init(
      submitterKind: SubmitterKind, sequenceKind: SequenceKind, supplements: String?,
      call: String?, receivedOn: Day, datedOn: Day?, late: Lateness
    ) {
      self.submitterKind = submitterKind
      self.sequenceKind = sequenceKind
      self.supplements = supplements
      self.call = call
      self.receivedOn = receivedOn
      self.datedOn = datedOn
      self.late = late
    }

    /// Puts them in the place of those on record.
    public func update(
      _ source: Identifier<Source>, as viewpoint: Viewpoint, on connection: Connection
    ) throws {
      try connection.execute(
        """
        UPDATE record.written_submission
        SET submitter_kind = \(submitterKind.rawValue), sequence_kind = \(sequenceKind.rawValue),
          supplements_source_id = (
            SELECT id FROM record.source
            WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(supplements)),
          call_for_evidence_id = (
            SELECT id FROM record.call_for_evidence
            WHERE inquiry_id = \(viewpoint.inquiryID) AND slug = \(call)),
          dated_on = \(datedOn), late = \(late.rawValue), revision = revision + 1
        WHERE source_id = \(source)
        """)
      try connection.execute(
        """
        UPDATE record.source SET received_on = \(receivedOn), revision = revision + 1
        WHERE id = \(source)
        """)
    }
  }

  /// Says in which capacity, and of which organisation, one who signed did so.
  public static func sign(
    _ source: Identifier<Source>, as before: Witness, nowAs now: Witness,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      WITH mine AS (
        SELECT contribution.id, witness.inquiry_id, person_id
        FROM record.contribution
        JOIN record.witness ON witness.id = witness_id
        JOIN record.person ON person.id = person_id
        WHERE source_id = \(source) AND person.name = \(before.name)
          AND capacity = \(before.capacity) AND organisation = \(before.organisation)
      ), wanted AS (
        INSERT INTO record.witness (inquiry_id, person_id, capacity, organisation)
        SELECT inquiry_id, person_id, \(now.capacity), \(now.organisation) FROM mine
        ON CONFLICT ON CONSTRAINT witness_once DO UPDATE SET revision = witness.revision
        RETURNING id
      )
      UPDATE record.contribution
      SET witness_id = wanted.id, revision = contribution.revision + 1
      FROM mine, wanted
      WHERE contribution.id = mine.id
      """)
  }
}
