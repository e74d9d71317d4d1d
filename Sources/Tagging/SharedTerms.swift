/// Words that a text shares with the context of a passage, by where they stand.
///
/// An answer is found by its question too: “Yes, within the hour” has none of the words
/// that it was asked about.
public struct SharedTerms: Hashable, Sendable {
  /// Those that stand in the passage itself.
  public let own: [String]
  /// Those that stand in its question block alone.
  public let ofBlock: [String]

  /// As many as are read at a glance; the passage's own come first.
  static let most = 5

  /// - Parameters:
  ///   - shared: What a suggestion gives as its reason, those first that say most.
  ///   - passage: The words of the passage.
  public init(_ shared: [String], with passage: String) {
    let stems = Set(Terms.read(passage).map(\.stem))
    func isOwn(_ word: String) -> Bool { Terms.stem(of: word).map { stems.contains($0) } ?? false }
    own = Array(shared.filter(isOwn).prefix(SharedTerms.most))
    ofBlock = Array(shared.filter { !isOwn($0) }.prefix(SharedTerms.most - own.count))
  }
}
