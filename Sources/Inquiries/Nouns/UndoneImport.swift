/// What went when an import was undone.
public struct UndoneImport: Hashable, Sendable {
  public let reference: String
  public let kind: SourceKind
  /// The file it was read from, which stays on record.
  public let fileName: String?
  public let passageCount: Int
  /// Question numbers that are free again.
  public let questions: ClosedRange<Int>?
  /// Names of people whom nothing else mentions.
  public let people: [String]
  /// Number of the session that came with it and went with it.
  public let session: Int?
  /// Whether a sitting that it settled waits for its record again.
  public let isSettlingUndone: Bool
  /// Whether the reference is never given out again.
  public let isReferenceSpent: Bool

  public init(
    reference: String, kind: SourceKind, fileName: String?, passageCount: Int,
    questions: ClosedRange<Int>?, people: [String], session: Int?, isSettlingUndone: Bool,
    isReferenceSpent: Bool
  ) {
    self.reference = reference
    self.kind = kind
    self.fileName = fileName
    self.passageCount = passageCount
    self.questions = questions
    self.people = people
    self.session = session
    self.isSettlingUndone = isSettlingUndone
    self.isReferenceSpent = isReferenceSpent
  }
}
