/// A passage by its place in its source, `OS1, passage 6`: how staff name what no citation
/// names, such as narrative between questions and headings.
///
/// The place is not printed anywhere, so it is no form of citation.
public struct PassagePosition: Hashable, Sendable, CustomStringConvertible {
  /// Of the source, such as `OS1` or `CTI0012`.
  public let reference: String
  /// From 1, as passages are listed.
  public let ordinal: Int

  public init(reference: String, ordinal: Int) {
    self.reference = reference
    self.ordinal = ordinal
  }

  /// Nil for a text of any other form.
  public init?(_ text: String) {
    guard
      let found = text.wholeMatch(of: #/\s*([A-Za-z][A-Za-z0-9-]*),?\s+passage\s+([0-9]{1,9})\s*/#),
      let ordinal = Int(found.output.2), ordinal > 0
    else { return nil }
    self.init(reference: String(found.output.1), ordinal: ordinal)
  }

  public var description: String { "\(reference), passage \(ordinal)" }
}
