import Papers
import Testing

struct TranscriptConservationTests {
  private let text = TranscriptFixture.text(body: [
    "Q7 Chair: Well?", "Eve Umber: Yes.", "12", "\u{0C}No.",
  ])

  /// Reads the fixture, lets a test spoil the result, and asks what is lost.
  private func lost(after spoil: (inout Transcript) -> Void) throws -> [Int] {
    let paper = try paper(text)
    var transcript = try TranscriptReader.read(paper, fileName: "a.txt")
    spoil(&transcript)
    return transcript.lostLines(of: paper)
  }

  @Test func `a whole transcript has lost nothing`() throws {
    #expect(try lost { _ in } == [])
    #expect(try lost { $0.turns[0].text = "  Well ?" } == [])
  }

  @Test func `a turn that is gone, changed, moved or doubled is seen`() throws {
    #expect(try lost { $0.turns.removeLast() } == [29, 33])
    #expect(try !lost { $0.turns[1].text += "!" }.isEmpty)
    #expect(try !lost { $0.turns[0].lead = "" }.isEmpty)
    #expect(try !lost { $0.turns.swapAt(0, 1) }.isEmpty)
    #expect(try !lost { $0.turns.append($0.turns[1]) }.isEmpty)
  }

  @Test func `a header or unplaced line that is gone, changed or doubled is seen`() throws {
    #expect(try Set(lost { $0.unplaced[0].text = "13" }) == [31])
    #expect(try lost { $0.header.lines.append($0.header.lines[0]) } == [1])
    #expect(try !lost { $0.header.lines.removeLast() }.isEmpty)
    #expect(
      try lost { $0.unplaced.append(.init(line: 999, text: "x", reason: .heading)) } == [999])
  }
}
