import Inquiries
import Postgres
import Records
import Wire

/// Written evidence, calls for it, and the listing over all evidence, as data.
extension PublicData {
  /// - Returns: `nil` for other places, and for what never was public.
  func written(
    _ place: PublicPlace, of inquiry: PublishedInquiry, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer? {
    let slug = inquiry.slug
    switch place {
    case .submissions:
      let submissions = try PublishedSubmission.all(of: inquiry.id, on: connection)
      return list("submissions", submissions) { submission, json in
        json.object { writer.fields(of: submission, in: slug, to: &$0) }
      }
    case .submission(_, let reference):
      return try submission(reference, of: inquiry, on: connection) { read in
        one { writer.write(read, in: slug, to: &$0) }
      }
    case .paragraph(_, let reference, let number):
      return try submission(reference, of: inquiry, on: connection) { read in
        guard !read.paragraphs(number).isEmpty else { return nil }
        return one { writer.write(number, of: read, in: slug, to: &$0) }
      }
    case .surveys:
      let surveys = try PublishedSurvey.all(of: inquiry.id, on: connection)
      return list("surveys", surveys) { survey, json in
        json.object { writer.fields(of: survey, in: slug, to: &$0) }
      }
    case .survey(_, let reference):
      guard let survey = try PublishedSurvey.find(reference, of: inquiry.id, on: connection) else {
        return try Tombstone.ofWritten(reference, of: inquiry.id, on: connection)
          .map { PublicProblem(gone: [$0]).answer }
      }
      return one { writer.write(survey, in: slug, to: &$0) }
    case .answer(_, let reference, let anchor):
      let place = PublishedVersion.Place.answer(survey: reference, anchor: anchor)
      if let found = try PublishedVersion.standing(at: place, in: inquiry.id, on: connection) {
        return one { writer.write(found, at: place, in: slug, to: &$0) }
      }
      return try PublishedVersions.gone(anchor, of: reference, in: inquiry, on: connection)
        .map { PublicProblem(gone: [$0]).answer }
    case .documents:
      let documents = try Document.published(of: inquiry.id, on: connection)
      return list("documents", documents) { document, json in
        json.object { writer.fields(of: document, in: slug, to: &$0) }
      }
    case .document(_, let reference):
      guard let document = try Document.published(reference, of: inquiry.id, on: connection) else {
        return try Tombstone.ofWritten(reference, of: inquiry.id, on: connection)
          .map { PublicProblem(gone: [$0]).answer }
      }
      let passages = try PublishedPassage.all(
        ofSubmission: reference, of: inquiry, on: connection)
      return one { writer.write(document, passages, in: slug, to: &$0) }
    case .calls:
      let calls = try PublishedCall.all(of: inquiry.id, on: connection)
      let day = InquiryDay(now, in: inquiry.timeZone)
      var answer = list("calls", calls) { call, json in
        json.object { writer.fields(of: call, on: day.day, in: inquiry, to: &$0) }
      }
      answer.day = day
      return answer
    case .call(_, let call): return try self.call(call, of: inquiry, at: now, on: connection)
    case .evidence: return try evidence(EvidenceQuery(), of: inquiry, on: connection)
    default: return nil
    }
  }

  /// The listing over all evidence.
  func evidence(
    of slug: String, _ query: EvidenceQuery, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let inquiry = try PublishedInquiry.find(slug: slug, on: connection) else { return nil }
    return try evidence(query, of: inquiry, on: connection)
  }

  private func evidence(
    _ query: EvidenceQuery, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublicAnswer {
    let found = try FoundEvidence.find(query, of: inquiry, on: connection)
    return one { json in
      json.object { json in
        json.field("count", found.count)
        json.name("evidence")
        json.array { json in
          for evidence in found.evidence { writer.write(evidence, in: inquiry.slug, to: &json) }
        }
        json.field("next", found.next.map(EvidenceCursor.text))
        writer.link(query.address(Address.evidence(inquiry.slug)), to: &json)
      }
    }
  }

  private func submission(
    _ reference: String, of inquiry: PublishedInquiry, on connection: Connection,
    _ write: (SubmissionInFull) -> PublicAnswer?
  ) throws -> PublicAnswer? {
    guard let read = try SubmissionInFull.find(reference, of: inquiry, on: connection) else {
      return try Tombstone.ofWritten(reference, of: inquiry.id, on: connection)
        .map { PublicProblem(gone: [$0]).answer }
    }
    return write(read)
  }

  private func call(
    _ slug: String, of inquiry: PublishedInquiry, at now: Instant, on connection: Connection
  ) throws -> PublicAnswer? {
    guard let call = try PublishedCall.find(slug, of: inquiry.id, on: connection) else {
      return nil
    }
    let answers = try PublishedSubmission.answering(slug, of: inquiry.id, on: connection)
    let day = InquiryDay(now, in: inquiry.timeZone)
    var answer = one { json in
      json.object { json in
        writer.fields(of: call, on: day.day, in: inquiry, to: &json)
        json.name("submissions")
        json.array { json in
          for submission in answers {
            json.object { writer.fields(of: submission, in: inquiry.slug, to: &$0) }
          }
        }
      }
    }
    answer.day = day
    return answer
  }
}
