import Checks
import Inquiries
import Papers
import Records

/// Words that staff write and the public reads, such as a title: they name nobody who is
/// not to be named, and tell no figure that a survey holds back.
struct PublicWords {
  /// As a sentence begins with it: `The title`.
  let place: String
  let text: String
  /// The field of the request that they came in, where there is one.
  let field: String?
  /// Where a remark on them belongs.
  let at: Remark.Place

  init(
    _ place: String, _ text: String, field: String? = nil, at: Remark.Place = Remark.Place()
  ) {
    self.place = place
    self.text = text
    self.field = field
    self.at = at
  }

  /// What an inquiry says of itself.
  static func of(_ inquiry: Inquiry) -> [PublicWords] {
    [
      PublicWords("The inquiry's title", inquiry.title, field: "title"),
      PublicWords("The inquiry's summary", inquiry.summary, field: "summary"),
      PublicWords("The inquiry's banner", inquiry.banner ?? "", field: "banner"),
      PublicWords("The terms of reference", inquiry.termsOfReference, field: "text"),
    ]
  }

  /// What a report says by itself: its headings, and what it finds and asks.
  static func of(_ draft: Draft) -> [PublicWords] {
    let own = draft.blocks.filter { block in
      switch block.kind {
      case .heading, .finding, .conclusion, .recommendation: true
      case .paragraph, .continuation: false
      }
    }
    return own.map { PublicWords.of($0) }
  }

  /// A block of a draft, its citations included.
  static func of(_ block: DraftBlock) -> PublicWords {
    PublicWords(
      block.paragraphNumber.map { "Paragraph \($0) of the report" }
        ?? "Line \(block.line) of the draft", block.text,
      at: Remark.Place(paragraph: block.paragraphNumber, line: block.line))
  }

  /// What a report prints of a recommendation beside its words: whom it asks, its limbs as
  /// people confirmed them, and what they wrote of the documents that it takes up.
  static func of(_ recommendation: Recommendation) -> [PublicWords] {
    let name = "recommendation " + (recommendation.number.map { "\($0)" } ?? recommendation.key)
    let at = Remark.Place(
      paragraph: recommendation.paragraph, key: recommendation.key, number: recommendation.number)
    let asked = recommendation.addressees.map {
      PublicWords("An addressee of \(name)", $0, at: at)
    }
    let limbs = recommendation.limbs.filter { $0.status == .confirmed }.flatMap { limb in
      limb.printed.map { PublicWords("Limb \(limb.number) of \(name)", $0, at: at) }
    }
    let lineage = recommendation.lineage.compactMap { lineage -> PublicWords? in
      guard case .document(let reference, let words) = lineage.earlier else { return nil }
      return PublicWords("What \(name) takes up of \(reference)", words, at: at)
    }
    return asked + limbs + lineage
  }

  /// What a call says, which is named: an inquiry may have several.
  static func of(_ call: CallForEvidence) -> [PublicWords] {
    [
      PublicWords("The title of the call “\(call.slug)”", call.title),
      PublicWords("The text of the call “\(call.slug)”", call.text),
    ]
  }

  /// How a document of others is referred to.
  static func of(_ document: Document, field: String? = nil) -> [PublicWords] {
    let at = Remark.Place(reference: document.reference)
    return [
      ("title", document.facts.title), ("author", document.facts.author),
      ("full reference", document.facts.fullReference),
    ].map { fact, text in
      PublicWords("The \(fact) of \(document.reference)", text, field: field, at: at)
    }
  }

  /// Refuses the first of them that names somebody who is not to be named, or prints a name
  /// that is left out of evidence for the public, or tells a figure that is held back.
  ///
  /// - Parameter sources: What becomes public now.
  static func check(
    _ all: [PublicWords], beside sources: [Identifier<Source>] = [], from viewpoint: Viewpoint,
    at desk: Desk
  ) throws {
    let naming = try AnonymousWall.naming(
      all.map(\.text), as: viewpoint, on: desk.connection)
    if let first = naming.first.map({ all[$0] }) {
      throw Refusal(
        .conflict, "anonymous_named",
        "\(first.place) would name somebody who is not to be named; say it without the name first. "
          + "Nothing was done.", field: first.field)
    }
    let evidence = try QuotableWords.withOmissions(
      and: sources, as: viewpoint, on: desk.connection)
    for words in evidence {
      for name in words.omitted where QuotationGate.isName(name) {
        guard let first = all.first(where: { QuotationGate.holds($0.text, name) }) else { continue }
        throw Refusal(
          .conflict, "omitted_words_printed",
          "\(first.place) would print a name that is left out of \(words.locator) for the public; "
            + "say it without the name first. Nothing was done.", field: first.field)
      }
    }
    try checkFigures(all, from: viewpoint, at: desk)
  }

  /// Refuses the first of them that tells a figure which the public tables of a survey hold
  /// back.
  ///
  /// - Parameter surveys: By reference; `nil` for all of the inquiry.
  static func checkFigures(
    _ all: [PublicWords], of surveys: Set<String>? = nil, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let finder = ClaimFinder(try ClaimLedger.phrases)
    let sentences = all.enumerated().flatMap { number, words in
      UncitedFigures.Sentence.all(of: Prose(Array(words.text.utf8)), number, finder)
    }
    let told = try UncitedFigures.find(
      in: sentences, of: surveys, as: viewpoint, on: desk.connection)
    guard let first = told.first else { return }
    let words = all[first.sentence.text]
    throw Refusal(
      .conflict, "claim_tells_held_back",
      "\(words.place) would tell with \(first.numbersInWords) a figure of "
        + "\(first.answersInWords) that is held back to protect respondents; take the figure out "
        + "first. Nothing was done.", field: words.field)
  }
}

extension Limb {
  /// The words of it that the public reads; whom it asks, its recommendation asks too.
  fileprivate var printed: [String] {
    var printed = [words, act]
    guard let deadline else { return printed }
    printed.append(deadline.words)
    if case .event(let event, _) = deadline.clock {
      printed += [event.name, event.source].compactMap { $0 }
    }
    return printed
  }
}
