import Inquiries

/// Every launched inquiry.
struct InquiriesPage: TemplatePage {
  static let template = "inquiries"

  struct Entry {
    let title: String
    let address: String
    let bodyName: String
    let summary: String
    let launchedOn: ShownDay
    let reportedOn: ShownDay?
    let isIllustrative: Bool
  }

  let frame: Frame
  let inquiries: [Entry]

  init(_ inquiries: [PublishedInquiry], _ drawing: PublicDrawing) {
    frame = drawing.frame(
      "Inquiries", at: PublicPlace.inquiries.address, data: PublicPlace.inquiries.dataAddress)
    self.inquiries = inquiries.map { inquiry in
      Entry(
        title: inquiry.title, address: Address.inquiry(inquiry.slug), bodyName: inquiry.bodyName,
        summary: InquiriesPage.opening(of: inquiry.summary),
        launchedOn: ShownDay(inquiry.launchedOn),
        reportedOn: inquiry.reportedOn.map(ShownDay.init), isIllustrative: inquiry.isIllustrative)
    }
  }

  /// The first paragraph of a summary; the rest is on the inquiry's own page.
  private static func opening(of summary: String) -> String {
    let lines = summary.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " ")
  }
}

/// A day for people and for programs.
struct ShownDay {
  let inWords: String
  let iso: String

  init(_ day: Day) {
    inWords = day.inWords
    iso = day.description
  }
}

/// One inquiry: what it asks, what it heard, what became of it.
struct InquiryPage: TemplatePage {
  static let template = "inquiry"

  struct Figure {
    let count: Int
    let noun: String
    let countAddress: String
  }

  /// The inquiry it builds on.
  struct Predecessor {
    let earlier: String
    let earlierAddress: String
  }

  struct Report {
    let reportTitle: String
    let reportAddress: String
    let publishedOn: ShownDay
  }

  let frame: Frame
  let title: String
  let bodyName: String
  let bodyKind: String
  let summaryHTML: String
  let termsHTML: String
  let hasTerms: Bool
  let launchedOn: ShownDay
  let reportedOn: ShownDay?
  let predecessor: Predecessor?
  let lapsedOn: ShownDay?
  let hasCalls: Bool
  let calls: [CallEntry]
  let evidenceAddress: String
  let figures: [Figure]
  let privateSessions: String?
  let report: Report?

  /// - Parameters:
  ///   - inquiry: What is shown.
  ///   - totals: Of what is published of it.
  ///   - report: Title and day of its newest edition.
  ///   - predecessor: The inquiry it builds on.
  ///   - calls: Its calls for evidence.
  ///   - day: The inquiry's day, on which calls are open or closed.
  init(
    _ inquiry: PublishedInquiry, _ totals: Totals, report: (title: String, publishedOn: Day)?,
    predecessor: PublishedInquiry?, calls: [CallForEvidence], on day: Day,
    _ drawing: PublicDrawing
  ) {
    frame = drawing.frame(
      inquiry.title, .inquiry(inquiry.slug), of: inquiry, part: .overview)
    title = inquiry.title
    bodyName = inquiry.bodyName
    bodyKind = inquiry.bodyKind.title
    summaryHTML = PlainMarkup.html(inquiry.summary)
    termsHTML = PlainMarkup.html(inquiry.termsOfReference)
    hasTerms = !inquiry.termsOfReference.isEmpty
    launchedOn = ShownDay(inquiry.launchedOn)
    reportedOn = inquiry.reportedOn.map(ShownDay.init)
    self.predecessor = predecessor.map {
      Predecessor(earlier: $0.title, earlierAddress: Address.inquiry($0.slug))
    }
    lapsedOn = inquiry.lapsedOn.map(ShownDay.init)
    self.calls = calls.map { CallEntry($0, on: day, in: inquiry) }
    hasCalls = !calls.isEmpty
    evidenceAddress = Address.evidence(inquiry.slug)
    figures = InquiryPage.figures(inquiry, totals)
    privateSessions = InquiryPage.privately(totals.privateSessions)
    self.report = report.map {
      Report(
        reportTitle: $0.title, reportAddress: Address.report(inquiry.slug),
        publishedOn: ShownDay($0.publishedOn))
    }
  }

  private static func figures(_ inquiry: PublishedInquiry, _ totals: Totals) -> [Figure] {
    let slug = inquiry.slug
    let all = [
      (totals.publicSessions, "public session", "public sessions", Address.sessions(slug)),
      (totals.witnesses, "witness", "witnesses", Address.witnesses(slug)),
      (
        totals.submissions, "written submission", "written submissions", Address.submissions(slug)
      ),
      (totals.questions, "question", "questions", Address.sessions(slug)),
      (totals.findings, "finding", "findings", Address.findings(slug)),
      (totals.recommendations, "recommendation", "recommendations", Address.recommendations(slug)),
    ]
    return all.prefix(inquiry.reportedOn == nil ? 4 : 6).map { count, one, many, address in
      Figure(count: count, noun: count == 1 ? one : many, countAddress: address)
    }
  }

  private static func privately(_ count: Int) -> String? {
    switch count {
    case 0: nil
    case 1: "One further session was held in private."
    default: "\(count) further sessions were held in private."
    }
  }
}
