/// The number of a paragraph as it is printed: `12`, or `2.17` in a document that
/// counts within its chapters.
public struct ParagraphNumber: Hashable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByIntegerLiteral
{
  /// From the chapter down, each 1 or more.
  public let parts: [Int]

  /// - Returns: `nil` without a part, with more than five (no outline is deeper), or
  ///   when one of them is less than 1.
  public init?(_ parts: [Int]) {
    guard (1...5).contains(parts.count), parts.allSatisfy({ $0 > 0 }) else { return nil }
    self.parts = parts
  }

  /// Reads what ``description`` prints.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    self.init(parts.map { $0 ?? 0 })
    // “+2” and “02” are numbers to Swift and to nobody else.
    guard description == text else { return nil }
  }

  /// The number of a paragraph that is counted straight through.
  public init(_ number: Int) {
    parts = [number]
  }

  public init(integerLiteral number: Int) {
    self.init(number)
  }

  /// The number, where it is counted straight through.
  public var plain: Int? { parts.count == 1 ? parts[0] : nil }

  public var description: String { parts.map(String.init).joined(separator: ".") }

  /// In the order of the document: 2.9 before 2.10, and 2 before 2.1.
  public static func < (left: ParagraphNumber, right: ParagraphNumber) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  /// Whether a document may number a paragraph so straight after another: 2.18 or
  /// 2.17.1 or 3.1 after 2.17.
  public func follows(_ before: ParagraphNumber) -> Bool {
    for depth in before.parts.indices where parts.count > depth {
      let isRaised =
        parts[depth] == before.parts[depth] + 1
        && parts[..<depth] == before.parts[..<depth]
      if isRaised { return parts[(depth + 1)...].allSatisfy { $0 == 1 } }
    }
    return parts.starts(with: before.parts) && parts.count > before.parts.count
      && parts[before.parts.count...].allSatisfy { $0 == 1 }
  }
}
