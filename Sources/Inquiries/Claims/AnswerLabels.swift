/// The words of answers that surveys offered, found in sentences.
///
/// A report has hundreds of sentences and a survey a thousand answers: a sentence is asked
/// for the labels that begin with each of its words, and not for each label.
public struct AnswerLabels: Sendable {
  private var labels: Set<[String]> = []
  /// How many words those have that begin with a word.
  private var lengths: [String: Set<Int>] = [:]

  /// - Parameter labels: Word by word; one without a letter, such as “3”, is never found.
  public init(_ labels: some Sequence<[String]>) {
    for words in labels {
      guard let first = words.first, words.contains(where: { $0.contains(where: \.isLetter) })
      else { continue }
      self.labels.insert(words)
      lengths[first, default: []].insert(words.count)
    }
  }

  /// Those whose words follow one another in a sentence.
  public func found(in words: [String]) -> Set<[String]> {
    var found: Set<[String]> = []
    for (place, first) in words.enumerated() {
      for length in lengths[first] ?? [] where place + length <= words.count {
        let label = Array(words[place..<place + length])
        if labels.contains(label) { found.insert(label) }
      }
    }
    return found
  }

  /// The words of a label or a sentence, in lower case, as they are compared.
  public static func words(of text: String) -> [String] {
    Wording.normalised(text).lowercased().split { !($0.isLetter || $0.isNumber) }.map {
      String($0)
    }
  }
}
