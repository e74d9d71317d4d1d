/// The words of a finding or recommendation without what an author adds for the
/// machine: citations, the marks of emphasis, the names of claims.
public enum PlainWords {
  /// - Parameter markdown: As a draft carries it.
  /// - Returns: The words, paragraphs parted by one line break, blanks evened.
  public static func of(_ markdown: String) -> String {
    paragraphs(of: markdown).joined(separator: "\n")
  }

  /// The words paragraph by paragraph, blanks evened; none of them is empty.
  ///
  /// Read by code points, which takes less than characters do: a suggestion reads every
  /// finding and recommendation of a draft.
  public static func paragraphs(of markdown: String) -> [String] {
    var paragraphs: [[Unicode.Scalar]] = [[]]
    for line in Array(markdown.unicodeScalars).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.allSatisfy({ [" ", "\t", "\r"].contains($0) }) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1] += line + ["\n"]
      }
    }
    return paragraphs.compactMap { paragraph in
      var scan = Scan(paragraph)
      let words = scan.read().split(whereSeparator: isBlank)
      var bytes: [UInt8] = []
      for scalar in words.joined(separator: [" "]) {
        if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += scalar.utf8 }
      }
      return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    // The properties of a code point are looked up; those of ASCII are known.
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private struct Scan {
    let input: [Unicode.Scalar]
    var output: [Unicode.Scalar] = []

    init(_ input: [Unicode.Scalar]) {
      self.input = input
    }

    mutating func read() -> [Unicode.Scalar] {
      var place = 0
      while place < input.count {
        switch input[place] {
        case "\\" where place + 1 < input.count:
          output.append(input[place + 1])
          place += 2
        case "[":
          if let end = close(of: place, "[", "]"), input[place..<end].contains("@") {
            while let last = output.last, PlainWords.isBlank(last) { output.removeLast() }
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
      return output
    }

    private func close(
      of start: Int, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar
    ) -> Int? {
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
