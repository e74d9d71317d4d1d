/// What an import read, placed and left over.
public struct ImportReport: Hashable, Sendable {
  /// The reference the record has, or would have.
  public let reference: String
  public let sessionNumber: Int
  public let kind: SourceKind
  /// True when the same file had been received before; nothing was changed.
  public let wasReceivedBefore: Bool
  public let heldOn: Day?
  public let hearing: Hearing
  public let stage: Stage
  /// What the header says the evidence is about.
  public let title: String?
  public let members: [Member]
  public let panels: [[Witness]]
  /// How many people were on record already, and how many are new to it.
  public let peopleKnown: Int
  public let peopleNew: Int
  public let questions: ClosedRange<Int>?
  public let questionCount: Int
  /// Turns of speech, or points of a note.
  public let passageCount: Int
  public let unplaced: [UnplacedLine]
  /// What a clerk should look at, a sentence each.
  public let remarks: [String]
  /// What became of the live log; `nil` where nothing was logged.
  public let settled: SettledLog?
  /// Whether this is what would happen: nothing was changed.
  public var isDryRun = false

  public init(
    reference: String, sessionNumber: Int, kind: SourceKind, wasReceivedBefore: Bool, heldOn: Day?,
    hearing: Hearing, stage: Stage, title: String?, members: [Member], panels: [[Witness]],
    peopleKnown: Int, peopleNew: Int, questions: ClosedRange<Int>?, questionCount: Int,
    passageCount: Int, unplaced: [UnplacedLine], remarks: [String],
    settled: SettledLog? = nil
  ) {
    self.reference = reference
    self.sessionNumber = sessionNumber
    self.kind = kind
    self.wasReceivedBefore = wasReceivedBefore
    self.heldOn = heldOn
    self.hearing = hearing
    self.stage = stage
    self.title = title
    self.members = members
    self.panels = panels
    self.peopleKnown = peopleKnown
    self.peopleNew = peopleNew
    self.questions = questions
    self.questionCount = questionCount
    self.passageCount = passageCount
    self.unplaced = unplaced
    self.remarks = remarks
    self.settled = settled
  }
}
