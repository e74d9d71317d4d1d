/// The string literals of a Swift source, comments left out.
///
/// Knows plain, raw and multi-line literals; what is interpolated is kept with
/// them, which is enough to find words in them.
struct Literals {
  private let characters: [Character]
  private var position = 0
  private(set) var found: [(line: Int, text: String)] = []
  private var line = 1

  init(of source: String) {
    characters = Array(source)
    while position < characters.count { step() }
  }

  private mutating func step() {
    if starts("//") {
      skip { $0 == "\n" }
    } else if starts("/*") {
      while position < characters.count, !starts("*/") { advance() }
      advance(2)
    } else if characters[position] == "\"" || characters[position] == "#" {
      literal()
    } else {
      advance()
    }
  }

  private mutating func literal() {
    var pounds = 0
    while position + pounds < characters.count, characters[position + pounds] == "#" { pounds += 1 }
    guard position + pounds < characters.count, characters[position + pounds] == "\"" else {
      return advance(max(pounds, 1))
    }
    advance(pounds)
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    let end = quotes + String(repeating: "#", count: pounds)
    let escape = "\\" + String(repeating: "#", count: pounds)
    advance(quotes.count)
    let start = line
    var text = ""
    while position < characters.count, !starts(end) {
      if starts(escape + "(") {
        interpolation(&text)
      } else if starts(escape) {
        advance(escape.count)
        if position < characters.count { advance() }
      } else {
        text.append(characters[position])
        advance()
      }
    }
    advance(end.count)
    found.append((start, text))
  }

  /// Takes an interpolation whole; literals within it are found too.
  private mutating func interpolation(_ text: inout String) {
    while position < characters.count, characters[position] != "(" { advance() }
    advance()
    var depth = 1
    text.append("…")
    while position < characters.count, depth > 0 {
      switch characters[position] {
      case "(":
        depth += 1
        advance()
      case ")":
        depth -= 1
        advance()
      case "\"": literal()
      default: advance()
      }
    }
  }

  private func starts(_ word: String) -> Bool {
    position + word.count <= characters.count
      && characters[position..<position + word.count].elementsEqual(word)
  }

  private mutating func skip(until isEnd: (Character) -> Bool) {
    while position < characters.count, !isEnd(characters[position]) { advance() }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < characters.count {
      if characters[position].isNewline { line += 1 }
      position += 1
    }
  }
}
