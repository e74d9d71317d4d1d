/// What a paper may cost to read; passed limits are refusals, not warnings.
///
/// The figures of a Word file are those of the upload gate that was measured
/// (operations.md, section 6): honest documents stay far below every one.
public struct PaperLimits: Sendable, Equatable {
  /// Bytes of the file itself: what the Commons accepts from submitters.
  public var fileBytes = 25 * 1_048_576
  /// Members of the archive that a Word file is.
  public var members = 2_000
  /// Bytes of all members unpacked, as declared and as counted.
  public var unpackedBytes = 200 * 1_048_576
  /// Bytes of one XML part that we parse; a day's transcript has 1 MB.
  public var partBytes = 32 * 1_048_576
  /// How deep elements may nest in an XML part.
  public var xmlDepth = 256
  /// Paragraphs, empty ones included.
  public var paragraphs = 50_000
  /// Bytes of text (UTF-8) taken from the paper.
  public var textBytes = 4 * 1_048_576

  /// The limits that an installation uses unless it says otherwise.
  public init() {}
}
