import Inquiries
import Wire

/// The operations of the open API.
///
/// ``PublicPlace/operation`` names one for each place that is told as data, so
/// that a new place does not compile before it is described.
enum PublicOperation: CaseIterable {
  case inquiries, inquiry, sessions, session, question, findings, recommendations, recommendation
  case report, passages, submissions, submission, paragraph, documents, document, surveys, survey
  case calls, call, evidence
  case version, turnVersion, openingVersion, pointVersion, paragraphVersion
  case answer, documentVersion, answerVersion

  var operation: Operation {
    switch self {
    case .inquiries: open("", "publicInquiries", "All public inquiries.", .publicInquiries)
    case .inquiry:
      open("/{inquiry}", "publicInquiry", "One inquiry, with its totals.", .publicInquiry)
    case .sessions:
      open("/{inquiry}/sessions", "publicSessions", "The sessions.", .publicSessions)
    case .session:
      open(
        "/{inquiry}/sessions/{number}", "publicSession", "A session with its words.",
        .publicSession(withPassages: true), refusals: [410])
    case .question:
      open(
        "/{inquiry}/questions/{number}", "publicQuestion", "A question and its answers.",
        .publicQuestion, refusals: [410])
    case .findings:
      open("/{inquiry}/findings", "publicFindings", "The findings.", .publicFindings)
    case .recommendations:
      open(
        "/{inquiry}/recommendations", "publicRecommendations", "The recommendations.",
        .publicRecommendations)
    case .recommendation:
      open(
        "/{inquiry}/recommendations/{number}", "publicRecommendation",
        "A recommendation and the words it rests on.", .publicRecommendation)
    case .report:
      open("/{inquiry}/report", "publicReport", "The newest edition.", .reportDocument)
    case .passages:
      open(
        "/{inquiry}/passages", "publicPassages", "All published passages, page by page.",
        .publicPassages,
        query: [
          .query("after", .text("the `next` of the page before"), "Where to go on."),
          .query("limit", .number(PassageQuery.limits), "How many at most; 50 unless said."),
        ])
    case .submissions:
      open(
        "/{inquiry}/submissions", "publicSubmissions", "The written submissions.",
        .publicSubmissions)
    case .submission:
      open(
        "/{inquiry}/submissions/{reference}", "publicSubmission", "A submission with its words.",
        .publicSubmission, refusals: [410])
    case .paragraph:
      open(
        "/{inquiry}/submissions/{reference}/paragraphs/{number}", "publicParagraph",
        "A paragraph of a submission.", .publicParagraph, refusals: [410])
    case .surveys: open("/{inquiry}/surveys", "publicSurveys", "The surveys.", .publicSurveys)
    case .survey:
      open(
        "/{inquiry}/surveys/{reference}", "publicSurvey", "A survey with its tables.",
        .publicSurvey, refusals: [410])
    case .answer:
      open(
        "/{inquiry}/surveys/{reference}/answers/{answer}", "publicAnswer",
        "An answer of a survey, by its place on the survey's page such as q4-yes; 410 where it was "
          + "taken down.", .publicVersion, refusals: [410])
    case .documents:
      open(
        "/{inquiry}/documents", "publicDocuments", "The documents: reports, law, statistics.",
        .publicDocuments)
    case .document:
      open(
        "/{inquiry}/documents/{reference}", "publicDocument", "A document with its words.",
        .publicDocument, refusals: [410])
    case .calls: open("/{inquiry}/calls", "publicCalls", "The calls for evidence.", .publicCalls)
    case .call:
      open(
        "/{inquiry}/calls/{slug}", "publicCall", "A call and what was sent in answer.",
        .publicCall)
    case .evidence: evidence
    case .version: version("questions/{number}", "publicVersion", "a numbered question")
    case .turnVersion:
      version("questions/{number}/turns/{turn}", "publicTurnVersion", "a turn after a question")
    case .openingVersion:
      version(
        "sessions/{number}/turns/{turn}", "publicOpeningVersion", "a turn before any question")
    case .pointVersion:
      version("sessions/{number}/points/{point}", "publicPointVersion", "a point of a note")
    case .paragraphVersion:
      version(
        "submissions/{reference}/paragraphs/{number}", "publicParagraphVersion",
        "a paragraph of a submission")
    case .documentVersion:
      version(
        "documents/{reference}/paragraphs/{paragraph}", "publicDocumentVersion",
        "a paragraph of a document, by its number as printed")
    case .answerVersion:
      version(
        "surveys/{reference}/answers/{answer}", "publicAnswerVersion", "an answer of a survey")
    }
  }

  private func version(_ path: String, _ id: String, _ what: String) -> Operation {
    open(
      "/{inquiry}/\(path)/versions/{version}", id,
      "One version of \(what), superseded or not; 410 where words had to go.", .publicVersion,
      refusals: [410])
  }

  private var evidence: Operation {
    open(
      "/{inquiry}/evidence", "publicEvidence", "All published evidence, filtered.",
      .publicEvidenceListing,
      query: [
        .query(
          "kind", .word(EvidenceFilter.Kind.allCases.map(\.rawValue)), "Only evidence of a kind."),
        .query("session", .number(1...999_999_999), "Only the records of a session."),
        .query("call", .text(), "Only answers to a call, by the last part of its address."),
        .query("group", .text(), "Only evidence of a group of witnesses."),
        .query("name", .text(), "Only where the name of a witness or submitter holds this."),
        .query("from", .day, "Given on this day or later."),
        .query("to", .day, "Given on this day or earlier."),
        .query("order", .word(EvidenceOrder.allCases.map(\.rawValue)), "newest unless said."),
        .query("limit", .number(EvidenceQuery.limits), "How many at most; 50 unless said."),
        .query("after", .text("the `next` of the page before"), "Where to go on."),
      ])
  }

  private func open(
    _ path: String, _ id: String, _ summary: String, _ schema: ShapeSchema,
    query: [Parameter] = [], refusals: [Int] = []
  ) -> Operation {
    var operation = Operation(
      method: .get, path: "\(PublicTarget.api)/inquiries\(path)", id: id, summary: summary,
      tag: "Public", who: .everybody, query: query, answers: [("application/json", schema)])
    operation.refusals = refusals
    operation.isConditional = true
    return operation
  }
}

extension PublicTarget {
  /// The operation that an address is of, if it is told as data.
  var operation: PublicOperation? {
    switch self {
    case .data(let place): place.operation
    case .passages: .passages
    case .page, .asset, .accessibility, .moved, .nowhere: nil
    }
  }
}

extension PublicPlace {
  /// The operation that tells it as data.
  var operation: PublicOperation? {
    switch self {
    case .inquiries: .inquiries
    case .inquiry: .inquiry
    case .sessions: .sessions
    case .session: .session
    case .question: .question
    case .findings: .findings
    case .recommendations: .recommendations
    case .recommendation: .recommendation
    case .report: .report
    case .submissions: .submissions
    case .submission: .submission
    case .paragraph: .paragraph
    case .surveys: .surveys
    case .survey: .survey
    case .documents: .documents
    case .document: .document
    case .calls: .calls
    case .call: .call
    case .evidence: .evidence
    case .version(_, .turn(_, 0), _): .version
    case .version(_, .turn, _): .turnVersion
    case .version(_, .opening, _): .openingVersion
    case .version(_, .point, _): .pointVersion
    case .version(_, .paragraph(let reference, _), _):
      SourceKind(reference: reference) == .document ? .documentVersion : .paragraphVersion
    case .version(_, .answer, _): .answerVersion
    case .answer: .answer
    case .witnesses, .finding, .transcript, .surveyTables: nil
    }
  }
}
