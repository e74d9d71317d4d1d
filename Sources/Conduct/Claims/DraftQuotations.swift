import Checks
import Inquiries
import Papers
import Postgres
import Records

/// What a draft quotes and the words that its citations name, with the texts to
/// which those are pinned.
struct DraftQuotations {
  private typealias Part = DraftReading.Part
  private typealias Bracket = DraftReading.Bracket
  private typealias Text = (voice: String, words: String)

  private(set) var quotations: [Snapshot.Quotation] = []
  private(set) var namedSpans: [Snapshot.NamedSpan] = []
  private let reading: DraftReading
  private let words: PinnedWords
  private let wordings: [String: [String]]

  /// - Parameters:
  ///   - words: What each citation is pinned to.
  ///   - wordings: The questions of each survey that is cited, as they were put.
  init(_ reading: DraftReading, words: PinnedWords, wordings: [String: [String]]) {
    self.reading = reading
    self.words = words
    self.wordings = wordings
    for part in reading.parts + reading.asides {
      for (range, bracket) in zip(part.prose.citations, part.citations) {
        nameSpans(of: bracket, at: place(part, range.lowerBound))
      }
    }
    var goesOn: [Place: [Bracket]] = [:]
    for (number, part) in reading.parts.enumerated() {
      for quotation in part.prose.quotations {
        let begun = goesOn[Place(part: number, start: quotation.range.lowerBound)] ?? []
        add(quotation, of: part, attributed: begun)
      }
      for open in part.prose.openQuotations {
        let here = Place(part: number, start: open.range.lowerBound)
        let next = following(open, in: number)
        let brackets = attributed(open, in: number, orElse: goesOn[here] ?? [])
        if let next {
          add(open, of: part, attributed: brackets)
          goesOn[Place(part: next.part, start: next.quotation.range.lowerBound)] = brackets
        } else if goesOn[here] != nil || !brackets.isEmpty || !part.citations.isEmpty {
          add(open, of: part, attributed: brackets, isClosed: false)
        }
      }
    }
    for aside in reading.asides {
      for quotation in aside.prose.quotations { add(quotation, of: aside) }
      for open in aside.prose.openQuotations where !aside.row.isEmpty {
        add(open, of: aside, isClosed: false)
      }
    }
  }

  /// Where a quotation begins: in which part of the reading, at which byte.
  private struct Place: Hashable {
    let part: Int
    let start: Int
  }

  /// The quotation that the next paragraph opens with: by convention the open one goes
  /// on there.
  private func following(
    _ open: Prose.Quotation, in part: Int
  ) -> (quotation: Prose.Quotation, part: Int)? {
    let prose = reading.parts[part].prose
    let end = min(open.range.upperBound, prose.bytes.count)
    if let next = prose.quotation(beginningAt: end) { return (next, part) }
    let next = part + 1
    guard prose.bytes[end...].allSatisfy({ $0 <= 0x20 }), reading.parts.indices.contains(next),
      reading.parts[next].block.ordinal == reading.parts[part].block.ordinal + 1,
      let quotation = reading.parts[next].prose.quotation(beginningAt: 0)
    else { return nil }
    return (quotation, next)
  }

  /// Nobody quotes more paragraphs in one, and each is looked at for each before it.
  private static let longest = 20

  /// The citations of an open quotation: beside it, or else of what it goes on from, or of
  /// the first paragraph in which it goes on that has any.
  private func attributed(
    _ open: Prose.Quotation, in part: Int, orElse before: [Bracket]
  ) -> [Bracket] {
    let own = beside(open, of: reading.parts[part])
    guard own.isEmpty, before.isEmpty else { return own.isEmpty ? before : own }
    var (quotation, place) = (open, part)
    for _ in 0..<DraftQuotations.longest {
      guard reading.parts[place].prose.openQuotations.contains(quotation),
        let next = following(quotation, in: place)
      else { return [] }
      quotation = next.quotation
      place = next.part
      let theirs = beside(quotation, of: reading.parts[place])
      if !theirs.isEmpty { return theirs }
    }
    return []
  }

  private mutating func add(
    _ quotation: Prose.Quotation, of part: Part, attributed: [Bracket] = [], isClosed: Bool = true
  ) {
    let own = beside(quotation, of: part)
    let beside = own.isEmpty ? attributed : own
    let brackets = beside.isEmpty ? near(quotation, of: part) : beside
    let texts = meant(brackets)
    quotations.append(
      Snapshot.Quotation(
        words: part.prose.text(quotation.range),
        place: place(part, quotation.range.lowerBound, brackets.first?.citation),
        citation: brackets.map(\.citation.text).joined(separator: " or "),
        texts: texts.map(\.words), voices: texts.map(\.voice), isBeside: !beside.isEmpty,
        isClosed: isClosed))
  }

  /// The citations that a quotation is attributed to: in its sentence, in its row of a
  /// table, in what introduces quoted lines, or in a footnote.
  private func beside(_ quotation: Prose.Quotation, of part: Part) -> [Bracket] {
    if let citation = quotation.citation { return [part.citations[citation]] }
    if !part.row.isEmpty { return part.row }
    if quotation.isBlock, part.block.kind == .continuation, part.block.ordinal > 0,
      let last = reading.brackets[part.block.ordinal - 1].last
    {
      return [last]
    }
    return part.prose.notes(behind: quotation).flatMap { reading.notes[$0] ?? [] }
  }

  /// The citations close by that may be meant: of the sentences around it, or of what
  /// stands under a heading.
  private func near(_ quotation: Prose.Quotation, of part: Part) -> [Bracket] {
    guard case .heading = part.block.kind else {
      return part.prose.citations(near: quotation).map { part.citations[$0] }
    }
    let next = part.block.ordinal + 1
    return reading.brackets.indices.contains(next) ? reading.brackets[next] : []
  }

  private mutating func nameSpans(of bracket: Bracket, at place: Remark.Place) {
    for (item, cited) in bracket.citation.items.enumerated() {
      guard let named = cited.words else { continue }
      namedSpans.append(
        Snapshot.NamedSpan(
          words: named, place: place, citation: bracket.citation.text,
          texts: texts(of: item, in: bracket).map(\.words)))
    }
  }

  private func place(
    _ part: Part, _ offset: Int, _ citation: DraftCitation? = nil
  ) -> Remark.Place {
    let first = citation?.items.lazy.compactMap { try? $0.reading.get() }.first
    return Remark.Place(
      paragraph: part.paragraph, line: part.line(of: offset, in: reading.draft),
      locator: first?.description)
  }

  /// The words that citations mean; none where some of them are not on record,
  /// so that nobody can tell.
  private func meant(_ brackets: [Bracket]) -> [Text] {
    let texts = brackets.flatMap { bracket in
      bracket.citation.items.indices.map { meant($0, in: bracket) }
    }
    return texts.contains(where: \.isEmpty) ? [] : texts.flatMap { $0 }
  }

  /// The words that an item means: the span it names where that is sure.
  private func meant(_ item: Int, in bracket: Bracket) -> [Text] {
    let texts = texts(of: item, in: bracket)
    guard let named = bracket.citation.items[item].words else { return texts }
    let spans = texts.flatMap { text in
      Wording.spans(naming: named, in: text.words).compactMap { span in
        Wording.text(in: span, of: text.words).map { (text.voice, $0) }
      }
    }
    return spans.count == 1 ? spans : texts
  }

  /// Passages that one person says one after another are one text.
  private func texts(of item: Int, in bracket: Bracket) -> [Text] {
    guard case .success(let locator) = bracket.citation.items[item].reading else { return [] }
    var texts: [Text] = []
    var last: Passage?
    let cited = words.words(at: locator, bracket: bracket.number, item: item)
    for words in cited where words.isHeld {
      let passage = words.passage
      if let before = last, before.reference == passage.reference,
        before.speaker == passage.speaker, before.ordinal + 1 == passage.ordinal
      {
        texts[texts.count - 1].words += " " + passage.text
      } else {
        texts.append((words.voice, passage.text))
      }
      last = passage
    }
    // Who cites an answer may quote the question.
    let survey = cited.first { $0.sourceKind == .survey }?.passage.reference
    return texts
      + (survey.map { survey in (wordings[survey] ?? []).map { (survey, $0) } } ?? [])
  }
}

/// What the citations of a draft version are pinned to.
struct PinnedWords {
  private struct Place: Hashable {
    let bracket: Int
    let item: Int
  }

  /// By locator, as the first citation of it is pinned.
  let byLocator: [String: [CitedWords]]
  /// Of those that are pinned to other versions than the first of their locator.
  private let others: [Place: [CitedWords]]

  init(
    _ citations: [CitationRow], sources: [Source], _ beside: CitedBeside,
    on connection: Connection
  ) throws {
    let sourceOf = Dictionary(
      sources.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    let passages = try Passage.versions(citations.flatMap(\.versions), on: connection)
    func words(_ versions: [Identifier<PassageVersion>]) -> [CitedWords] {
      versions.compactMap { version in
        guard let place = passages[version], let source = sourceOf[place.reference] else {
          return nil
        }
        return CitedWords(
          place.passage, of: source.kind, hearing: source.hearing, heldOn: source.publicDay,
          beside)
      }
    }
    var first: [String: [Identifier<PassageVersion>]] = [:]
    var byLocator: [String: [CitedWords]] = [:]
    var others: [Place: [CitedWords]] = [:]
    for citation in citations {
      guard let pinned = first[citation.locator] else {
        first[citation.locator] = citation.versions
        byLocator[citation.locator] = words(citation.versions)
        continue
      }
      guard pinned != citation.versions else { continue }
      others[Place(bracket: citation.bracket, item: citation.item)] = words(citation.versions)
    }
    self.byLocator = byLocator
    self.others = others
  }

  /// What one item of a citation is pinned to, in order.
  func words(at locator: Locator, bracket: Int, item: Int) -> [CitedWords] {
    others[Place(bracket: bracket, item: item)] ?? byLocator[locator.description] ?? []
  }
}

extension CitedWords {
  /// Whether its words are on record: of a document of others only the reference is.
  fileprivate var isHeld: Bool {
    sourceKind != .document || passage.locator != nil
  }

  /// Whose words they are: a survey speaks with one voice, question and answers.
  fileprivate var voice: String {
    sourceKind == .survey
      ? passage.reference : "\(passage.reference) \(passage.speaker ?? "")"
  }

  /// References of the surveys among what is cited.
  static func surveys(among words: [String: [CitedWords]]) -> Set<String> {
    Set(words.values.joined().filter { $0.sourceKind == .survey }.map(\.passage.reference))
  }

  /// The questions of the surveys among what is cited, by survey.
  static func wordings(
    of words: [String: [CitedWords]], in index: PassageIndex, on connection: Connection
  ) throws -> [String: [String]] {
    let headings = surveys(among: words).flatMap { survey -> [PassageEntry] in
      guard case .found(let entries) = index.resolve(.whole(survey)) else { return [] }
      return entries.filter { $0.kind == .heading }
    }
    let found = try Passage.versions(headings.map(\.version), on: connection)
    return Dictionary(grouping: found.values, by: \.reference).mapValues { $0.map(\.passage.text) }
  }
}
