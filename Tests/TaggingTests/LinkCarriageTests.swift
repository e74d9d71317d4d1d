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

  @Test func `what was only suggested is suggested still when its words change`() {
    let whole = LinkCarriage(of: .suggested, span: nil, from: "It was late.", to: "It was early.")
    #expect(whole.status == .suggested && !whole.moves)
    let quoted = LinkCarriage(
      of: .suggested, span: 7..<11, from: "It was late.", to: "It was early.")
    #expect(quoted.status == .suggested && !quoted.moves)
    #expect(quoted.span == 7..<11 && quoted.quote == "late")
    for turn in ["It came later every year.", "It was on time."] {
      let logged = LinkCarriage(of: .suggested, span: 0..<4, logged: "late again", turn: turn)
      #expect(logged.status == .suggested)
    }
  }

  @Test func `a quote that stands twice in the new words is not guessed`() {
    let old = "late, very late"
    let carriage = LinkCarriage(of: .affirmed, span: 0..<4, from: old, to: "late, very  late")
    #expect(carriage.status == .suspect)
    #expect(!carriage.moves)
  }

  @Test func `a quote found once in the turn takes the link from the log with its status`() throws {
    let logged = "harbour 'in most years' - not last"
    let span = try #require(Wording.spans(of: "'in most years'", in: logged).first)
    let turn = "The harbour keeps it, \u{2018}in most years\u{2019}, and did not in the last."
    let carriage = LinkCarriage(of: .affirmed, span: span, logged: logged, turn: turn)
    #expect(carriage.moves)
    #expect(carriage.status == .affirmed)
    #expect(carriage.quote == "\u{2018}in most years\u{2019}")
    #expect(carriage.span == Wording.spans(of: "'in most years'", in: turn).first)
  }

  @Test func `a quote found only inside longer words moves the link as suspect`() {
    let carriage = LinkCarriage(
      of: .affirmed, span: 0..<4, logged: "late again", turn: "It came later every year.")
    #expect(carriage.moves)
    #expect(carriage.status == .suspect)
    #expect(carriage.quote == "late")
  }

  @Test(arguments: ["The boat came on time.", "It was late, and late again."])
  func `a quote that the turn has not, or twice, stays with the log`(turn: String) {
    let carriage = LinkCarriage(of: .affirmed, span: 0..<4, logged: "late again", turn: turn)
    #expect(!carriage.moves)
    #expect(carriage.status == .suspect)
    #expect(carriage.span == 0..<4)
    #expect(carriage.quote == "late")
  }

  @Test func `a link to a whole line goes only to a turn of the same wording`() {
    let same = LinkCarriage(
      of: .affirmed, span: nil, logged: "It was late - again.",
      turn: "It was late \u{2013} again.")
    #expect(same.moves)
    #expect(same.status == .affirmed)
    let other = LinkCarriage(
      of: .affirmed, span: nil, logged: "late again", turn: "It was late again.")
    #expect(!other.moves)
    #expect(other.status == .suspect)
  }

  @Test(arguments: [
    ("\u{201C}a\u{201D}\u{2014}b\u{2026}", "\"a\"-b..."), ("a\u{A0}\n b ", "a b"),
    ("e\u{301}", "\u{E9}"), ("so\u{AD}ft", "soft"),
  ])
  func `typography is evened out`(text: String, normalised: String) {
    #expect(Wording.normalised(text) == normalised)
  }

  @Test(
    arguments: [
      ("a b", 1..<2, .blank), ("a \u{A0}\n\u{200B}b", 1..<5, .blank),
      ("a\u{2060}b", 1..<2, .blank), ("so\u{AD}ft", 2..<3, .blank), ("a  b", 1..<4, nil),
      ("a - b", 2..<3, nil), ("a b", 3..<3, .outside),
    ] as [(String, Range<Int>, Wording.SpanFault?)])
  func `a span without words that are seen is none`(
    text: String, span: Range<Int>, fault: Wording.SpanFault?
  ) {
    #expect(Wording.fault(of: span, in: text) == fault)
  }

  @Test func `spans count code points, not letters or bytes`() throws {
    let text = "\u{1F468}\u{200D}\u{1F469} cafe\u{301} au lait"
    let span = try #require(Wording.spans(of: "caf\u{E9}", in: text).first)
    #expect(span == 4..<9)
    #expect(Wording.text(in: span, of: text) == "cafe\u{301}")
  }
}
