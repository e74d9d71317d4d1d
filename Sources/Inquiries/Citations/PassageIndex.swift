/// One passage as a citation can name it, at the version that holds now.
public struct PassageEntry: Hashable, Sendable {
  public let passage: Identifier<Passage>
  public let version: Identifier<PassageVersion>
  public let sourceReference: String
  /// `nil` in what was not heard at a session.
  public let sessionNumber: Int?
  public let sourceKind: SourceKind
  public let sourceState: SourceState
  public let stage: Stage
  public let kind: PassageKind
  /// The number, where the passage itself is a numbered question.
  public let questionNumber: Int?
  /// The last number met; 0 before the first question of the session.
  public let block: Int
  /// 0 for the numbered question itself, n for the nth turn after it.
  public let offset: Int
  /// Number of a point, or of a paragraph of a submission or document.
  public let point: Int?
  /// Number of a paragraph in a document that counts within its chapters; `point` is
  /// `nil` then.
  public let outline: ParagraphNumber?
  /// Page of a document on which it begins.
  public let page: Int?
  /// Which answer of which question it is, in a survey.
  public let answer: AnswerPlace?
  /// Who spoke or wrote, or what a document or survey is called, as it may be
  /// printed.
  public let speaker: String?

  public init(
    passage: Identifier<Passage>, version: Identifier<PassageVersion>, sourceReference: String,
    sessionNumber: Int?, sourceKind: SourceKind, sourceState: SourceState, stage: Stage,
    kind: PassageKind, questionNumber: Int?, block: Int, offset: Int, point: Int?,
    outline: ParagraphNumber? = nil, page: Int? = nil, answer: AnswerPlace? = nil, speaker: String?
  ) {
    self.passage = passage
    self.version = version
    self.sourceReference = sourceReference
    self.sessionNumber = sessionNumber
    self.sourceKind = sourceKind
    self.sourceState = sourceState
    self.stage = stage
    self.kind = kind
    self.questionNumber = questionNumber
    self.block = block
    self.offset = offset
    self.point = point
    self.outline = outline
    self.page = page
    self.answer = answer
    self.speaker = speaker
  }

  /// The number by which a paragraph is cited.
  var paragraph: ParagraphNumber? { outline ?? point.map { ParagraphNumber($0) } }
}

/// What a locator names in the record.
public enum Resolution: Hashable, Sendable {
  /// The passages in the order they were said; never empty.
  case found([PassageEntry])
  /// A sentence that says what is not there.
  case notFound(String)
  /// A sentence that says what to write instead.
  case ambiguous(String)
}

/// Passages of an inquiry, to be found by what citations name.
///
/// Built once for many citations: looking up costs what is found, whatever the
/// size of the record.
public struct PassageIndex: Sendable {
  struct Point: Hashable {
    let session: Int
    let number: Int
  }

  struct Paragraph: Hashable {
    let reference: String
    let number: ParagraphNumber
  }

  /// Entries by session, source, then place in it.
  let entries: [PassageEntry]
  /// Turns of each question; 0 holds all that precede a first question.
  private(set) var turnsByBlock: [Int: [Int]] = [:]
  private(set) var byPoint: [Point: [Int]] = [:]
  private(set) var bySession: [Int: [Int]] = [:]
  private(set) var byParagraph: [Paragraph: [Int]] = [:]
  /// Submissions, documents and surveys.
  private(set) var byReference: [String: [Int]] = [:]
  /// Question numbers of the passages, in order, each once.
  let questionNumbers: [Int]
  /// The first and the last question of the record; `nil` where it has none.
  let recorded: ClosedRange<Int>?

  /// - Parameters:
  ///   - entries: In any order; one entry a passage.
  ///   - numbers: Question numbers of the record beyond the entries, as far as the
  ///     first and the last are among them.
  public init(_ entries: some Sequence<PassageEntry>, numbers: [Int] = []) {
    self.entries = entries.sorted { left, right in
      (left.sessionNumber ?? .max, left.sourceReference, left.block, left.point ?? 0, left.offset)
        < (
          right.sessionNumber ?? .max, right.sourceReference, right.block, right.point ?? 0,
          right.offset
        )
    }
    for (index, entry) in self.entries.enumerated() {
      guard let session = entry.sessionNumber else {
        let reference = entry.sourceReference
        byReference[reference, default: []].append(index)
        if let number = entry.paragraph {
          byParagraph[Paragraph(reference: reference, number: number), default: []].append(index)
        }
        continue
      }
      bySession[session, default: []].append(index)
      if let point = entry.point {
        byPoint[Point(session: session, number: point), default: []].append(index)
      } else if entry.kind == .turn || entry.kind == .logged {
        turnsByBlock[entry.block, default: []].append(index)
      }
    }
    questionNumbers = turnsByBlock.keys.filter { $0 > 0 }.sorted()
    let numbers = numbers + questionNumbers
    recorded = numbers.min().flatMap { first in numbers.max().map { first...$0 } }
  }

  /// The passages that `locator` names.
  ///
  /// A question means every turn until the next number. Records that stand come
  /// before those withdrawn or taken down, which are found only where nothing
  /// else is, so that a check can say so.
  public func resolve(_ locator: Locator) -> Resolution {
    switch locator {
    case .questions(let range, let session, let speaker):
      questions(range, session: session, speaker: speaker)
    case .turn(let session, let question, let offset):
      turn(session: session, question: question, offset: offset)
    case .points(let session, let range, let kind):
      points(range, session: session, kind: kind)
    case .session(let session, let kind):
      record(of: session, kind: kind)
    case .whole(let reference):
      whole(reference)
    case .paragraphs(let reference, let range):
      paragraphs(range, of: reference)
    case .pages(let reference, let range):
      pages(range, of: reference)
    case .answers(let survey, let question, let option):
      answers(to: question, option: option, of: survey)
    }
  }

  /// Those of the standing records; all of them where none stands.
  func standing(_ indices: [Int]) -> [Int] {
    let standing = indices.filter { entries[$0].sourceState.isStanding }
    return standing.isEmpty ? indices : standing
  }
}

extension SourceState {
  /// Whether the record has been neither withdrawn nor taken down.
  public var isStanding: Bool {
    switch self {
    case .received, .accepted, .published: true
    case .declined, .withdrawn, .takenDown: false
    }
  }
}
