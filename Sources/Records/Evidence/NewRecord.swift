public import Inquiries
public import Postgres

/// One passage of a record that is being received.
public struct NewPassage: Sendable {
  public let kind: PassageKind
  /// The question it belongs to; `nil` before the first and for points.
  public let question: Int?
  public let offset: Int?
  public let point: Int?
  /// Number of a paragraph in a document that counts within its chapters.
  public let outline: ParagraphNumber?
  /// Page of a document on which it begins.
  public let page: Int?
  public let panel: Int?
  public let person: Identifier<Person>?
  public let label: String?
  public let isChair: Bool
  public let text: String
  public let exactDigest: [UInt8]
  public let wordingDigest: [UInt8]

  public init(
    kind: PassageKind, question: Int?, offset: Int?, point: Int?,
    outline: ParagraphNumber? = nil, page: Int? = nil, panel: Int?,
    person: Identifier<Person>?, label: String?, isChair: Bool, text: String, digest: TextDigest
  ) {
    self.kind = kind
    self.question = question
    self.offset = offset
    self.point = point
    self.outline = outline
    self.page = page
    self.panel = panel
    self.person = person
    self.label = label
    self.isChair = isChair
    self.text = text
    exactDigest = digest.exact(text)
    wordingDigest = digest.wording(text)
  }
}

/// The record of a session as an import has read it, with everyone in it known.
public struct NewRecord: Sendable {
  public struct PanelWitness: Sendable {
    public let person: Identifier<Person>
    public let capacity: String
    public let organisation: String

    public init(person: Identifier<Person>, capacity: String, organisation: String) {
      self.person = person
      self.capacity = capacity
      self.organisation = organisation
    }
  }

  public let kind: SourceKind
  public let stage: Stage
  public let language: String
  public let agreedOn: Day?
  public let receivedOn: Day
  public let members: [(person: Identifier<Person>, isChair: Bool)]
  public let panels: [[PanelWitness]]
  public let passages: [NewPassage]
  public let unplaced: [UnplacedLine]

  public init(
    kind: SourceKind, stage: Stage, language: String, agreedOn: Day?, receivedOn: Day,
    members: [(person: Identifier<Person>, isChair: Bool)], panels: [[PanelWitness]],
    passages: [NewPassage], unplaced: [UnplacedLine]
  ) {
    self.kind = kind
    self.stage = stage
    self.language = language
    self.agreedOn = agreedOn
    self.receivedOn = receivedOn
    self.members = members
    self.panels = panels
    self.passages = passages
    self.unplaced = unplaced
  }

  /// Opens a session; its number must have been drawn under the numbering lock.
  public static func insertSession(
    number: Int, heldOn: Day, hearing: Hearing, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.session (inquiry_id, number, held_on, hearing)
      VALUES (\(viewpoint.inquiryID), \(number), \(heldOn), \(hearing.rawValue))
      """)
  }

  /// Puts the record into its session, set by set, never row by row.
  public func insert(
    reference: String, session number: Int, original: Identifier<Original>,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    let session = try connection.one(
      """
      SELECT id FROM record.session
      WHERE inquiry_id = \(viewpoint.inquiryID) AND number = \(number)
      """
    ) { row -> Identifier<Session> in try row.next() }
    let panelIDs = try SessionPeople(members: members, panels: panels).insert(
      into: session, as: viewpoint, on: connection)
    let source = try connection.one(
      """
      INSERT INTO record.source
        (inquiry_id, session_id, kind, reference, stage, language, agreed_on, original_id,
         received_on)
      VALUES
        (\(viewpoint.inquiryID), \(session), \(kind.rawValue), \(reference), \(stage.rawValue),
         \(language), \(agreedOn), \(original), \(receivedOn))
      RETURNING id
      """
    ) { row -> Identifier<Source> in try row.next() }
    try Session.insertContributions(to: session, on: connection)
    try insertPassages(of: source, panels: panelIDs, as: viewpoint, on: connection)
    try connection.execute(
      """
      INSERT INTO record.unplaced_line (source_id, ordinal, line, text, reason)
      SELECT \(source), ordinal, line, text, reason
      FROM unnest(\(unplaced.map(\.line)), \(unplaced.map(\.text)), \(unplaced.map(\.reason)))
        WITH ORDINALITY AS given (line, text, reason, ordinal)
      """)
  }

  private func insertPassages(
    of source: Identifier<Source>, panels: [Identifier<Panel>], as viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    let questions = Set(passages.compactMap(\.question)).sorted()
    try connection.execute(
      """
      INSERT INTO record.question_block (inquiry_id, source_id, number)
      SELECT \(viewpoint.inquiryID), \(source), unnest(\(questions))
      """)
    let panelOf = passages.map { passage in
      passage.panel.flatMap { panels.indices.contains($0 - 1) ? panels[$0 - 1] : nil }
    }
    try connection.execute(
      """
      INSERT INTO record.passage
        (source_id, ordinal, kind, question_block_id, block_offset, point_number, panel_id,
         person_id, label, is_chair)
      SELECT \(source), ordinal, kind, question_block.id, block_offset, point, panel, person,
        label, is_chair
      FROM unnest(
        \(passages.map(\.kind.rawValue)), \(passages.map(\.question)), \(passages.map(\.offset)),
        \(passages.map(\.point)), \(panelOf), \(passages.map(\.person)),
        \(passages.map(\.label)), \(passages.map(\.isChair))) WITH ORDINALITY
        AS given (kind, question, block_offset, point, panel, person, label, is_chair, ordinal)
      LEFT JOIN record.question_block
        ON question_block.inquiry_id = \(viewpoint.inquiryID) AND number = question
      """)
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      SELECT passage.id, 1, \(stage.rawValue), \(language), text, exact_digest, wording_digest
      FROM unnest(
        \(passages.map(\.text)), \(passages.map(\.exactDigest)),
        \(passages.map(\.wordingDigest))) WITH ORDINALITY
        AS given (text, exact_digest, wording_digest, ordinal)
      JOIN record.passage ON passage.source_id = \(source) AND passage.ordinal = given.ordinal
      """)
  }
}

/// Witnesses heard together, for ``Identifier``.
public enum Panel {}
