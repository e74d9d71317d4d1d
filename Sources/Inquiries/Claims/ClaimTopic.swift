extension ClaimFinder {
  /// What a sentence takes over from the wording of a question, as stems: the
  /// proposition that its figure is said to bear out.
  public func topic(of sentence: String, in question: String) -> Set<String> {
    stems(sentence).intersection(stems(question))
  }

  /// Words of four letters and more without their endings.
  public func stems(_ text: String) -> Set<String> {
    let words = Wording.normalised(text).lowercased().split { !$0.isLetter }
    return Set(
      words.filter { $0.count > 3 && !phrases.noTopic.contains(String($0)) }.map {
        ClaimFinder.stem($0)
      })
  }

  /// `authorities` and `authority`, `vary` and `varied` come to the same; that is
  /// all it is good for.
  static func stem(_ word: some StringProtocol) -> String {
    for (ending, put) in [
      ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""),
    ]
    where word.hasSuffix(ending) && word.count - ending.count > 2 {
      return String(word.dropLast(ending.count)) + put
    }
    return word.hasSuffix("e") ? String(word.dropLast()) : String(word)
  }
}
