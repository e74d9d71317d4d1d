import Checks
import Inquiries
import Papers
import Postgres
import Records

/// Figures that the public tables of a survey hold back, told where a draft cites their
/// answer: in the sentence, the heading or the row of a table, or in a footnote to it.
///
/// Who cites a whole survey cites no answer of it.
struct HeldBackGate {
  let reading: DraftReading
  let index: PassageIndex
  /// Those of the draft, for what is remarked of them already.
  let claims: [ClaimEntry]

  private typealias Part = DraftReading.Part
  private typealias Place = SurveyFigure.Place

  /// A part of the draft, and the answers that each of its sentences cites.
  private struct Citing {
    let part: Part
    var answers: [Set<Place>]
  }

  /// A remark for each sentence; none of them can be waived.
  func remarks(as viewpoint: Viewpoint, on connection: Connection) throws -> [Remark] {
    let citing = self.citing()
    let held = try HeldBackFigure.find(
      Set(citing.flatMap { $0.answers.joined() }), as: viewpoint, on: connection)
    guard !held.isEmpty else { return [] }
    let finder = ClaimFinder(try ClaimLedger.phrases)
    let told = claims.filter { $0.judgement.isHeldBack && !$0.claim.isNumber }.map(\.claim)
    let remarked = Dictionary(grouping: told, by: \.sentence)
    return citing.flatMap { citing -> [Remark] in
      guard citing.answers.joined().contains(where: { held[$0] != nil }) else { return [] }
      let prose = citing.part.prose
      let numbers = Dictionary(grouping: finder.numbersTold(in: prose), by: \.sentence)
      return prose.sentences.indices.compactMap { sentence -> Remark? in
        let known = (remarked[prose.text(prose.sentences[sentence].range)] ?? []).map(\.words)
        let new = (numbers[sentence] ?? []).filter { number in
          !known.contains { $0.contains(number.words) }
        }
        let answers = citing.answers[sentence].compactMap { place in
          held[place].map { (place, $0) }
        }
        return remark(new, in: citing.part, of: answers)
      }
    }
  }

  private func remark(
    _ numbers: [ClaimFinder.ToldNumber], in part: Part, of held: [(Place, HeldBackFigure)]
  ) -> Remark? {
    let telling = numbers.filter { number in held.contains { $0.1.isTold(by: number.value) } }
    guard let first = telling.first else { return nil }
    let answers = held.filter { answer in telling.contains { answer.1.isTold(by: $0.value) } }
      .map { HeldBackGate.locator($0.0) }.sorted()
    let line = part.line(of: first.range.lowerBound, in: reading.draft)
    let words = Set(telling.map(\.words)).sorted().map { "“\($0)”" }.joined(separator: ", ")
    return Remark(
      code: .claimTellsHeldBack,
      place: Remark.Place(paragraph: part.paragraph, line: line, locator: answers.first),
      sentence:
        "\(words) in \(part.paragraph.map { "paragraph \($0)" } ?? "line \(line)") tells a figure "
        + "of \(answers.joined(separator: " and ")) that is held back to protect respondents.",
      remedy: "Take the figure out.")
  }

  private static func locator(_ place: Place) -> String {
    Locator.answers(
      survey: place.survey, question: place.answer.question, option: place.answer.option
    ).description
  }

  // MARK: What cites

  private func citing() -> [Citing] {
    var citing = (reading.parts + indented).map { part in
      Citing(
        part: part,
        answers: part.prose.sentences.map { sentence in
          answers(of: sentence.citations.map { part.citations[$0].citation }).union(
            marked(in: sentence.range, of: part.prose))
        })
    }
    citing += reading.asides.map { part in
      let answers = self.answers(of: part.row.map(\.citation))
      return Citing(part: part, answers: part.prose.sentences.map { _ in answers })
    }
    return withNotes(citing)
  }

  /// A footnote and the sentence that refers to it cite together.
  private func withNotes(_ citing: [Citing]) -> [Citing] {
    var byLabel: [String: Set<Place>] = [:]
    for citing in citing {
      for (sentence, answers) in zip(citing.part.prose.sentences, citing.answers)
      where !answers.isEmpty {
        for label in HeldBackGate.labels(in: sentence, of: citing.part) {
          byLabel[label, default: []].formUnion(answers)
        }
      }
    }
    guard !byLabel.isEmpty else { return citing }
    return citing.map { citing in
      var citing = citing
      for (place, sentence) in citing.part.prose.sentences.enumerated() {
        for label in HeldBackGate.labels(in: sentence, of: citing.part) {
          citing.answers[place].formUnion(byLabel[label] ?? [])
        }
      }
      return citing
    }
  }

  /// Of the notes that a sentence refers to, or of the note that it stands in.
  private static func labels(in sentence: Prose.Sentence, of part: Part) -> [String] {
    let text = String(decoding: part.prose.bytes[sentence.range], as: UTF8.self)
    let own = part.block.text.prefixMatch(of: #/\[\^([^\]\s]+)\]:/#).map { String($0.output.1) }
    return text.matches(of: #/\[\^([^\]\s]+)\]/#).map { String($0.output.1) }
      + (own.map { [$0] } ?? [])
  }

  /// Blocks that go on from a list, which are read neither as prose nor as a table.
  private var indented: [Part] {
    let read = Set((reading.parts + reading.asides).map(\.block.ordinal))
    return reading.draft.blocks.filter {
      !$0.citations.isEmpty && !read.contains($0.ordinal)
    }.map {
      Part(
        block: $0, prose: reading.draft.words(of: $0), paragraph: nil, owner: nil,
        citations: reading.brackets[$0.ordinal])
    }
  }

  private func marked(in range: Range<Int>, of prose: Prose) -> Set<Place> {
    Set(
      prose.markedClaims().filter { range.contains($0.range.lowerBound) }.flatMap {
        answers(at: Locator.read(evened: $0.target))
      })
  }

  private func answers(of citations: [DraftCitation]) -> Set<Place> {
    Set(citations.flatMap(\.items).flatMap { answers(at: $0.reading) })
  }

  /// The answer that is cited, or all answers to the question that is.
  private func answers(at reading: Result<Locator, LocatorFailure>) -> [Place] {
    guard case .success(let locator) = reading, case .answers = locator,
      case .found(let entries) = index.resolve(locator)
    else { return [] }
    return entries.compactMap { entry in
      entry.answer.map { Place(survey: entry.sourceReference, answer: $0) }
    }
  }
}
