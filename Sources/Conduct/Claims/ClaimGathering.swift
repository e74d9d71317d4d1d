import Inquiries
import Papers
import Records

/// Finds claims block by block and gives them their keys.
struct ClaimGathering {
  let finder: ClaimFinder
  let index: PassageIndex
  /// What each footnote that cites does, by its label.
  let notes: [String: [DraftCitation]]
  private(set) var claims: [FoundClaim] = []
  private(set) var paragraphs: [String: Identifier<DraftParagraph>] = [:]
  private var counts: [String: Int] = [:]
  /// What a place with a figure is, by its locator.
  private var proposals: [String: FoundClaim.Proposal] = [:]

  init(finder: ClaimFinder, index: PassageIndex, notes: [String: [DraftCitation]]) {
    self.finder = finder
    self.index = index
    self.notes = notes
  }

  mutating func add(
    _ part: DraftReading.Part, of identity: Identifier<DraftParagraph>?, in draft: Draft?
  ) {
    let found = finder.find(in: part.prose)
    guard !found.isEmpty else { return }
    let cited = part.block.citations.map { places(of: $0) }
    let figures = cited.map { $0.map(\.locator) }
    let labels = Set(notes.keys)
    let beside = part.prose.citationsBeside(notes: labels)
    let marked = part.prose.markedClaims()
    func mark(_ claim: ClaimFinder.Found) -> Prose.MarkedClaim? {
      marked.first { $0.range.contains(claim.range.lowerBound) }
    }
    let kept = found.filter { claim in
      !claim.measure.needsSurvey || mark(claim) != nil
        || cited[beside[claim.sentence]].joined().contains(where: \.isAnswer)
        || noted(claim, in: part.prose).contains(where: \.isAnswer)
    }
    let proposed = ClaimPairing.proposals(
      for: kept, in: part.prose, citing: figures, notes: labels)
    let numbers = finder.numbers(in: part.prose)
    for (claim, beside) in zip(kept, proposed) {
      let named = noted(claim, in: part.prose)
      let proposal = beside ?? (named.count == 1 ? named[0].locator : nil)
      add(
        claim, in: part.prose, numbers, prefix: identity.map { "p\($0)" } ?? "p0",
        paragraph: part.paragraph,
        line: draft.map { part.line(of: claim.range.lowerBound, in: $0) },
        proposal: mark(claim).map { self.proposal($0.target) }
          ?? proposal.flatMap { proposals[$0] },
        lostMark: mark(claim).flatMap { lostMark($0.target) }, identity)
    }
  }

  /// The places with figures that the footnotes of a claim's sentence cite, where it cites
  /// nothing itself.
  private mutating func noted(_ claim: ClaimFinder.Found, in prose: Prose) -> [Place] {
    let sentence = prose.sentences[claim.sentence]
    guard !notes.isEmpty, sentence.citations.isEmpty else { return [] }
    var named: [Place] = []
    for label in prose.notes(in: sentence) {
      for citation in notes[label] ?? [] { named += places(of: citation) }
    }
    return named
  }

  /// What the author says in the draft that a claim rests on; `nil` where that is
  /// no one place.
  private func proposal(_ target: String) -> FoundClaim.Proposal? {
    guard case .success(let locator) = Locator.read(evened: target),
      case .found(let entries) = index.resolve(locator), entries.count == 1
    else { return nil }
    let answer = entries[0].answer.map {
      Locator.answers(
        survey: entries[0].sourceReference, question: $0.question, option: $0.option)
    }
    return FoundClaim.Proposal(
      locator: (answer ?? locator).description, versions: entries.map(\.version))
  }

  /// Why what the author says is no one place.
  private func lostMark(_ target: String) -> String? {
    switch Locator.read(evened: target) {
    case .failure(let failure): return failure.description
    case .success(let locator):
      switch index.resolve(locator) {
      case .notFound(let sentence), .ambiguous(let sentence): return sentence
      case .found(let entries):
        let answers = entries.compactMap { $0.answer?.option }
        guard entries.count > 1 else { return nil }
        return answers.isEmpty
          ? "\(locator) is \(entries.count) passages; name one."
          : "\(locator) has the answers \(answers.joined(separator: ", ")); name one."
      }
    }
  }

  /// What the inquiry says of itself in public has no citations.
  mutating func add(summary: String) {
    let prose = Prose(Array(summary.utf8))
    let numbers = finder.numbers(in: prose)
    for claim in finder.find(in: prose) where !claim.measure.needsSurvey {
      add(
        claim, in: prose, numbers, prefix: "summary", paragraph: nil, line: nil, proposal: nil,
        lostMark: nil, nil)
    }
  }

  private mutating func add(
    _ found: ClaimFinder.Found, in prose: Prose, _ numbers: Set<Fraction>, prefix: String,
    paragraph: Int?, line: Int?, proposal: FoundClaim.Proposal?, lostMark: String?,
    _ identity: Identifier<DraftParagraph>?
  ) {
    let words = found.keyWords.lowercased().replacing("%", with: " per cent")
    let slug = words.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    let stem = "\(prefix)-\(slug)"
    counts[stem, default: 0] += 1
    // A second one of the same words in the paragraph is told by its place among them.
    let key = counts[stem] == 1 ? stem : "\(stem)-no-\(counts[stem] ?? 0)"
    paragraphs[key] = identity
    claims.append(
      FoundClaim(
        key: key, words: found.words,
        sentence: prose.text(prose.sentences[found.sentence].range),
        rest: prose.text(
          found.range
            .upperBound..<max(
              found.range.upperBound, prose.sentences[found.sentence].range.upperBound)),
        setting: NumberSetting(found.range, of: found.sentence, in: prose),
        measure: found.measure,
        paragraph: paragraph, line: line, numbers: numbers, proposal: proposal,
        lostMark: lostMark))
  }

  /// Beyond so many passages a figure is not looked for in what is cited: who
  /// cites a whole transcript does not mean one of them.
  private static let most = 100

  private struct Place {
    let locator: String
    let isAnswer: Bool
  }

  /// The places with figures that a citation names: each answer of a survey, and
  /// any other evidence as one.
  private mutating func places(of citation: DraftCitation) -> [Place] {
    var places: [Place] = []
    for item in citation.items {
      guard case .success(let locator) = item.reading,
        case .found(let entries) = index.resolve(locator)
      else { continue }
      let answers = entries.filter { $0.answer != nil }
      if answers.isEmpty {
        places.append(Place(locator: locator.description, isAnswer: false))
        proposals[locator.description] = FoundClaim.Proposal(
          locator: locator.description,
          versions: entries.prefix(ClaimGathering.most).map(\.version))
      }
      for entry in answers {
        guard let answer = entry.answer else { continue }
        let name = Locator.answers(
          survey: entry.sourceReference, question: answer.question, option: answer.option
        ).description
        places.append(Place(locator: name, isAnswer: true))
        proposals[name] = FoundClaim.Proposal(locator: name, versions: [entry.version])
      }
    }
    return places
  }
}
