import Inquiries

/// What evidence a report rests on, and what it leaves aside.
enum BalanceChecks {
  /// Linear in links, citations and conclusions.
  static func remarks(on snapshot: Snapshot) -> [Remark] {
    let use = snapshot.use
    let names = Dictionary(
      use.conclusions.map { (End(isFinding: $0.isFinding, key: $0.key), $0) },
      uniquingKeysWith: { first, _ in first })
    let links = Dictionary(grouping: use.links) { End(isFinding: $0.isOfFinding, key: $0.key) }
    var remarks = fit(snapshot)
    for conclusion in use.conclusions where conclusion.isFinding {
      let end = End(isFinding: true, key: conclusion.key)
      remarks += balance(of: conclusion, on: links[end] ?? [], in: snapshot)
    }
    let cited = Set(use.citations.map(\.passage))
    for link in use.links {
      guard let conclusion = names[End(isFinding: link.isOfFinding, key: link.key)] else {
        continue
      }
      if link.status == .suspect { remarks.append(suspect(link, of: conclusion)) }
      if link.status == .affirmed, link.sourceState != .published {
        remarks.append(unpublished(link, of: conclusion))
      }
      if link.counts, link.stance == .contrasts, !cited.contains(link.passage) {
        remarks.append(leftOut(link, of: conclusion))
      }
    }
    remarks += use.suspectOfPropositions.map { suspect($0) }
    return remarks + unheard(use)
      + snapshot.asks.compactMap { ask in
        names[End(isFinding: true, key: ask.key)].map { unanswered(ask, $0) }
      }
  }

  private struct End: Hashable {
    let isFinding: Bool
    let key: String
  }

  private static func place(
    of conclusion: EvidenceUse.Conclusion, reference: String? = nil
  ) -> Remark.Place {
    Remark.Place(
      paragraph: conclusion.paragraph, key: conclusion.key, number: conclusion.number,
      reference: reference)
  }

  /// Sources, groups and kinds of what supports a finding; one that nothing
  /// supports is told as that.
  private static func balance(
    of finding: EvidenceUse.Conclusion, on links: [EvidenceUse.Link], in snapshot: Snapshot
  ) -> [Remark] {
    let use = snapshot.use
    let supporting = links.filter { $0.counts && $0.stance == .supports }
    let sources = Set(supporting.map(\.source))
    guard !sources.isEmpty else { return [] }
    var remarks: [Remark] = []
    func remark(_ code: Remark.Code, _ sentence: String, _ remedy: String) {
      remarks.append(
        Remark(code: code, place: place(of: finding), sentence: sentence, remedy: remedy))
    }
    let least = snapshot.policy.sourcesPerFinding
    if sources.count < least {
      let list = sources.sorted().joined(separator: " and ")
      remark(
        .findingOnFewSources,
        sources.count == 1
          ? "\(finding.name) rests on a single source, \(list)."
          : "\(finding.name) rests on \(sources.count) sources where \(least) are asked for.",
        "Look for evidence of others that bears it out, or say in the report how far it reaches.")
    }
    guard sources.count > 1 else { return remarks }
    let heard = use.groups.count { $0.sourceCount > 0 }
    let groups = supporting.map { use.groupsOf[$0.passage] ?? [] }
    let all = Set(groups.joined())
    if heard > 1, all.count == 1, let only = all.first, groups.allSatisfy({ !$0.isEmpty }) {
      remark(
        .findingOnOneGroup,
        "\(finding.name) rests on the words of one group alone: \(use.groups[only].name).",
        "Look what other groups say of it.")
    }
    let published = Set(use.sources.lazy.filter { $0.state == .published }.map(\.kind))
    let kinds = Set(use.sources.lazy.filter { sources.contains($0.reference) }.map(\.kind))
    if published.count > 1, kinds.count == 1, let kind = kinds.first {
      remark(
        .findingOnOneKind,
        "\(finding.name) rests on one kind of evidence alone: \(kind.title.lowercased()).",
        "Look whether evidence of another kind bears it out.")
    }
    return remarks
  }

  /// Findings and recommendations of the draft that have no fellow.
  private static func fit(_ snapshot: Snapshot) -> [Remark] {
    let answered = Set(snapshot.recommendations.compactMap(\.findingKey))
    let carried = Set(
      snapshot.use.conclusions.lazy.filter { $0.isFinding && $0.number != nil }.map(\.key))
    let findingOf = Dictionary(
      snapshot.recommendations.map { ($0.key, $0.findingKey) },
      uniquingKeysWith: { first, _ in first })
    return snapshot.use.conclusions.compactMap { conclusion in
      guard conclusion.number != nil else { return nil }
      if conclusion.isFinding {
        guard !answered.contains(conclusion.key) else { return nil }
        return Remark(
          code: .findingWithoutRecommendation, place: place(of: conclusion),
          sentence: "No recommendation stands under \(lowercased(conclusion)).",
          remedy: "Put one under it, or be ready to say why nothing is asked.")
      }
      guard let named = findingOf[conclusion.key] else { return nil }
      guard let finding = named else {
        return Remark(
          code: .recommendationWithoutFinding, place: place(of: conclusion),
          sentence: "\(conclusion.name) stands under no finding.",
          remedy: "Say under which with `inquiry recommendation edit`.")
      }
      guard !carried.contains(finding) else { return nil }
      return Remark(
        code: .recommendationWithoutFinding, place: place(of: conclusion),
        sentence:
          "\(conclusion.name) stands under finding “\(finding)”, which the draft does not carry, so "
          + "that it will be published under none.",
        remedy:
          "Put the finding back into the draft, or say under which with `inquiry recommendation "
          + "edit`.", subject: finding)
    }
  }

  private static func lowercased(_ conclusion: EvidenceUse.Conclusion) -> String {
    conclusion.name.prefix(1).lowercased() + conclusion.name.dropFirst()
  }

  private static func suspect(
    _ link: EvidenceUse.Link, of conclusion: EvidenceUse.Conclusion
  ) -> Remark {
    Remark(
      code: .linkSuspect, place: place(of: conclusion, reference: link.source),
      sentence:
        "Link \(link.id) of \(lowercased(conclusion)) leads to words of \(link.source) that changed "
        + "after it was affirmed.",
      remedy: "Read them, then affirm the link or drop it.", subject: "link \(link.id)",
      about: link.wording)
  }

  /// The place has no key, since that of a proposition may be a finding's as well.
  private static func suspect(_ link: EvidenceUse.SuspectOfProposition) -> Remark {
    Remark(
      code: .linkSuspect, place: Remark.Place(reference: link.source),
      sentence:
        "Link \(link.id) of proposition “\(link.key)” leads to words of \(link.source) that changed "
        + "after it was affirmed.",
      remedy: "Read them, then affirm the link or drop it.", subject: "link \(link.id)",
      about: "version \(link.version)")
  }

  private static func unpublished(
    _ link: EvidenceUse.Link, of conclusion: EvidenceUse.Conclusion
  ) -> Remark {
    let source = link.source
    let (reason, remedy): (String, String) =
      switch link.sourceState {
      case .received, .accepted, .published:
        ("is not published", "Publish \(source), or link other evidence.")
      case .declined:
        ("was not accepted as evidence", "Link other evidence and drop this link.")
      case .withdrawn: ("was withdrawn", "Link other evidence and drop this link.")
      case .takenDown: ("was taken down", "Link other evidence and drop this link.")
      }
    return Remark(
      code: .evidenceNotPublished, place: place(of: conclusion, reference: source),
      sentence:
        "Link \(link.id) of \(lowercased(conclusion)) leads to \(source), which \(reason); no "
        + "reader will see it.", remedy: remedy, subject: "link \(link.id)")
  }

  private static func leftOut(
    _ link: EvidenceUse.Link, of conclusion: EvidenceUse.Conclusion
  ) -> Remark {
    Remark(
      code: .contrastLeftOut, place: place(of: conclusion, reference: link.source),
      sentence:
        "Link \(link.id) shows words of \(link.source) that contrast with \(lowercased(conclusion)); "
        + "the draft cites them nowhere.",
      remedy: "Say what they say and cite them.", subject: "link \(link.id)",
      about: link.wording)
  }

  private static func unanswered(
    _ ask: Snapshot.Ask, _ finding: EvidenceUse.Conclusion
  ) -> Remark {
    var place = place(of: finding, reference: ask.reference)
    place.locator = ask.locator
    return Remark(
      code: .evidenceAskUnanswered, place: place,
      sentence:
        "\(finding.name) rests on \(ask.locator), where somebody asks “\(ask.words)”; no "
        + "recommendation is linked to it.",
      remedy:
        "Recommend it, link the recommendation that answers it (`inquiry link add`), or be ready "
        + "to say why not.", about: ask.words)
  }

  private static func unheard(_ use: EvidenceUse) -> [Remark] {
    let used = Set(use.usedPassages.lazy.flatMap { use.groupsOf[$0] ?? [] })
    return use.groups.enumerated().compactMap { place, group in
      guard group.sourceCount > 0, !used.contains(place) else { return nil }
      return Remark(
        code: .groupNeverCited, place: Remark.Place(),
        sentence: "\(group.name): heard and never cited.",
        remedy: "Cite them where they bear on the report, or be ready to say why not.",
        subject: group.slug)
    }
  }
}

extension EvidenceUse.Link {
  /// Which words of its passage a remark on it speaks of.
  fileprivate var wording: String { "version \(version)" }
}
