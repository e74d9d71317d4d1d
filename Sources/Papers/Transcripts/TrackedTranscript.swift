/// A transcript that came back from Word with tracked changes and comments: as it
/// was before the changes, and both.
public struct TrackedTranscript: Sendable {
  /// Before the changes.
  public let transcript: Transcript
  /// In the order of the file.
  public let changes: [TrackedChange]
  /// Likewise.
  public let comments: [TrackedComment]
  /// How many comments have no words, or are on no text.
  public let commentsDropped: Int

  /// Reads a `.docx`.
  ///
  /// - Throws: ``PaperError`` as ``PaperReader`` and ``TranscriptReader`` do, and
  ///   `tracked_changes_docx` for a file of another kind.
  public init(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits = .init()
  ) throws(PaperError) {
    guard PaperKind(fileName: fileName) == .docx else {
      throw PaperError(
        code: "tracked_changes_docx",
        message:
          "\(fileName) is no .docx, and only those hold tracked changes; see what differs in another file with `inquiry session correct --dry-run`.",
        file: fileName)
    }
    try limits.check(bytes, fileName: fileName)
    let before = try DocxReader.readBefore(bytes, fileName: fileName, limits: limits)
    transcript = try TranscriptReader.read(before.paper, fileName: fileName)
    changes = TrackedPlaces(before.paper, transcript, before.tracked).changes
    let beside = CommentPlaces(before.paper, transcript, before.comments, before.ranges)
    comments = beside.comments
    commentsDropped = beside.dropped
  }
}

/// Words that went, words that came in their place, or both.
public struct TrackedChange: Sendable {
  /// Why it is no change of the words of one turn.
  public enum Misplacement: String, Sendable, CaseIterable {
    /// It is in the header, in a line that belongs to nothing, or beside all text.
    case outside
    /// It touches the number of a question or who speaks.
    case lead
    /// It puts a new turn in.
    case addsTurn
    /// It makes one turn of two.
    case joinsTurns
  }

  /// The paragraph of the file, from 1.
  public let line: Int
  public let mark: TrackedMark
  /// Index into the turns, and what it replaces in the text of that turn, in code
  /// points; `nil` where it is misplaced.
  public let place: (turn: Int, span: Range<Int>)?
  public let gone: String
  public let come: String
  public let misplacement: Misplacement?
}
