/// A passage of evidence in which somebody asks for something.
public struct EvidenceAsk: Hashable, Sendable {
  /// One sentence that asks.
  public struct Sentence: Hashable, Sendable {
    public let words: String
    /// Who is asked to act, as far as the sentence names anybody.
    public let actors: [String]

    public init(words: String, actors: [String]) {
      self.words = words
      self.actors = actors
    }
  }

  /// Of the passage, by which a list goes on.
  public let number: Int
  /// Its place, such as `Q45+2`.
  public let locator: String
  /// Of its source.
  public let reference: String
  public let state: SourceState
  /// Name of the group of witnesses whose words they are.
  public let group: String?
  public let sentences: [Sentence]
  /// Keys of the recommendations that an affirmed link leads from, to the passage.
  public let recommendations: [String]
  /// Keys of the findings, likewise.
  public let findings: [String]

  public init(
    number: Int, locator: String, reference: String, state: SourceState, group: String?,
    sentences: [Sentence], recommendations: [String], findings: [String]
  ) {
    self.number = number
    self.locator = locator
    self.reference = reference
    self.state = state
    self.group = group
    self.sentences = sentences
    self.recommendations = recommendations
    self.findings = findings
  }
}
