import Inquiries

/// Whether each ask of a recommendation says who is to act and until when, and
/// what became of earlier ones.
enum LimbChecks {
  static func remarks(on snapshot: Snapshot) -> [Remark] {
    snapshot.recommendations.flatMap(remarks(on:)) + snapshot.leftUnanswered.map(unanswered)
  }

  private static func unanswered(_ earlier: EarlierRecommendation) -> Remark {
    Remark(
      code: .earlierRecommendationNotTakenUp, place: Remark.Place(),
      sentence:
        "Recommendation \(earlier.number) of “\(earlier.title)” (\(earlier.key)), which this "
        + "inquiry follows, is taken up by none: “\(trimmed(earlier.words))”.",
      remedy:
        "Say which recommendation takes it up (inquiry lineage add), or be ready to say why none does.",
      subject: "earlier \(earlier.key)")
  }

  private static func trimmed(_ words: String) -> String {
    String(words.last == "." ? words.dropLast() : words[...])
  }

  private static func remarks(on recommendation: Snapshot.Recommendation) -> [Remark] {
    let name = recommendation.name
    let limbs = recommendation.limbs
    var remarks: [Remark] = []
    func remark(
      _ code: Remark.Code, _ sentence: String, _ remedy: String, of limb: Limb? = nil
    ) {
      remarks.append(
        Remark(
          code: code, place: recommendation.place, sentence: "\(name) \(sentence)", remedy: remedy,
          subject: limb.map { "limb \($0.number)" }))
    }
    if limbs.isEmpty, !recommendation.proposed.isEmpty {
      let asked = recommendation.proposed.map { "“\($0.act)”" }.joined(separator: ", ")
      remark(
        .recommendationNotTakenApart,
        "was not taken apart, so that nothing is said of who is to do what and by when; by its "
          + "grammar it asks: \(asked).",
        "Look at it with inquiry limb propose \(recommendation.key), and confirm what is right with "
          + "inquiry limb confirm \(recommendation.key).")
    }
    if limbs.count > 1 {
      remark(
        .recommendationCompound,
        "asks \(limbs.count) things: \(limbs.map { "“\($0.act)”" }.joined(separator: ", ")).",
        "Make each a recommendation of its own, or be ready to follow them up one by one.")
    }
    let dated = limbs.filter { $0.deadline != nil }
    if !limbs.isEmpty, dated.isEmpty {
      remark(
        .recommendationWithoutDeadline, "sets no time.",
        "Say by when it is to be done, or be ready to say why not.")
    } else if !dated.isEmpty, dated.count < limbs.count {
      remark(
        .deadlineOfSomeLimbs,
        "sets a time for \(listed(dated)) alone, not for \(listed(limbs.filter { $0.deadline == nil })).",
        "Say by when each is to be done.")
    }
    for limb in unsupported(recommendation) {
      remark(
        .limbWithoutEvidence,
        "rests on evidence for other limbs; none is linked to limb \(limb.number), “\(limb.act)”.",
        "Link some to it (inquiry link add --limb), or to the recommendation as a whole.", of: limb)
    }
    for limb in limbs {
      tell(limb, of: recommendation) { remark($0, $1, $2, of: limb) }
    }
    for entry in recommendation.lineage {
      remarks.append(earlier(entry, recommendation))
    }
    return remarks
  }

  /// The limbs that nothing supports, where all that supports the recommendation is for
  /// others of its limbs. One that rests on nothing at all is told as that.
  private static func unsupported(_ recommendation: Snapshot.Recommendation) -> [Limb] {
    let links = recommendation.links.filter(\.isEvidence)
    let supported = Set(links.compactMap(\.limb))
    guard !links.isEmpty, links.allSatisfy({ $0.limb != nil }) else { return [] }
    return recommendation.limbs.filter { !supported.contains($0.number) }
  }

  /// What one limb lacks.
  private static func tell(
    _ limb: Limb, of recommendation: Snapshot.Recommendation,
    _ remark: (Remark.Code, String, String) -> Void
  ) {
    let named = "limb \(limb.number), “\(limb.act)”,"
    if limb.status == .suspect || limb.place == nil {
      remark(
        .limbSuspect, "has \(named) whose words changed after it was confirmed.",
        "Read it and confirm it again, or drop it.")
    }
    // Paragraphs of the words are parted by a line break; only the first has a
    // number in the report.
    if let place = limb.place, let end = recommendation.firstParagraphEnd, place.lowerBound > end {
      remark(
        .limbInUnnumberedParagraph,
        "has \(named) in a paragraph without a number, where nobody can cite it.",
        "Put it into the first paragraph, or make it a recommendation of its own.")
    }
    if limb.addressees.isEmpty, recommendation.limbs.contains(where: { !$0.addressees.isEmpty }) {
      let there = limb.place.map { recommendation.named(in: $0) } ?? []
      if there.isEmpty {
        remark(.limbWithoutAddressee, "does not say who is to do \(named).", "Name somebody.")
      } else {
        remark(
          .limbWithoutAddressee,
          "names \(names(there)) in the words of \(named) and no addressee of it is recorded.",
          "Record it, if that is who is to act: inquiry limb edit \(recommendation.key) "
            + "\(limb.number)"
            + there.map { " --to \"\($0.kind.rawValue):\($0.name)\"" }.joined() + ".")
      }
    }
    if limb.addressees.count > 1, limb.lead == nil {
      remark(
        .addresseesWithoutLead,
        "asks \(limb.addressees.map(\.name).joined(separator: " and ")), and neither leads.",
        "Say who leads: inquiry limb edit.")
    }
    for addressee in limb.addressees where addressee.kind == .parliamentaryCommittee {
      remark(
        .addresseeIsCommittee,
        "asks \(addressee.name), a committee of Parliament, for which the Government does not answer.",
        "Write to its chair, or ask a body that has to reply.")
    }
    switch limb.deadline?.clock {
    case nil, .day: break
    case .vague:
      remark(
        .deadlineVague, "sets a time of which no day can be had: “\(limb.deadline?.words ?? "")”.",
        "Say a day, or a time after an event.")
    case .event(let event, _) where event.happenedOn != nil: break
    case .event(let event, let period):
      let isClock = period != Period()
      remark(
        .deadlineWaitsForEvent,
        "waits: “\(limb.deadline?.words ?? "")”; "
          + (isClock ? "the clock starts with" : "it is due at")
          + " an event that nobody has logged, \(event.name).",
        "Log the event once it happens: inquiry event log \(event.key).")
    }
  }

  /// `“The Government” and “Ofsted”`.
  static func names(_ addressees: [Addressee]) -> String {
    addressees.map { "“\($0.name)”" }.joined(separator: " and ")
  }

  private static func listed(_ limbs: [Limb]) -> String {
    (limbs.count == 1 ? "limb " : "limbs ")
      + limbs.map { "\($0.number)" }.joined(separator: " and ")
  }

  private static func earlier(
    _ entry: Lineage, _ recommendation: Snapshot.Recommendation
  ) -> Remark {
    let place: String
    switch entry.earlier {
    case .recommendation(let key, _): place = key
    case .document(let reference, _): place = reference
    }
    return Remark(
      code: .recommendationTakesUpEarlier, place: recommendation.place,
      sentence: "\(recommendation.name) \(entry.relation.rawValue) an earlier one, \(place) of "
        + "\(entry.title)\(entry.words.map { ": “\(trimmed($0))”" } ?? "").",
      remedy: "Say in the report what became of the earlier one.", subject: "earlier \(place)")
  }
}

extension Snapshot.Recommendation {
  fileprivate var name: String {
    number.map { "Recommendation \($0) (\(key))" } ?? "Recommendation “\(key)”"
  }

  fileprivate var place: Remark.Place {
    Remark.Place(paragraph: paragraph, key: key, number: number)
  }

  /// Code points of its words before the second paragraph; `nil` of one alone.
  fileprivate var firstParagraphEnd: Int? {
    words.unicodeScalars.firstIndex(of: "\n").map {
      words.unicodeScalars.distance(from: words.unicodeScalars.startIndex, to: $0)
    }
  }

  /// Whether somebody is to do something and it does not say who: “should be
  /// widened”.
  var isPassive: Bool {
    words.contains(#/\b(should|must|ought to) (\w+ )?be \w+(ed|en|ade|ept|ought)\b/#)
  }
}
