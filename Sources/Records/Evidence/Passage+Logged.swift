import Inquiries
import Postgres

extension Passage {
  /// Lines of the sittings that no transcript has settled yet, to be found by
  /// their provisional locators. Stage texts and struck lines have none.
  static func loggedEntries(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PassageEntry] {
    struct Bare {
      let session: Identifier<Session>
      let last: Int
      let numbering: LogNumbering.Line
      let entry: (LogNumbering.Place) -> PassageEntry
    }
    let lines = try connection.query(
      """
      WITH base AS MATERIALIZED (
        SELECT session.id AS session_id, \(Sitting.lastQuestion(before: "session")) AS last
        FROM record.session
        WHERE session.inquiry_id = \(viewpoint.inquiryID) AND settled_on IS NULL)
      SELECT session.id, base.last, log_line.kind,
        question_number, is_struck, passage.id, version.id, source.reference, session.number,
        source.state, version.stage, \(printedSpeaker)
      FROM record.log_line
      JOIN record.passage ON passage.id = log_line.passage_id
      \(joins)
      JOIN base ON base.session_id = log_line.session_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      ORDER BY session.id, spoken_at, log_line.passage_id
      """
    ) { row -> Bare in
      let session: Identifier<Session> = try row.next()
      let last: Int = try row.next()
      let kind: LogLineKind = try row.word()
      let typed: Int? = try row.next()
      let numbering = LogNumbering.Line(kind, typedNumber: typed, isStruck: try row.next())
      let passage: Identifier<Passage> = try row.next()
      let version: Identifier<PassageVersion> = try row.next()
      let reference: String = try row.next()
      let number: Int? = try row.next()
      let state: SourceState = try row.word()
      let stage: Stage = try row.word()
      let speaker: String? = try row.next()
      return Bare(session: session, last: last, numbering: numbering) { place in
        PassageEntry(
          passage: passage, version: version, sourceReference: reference, sessionNumber: number,
          sourceKind: .log, sourceState: state, stage: stage, kind: .logged,
          questionNumber: kind == .question ? place.question : nil, block: place.question,
          offset: place.offset, point: nil, speaker: speaker)
      }
    }
    return Dictionary(grouping: lines, by: \.session).values.flatMap { lines in
      let places = LogNumbering.places(
        of: lines.map(\.numbering), after: lines.first?.last ?? 0
      ).places
      return zip(lines, places).compactMap { line, place in place.map(line.entry) }
    }
  }

  /// Where the lines of these versions stand, provisionally.
  static func loggedPlaces(
    of versions: [Identifier<PassageVersion>], on connection: Connection
  ) throws -> [Identifier<PassageVersion>: LogNumbering.Place] {
    guard !versions.isEmpty else { return [:] }
    let lines = try connection.query(
      """
      SELECT version.id, session_id, passage_id
      FROM record.passage_version AS version
      JOIN record.log_line USING (passage_id)
      WHERE version.id = ANY (\(versions))
      """
    ) { row -> (Identifier<PassageVersion>, Identifier<Session>, Identifier<Passage>) in
      (try row.next(), try row.next(), try row.next())
    }
    var places: [Identifier<Passage>: LogNumbering.Place] = [:]
    for session in Set(lines.map(\.1)) {
      for line in try LogLine.standing(of: session, on: connection).lines {
        guard let question = line.line.question, let offset = line.line.offset else { continue }
        places[line.passage] = LogNumbering.Place(question: question, offset: offset)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: lines.compactMap { line in places[line.2].map { (line.0, $0) } })
  }

  /// The same line at its provisional place.
  func logged(at place: LogNumbering.Place) -> Passage {
    Passage(
      ordinal: ordinal, kind: kind, reference: reference, sessionNumber: sessionNumber,
      question: place.question, offset: place.offset, point: nil, panel: panel, speaker: speaker,
      version: version, stage: stage, text: text)
  }
}
