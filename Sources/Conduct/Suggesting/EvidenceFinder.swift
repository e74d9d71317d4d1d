public import Inquiries
import Postgres
public import Records
import Synchronization
import Tagging

/// Suggests evidence for findings, recommendations and any text. It affirms
/// nothing: what it finds counts when a person links it.
public final class EvidenceFinder: Sendable {
  private let office: Office
  private let meaning: Meaning?
  private let asked = Mutex<[[String]: [[Float]]]>([:])
  /// Texts whose vectors are kept.
  private static let mostAsked = 256
  private let shelves = Mutex<[Identifier<Inquiry>: EvidenceShelf]>([:])

  /// - Parameter meaning: The sentence model; `nil` where it is not installed, and
  ///   evidence is found by words alone.
  public init(office: Office, meaning: Meaning?) {
    self.office = office
    self.meaning = meaning
  }

  /// Passages that may be evidence for a text.
  public func suggestions(
    for text: String, limit: Int, in slug: String, by actor: Actor
  ) async throws -> EvidenceSuggestions {
    // Asked first: a stranger's text is not worth a process's time.
    try await office.read(in: slug, by: actor) { _, _ in }
    return try await suggestions(Sought(text: text), limit, slug, actor)
  }

  /// Passages that may be evidence for a finding or recommendation.
  ///
  /// - Parameters:
  ///   - end: By its key or its number in the newest draft.
  ///   - limb: Of the recommendation, where its words alone are sought for.
  public func suggestions(
    for end: LinkEnd, limb: Int? = nil, limit: Int, in slug: String, by actor: Actor
  ) async throws -> EvidenceSuggestions {
    let sought = try await office.read(in: slug, by: actor) { viewpoint, connection in
      try Sought.find(end, limb, as: viewpoint, on: connection)
    }
    return try await suggestions(sought, limit, slug, actor)
  }

  /// The same for every recommendation that the newest draft carries, in order.
  public func suggestionsForAll(
    limit: Int, in slug: String, by actor: Actor
  ) async throws -> [EvidenceSuggestions] {
    let all = try await office.read(in: slug, by: actor) { viewpoint, connection in
      let limbs = try Limb.carried(as: viewpoint, on: connection)
      return try EvidenceDecisions.ends(as: viewpoint, on: connection).filter {
        if case .recommendation = $0.end { true } else { false }
      }.map {
        Sought(
          end: $0.end, number: $0.number, text: $0.text,
          parts: (limbs[$0.end.key] ?? []).confirmedWords)
      }
    }
    var found: [EvidenceSuggestions] = []
    for sought in all { found.append(try await suggestions(sought, limit, slug, actor)) }
    return found
  }

  /// The text sought for, and whose it is.
  private struct Sought: Sendable {
    var end: LinkEnd?
    var number: Int?
    var limb: Int?
    let text: String
    /// The words of its limbs.
    var parts: [String] = []

    static func find(
      _ end: LinkEnd, _ limb: Int?, as viewpoint: Viewpoint, on connection: Connection
    ) throws -> Sought {
      let key = try EndLookup.resolve(end, as: viewpoint, on: connection)
      let ends = try EvidenceDecisions.ends(as: viewpoint, on: connection)
      guard let found = ends.first(where: { $0.end == key }) else {
        throw Refusal(
          .conflict, "in_no_draft",
          "The newest draft does not carry “\(key.key)”, so it has no words to seek evidence by; "
            + "push a draft that does.")
      }
      guard case .recommendation = key else {
        return Sought(end: key, number: found.number, text: found.text)
      }
      let limbs = try Limb.carried(as: viewpoint, on: connection)[key.key] ?? []
      guard let number = limb else {
        return Sought(
          end: key, number: found.number, text: found.text, parts: limbs.confirmedWords)
      }
      guard let limb = limbs.first(where: { $0.number == number }) else {
        throw EndLookup.limbNotFound(number, of: key.key)
      }
      guard limb.status == .confirmed else {
        throw Refusal(
          .conflict, "limb_words_changed",
          "The words of limb \(number) of \(key.key) changed after it was confirmed; confirm it "
            + "again (`inquiry limb confirm \(key.key) \(number)`).", field: "limb")
      }
      return Sought(end: key, number: found.number, limb: number, text: limb.words)
    }
  }

  private func suggestions(
    _ sought: Sought, _ limit: Int, _ slug: String, _ actor: Actor
  ) async throws -> EvidenceSuggestions {
    guard (1...100).contains(limit) else {
      throw Refusal(.invalid, "limit_range", "Ask for 1 to 100 suggestions.", field: "limit")
    }
    var query = try EvidenceQuery(sought.text, limbs: sought.parts)
    var failure: Meaning.Failed?
    if let meaning {
      do {
        query.vectors = try await vectors(of: query.parts, by: meaning)
      } catch let failed as Meaning.Failed {
        failure = failed
      }
    }
    return try await office.read(in: slug, by: actor) { [query, failure] viewpoint, connection in
      var query = query
      try query.learn(for: sought.end, sought.limb, as: viewpoint, on: connection)
      let shelf = self.shelves.withLock { shelves in
        let shelf = shelves[viewpoint.inquiryID] ?? EvidenceShelf()
        shelves[viewpoint.inquiryID] = shelf
        return shelf
      }
      let found = try shelf.read(as: viewpoint, on: connection) {
        $0.suggestions(for: query, limit: limit)
      }
      let (comparison, note) = self.comparison(found, failure)
      let places = try Passage.versions(found.items.map(\.version), on: connection)
      return EvidenceSuggestions(
        key: sought.end?.key, number: sought.number, limb: sought.limb, comparison: comparison,
        note: note,
        items: found.items.compactMap { item in
          places[item.version].map { SuggestedEvidence(item, $0.passage, $0.reference, query) }
        })
    }
  }

  /// The vectors of a text's parts; a recommendation is asked about again and again.
  private func vectors(of parts: [String], by meaning: Meaning) async throws -> [[Float]] {
    if let known = asked.withLock({ $0[parts] }) { return known }
    let vectors = try await meaning.vectors(of: parts)
    asked.withLock { asked in
      if asked.count >= Self.mostAsked { asked = [:] }
      asked[parts] = vectors
    }
    return vectors
  }

  private func comparison(
    _ found: Suggestions, _ failure: Meaning.Failed?
  ) -> (EvidenceSuggestions.Comparison, String?) {
    if let failure {
      return (.byWords, "Found by words alone: \(failure.description).")
    }
    if meaning == nil {
      return (
        .byWords,
        "Found by words alone: the sentence model is not set up here; an operator does it with "
          + "deploy/run --with-meaning or INQUIRY_MEANING."
      )
    }
    let missing = found.passages - found.passagesMeant
    if missing == 0 { return (.byMeaning, nil) }
    return (
      found.passagesMeant == 0 ? .byWords : .partlyByMeaning,
      "What \(missing) of \(found.passages) passages mean is not known yet; the server goes on "
        + "with it, and `inquiry meaning fill` does it at once."
    )
  }
}

extension [Limb] {
  /// The words of those that a person answers for.
  fileprivate var confirmedWords: [String] {
    filter { $0.status == .confirmed }.map(\.words)
  }
}

extension EvidenceQuery {
  /// What people decided before.
  fileprivate mutating func learn(
    for end: LinkEnd?, _ limb: Int?, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    if let end { tagged = try EvidenceDecisions.tagged(like: end, as: viewpoint, on: connection) }
    groups = try EvidenceDecisions.groups(as: viewpoint, on: connection)
    let ends = Dictionary(
      try EvidenceDecisions.ends(as: viewpoint, on: connection).map { ($0.end, $0) },
      uniquingKeysWith: { first, _ in first })
    let finding = end.flatMap { ends[$0]?.finding }
    for decision in try EvidenceDecisions.all(as: viewpoint, on: connection) {
      if decision.end == end {
        switch decision.status {
        case .dropped: dropped.insert(decision.version)
        case .affirmed, .suggested, .suspect:
          if decision.status == .affirmed { affirmed.insert(decision.passage) }
          // What is linked to one limb may be evidence for another too.
          if limb == nil || decision.limb == nil || decision.limb == limb {
            linked.insert(decision.passage)
          }
        }
      } else if let other = ends[decision.end], [.affirmed, .dropped].contains(decision.status) {
        let isUnder = finding != nil && decision.end == .finding(finding ?? "")
        let isAbove = other.finding != nil && end == .finding(other.finding ?? "")
        earlier.append(
          EarlierLink(
            passage: decision.passage, key: decision.end.key, text: EvidenceQuery.bare(other.text),
            isNextOfKin: isUnder || isAbove, isAffirmed: decision.status == .affirmed))
      }
    }
  }
}

extension SuggestedEvidence {
  fileprivate init(
    _ found: Suggestion, _ passage: Passage, _ reference: String, _ query: EvidenceQuery
  ) {
    let spans = SentenceWindows.spans(of: passage.text)
    let nearest =
      found.window.flatMap { spans.indices.contains($0) ? spans[$0] : nil }
      ?? SentenceWindows.span(of: passage.text, nearestTo: query.text)
    var sharedTerms: [String] = []
    var nearness: Int?
    var namedGroup: String?
    var earlierLinks: [String] = []
    var tags: [String] = []
    var contrast: String?
    for reason in found.reasons {
      switch reason {
      case .sharedTerms(let words): sharedTerms = words
      case .nearMeaning(let cosine): nearness = Int((cosine * 100).rounded())
      case .group(let name): namedGroup = name
      case .earlierLinks(let keys): earlierLinks = keys
      case .tags(let names): tags = names
      case .contrast(let cue): contrast = found.isConfidential ? nil : cue
      }
    }
    let words = nearest.flatMap { Wording.text(in: $0, of: passage.text) } ?? passage.text
    self.init(
      locator: passage.locator, reference: reference, sourceKind: found.kind,
      speaker: passage.speaker, group: found.group, words: found.isConfidential ? nil : words,
      sharedTerms: sharedTerms, nearness: nearness, namedGroup: namedGroup,
      earlierLinks: earlierLinks, tags: tags, contrast: contrast)
  }
}
