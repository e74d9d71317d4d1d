/// The words of a finding or recommendation without what an author adds for the
/// machine: citations, the marks of emphasis, the names of claims.
public enum PlainWords {
  /// - Parameter markdown: As a draft carries it.
  /// - Returns: The words, paragraphs parted by one line break, blanks evened.
  public static func of(_ markdown: String) -> String {
    let paragraphs = markdown.split(separator: /\n[ \t]*\n/).map { paragraph in
      var words = Scan(Array(paragraph))
      return words.read().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private struct Scan {
    let input: [Character]
    var output: [Character] = []

    init(_ input: [Character]) {
      self.input = input
    }

    mutating func read() -> String {
      var place = 0
      while place < input.count {
        switch input[place] {
        case "\\" where place + 1 < input.count:
          output.append(input[place + 1])
          place += 2
        case "[":
          if let end = close(of: place, "[", "]"), input[place..<end].contains("@") {
            while output.last?.isWhitespace == true { output.removeLast() }
            place = end + 1
          } else {
            place += 1
          }
        case "]":
          // What follows the words of a claim or a link in brackets.
          let next = place + 1 < input.count ? input[place + 1] : " "
          let end =
            next == "{"
            ? close(of: place + 1, "{", "}") : next == "(" ? close(of: place + 1, "(", ")") : nil
          place = (end ?? place) + 1
        case "*": place += 1
        default:
          output.append(input[place])
          place += 1
        }
      }
      return String(output)
    }

    private func close(of start: Int, _ opening: Character, _ closing: Character) -> Int? {
      var depth = 0
      for place in start..<input.count {
        if input[place] == opening { depth += 1 }
        if input[place] == closing { depth -= 1 }
        if depth == 0 { return place }
      }
      return nil
    }
  }
}
