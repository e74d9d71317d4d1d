/// A witness's copy of a transcript: sent to be corrected, and back by a day.
public struct TranscriptCopy: Hashable, Sendable {
  public let id: Int64
  /// Of the transcript.
  public let reference: String
  /// The witness's name.
  public let witness: String
  public let sentOn: Day
  /// The day by which it is to be returned.
  public let dueOn: Day
  public let returnedOn: Day?
  public let revision: Int

  public init(
    id: Int64, reference: String, witness: String, sentOn: Day, dueOn: Day, returnedOn: Day?,
    revision: Int
  ) {
    self.id = id
    self.reference = reference
    self.witness = witness
    self.sentOn = sentOn
    self.dueOn = dueOn
    self.returnedOn = returnedOn
    self.revision = revision
  }

  /// Whether the day has passed and it is not back.
  public func isOverdue(on day: Day) -> Bool {
    returnedOn == nil && dueOn < day
  }
}
