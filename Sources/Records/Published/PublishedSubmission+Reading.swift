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

  /// Those that came in answer to a call.
  public static func answering(
    _ call: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [WrittenSubmission] {
    try read("source.inquiry_id = \(inquiry) AND call.slug = \(call)", on: connection)
  }

  /// Later ones that add to it.
  public static func adding(
    to reference: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [WrittenSubmission] {
    try read(
      "source.inquiry_id = \(inquiry) AND supplements_reference = \(reference)", on: connection)
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
      return WrittenSubmission(
        published: reference, submitter: submitter, submitterKind: kind, sequenceKind: sequence,
        supplements: try row.next(), call: try row.next(), receivedOn: try row.next(),
        datedOn: try row.next(), isAnonymous: try row.next(), isRedacted: try row.next(),
        publishedOn: try row.next())
    }
  }
}

extension WrittenSubmission {
  /// As the public sees it: of its way there, the working record alone knows.
  init(
    published reference: String, submitter: String, submitterKind: SubmitterKind,
    sequenceKind: SequenceKind, supplements: String?, call: String?, receivedOn: Day,
    datedOn: Day?, isAnonymous: Bool, isRedacted: Bool, publishedOn: Day?
  ) {
    self.init(
      reference: reference, state: .published, submitter: submitter,
      submitterKind: submitterKind, sequenceKind: sequenceKind, supplements: supplements,
      call: call, receivedOn: receivedOn, datedOn: datedOn, late: .no,
      outcome: isAnonymous
        ? .publishedAnonymous : isRedacted ? .publishedRedacted : .publishedNamed,
      publishedOn: publishedOn, isRedacted: isRedacted, confidentialityAsked: nil, revision: 0)
  }
}
