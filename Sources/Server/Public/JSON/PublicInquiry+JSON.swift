import Inquiries
import Wire

/// Writes public nouns as JSON; a file for each noun.
///
/// Fields are only ever added. Links are whole addresses, so that a document
/// saved somewhere else still leads back.
struct PublicJSON {
  /// Without a slash at its end.
  let publicURL: String

  func link(_ address: String?, as name: StaticString = "url", to json: inout JSONBytes) {
    json.field(name, address.map { publicURL + $0 })
  }

  /// An inquiry, with the totals that every place shows.
  func write(_ inquiry: PublishedInquiry, _ totals: Totals, to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", inquiry.slug)
      json.field("title", inquiry.title)
      json.name("body")
      json.object { json in
        json.field("name", inquiry.bodyName)
        json.field("kind", inquiry.bodyKind.rawValue)
        json.field("rubric", inquiry.bodyKind.rubric)
      }
      json.field("summary", inquiry.summary)
      json.field("termsOfReference", inquiry.termsOfReference)
      json.field("launchedOn", inquiry.launchedOn)
      json.field("reportedOn", inquiry.reportedOn)
      json.field("lapsedOn", inquiry.lapsedOn)
      json.field("predecessor", inquiry.predecessorSlug)
      json.field("isIllustrative", inquiry.isIllustrative)
      json.field("banner", inquiry.banner)
      json.name("totals")
      write(totals, to: &json)
      link(Address.inquiry(inquiry.slug), to: &json)
    }
  }

  private func write(_ totals: Totals, to json: inout JSONBytes) {
    json.object { json in
      json.field("publicSessions", totals.publicSessions)
      json.field("privateSessions", totals.privateSessions)
      json.field("witnesses", totals.witnesses)
      json.field("submissions", totals.submissions)
      json.field("questions", totals.questions)
      json.field("findings", totals.findings)
      json.field("recommendations", totals.recommendations)
    }
  }
}
