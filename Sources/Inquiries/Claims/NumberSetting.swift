/// A plain number and what stands around it in its sentence, which may say that it is no
/// number of those who answered.
public struct NumberSetting: Hashable, Sendable {
  public let before: String
  /// The number, with what is said of it such as “less than”.
  public let words: String
  public let behind: String

  public init(_ range: Range<Int>, of sentence: Int, in prose: Prose) {
    let whole = prose.sentences[sentence].range
    before = prose.text(whole.lowerBound..<max(whole.lowerBound, range.lowerBound))
    words = prose.text(range)
    behind = prose.text(range.upperBound..<max(range.upperBound, whole.upperBound))
  }

  /// Whether it is money, a length of time or of a text, or a side of “a 65:35 split”.
  public var isOfNobody: Bool {
    isMoney || isSideOfSplit
      // A unit in the singular may go with who answered, as in “97 day patients”.
      || behindRange.contains(
        #/^(?:(?:minutes|hours|days|nights|weeks|months|years|words)\b|-(?:minute|hour|day|night|week|month|year|word)\b|years?[- ]olds?\b)/#
      )
  }

  private var isMoney: Bool {
    before.contains(#/[£$€](?:[0-9][0-9,.]*[-–])?$/#)
      || behindRange.contains(
        #/^(?:(?:hundred|thousand|million|billion)\s+)?(?:pounds|pence|p|euros|dollars|cents)\b/#)
  }

  private var isSideOfSplit: Bool {
    behind.contains(#/^:[0-9]+[- ]split\b/#)
      || before.contains(#/[0-9]:$/#) && behind.contains(#/^-?split\b/#)
  }

  /// What stands behind it, or behind the second number of its range or of “12 of the 24”.
  private var behindRange: Substring {
    let rest = behind[...]
    let joint =
      before.lowercased().hasSuffix("between")
      ? #/^and [0-9][0-9,.]*\s*/#
      : #/^(?:to |–|-|(?:out )?of (?:the |these |those |all )*)[0-9][0-9,.]*\s*/#
    return rest.firstMatch(of: joint).map { rest[$0.range.upperBound...] } ?? rest
  }

  /// Whether it is a number of a label or question, whose words stand around it: the 2 of
  /// `Less than 2 hours`.
  ///
  /// A unit behind it is enough; without one a number may count who answered, so that the
  /// word before it must be the same too, or all of the label from it on.
  public func isNumber(of label: String) -> Bool {
    let asked = Self.tokens(label)
    let told = Self.tokens(before) + Self.tokens(words)
    let all = told + Self.tokens(behind)
    let place = told.count - 1
    guard place >= 0, all[place].allSatisfy(\.isNumber) else { return false }
    return asked.indices.contains { start in
      guard asked[start] == all[place] else { return false }
      let isSameBefore = start > 0 && place > 0 && asked[start - 1] == all[place - 1]
      let rest = asked[start...]
      guard let word = rest.firstIndex(where: { !$0.allSatisfy(\.isNumber) }) else {
        // It ends the label, as in “over 65”; “over 65 of them” counts.
        let next = place + rest.count
        return asked[..<start].contains { !$0.allSatisfy(\.isNumber) }
          && told.suffix(start + 1).elementsEqual(asked[...start])
          && all[place...].starts(with: rest) && !(next < all.count && all[next] == "of")
      }
      guard all[place...].starts(with: rest[...word]) else { return false }
      return Self.units.contains(asked[word]) || isSameBefore
        || rest.count > 2 && all[place...].starts(with: rest)
    }
  }

  /// In lower case and digits, without what joins the ends of a range.
  private static func tokens(_ text: String) -> [String] {
    Wording.normalised(text).lowercased().split { !($0.isLetter || $0.isNumber) }
      .map { numbers[String($0)] ?? String($0) }.filter { !joints.contains($0) }
  }

  private static let joints: Set<String> = ["and", "between", "from", "to"]

  private static let units: Set<String> = [
    "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks",
    "month", "months", "year", "years", "mile", "miles",
  ]

  private static let numbers = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
  ]
}
