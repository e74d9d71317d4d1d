import Inquiries
import Wire

extension PublicJSON {
  /// What is public of a submission beside its words, within an object.
  func fields(of submission: WrittenSubmission, in slug: String, to json: inout JSONBytes) {
    json.field("reference", submission.reference)
    json.field("title", submission.title)
    json.field("submitter", submission.submitter)
    json.field("isAnonymous", submission.outcome == .publishedAnonymous)
    json.field("submitterKind", submission.submitterKind.rawValue)
    json.field("sequence", submission.sequenceKind.rawValue)
    json.field("supplements", submission.supplements)
    json.field("call", submission.call)
    json.field("datedOn", submission.datedOn)
    json.field("receivedOn", submission.receivedOn)
    json.field("publishedOn", submission.publishedOn)
    json.field("isRedacted", submission.isRedacted)
    link(Address.submission(slug, submission.reference), to: &json)
  }

  /// A submission with its words.
  func write(_ read: SubmissionInFull, in slug: String, to json: inout JSONBytes) {
    json.object { json in
      fields(of: read.submission, in: slug, to: &json)
      json.field("supplementedBy", texts: read.additions.map(\.reference))
      json.name("passages")
      write(read.passages, in: slug, to: &json)
      json.name("citedBy")
      write(read.passages.uses, of: read.passages, in: slug, to: &json)
    }
  }

  /// One paragraph, as a question is told.
  func write(
    _ number: Int, of read: SubmissionInFull, in slug: String, to json: inout JSONBytes
  ) {
    let reference = read.submission.reference
    let passages = read.paragraphs(number)
    let neighbours = read.neighbours(of: number)
    json.object { json in
      json.field("source", reference)
      json.field("number", number)
      json.field("previous", neighbours.previous)
      json.field("next", neighbours.next)
      json.name("passages")
      write(passages, in: slug, to: &json)
      json.name("citedBy")
      write(passages.uses, of: passages, in: slug, to: &json)
      link(
        Address.place(
          slug, .paragraphs(reference, ParagraphNumber(number)...ParagraphNumber(number)),
          session: nil), to: &json)
    }
  }

  /// A call for evidence as it stands on one day, within an object.
  func fields(
    of call: CallForEvidence, on day: Day, in inquiry: PublishedInquiry, to json: inout JSONBytes
  ) {
    json.field("slug", call.slug)
    json.field("title", call.title)
    json.field("text", call.text)
    json.field("publishedOn", call.publishedOn)
    json.name("periods")
    json.array { json in
      for period in call.periods {
        json.object { json in
          json.field("opensOn", period.opensOn)
          json.field("closesOn", period.closesOn)
        }
      }
    }
    json.field("isOpen", CallStanding(call, on: day, lapsedOn: inquiry.lapsedOn).isOpen)
    json.field("asOf", day)
    link(Address.call(inquiry.slug, call.slug), to: &json)
  }

  /// A source as the listing over all evidence tells it.
  func write(_ evidence: PublishedEvidence, in slug: String, to json: inout JSONBytes) {
    let source = evidence.source
    json.object { json in
      json.field("reference", source.reference)
      json.field("kind", source.kind.rawValue)
      json.field("title", evidence.title)
      json.field("givenOn", evidence.givenOn)
      json.field("publishedOn", source.publishedOn)
      json.field("session", source.sessionNumber)
      json.field("questions", source.questions)
      json.field("stage", source.stage.rawValue)
      json.field("isVerbatim", source.kind.isVerbatim)
      json.field("submitter", evidence.submission?.submitter)
      json.field("call", evidence.submission?.call)
      json.field("witnesses", texts: evidence.witnesses)
      link(Address.source(slug, source), to: &json)
    }
  }
}
