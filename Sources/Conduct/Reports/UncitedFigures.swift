import Inquiries
import Postgres
import Records

/// Figures that the public tables of the inquiry's surveys hold back, told in words that
/// cite nothing, such as the inquiry's summary.
///
/// No citation says there what a number is of, and a small one is of something else nearly
/// always. So a sentence tells a figure only with its count and its percentage together,
/// or with either and the words of the answer, where it speaks of the survey or has most
/// words of the question as well. Who has most words of the question may say the answer in
/// words that are only like it, and no by denying it. A figure of a group is told where the
/// group is named besides.
struct UncitedFigures {
  /// A sentence with numbers that may be figures.
  struct Sentence {
    /// Which of the texts that are looked at it is of, and which of its sentences.
    let text: Int
    let place: Int
    let words: [String]
    let numbers: [ClaimFinder.ToldNumber]
    /// Those that seem to count things, and so tell a figure only of an answer that is named.
    let ofThings: Set<ClaimFinder.ToldNumber>

    static func all(of prose: Prose, _ text: Int, _ finder: ClaimFinder) -> [Sentence] {
      Dictionary(grouping: finder.numbersTold(in: prose), by: \.sentence)
        .sorted { $0.key < $1.key }
        .compactMap { place, told -> Sentence? in
          Sentence(
            text, place, told, of: prose,
            words: AnswerLabels.words(of: prose.text(prose.sentences[place].range)))
        }
    }

    /// A row of a table, whose cells say together what one sentence does.
    init?(_ row: UncitedRow, _ text: Int, _ finder: ClaimFinder) {
      let prose = row.part.prose
      self.init(text, 0, finder.numbersTold(in: prose), of: prose, words: row.words)
    }

    /// `nil` where none of the numbers that are told may be a figure.
    private init?(
      _ text: Int, _ place: Int, _ told: [ClaimFinder.ToldNumber], of prose: Prose,
      words: [String]
    ) {
      // “One of the surveys” counts no answers.
      let numbers = told.filter {
        !$0.isSpoken && !prose.countsThings($0, plainly: true) && $0.words.lowercased() != "one"
      }
      guard !numbers.isEmpty else { return nil }
      self.text = text
      self.place = place
      self.words = words
      self.numbers = numbers
      ofThings = Set(numbers.filter { prose.countsThings($0) })
    }
  }

  /// A sentence that tells some.
  struct Telling {
    let sentence: Sentence
    let numbers: [ClaimFinder.ToldNumber]
    let answers: Set<SurveyFigure.Place>

    /// `“3”, “5”`.
    var numbersInWords: String {
      Set(numbers.map(\.words)).sorted().map { "“\($0)”" }.joined(separator: ", ")
    }

    var answersInWords: String {
      HeldBackGate.list(answers.map(HeldBackGate.locator).sorted())
    }
  }

  /// - Parameter surveys: By reference; `nil` for all of the inquiry.
  /// - Complexity: One statement for each survey, and what they hold back is read where a
  ///   sentence may tell it; a sentence is compared with the answers whose words it has, and
  ///   with all that are held back only where it tells a count and a percentage.
  static func find(
    in sentences: [Sentence], of surveys: Set<String>? = nil, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Telling] {
    guard !sentences.isEmpty else { return [] }
    let finder = ClaimFinder(try ClaimLedger.phrases)
    let answers = try Answers(of: surveys, finder, as: viewpoint, on: connection)
    let asked = sentences.map { (sentence: $0, named: answers.named(in: $0)) }
    let wanted: Set<SurveyFigure.Place> =
      asked.contains { $0.sentence.mayPair }
      ? answers.places : asked.reduce(into: []) { $0.formUnion($1.named.answers) }
    let known = try HeldBackFigures.find(wanted, as: viewpoint, on: connection)
    guard !known.held.isEmpty else { return [] }
    let allHeld = Set(known.held.keys)
    return asked.compactMap { sentence, named -> Telling? in
      var numbers: Set<ClaimFinder.ToldNumber> = []
      var told: Set<SurveyFigure.Place> = []
      for place in sentence.mayPair ? allHeld : named.answers {
        guard let held = known.held[place] else { continue }
        let shown = known.shown(of: place.survey)
        let isNamed = named.answers.contains(place)
        let telling = answers.figures(held, of: place, in: named).flatMap {
          figure -> [ClaimFinder.ToldNumber] in
          sentence.pair(telling: figure, butFor: shown)
            + (isNamed ? sentence.telling(figure, butFor: shown) : [])
        }
        guard !telling.isEmpty else { continue }
        numbers.formUnion(telling)
        told.insert(place)
      }
      guard !told.isEmpty else { return nil }
      return Telling(
        sentence: sentence, numbers: sentence.numbers.filter(numbers.contains), answers: told)
    }
  }
}

extension UncitedFigures.Sentence {
  private var counts: [ClaimFinder.ToldNumber] { numbers.filter { $0.form != .percentage } }
  private var percentages: [ClaimFinder.ToldNumber] { numbers.filter { $0.form == .percentage } }
  private func ofPeople(_ numbers: [ClaimFinder.ToldNumber]) -> [ClaimFinder.ToldNumber] {
    numbers.filter { !ofThings.contains($0) }
  }

  /// Whether it has a number that may be a count and one that may be its percentage.
  fileprivate var mayPair: Bool { !ofPeople(counts).isEmpty && !ofPeople(percentages).isEmpty }

  /// Those that tell a count or a percentage.
  fileprivate func telling(
    _ held: FigureNumbers, butFor shown: FigureNumbers
  ) -> [ClaimFinder.ToldNumber] {
    counts.filter { held.isTold(by: $0.value, as: .count, butFor: shown) }
      + percentages.filter { held.isTold(by: $0.value, as: .percentage, butFor: shown) }
  }

  /// A count and its percentage, unless both are shown; what a ratio comes to is no second
  /// number.
  fileprivate func pair(
    telling held: FigureNumbers, butFor shown: FigureNumbers
  ) -> [ClaimFinder.ToldNumber] {
    for count in ofPeople(counts) where held.isTold(by: count.value, as: .count) {
      for percentage in ofPeople(percentages)
      where !percentage.range.overlaps(count.range)
        && held.isTold(by: percentage.value, as: .percentage)
      {
        let isNew =
          held.isTold(by: count.value, as: .count, butFor: shown)
          || held.isTold(by: percentage.value, as: .percentage, butFor: shown)
        if isNew { return [count, percentage] }
      }
    }
    return []
  }
}
