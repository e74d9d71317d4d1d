/// Narrative between utterances, recognised from a whole paragraph.
///
/// Recognised sparingly: what is only perhaps narrative stays with the speech
/// around it, where a clerk sees it in its place.
enum StageText: Equatable {
  /// A bracketed word inside somebody's speech, such as “[Interruption.]”.
  case interruption
  /// A break in the sitting, after which nobody has the word.
  case pause
  /// A vote; lists of names follow it.
  case division
  /// Somebody took the Chair.
  case chairTaken(String)
  /// “Examination of witnesses”.
  case examination
  /// “Witnesses: A and B.”
  case witnesses([String])

  init?(_ paragraph: String) {
    // 300: the longest bracketed narrative; beyond it brackets are rhetoric.
    guard paragraph.utf8.count <= 900, paragraph.count <= 300 else { return nil }
    let text = Self.unwrapped(paragraph[...].trimmed)
    let squeezed = text.squeezed
    if let name = Self.chairTaker(text) {
      self = .chairTaken(name)
    } else if squeezed.hasPrefix("examinationofwitness") {
      self = .examination
    } else if let names = Self.witnesses(text, squeezed) {
      self = .witnesses(names)
    } else if ["thecommitteedivided", "thecommitteedivided."].contains(squeezed)
      || squeezed.hasPrefix("thecommitteedivided:")
    {
      self = .division
    } else if Self.isPause(text, squeezed) {
      self = .pause
    } else if text.startIndex != paragraph[...].trimmed.startIndex {
      let isBreak = Self.breaks.contains(where: squeezed.contains)
      self = isBreak ? .pause : .interruption
    } else {
      return nil
    }
  }

  private static func isPause(_ text: Substring, _ squeezed: String) -> Bool {
    // 100: “Sitting suspended for a Division in the House of Lords.” and no more.
    if text.count <= 100, pauses.contains(where: squeezed.hasPrefix) { return true }
    return ["onresuming", "onresumption"].contains(squeezed.filter(\.isLetter))
  }

  /// The inside of a paragraph that stands in brackets, or in the asterisks
  /// and underscores that stand for italics.
  static func unwrapped(_ text: Substring) -> Substring {
    let pairs: [Character: Character] = ["(": ")", "[": "]", "*": "*", "_": "_"]
    guard let first = text.first, let closing = pairs[first], text.count > 2 else { return text }
    let body = text.last == "." && text.dropLast().last == closing ? text.dropLast() : text
    guard body.last == closing else { return text }
    let inside = body.dropFirst().dropLast()
    // “(a) first (b)” is not one bracket.
    guard !inside.contains(first), !inside.contains(closing) else { return text }
    return inside.trimmed
  }

  /// “In the absence of the Chair, X took the Chair.” or “X took the Chair.”
  private static func chairTaker(_ text: Substring) -> String? {
    var rest = text.last == "." ? text.dropLast() : text
    let ends = [" took the Chair", " took the chair", " in the Chair", " was called to the Chair"]
    guard let end = ends.first(where: { rest.hasSuffix($0) }) else { return nil }
    rest = rest.dropLast(end.count)
    if rest.lowercased().hasPrefix("in the absence of"), let comma = rest.firstIndex(of: ",") {
      rest = rest[rest.index(after: comma)...].trimmed
    }
    return LabelShape.isName(rest) ? PersonName(rest).cleaned : nil
  }

  private static func witnesses(_ text: Substring, _ squeezed: String) -> [String]? {
    guard squeezed.hasPrefix("witness:") || squeezed.hasPrefix("witnesses:"),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    let parts = PeopleListed.parts(text[text.index(after: colon)...])
    return parts.isEmpty ? nil : parts
  }

  /// What bracketed narrative says when a break begins with it.
  private static let breaks = ["withdrew", "adjourn", "shortbreak", "suspended"]

  private static let pauses = [
    "sittingsuspended", "thesittingwassuspended", "thesittingsuspended", "thesittingissuspended",
    "sittingresumed", "thesittingresumed", "themeetingwassuspended", "meetingsuspended",
    "committeesuspended", "thecommitteesuspended", "thecommitteewassuspended",
    "thecommitteeadjourned", "thecommitteesatinprivate", "thecommitteedeliberated",
    "thecommitteeresumed", "thewitnesswithdrew", "thewitnesseswithdrew", "witnesswithdrew",
    "witnesseswithdrew", "meetingclosed", "themeetingclosed", "motionmade,",
  ]
}
