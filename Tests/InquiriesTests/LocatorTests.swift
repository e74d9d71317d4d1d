import Inquiries
import Testing

private func outline(_ parts: [Int]) -> ParagraphNumber { ParagraphNumber(parts) ?? 1 }

@Suite struct LocatorTests {
  @Test(arguments: [
    ("Q45", "", Locator.questions(45...45)),
    ("Q45-48", "", .questions(45...48)),
    ("Q45–48", "", .questions(45...48)),
    ("Q45-Q48", "", .questions(45...48)),
    ("q45", "", .questions(45...45)),
    ("Q45", ", Chris Hayward", .questions(45...45, speaker: "Chris Hayward")),
    ("Q45-48", ",  The\u{A0}Chair ", .questions(45...48, speaker: "The Chair")),
    ("Q45+2", "", .turn(question: 45, offset: 2)),
    ("OS3", ", Q0+1", .turn(session: 3, question: 0, offset: 1)),
    ("OS3", ", Q45", .questions(45...45, session: 3)),
    ("OS3", ", Q45–46, Dr Stark", .questions(45...46, session: 3, speaker: "Dr Stark")),
    ("OS6", "", .session(6)),
    ("OS6", ", point 3", .points(session: 6, 3...3)),
    ("OS6", ", points 3-5", .points(session: 6, 3...5)),
    ("OS6", ", Points 3 – 5", .points(session: 6, 3...5)),
    ("OS6-summary", ", point 3", .points(session: 6, 3...3, of: .summary)),
    ("OS6-note", "", .session(6, of: .note)),
    ("CTI0012", "", .whole("CTI0012")), ("cti0012", "", .whole("CTI0012")),
    ("CTI0012", ", para. 3", .paragraphs("CTI0012", 3...3)),
    ("CTI0012", ", paras 3–5", .paragraphs("CTI0012", 3...5)),
    ("CTI0012", " paragraph 3", .paragraphs("CTI0012", 3...3)),
    ("OSX0012", ", Para 3", .paragraphs("OSX0012", 3...3)),
    ("QAB0012", "", .whole("QAB0012")), ("D3", "", .whole("D3")), ("s2", "", .whole("S2")),
    ("D3", ", para 2.17", .paragraphs("D3", outline([2, 17])...outline([2, 17]))),
    ("D3", " paras. 2.9–4.3.1", .paragraphs("D3", outline([2, 9])...outline([4, 3, 1]))),
    ("D3", ", para 12", .paragraphs("D3", 12...12)), ("D3", ", p. 14", .pages("D3", 14...14)),
    ("D3", ", pages 14–16", .pages("D3", 14...16)),
    ("S2-Q4", "", .answers(survey: "S2", question: "Q4")),
    ("S2-Q7a", ", answer yes", .answers(survey: "S2", question: "Q7a", option: "yes")),
  ])
  func `a reference is read as its author means it`(
    key: String, suffix: String, expected: Locator
  ) {
    #expect(Locator.read(key: key, suffix: suffix) == .success(expected))
  }

  @Test(arguments: [
    ("CTI012", ""), ("CTI00123", ""), ("CTI0012", ", page 3"), ("CTI0012", ", para"),
    ("CTI0012", ", paras 5-3"), ("CTI0012", ", para 3 and 4"), ("S2Q4", ""), ("S0", ""),
    ("D3x", ""), ("S2-", ""),
    ("S2-Q4", ", answer"), ("S2-Q4", ", yes"), ("S2", ", page 3"), ("D3", ", page 0"),
    ("Question45", ""),
    ("OS", ""), ("", ""), ("Q", ""),
    ("Q9999999999", ""), ("OS6x", ""), ("OS0", ""), ("Q0", ""), ("Q0+0", ""), ("Q48-45", ""),
    ("Q45-", ""), ("Q45+", ""), ("Q45x", ""), ("Q45", " – 48"), ("Q45", " and more"),
    ("Q45", ","), ("Q45+2", ", Chris Hayward"), ("OS6", ", page 3"), ("OS6", ", point"),
    ("OS6", ", point 3, line 2"), ("OS6", ", points 5-3"), ("OS6", " point 3"),
    ("OS6-summary", ", Q45"), ("Q٤٥", ""), ("OS6", ", point 3 and 4"),
  ])
  func `what cannot be read is a failure with a sentence`(key: String, suffix: String) throws {
    let failure = try #require(Locator.read(key: key, suffix: suffix).failure)
    #expect(failure.description.hasSuffix("."))
  }

  @Test func `a kind that is not known is unknown, not nonsense`() {
    #expect(Locator.read(key: "X2-Q4", suffix: "").failure == .unknownKind("X2-Q4"))
  }

  @Test func `what is left over is told with what was read`() {
    #expect(
      Locator.read(key: "Q45", suffix: " – 48").failure
        == .leftOver("– 48", read: .questions(45...45)))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `a locator printed and read again is the same`(seed: UInt64) {
    var dice = Seeded(seed)
    for _ in 0..<2_000 {
      let locator = randomLocator(&dice)
      let text = locator.description
      let comma = text.firstIndex(of: ",") ?? text.endIndex
      let read = Locator.read(key: String(text[..<comma]), suffix: String(text[comma...]))
      #expect(read == .success(locator), "seed \(seed): \(text)")
    }
  }

  @Test(arguments: [UInt64(4), 5])
  func `no words at all make the reader fall over`(seed: UInt64) {
    var dice = Seeded(seed)
    let letters = Array("QOSqos0123456789+-–,. pointsummary\u{A0}é@;")
    for _ in 0..<5_000 {
      let key = String(
        (0..<Int.random(in: 0...9, using: &dice)).map { _ in
          letters.randomElement(using: &dice) ?? " "
        })
      let suffix = String(
        (0..<Int.random(in: 0...12, using: &dice)).map { _ in
          letters.randomElement(using: &dice) ?? " "
        })
      guard case .success(let locator) = Locator.read(key: key, suffix: suffix) else { continue }
      let text = locator.description
      let comma = text.firstIndex(of: ",") ?? text.endIndex
      #expect(
        Locator.read(key: String(text[..<comma]), suffix: String(text[comma...]))
          == .success(locator), "seed \(seed): “\(key)” “\(suffix)”")
    }
  }

  private func randomLocator(_ dice: inout Seeded) -> Locator {
    let first = Int.random(in: 1...999, using: &dice)
    let range =
      first...(first + (Bool.random(using: &dice) ? 0 : Int.random(in: 1...40, using: &dice)))
    let session = Bool.random(using: &dice) ? nil : Int.random(in: 1...40, using: &dice)
    let kind: SourceKind? =
      Bool.random(using: &dice)
      ? nil : [.transcript, .note, .summary, .log].randomElement(using: &dice)
    switch Int.random(in: 0...8, using: &dice) {
    case 4: return .whole(["CTI0012", "D3", "S2"].randomElement(using: &dice) ?? "D1")
    case 6: return .pages("D\(first)", range)
    case 7: return .answers(survey: "S\(first)", question: "Q\(range.upperBound)b")
    case 8: return .answers(survey: "S\(first)", question: "Q1", option: "don’t know, or 3")
    case 5:
      let low = outline(Bool.random(using: &dice) ? [first] : [first, 9])
      let high = outline([range.upperBound, range.upperBound % 7 + 10])
      return .paragraphs("ABC0\(100 + first % 900)", low...high)
    case 0:
      let speaker =
        [nil, "Chris Hayward", "The Chair", "Dr O’Neill"].randomElement(using: &dice) ?? nil
      return .questions(range, session: session, speaker: speaker)
    case 1:
      return .turn(
        session: session, question: first - 1, offset: Int.random(in: 1...9, using: &dice))
    case 2: return .points(session: session ?? 1, range, of: kind)
    default: return .session(session ?? 1, of: kind)
    }
  }

  @Test func `a place in a source names a passage for staff, and cites nothing`() {
    let position = PassagePosition("OS1-note, passage 12")
    #expect(position == PassagePosition(reference: "OS1-note", ordinal: 12))
    #expect(position?.description == "OS1-note, passage 12")
    for text in ["OS1, point 3", "Q45", "OS1, passage 0", "OS1, passage x", "OS1, passage", ""] {
      #expect(PassagePosition(text) == nil, "\(text)")
    }
    for text in ["OS1, passage 6", "CTI0012, passage 6"] {
      #expect(throws: LocatorFailure.self) { try Locator.read(evened: text).get() }
    }
  }
}

extension Result {
  /// The failure, if it is one.
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
