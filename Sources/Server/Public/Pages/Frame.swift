import Inquiries

/// What stands around every page: its title, where it is, whose inquiry it is.
struct Frame {
  /// A step on the way to the page.
  struct Crumb {
    let step: String
    let stepAddress: String
  }

  /// A part of an inquiry, as the bar under the head lists them.
  struct Part: Hashable {
    let part: String
    let partAddress: String
    /// Whether the page is this part itself, and not something within it.
    let isHere: Bool
    let isWithin: Bool
  }

  /// What every page of an inquiry says of it.
  struct Of: Hashable {
    let title: String
    let address: String
    let bodyName: String
    let parts: [Part]
    /// Whether its pages must say that it is a worked example.
    let isIllustrative: Bool
    let banner: String?
    let rubric: String?
  }

  let siteName: String
  /// For the browser's title bar: the page, then what it is part of.
  let title: String
  let stylesheet: String
  let mark: String
  let canonical: String?
  /// The same as data.
  let data: String?
  let hasCrumbs: Bool
  let crumbs: [Crumb]
  /// The last step: the page itself.
  let here: String
  let inquiry: Of?
}

/// The parts of an inquiry's site.
enum InquiryPart: CaseIterable {
  case overview, evidence, sessions, submissions, surveys, documents, calls, witnesses, findings,
    recommendations, report

  var title: String {
    switch self {
    case .overview: "Overview"
    case .evidence: "Evidence"
    case .sessions: "Sessions"
    case .submissions: "Submissions"
    case .surveys: "Surveys"
    case .documents: "Documents"
    case .calls: "Calls"
    case .witnesses: "Witnesses"
    case .findings: "Findings"
    case .recommendations: "Recommendations"
    case .report: "Report"
    }
  }

  func address(in slug: String) -> String {
    switch self {
    case .overview: Address.inquiry(slug)
    case .evidence: Address.evidence(slug)
    case .sessions: Address.sessions(slug)
    case .submissions: Address.submissions(slug)
    case .surveys: Address.surveys(slug)
    case .documents: Address.documents(slug)
    case .calls: Address.calls(slug)
    case .witnesses: Address.witnesses(slug)
    case .findings: Address.findings(slug)
    case .recommendations: Address.recommendations(slug)
    case .report: Address.report(slug)
    }
  }

  /// Whether the inquiry has that part, or may yet have it.
  func isShown(for inquiry: PublishedInquiry) -> Bool {
    switch self {
    case .overview, .evidence, .sessions, .submissions, .calls, .witnesses: true
    case .surveys: inquiry.hasSurveys
    case .documents: inquiry.hasDocuments
    case .findings, .recommendations, .report: inquiry.reportedOn != nil
    }
  }
}
