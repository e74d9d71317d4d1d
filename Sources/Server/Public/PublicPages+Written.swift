import Inquiries
import Postgres
import Records

/// Pages of written evidence, of calls for it, and the listing over all.
extension PublicPages {
  func submission(
    _ reference: String, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let read = try SubmissionInFull.find(reference, of: inquiry, on: connection) else {
      let gone = try Tombstone.ofWritten(reference, of: inquiry.id, on: connection)
      return tombstones(
        gone.map { [$0] } ?? [], at: .submission(inquiry.slug, reference), in: .submissions,
        of: inquiry)
    }
    return draw(SubmissionPage(read, of: inquiry, drawing))
  }

  func document(
    _ reference: String, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let document = try Document.published(reference, of: inquiry.id, on: connection) else {
      let gone = try Tombstone.ofWritten(reference, of: inquiry.id, on: connection)
      return tombstones(
        gone.map { [$0] } ?? [], at: .document(inquiry.slug, reference), in: .documents,
        of: inquiry)
    }
    let passages = try PublishedPassage.all(
      ofSubmission: reference, of: inquiry, on: connection)
    return draw(DocumentPage(document, passages, of: inquiry, drawing))
  }

  func calls(
    of inquiry: PublishedInquiry, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer {
    let calls = try PublishedCall.all(of: inquiry.id, on: connection)
    let day = InquiryDay(now, in: inquiry.timeZone)
    return draw(CallsPage(calls, on: day.day, of: inquiry, drawing), on: day)
  }

  func call(
    _ slug: String, of inquiry: PublishedInquiry, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let call = try PublishedCall.find(slug, of: inquiry.id, on: connection) else {
      return nil
    }
    let submissions = try PublishedSubmission.answering(slug, of: inquiry.id, on: connection)
    let day = InquiryDay(now, in: inquiry.timeZone)
    return draw(
      CallPage(call, answered: submissions, on: day.day, of: inquiry, drawing), on: day)
  }

  func evidence(
    _ query: EvidenceQuery, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer {
    let choices = try PublishedEvidence.Choices.read(of: inquiry.id, on: connection)
    let found = try FoundEvidence.find(query, of: inquiry, on: connection)
    return draw(EvidencePage(query, choices, found, faults: [], of: inquiry, drawing))
  }

  /// The listing's form with what is wrong with a query.
  func refusal(
    of slug: String, _ reader: EvidenceQueryReader, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let inquiry = try PublishedInquiry.find(slug: slug, on: connection) else { return nil }
    let choices = try PublishedEvidence.Choices.read(of: inquiry.id, on: connection)
    var answer = draw(
      EvidencePage(reader.query, choices, nil, faults: reader.faults, of: inquiry, drawing))
    answer.status = .badRequest
    return answer
  }

  func evidence(
    of slug: String, _ query: EvidenceQuery, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let inquiry = try PublishedInquiry.find(slug: slug, on: connection) else { return nil }
    return try evidence(query, of: inquiry, on: connection)
  }
}

/// A stretch of the evidence that a query asks for.
struct FoundEvidence {
  /// On all pages together.
  let count: Int
  let evidence: [PublishedEvidence]
  /// Where the next page goes on; `nil` on the last.
  let next: PublishedEvidence.Place?

  static func find(
    _ query: EvidenceQuery, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> FoundEvidence {
    // One more than is shown tells whether there are more.
    let found = try PublishedEvidence.page(
      query.filter, query.order, after: query.after, limit: query.limit + 1, of: inquiry.id,
      on: connection)
    let shown = Array(found.prefix(query.limit))
    return FoundEvidence(
      count: try PublishedEvidence.count(query.filter, of: inquiry.id, on: connection),
      evidence: shown, next: found.count > shown.count ? shown.last?.place : nil)
  }
}
