/// Where else in an inquiry words stand that were left out of one place.
public struct WordsElsewhere: Hashable, Sendable {
  /// How many places there are, listed or not.
  public let count: Int
  /// The first of them, what is public before what is not.
  public let places: [Place]

  public init(count: Int, places: [Place]) {
    self.count = count
    self.places = places
  }

  /// More than a clerk goes through at one sitting; the words are too common then.
  public static let mostListed = 50

  public static let nowhere = WordsElsewhere(count: 0, places: [])

  /// A passage in which they stand, or a footnote beneath it.
  public struct Place: Hashable, Sendable {
    /// As staff name it: `CTI0009, para 4`, `Q45+2`, `OS1, passage 6`.
    public let locator: String
    /// The source it is in: `OS1`.
    public let reference: String
    /// The number by which the footnote is taken away; `nil` where the words stand in the
    /// passage itself.
    public let footnote: Int?
    /// Whether the public can read it now.
    public let isPublic: Bool
    /// Whether words can be left out of it; out of the record of a session or a document
    /// they go by a correction, and a footnote is taken away.
    public let isRedactable: Bool

    public init(
      locator: String, reference: String, footnote: Int? = nil, isPublic: Bool,
      isRedactable: Bool
    ) {
      self.locator = locator
      self.reference = reference
      self.footnote = footnote
      self.isPublic = isPublic
      self.isRedactable = isRedactable
    }
  }
}
