/// The places in evidence that a clerk names in a few words: locators as a citation has
/// them, and ranges of submissions, such as `CTI0001-0034`.
///
/// Whether anything stands there is not decided here.
public struct LocatorList: Hashable, Sendable {
  /// Each place once, in the order in which it was first named.
  public let names: [String]

  /// - Parameter words: One word may hold several places, with semicolons, as a citation
  ///   may.
  /// - Throws: ``Refusal`` of ``ReferenceList``, for a range that cannot be.
  public init(_ words: [String]) throws(Refusal) {
    var seen: Set<String> = []
    var names: [String] = []
    for word in words.flatMap({ $0.split(separator: ";") }) {
      for name in try LocatorList.places(of: Locator.trimmed(String(word)))
      where !name.isEmpty && seen.insert(name).inserted {
        names.append(name)
      }
    }
    self.names = names
  }

  private static func places(of word: String) throws(Refusal) -> [String] {
    // No other locator has two references with nothing but a dash between them.
    guard word.contains(#/^[A-Za-z]{3}[0-9]{4}[\-‐‑‒–—−](?:[A-Za-z]{3})?[0-9]+$/#) else {
      return [word]
    }
    return try ReferenceList([word]).references
  }

  /// The places as they are typed after an option: what holds blanks in quotation marks.
  public static func typed(_ names: [String]) -> String {
    names.map { $0.contains(where: \.isWhitespace) ? "\"\($0)\"" : $0 }.joined(separator: " ")
  }
}
