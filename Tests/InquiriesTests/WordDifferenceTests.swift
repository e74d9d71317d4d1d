import Inquiries
import Testing

@Suite struct WordDifferenceTests {
  @Test func `a run of words that was exchanged is one thing gone and one come`() {
    #expect(
      WordDifference.pieces(from: "We saw the red cat.", to: "We saw a blue cat.") == [
        .init(.same, "We saw "), .init(.gone, "the red"), .init(.come, "a blue"),
        .init(.same, " cat."),
      ])
  }

  @Test(arguments: [
    ("", ""), ("", "a"), ("a", ""), ("a b c", "a c"), ("a c", "a b c"), ("a\n\nb", "a b"),
    ("one two three four", "four three two one"), (" a", "a "), ("x x x y", "x y y x"),
  ])
  func `the pieces hold both texts, whole`(old: String, new: String) {
    let pieces = WordDifference.pieces(from: old, to: new)
    #expect(pieces.filter { $0.kind != .come }.map(\.text).joined() == old)
    #expect(pieces.filter { $0.kind != .gone }.map(\.text).joined() == new)
  }

  @Test func `both texts are whole whatever was changed`() {
    var dice = Seeded(11)
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 0..<12, using: &dice)).map { _ in
        "w\(Int.random(in: 0..<4, using: &dice))"
      }
      var new = old
      for _ in 0..<Int.random(in: 0..<4, using: &dice) where !new.isEmpty {
        new[Int.random(in: 0..<new.count, using: &dice)] = "n"
      }
      let (before, after) = (old.joined(separator: " "), new.joined(separator: " "))
      let pieces = WordDifference.pieces(from: before, to: after)
      #expect(pieces.filter { $0.kind != .come }.map(\.text).joined() == before)
      #expect(pieces.filter { $0.kind != .gone }.map(\.text).joined() == after)
    }
  }

  @Test func `a text of which nothing stays is compared in no time`() {
    let old = (0..<10_000).map { "a\($0)" }.joined(separator: " ")
    let new = (0..<10_000).map { "b\($0)" }.joined(separator: " ")
    let start = ContinuousClock.now
    #expect(WordDifference.pieces(from: old, to: new).map(\.kind) == [.gone, .come])
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}

@Suite struct WordPlaceTests {
  private func place(_ span: Range<Int>, _ old: String, _ new: String) -> Range<Int>? {
    WordDifference.place(of: span, from: old, to: new)
  }

  @Test func `a span is followed where its words and those around stayed`() {
    #expect(place(7..<11, "It was case 1.", "It was case 1.") == 7..<11)
    #expect(place(7..<11, "It was case 1.", "So it was case 1.") == 10..<14)
    #expect(place(14..<14, "It was case 1.", "So it was case 1.") == 17..<17)
  }

  @Test func `what went, may be either of two, or is between changes is not sure`() {
    #expect(place(0..<2, "It was case 1.", "So it was case 1.") == nil)
    #expect(place(11..<15, "No. It was late.", "It was late. It was late.") == nil)
    #expect(place(4..<4, "one two", "one three") == nil)
  }
}
