import Inquiries
import Postgres
import Records

/// Where published reports rest on evidence, for whoever is about to take it down.
enum ReportPlaces {
  private struct Place<Subject: Hashable>: Hashable {
    let subject: Subject
    let edition: Int
    let isQuoted: Bool
  }

  private typealias Printed = (edition: Int, paragraph: Int, words: QuotedWords)

  /// `edition 2, paragraphs 5, 7-9` where an edition cites a source or is linked to it,
  /// and `…, in quotation marks` where it prints words of it with no citation to it
  /// there; by the source's reference.
  ///
  /// - Complexity: The quotations of the editions times the words of the sources.
  static func of(
    _ sources: [Identifier<Source>], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: [String]] {
    let cited = try Source.citedInPublished(sources, on: connection)
    let quotations = try ReportPlaces.quotations(as: viewpoint, on: connection)
    let texts = try quotations.isEmpty ? [:] : Source.texts(sources, on: connection)
    return told(
      cited.map { (subject: $0.reference, edition: $0.edition, paragraph: $0.paragraph) },
      quotations, in: texts)
  }

  /// The like of single passages.
  static func of(
    _ passages: [Identifier<Passage>], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<Passage>: [String]] {
    let cited = try Passage.citedInPublished(passages, on: connection)
    let quotations = try ReportPlaces.quotations(as: viewpoint, on: connection)
    let texts = try quotations.isEmpty ? [:] : Passage.texts(passages, on: connection)
    return told(
      cited.map { (subject: $0.passage, edition: $0.edition, paragraph: $0.paragraph) },
      quotations, in: texts)
  }

  /// What the published editions print in quotation marks.
  private static func quotations(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Printed] {
    try PublishedEdition.blocks(as: viewpoint, on: connection).flatMap { block -> [Printed] in
      let prose = Prose(Array(block.markdown.utf8))
      return prose.quotations.compactMap { quotation -> Printed? in
        let words = QuotedWords(prose.text(quotation.range))
        return words.isTerm
          ? nil : (edition: block.edition, paragraph: block.paragraph, words: words)
      }
    }
  }

  private static func told<Subject: Hashable>(
    _ cited: [(subject: Subject, edition: Int, paragraph: Int)], _ quotations: [Printed],
    in texts: [Subject: [String]]
  ) -> [Subject: [String]] {
    var places: [Place<Subject>: [Int]] = [:]
    func add(_ subject: Subject, _ edition: Int, _ paragraph: Int, isQuoted: Bool = false) {
      let cited = Place(subject: subject, edition: edition, isQuoted: false)
      let place = Place(subject: subject, edition: edition, isQuoted: isQuoted)
      guard places[cited]?.contains(paragraph) != true, places[place]?.contains(paragraph) != true
      else { return }
      places[place, default: []].append(paragraph)
    }
    for place in cited { add(place.subject, place.edition, place.paragraph) }
    for (subject, words) in texts {
      let evened = words.map(EvenedText.bytes)
      for quotation in quotations where quotation.words.stand(in: evened) {
        add(subject, quotation.edition, quotation.paragraph, isQuoted: true)
      }
    }
    let sorted = places.sorted {
      ($0.key.edition, $0.key.isQuoted ? 1 : 0) < ($1.key.edition, $1.key.isQuoted ? 1 : 0)
    }
    return Dictionary(grouping: sorted, by: \.key.subject).mapValues {
      $0.map { place, paragraphs in
        "edition \(place.edition), \(paragraphs.count == 1 ? "paragraph" : "paragraphs") "
          + NumberList.words(naming: paragraphs.sorted()).joined(separator: ", ")
          + (place.isQuoted ? ", in quotation marks" : "")
      }
    }
  }
}
