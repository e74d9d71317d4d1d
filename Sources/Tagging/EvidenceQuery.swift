public import Inquiries

/// What evidence is sought for, and what people decided on it before.
public struct EvidenceQuery: Sendable {
  /// What was linked to something else in this inquiry.
  public struct EarlierLink: Sendable {
    public let passage: Identifier<Passage>
    /// The key of the finding or recommendation, and its words.
    public let key: String
    public let text: String
    /// Whether what is sought for stands under it, or it under what is sought for.
    public let isNextOfKin: Bool
    /// Affirmed, or dropped.
    public let isAffirmed: Bool

    public init(
      passage: Identifier<Passage>, key: String, text: String, isNextOfKin: Bool, isAffirmed: Bool
    ) {
      self.passage = passage
      self.key = key
      self.text = text
      self.isNextOfKin = isNextOfKin
      self.isAffirmed = isAffirmed
    }
  }

  /// Its words, free of markup.
  public let text: String
  /// The whole and its parts, each of which evidence may be near to.
  public let parts: [String]
  /// Vectors of `parts`; `nil` where meaning cannot be had.
  public var vectors: [[Float]]?
  /// Passages it is linked to already.
  public var affirmed: Set<Identifier<Passage>> = []
  public var linked: Set<Identifier<Passage>> = []
  /// Passages that were dropped for it, at the words they had.
  public var dropped: Set<Identifier<PassageVersion>> = []
  public var earlier: [EarlierLink] = []
  /// Names of witness groups by slug.
  public var groups: [String: String] = [:]
  /// Passages with a tag that evidence affirmed for it has too, and the names of those
  /// tags.
  public var tagged: [Identifier<Passage>: [String]] = [:]

  /// - Parameters:
  ///   - text: May hold the markup and citations of a draft.
  ///   - limbs: The parts that people found in it; its sentences where there are none.
  /// - Throws: ``Refusal`` for a text without a word to seek by, or one too long.
  public init(_ text: String, limbs: [String] = []) throws(Refusal) {
    guard text.utf8.count <= EvidenceQuery.longest else {
      throw Refusal(
        .invalid, "text_too_long",
        "Evidence is sought for at most \(EvidenceQuery.longest) bytes of text; give a part of it.",
        field: "text")
    }
    let bare = EvidenceQuery.bare(text)
    guard !Terms.read(bare).isEmpty else {
      throw Refusal(
        .invalid, "text_without_words", "There is no word in this text to seek evidence by.",
        field: "text")
    }
    self.text = bare
    let confirmed = limbs.map(EvidenceQuery.bare).filter { !Terms.read($0).isEmpty }
    parts =
      [bare]
      + (confirmed.isEmpty
        ? EvidenceQuery.limbs(of: bare) : Array(confirmed.prefix(EvidenceQuery.mostLimbs)))
  }

  /// The groups that the text names, each term of a name of them.
  var namedGroups: [String: String] {
    let sought = Set(Terms.read(text).map(\.stem))
    return groups.filter { group in
      let terms = Terms.read(group.value)
      return !terms.isEmpty && terms.allSatisfy { sought.contains($0.stem) }
    }
  }

  /// Bytes; some two thousand words, far beyond a recommendation.
  public static let longest = 16_384
  /// Parts beside the whole; each is sought for by itself, which takes time.
  static let mostLimbs = 8

  /// Without citations, marks of spans and emphasis, on one line.
  public static func bare(_ text: String) -> String {
    PlainWords.paragraphs(of: text).joined(separator: " ")
  }

  /// The sentences, and on either side of “should” who is asked and what for,
  /// where they have five words or more; empty when there are no two of them.
  static func limbs(of text: String) -> [String] {
    let limbs = text.split(separator: #/(?<end>[.;]) |\bshould\b/#).map {
      $0.trimmingPrefix(#/[\s,.]+/#)
    }.filter { $0.split(separator: " ").count >= 5 }.map(String.init)
    return limbs.count > 1 ? Array(limbs.prefix(mostLimbs)) : []
  }
}
