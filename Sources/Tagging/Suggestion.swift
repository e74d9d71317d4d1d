public import Inquiries

/// A passage that may be evidence, and why it is thought so. It counts for
/// nothing until a person affirms it.
public struct Suggestion: Hashable, Sendable {
  /// Why a passage is suggested. Words are named only where none of its context are
  /// confidential.
  public enum Reason: Hashable, Sendable {
    /// Words that the text and the passage's context have, those first that say most.
    case sharedTerms([String])
    /// The cosine between what the text and the nearest piece of the passage mean,
    /// seen from the middle of the inquiry's evidence.
    case nearMeaning(Double)
    /// The text names the group that the witness belongs to.
    case group(String)
    /// Keys of like findings and recommendations that its context was affirmed for.
    case earlierLinks([String])
    /// Names of tags that its context has, as evidence affirmed for the same has.
    case tags([String])
    /// Words with which it takes the other side than the text; it may be so.
    case contrast(String)
  }

  public let passage: Identifier<Passage>
  public let version: Identifier<PassageVersion>
  public let kind: SourceKind
  public let group: String?
  public let isConfidential: Bool
  /// In standard deviations above the mean of what was looked at.
  public let score: Double
  /// The piece of the passage that is nearest, by its place among the passage's
  /// ``SentenceWindows``; `nil` where only words were compared.
  public let window: Int?
  public let reasons: [Reason]
}

/// Suggestions, best first, and how much of the evidence they were drawn from.
public struct Suggestions: Sendable {
  public let items: [Suggestion]
  /// Passages that could be suggested.
  public let passages: Int
  /// Those of them whose meaning was compared; 0 where none could be.
  public let passagesMeant: Int
}
