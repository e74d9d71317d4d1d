public import Inquiries
public import Postgres

/// Reads written submissions from `published`.
public enum PublishedSubmission {
  /// The published submissions of an inquiry, by reference.
  public static func all(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [WrittenSubmission] {
    try read("source.inquiry_id = \(inquiry)", on: connection)
  }

  /// One published submission.
  public static func find(
    _ reference: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> WrittenSubmission? {
    try read("source.inquiry_id = \(inquiry) AND source.reference = \(reference)", on: connection)
      .first
  }

  private static func read(
    _ condition: SQL, on connection: Connection
  ) throws -> [WrittenSubmission] {
    try connection.query(
      """
      SELECT source.reference, submitter, submitter_kind, sequence_kind, supplements_reference,
        call.slug, received_on, dated_on, is_anonymous, is_redacted, source.published_on
      FROM published.written_submission AS written
      JOIN published.source ON source.id = written.source_id
      LEFT JOIN published.call_for_evidence AS call ON call.id = written.call_for_evidence_id
      WHERE \(condition)
      ORDER BY source.reference COLLATE "C"
      """
    ) { row in
      let reference: String = try row.next()
      let submitter: String = try row.next()
      let kind: WrittenSubmission.SubmitterKind = try row.word()
      let sequence: WrittenSubmission.SequenceKind = try row.word()
      let supplements: String? = try row.next()
      let call: String? = try row.next()
      let receivedOn: Day = try row.next()
      let datedOn: Day? = try row.next()
      let isAnonymous: Bool = try row.next()
      let isRedacted: Bool = try row.next()
      return WrittenSubmission(
        reference: reference, state: .published, submitter: submitter, submitterKind: kind,
        sequenceKind: sequence, supplements: supplements, call: call, receivedOn: receivedOn,
        datedOn: datedOn, late: .no,
        outcome: isAnonymous
          ? .publishedAnonymous : isRedacted ? .publishedRedacted : .publishedNamed,
        publishedOn: try row.next(), isRedacted: isRedacted, confidentialityAsked: nil,
        revision: 0)
    }
  }
}
