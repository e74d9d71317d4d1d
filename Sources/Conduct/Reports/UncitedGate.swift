import Checks
import Inquiries
import Postgres
import Records

/// Figures that the public tables of a survey hold back, told where a report cites
/// nothing: in its own sentences and in what is printed beside them.
struct UncitedGate {
  let reading: DraftReading
  /// What is printed with it and stands in none of its blocks.
  let beside: [PublicWords]

  /// A remark for each sentence; none of them can be waived.
  ///
  /// - Parameter cited: What is remarked beside citations already, and not once more unless
  ///   a clerk may let it stand.
  func remarks(
    beyond cited: [Remark], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Remark] {
    let finder = ClaimFinder(try ClaimLedger.phrases)
    let prose = reading.parts + reading.asides.filter { $0.cell == nil }
    let rows = UncitedRow.all(in: reading)
    let parts = prose + rows.map(\.part)
    let own =
      prose.enumerated().flatMap { number, part in
        UncitedFigures.Sentence.all(of: part.prose, number, finder).filter {
          citesNothing($0.place, in: part)
        }
      }
      + rows.enumerated().compactMap { number, row in
        UncitedFigures.Sentence(row, prose.count + number, finder)
      }
    let printed = beside.enumerated().flatMap { number, words in
      UncitedFigures.Sentence.all(
        of: Prose(Array(words.text.utf8)), parts.count + number, finder)
    }
    let told = try UncitedFigures.find(in: own + printed, as: viewpoint, on: connection)
    return told.compactMap { telling -> Remark? in
      let text = telling.sentence.text
      guard text < parts.count else { return self.remark(telling, in: beside[text - parts.count]) }
      let new = self.remark(telling, in: parts[text])
      let isKnown = cited.contains {
        !$0.isInDoubt && $0.place.paragraph == new.place.paragraph
          && $0.place.line == new.place.line
      }
      return isKnown ? nil : new
    }
  }

  private func citesNothing(_ place: Int, in part: DraftReading.Part) -> Bool {
    let sentence = part.prose.sentences[place]
    return sentence.citations.isEmpty && part.row.isEmpty
      && part.prose.notes(in: sentence).allSatisfy { reading.notes[$0] == nil }
  }

  private func remark(
    _ telling: UncitedFigures.Telling, in part: DraftReading.Part
  ) -> Remark {
    // Of a row the words are put together, and a byte of them is none of the draft.
    let start = part.cell == nil ? telling.numbers.first?.range.lowerBound ?? 0 : 0
    let line = part.line(of: start, in: reading.draft)
    let place = part.paragraph.map { "paragraph \($0)" } ?? "line \(line)"
    return Remark(
      code: .claimTellsHeldBack,
      place: Remark.Place(
        paragraph: part.paragraph, line: line,
        locator: telling.answers.map(HeldBackGate.locator).min()),
      sentence:
        "\(telling.numbersInWords) in \(place) tells a figure of \(telling.answersInWords) that is "
        + "held back to protect respondents.",
      remedy: "Take the figure out; where it is of something else, cite that behind it.")
  }

  private func remark(_ telling: UncitedFigures.Telling, in words: PublicWords) -> Remark {
    Remark(
      code: .claimTellsHeldBack, place: words.at,
      sentence:
        "\(words.place) tells with \(telling.numbersInWords) a figure of \(telling.answersInWords) "
        + "that is held back to protect respondents.",
      remedy: "Take the figure out.", subject: words.place)
  }
}
