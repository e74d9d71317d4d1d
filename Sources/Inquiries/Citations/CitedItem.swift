/// What a printed citation has to know of the place it names.
public struct CitedItem: Hashable, Sendable {
  public let locator: Locator
  public let sourceKind: SourceKind
  /// The least of the stages of what is cited.
  public let stage: Stage
  /// `nil` for what was not heard at a session.
  public let sessionNumber: Int?
  public let hearing: Hearing
  public let heldOn: Day?
  /// Who is printed beside the place: who spoke, who sent a submission, or what a
  /// document or survey is called; `nil` where everybody's words are meant.
  public let speaker: String?
  /// What the cited figures of a survey rest on, figure by figure; empty for
  /// anything else.
  public let bases: [FigureBase]

  public init(
    locator: Locator, sourceKind: SourceKind, stage: Stage, sessionNumber: Int?,
    hearing: Hearing = .heardInPublic, heldOn: Day? = nil, speaker: String? = nil,
    bases: [FigureBase] = []
  ) {
    self.locator = locator
    self.sourceKind = sourceKind
    self.stage = stage
    self.sessionNumber = sessionNumber
    self.hearing = hearing
    self.heldOn = heldOn
    self.speaker = speaker
    self.bases = bases
  }

  /// What `locator` named in the record.
  ///
  /// The speaker is printed as the record has the name, whatever the author
  /// wrote.
  ///
  /// - Parameters:
  ///   - locator: The place as the author named it.
  ///   - passages: What it resolved to.
  ///   - hearing: Whether the session was open.
  ///   - heldOn: The session's day, where it may be printed.
  /// - Returns: `nil` when there are no passages.
  public init?(
    locator: Locator, passages: [PassageEntry], hearing: Hearing = .heardInPublic,
    heldOn: Day? = nil
  ) {
    guard let first = passages.first else { return nil }
    let stages = passages.map(\.stage)
    let least: Stage =
      stages.contains(.logged) ? .logged : stages.contains(.uncorrected) ? .uncorrected : .corrected
    self.init(
      locator: locator, sourceKind: first.sourceKind, stage: least,
      sessionNumber: first.sessionNumber, hearing: hearing, heldOn: heldOn,
      speaker: locator.namesSpeaker ? first.speaker : nil)
  }
}

extension Locator {
  /// Whether its printed form tells who spoke or wrote.
  public var namesSpeaker: Bool {
    switch self {
    case .questions(_, _, let named): named != nil
    case .turn, .whole, .paragraphs, .pages, .answers: true
    case .points, .session: false
    }
  }
}
