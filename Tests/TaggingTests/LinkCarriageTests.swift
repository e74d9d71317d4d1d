import Inquiries
import Tagging
import Testing

@Suite struct LinkCarriageTests {
  @Test func `a change of typography carries the link and moves its span`() throws {
    let old = "He said: 'help came late' - and left."
    let new = "He  said: \u{2018}help came late\u{2019} \u{2013} and left."
    let span = try #require(Wording.spans(of: "help came late", in: old).first)
    let carriage = LinkCarriage(of: .affirmed, span: span, from: old, to: new)
    #expect(carriage.moves)
    #expect(carriage.status == .affirmed)
    #expect(carriage.quote == "help came late")
    #expect(carriage.span == span.lowerBound + 1..<span.upperBound + 1)
  }

  @Test func `a change of wording makes the link suspect where it stands`() {
    let carriage = LinkCarriage(of: .affirmed, span: nil, from: "It was late.", to: "It was early.")
    #expect(carriage.status == .suspect)
    #expect(!carriage.moves)
  }

  @Test func `a quote that stands twice in the new words is not guessed`() {
    let old = "late, very late"
    let carriage = LinkCarriage(of: .affirmed, span: 0..<4, from: old, to: "late, very  late")
    #expect(carriage.status == .suspect)
    #expect(!carriage.moves)
  }

  @Test(arguments: [
    ("\u{201C}a\u{201D}\u{2014}b\u{2026}", "\"a\"-b..."), ("a\u{A0}\n b ", "a b"),
    ("e\u{301}", "\u{E9}"), ("so\u{AD}ft", "soft"),
  ])
  func `typography is evened out`(text: String, normalised: String) {
    #expect(Wording.normalised(text) == normalised)
  }

  @Test func `spans count code points, not letters or bytes`() throws {
    let text = "\u{1F468}\u{200D}\u{1F469} cafe\u{301} au lait"
    let span = try #require(Wording.spans(of: "caf\u{E9}", in: text).first)
    #expect(span == 4..<9)
    #expect(Wording.text(in: span, of: text) == "cafe\u{301}")
  }
}
