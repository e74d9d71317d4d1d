/// Submissions that share most of their words.
public struct CampaignGroup: Hashable, Sendable {
  /// What a clerk called it; `nil` where nobody has confirmed it.
  public let name: String?
  /// Reference of the letter that the others are compared with, the shortest.
  public let letter: String
  public let letterWordCount: Int
  /// By reference, the letter among them.
  public let members: [CampaignMember]

  public init(name: String?, letter: String, letterWordCount: Int, members: [CampaignMember]) {
    self.name = name
    self.letter = letter
    self.letterWordCount = letterWordCount
    self.members = members
  }
}

/// A submission of a group, and why it is in it.
public struct CampaignMember: Hashable, Sendable {
  public let reference: String
  /// The names as they may be printed, or what stands in their place.
  public let submitter: String
  public let state: SourceState
  public let standing: CampaignStanding
  /// Whether it has the letter's words and no others, typography and capitals
  /// aside.
  public let isSame: Bool
  /// How many words of the letter stand in it, in runs of four and more.
  public let sharedWordCount: Int
  /// How many words it has beside.
  public let ownWordCount: Int
  /// The longest runs of own words, at most three.
  public let own: [OwnWords]

  public init(
    reference: String, submitter: String, state: SourceState, standing: CampaignStanding,
    isSame: Bool, sharedWordCount: Int, ownWordCount: Int, own: [OwnWords]
  ) {
    self.reference = reference
    self.submitter = submitter
    self.state = state
    self.standing = standing
    self.isSame = isSame
    self.sharedWordCount = sharedWordCount
    self.ownWordCount = ownWordCount
    self.own = own
  }

  /// Words that the letter does not have.
  public struct OwnWords: Hashable, Sendable {
    /// `CTI0004, para 3`; the reference alone for a heading.
    public let locator: String
    /// Typography evened out, shortened where they are many; `nil` where something
    /// of the submission is kept back, so that reading it goes on record.
    public let words: String?

    public init(locator: String, words: String?) {
      self.locator = locator
      self.words = words
    }
  }
}

/// What a clerk said of a submission that is like others.
public enum CampaignStanding: String, CaseIterable, Sendable {
  /// Nothing yet.
  case open
  /// It is of the campaign named.
  case confirmed
  /// It is of none, however like others it is.
  case alone
}
