import Inquiries
import Postgres
import Records
import Surveys

extension UncitedFigures {
  /// The answers to the surveys by the words of their labels, of which many are the same,
  /// and their questions by the stems of theirs: a sentence looks up those that it has.
  struct Answers {
    private struct Question {
      let survey: String
      /// What it is of.
      let topic: Set<String>
      let options: [Option]
    }

    private struct Option {
      let place: SurveyFigure.Place
      let label: [String]
      /// Those of the label that the question does not have itself.
      let marks: Set<String>
      /// Which of the questions it is an answer to.
      let question: Int
    }

    /// What a sentence names.
    struct Named {
      /// The answers of which one number tells a figure.
      fileprivate(set) var answers: Set<SurveyFigure.Place> = []
      /// Those that may be of a group alone, by survey.
      fileprivate var groups: [String: [Group]] = [:]
    }

    /// An answer that may make a group.
    fileprivate struct Group {
      let answer: AnswerPlace
      let label: [String]
      /// Whether the sentence has most words of its question.
      let isOfQuestion: Bool
    }

    let places: Set<SurveyFigure.Place>
    private let labelOf: [SurveyFigure.Place: [String]]
    private let questions: [Question]
    private let byLabel: [[String]: [Option]]
    private let byStem: [String: [Int]]
    private let labels: AnswerLabels
    private let finder: ClaimFinder

    private static let ofSurveys: Set = ["survey", "surveyed", "respondent", "respondents"]
    private static let denials: Set = [AnswerLabels.denial, "never", "neither", "nor"]
    /// What so many questions offer that it names no group by itself.
    private static let offeredByMany: Set = [["yes"], ["no"]]

    /// - Parameter surveys: By reference; `nil` for all of the inquiry.
    init(
      of surveys: Set<String>?, _ finder: ClaimFinder, as viewpoint: Viewpoint,
      on connection: Connection
    ) throws {
      var questions: [Question] = []
      for survey in try Survey.all(as: viewpoint, on: connection).map(\.reference)
      where surveys?.contains(survey) != false {
        let read = try Instrument.read(survey, as: viewpoint, on: connection)
        for question in read?.instrument.questions ?? [] {
          let number = questions.count
          let topic = finder.stems(question.wording)
          let options = question.options.map { option in
            let label = AnswerLabels.words(of: option.label)
            return Option(
              place: SurveyFigure.Place(
                survey: survey,
                answer: AnswerPlace(question: question.code, option: option.code)),
              label: label,
              marks: Answers.marks(of: AnswerLabels.evened(label), finder).subtracting(topic),
              question: number)
          }
          questions.append(Question(survey: survey, topic: topic, options: options))
        }
      }
      let options = questions.flatMap(\.options)
      var byStem: [String: [Int]] = [:]
      for (number, question) in questions.enumerated() {
        for stem in question.topic { byStem[stem, default: []].append(number) }
      }
      self.questions = questions
      self.byStem = byStem
      self.finder = finder
      labelOf = Dictionary(
        options.map { ($0.place, $0.label) }, uniquingKeysWith: { first, _ in first })
      places = Set(labelOf.keys)
      byLabel = Dictionary(grouping: options, by: \.label)
      labels = AnswerLabels(byLabel.keys)
    }

    /// What is held back of an answer from everybody, and from the groups that a sentence
    /// names: the words of an answer name no group that has the same.
    func figures(
      _ held: HeldBackFigure, of place: SurveyFigure.Place, in named: Named
    ) -> [FigureNumbers] {
      let groups = (named.groups[place.survey] ?? []).filter {
        $0.isOfQuestion || $0.label != labelOf[place]
      }
      return [held.everybody] + groups.compactMap { held.byGroup[$0.answer] }
    }

    /// Those whose words a sentence has that speaks of the survey or the question, and the
    /// groups whose words it has, of whatever it speaks.
    func named(in sentence: Sentence) -> Named {
      let topic = finder.stems(sentence.words.joined(separator: " "))
      let shared = topic.reduce(into: [Int: Int]()) { shared, stem in
        for question in byStem[stem] ?? [] { shared[question, default: 0] += 1 }
      }
      let near = Set(shared.filter { 2 * $1 > questions[$0].topic.count }.keys)
      let meant = near.filter { shared[$0, default: 0] > 1 }
      let words = Set(sentence.words)
      let isOfSurveys = !words.isDisjoint(with: Answers.ofSurveys)
      func isOfSurvey(_ survey: String) -> Bool {
        isOfSurveys || words.contains(survey.lowercased())
      }
      let said = labels.found(in: sentence.words).flatMap { byLabel[$0] ?? [] }
      let evened = AnswerLabels.evened(sentence.words)
      var named = Named()
      named.answers.formUnion(
        said.filter { isOfSurvey($0.place.survey) || meant.contains($0.question) }.map(\.place))
      var groups = said.filter {
        near.contains($0.question) || !Answers.offeredByMany.contains($0.label)
      }
      if !Answers.denials.isDisjoint(with: evened) {
        // “67 do not work in prison” says no to “Do you work in prison?”.
        let denied = near.filter { meant.contains($0) || isOfSurvey(questions[$0].survey) }
          .flatMap { questions[$0].options }.filter { $0.label == ["no"] }
        named.answers.formUnion(denied.map(\.place))
        groups += denied
      }
      for group in groups {
        named.groups[group.place.survey, default: []].append(
          Group(
            answer: group.place.answer, label: group.label,
            isOfQuestion: near.contains(group.question)))
      }
      let marks = Answers.marks(of: evened, finder)
      let like = meant.flatMap { questions[$0].options }.filter { Answers.tell(marks, $0.marks) }
      named.answers.formUnion(like.map(\.place))
      return named
    }

    /// Whether a sentence has most of a label's stems, and all of its numbers and denials:
    /// “satisfied” is not “not satisfied”, nor “6 hours” “5 hours”.
    private static func tell(_ marks: Set<String>, _ label: Set<String>) -> Bool {
      let exact = label.filter(isExact)
      guard exact.count < label.count, exact.isSubset(of: marks) else { return false }
      let stems = label.subtracting(exact)
      return 2 * stems.intersection(marks).count > stems.count
    }

    /// The stems of evened words, with their numbers and denials.
    private static func marks(of words: [String], _ finder: ClaimFinder) -> Set<String> {
      finder.stems(words.joined(separator: " ")).union(words.filter(isExact))
    }

    private static func isExact(_ word: String) -> Bool {
      word == AnswerLabels.denial || word.contains(where: \.isNumber)
    }
  }
}
