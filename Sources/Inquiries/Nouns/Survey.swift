/// What must be said of a survey wherever a figure of it is printed.
///
/// `nil` is what is not known, and is told as that.
///
/// - SeeAlso: British Polling Council, rules of disclosure.
public struct SurveyFacts: Hashable, Sendable {
  /// Whom it was to speak of.
  public var population: String?
  public var fieldworkFrom: Day?
  public var fieldworkTo: Day?
  /// Who asked for it.
  public var client: String?
  public var conductedBy: String?
  /// How it was answered: online, by telephone.
  public var mode: String?
  public var sampling: String?
  public var weighting: String?
  /// Whether anybody could answer: then it is no sample of a population.
  public var isOpenLink: Bool?
  public var invitedCount: Int?

  public init() {}
}

/// A survey that came in as evidence.
public struct Survey: Hashable, Sendable {
  /// `S2`.
  public let reference: String
  public let title: String
  public let state: SourceState
  public let facts: SurveyFacts
  /// `nil` where only results came in.
  public let responseCount: Int?
  public let isWeighted: Bool
  public let questionCount: Int
  public let publishedOn: Day?

  public init(
    reference: String, title: String, state: SourceState, facts: SurveyFacts,
    responseCount: Int?, isWeighted: Bool, questionCount: Int, publishedOn: Day?
  ) {
    self.reference = reference
    self.title = title
    self.state = state
    self.facts = facts
    self.responseCount = responseCount
    self.isWeighted = isWeighted
    self.questionCount = questionCount
    self.publishedOn = publishedOn
  }
}

/// What one respondent wrote in answer to a question; never published with the
/// survey.
public struct AnswerInWords: Hashable, Sendable {
  /// Place of the respondent in the file, from 1; never public.
  public let respondent: Int
  public let words: String
  /// What in the words looks like personal data, or is not to be said, each kind once.
  public let personalData: [PersonalData.Kind]
  /// `S2-Q4, answer 1` where it was published by itself.
  public let locator: String?
  /// The day on which it was taken from the public again; `nil` for one that was
  /// not.
  public let takenDownOn: Day?
  /// Of one that is just taken down, the places of published reports that cite or quote
  /// it, such as `edition 2, paragraphs 5, 7-9`.
  public let citedIn: [String]

  /// - Parameter marks: What the record knows of the words, such as that a name in them is
  ///   withheld; what they show by themselves is found here.
  public init(
    respondent: Int, words: String, locator: String?, takenDownOn: Day? = nil,
    citedIn: [String] = [], marks: [PersonalData.Kind] = []
  ) {
    self.respondent = respondent
    self.words = words
    let found = Set(PersonalDataFinder.find(in: words).map(\.kind) + marks)
    personalData = PersonalData.Kind.allCases.filter(found.contains)
    self.locator = locator
    self.takenDownOn = takenDownOn
    self.citedIn = citedIn
  }
}

/// What an import of a survey did, or would do.
public struct SurveyReport: Hashable, Sendable {
  public let survey: Survey
  public let wasReceivedBefore: Bool
  /// Figures of the public tables that are held back, of how many.
  public let heldBackCount: Int
  public let figureCount: Int
  public let remarks: [String]

  public init(
    survey: Survey, wasReceivedBefore: Bool, heldBackCount: Int, figureCount: Int,
    remarks: [String]
  ) {
    self.survey = survey
    self.wasReceivedBefore = wasReceivedBefore
    self.heldBackCount = heldBackCount
    self.figureCount = figureCount
    self.remarks = remarks
  }
}
