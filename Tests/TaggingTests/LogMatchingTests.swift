import Tagging
import Testing

@Suite struct LogMatchingTests {
  private func line(_ speaker: String?, _ text: String, _ question: Int? = nil)
    -> LogMatching.Logged
  {
    .init(question: question, speaker: speaker, text: text)
  }

  private func turn(_ speaker: String?, _ text: String, _ question: Int? = nil)
    -> LogMatching.Turn
  {
    .init(question: question, speaker: speaker, text: text)
  }

  private var turns: [LogMatching.Turn] {
    [
      turn("Ada Quill", "Good morning. Who keeps the winter timetable?", 1),
      turn("Eve Umber", "The harbour does, in most years, with the pilots."),
      turn("Ada Quill", "And who pays for it?", 2),
      turn("Eve Umber", "The county paid until the grant ended in 2014."),
      turn("Finn J Vale", "Since then nobody has paid."),
    ]
  }

  @Test func `lines find their turns by speaker, number and order`() {
    let log = [
      line("Ada Quill", "who keeps timetable", 1), line("Eve Umber", "harbour, most years"),
      line("Ada Quill", "pays?", 2), line("Eve Umber", "county until 2014"),
      line("Finn J Vale", "nobody since"),
    ]
    #expect(LogMatching.turns(of: log, in: turns) == [0, 1, 2, 3, 4])
  }

  @Test func `a name is compared without its case, full stops and blanks`() {
    let log = [line("FINN J.  VALE", "nothing alike")]
    #expect(LogMatching.turns(of: log, in: turns) == [4])
  }

  @Test func `what was not logged and what was not printed stay without`() {
    let log = [
      line("Ada Quill", "who keeps timetable", 1), line(nil, "bell rings, five minutes"),
      line("Eve Umber", "county paid, grant ended 2014"), line("Gail West", "I was not there"),
    ]
    #expect(LogMatching.turns(of: log, in: turns) == [0, nil, 3, nil])
  }

  @Test func `two turns that fit equally are no match`() {
    #expect(LogMatching.turns(of: [line("Eve Umber", "")], in: turns) == [nil])
    let echo = [turn("Ada Quill", "Thank you."), turn("Ada Quill", "Thank you.")]
    #expect(LogMatching.turns(of: [line("Ada Quill", "thank you")], in: echo) == [nil])
    #expect(
      LogMatching.turns(
        of: [line("Ada Quill", "thank you"), line("Ada Quill", "thank you")], in: echo)
        == [0, 1])
  }

  @Test func `lines in a row of one speaker may be one turn`() {
    let log = [
      line("Eve Umber", "harbour does"), line("Eve Umber", "with pilots"),
      line("Ada Quill", "who pays", 2),
    ]
    #expect(LogMatching.turns(of: log, in: turns) == [1, 1, 2])
  }

  @Test func `numbers that are all off by one still find their turns`() {
    let printed = (1...9).map { turn("Ada Quill", "About \(Self.words[$0])?", $0 + 1) }
    let log = (1...9).map { line("Ada Quill", $0 % 3 == 0 ? "?" : Self.words[$0], $0) }
    #expect(LogMatching.turns(of: log, in: printed) == (0...8).map { $0 })
  }

  @Test func `a missed question shifts the numbers from there on`() {
    let printed = (1...30).map { turn("Ada Quill", "About \(Self.words[$0 % 20]) \($0)?", $0) }
    let log = (1...30).filter { $0 != 12 }.map {
      line("Ada Quill", "\(Self.words[$0 % 20])", $0 < 12 ? $0 : $0 - 1)
    }
    #expect(
      LogMatching.turns(of: log, in: printed) == (1...30).filter { $0 != 12 }.map { $0 - 1 })
  }

  @Test func `nothing matches nothing`() {
    #expect(LogMatching.turns(of: [], in: turns) == [])
    #expect(LogMatching.turns(of: [line("Ada Quill", "a")], in: []) == [nil])
  }

  @Test(arguments: UInt64(1)...20)
  func `matches never cross, keep speakers apart and find most lines of a real log`(
    seed: UInt64
  ) {
    print("log matching, seed \(seed)")
    var dice = SeededGenerator(seed: seed)
    var question = 0
    let printed = (0..<200).map { index in
      let isAsked = index == 0 || Int.random(in: 0..<3, using: &dice) == 0
      if isAsked { question += 1 }
      let name = (isAsked ? Self.members : Self.witnesses).randomElement(using: &dice)
      // Six hundred words, so that most turns share none.
      let text = (0..<25).map { _ in
        (Self.words.randomElement(using: &dice) ?? "a") + "\(Int.random(in: 1...20, using: &dice))"
      }
      return turn(name, text.joined(separator: " "), isAsked ? question : nil)
    }
    var log: [LogMatching.Logged] = []
    var truth: [Int] = []
    var missed = 0
    for (index, turn) in printed.enumerated() {
      if Int.random(in: 0..<8, using: &dice) == 0 {
        if turn.question != nil { missed += 1 }
        continue
      }
      let words = turn.text.split(separator: " ").filter { _ in
        Int.random(in: 0..<3, using: &dice) == 0
      }
      let speaker = Int.random(in: 0..<10, using: &dice) == 0 ? nil : turn.speaker
      log.append(
        .init(
          question: turn.question.map { $0 - missed }, speaker: speaker,
          text: words.joined(separator: " ")))
      truth.append(index)
    }
    let found = LogMatching.turns(of: log, in: printed)
    let placed = found.compactMap { $0 }
    #expect(zip(placed, placed.dropFirst()).allSatisfy { $0 <= $1 })
    for (line, turn) in zip(log, found) {
      guard let turn, let name = line.speaker else { continue }
      #expect(printed[turn].speaker == name)
    }
    let right = zip(found, truth).count { $0 == $1 }
    let wrong = zip(found, truth).count { $0 != nil && $0 != $1 }
    #expect(right * 10 >= log.count * 9, "\(right) of \(log.count), seed \(seed)")
    #expect(wrong * 50 <= log.count, "\(wrong) of \(log.count), seed \(seed)")
  }

  static let members = ["Ada Quill", "Beth Rowan", "Carl Stone"]
  static let witnesses = ["Eve Umber", "Finn J Vale"]
  static let words = [
    "lamp", "harbour", "ferry", "tide", "keeper", "winter", "light", "boats", "pilot", "grant",
    "county", "storm", "timetable", "island", "doctor", "school", "fuel", "crossing", "price",
    "engine", "crew", "anchor", "signal", "chart", "cargo", "bridge", "wages", "night", "rescue",
    "current",
  ]
}

/// SplitMix64: small, and the same everywhere for one seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
