import Inquiries
import Testing

@Suite struct LogNumberingTests {
  private func places(_ lines: [LogNumbering.Line], after last: Int = 0) -> [String] {
    LogNumbering.places(of: lines, after: last).places.map { place in
      place.map { "Q\($0.question)+\($0.offset)" } ?? "-"
    }
  }

  @Test func `numbers run on from the last one issued`() {
    #expect(
      places([.init(.turn), .init(.question), .init(.turn), .init(.question)], after: 44)
        == ["Q0+1", "Q45+0", "Q45+1", "Q46+0"])
    #expect(LogNumbering.places(of: [], after: 44).next == 45)
  }

  @Test func `a number that was typed is taken, and the next follows it`() {
    #expect(
      places([.init(.question), .init(.question, typedNumber: 50), .init(.question)])
        == ["Q1+0", "Q50+0", "Q51+0"])
  }

  @Test func `stage texts and struck lines have no place and use up no number`() {
    let lines: [LogNumbering.Line] = [
      .init(.question), .init(.stage), .init(.turn, isStruck: true), .init(.turn),
      .init(.question, isStruck: true), .init(.question),
    ]
    #expect(places(lines) == ["Q1+0", "-", "-", "Q1+1", "-", "Q2+0"])
    #expect(LogNumbering.places(of: lines, after: 0).next == 3)
  }

  @Test(arguments: [("P3", "P3"), ("p12", "P12"), ("4", "OS4"), ("OS4", "OS4"), ("os4", "OS4")])
  func `a sitting has a handle`(text: String, handle: String) {
    #expect(SittingHandle(text)?.description == handle)
  }

  @Test(arguments: ["", "P", "P0", "-1", "X3", "P3x", "3.5", "P1234567890"])
  func `what names no sitting is none`(text: String) {
    #expect(SittingHandle(text) == nil)
  }

  @Test func `an instant keeps its microseconds`() {
    let instant = Instant(microseconds: 1_700_000_000_000_250)
    #expect(instant.precise == "2023-11-14T22:13:20.000250Z")
    #expect(Instant(instant.precise) == instant)
    #expect(Instant("2023-11-14T22:13:20.5Z")?.microseconds == 1_700_000_000_500_000)
    for wrong in [
      "2023-11-14T22:13:20.Z", "2023-11-14T22:13:20.1234567Z", "2023-11-14T22:13:20.xZ",
    ] {
      #expect(Instant(wrong) == nil)
    }
  }
}
