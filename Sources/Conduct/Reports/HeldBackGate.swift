import Checks
import Inquiries
import Papers
import Postgres
import Records

/// Figures that the public tables of a survey hold back, told where a draft cites their
/// answer: in the sentence or one next to it, the heading or the row of a table, or in a
/// footnote to it.
///
/// Who cites a whole survey may tell any answer of it; a number that its public tables
/// show tells none.
struct HeldBackGate {
  let reading: DraftReading
  let index: PassageIndex
  /// Those of the draft, for what is remarked of them already.
  let claims: [ClaimEntry]

  private typealias Part = DraftReading.Part
  private typealias Place = SurveyFigure.Place

  /// The answers that a sentence cites.
  private struct Cited {
    var answers: Set<Place> = []
    /// Those of the surveys that it cites as a whole.
    var ofWhole: Set<Place> = []

    var isEmpty: Bool { answers.isEmpty && ofWhole.isEmpty }
    var all: Set<Place> { answers.union(ofWhole) }

    mutating func formUnion(_ other: Cited) {
      answers.formUnion(other.answers)
      ofWhole.formUnion(other.ofWhole)
    }
  }

  /// A part of the draft, and what each of its sentences cites.
  private struct Citing {
    let part: Part
    var cited: [Cited]

    /// What the sentences next to that of a number cite; nothing where its own, or a
    /// footnote to it, cites behind it, since that is what it is of.
    func nearby(
      _ number: ClaimFinder.ToldNumber, notes: [String: [DraftReading.Bracket]]
    ) -> Set<Place> {
      let prose = part.prose
      let sentence = prose.sentences[number.sentence]
      let hasOwn = sentence.citations.contains {
        prose.citations[$0].lowerBound >= number.range.upperBound
      }
      let isNoted = prose.notes(in: sentence, behind: number.range.upperBound).contains {
        notes[$0] != nil
      }
      guard !hasOwn, !isNoted else { return [] }
      return [number.sentence - 1, number.sentence + 1].filter { cited.indices.contains($0) }
        .reduce(into: Set<Place>()) { $0.formUnion(cited[$1].answers) }
    }
  }

  /// A number that tells answers which are held back.
  private struct Telling {
    let number: ClaimFinder.ToldNumber
    let answers: Set<Place>
    /// Whether its own sentence cites one of them by itself.
    let isBeside: Bool
  }

  /// A remark for each sentence; none of them can be waived.
  func remarks(as viewpoint: Viewpoint, on connection: Connection) throws -> [Remark] {
    let citing = self.citing()
    let cited = citing.flatMap(\.cited).reduce(into: Cited()) { $0.formUnion($1) }
    let known = try HeldBackFigures.find(cited.all, as: viewpoint, on: connection)
    guard !known.held.isEmpty else { return [] }
    let finder = ClaimFinder(try ClaimLedger.phrases)
    let told = claims.filter { $0.judgement.isHeldBack && !$0.claim.isNumber }.map(\.claim)
    let remarked = Dictionary(grouping: told, by: \.sentence)
    return citing.flatMap { citing -> [Remark] in
      guard citing.cited.contains(where: { $0.all.contains { known.held[$0] != nil } }) else {
        return []
      }
      let prose = citing.part.prose
      let numbers = Dictionary(grouping: finder.numbersTold(in: prose), by: \.sentence)
      return prose.sentences.indices.compactMap { sentence -> Remark? in
        let old = (remarked[prose.text(prose.sentences[sentence].range)] ?? []).map(\.words)
        let new = (numbers[sentence] ?? []).filter { number in
          !old.contains { $0.contains(number.words) }
        }
        return remark(new.compactMap { telling($0, in: citing, known) }, in: citing.part)
      }
    }
  }

  private func telling(
    _ number: ClaimFinder.ToldNumber, in citing: Citing, _ known: HeldBackFigures
  ) -> Telling? {
    let cited = citing.cited[number.sentence]
    let own = known.told(by: number, of: cited.answers)
    let answers = own.union(known.told(by: number, of: citing.nearby(number, notes: reading.notes)))
      .union(known.told(by: number, ofWhole: cited.ofWhole))
    return answers.isEmpty
      ? nil : Telling(number: number, answers: answers, isBeside: !own.isEmpty)
  }

  private func remark(_ telling: [Telling], in part: Part) -> Remark? {
    guard let first = telling.first else { return nil }
    let answers = Set(telling.flatMap(\.answers)).map(HeldBackGate.locator).sorted()
    let line = part.line(of: first.number.range.lowerBound, in: reading.draft)
    let words = Set(telling.map(\.number.words)).sorted().map { "“\($0)”" }
      .joined(separator: ", ")
    return Remark(
      code: .claimTellsHeldBack,
      place: Remark.Place(paragraph: part.paragraph, line: line, locator: answers.first),
      sentence:
        "\(words) in \(part.paragraph.map { "paragraph \($0)" } ?? "line \(line)") tells a figure "
        + "of \(HeldBackGate.list(answers)) that is held back to protect respondents.",
      remedy: telling.contains(where: \.isBeside)
        ? "Take the figure out."
        : "Take the figure out; where it is of something else, cite that behind it.")
  }

  /// A survey that is cited as a whole may have many answers of one count.
  private static func list(_ answers: [String]) -> String {
    let most = 3
    return answers.count <= most
      ? answers.joined(separator: " and ")
      : answers.prefix(most).joined(separator: ", ") + " or another answer"
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
        cited: part.prose.sentences.map { sentence in
          var cited = self.cited(by: sentence.citations.map { part.citations[$0].citation })
          cited.formUnion(marked(in: sentence.range, of: part.prose))
          return cited
        })
    }
    citing += reading.asides.map { part in
      let cited = self.cited(by: part.row.map(\.citation))
      return Citing(part: part, cited: part.prose.sentences.map { _ in cited })
    }
    return withNotes(citing)
  }

  /// A footnote and the sentence that refers to it cite together.
  private func withNotes(_ citing: [Citing]) -> [Citing] {
    var byLabel: [String: Cited] = [:]
    for citing in citing {
      for (sentence, cited) in zip(citing.part.prose.sentences, citing.cited) where !cited.isEmpty {
        for label in HeldBackGate.labels(in: sentence, of: citing.part) {
          byLabel[label, default: Cited()].formUnion(cited)
        }
      }
    }
    guard !byLabel.isEmpty else { return citing }
    return citing.map { citing in
      var citing = citing
      for (place, sentence) in citing.part.prose.sentences.enumerated() {
        for label in HeldBackGate.labels(in: sentence, of: citing.part) {
          citing.cited[place].formUnion(byLabel[label] ?? Cited())
        }
      }
      return citing
    }
  }

  /// Of the notes that a sentence refers to, or of the note that it stands in.
  private static func labels(in sentence: Prose.Sentence, of part: Part) -> [String] {
    let text = String(decoding: part.prose.bytes[sentence.range], as: UTF8.self)
    let own = FootnoteMark.label(ofFootnote: part.block.text)
    return FootnoteMark.find(in: text).map(\.label) + (own.map { [$0] } ?? [])
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

  private func marked(in range: Range<Int>, of prose: Prose) -> Cited {
    cited(
      at: prose.markedClaims().filter { range.contains($0.range.lowerBound) }.map {
        Locator.read(evened: $0.target)
      })
  }

  private func cited(by citations: [DraftCitation]) -> Cited {
    cited(at: citations.flatMap(\.items).map(\.reading))
  }

  /// The answer that is cited, all answers to the question that is, or all of the survey.
  private func cited(at readings: [Result<Locator, LocatorFailure>]) -> Cited {
    var cited = Cited()
    for case .success(let locator) in readings {
      switch locator {
      case .answers: cited.answers.formUnion(answers(at: locator))
      case .whole: cited.ofWhole.formUnion(answers(at: locator))
      default: continue
      }
    }
    return cited
  }

  private func answers(at locator: Locator) -> [Place] {
    guard case .found(let entries) = index.resolve(locator) else { return [] }
    return entries.compactMap { entry in
      entry.answer.map { Place(survey: entry.sourceReference, answer: $0) }
    }
  }
}
