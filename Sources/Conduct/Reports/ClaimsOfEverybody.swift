import Inquiries

/// The claims of a draft that the public figure of everybody bears out which they rest on:
/// a number in one of them is a bound of that figure, and tells none of a group.
struct ClaimsOfEverybody {
  private struct Words: Hashable {
    let paragraph: Int?
    let sentence: String
    let words: String
  }

  /// Whether each claim of these words is such a one.
  private let isBorneOut: [Words: Bool]

  init(_ claims: [ClaimEntry]) {
    isBorneOut = Dictionary(
      claims.map(\.claim).map { claim in
        (
          Words(paragraph: claim.paragraph, sentence: claim.sentence, words: claim.words),
          ClaimsOfEverybody.bearsOut(claim)
        )
      }, uniquingKeysWith: { $0 && $1 })
  }

  /// Those of a part of the draft.
  func found(in part: DraftReading.Part, by finder: ClaimFinder) -> [ClaimFinder.Found] {
    let prose = part.prose
    return finder.find(in: prose).filter { found in
      let sentence = prose.text(prose.sentences[found.sentence].range)
      return isBorneOut[
        Words(paragraph: part.paragraph, sentence: sentence, words: found.words)] == true
    }
  }

  /// Whether it rests on an answer to a survey of which it is true.
  private static func bearsOut(_ claim: Claim) -> Bool {
    guard claim.binding == .proposed || claim.binding == .bound, claim.base != nil,
      claim.verdict == .holds || claim.verdict == .trueButLoose, let place = claim.boundTo,
      case .success(.answers(_, _, _)) = Locator.read(evened: place)
    else { return false }
    return true
  }
}

/// Whether a text names a group of a survey.
enum GroupWords {
  /// Whether it has a word of one of their labels, in whatever form: in doubt it names one.
  static func name(anyOf labels: [String], in text: String) -> Bool {
    let told = words(text)
    return labels.contains { label in
      words(label).contains { word in told.contains { isSame($0, word) } }
    }
  }

  private static func words(_ text: String) -> Set<String> {
    let all = Wording.normalised(text).lowercased().split { !($0.isLetter || $0.isNumber) }
    return Set(all.map { sexes[String($0)] ?? String($0) }).subtracting(fillers)
  }

  /// Of islands and islanders, or remand and remanded.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    // As much as the endings of a word differ.
    let common = zip(one, other).prefix { $0 == $1 }.count
    return one == other || common >= 4 && common >= min(one.count, other.count) - 2
  }

  private static let sexes = [
    "man": "male", "men": "male", "boys": "male", "woman": "female", "women": "female",
    "girls": "female",
  ]

  private static let fillers: Set<String> = [
    "a", "an", "and", "at", "for", "in", "is", "less", "more", "of", "on", "or", "over", "than",
    "the", "to", "under", "up", "with",
  ]
}
