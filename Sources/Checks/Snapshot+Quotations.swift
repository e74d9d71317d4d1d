extension Snapshot {
  /// Words that the draft quotes.
  public struct Quotation: Hashable, Sendable {
    /// As the author wrote them, without the quotation marks.
    public var words: String
    public var place: Remark.Place
    /// The citations that they are attributed to, as they are written; empty where
    /// there is none.
    public var citation: String
    /// The words cited, at the versions to which the citation is pinned, in order;
    /// what one person says without a break is one text. Empty where the citation
    /// leads nowhere, which is told as that.
    public var texts: [String]
    /// Whose words each text is; empty where all are of one.
    public var voices: [String]
    /// Whether the citation stands beside them, and not only close by.
    public var isBeside: Bool
    /// Whether a mark ends them: its own, or that of the paragraph in which they go on.
    public var isClosed: Bool

    public init(
      words: String, place: Remark.Place, citation: String, texts: [String],
      voices: [String] = [], isBeside: Bool = true, isClosed: Bool = true
    ) {
      self.words = words
      self.place = place
      self.citation = citation
      self.texts = texts
      self.voices = voices
      self.isBeside = isBeside
      self.isClosed = isClosed
    }
  }

  /// Words that a citation names, whole or by the first and the last of them.
  public struct NamedSpan: Hashable, Sendable {
    public var words: String
    public var place: Remark.Place
    /// The citation, as it is written.
    public var citation: String
    /// The words cited, as in a ``Quotation``.
    public var texts: [String]

    public init(words: String, place: Remark.Place, citation: String, texts: [String]) {
      self.words = words
      self.place = place
      self.citation = citation
      self.texts = texts
    }
  }
}
