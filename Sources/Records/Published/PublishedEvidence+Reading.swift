public import Inquiries
public import Postgres

extension PublishedEvidence {
  /// Where a listing stands, so that the next page goes on from there.
  public struct Place: Hashable, Sendable {
    public let givenOn: Day
    /// Of a submission ``written``.
    public let session: Int
    public let reference: String

    /// Submissions stand after every session.
    public static let written = Int(Int32.max)

    public init(givenOn: Day, session: Int, reference: String) {
      self.givenOn = givenOn
      self.session = session
      self.reference = reference
    }
  }

  /// Where it stands in a listing.
  public var place: Place {
    Place(
      givenOn: givenOn, session: source.sessionNumber ?? Place.written,
      reference: source.reference)
  }

  /// How many published sources a filter lets through.
  public static func count(
    _ filter: EvidenceFilter, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> Int {
    try connection.one("SELECT count(*) FROM (\(found(filter, of: inquiry))) AS found") { row in
      try row.next()
    }
  }

  /// A stretch of the published sources that a filter lets through.
  ///
  /// Witnesses are gathered for those shown alone.
  public static func page(
    _ filter: EvidenceFilter, _ order: EvidenceOrder, after place: Place?, limit: Int,
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [PublishedEvidence] {
    try connection.query(
      """
      SELECT reference, kind, stage, session_number, hearing, held_on, agreed_on, published_on,
        question_from, question_to, submitter, title, submitter_kind, sequence_kind,
        supplements_reference, call_slug, received_on, dated_on, is_anonymous, is_redacted,
        given_on,
        array(
          SELECT person.name FROM published.session_witness
          JOIN published.witness ON witness.id = witness_id
          JOIN published.person ON person.id = person_id
          WHERE session_witness.session_id = shown.session_id
          GROUP BY witness_id, person.name ORDER BY min(panel), min(ordinal))
      FROM (
        SELECT * FROM (\(found(filter, of: inquiry))) AS found
        WHERE \(beyond(place, order)) ORDER BY \(sorting(order)) LIMIT \(limit)
      ) AS shown
      ORDER BY \(sorting(order))
      """
    ) { row in try PublishedEvidence(&row) }
  }

  private static func found(_ filter: EvidenceFilter, of inquiry: Identifier<Inquiry>) -> SQL {
    """
    SELECT source.*, session.number AS session_number, session.hearing, session.held_on,
      written.submitter, written.submitter_kind, written.sequence_kind,
      written.supplements_reference, written.received_on, written.dated_on,
      written.is_anonymous, written.is_redacted, call.slug AS call_slug,
      coalesce(session.held_on, written.received_on, source.agreed_on, source.published_on)
        AS given_on,
      coalesce(session.number, 2147483647) AS session_place
    FROM published.source
    LEFT JOIN published.session ON session.id = source.session_id
    LEFT JOIN published.written_submission AS written ON written.source_id = source.id
    LEFT JOIN published.call_for_evidence AS call ON call.id = written.call_for_evidence_id
    WHERE \(([ "source.inquiry_id = \(inquiry)"] + conditions(filter)).joined(separator: " AND "))
    """
  }

  private static func conditions(_ filter: EvidenceFilter) -> [SQL] {
    var conditions: [SQL] = []
    if let kind = filter.kind {
      conditions.append("source.kind = ANY (\(kind.kinds.map(\.rawValue)))")
    }
    if let session = filter.session { conditions.append("session.number = \(session)") }
    if let call = filter.call { conditions.append("call.slug = \(call)") }
    if let group = filter.group {
      conditions.append(
        """
        EXISTS (
          SELECT FROM published.session_witness
          JOIN published.witness ON witness.id = witness_id
          WHERE session_id = source.session_id AND group_name = \(group))
        """)
    }
    let words = filter.name.split(whereSeparator: \.isWhitespace).map(String.init)
    if !words.isEmpty {
      conditions.append(
        """
        (\(hasAll(words, "coalesce(written.submitter, source.title)")) OR EXISTS (
          SELECT FROM published.session_witness
          JOIN published.witness ON witness.id = witness_id
          JOIN published.person ON person.id = person_id
          WHERE session_id = source.session_id AND \(hasAll(words, "person.name"))))
        """)
    }
    let givenOn: SQL =
      "coalesce(session.held_on, written.received_on, source.agreed_on, source.published_on)"
    if let from = filter.from { conditions.append("\(givenOn) >= \(from)") }
    if let to = filter.to { conditions.append("\(givenOn) <= \(to)") }
    return conditions
  }

  /// Whether a name has all the words, in whatever case and form of apostrophe.
  private static func hasAll(_ words: [String], _ name: SQL) -> SQL {
    """
    (\(name) IS NOT NULL AND NOT EXISTS (
      SELECT FROM unnest(\(words)) AS word
      WHERE strpos(lower(translate(\(name), '’', '''')), lower(translate(word, '’', ''''))) = 0))
    """
  }

  /// The order is whole: a reference stands once in an inquiry.
  private static func sorting(_ order: EvidenceOrder) -> SQL {
    switch order {
    case .newest: "given_on DESC, session_place DESC, reference COLLATE \"C\" DESC"
    case .oldest: "given_on, session_place, reference COLLATE \"C\""
    case .reference: "session_place, reference COLLATE \"C\""
    }
  }

  private static func beyond(_ place: Place?, _ order: EvidenceOrder) -> SQL {
    guard let place else { return "true" }
    return switch order {
    case .newest:
      """
      (given_on, session_place, reference COLLATE "C")
        < (\(place.givenOn), \(place.session), \(place.reference))
      """
    case .oldest:
      """
      (given_on, session_place, reference COLLATE "C")
        > (\(place.givenOn), \(place.session), \(place.reference))
      """
    case .reference:
      "(session_place, reference COLLATE \"C\") > (\(place.session), \(place.reference))"
    }
  }
}

extension PublishedEvidence {
  /// What filters can be set to: numbers of sessions, calls, groups of witnesses.
  public struct Choices: Sendable {
    public let sessions: [Int]
    public let calls: [(slug: String, title: String)]
    public let groups: [String]

    public static func read(
      of inquiry: Identifier<Inquiry>, on connection: Connection
    ) throws -> Choices {
      Choices(
        sessions: try connection.query(
          """
          SELECT DISTINCT session.number FROM published.source
          JOIN published.session ON session.id = session_id
          WHERE source.inquiry_id = \(inquiry) ORDER BY session.number
          """
        ) { row in try row.next() },
        calls: try connection.query(
          """
          SELECT slug, title FROM published.call_for_evidence
          WHERE inquiry_id = \(inquiry) ORDER BY published_on, slug COLLATE "C"
          """
        ) { row in (slug: try row.next(), title: try row.next()) },
        groups: try connection.query(
          """
          SELECT DISTINCT group_name COLLATE "C" AS name FROM published.witness
          WHERE inquiry_id = \(inquiry) AND group_name IS NOT NULL ORDER BY name
          """
        ) { row in try row.next() })
    }
  }

  private init(_ row: inout Row) throws {
    let reference: String = try row.next()
    let kind: SourceKind = try row.word()
    let stage: Stage = try row.word()
    let session: Int? = try row.next()
    let hearing: Hearing? = try row.optionalWord()
    let heldOn: Day? = try row.next()
    let agreedOn: Day? = try row.next()
    let publishedOn: Day? = try row.next()
    let questions = try row.range()
    let submitter: String? = try row.next()
    let title: String? = try row.next()
    let source = Source(
      reference: reference, kind: kind, state: .published, stage: stage, sessionNumber: session,
      hearing: hearing, heldOn: heldOn, agreedOn: agreedOn, publishedOn: publishedOn,
      questions: questions, unplacedCount: 0, submitter: submitter,
      givenTitle: title, revision: 0)
    self.init(
      source: source, submission: try WrittenSubmission(of: source, &row),
      givenOn: try row.next(), witnesses: try row.next())
  }
}

extension WrittenSubmission {
  /// What a submission has beside its source; `nil` for any other, whose cells are
  /// empty.
  fileprivate init?(of source: Source, _ row: inout Row) throws {
    let kind: SubmitterKind? = try row.optionalWord()
    let sequence: SequenceKind? = try row.optionalWord()
    let supplements: String? = try row.next()
    let call: String? = try row.next()
    let receivedOn: Day? = try row.next()
    let datedOn: Day? = try row.next()
    let isAnonymous: Bool? = try row.next()
    let isRedacted: Bool? = try row.next()
    guard let kind, let sequence, let receivedOn, let isAnonymous, let isRedacted else {
      return nil
    }
    self.init(
      published: source.reference, submitter: source.submitter ?? "", submitterKind: kind,
      sequenceKind: sequence, supplements: supplements, call: call, receivedOn: receivedOn,
      datedOn: datedOn, isAnonymous: isAnonymous, isRedacted: isRedacted,
      publishedOn: source.publishedOn)
  }
}
