/// A passage that may be evidence for a text, with the reasons. It counts for
/// nothing until a person affirms it.
public struct SuggestedEvidence: Hashable, Sendable {
  /// Where it stands, as in a citation; `nil` where it has no number of its own.
  public let locator: String?
  public let reference: String
  public let sourceKind: SourceKind
  public let speaker: String?
  /// Slug of the witness group.
  public let group: String?
  /// The words of it that are nearest; `nil` where they are to be read at their
  /// source alone, because that goes on record.
  public let words: String?
  /// Words of the text that stand in it too, the most telling first; none where words of
  /// its context are confidential.
  public let sharedTerms: [String]
  /// Further words of the text that stand in its question block and not in it.
  public let blockTerms: [String]
  /// How near their meanings are, in hundredths of the cosine; `nil` where that
  /// is no reason.
  public let nearness: Int?
  /// The name of its witness group, where the text names it.
  public let namedGroup: String?
  /// Keys of like findings and recommendations that its context was affirmed for.
  public let earlierLinks: [String]
  /// Names of tags that its context has, as evidence affirmed for the same has.
  public let tags: [String]
  /// Words in it with which it may speak against the text.
  public let contrast: String?

  public init(
    locator: String?, reference: String, sourceKind: SourceKind, speaker: String?, group: String?,
    words: String?, sharedTerms: [String], blockTerms: [String] = [], nearness: Int?,
    namedGroup: String?, earlierLinks: [String], tags: [String] = [], contrast: String?
  ) {
    self.locator = locator
    self.reference = reference
    self.sourceKind = sourceKind
    self.speaker = speaker
    self.group = group
    self.words = words
    self.sharedTerms = sharedTerms
    self.blockTerms = blockTerms
    self.nearness = nearness
    self.namedGroup = namedGroup
    self.earlierLinks = earlierLinks
    self.tags = tags
    self.contrast = contrast
  }
}

/// The likeliest evidence for one text, best first.
public struct EvidenceSuggestions: Hashable, Sendable {
  /// How much of the evidence was compared by what it means.
  public enum Comparison: String, CaseIterable, Sendable {
    case byMeaning = "by_meaning"
    case partlyByMeaning = "partly_by_meaning"
    case byWords = "by_words"
  }

  /// Key of the finding or recommendation; `nil` for free text.
  public let key: String?
  /// Its number in the newest draft.
  public let number: Int?
  /// Number of the recommendation's limb that was asked for.
  public let limb: Int?
  public let comparison: Comparison
  /// Why meaning was not, or not wholly, compared, and the remedy.
  public let note: String?
  public let items: [SuggestedEvidence]

  public init(
    key: String?, number: Int?, limb: Int? = nil, comparison: Comparison, note: String?,
    items: [SuggestedEvidence]
  ) {
    self.key = key
    self.number = number
    self.limb = limb
    self.comparison = comparison
    self.note = note
    self.items = items
  }
}
