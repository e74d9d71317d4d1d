import Conduct
import Foundation
import Inquiries
import Records

/// Loads calls for evidence, written submissions and planned sittings.
extension ExampleLoading {
  func loadCalls() async throws {
    for call in example.calls {
      let periods = try call.periods.map {
        CallForEvidence.Period(opensOn: try day($0.opensOn), closesOn: try $0.closesOn.map(day))
      }
      let text = String(decoding: try example.bytes(call.file), as: UTF8.self)
      try await perform(OpenCall(slug: call.slug, title: call.title, text: text, periods: periods))
      try await perform(
        PublishCall(call.slug, DecisionTerms(on: try day(call.publishedOn), by: by)))
      tell("The call “\(call.title)”: published")
    }
  }

  /// In the order of receipt, which is that of their numbers; then decided on as
  /// the group did, each list under one decision.
  func loadSubmissions() async throws {
    var received: [(reference: String, submission: ExampleInquiry.Submission)] = []
    for submission in example.submissions {
      received.append((try await receive(submission), submission))
    }
    for (reference, submission) in received {
      let terms = try terms(submission.decidedOn, submission.reason)
      if submission.late == "admitted" { try await perform(AdmitSubmissions([reference], terms)) }
      for redaction in submission.redactions {
        try await perform(
          RedactPassage(
            "\(reference), para \(redaction.paragraph)", words: redaction.words, terms))
      }
    }
    for (reference, submission) in received where submission.outcome != "published_named" {
      guard let outcome = WrittenSubmission.Outcome(rawValue: submission.outcome) else {
        throw ExampleFault(description: "example.json: “\(submission.outcome)” is no outcome.")
      }
      try await perform(
        DecideOutcome(
          [reference], outcome, printedName: submission.printedName,
          try terms(submission.decidedOn, submission.reason)))
    }
    let named = received.filter { $0.submission.outcome == "published_named" }
    for (day, list) in Dictionary(grouping: named, by: \.submission.decidedOn).sorted(by: {
      $0.key < $1.key
    }) {
      try await perform(AcceptSources(SourceList(list.map(\.reference)), try terms(day, nil)))
    }
    let published = received.filter { $0.submission.publishedOn != nil }
    for (day, list) in Dictionary(grouping: published, by: { $0.submission.publishedOn ?? "" })
      .sorted(by: { $0.key < $1.key })
    {
      try await perform(PublishSources(SourceList(list.map(\.reference)), try terms(day, nil)))
    }
    tell("\(received.count) written submissions, \(published.count) of them published")
  }

  private func receive(_ submission: ExampleInquiry.Submission) async throws -> String {
    let read = try SubmissionRead(
      try await example.paper(submission.file),
      said: SubmissionRead.Said(
        submitters: submission.submitters.map(\.signature),
        kind: WrittenSubmission.SubmitterKind(rawValue: submission.kind),
        areOrganisations: submission.submitters.allSatisfy(\.isOrganisation),
        sequence: WrittenSubmission.SequenceKind(rawValue: submission.sequence),
        supplements: submission.supplements, call: submission.call,
        receivedOn: try day(submission.receivedOn)))
    let reference = try await perform(ReceiveSubmission(read)).reference
    let consent = submission.consent
    if consent.given, let on = consent.on {
      try await perform(
        RecordConsent(
          SourceList([reference]), witness: nil,
          Contribution.Said(
            .given, givenBy: consent.givenBy, on: try day(on),
            uses: Set(consent.uses.compactMap(ConsentUse.init(rawValue:))),
            wording: consent.wording, reviewOn: try consent.reviewOn.map(day))))
    }
    if let protected = submission.protected, let name = submission.submitters.first?.name {
      try await protect(name, realName: protected.realName, terms: protected.terms)
    }
    return reference
  }

  func loadSittings() async throws {
    for sitting in example.sittings {
      let read = try AgendaRead(
        try await example.paper(sitting.file),
        said: AgendaRead.Said())
      let plan = try await perform(PlanSitting(read, isDryRun: false))
      guard let planned = plan.sitting, let handle = SittingHandle(planned.handle) else { continue }
      try await perform(
        StopSitting(
          handle, .cancelled, reason: sitting.cancelledFor, revision: planned.revision))
      tell("\(planned.handle): planned, and cancelled")
    }
  }

  private func terms(_ on: String, _ reason: String?) throws -> DecisionTerms {
    DecisionTerms(on: try day(on), by: by, reason: reason)
  }
}
