/// The words of a Markdown paragraph, without the marks that dress them.
///
/// Emphasis is taken off where its marks stand in pairs at the edges of words,
/// so that `5 * 3`, `snake_case` and the `[***]` of an omission stay. In one
/// pass, however the marks are nested.
struct MarkdownWords {
  private var output: [Character] = []
  /// Where the latest opening mark of each kind and length stands in the output.
  private var openings: [String: Int] = [:]
  private var dropped = Set<Int>()
  private let input: [Character]
  private var place = 0
  /// The link whose words are being read: where they end, and its address.
  private var link: (end: Int, next: Int, address: [Character], start: Int)?

  /// A paragraph's text as its reader sees it.
  static func plain(_ text: String) -> String {
    guard text.contains(where: { "*_[\\".contains($0) }) else { return text }
    var words = MarkdownWords(input: Array(text))
    words.read()
    let kept = words.output.indices.lazy.filter { !words.dropped.contains($0) }
    return String(kept.map { words.output[$0] })
  }

  private init(input: [Character]) { self.input = input }

  private mutating func read() {
    while place < input.count {
      if let link, place == link.end {
        let words = output[link.start...].map(String.init).joined()
        if words != String(link.address) { output += Array(" (") + link.address + ")" }
        place = link.next
        self.link = nil
        continue
      }
      switch input[place] {
      case "\\" where place + 1 < input.count && "\\*_[]()#`!.>-+|<".contains(input[place + 1]):
        output.append(input[place + 1])
        place += 2
      case "`": copyCode()
      case "h" where beginsAddress: copyAddress()
      case "!" where link == nil && beginsLink(at: place + 1): place += 1
      case "[" where link == nil && beginsLink(at: place): openLink()
      case "*", "_": takeMarks()
      default:
        output.append(input[place])
        place += 1
      }
    }
  }

  private mutating func takeMarks() {
    let sign = input[place]
    var end = place
    while end < input.count, input[end] == sign { end += 1 }
    let count = end - place
    let before = place > 0 ? input[place - 1] : " "
    let after = end < input.count ? input[end] : " "
    let start = output.count
    output += input[place..<end]
    place = end
    guard count <= 3 else { return }
    let key = String(repeating: sign, count: count)
    let canClose = !before.isBlank && !after.isWordPart && !"[(".contains(before)
    if canClose, let opening = openings[key] {
      dropped.formUnion(opening..<opening + count)
      dropped.formUnion(start..<start + count)
      // What was opened inside and not closed is no emphasis.
      openings = openings.filter { $0.value < opening }
    } else if !after.isBlank, !before.isWordPart, !"]).,;:".contains(after) {
      openings[key] = start
    }
  }

  /// `[words](address)`, on one line and with no bracket in the words.
  private func linkEnds(at start: Int) -> (words: Int, address: Int)? {
    guard start < input.count, input[start] == "[" else { return nil }
    var end = start + 1
    // 1,000 and 2,000: longer than any that people write, and an end to looking.
    while end < input.count, end - start <= 1_000, !"[]".contains(input[end]) { end += 1 }
    guard end + 1 < input.count, input[end] == "]", input[end + 1] == "(" else { return nil }
    var close = end + 2
    while close < input.count, close - end <= 2_000, !"()[]\n".contains(input[close]) { close += 1 }
    guard close < input.count, input[close] == ")", close > end + 2 else { return nil }
    return (end, close)
  }

  private func beginsLink(at start: Int) -> Bool { linkEnds(at: start) != nil }

  private mutating func openLink() {
    guard let ends = linkEnds(at: place) else { return }
    link = (
      ends.words, ends.address + 1, Array(input[(ends.words + 2)..<ends.address]), output.count
    )
    place += 1
  }

  private mutating func copyCode() {
    var end = place
    while end < input.count, input[end] == "`" { end += 1 }
    output += input[place..<end]
    place = end
  }

  private var beginsAddress: Bool {
    let rest = input[place...].prefix(8)
    return rest.starts(with: "https://") || rest.starts(with: "http://")
  }

  private mutating func copyAddress() {
    let end = link?.end ?? input.count
    while place < end, !input[place].isBlank, !")>]".contains(input[place]) {
      output.append(input[place])
      place += 1
    }
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
