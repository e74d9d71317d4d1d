public import Inquiries
import Postgres
public import Records
import Synchronization
import Tagging

/// Suggests evidence for findings, recommendations and any text. It affirms
/// nothing: what it finds counts when a person links it.
public final class EvidenceFinder: Sendable {
  private let office: Office
  private let meaning: SoughtMeaning?
  /// How far the words of each inquiry's newest draft were read ahead.
  private let readAhead = Mutex<[String: Int64]>([:])
  private let shelves = Mutex<[Identifier<Inquiry>: EvidenceShelf]>([:])

  /// - Parameter meaning: The sentence model; `nil` where it is not installed, and
  ///   evidence is found by words alone.
  public init(office: Office, meaning: Meaning?) {
    self.office = office
    self.meaning = meaning.map(SoughtMeaning.init)
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
    let all = try await office.read(in: slug, by: actor) {
      try Sought.all(as: $0, on: $1)
    }
    var found: [EvidenceSuggestions] = []
    for sought in all {
      guard case .recommendation = sought.end else { continue }
      found.append(try await suggestions(sought, limit, slug, actor))
    }
    return found
  }

  /// Finds out what the findings, recommendations and limbs of newest drafts mean, so that
  /// nobody who asks about one waits for the model.
  ///
  /// - Throws: ``Meaning/Failed`` when the model does not answer; the same drafts come
  ///   again then.
  public func readDraftsAhead() async throws {
    guard let meaning else { return }
    let marks = try await office.staff.run { try EvidenceDecisions.marks(on: $0) }
    for (slug, mark) in marks.sorted(by: { $0.key < $1.key })
    where readAhead.withLock({ $0[slug] }) != mark {
      let all = try await office.read(in: slug, by: .machineOperator) {
        try Sought.all(as: $0, on: $1)
      }
      for sought in all.flatMap({ [$0] + $0.parts.map { Sought(text: $0) } }) {
        // One without a word to seek by is refused when it is asked about.
        guard let query = try? EvidenceQuery(sought.text, limbs: sought.parts) else { continue }
        _ = try await meaning.vectors(of: query.parts, isAhead: true)
      }
      readAhead.withLock { $0[slug] = mark }
    }
  }

  /// The text sought for, and whose it is.
  private struct Sought: Sendable {
    var end: LinkEnd?
    var number: Int?
    var limb: Int?
    let text: String
    /// The words of its limbs.
    var parts: [String] = []

    /// Every finding and recommendation that the newest draft carries, in order.
    static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Sought] {
      let limbs = try Limb.carried(as: viewpoint, on: connection)
      return try EvidenceDecisions.ends(as: viewpoint, on: connection).map { end in
        var sought = Sought(end: end.end, number: end.number, text: end.text)
        if case .recommendation(let key) = end.end {
          sought.parts = (limbs[key] ?? []).confirmedWords
        }
        return sought
      }
    }

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
        query.vectors = try await meaning.vectors(of: query.parts)
      } catch let failed as Meaning.Failed {
        failure = failed
      }
    }
    return try await office.read(in: slug, by: actor) { [query, failure] viewpoint, connection in
      var query = query
      if let end = sought.end {
        query.tagged = try EvidenceDecisions.tagged(like: end, as: viewpoint, on: connection)
      }
      let shelf = self.shelves.withLock { shelves in
        let shelf = shelves[viewpoint.inquiryID] ?? EvidenceShelf()
        shelves[viewpoint.inquiryID] = shelf
        return shelf
      }
      let found = try shelf.read(as: viewpoint, on: connection) { index, decided in
        decided.teach(&query, for: sought.end, sought.limb)
        return index.suggestions(for: query, limit: limit)
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

extension SuggestedEvidence {
  fileprivate init(
    _ found: Suggestion, _ passage: Passage, _ reference: String, _ query: EvidenceQuery
  ) {
    let spans = SentenceWindows.spans(of: passage.text)
    let nearest =
      found.window.flatMap { spans.indices.contains($0) ? spans[$0] : nil }
      ?? SentenceWindows.span(of: passage.text, nearestTo: query.text)
    var shared: [String] = []
    var nearness: Int?
    var namedGroup: String?
    var earlierLinks: [String] = []
    var tags: [String] = []
    var contrast: String?
    for reason in found.reasons {
      switch reason {
      case .sharedTerms(let words): shared = words
      case .nearMeaning(let cosine): nearness = Int((cosine * 100).rounded())
      case .group(let name): namedGroup = name
      case .earlierLinks(let keys): earlierLinks = keys
      case .tags(let names): tags = names
      case .contrast(let cue): contrast = cue
      }
    }
    let terms = SharedTerms(shared, with: passage.text)
    let words = nearest.flatMap { Wording.text(in: $0, of: passage.text) } ?? passage.text
    self.init(
      locator: passage.locator, reference: reference, sourceKind: found.kind,
      speaker: passage.speaker, group: found.group, words: found.isConfidential ? nil : words,
      sharedTerms: terms.own, blockTerms: terms.ofBlock, nearness: nearness,
      namedGroup: namedGroup, earlierLinks: earlierLinks, tags: tags, contrast: contrast)
  }
}
