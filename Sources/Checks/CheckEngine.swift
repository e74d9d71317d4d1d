import Inquiries

/// The one place where remarks come from, so that page, API, command line and
/// the gate before publication cannot disagree.
public enum CheckEngine {
  /// Everything there is to remark, the gravest first, then by place.
  ///
  /// The time is linear in the snapshot but for the sorting of the remarks.
  /// The same snapshot gives the same remarks in the same order.
  public static func remarks(on snapshot: Snapshot) -> [Remark] {
    let remarks =
      snapshot.citations.flatMap(remarks(on:))
      + snapshot.recommendations.flatMap(remarks(on:))
      + snapshot.findings.compactMap(remark(on:))
      + neverCited(snapshot)
      + ClaimChecks.remarks(on: snapshot.claims, minimumBase: snapshot.policy.minimumBase)
      + QuotationChecks.remarks(on: snapshot) + BalanceChecks.remarks(on: snapshot)
      + LimbChecks.remarks(on: snapshot) + ConclusionChecks.remarks(on: snapshot)
      + StatedTotal.remarks(on: snapshot) + snapshot.walls
    return sorted(answered(remarks, in: snapshot))
  }

  private static func remarks(on citation: Snapshot.Citation) -> [Remark] {
    let place = Remark.Place(paragraph: citation.paragraph, line: citation.line)
    switch citation.outcome {
    case .notFound(let sentence):
      return [
        Remark(
          code: .citationNotFound, place: place, sentence: "\(citation.text): \(sentence)",
          remedy: "Correct the reference on line \(citation.line) of the draft.",
          subject: citation.text)
      ]
    case .found(let cited):
      return cited.compactMap { unpublished($0, in: citation, place) }
        + (citation.correction.map { [corrected($0, citation, place)] } ?? [])
    }
  }

  private static func corrected(
    _ correction: Snapshot.Correction, _ citation: Snapshot.Citation, _ place: Remark.Place
  ) -> Remark {
    var place = place
    place.locator = correction.locator
    return Remark(
      code: .citationSuspect, place: place,
      sentence:
        "The words that \(citation.text) cites were corrected after it was pinned to them. With what "
        + "went in [-…-] and what came in {+…+}: "
        + "“\(WordDifference.marked(from: correction.before, to: correction.after))”.",
      remedy: "Read them, mend what the paragraph says of them, and pin the citation anew: "
        + "`inquiry report repin \"\(correction.locator)\"`.", subject: citation.text,
      about: correction.after)
  }

  private static func unpublished(
    _ cited: Snapshot.Cited, in citation: Snapshot.Citation, _ place: Remark.Place
  ) -> Remark? {
    let reference = cited.sourceReference
    let reason: (what: String, remedy: String)
    switch cited.sourceState {
    case .received, .accepted:
      reason = ("is not published", "Publish \(reference), or cite something else.")
    case .declined:
      reason = ("was not accepted as evidence", "Cite something else.")
    case .withdrawn:
      reason = ("was withdrawn", "Cite something else; \(reference) no longer stands.")
    case .takenDown:
      reason = ("was taken down", "Cite something else; \(reference) no longer stands.")
    case .published where cited.stage == .logged:
      reason = ("is cited from a clerk's log", "Import the transcript of \(reference).")
    case .published:
      return nil
    }
    var place = place
    place.reference = reference
    return Remark(
      code: .citationUnpublished, place: place,
      sentence: "\(citation.text) cites \(reference), which \(reason.what).",
      remedy: reason.remedy, subject: citation.text)
  }

  private static func remarks(on recommendation: Snapshot.Recommendation) -> [Remark] {
    let place = Remark.Place(
      paragraph: recommendation.paragraph, key: recommendation.key, number: recommendation.number)
    let name = name("Recommendation", recommendation.number, recommendation.key)
    var remarks: [Remark] = []
    if !recommendation.links.contains(where: \.isEvidence) {
      remarks.append(
        Remark(
          code: .recommendationWithoutEvidence, place: place,
          sentence: "\(name) rests on no evidence: \(lack(recommendation.links)).",
          remedy: remedy(recommendation.links)))
    }
    if !recommendation.addressees.contains(where: { $0.contains { !$0.isWhitespace } }) {
      let named = recommendation.named()
      remarks.append(
        Remark(
          code: .recommendationWithoutAddressee, place: place,
          sentence: named.isEmpty
            ? "\(name) does not say who is to act"
              + (recommendation.isPassive ? ": it is in the passive voice." : ".")
            : "\(name) names \(LimbChecks.names(named)) in its words, and no addressee is recorded.",
          remedy: named.isEmpty
            ? "Name in its words who should act, and record that addressee."
            : "Record it, if that is who is to act: inquiry recommendation edit "
              + recommendation.key + named.map { " --to \"\($0.name)\"" }.joined() + "."))
    }
    return remarks
  }

  private static func remark(on finding: Snapshot.Finding) -> Remark? {
    guard !finding.links.contains(where: \.isEvidence) else { return nil }
    let name = name("Finding", finding.number, finding.key)
    return Remark(
      code: .findingWithoutEvidence,
      place: Remark.Place(paragraph: finding.paragraph, key: finding.key, number: finding.number),
      sentence: "\(name) rests on no evidence: \(lack(finding.links)).",
      remedy: remedy(finding.links))
  }

  /// Which links there are, since none of them counts.
  private static func lack(_ links: [Snapshot.Link]) -> String {
    let open = links.filter { $0.status == .suggested || $0.status == .suspect }.count
    if open > 0 {
      return open == 1
        ? "one link waits for a person to affirm it"
        : "\(open) links wait for a person to affirm them"
    }
    let affirmed = links.filter { $0.status == .affirmed }
    if affirmed.contains(where: { $0.stance == .supports }) {
      return "what it is linked to was withdrawn"
    }
    return affirmed.isEmpty ? "it has no link" : "its links show contrast or context alone"
  }

  private static func remedy(_ links: [Snapshot.Link]) -> String {
    links.contains { $0.status == .suggested || $0.status == .suspect }
      ? "Read the linked passages and affirm those that bear it out."
      : "Link a passage that bears it out and affirm the link."
  }

  private static func name(_ kind: String, _ number: Int?, _ key: String) -> String {
    number.map { "\(kind) \($0) (\(key))" } ?? "\(kind) “\(key)”"
  }

  private static func neverCited(_ snapshot: Snapshot) -> [Remark] {
    var cited: Set<String> = []
    for case .found(let sources) in snapshot.citations.lazy.map(\.outcome) {
      cited.formUnion(sources.map(\.sourceReference))
    }
    let links =
      snapshot.findings.lazy.flatMap(\.links) + snapshot.recommendations.lazy.flatMap(\.links)
    for link in links where link.status == .affirmed { cited.insert(link.sourceReference) }
    return snapshot.sources.filter { $0.isPubliclyCitable && !cited.contains($0.reference) }.map {
      Remark(
        code: .sourceNeverCited, place: Remark.Place(reference: $0.reference),
        sentence: "\($0.title) (\($0.reference)) is never cited.",
        remedy: "Cite it where it bears on the report, or be ready to say why not.")
    }
  }

  static func sorted(_ remarks: [Remark]) -> [Remark] {
    remarks.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.severity != other.severity { return one.severity < other.severity }
      let (here, there) = (one.place, other.place)
      let places = [
        (here.paragraph ?? .max, there.paragraph ?? .max), (here.line ?? .max, there.line ?? .max),
        (here.number ?? .max, there.number ?? .max),
      ]
      for (one, other) in places where one != other { return one < other }
      let names = [
        (one.code.rawValue, other.code.rawValue), (here.key ?? "", there.key ?? ""),
        (here.reference ?? "", there.reference ?? ""),
        (here.locator ?? "", there.locator ?? ""),
      ]
      for (one, other) in names where one != other { return one < other }
      return left.offset < right.offset
    }.map(\.element)
  }
}
