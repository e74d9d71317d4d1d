import Checks
import Inquiries
import Papers
import Postgres
import Records

/// What a draft quotes and the words that its citations name, with the texts to
/// which those are pinned.
struct DraftQuotations {
  private(set) var quotations: [Snapshot.Quotation] = []
  private(set) var namedSpans: [Snapshot.NamedSpan] = []
  private let words: [String: [CitedWords]]
  private let wordings: [String: [String]]

  /// - Parameters:
  ///   - words: What each locator is pinned to.
  ///   - wordings: The questions of each survey that is cited, as they were put.
  init(
    _ reading: DraftReading, words: [String: [CitedWords]], wordings: [String: [String]]
  ) {
    self.words = words
    self.wordings = wordings
    for part in reading.parts {
      for (range, quotation) in zip(part.prose.citations, part.block.citations) {
        nameSpans(
          of: quotation, at: place(part, range.lowerBound, in: reading.draft))
      }
      for quotation in part.prose.quotations {
        guard
          let citation = quotation.citation.map({ part.block.citations[$0] })
            ?? citationBefore(part, quotation, in: reading.draft)
        else { continue }
        quotations.append(
          Snapshot.Quotation(
            words: part.prose.text(quotation.range),
            place: place(part, quotation.range.lowerBound, in: reading.draft, citation),
            citation: citation.text, texts: meant(citation)))
      }
    }
  }

  /// Quoted lines may be cited by what introduces them.
  private func citationBefore(
    _ part: DraftReading.Part, _ quotation: Prose.Quotation, in draft: Draft
  ) -> DraftCitation? {
    guard quotation.isBlock, part.block.kind == .continuation, part.block.ordinal > 0 else {
      return nil
    }
    return draft.blocks[part.block.ordinal - 1].citations.last
  }

  private mutating func nameSpans(of citation: DraftCitation, at place: Remark.Place) {
    for item in citation.items {
      guard let named = item.words else { continue }
      namedSpans.append(
        Snapshot.NamedSpan(
          words: named, place: place, citation: citation.text, texts: texts(of: item)))
    }
  }

  private func place(
    _ part: DraftReading.Part, _ offset: Int, in draft: Draft, _ citation: DraftCitation? = nil
  ) -> Remark.Place {
    let first = citation?.items.lazy.compactMap { try? $0.reading.get() }.first
    return Remark.Place(
      paragraph: part.paragraph, line: part.line(of: offset, in: draft),
      locator: first?.description)
  }

  /// The words that a citation means; none where some of them are not on record,
  /// so that nobody can tell.
  private func meant(_ citation: DraftCitation) -> [String] {
    let texts = citation.items.map(meant)
    return texts.contains(where: \.isEmpty) ? [] : texts.flatMap { $0 }
  }

  /// The words that an item means: the span it names where that is sure.
  private func meant(_ item: DraftCitation.Item) -> [String] {
    let texts = texts(of: item)
    guard let named = item.words else { return texts }
    let spans = texts.flatMap { text in
      Wording.spans(naming: named, in: text).compactMap { Wording.text(in: $0, of: text) }
    }
    return spans.count == 1 ? spans : texts
  }

  /// Passages that one person says one after another are one text.
  private func texts(of item: DraftCitation.Item) -> [String] {
    guard case .success(let locator) = item.reading else { return [] }
    var texts: [String] = []
    var last: Passage?
    let cited = words[locator.description] ?? []
    for passage in cited.filter(\.isHeld).map(\.passage) {
      if let before = last, before.reference == passage.reference,
        before.speaker == passage.speaker, before.ordinal + 1 == passage.ordinal
      {
        texts[texts.count - 1] += " " + passage.text
      } else {
        texts.append(passage.text)
      }
      last = passage
    }
    // Who cites an answer may quote the question.
    let survey = cited.first { $0.sourceKind == .survey }?.passage.reference
    return texts + (survey.flatMap { wordings[$0] } ?? [])
  }
}

extension CitedWords {
  /// Whether its words are on record: of a document of others only the reference is.
  fileprivate var isHeld: Bool {
    sourceKind != .document || passage.locator != nil
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
