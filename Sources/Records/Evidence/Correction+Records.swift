public import Inquiries
public import Postgres

/// A correction that is being recorded.
public struct NewCorrection: Sendable {
  /// What it is of: words by a further version, or what stands beneath them.
  public enum Matter: Sendable {
    case words(Identifier<PassageVersion>)
    case footnote(String)
    case supplement(Identifier<Source>)
  }

  public let passage: Identifier<Passage>
  public let kind: Correction.Kind
  public let matter: Matter

  public init(passage: Identifier<Passage>, kind: Correction.Kind, matter: Matter) {
    self.passage = passage
    self.kind = kind
    self.matter = matter
  }
}

/// What corrections made at once have in common.
public struct CorrectionFrame: Sendable {
  public let on: Day
  /// Why words had to go; `nil` where none had to.
  public let removal: String?
  /// The file they came in.
  public let original: Identifier<Original>?

  public init(on: Day, removal: String?, original: Identifier<Original>?) {
    self.on = on
    self.removal = removal
    self.original = original
  }
}

extension NewCorrection {
  /// Records corrections; whether the words before were public is read from what
  /// became of their source.
  ///
  /// - Returns: Their numbers, in the order given.
  @discardableResult
  public static func insert(
    _ corrections: [NewCorrection], _ frame: CorrectionFrame, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Int64] {
    let versions = corrections.map { correction -> Identifier<PassageVersion>? in
      if case .words(let version) = correction.matter { version } else { nil }
    }
    let footnotes = corrections.map { correction -> String? in
      if case .footnote(let words) = correction.matter { words } else { nil }
    }
    let supplements = corrections.map { correction -> Identifier<Source>? in
      if case .supplement(let source) = correction.matter { source } else { nil }
    }
    return try connection.query(
      """
      INSERT INTO record.correction
        (passage_id, kind, passage_version_id, footnote, supplement_source_id, is_removal,
         was_public, reason, original_id, corrected_on, staff_user_id)
      SELECT given.passage_id, given.kind, given.version_id, given.footnote, given.supplement_id,
        \(frame.removal != nil), NOT passage.is_private AND (source.state = 'published' OR EXISTS (
          SELECT FROM record.source_decision
          JOIN record.decision ON decision.id = decision_id
          WHERE source_id = source.id AND decision.act = 'publish')),
        \(frame.removal), \(frame.original), \(frame.on), \(viewpoint.actor.id)
      FROM unnest(
        \(corrections.map(\.passage)), \(corrections.map(\.kind.rawValue)), \(versions),
        \(footnotes), \(supplements)) WITH ORDINALITY
        AS given (passage_id, kind, version_id, footnote, supplement_id, ordinal)
      JOIN record.passage ON passage.id = given.passage_id
      JOIN record.source ON source.id = passage.source_id
      ORDER BY given.ordinal
      RETURNING id
      """
    ) { row in try row.next() }
  }
}

extension NewCorrection {
  /// The footnotes that a record brings along.
  ///
  /// - Parameter footnotes: Each with the place of its passage in the record, from 1.
  public static func footnotes(
    _ footnotes: [(ordinal: Int, words: String)], of reference: String, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [NewCorrection] {
    try connection.query(
      """
      SELECT passage.id, words
      FROM unnest(\(footnotes.map(\.ordinal)), \(footnotes.map(\.words))) WITH ORDINALITY
        AS given (ordinal, words, place)
      JOIN record.source
        ON source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
      JOIN record.passage ON passage.source_id = source.id AND passage.ordinal = given.ordinal
      ORDER BY place
      """
    ) { row in
      NewCorrection(
        passage: try row.next(), kind: .footnote, matter: .footnote(try row.next()))
    }
  }

  /// What is printed beneath an answer.
  ///
  /// - Parameter reference: Of the submission that it mentions.
  static func wordsBeneath(mentioning reference: SQL) -> SQL {
    "coalesce(footnote, 'Supplementary evidence: ' || \(reference))"
  }

  /// What stands beneath passages, in order, mentions of submissions as they are printed.
  public static func footnotes(
    of passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [Identifier<Passage>: [String]] {
    let rows = try connection.query(
      """
      SELECT correction.passage_id, \(wordsBeneath(mentioning: "supplement.reference"))
      FROM record.correction
      LEFT JOIN record.source AS supplement ON supplement.id = supplement_source_id
      WHERE correction.passage_id = ANY (\(passages)) AND correction.removed_on IS NULL
        AND correction.kind IN ('footnote', 'supplementary')
      ORDER BY correction.id
      """
    ) { row in (try row.next() as Identifier<Passage>, try row.next() as String) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}

extension CorrectionEntry {
  /// Every correction of a source, the newest last.
  public static func all(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [CorrectionEntry] {
    try connection.query(
      """
      SELECT \(Passage.columns), correction.id, correction.kind, correction.corrected_on,
        made.number, correction.is_removal, correction.reason, correction.footnote,
        supplement.reference, before.text, made.text, original.file_name, staff_user.name,
        correction.removed_on, correction.revision
      FROM record.correction
      JOIN record.passage ON passage.id = correction.passage_id
      \(Passage.joins)
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.passage_version AS made ON made.id = correction.passage_version_id
      LEFT JOIN record.passage_version AS before
        ON before.passage_id = passage.id AND before.number = made.number - 1
      LEFT JOIN record.source AS supplement ON supplement.id = supplement_source_id
      LEFT JOIN record.original ON original.id = correction.original_id
      LEFT JOIN record.staff_user ON staff_user.id = correction.staff_user_id
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
      ORDER BY correction.id
      """
    ) { row in
      let passage = try Passage(&row)
      let correction = try Correction(&row)
      return CorrectionEntry(
        locator: passage.place, correction: correction, before: try row.next(),
        after: try row.next(), fileName: try row.next(), staff: try row.next(),
        removedOn: try row.next(), revision: try row.next())
    }
  }
}

extension Correction {
  init(_ row: inout Row) throws {
    self.init(
      id: try row.next(), kind: try row.word(), on: try row.next(), version: try row.next(),
      isRemoval: try row.next(), reason: try row.next(), footnote: try row.next(),
      supplement: try row.next())
  }

  /// The passage of a correction, its kind and revision, locked.
  public static func locked(
    _ id: Int64, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (kind: Kind, source: Identifier<Source>, isRemoved: Bool, revision: Int)? {
    try connection.first(
      """
      SELECT correction.kind, source.id, correction.removed_on IS NOT NULL, correction.revision
      FROM record.correction
      JOIN record.passage ON passage.id = passage_id
      JOIN record.source ON source.id = passage.source_id
      WHERE correction.id = \(id) AND source.inquiry_id = \(viewpoint.inquiryID)
      FOR NO KEY UPDATE OF correction
      """
    ) { row in (try row.word(), try row.next(), try row.next(), try row.next()) }
  }

  /// Takes a footnote or supplement away again.
  public static func remove(_ id: Int64, on day: Day, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.correction SET removed_on = \(day), revision = revision + 1 WHERE id = \(id)
      """)
  }
}
