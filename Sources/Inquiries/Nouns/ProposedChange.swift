/// A tracked change or comment in a witness's returned copy, and what was decided
/// on it.
public struct ProposedChange: Hashable, Sendable {
  public enum Decision: String, CaseIterable, Sendable {
    case open, accepted, refused, footnote, supplementary

    /// As a clerk is told.
    public var inWords: String {
      switch self {
      case .supplementary: "supplementary evidence"
      default: rawValue
      }
    }

    /// Whether something stands on record for it, so that it is not decided anew.
    public var isFinal: Bool {
      self != .open && self != .refused
    }
  }

  /// Its number among the changes to the transcript; never given twice.
  public let number: Int
  /// The file it came in, and whose copy that was.
  public let fileName: String
  public let witness: String
  /// Who made it, as Word has the name, and on which day.
  public let author: String
  public let markedOn: Day?
  /// Paragraph of the file, from 1.
  public let line: Int
  /// The passage, such as `Q45+2`; `nil` where it could not be placed.
  public let locator: String?
  public let speaker: String?
  /// The words around and the words that go; the words around and those that come.
  public let before: String
  public let after: String
  public let gone: String
  public let come: String
  /// What a comment says, beside which no words go or come; `nil` for a change.
  public let comment: String?
  /// The words that a comment is on.
  public let commented: String?
  /// Why it could not be placed, as a sentence.
  public let misplaced: String?
  public let decision: Decision
  /// Why it was refused.
  public let reason: String?
  /// The correction, footnote or mention that it became.
  public let correction: Int64?
  public let decidedOn: Day?
  /// Who decided; `nil` for the machine's operator.
  public let staff: String?
  /// Links to its passage that a person must look at again.
  public let suspectLinks: Int
  public let revision: Int

  public init(
    number: Int, fileName: String, witness: String, author: String, markedOn: Day?, line: Int,
    locator: String?, speaker: String?, before: String, after: String, gone: String, come: String,
    comment: String?, commented: String?, misplaced: String?, decision: Decision, reason: String?,
    correction: Int64?, decidedOn: Day?,
    staff: String?, suspectLinks: Int, revision: Int
  ) {
    self.number = number
    self.fileName = fileName
    self.witness = witness
    self.author = author
    self.markedOn = markedOn
    self.line = line
    self.locator = locator
    self.speaker = speaker
    self.before = before
    self.after = after
    self.gone = gone
    self.come = come
    self.comment = comment
    self.commented = commented
    self.misplaced = misplaced
    self.decision = decision
    self.reason = reason
    self.correction = correction
    self.decidedOn = decidedOn
    self.staff = staff
    self.suspectLinks = suspectLinks
    self.revision = revision
  }
}

/// What a returned copy proposes.
public struct ReturnedCopy: Hashable, Sendable {
  public let copy: TranscriptCopy
  public let fileName: String
  /// True when the same file was read for this copy before; nothing was changed.
  public let wasReadBefore: Bool
  public let changes: [ProposedChange]
  /// What a clerk should look at, a sentence each.
  public let remarks: [String]

  public init(
    copy: TranscriptCopy, fileName: String, wasReadBefore: Bool, changes: [ProposedChange],
    remarks: [String]
  ) {
    self.copy = copy
    self.fileName = fileName
    self.wasReadBefore = wasReadBefore
    self.changes = changes
    self.remarks = remarks
  }
}
