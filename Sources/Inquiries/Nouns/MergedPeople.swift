/// What came of joining two entries of one person.
public struct MergedPeople: Hashable, Sendable {
  /// What said the one and says the other from then on, in every inquiry.
  public struct Moved: Hashable, Sendable {
    /// At which the one sat or was heard.
    public let sessions: Int
    public let submissions: Int
    /// Consents that were asked for: given, refused or withdrawn.
    public let consents: Int
    /// Turns of speech.
    public let passages: Int
    /// To these passages and to the paragraphs of these submissions, but for links that
    /// were dropped.
    public let links: Int

    public init(sessions: Int, submissions: Int, consents: Int, passages: Int, links: Int) {
      self.sessions = sessions
      self.submissions = submissions
      self.consents = consents
      self.passages = passages
      self.links = links
    }
  }

  public let merge: PersonMerge
  /// The entry that stays, as it is printed afterwards.
  public let survivor: Person
  public let moved: Moved
  /// Sessions at which both were present; a warning.
  public let together: [String]

  public init(merge: PersonMerge, survivor: Person, moved: Moved, together: [String]) {
    self.merge = merge
    self.survivor = survivor
    self.moved = moved
    self.together = together
  }
}
