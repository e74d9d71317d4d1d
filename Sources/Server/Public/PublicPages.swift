import Conduct
import HTTPTypes
import Hummingbird
import Inquiries
import Postgres
import Records

/// An answer that was made, before its headers.
struct PublicAnswer: Sendable {
  var status: HTTPResponse.Status = .ok
  let contentType: String
  let body: ByteBuffer
  /// `nil` for what is told alike on every day.
  var day: InquiryDay?
  /// Of what is published; `nil` where it was not read along.
  var version: Int64?

  static func page(_ body: ByteBuffer, status: HTTPResponse.Status = .ok) -> PublicAnswer {
    PublicAnswer(status: status, contentType: "text/html; charset=utf-8", body: body)
  }
}

/// Reads what a page shows and draws it, on the connection's thread.
struct PublicPages: Sendable {
  let drawing: PublicDrawing

  /// - Returns: `nil` for what never was public.
  func answer(
    _ place: PublicPlace, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let slug = place.slug else {
      return draw(InquiriesPage(try PublishedInquiry.all(on: connection), drawing))
    }
    guard let inquiry = try PublishedInquiry.find(slug: slug, on: connection) else { return nil }
    var answer = try answer(place, of: inquiry, at: now, on: connection)
    answer?.version = inquiry.publication
    return answer
  }

  func draw(_ page: some DrawnPage, on day: InquiryDay? = nil) -> PublicAnswer {
    var answer = PublicAnswer.page(drawing.draw(page))
    answer.day = day
    return answer
  }

  private func answer(
    _ place: PublicPlace, of inquiry: PublishedInquiry, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer? {
    switch place {
    case .inquiries, .paragraph: nil
    case .inquiry: try overview(of: inquiry, at: now, on: connection)
    case .sessions:
      draw(
        SessionsPage(
          try PublishedSession.all(of: inquiry.id, on: connection), of: inquiry, drawing))
    case .session(_, let number): try session(number, of: inquiry, on: connection)
    case .transcript(_, let number, let file):
      try transcript(file, ofSession: number, of: inquiry, on: connection)
    case .question(_, let number): try question(number, of: inquiry, on: connection)
    case .witnesses:
      draw(
        WitnessesPage(
          try PublishedSession.all(of: inquiry.id, on: connection), of: inquiry, drawing))
    case .submissions:
      draw(
        SubmissionsPage(
          try PublishedSubmission.all(of: inquiry.id, on: connection), of: inquiry, drawing))
    case .submission(_, let reference): try submission(reference, of: inquiry, on: connection)
    case .version(_, let place, let number):
      try version(number, of: place, in: inquiry, on: connection)
    case .surveys:
      draw(
        SurveysPage(
          try PublishedSurvey.all(of: inquiry.id, on: connection), of: inquiry, drawing))
    case .survey(_, let reference): try survey(reference, of: inquiry, on: connection)
    case .answer(let slug, let reference, let anchor):
      try answer(anchor, of: reference, at: Address.written(slug, reference), inquiry, connection)
    case .surveyTables(_, let reference):
      try surveyTables(reference, of: inquiry, on: connection)
    case .documents:
      draw(
        DocumentsPage(
          try Document.published(of: inquiry.id, on: connection), of: inquiry, drawing))
    case .document(_, let reference): try document(reference, of: inquiry, on: connection)
    case .calls: try calls(of: inquiry, at: now, on: connection)
    case .call(_, let slug): try call(slug, of: inquiry, at: now, on: connection)
    case .evidence: try evidence(EvidenceQuery(), of: inquiry, on: connection)
    case .findings:
      draw(
        FindingsPage(
          try PublishedConclusions.read(of: inquiry, on: connection), of: inquiry, drawing))
    case .recommendations:
      draw(
        RecommendationsPage(
          try PublishedConclusions.read(of: inquiry, on: connection), of: inquiry, drawing))
    case .finding(_, let number):
      try conclusion(.finding, number, of: inquiry, on: connection) {
        draw(FindingPage($0, $1, of: inquiry, drawing))
      }
    case .recommendation(_, let number):
      try conclusion(.recommendation, number, of: inquiry, on: connection) {
        draw(RecommendationPage($0, $1, of: inquiry, drawing))
      }
    case .report:
      try PublishedDocument.newest(of: inquiry, on: connection).map {
        draw(ReportPage($0.document, of: inquiry, drawing))
      }
    }
  }

  private func overview(
    of inquiry: PublishedInquiry, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer? {
    let report = try PublishedReport.newest(of: inquiry.id, on: connection)
    let predecessor = try inquiry.predecessorSlug.flatMap {
      try PublishedInquiry.find(slug: $0, on: connection)
    }
    let calls = try PublishedCall.all(of: inquiry.id, on: connection)
    guard let totals = try Totals.published(of: [inquiry.id], on: connection)[inquiry.id] else {
      return nil
    }
    let day = InquiryDay(now, in: inquiry.timeZone)
    return draw(
      InquiryPage(
        inquiry, totals, report: report.map { ($0.title, $0.publishedOn) },
        predecessor: predecessor, calls: calls, on: day.day, drawing),
      // Without a call nothing on it changes from day to day.
      on: calls.isEmpty ? nil : day)
  }

  private func session(
    _ number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    let gone =
      inquiry.hasTombstones
      ? try Tombstone.ofSession(number, of: inquiry.id, on: connection) : []
    guard
      let session = try PublishedSession.find(number: number, of: inquiry.id, on: connection)
    else {
      return tombstones(
        gone, at: .session(inquiry.slug, number), in: .sessions, of: inquiry)
    }
    let told = try PublishedPassage.all(ofSession: number, of: inquiry, on: connection)
    var answer = draw(SessionPage(session, told.passages, gone: gone, of: inquiry, drawing))
    answer.version = told.version
    return answer
  }

  /// The page of a session without a transaction, which saves two journeys to the
  /// database or one.
  ///
  /// - Returns: `nil` where it takes one, or there never was such a session.
  func sessionAlone(
    _ number: Int, of slug: String, on connection: Connection
  ) throws -> (version: Int64, answer: PublicAnswer)? {
    try PublishedInquiry.find(slug: slug, on: connection).flatMap {
      try unmoved(session: number, of: $0, on: connection)
    }
  }

  /// The page of a session if nothing has changed since the inquiry was read: the version
  /// rises with every act that changes what is published, so where the first statement and
  /// the last tell the same, so do all between.
  func unmoved(
    session number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> (version: Int64, answer: PublicAnswer)? {
    guard let answer = try session(number, of: inquiry, on: connection) else { return nil }
    let last = try answer.version ?? Publication.version(on: connection)
    return last == inquiry.publication ? (last, answer) : nil
  }

  /// What of a record of a session is published, as a file.
  private func transcript(
    _ file: TranscriptFile, ofSession number: Int, of inquiry: PublishedInquiry,
    on connection: Connection
  ) throws -> PublicAnswer? {
    let session = try PublishedSession.find(number: number, of: inquiry.id, on: connection)
    guard let session,
      let source = session.sources.first(where: {
        $0.reference == file.reference && file.format.holds($0.kind)
      })
    else {
      let gone = try Tombstone.ofSession(number, of: inquiry.id, on: connection)
      return tombstones(
        gone.filter { $0.reference == file.reference }, at: .session(inquiry.slug, number),
        in: .sessions, of: inquiry)
    }
    let turns = try SpokenTurn.published(of: source.reference, of: inquiry.id, on: connection)
    let export = TranscriptExport(
      source, of: session, turns, body: inquiry.bodyName, title: inquiry.title,
      notices: inquiry.notices)
    return PublicAnswer(
      contentType: file.format.mediaType,
      body: ByteBuffer(bytes: try export.bytes(as: file.format)))
  }

  private func question(
    _ number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let found = try PublishedQuestion.find(number, of: inquiry, on: connection) else {
      let gone = try Tombstone.ofQuestion(number, of: inquiry.id, on: connection)
      return tombstones(
        gone.map { [$0] } ?? [], at: .question(inquiry.slug, number), in: .sessions, of: inquiry)
    }
    return draw(QuestionPage(found, of: inquiry, drawing))
  }

  func tombstones(
    _ gone: [Tombstone], at place: PublicPlace, in part: InquiryPart,
    of inquiry: PublishedInquiry
  ) -> PublicAnswer? {
    guard !gone.isEmpty else { return nil }
    return .page(
      drawing.draw(GonePage(gone, at: place, in: part, of: inquiry, drawing)), status: .gone)
  }

  private func conclusion(
    _ kind: ReportBlock.Kind, _ number: Int, of inquiry: PublishedInquiry,
    on connection: Connection,
    _ draw: (ReportConclusion, PublishedConclusions) -> PublicAnswer
  ) throws -> PublicAnswer? {
    guard let conclusions = try PublishedConclusions.read(of: inquiry, on: connection),
      let conclusion = conclusions.find(kind, number)
    else { return nil }
    return draw(conclusion, conclusions)
  }
}
