import Inquiries
import Records

/// What must hold of a written submission beside what holds of every source.
enum SubmissionGate {
  /// Nobody decides on what has not come yet. Of submissions alone: when those came is on
  /// record, while records of sessions, documents and surveys have the day of their import.
  ///
  /// - Parameter count: Of all sources that the decision names.
  static func requireReceived(
    by day: Day, _ submissions: [WrittenSubmission], of count: Int
  ) throws(Refusal) {
    let early = submissions.filter { day < $0.receivedOn }
    guard let last = early.map(\.receivedOn).max() else { return }
    let references = early.map(\.reference)
    throw Refusal(
      .invalid, "decision_before_receipt",
      "The decision of \(day.inWords) is older than the receipt of "
        + SourceList.named(references)
        + (early.count == 1 ? " on " : ", the last of them on ") + last.inWords
        + "; is the day right?" + SourceList.remedy(references, of: count),
      field: "decision.on")
  }

  /// Before submissions become evidence: what came late was admitted.
  static func checkAccept(
    _ sources: [(id: Identifier<Source>, source: Source)], at desk: Desk
  ) throws {
    for (_, submission) in try WrittenSubmission.among(sources.map(\.id), on: desk.connection) {
      try checkTime(submission, for: .publishedNamed)
    }
  }

  /// What came late is decided on once it was admitted; sending it back needs
  /// no such thing.
  static func checkTime(
    _ submission: WrittenSubmission, for outcome: WrittenSubmission.Outcome
  ) throws {
    guard submission.late != .undecided || outcome == .notAccepted else {
      throw Refusal(
        .conflict, "late_not_admitted",
        "\(submission.reference) came after its call had closed; admit it first (`inquiry submission "
          + "admit`), or do not accept it.", field: "references")
    }
  }

  /// Omissions and the outcome that announces them go together.
  static func checkForm(
    _ submission: WrittenSubmission, _ outcome: WrittenSubmission.Outcome
  ) throws {
    if outcome == .publishedRedacted, !submission.isRedacted {
      throw Refusal(
        .conflict, "redaction_missing",
        "Nothing is left out of \(submission.reference); say what (`inquiry submission redact`), then "
          + "decide, or decide on “published_named”.", field: "references")
    }
    if outcome == .publishedNamed, submission.isRedacted {
      throw Refusal(
        .conflict, "redactions_stand",
        "Words are left out of \(submission.reference); decide on “published_redacted” "
          + "(`inquiry submission outcome`).",
        field: "references")
    }
  }

  /// Before submissions become public.
  static func checkPublish(
    _ sources: [(id: Identifier<Source>, source: Source)], at desk: Desk
  ) throws {
    let submissions = try WrittenSubmission.among(sources.map(\.id), on: desk.connection)
    try checkOutcomes(submissions.map(\.submission), of: sources.map(\.source.reference))
    for (_, submission) in submissions {
      try checkTime(submission, for: .publishedNamed)
      try checkForm(submission, form(of: submission))
    }
    let unnamed = submissions.filter { $0.submission.outcome == .publishedAnonymous }.map(\.id)
    try checkNames(in: unnamed, at: desk)
  }

  /// Refuses all that were decided to stay unpublished, named at once.
  private static func checkOutcomes(
    _ submissions: [WrittenSubmission], of references: [String]
  ) throws(Refusal) {
    let outcomes = Dictionary(
      submissions.map { ($0.reference, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    let kept = references.filter { reference in
      outcomes[reference].map { $0 != .undecided && !$0.isPublic } ?? false
    }
    guard !kept.isEmpty else { return }
    let places = WrittenSubmission.Outcome.allCases.compactMap { outcome -> String? in
      let those = kept.filter { outcomes[$0] == outcome }
      return those.isEmpty ? nil : "of \(SourceList.named(those)): \(outcome.inWords)"
    }
    throw Refusal(
      .conflict, "outcome_forbids",
      "It was decided \(places.joined(separator: "; ")). Decide anew (`inquiry submission outcome`) "
        + "on what is to be published. Nothing was done."
        + SourceList.remedy(kept, of: references.count), field: "references")
  }

  /// Neither the words nor what is printed in place of the name may name whom the
  /// decision does not.
  static func checkNames(in ids: [Identifier<Source>], at desk: Desk) throws {
    if let one = try AnonymousWall.inPrintedName(of: ids, on: desk.connection).first {
      throw Refusal(
        .conflict, "anonymous_named",
        "What is to be printed in place of the name of \(one) holds a name of its submitter, or a "
          + "part of one; decide on other words, such as \(WrittenSubmission.nameWithheld). Nothing "
          + "was done.",
        field: "printedName")
    }
    guard let place = try AnonymousWall.places(in: ids, on: desk.connection).first else { return }
    throw Refusal(
      .conflict, "anonymous_named",
      "The submitter's name stands in \(place); redact or correct the words, then decide. Nothing "
        + "was done.", field: "references")
  }

  /// Gives those that nobody decided on the outcome that publishing them means.
  static func settleOutcomes(
    of sources: [(id: Identifier<Source>, source: Source)], at desk: Desk
  ) throws {
    let open = try WrittenSubmission.among(sources.map(\.id), on: desk.connection)
      .filter { $0.submission.outcome == .undecided }
    for outcome in [WrittenSubmission.Outcome.publishedNamed, .publishedRedacted] {
      let ids = open.filter { form(of: $0.submission) == outcome }.map(\.id)
      try WrittenSubmission.decide(outcome, printedName: nil, for: ids, on: desk.connection)
    }
  }

  private static func form(of submission: WrittenSubmission) -> WrittenSubmission.Outcome {
    guard submission.outcome == .undecided else { return submission.outcome }
    return submission.isRedacted ? .publishedRedacted : .publishedNamed
  }
}
