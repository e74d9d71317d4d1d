import Inquiries
import Postgres
import Records

/// Where published reports rest on evidence, for whoever is about to take it down.
enum ReportPlaces {
  private struct Place: Hashable {
    let reference: String
    let edition: Int
    let isQuoted: Bool
  }

  /// `edition 2, paragraphs 5, 7-9` where an edition cites a source or is linked to it,
  /// and `…, in quotation marks` where it prints words of it with no citation to it
  /// there; by the source's reference.
  ///
  /// - Parameter passage: The one passage of them that is meant; all where it is `nil`.
  /// - Complexity: The quotations of the editions times the words of the sources.
  static func of(
    _ sources: [Identifier<Source>], passage: Identifier<Passage>? = nil,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: [String]] {
    var places: [Place: [Int]] = [:]
    func add(_ reference: String, _ edition: Int, _ paragraph: Int, isQuoted: Bool = false) {
      let cited = Place(reference: reference, edition: edition, isQuoted: false)
      let place = Place(reference: reference, edition: edition, isQuoted: isQuoted)
      guard places[cited]?.contains(paragraph) != true, places[place]?.contains(paragraph) != true
      else { return }
      places[place, default: []].append(paragraph)
    }
    for cited in try Source.citedInPublished(sources, passage: passage, on: connection) {
      add(cited.reference, cited.edition, cited.paragraph)
    }
    let quotations = try PublishedEdition.blocks(as: viewpoint, on: connection).flatMap { block in
      let prose = Prose(Array(block.markdown.utf8))
      return prose.quotations.compactMap {
        quotation -> (edition: Int, paragraph: Int, QuotedWords)? in
        let words = QuotedWords(prose.text(quotation.range))
        return words.isTerm ? nil : (block.edition, block.paragraph, words)
      }
    }
    guard !quotations.isEmpty else { return told(places) }
    for (reference, texts) in try Source.texts(sources, passage: passage, on: connection) {
      let evened = texts.map(EvenedText.bytes)
      for (edition, paragraph, words) in quotations where words.stand(in: evened) {
        add(reference, edition, paragraph, isQuoted: true)
      }
    }
    return told(places)
  }

  private static func told(_ places: [Place: [Int]]) -> [String: [String]] {
    let sorted = places.sorted {
      ($0.key.edition, $0.key.isQuoted ? 1 : 0) < ($1.key.edition, $1.key.isQuoted ? 1 : 0)
    }
    return Dictionary(grouping: sorted, by: \.key.reference).mapValues {
      $0.map { place, paragraphs in
        "edition \(place.edition), \(paragraphs.count == 1 ? "paragraph" : "paragraphs") "
          + NumberList.words(naming: paragraphs.sorted()).joined(separator: ", ")
          + (place.isQuoted ? ", in quotation marks" : "")
      }
    }
  }
}
