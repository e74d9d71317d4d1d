import Inquiries
import Records

/// What must hold before sources become public.
struct PublicationGate {
  let sources: [(id: Identifier<Source>, source: Source)]

  func check(from viewpoint: Viewpoint, at desk: Desk) throws {
    for (_, source) in sources {
      if source.hearing == .heardInPrivate, source.kind != .summary {
        throw Refusal(
          .conflict, "heard_in_private",
          "\(source.reference) is the \(source.kind.title.lowercased()) of a session heard in "
            + "private; only a summary agreed with its witnesses can be published.",
          field: "references")
      }
      if source.kind == .summary, source.agreedOn == nil {
        throw Refusal(
          .conflict, "summary_not_agreed",
          "\(source.reference) has not been agreed with its witnesses; import it with the day on "
            + "which it was.", field: "references")
      }
      if source.stage == .logged {
        throw Refusal(
          .conflict, "logged_only",
          "\(source.reference) is a live log; only a transcript, note or summary can be published.",
          field: "references")
      }
    }
    try SubmissionGate.checkPublish(sources, at: desk)
    try checkPrivacy(at: desk)
    try checkConsent(from: viewpoint, at: desk)
    try checkUses(at: desk)
    try checkProtectedTerms(from: viewpoint, at: desk)
    try checkTitles(from: viewpoint, at: desk)
  }

  /// What surveys are called, and how documents of others are referred to: staff write
  /// both.
  private func checkTitles(from viewpoint: Viewpoint, at desk: Desk) throws {
    let titles = try sources.flatMap { _, source -> [PublicWords] in
      switch source.kind {
      case .survey:
        return [
          PublicWords("The title of \(source.reference)", source.title, field: "references")
        ]
      case .document:
        let document = try Document.find(source.reference, as: viewpoint, on: desk.connection)
        return document.map { PublicWords.of($0, field: "references") } ?? []
      case .transcript, .note, .summary, .log, .writtenSubmission: return []
      }
    }
    guard !titles.isEmpty else { return }
    try PublicWords.check(titles, from: viewpoint, at: desk)
  }

  /// Consent goes as far as was agreed: to be published, and to be named.
  private func checkUses(at desk: Desk) throws {
    let ids = sources.map(\.id)
    let contributions = try Contribution.of(ids, on: desk.connection)
    let unpublished = contributions.filter { $0.consent == .given && !$0.allows(.publish) }
    guard unpublished.isEmpty else {
      throw refusal(
        "consent_to_publish_missing", of: unpublished,
        "\(told(unpublished)) not agreed to publication; record it with `inquiry consent record`, or "
          + "leave it unpublished")
    }
    let unnamed = try Contribution.notToBeNamed(in: ids, on: desk.connection)
    guard unnamed.isEmpty else {
      let submissions = sources.filter { $0.source.kind == .writtenSubmission }
        .map(\.source.reference)
      let written = references(of: unnamed).filter(Set(submissions).contains)
      let outcome =
        written.isEmpty
        ? ""
        : "decide on publication of \(SourceList.named(written)) without the name "
          + "(`inquiry submission outcome`), or "
      throw refusal(
        "consent_to_name_missing", of: unnamed,
        "\(told(unnamed)) not agreed to be named; \(outcome)give the person a pseudonym "
          + "(`inquiry person protect`), or leave it unpublished")
    }
  }

  /// Refuses for what these contributors said, with what to type so that the rest is taken.
  private func refusal(
    _ code: String, of contributions: [Contribution], _ sentence: String
  ) -> Refusal {
    Refusal(
      .conflict, code,
      sentence + ". Nothing was done."
        + SourceList.remedy(references(of: contributions), of: sources.count),
      field: "references")
  }

  /// `CTI0003 and CTI0009: Ann Witness and others have`.
  private func told(_ contributions: [Contribution]) -> String {
    let names = contributions.map(\.witness.name)
    return SourceList.named(references(of: contributions)) + ": " + (names.first ?? "")
      + (Set(names).count > 1 ? " and others have" : " has")
  }

  /// Each once, in the order in which the decision names them.
  private func references(of contributions: [Contribution]) -> [String] {
    let named = Set(contributions.map(\.reference))
    return sources.map(\.source.reference).filter(named.contains)
  }

  private func checkPrivacy(at desk: Desk) throws {
    guard
      let open = try Source.openPrivacy(among: sources.map(\.id), on: desk.connection).first
    else { return }
    throw Refusal(
      .conflict, "privacy_open",
      "A part of \(open) was logged as said in private and was not found in it for sure; say what "
        + "is private with `inquiry session privacy \(open)`.", field: "references")
  }

  private func checkConsent(from viewpoint: Viewpoint, at desk: Desk) throws {
    let kinds = Dictionary(
      sources.map { ($0.source.reference, $0.source) }, uniquingKeysWith: { first, _ in first })
    let contributions = try Contribution.of(sources.map(\.id), on: desk.connection)
    // A survey names nobody; its tables hold back who could be told.
    for (_, source) in sources
    where source.kind != .survey && mustBeGiven(for: source, viewpoint)
      && !contributions.contains(where: { $0.reference == source.reference })
    {
      throw Refusal(
        .conflict, "contributors_unknown",
        "\(source.reference) lists no witness, so nobody can have been asked for consent; import "
          + "a record of its session that lists them.", field: "references")
    }
    let missing = contributions.filter { contribution in
      switch contribution.consent {
      case .given: false
      case .notAsked: kinds[contribution.reference].map { mustBeGiven(for: $0, viewpoint) } ?? true
      case .refused, .withdrawn: true
      }
    }
    guard !missing.isEmpty else { return }
    let sentences = [Consent.notAsked, .refused, .withdrawn].compactMap { consent -> String? in
      let those = missing.filter { $0.consent == consent }
      guard !those.isEmpty else { return nil }
      return told(those)
        + (consent == .notAsked
          ? " not been asked for consent; record what is said with `inquiry consent record`"
          : " \(consent.rawValue) consent; leave it unpublished")
    }
    throw refusal("consent_missing", of: missing, sentences.joined(separator: ". "))
  }

  private func mustBeGiven(for source: Source, _ viewpoint: Viewpoint) -> Bool {
    // What others published before asks nobody's consent.
    guard source.kind != .document else { return false }
    return source.kind == .writtenSubmission || source.hearing == .heardInPrivate
      || viewpoint.inquiry.body.kind.needsConsentForPublicEvidence
  }

  /// The refusal names the places and never the term.
  private func checkProtectedTerms(from viewpoint: Viewpoint, at desk: Desk) throws {
    // More than twenty nobody reads in one sentence.
    let most = 20
    let found = try ProtectedTerms.places(
      in: sources.map(\.id), atMost: most + 1, as: viewpoint, on: desk.connection)
    guard !found.isEmpty else { return }
    throw Refusal(
      .conflict, "protected_term_found",
      "A protected term stands at " + RedactionList.named(found.prefix(most).map(\.words))
        + (found.count > most ? "; and at further places" : "")
        + ". Nothing was published; mend the words first.", field: "references")
  }
}
