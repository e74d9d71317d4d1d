/// A citation of the draft whose words are not those that it was pinned to.
public struct RepinnedCitation: Hashable, Sendable {
  /// As the draft cites it, such as `Q45-48`.
  public let locator: String
  /// The numbered paragraph that it stands in, or goes on from.
  public let paragraph: Int?
  /// The words that it was pinned to, what one person says in one line.
  public let before: String
  /// The words that the locator names now, likewise.
  public let after: String

  public init(locator: String, paragraph: Int?, before: String, after: String) {
    self.locator = locator
    self.paragraph = paragraph
    self.before = before
    self.after = after
  }
}

/// What became of a draft whose citations were pinned anew.
public struct RepinReport: Hashable, Sendable {
  /// The version that stands now.
  public let version: Int
  /// Those pinned anew, in the order of the draft; where there is none, no version
  /// was added.
  public let citations: [RepinnedCitation]

  public init(version: Int, citations: [RepinnedCitation]) {
    self.version = version
    self.citations = citations
  }
}
