/// What became of a draft that was pushed.
public struct PushReport: Hashable, Sendable {
  /// One paragraph or other block that is not as it was.
  public struct Change: Hashable, Sendable {
    /// `changed`, `moved`, `new` or `gone`.
    public let change: String
    public let paragraphBefore: Int?
    public let paragraphAfter: Int?
    /// The beginning of its words.
    public let words: String

    public init(change: String, paragraphBefore: Int?, paragraphAfter: Int?, words: String) {
      self.change = change
      self.paragraphBefore = paragraphBefore
      self.paragraphAfter = paragraphAfter
      self.words = words
    }
  }

  /// The version that stands now.
  public let version: Int
  /// True when nothing differed from the version before; none was added.
  public let isUnchanged: Bool
  public let changes: [Change]
  /// Keys of findings and recommendations that were new to the record.
  public let newKeys: [String]
  public let paragraphCount: Int
  public let citationCount: Int

  public init(
    version: Int, isUnchanged: Bool, changes: [Change], newKeys: [String], paragraphCount: Int,
    citationCount: Int
  ) {
    self.version = version
    self.isUnchanged = isUnchanged
    self.changes = changes
    self.newKeys = newKeys
    self.paragraphCount = paragraphCount
    self.citationCount = citationCount
  }
}
