import Inquiries
import Records

/// Why something went from the public, as the public is told; the reason must not
/// tell what went.
struct PublicReason {
  let words: String
  /// The field of the request that it came in.
  let field: String

  /// Refuses a reason that holds personal data, or names who is not to be named.
  ///
  /// - Parameters:
  ///   - sources: What the reason is about. Of their submitters each part of a name
  ///     counts, of those of other submissions the whole name.
  ///   - areGoing: Whether these go from the public as a whole, and not only words of
  ///     them: who is public under the name still may be named.
  func check(
    about sources: [Identifier<Source>], areGoing: Bool = false, from viewpoint: Viewpoint,
    at desk: Desk
  ) throws {
    if let data = PersonalDataFinder.find(in: words).first {
      throw refusal("holds what looks like \(data.kind.inWords)")
    }
    guard
      try !AnonymousWall.isBroken(
        by: words, about: sources, areGoing: areGoing, as: viewpoint, on: desk.connection)
    else { throw refusal("names a submitter who is not to be named") }
  }

  /// Refuses a reason in which words stand that go from the public: two or more in
  /// a run, or one with a capital or a figure.
  ///
  /// Articles and the like tell nothing by themselves: “It named a child” may be
  /// said of a passage that began with “It”.
  func check(removing before: String, leaving after: String) throws {
    let said = Self.words(of: words)
    let old = Self.words(of: before)
    let new = Self.words(of: after)
    let runs = Self.runs(of: old).subtracting(Self.runs(of: new))
    guard runs.isDisjoint(with: Self.runs(of: said)) else {
      throw refusal("repeats words that it takes from the public")
    }
    let marked = Self.marked(in: old).subtracting(new.map { $0.lowercased() })
    guard marked.isDisjoint(with: Self.marked(in: said)) else {
      throw refusal("repeats a name or figure that it takes from the public")
    }
  }

  /// Whether words could tell anything by themselves: a name, a figure, or two words in a
  /// run that are not both articles and the like.
  static func canTell(_ words: String) -> Bool {
    let words = Self.words(of: words)
    return !runs(of: words).isEmpty || !marked(in: words).isEmpty
  }

  private func refusal(_ tells: String) -> Refusal {
    Refusal(
      .conflict, "reason_tells",
      "The reason is shown to the public and \(tells); say why without it. Nothing was done.",
      field: field)
  }

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// Each two words that follow each other, unless neither tells anything.
  private static func runs(of words: [String]) -> Set<[String]> {
    let small = words.map { $0.lowercased() }
    let pairs = zip(small, small.dropFirst()).map { [$0, $1] }
    return Set(pairs.filter { !$0.allSatisfy(empty.contains) })
  }

  /// Words with a capital or a figure, in small letters.
  private static func marked(in words: [String]) -> Set<String> {
    let marked = words.filter { $0.first.map { $0.isUppercase || $0.isNumber } ?? false }
    return Set(marked.map { $0.lowercased() }).subtracting(empty)
  }

  /// Articles and the like.
  static let empty = Set(
    """
    a about after all an and any are as at be been before but by for from had has have he her his \
    i in is it its no not of on or our she so some that the their them there these they this those \
    to under was we were what which who will with would you your
    """.split(separator: " ").map(String.init))
}
