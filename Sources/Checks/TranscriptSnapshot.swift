public import Inquiries

/// The transcripts of an inquiry as the gate sees them: what the record holds,
/// and what their files print of themselves.
public struct TranscriptSnapshot: Hashable, Sendable {
  /// In the order of their sessions.
  public var transcripts: [Transcript]

  public init(transcripts: [Transcript]) {
    self.transcripts = transcripts
  }

  public struct Transcript: Hashable, Sendable {
    public var reference: String
    public var session: Int
    public var heldOn: Day
    /// The question numbers found, rising.
    public var numbers: [Int]
    public var printedRange: ClosedRange<Int>?
    public var printedDay: Day?
    /// Witnesses listed with no turn of theirs.
    public var silent: [String]
    /// Labels of turns, as far as nobody listed at the session bears them.
    public var strangers: [Stranger]
    /// Places that may hold text of the template.
    public var lines: [Line]

    public init(
      reference: String, session: Int, heldOn: Day, numbers: [Int] = [],
      printedRange: ClosedRange<Int>? = nil, printedDay: Day? = nil, silent: [String] = [],
      strangers: [Stranger] = [], lines: [Line] = []
    ) {
      self.reference = reference
      self.session = session
      self.heldOn = heldOn
      self.numbers = numbers
      self.printedRange = printedRange
      self.printedDay = printedDay
      self.silent = silent
      self.strangers = strangers
      self.lines = lines
    }
  }

  /// Somebody who speaks and is not listed.
  public struct Stranger: Hashable, Sendable {
    public var label: String
    /// Whether it is known who that is.
    public var isKnown: Bool
    /// Of the first turn.
    public var locator: String
    public var count: Int

    public init(label: String, isKnown: Bool, locator: String, count: Int) {
      self.label = label
      self.isKnown = isKnown
      self.locator = locator
      self.count = count
    }
  }

  /// Some words and where they stand: a passage, or a line of the header.
  public struct Line: Hashable, Sendable {
    public var place: String
    public var text: String

    public init(place: String, text: String) {
      self.place = place
      self.text = text
    }
  }
}
