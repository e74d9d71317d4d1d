public import Inquiries

/// What a survey asked, question by question in the order of the questionnaire.
public struct Instrument: Hashable, Sendable {
  public let questions: [SurveyQuestion]
  /// Whether those who said that they do not know count in the base.
  ///
  /// They were asked and gave an answer, so they do unless a survey says
  /// otherwise; every table says which.
  public let countsDontKnow: Bool

  /// An instrument whose questions can be told apart.
  ///
  /// - Throws: ``Refusal`` `survey_without_questions` or
  ///   `survey_question_repeated`; codes that differ only in case are the same.
  public init(questions: [SurveyQuestion], countsDontKnow: Bool = true) throws(Refusal) {
    guard !questions.isEmpty else {
      throw Refusal(
        .invalid, "survey_without_questions",
        "The codebook has no question; give it at least one row with a question and its wording.")
    }
    var met: Set<String> = []
    for question in questions where !met.insert(question.code.lowercased()).inserted {
      throw Refusal(
        .invalid, "survey_question_repeated",
        "The codebook has two questions \(question.code); give each a code of its own.")
    }
    self.questions = questions
    self.countsDontKnow = countsDontKnow
  }

  /// The place of a question by its code, whatever its case.
  public func index(of code: String) -> Int? {
    questions.firstIndex { $0.code.lowercased() == code.lowercased() }
  }

  /// Whether who chose this option counts in the base of its question.
  public func isInBase(_ option: SurveyOption) -> Bool {
    option.meaning == .answer || (option.meaning == .dontKnow && countsDontKnow)
  }

  /// The places of a question's options that count in its base.
  public func optionsInBase(of question: SurveyQuestion) -> [Int] {
    question.options.indices.filter { isInBase(question.options[$0]) }
  }
}

/// One question as it was put.
public struct SurveyQuestion: Hashable, Sendable {
  /// How it may be answered.
  public enum Kind: String, Sendable, CaseIterable {
    /// One option of several, any number of them, words of one's own.
    case single, multiple, text
  }

  /// Ticks of one respondent fit a word of 64 bits, and one bit says “none”.
  public static let mostTicks = 62
  /// Options of one question that a code of 16 bits and a reader can hold.
  public static let mostOptions = 1_000

  /// `Q4`: how it is cited.
  public let code: String
  public let kind: Kind
  /// The words put to the respondents.
  public let wording: String
  /// Who was asked, in words, where not everybody was.
  public let askedOf: String?
  public let options: [SurveyOption]

  /// A question whose options can be told apart.
  ///
  /// - Throws: ``Refusal`` `survey_code_malformed`, `survey_question_unworded`,
  ///   `survey_options_missing`, `survey_options_too_many` or
  ///   `survey_option_repeated`.
  public init(
    code: String, kind: Kind, wording: String, askedOf: String? = nil, options: [SurveyOption]
  ) throws(Refusal) {
    guard SurveyOption.isCode(code) else { throw SurveyOption.malformed(code, of: "question") }
    guard !wording.isEmpty else {
      throw Refusal(
        .invalid, "survey_question_unworded",
        "\(code) has no wording; a figure means nothing without the words that were put.")
    }
    let most = kind == .multiple ? Self.mostTicks : Self.mostOptions
    guard options.count <= most else {
      throw Refusal(
        .invalid, "survey_options_too_many",
        "\(code) has \(options.count) options, more than the \(most) a question of this kind may have; leave them out and keep the column as text."
      )
    }
    guard (kind == .text) == options.isEmpty else {
      throw Refusal(
        .invalid, "survey_options_missing",
        kind == .text
          ? "\(code) is answered in words and yet has options; make it single or multiple."
          : "\(code) has no options; list them, or make it text.")
    }
    var met: Set<String> = []
    for option in options where !met.insert(option.code.lowercased()).inserted {
      throw Refusal(
        .invalid, "survey_option_repeated",
        "\(code) has two options \(option.code); give each a code of its own.")
    }
    self.code = code
    self.kind = kind
    self.wording = wording
    self.askedOf = askedOf
    self.options = options
  }
}

/// One of the answers that a question offered.
public struct SurveyOption: Hashable, Sendable {
  /// What choosing it says; the four ways of not answering are kept apart.
  public enum Meaning: String, Sendable, CaseIterable {
    case answer
    case dontKnow = "dont_know"
    case preferNotToSay = "prefer_not_to_say"
    case notAsked = "not_asked"
    case skipped
  }

  /// `yes`: how it is cited, letters, digits, `-` and `_`.
  public let code: String
  public let label: String
  public let meaning: Meaning

  /// - Throws: ``Refusal`` `survey_code_malformed`.
  public init(code: String, label: String, meaning: Meaning = .answer) throws(Refusal) {
    guard Self.isCode(code) else { throw Self.malformed(code, of: "option") }
    self.code = code
    self.label = label.isEmpty ? code : label
    self.meaning = meaning
  }

  /// Whether a code can stand in a citation.
  public static func isCode(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
      } && text.utf8.first != 0x2D
  }

  static func malformed(_ code: String, of what: String) -> Refusal {
    Refusal(
      .invalid, "survey_code_malformed",
      "“\(code)” cannot be the code of a \(what): up to 32 letters, digits, “-” and “_”, as it is cited by it."
    )
  }
}
