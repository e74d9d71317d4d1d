public import Inquiries
public import Postgres

/// One version of a published passage.
public struct PublishedVersion: Sendable {
  public let passage: PublishedPassage
  public let isCurrent: Bool
  /// Number of the version that stands, and its words.
  public let standing: (number: Int, text: String)

  /// The correction that took its place; `nil` of what stands, and of what a
  /// report holds on to that never was public before.
  public var superseding: Correction? {
    passage.corrections.first { $0.version == passage.passage.version + 1 }
  }

  /// Whose version is asked for.
  public enum Place: Hashable, Sendable {
    /// A turn by its question and its place after it.
    case turn(question: Int, offset: Int)
    /// A turn before the first question of a session.
    case opening(session: Int, offset: Int)
    case point(session: Int, number: Int)
    /// A paragraph of a submission or document.
    case paragraph(reference: String, number: ParagraphNumber)
    /// An answer of a survey, by its anchor on the survey's page: `q4-yes`.
    case answer(survey: String, anchor: String)

    fileprivate func condition(
      in inquiry: Identifier<Inquiry>, on connection: Connection
    ) throws -> SQL {
      switch self {
      case .turn(let question, let offset):
        return
          "passage.question_number = \(question) AND passage.block_offset = \(offset) AND \(question) > 0"
      case .opening(let session, let offset):
        return """
          passage.question_number = 0 AND passage.block_offset = \(offset)
            AND session.number = \(session)
          """
      case .point(let session, let number):
        return """
          passage.kind = 'point' AND passage.point_number = \(number)
            AND session.number = \(session)
          """
      case .paragraph(let reference, let number):
        return """
          passage.kind = 'paragraph' AND source.reference = \(reference)
            AND (passage.point_number = \(number.plain)
              OR passage.outline_number = \(number.description))
          """
      case .answer(let survey, let anchor):
        guard
          let place = try AnswerPlace.published(
            at: anchor, of: survey, in: inquiry, on: connection)
        else { return "false" }
        return """
          source.reference = \(survey) AND passage.question_code = \(place.question)
            AND passage.option_code = \(place.option)
          """
      }
    }
  }

  /// - Returns: A version with all that was corrected in its passage; `nil` for
  ///   one that is not public.
  public static func find(
    _ number: Int, of place: Place, in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> PublishedVersion? {
    try find("version.number = \(number)", of: place, in: inquiry, on: connection)
  }

  /// - Returns: The version that stands at a place.
  public static func standing(
    at place: Place, in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> PublishedVersion? {
    try find("version.is_current", of: place, in: inquiry, on: connection)
  }

  private static func find(
    _ which: SQL, of place: Place, in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> PublishedVersion? {
    var ids: [Identifier<Passage>] = []
    var corrected: [Identifier<Passage>] = []
    let found = try connection.first(
      """
      SELECT passage.id, version.is_current, standing.number, standing.text,
        \(PublishedPassage.columns)
      FROM published.passage
      \(PublishedPassage.joins)
      JOIN published.passage_version AS version ON version.passage_id = passage.id
      JOIN published.passage_version AS standing
        ON standing.passage_id = passage.id AND standing.is_current
      WHERE passage.inquiry_id = \(inquiry) AND \(which)
        AND \(try place.condition(in: inquiry, on: connection))
      ORDER BY passage.id
      """
    ) { row -> (isCurrent: Bool, standing: (Int, String), passage: PublishedPassage) in
      ids.append(try row.next())
      let isCurrent: Bool = try row.next()
      let standing: (Int, String) = (try row.next(), try row.next())
      let read = try PublishedPassage.read(&row)
      if let id = read.corrected { corrected.append(id) }
      return (isCurrent, standing, read.passage)
    }
    guard let found else { return nil }
    let passages = try PublishedPassage.annotated(
      [found.passage], ids, corrected, isReported: false, on: connection)
    return PublishedVersion(
      passage: passages[0], isCurrent: found.isCurrent, standing: found.standing)
  }

  /// What is told of a version that was public and from which words had to go.
  public static func tombstone(
    _ number: Int, of place: Place, in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> Tombstone? {
    try connection.first(
      """
      SELECT source.reference, source.kind, session.number, source.title, removal.reason, removal.corrected_on
      FROM published.passage
      \(PublishedPassage.joins)
      JOIN published.correction AS removal
        ON removal.passage_id = passage.id AND removal.is_removal AND removal.version > \(number)
      WHERE passage.inquiry_id = \(inquiry)
        AND \(try place.condition(in: inquiry, on: connection)) AND EXISTS (
        SELECT FROM published.correction AS next
        WHERE next.passage_id = passage.id AND next.version = \(number) + 1)
      ORDER BY removal.version
      """
    ) { row in
      let reference: String = try row.next()
      let kind: SourceKind = try row.word()
      let session: Int? = try row.next()
      let title: String? = try row.next()
      return Tombstone(
        reference: reference,
        title: title
          ?? session.map { Source.title(of: kind, session: $0, hearing: .heardInPublic) }
          ?? "Written evidence",
        act: .removal, reason: try row.next() ?? "", removedOn: try row.next())
    }
  }
}

extension PublishedPassage {
  /// Passages, each with what was corrected in it.
  static func corrected(
    _ bare: [PublishedPassage], _ ids: [Identifier<Passage>],
    _ corrected: [Identifier<Passage>], on connection: Connection
  ) throws -> [PublishedPassage] {
    guard !corrected.isEmpty else { return bare }
    let rows = try connection.query(
      """
      SELECT passage_id, id, kind, corrected_on, version, is_removal, reason, footnote,
        supplement_reference
      FROM published.correction WHERE passage_id = ANY (\(corrected)) ORDER BY id
      """
    ) { row in (try row.next() as Identifier<Passage>, try Correction(&row)) }
    let corrections = Dictionary(grouping: rows, by: \.0)
    return zip(ids, bare).map { id, passage in
      var passage = passage
      passage.corrections = corrections[id]?.map(\.1) ?? []
      return passage
    }
  }
}
