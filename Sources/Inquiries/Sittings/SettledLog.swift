/// What became of a live log when a transcript settled its sitting.
public struct SettledLog: Hashable, Sendable {
  /// A link that stays with its logged line until a person looks, suspect or only suggested.
  public struct LinkLeft: Hashable, Sendable {
    public let link: Identifier<Link>
    /// Key of the finding or recommendation it starts from.
    public let end: String
    /// Id of the line it holds on to.
    public let line: String
    /// The words it means; all of the line when `nil`.
    public let quote: String?

    public init(link: Identifier<Link>, end: String, line: String, quote: String?) {
      self.link = link
      self.end = end
      self.line = line
      self.quote = quote
    }
  }

  /// Lines in a row that were logged as said in private.
  public struct PrivateStretch: Hashable, Sendable {
    public let firstLine: String
    public let lineCount: Int
    /// The first and last turn that are kept from the public for it; `nil` when
    /// the transcript has nothing where it would stand.
    public let firstTurn: String?
    public let lastTurn: String?
    public let turnCount: Int
    /// Whether a line of it was found, all of them one clerk's, or there is nothing to
    /// be found; if not, a clerk must say what is private before anything is published.
    public let isSure: Bool

    public init(
      firstLine: String, lineCount: Int, firstTurn: String?, lastTurn: String?, turnCount: Int,
      isSure: Bool
    ) {
      self.firstLine = firstLine
      self.lineCount = lineCount
      self.firstTurn = firstTurn
      self.lastTurn = lastTurn
      self.turnCount = turnCount
      self.isSure = isSure
    }
  }

  /// Lines that were matched with a turn, of those not struck.
  public let matchedCount: Int
  public let lineCount: Int
  public let unmatched: [LogLine]
  public let linksMoved: Int
  public let linksLeft: [LinkLeft]
  /// Lines in which somebody promised to write.
  public let promised: [LogLine]
  public let privateStretches: [PrivateStretch]

  public init(
    matchedCount: Int, lineCount: Int, unmatched: [LogLine], linksMoved: Int,
    linksLeft: [LinkLeft], promised: [LogLine], privateStretches: [PrivateStretch]
  ) {
    self.matchedCount = matchedCount
    self.lineCount = lineCount
    self.unmatched = unmatched
    self.linksMoved = linksMoved
    self.linksLeft = linksLeft
    self.promised = promised
    self.privateStretches = privateStretches
  }
}
