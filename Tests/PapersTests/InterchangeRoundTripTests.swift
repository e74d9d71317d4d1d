import Foundation
import Papers
import Testing

private let samples = ProcessInfo.processInfo.environment["INQUIRY_SAMPLES"]

extension Transcript {
  /// What an export says of it: people and passages, not where they stood.
  var exported: Transcript {
    var plain = self
    plain.header = TranscriptHeader()
    plain.turns = turns.map { turn in
      var turn = turn
      (turn.line, turn.lead) = (0, "")
      turn.footnotes = turn.footnotes.map { Footnote(text: $0.text, line: 0) }
      return turn
    }
    (plain.unplaced, plain.remarks) = ([], [])
    return plain
  }

  /// Its header without the lines.
  var facts: TranscriptHeader {
    var facts = header
    facts.lines = []
    return facts
  }
}

private let name = TranscriptName(body: "Lamps & Ferries Committee", number: 3, reference: "OS3")

/// Writes a transcript and reads it again.
private func again(_ transcript: Transcript, _ format: TranscriptFormat) throws -> Transcript {
  let bytes = try format.write(transcript, name: name)
  let fileName = "t.\(format.fileExtension)"
  if let read = try TranscriptFormat.read(bytes, fileName: fileName) { return read }
  return try TranscriptReader.read(
    try PaperReader.read(bytes, fileName: fileName), fileName: fileName)
}

struct InterchangeRoundTripTests {
  @Test(arguments: UInt64(1)...60, [TranscriptFormat.akn, .json, .csv])
  func `a transcript comes back as it went out`(seed: UInt64, format: TranscriptFormat) throws {
    print("interchange, seed \(seed)")
    var dice = TranscriptDice(seed: seed)
    let transcript = dice.transcript()
    let read = try again(transcript, format)
    let comment = Comment(rawValue: "seed \(seed)")
    #expect(read.exported.turns.count == transcript.turns.count, comment)
    for (read, written) in zip(read.exported.turns, transcript.exported.turns) {
      #expect(read == written, comment)
    }
    #expect(read.members == transcript.members, comment)
    #expect(read.panels == transcript.panels, comment)
    #expect(read.facts == transcript.facts, comment)
    #expect(read.unplaced == [], comment)
  }

  @Test(arguments: UInt64(1)...40)
  func `what the layouts can print comes back as text too`(seed: UInt64) throws {
    print("interchange text, seed \(seed)")
    var printer = TranscriptPrinter(seed: seed)
    var printed = try TranscriptReader.read(
      try PaperReader.read(Array(printer.text().utf8), fileName: "p.txt"), fileName: "p.txt")
    var dice = TranscriptDice(seed: seed)
    for place in printed.turns.indices where printed.turns[place].kind == .speech {
      printed.turns[place].footnotes = dice.footnotes().map {
        Footnote(text: $0.text[...].split(separator: /\s+/).joined(separator: " "), line: 0)
      }
    }
    let read = try again(printed, .text)
    let comment = Comment(rawValue: "seed \(seed)")
    #expect(read.exported.turns == printed.exported.turns, comment)
    #expect(read.members == printed.members, comment)
    #expect(read.facts == printed.facts, comment)
  }

  @Test func `a second export has the bytes of the first`() throws {
    var dice = TranscriptDice(seed: 7)
    let transcript = dice.transcript()
    for format in TranscriptFormat.allCases {
      #expect(
        try format.write(transcript, name: name) == format.write(transcript, name: name))
    }
  }
}

// LOUD: THESE TESTS DO NOT RUN UNLESS INQUIRY_SAMPLES NAMES THE SAMPLES.
@Suite(.enabled(if: samples != nil, "INQUIRY_SAMPLES is not set: no real transcript was exported"))
struct InterchangeSamplesTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: try #require(samples)).appending(path: path)))
  }

  @Test(
    arguments: [
      "lords-oral-evidence/2024-05-08-session-14929.docx",
      "lords-oral-evidence/2024-05-22-session-14931.docx",
      "lords-oral-evidence/2024-09-04-session-14923.docx",
      "transcript-excerpts/5-procedure-2010-11-10-Q1-hard-wrapped.txt",
      "statutory-inquiry-transcripts/2023-06-16.docx",
      "statutory-inquiry-transcripts/2023-07-13.docx",
    ], TranscriptFormat.allCases)
  func `a real transcript comes back as it went out`(
    path: String, format: TranscriptFormat
  ) throws {
    let read = try TranscriptReader.read(
      try PaperReader.read(try bytes(path), fileName: path), fileName: path)
    let again = try again(read, format)
    #expect(again.exported.turns.count == read.turns.count)
    #expect(again.exported.turns == read.exported.turns)
    #expect(again.members == read.members)
    // The text numbers panels that have no numeral.
    #expect(again.panels == read.panels || format == .text && !path.hasPrefix("statutory"))
  }

  @Test func `the official debate is read whole`() throws {
    let bytes = try bytes("akoma-ntoso/ke_Debate_Bungeni_2011-06-10.xml")
    let read = try #require(try TranscriptFormat.read(bytes, fileName: "ke.xml"))
    try InterchangeInk.expectWhole(read, bytes: bytes)
    #expect(read.turns.count { $0.kind == .speech } == 11)
    #expect(read.header.date == PrintedDay(year: 2011, month: 6, day: 10))
    #expect(read.header.title == "SECOND MEETING, 2011")
    #expect(read.panels.map { $0.witnesses.map(\.name) } == [["Mr. Eta"]])
    #expect(read.turns.contains { $0.label == "Mr. Kappa" && $0.speaker == "Mr. Kappa" })
    let codes = Set(read.remarks.map(\.code))
    #expect(
      codes.isSuperset(of: ["akoma_ntoso_namespace", "speaker_is_role", "people_from_markup"]))
    #expect(try again(read, .akn).exported == read.exported)
  }
}

/// Throws together a transcript that no layout need be able to print.
struct TranscriptDice {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func transcript() -> Transcript {
    var header = TranscriptHeader()
    header.committeeName = pick(["Lamps & Ferries Committee", nil])
    header.title = pick(["Lamps at sea", "Light", nil])
    header.paperNumber = pick(["HC 83", nil])
    header.date = pick([PrintedDay(year: 2021, month: 5, day: 4), nil])
    header.startTime = pick([PrintedTime(hour: 14, minute: 5), nil])
    header.evidenceSessionNumber = 3
    header.isHeardInPublic = pick([true, false, nil])
    header.stage = pick([.corrected, .uncorrected, nil])
    let members = (0..<Int.random(in: 0...4, using: &random)).map {
      MemberPresent(name: "Member <\($0)> “O’\($0)”", isChair: $0 == 0)
    }
    let panels = (0..<Int.random(in: 0...3, using: &random)).map { panel in
      PanelHeard(
        ordinal: panel + 1, numeral: pick([["I", "II", "III"][panel], nil]),
        witnesses: (0..<Int.random(in: 1...3, using: &random)).map {
          WitnessListed(
            name: "Witness \(panel)-\($0), KC", role: pick(["=Head, of; it", "Pilot & co", nil]),
            organisation: pick(["A \"B\" Ltd", "-", nil]))
        })
    }
    var number = Int.random(in: 1...300, using: &random)
    header.printedRange = pick([number...(number + 40), nil])
    var turns = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      turn(members: members, panels: panels, number: &number)
    }
    turns.append(Turn(kind: .speech, label: "Ada: Q", text: "", line: 0))
    return Transcript(
      header: header, members: members, panels: panels, turns: turns, unplaced: [], remarks: [])
  }

  private mutating func turn(
    members: [MemberPresent], panels: [PanelHeard], number: inout Int
  ) -> Turn {
    let panel =
      panels.isEmpty ? nil : pick([nil, Int.random(in: 1...panels.count, using: &random)])
    guard Int.random(in: 0..<5, using: &random) > 0 else {
      return Turn(kind: .stage, text: paragraphs(), line: 0, panel: panel)
    }
    let names = members.map(\.name) + panels.flatMap { $0.witnesses.map(\.name) }
    let isChair = Int.random(in: 0..<4, using: &random) == 0
    number += 1
    return Turn(
      kind: .speech, questionNumber: pick([number, nil]),
      label: isChair ? "The Chair" : pick(["=Ada", "Lord A & B", "@x", "'=y", "Jo", nil]),
      speaker: pick([names.randomElement(using: &random), nil]), isChair: isChair,
      text: paragraphs(), line: 0, panel: panel, footnotes: footnotes())
  }

  /// A note with the people and header of a transcript.
  mutating func note() -> Note {
    let transcript = transcript()
    var header = transcript.header
    header.printedRange = nil
    var number = 0
    let points = (0..<Int.random(in: 1...20, using: &random)).map { _ in
      number += pick([1, 1, 1, 1, 2, 7])
      let words = paragraphs()
      return Note.Point(
        number: number, lead: "", text: words.contains { !$0.isWhitespace } ? words : "x", line: 0,
        footnotes: footnotes())
    }
    return Note(
      header: header, isSummary: pick([true, false, nil]),
      agreedOn: pick([PrintedDay(year: 2021, month: 6, day: 1), nil]),
      members: transcript.members, panels: transcript.panels, points: points, unplaced: [],
      remarks: [])
  }

  /// Mostly none.
  mutating func footnotes() -> [Footnote] {
    (0..<max(0, Int.random(in: -3...2, using: &random))).map { number in
      Footnote(text: "Note \(number) [of it]: \(paragraphs())" + pick(["]", "", "."]), line: 0)
    }
  }

  private mutating func paragraphs() -> String {
    (0...Int.random(in: 0...2, using: &random)).map { _ in
      (0...Int.random(in: 0...6, using: &random)).map { _ in
        pick([
          "lamp", "=1+1", "a  b", "tab\tbed", "two\nlines", "<b>&amp;", "“so”", "\u{A0}é", "]]>",
          "-x", "\"q\"", "Q4", "a,b", "'", "🕯️", "x \n y",
        ])
      }.joined(separator: " ")
    }.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n\n")
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }
}
