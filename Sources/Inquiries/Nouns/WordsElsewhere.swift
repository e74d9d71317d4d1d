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

  /// A passage in which they stand.
  public struct Place: Hashable, Sendable {
    /// As staff name it: `CTI0009, para 4`, `Q45+2`, `OS1, passage 6`.
    public let locator: String
    /// Whether the public can read it now.
    public let isPublic: Bool
    /// Whether words can be left out of it; out of the record of a session or a document
    /// they go by a correction.
    public let isRedactable: Bool

    public init(locator: String, isPublic: Bool, isRedactable: Bool) {
      self.locator = locator
      self.isPublic = isPublic
      self.isRedactable = isRedactable
    }
  }
}
