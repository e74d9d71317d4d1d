import Conduct
import Hummingbird
import Inquiries
import Postgres
import Records
import Wire

/// Reads what an address of the public API tells and writes it, on the
/// connection's thread.
struct PublicData: Sendable {
  /// Without a slash at its end.
  let publicURL: String

  var writer: PublicJSON {
    PublicJSON(publicURL: publicURL)
  }

  /// - Returns: `nil` for what never was public.
  func answer(
    _ place: PublicPlace, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let slug = place.slug else {
      let inquiries = try PublishedInquiry.all(on: connection)
      let totals = try Totals.published(of: inquiries.map(\.id), on: connection)
      return list("inquiries", inquiries) { inquiry, json in
        if let totals = totals[inquiry.id] { writer.write(inquiry, totals, to: &json) }
      }
    }
    guard let inquiry = try PublishedInquiry.find(slug: slug, on: connection) else { return nil }
    if let written = try written(place, of: inquiry, at: now, on: connection) { return written }
    switch place {
    case .inquiries, .witnesses, .finding, .transcript, .submissions, .submission, .paragraph,
      .documents, .document, .surveys, .survey, .answer, .surveyTables, .calls, .call, .evidence:
      return nil
    case .inquiry:
      return try Totals.published(of: [inquiry.id], on: connection)[inquiry.id].map { totals in
        one { writer.write(inquiry, totals, to: &$0) }
      }
    case .sessions:
      let sessions = try PublishedSession.all(of: inquiry.id, on: connection)
      return list("sessions", sessions) { writer.write($0, passages: nil, in: slug, to: &$1) }
    case .session(_, let number): return try session(number, of: inquiry, on: connection)
    case .question(_, let number): return try question(number, of: inquiry, on: connection)
    case .version(_, let place, let number):
      return try version(number, of: place, in: inquiry, on: connection)
    case .findings: return try conclusions(.finding, "findings", of: inquiry, on: connection)
    case .recommendations:
      return try conclusions(.recommendation, "recommendations", of: inquiry, on: connection)
    case .recommendation(_, let number):
      guard let read = try PublishedConclusions.read(of: inquiry, on: connection),
        let conclusion = read.find(.recommendation, number)
      else { return nil }
      return one { writer.write(conclusion, read, in: slug, to: &$0) }
    case .report:
      guard let newest = try PublishedDocument.newest(of: inquiry, on: connection) else {
        return nil
      }
      return one { newest.document.write(to: &$0) }
    }
  }

  /// A stretch of the passages of an inquiry, in the order of its record.
  func passages(
    of slug: String, _ query: PassageQuery, on connection: Connection
  ) throws -> PublicAnswer? {
    try PublishedInquiry.find(slug: slug, on: connection).map { inquiry in
      let read = try PublishedPassage.page(
        of: inquiry, after: query.after.place, limit: query.limit + 1, on: connection)
      return page(read, query.limit, in: slug)
    }
  }

  /// The same where one statement tells it, with the version of what is published.
  func passagesAlone(
    of slug: String, _ query: PassageQuery, on connection: Connection
  ) throws -> (version: Int64, answer: PublicAnswer)? {
    try PublishedPassage.pageAlone(
      of: slug, after: query.after.place, limit: query.limit + 1, on: connection
    ).map { ($0.version, page($0.passages, query.limit, in: slug)) }
  }

  /// - Parameter read: One more than is told, where there are more.
  private func page(_ read: [PublishedPassage], _ limit: Int, in slug: String) -> PublicAnswer {
    var told = read
    let isLast = told.count <= limit
    if !isLast { told.removeLast() }
    let next = isLast ? nil : told.last.map { PassageCursor(after: $0).text }
    return one { json in
      json.object { json in
        json.name("passages")
        writer.write(told, in: slug, to: &json)
        json.field("next", next)
      }
    }
  }

  private func session(
    _ number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    guard
      let session = try PublishedSession.find(number: number, of: inquiry.id, on: connection)
    else {
      let gone = try Tombstone.ofSession(number, of: inquiry.id, on: connection)
      return gone.isEmpty ? nil : PublicProblem(gone: gone).answer
    }
    let passages = try PublishedPassage.all(
      ofSession: number, of: inquiry, on: connection
    ).passages
    return one { writer.write(session, passages: passages, in: inquiry.slug, to: &$0) }
  }

  private func question(
    _ number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let question = try PublishedQuestion.find(number, of: inquiry, on: connection) else {
      return try Tombstone.ofQuestion(number, of: inquiry.id, on: connection)
        .map { PublicProblem(gone: [$0]).answer }
    }
    return one { json in
      json.object { json in
        json.field("number", number)
        json.field("previous", question.previous)
        json.field("next", question.next)
        json.name("passages")
        writer.write(question.passages, in: inquiry.slug, to: &json)
        json.name("citedBy")
        writer.write(
          question.uses, of: question.passages, in: inquiry.slug, to: &json)
        writer.link(Address.question(inquiry.slug, number), to: &json)
      }
    }
  }

  private func conclusions(
    _ kind: ReportBlock.Kind, _ name: StaticString, of inquiry: PublishedInquiry,
    on connection: Connection
  ) throws -> PublicAnswer {
    guard let read = try PublishedConclusions.read(of: inquiry, on: connection) else {
      return list(name, [Int]()) { _, _ in }
    }
    return list(name, read.all(kind)) { writer.write($0, read, in: inquiry.slug, to: &$1) }
  }

  func list<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (Element, inout JSONBytes) -> Void
  ) -> PublicAnswer {
    one { json in
      json.object { json in
        json.name(name)
        json.array { json in
          for element in elements { write(element, &json) }
        }
      }
    }
  }

  func one(_ write: (inout JSONBytes) -> Void) -> PublicAnswer {
    var json = JSONBytes(capacity: 16_384)
    write(&json)
    return PublicAnswer(contentType: "application/json", body: ByteBuffer(bytes: json.bytes))
  }
}
