import Inquiries
import Testing

@Suite struct WordingTests {
  @Test(arguments: 1...20)
  func `plain texts are evened out as all others are`(seed: Int) {
    var dice = Seeded(UInt64(seed))
    let letters: [Character] = [
      "a", "B", "'", "\"", "`", "-", ".", " ", "\t", "\n", "\r", "\r\n", "\u{B}", "\u{1C}",
      "\u{7F}",
    ]
    let text = String(
      (0..<seed * 5).map { _ in letters[Int.random(in: letters.indices, using: &dice)] })
    // A letter beyond ASCII sends the same text the longer way.
    let longer = Wording.normalised("\u{E9}." + text).dropFirst(2)
    #expect(Wording.normalised(text) == String(longer.drop { $0 == " " }), "seed \(seed)")
  }
}
