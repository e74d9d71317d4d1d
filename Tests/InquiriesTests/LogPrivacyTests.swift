import Inquiries
import Testing

@Suite struct LogPrivacyTests {
  /// Lines as they arrive: whose, by id, and what.
  private struct Typed {
    let id: String
    let by: String
    let at: Int
    var text = "Words."
    var isPrivate = false
    var isStruck = false
  }

  /// Which lines were said in private, in the order in which they stand, and which logs are
  /// in private at the end.
  private func read(_ typed: [Typed]) -> (hidden: [String], open: [String]) {
    let lines = typed.enumerated().map { index, line in
      LogLine(
        id: line.id, ordinal: index + 1, at: Instant(microseconds: Int64(line.at)),
        kind: line.text == "Words." ? .turn : .stage, question: nil, offset: nil,
        typedNumber: nil, person: nil, speaker: nil, text: line.text, isStarred: false,
        isPromised: false, isPrivate: line.isPrivate, isStruck: line.isStruck,
        loggedBy: line.by, revision: 1)
    }.sorted { ($0.at, $0.ordinal) < ($1.at, $1.ordinal) }
    let hidden = zip(lines, LogPrivacy.flags(of: lines)).filter(\.1).map(\.0.id)
    let open = LogPrivacy.runsInPrivate(lines.map { LogPrivacy.Step($0) })
      .map { "\($0.loggedBy) \($0.id)" }
    return (hidden, open.sorted())
  }

  private let ends = LogPrivacy.mark(false)

  @Test func `a second machine of the same person ends nothing of the first`() {
    let (hidden, open) = read([
      Typed(id: "m5-1", by: "Ann", at: 1), Typed(id: "m5-2", by: "Ann", at: 2, isPrivate: true),
      Typed(id: "m6-1", by: "Ann", at: 3),
      Typed(id: "m5-3", by: "Ann", at: 4, text: ends), Typed(id: "m6-2", by: "Ann", at: 5),
    ])
    #expect(hidden == ["m5-2", "m6-1"])
    #expect(open == [])
  }

  @Test func `what was left in private is ended where the person went on`() {
    let crashed = [
      Typed(id: "a-1", by: "Ann", at: 1, isPrivate: true), Typed(id: "b-1", by: "Ann", at: 2),
    ]
    #expect(read(crashed).hidden == ["a-1", "b-1"])
    #expect(read(crashed).open == ["Ann a"])
    let ended =
      crashed + [
        Typed(id: "b-2", by: "Ann", at: 3, text: ends), Typed(id: "b-3", by: "Ann", at: 4),
      ]
    #expect(read(ended).hidden == ["a-1", "b-1"])
    #expect(read(ended).open == [])
  }

  @Test func `nobody ends what somebody else has in private`() {
    let (hidden, open) = read([
      Typed(id: "a-1", by: "Ann", at: 1, isPrivate: true), Typed(id: "b-1", by: "Bea", at: 2),
      Typed(id: "b-2", by: "Bea", at: 3, text: ends), Typed(id: "b-3", by: "Bea", at: 4),
    ])
    #expect(hidden == ["a-1", "b-1", "b-2", "b-3"])
    #expect(open == ["Ann a"])
  }

  @Test func `a time that was typed ahead neither ends what is private nor makes it public`() {
    let (hidden, open) = read([
      Typed(id: "a-1", by: "Ann", at: 90), Typed(id: "a-2", by: "Ann", at: 2, isPrivate: true),
      Typed(id: "b-1", by: "Bea", at: 80), Typed(id: "a-3", by: "Ann", at: 4, isPrivate: true),
      Typed(id: "b-2", by: "Bea", at: 95),
    ])
    #expect(hidden == ["a-2", "a-3", "b-1", "b-2"])
    #expect(open == ["Ann a"])
  }

  @Test func `a struck line keeps private what was said, and a struck end ends nothing`() {
    let (hidden, open) = read([
      Typed(id: "a-1", by: "Ann", at: 1, isPrivate: true, isStruck: true),
      Typed(id: "a-2", by: "Ann", at: 2, text: ends, isStruck: true),
      Typed(id: "b-1", by: "Bea", at: 3),
    ])
    #expect(hidden == ["a-1", "b-1"])
    #expect(open == ["Ann a"])
  }
}
