/// Words that deny what they stand beside, in evened text.
enum Denial {
  private static let words: Set<String> = [
    "not", "never", "no", "nor", "neither", "without", "cannot", "none", "nobody", "nothing",
  ]

  static func stands(in bytes: some Sequence<UInt8>) -> Bool {
    String(decoding: Array(bytes), as: UTF8.self).lowercased()
      .split { !$0.isLetter && $0 != "'" }
      .contains { word in
        let word = word.drop { $0 == "'" }
        return words.contains(String(word)) || word.hasSuffix("n't")
          || word.last == "'" && words.contains(String(word.dropLast()))
      }
  }

  /// Up to the first stop; all of it where there is none.
  static func firstSentence(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let stop = bytes.indices.first { isStop(at: $0, in: bytes) }
    return stop.map { bytes[..<$0] } ?? bytes
  }

  /// From behind the last stop; all of it where there is none.
  static func lastSentence(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let stop = bytes.indices.last { isStop(at: $0, in: bytes) }
    return stop.map { bytes[($0 + 1)...] } ?? bytes
  }

  /// A point within a number or an address ends no sentence.
  private static func isStop(at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    guard ".?!".utf8.contains(bytes[index]) else { return false }
    let next = index + 1
    return next == bytes.endIndex || bytes[next] == 0x20 || bytes[next] == UInt8(ascii: "'")
  }
}
