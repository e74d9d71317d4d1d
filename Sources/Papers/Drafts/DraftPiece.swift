/// A stretch of a draft's bytes; the pieces of a draft leave nothing out.
public struct DraftPiece: Hashable, Sendable {
  /// What a piece is taken for.
  public enum Kind: Hashable, Sendable {
    /// The lines from `---` to `---`, with a byte-order mark before them.
    case header
    /// Lines of nothing but blanks.
    case blank
    case block(DraftBlockKind, key: String?)
  }

  public let kind: Kind
  public let range: Range<Int>
  /// The part of it that is words; empty for headers and blanks.
  public let contentRange: Range<Int>
  public let line: Int
  /// Whether it is code, in which nothing is cited.
  let isCode: Bool
}
