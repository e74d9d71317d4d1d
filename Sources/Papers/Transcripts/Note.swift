/// A note or agreed summary of evidence in numbered points.
public struct Note: Sendable, Equatable {
  /// One numbered point.
  public struct Point: Sendable, Equatable {
    /// The number as printed.
    public var number: Int
    /// The number exactly as printed, with its full stop or bracket.
    public var lead: String
    /// The words, paragraphs parted by a blank line, otherwise untouched.
    public var text: String
    /// The line on which the point begins.
    public var line: Int
    /// What stands beneath it, in order.
    public var footnotes: [Footnote]

    /// Makes a point.
    public init(
      number: Int, lead: String, text: String, line: Int, footnotes: [Footnote] = []
    ) {
      self.number = number
      self.lead = lead
      self.text = text
      self.line = line
      self.footnotes = footnotes
    }
  }

  /// What the lines before the first point say.
  public var header: TranscriptHeader
  /// Whether the witnesses agreed it as a summary; nil where the file says nothing.
  public var isSummary: Bool?
  /// The day on which they did.
  public var agreedOn: PrintedDay?
  /// Those printed as present.
  public var members: [MemberPresent]
  /// The panels of witnesses, where the note lists them.
  public var panels: [PanelHeard]
  /// The points in order.
  public var points: [Point]
  /// Lines that could not be placed.
  public var unplaced: [UnplacedLine]
  /// What a clerk should look at.
  public var remarks: [PaperRemark]

  /// Makes a note.
  public init(
    header: TranscriptHeader, isSummary: Bool? = nil, agreedOn: PrintedDay? = nil,
    members: [MemberPresent], panels: [PanelHeard], points: [Point],
    unplaced: [UnplacedLine], remarks: [PaperRemark]
  ) {
    self.header = header
    self.isSummary = isSummary
    self.agreedOn = agreedOn
    self.members = members
    self.panels = panels
    self.points = points
    self.unplaced = unplaced
    self.remarks = remarks
  }
}
