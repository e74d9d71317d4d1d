/// What a clerk says of a response file that does not speak for itself.
public struct ResponseMapping: Hashable, Sendable {
  /// UTF-8 unless named.
  public var encoding: String?
  /// A comma unless named.
  public var separator: String?
  /// Rows that are no responses, counted as they stand in the file from 1: a
  /// second header, a line of wordings.
  public var skippedRows: Set<Int> = []
  /// The codebook's column, and the header (or `#7`, the seventh) it goes by in
  /// this file.
  public var names: [String: String] = [:]
  /// Headers (or `#7`) of columns that are left out.
  public var ignored: Set<String> = []
  /// The column of the weights.
  public var weight: String?
  /// A column that must not repeat, such as the respondent's number; it is
  /// checked and not kept.
  public var respondent: String?

  public init() {}
}
