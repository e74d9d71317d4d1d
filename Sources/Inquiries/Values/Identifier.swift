/// The permanent number of one row, told apart by what it numbers.
///
/// Identifiers come from the working record, are never reused and never shown:
/// people and addresses use references, question numbers and keys.
public struct Identifier<Noun>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int64

  public init(_ value: Int64) {
    self.value = value
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.value < right.value
  }

  public var description: String {
    String(value)
  }
}
