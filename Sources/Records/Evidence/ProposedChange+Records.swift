public import Inquiries
public import Postgres

/// A tracked change or comment that is being taken in.
public struct NewChange: Sendable {
  public let line: Int
  public let author: String
  public let markedOn: Day?
  public let gone: String
  public let come: String
  /// What a comment says, and the words it is on; `nil` for a change.
  public let comment: (text: String, words: String)?
  public let place: Place

  public enum Place: Sendable {
    /// In the words that stand, in code points.
    case words(Identifier<PassageVersion>, Range<Int>)
    /// Nowhere for sure, and why.
    case nowhere(String)
  }

  public init(
    line: Int, author: String, markedOn: Day?, gone: String, come: String,
    comment: (text: String, words: String)? = nil, place: Place
  ) {
    self.line = line
    self.author = author
    self.markedOn = markedOn
    self.gone = gone
    self.come = come
    self.comment = comment
    self.place = place
  }
}

/// A change as a decision on it must know it, locked.
public struct StandingChange: Sendable {
  public let id: Identifier<NewChange>
  public let number: Int
  public let passage: Identifier<Passage>?
  /// The words it was placed in, and where in them.
  public let version: Identifier<PassageVersion>?
  public let words: String
  public private(set) var span: Range<Int>
  public let come: String
  /// What it says, where it is a comment and no change.
  public let comment: String?
  public let original: Identifier<Original>
  public let decision: ProposedChange.Decision
  public let revision: Int

  /// The same at another place.
  public func at(_ span: Range<Int>) -> StandingChange {
    var moved = self
    moved.span = span
    return moved
  }
}

/// A file in which a copy came back.
public enum ReturnedFile {
  /// The file of this digest that was read for a copy.
  public static func find(
    _ sha256: [UInt8], of copy: Int64, on connection: Connection
  ) throws -> Identifier<ReturnedFile>? {
    try connection.first(
      """
      SELECT id FROM record.returned_file
      WHERE transcript_copy_id = \(copy) AND sha256 = \(sha256)
      """
    ) { row in try row.next() }
  }

  /// Keeps a file with its changes, which take the next numbers of the transcript.
  public static func insert(
    _ original: Identifier<Original>, _ sha256: [UInt8], of copy: Int64,
    in source: Identifier<Source>, on day: Day, _ changes: [NewChange], _ connection: Connection
  ) throws -> Identifier<ReturnedFile> {
    let file = try connection.one(
      """
      INSERT INTO record.returned_file (transcript_copy_id, original_id, sha256, received_on)
      VALUES (\(copy), \(original), \(sha256), \(day))
      RETURNING id
      """
    ) { row -> Identifier<ReturnedFile> in try row.next() }
    let versions = changes.map { change -> Identifier<PassageVersion>? in
      if case .words(let version, _) = change.place { version } else { nil }
    }
    let spans = changes.map { change -> Range<Int>? in
      if case .words(_, let span) = change.place { span } else { nil }
    }
    let reasons = changes.map { change -> String? in
      if case .nowhere(let reason) = change.place { reason } else { nil }
    }
    try connection.execute(
      """
      INSERT INTO record.tracked_change
        (source_id, number, returned_file_id, line, author, marked_on, passage_version_id, span_from,
         span_to, gone, come, misplaced, comment, commented)
      SELECT \(source), last.number + ordinal, \(file), line, author, marked_on, version_id,
        span_from, span_to, gone, come, misplaced, comment, commented
      FROM unnest(
        \(changes.map(\.line)), \(changes.map(\.author)), \(changes.map(\.markedOn)), \(versions),
        \(spans.map { $0?.lowerBound }), \(spans.map { $0?.upperBound }), \(changes.map(\.gone)),
        \(changes.map(\.come)), \(reasons), \(changes.map(\.comment?.text)),
        \(changes.map(\.comment?.words))) WITH ORDINALITY
        AS given (line, author, marked_on, version_id, span_from, span_to, gone, come, misplaced,
          comment, commented, ordinal)
      CROSS JOIN (
        SELECT coalesce(max(number), 0) AS number FROM record.tracked_change
        WHERE source_id = \(source)) AS last
      ORDER BY ordinal
      """)
    return file
  }
}

extension ProposedChange {
  /// The changes proposed to a transcript, by number.
  ///
  /// - Parameters:
  ///   - file: Only of this returned file.
  ///   - numbers: Only these.
  ///   - isOpen: Only those that nothing was decided on.
  public static func all(
    of reference: String, file: Identifier<ReturnedFile>? = nil, numbers: [Int]? = nil,
    isOpen: Bool = false, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [ProposedChange] {
    let ofFile: SQL = file.map { "file.id = \($0)" } ?? "true"
    let named: SQL = numbers.map { "change.number = ANY (\($0))" } ?? "true"
    let open: SQL = isOpen ? "change.decision = 'open'" : "true"
    let rows = try connection.query(
      """
      SELECT change.passage_version_id, change.span_from, change.span_to, change.number,
        original.file_name, coalesce(survivor.name, person.name), change.author, change.marked_on,
        change.line, change.gone, change.come, change.comment, change.commented,
        change.misplaced, change.decision, change.reason,
        change.correction_id, change.decided_on, staff_user.name,
        (SELECT count(*) FROM record.link
          JOIN record.passage_version AS placed ON placed.id = change.passage_version_id
          WHERE link.passage_id = placed.passage_id AND link.status = 'suspect'),
        change.revision
      FROM record.tracked_change AS change
      JOIN record.source ON source.id = change.source_id
      JOIN record.returned_file AS file ON file.id = change.returned_file_id
      JOIN record.original ON original.id = file.original_id
      JOIN record.transcript_copy AS copy ON copy.id = file.transcript_copy_id
      JOIN record.witness ON witness.id = copy.witness_id
      JOIN record.person ON person.id = witness.person_id
      LEFT JOIN record.person AS survivor ON survivor.id = person.merged_into_person_id
      LEFT JOIN record.staff_user ON staff_user.id = change.staff_user_id
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
        AND \(ofFile) AND \(named) AND \(open)
      ORDER BY change.number
      """
    ) { row in try ChangeRow(&row) }
    let words = try Passage.versions(rows.compactMap(\.version), on: connection)
    return rows.map { row in row.change(row.version.flatMap { words[$0]?.passage }) }
  }
}

/// A change without the passage that it was placed in.
private struct ChangeRow {
  let version: Identifier<PassageVersion>?
  let span: Range<Int>
  let change: (Passage?) -> ProposedChange

  init(_ row: inout Row) throws {
    version = try row.next()
    let from: Int? = try row.next()
    let to: Int? = try row.next()
    let span = (from ?? 0)..<(to ?? 0)
    self.span = span
    let number: Int = try row.next()
    let fileName: String = try row.next()
    let witness: String = try row.next()
    let author: String = try row.next()
    let markedOn: Day? = try row.next()
    let line: Int = try row.next()
    let gone: String = try row.next()
    let come: String = try row.next()
    let comment: String? = try row.next()
    let commented: String? = try row.next()
    let misplaced: String? = try row.next()
    let decision: ProposedChange.Decision = try row.word()
    let reason: String? = try row.next()
    let correction: Int64? = try row.next()
    let decidedOn: Day? = try row.next()
    let staff: String? = try row.next()
    let suspectLinks: Int = try row.next()
    let revision: Int = try row.next()
    change = { passage in
      let text = passage?.text ?? ""
      let around = ChangeRow.around(span, of: text)
      // The words beneath a comment stay.
      let stays = comment == nil ? "" : Wording.text(in: span, of: text) ?? ""
      return ProposedChange(
        number: number, fileName: fileName, witness: witness, author: author, markedOn: markedOn,
        line: line, locator: passage?.place, speaker: passage?.speaker,
        before: around.lead + gone + stays + around.tail,
        after: around.lead + come + stays + around.tail,
        gone: gone, come: come, comment: comment, commented: commented, misplaced: misplaced,
        decision: decision, reason: reason,
        correction: correction, decidedOn: decidedOn, staff: staff,
        suspectLinks: suspectLinks, revision: revision)
    }
  }

  /// The words around a span: as many as tell the place, cut where words end.
  private static func around(
    _ span: Range<Int>, of text: String
  ) -> (lead: String, tail: String) {
    let most = 80
    let scalars = Array(text.unicodeScalars)
    guard span.upperBound <= scalars.count else { return ("", "") }
    var lead = scalars[max(0, span.lowerBound - most)..<span.lowerBound]
    if lead.startIndex > 0 { lead = lead.drop { !$0.properties.isWhitespace } }
    var tail = scalars[span.upperBound..<min(scalars.count, span.upperBound + most)]
    if tail.endIndex < scalars.count {
      while let last = tail.last, !last.properties.isWhitespace { tail.removeLast() }
    }
    return (
      String(String.UnicodeScalarView(lead)), String(String.UnicodeScalarView(tail))
    )
  }
}

extension StandingChange {
  /// The changes of these numbers, locked; numbers that there are none of are left
  /// out.
  public static func locked(
    _ numbers: [Int], of source: Identifier<Source>, on connection: Connection
  ) throws -> [StandingChange] {
    try locked(
      "change.source_id = \(source) AND change.number = ANY (\(numbers))", on: connection)
  }

  /// The changes accepted in these words before, locked.
  public static func accepted(
    in versions: [Identifier<PassageVersion>], on connection: Connection
  ) throws -> [StandingChange] {
    try locked(
      "change.passage_version_id = ANY (\(versions)) AND change.decision = 'accepted'",
      on: connection)
  }

  private static func locked(
    _ condition: SQL, on connection: Connection
  ) throws -> [StandingChange] {
    try connection.query(
      """
      SELECT change.id, change.number, base.passage_id, base.id, base.text, change.span_from, change.span_to,
        change.come, change.comment, file.original_id, change.decision, change.revision
      FROM record.tracked_change AS change
      JOIN record.returned_file AS file ON file.id = change.returned_file_id
      LEFT JOIN record.passage_version AS base ON base.id = change.passage_version_id
      WHERE \(condition)
      ORDER BY change.number
      FOR NO KEY UPDATE OF change
      """
    ) { row in
      let id: Identifier<NewChange> = try row.next()
      let number: Int = try row.next()
      let passage: Identifier<Passage>? = try row.next()
      let version: Identifier<PassageVersion>? = try row.next()
      let words: String? = try row.next()
      let from: Int? = try row.next()
      let to: Int? = try row.next()
      return StandingChange(
        id: id, number: number, passage: passage, version: version, words: words ?? "",
        span: (from ?? 0)..<(to ?? 0),
        come: try row.next(), comment: try row.next(), original: try row.next(),
        decision: try row.word(),
        revision: try row.next())
    }
  }

  /// Records what was decided on changes.
  ///
  /// - Parameter corrections: What each became; `nil` for those refused.
  public static func decide(
    _ changes: [StandingChange], _ decision: ProposedChange.Decision, corrections: [Int64?],
    reason: String?, on day: Day, by viewpoint: Viewpoint, _ connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.tracked_change AS change
      SET decision = \(decision.rawValue), correction_id = given.correction_id,
        reason = \(reason), decided_on = \(day), staff_user_id = \(viewpoint.actor.id),
        revision = revision + 1
      FROM unnest(\(changes.map(\.id)), \(corrections)) AS given (id, correction_id)
      WHERE change.id = given.id
      """)
  }
}
