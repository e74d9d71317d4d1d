/// The words of answers that surveys offered, found in sentences.
///
/// A report has hundreds of sentences and a survey a thousand answers: a sentence is asked
/// for the labels that begin with each of its words, and not for each label.
public struct AnswerLabels: Sendable {
  /// By their words as they are written, and evened out.
  private var labels: [[String]: Set<[String]>] = [:]
  /// How many words those have that begin with a word.
  private var lengths: [String: Set<Int>] = [:]

  /// - Parameter labels: Word by word; one without a letter, such as “3”, is never found.
  public init(_ labels: some Sequence<[String]>) {
    for words in labels {
      add(words, as: words)
      let evened = AnswerLabels.evened(words)
      // “I do not” alone would be found in every denial.
      if evened != [AnswerLabels.denial] { add(words, as: evened) }
    }
  }

  private mutating func add(_ label: [String], as words: [String]) {
    guard let first = words.first, words.contains(where: { $0.contains(where: \.isLetter) })
    else { return }
    labels[words, default: []].insert(label)
    lengths[first, default: []].insert(words.count)
  }

  /// Those whose words follow one another in a sentence, whichever way numbers and denials
  /// are written in either.
  public func found(in words: [String]) -> Set<[String]> {
    found(asWritten: words).union(found(asWritten: AnswerLabels.evened(words)))
  }

  private func found(asWritten words: [String]) -> Set<[String]> {
    var found: Set<[String]> = []
    for (place, first) in words.enumerated() {
      for length in lengths[first] ?? [] where place + length <= words.count {
        found.formUnion(labels[Array(words[place..<place + length])] ?? [])
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

  // MARK: Evening out

  /// What stands among evened words for `don't`, `did not`, `cannot` and the like.
  public static let denial = "not"

  /// The same words with numbers up to ninety-nine in digits, and every denial as one word:
  /// a report says “three did not know” of the answer “I don't know”.
  public static func evened(_ words: [String]) -> [String] {
    var evened: [String] = []
    var place = 0
    while place < words.count {
      let next = place + 1 < words.count ? words[place + 1] : ""
      if let value = numbers[words[place]] {
        let unit = value >= 20 ? numbers[next].flatMap { (1..<10).contains($0) ? $0 : nil } : nil
        evened.append("\(value + (unit ?? 0))")
        place += unit == nil ? 1 : 2
      } else if let count = lengthOfDenial(words[place], next) {
        if evened.last == "i" { evened.removeLast() }
        evened.append(denial)
        place += count
      } else {
        evened.append(words[place])
        place += 1
      }
    }
    return evened
  }

  private static func lengthOfDenial(_ first: String, _ next: String) -> Int? {
    if first == "cannot" { return 1 }
    let isDenied = next == denial && auxiliaries.contains(first)
    // An apostrophe parts words.
    return isDenied || next == "t" && contracted.contains(first) ? 2 : nil
  }

  private static let auxiliaries: Set<String> = [
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "should", "was",
    "were", "will", "would",
  ]

  private static let contracted: Set<String> = [
    "aren", "can", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "shouldn",
    "wasn", "weren", "won", "wouldn",
  ]

  private static let numbers: [String: Int] = {
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    let small = units.enumerated().map { ($1, $0) }
    let great = tens.enumerated().map { ($1, 10 * ($0 + 2)) }
    return Dictionary(uniqueKeysWithValues: small + great)
  }()
}
