public import Inquiries
public import Postgres

extension WrittenSubmission {
  /// Its revision counts the changes of the source, whose state it shows, with its own.
  static let columns: SQL = """
    source.reference, source.state, submitter.name, written.submitter_kind, written.sequence_kind,
    earlier.reference, call.slug, source.received_on, written.dated_on, written.late,
    written.outcome, source.published_on,
    EXISTS (
      SELECT FROM record.passage
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      JOIN record.redacted_text ON passage_version_id = version.id
      WHERE passage.source_id = source.id),
    written.confidentiality_asked, campaign.name, written.revision + source.revision - 1
    """

  static let tables: SQL = """
    record.written_submission AS written
    JOIN record.source ON source.id = written.source_id
    JOIN (\(Source.submitters)) AS submitter ON submitter.source_id = source.id
    LEFT JOIN record.source AS earlier ON earlier.id = written.supplements_source_id
    LEFT JOIN record.call_for_evidence AS call ON call.id = written.call_for_evidence_id
    LEFT JOIN record.campaign ON campaign.id = written.campaign_id
    """

  init(_ row: inout Row) throws {
    self.init(
      reference: try row.next(), state: try row.word(), submitter: try row.next(),
      submitterKind: try row.word(), sequenceKind: try row.word(), supplements: try row.next(),
      call: try row.next(), receivedOn: try row.next(), datedOn: try row.next(),
      late: try row.word(), outcome: try row.word(), publishedOn: try row.next(),
      isRedacted: try row.next(), confidentialityAsked: try row.next(),
      campaign: try row.next(), revision: try row.next())
  }

  /// Which submissions are meant; nothing set means all.
  public struct Filter: Sendable {
    public var state: SourceState?
    public var outcome: Outcome?
    /// Slug of the call that was answered.
    public var call: String?
    public var late: Lateness?
    /// Name of the campaign that it was confirmed to be of.
    public var campaign: String?

    public init(
      state: SourceState? = nil, outcome: Outcome? = nil, call: String? = nil,
      late: Lateness? = nil, campaign: String? = nil
    ) {
      self.state = state
      self.outcome = outcome
      self.call = call
      self.late = late
      self.campaign = campaign
    }
  }

  /// The submissions of the inquiry, by reference.
  public static func all(
    _ filter: Filter = Filter(), as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [WrittenSubmission] {
    try connection.query(
      """
      SELECT \(columns) FROM \(tables)
      WHERE written.inquiry_id = \(viewpoint.inquiryID)
        AND (\(filter.state?.rawValue) IS NULL OR source.state = \(filter.state?.rawValue))
        AND (\(filter.outcome?.rawValue) IS NULL OR written.outcome = \(filter.outcome?.rawValue))
        AND (\(filter.call) IS NULL OR call.slug = \(filter.call))
        AND (\(filter.late?.rawValue) IS NULL OR written.late = \(filter.late?.rawValue))
        AND (\(filter.campaign) IS NULL OR campaign.name = \(filter.campaign))
      ORDER BY written.number
      """
    ) { row in try WrittenSubmission(&row) }
  }

  /// One submission by its reference.
  public static func find(
    _ reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> WrittenSubmission? {
    try connection.first(
      """
      SELECT \(columns) FROM \(tables)
      WHERE written.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
      """
    ) { row in try WrittenSubmission(&row) }
  }

  /// The submissions among these sources, in the order of their ids.
  public static func among(
    _ sources: [Identifier<Source>], on connection: Connection
  ) throws -> [(id: Identifier<Source>, submission: WrittenSubmission)] {
    try connection.query(
      """
      SELECT source.id, \(columns) FROM \(tables)
      WHERE source.id = ANY (\(sources))
      ORDER BY source.id
      """
    ) { row in (try row.next(), try WrittenSubmission(&row)) }
  }

  /// All that staff see of a submission without its words.
  public static func detail(
    _ reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> SubmissionDetail? {
    guard let submission = try find(reference, as: viewpoint, on: connection) else { return nil }
    let (id, paragraphs) = try connection.one(
      """
      SELECT source.id, (
        SELECT count(*) FROM record.passage
        WHERE source_id = source.id AND point_number IS NOT NULL)
      FROM record.source
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """
    ) { row in (try row.next() as Identifier<Source>, try row.next() as Int) }
    let decisions = try connection.query(
      """
      SELECT act, decided_on, decided_by, reason FROM record.decision
      JOIN record.source_decision ON decision_id = decision.id
      WHERE source_id = \(id) ORDER BY decision.id
      """
    ) { row in try DecisionTaken(&row) }
    return SubmissionDetail(
      submission: submission, contributions: try Contribution.of([id], on: connection),
      paragraphCount: paragraphs, omissions: try Omission.all(in: [id], on: connection),
      decisions: decisions)
  }

  /// The language that it was received in.
  public static func language(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT language FROM record.source
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """
    ) { row in try row.next() }
  }

  /// The number of the next submission; the caller holds the inquiry's lock.
  public static func nextNumber(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int {
    try Source.nextNumber(
      of: .writtenSubmission, in: "record.written_submission", as: viewpoint, on: connection)
  }

  /// The submission that was read from a file of this digest and that just these
  /// signed; others may have sent the same letter.
  ///
  /// - Parameter names: Those who signed, each once, at least one.
  public static func reference(
    sha256: [UInt8], signedBy names: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT source.reference
      FROM record.person AS first
      JOIN record.witness ON witness.person_id = first.id
      JOIN record.contribution ON contribution.witness_id = witness.id
      JOIN record.source ON source.id = contribution.source_id
      JOIN record.original ON original.id = source.original_id
      WHERE first.name = \(names.first) AND source.inquiry_id = \(viewpoint.inquiryID)
        AND source.kind = 'written_submission' AND sha256 = \(sha256)
        AND (
          SELECT array_agg(DISTINCT person.name COLLATE "C" ORDER BY person.name COLLATE "C")
          FROM record.contribution AS signed
          JOIN record.witness AS signer ON signer.id = signed.witness_id
          JOIN record.person ON person.id = signer.person_id
          WHERE signed.source_id = source.id) = (
          SELECT array_agg(name COLLATE "C" ORDER BY name COLLATE "C")
          FROM unnest(\(names)) AS given (name))
      ORDER BY source.id
      """
    ) { row in try row.next() }
  }

  /// References of submissions whose paragraphs are worded the same, the first
  /// twenty: a campaign may have thousands.
  public static func worded(
    like digest: [UInt8], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      SELECT reference FROM record.written_submission AS written
      JOIN record.source ON source.id = source_id
      WHERE written.inquiry_id = \(viewpoint.inquiryID) AND wording_digest = \(digest)
      ORDER BY number
      LIMIT 20
      """
    ) { row in try row.next() }
  }
}

extension DecisionTaken {
  init(_ row: inout Row) throws {
    self.init(act: try row.next(), on: try row.next(), by: try row.next(), reason: try row.next())
  }
}

extension WrittenSubmission {
  /// Sets how these submissions are to appear.
  ///
  /// - Parameter printedName: What stands in place of the names, where they must
  ///   not be printed.
  public static func decide(
    _ outcome: Outcome, printedName: String?, for sources: [Identifier<Source>],
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.written_submission
      SET outcome = \(outcome.rawValue), printed_name = \(printedName), revision = revision + 1
      WHERE source_id = ANY (\(sources))
        AND (outcome, printed_name) IS DISTINCT FROM (\(outcome.rawValue), \(printedName))
      """)
  }

  /// Lets those that came late be treated like the others.
  public static func admit(
    _ sources: [Identifier<Source>], on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.written_submission SET late = 'admitted', revision = revision + 1
      WHERE source_id = ANY (\(sources))
      """)
  }

  /// Enters that a decision was about these sources, whose state it left.
  public static func note(
    _ decision: Identifier<Decision>, about sources: [Identifier<Source>],
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.source_decision (decision_id, source_id)
      SELECT \(decision), unnest(\(sources))
      """)
  }
}
