import Foundation
import Papers
import Testing

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

struct TranscriptPropertyTests {
  @Test(arguments: UInt64(1)...60)
  func `a transcript printed from turns reads back as those turns`(seed: UInt64) throws {
    print("transcript property, seed \(seed)")
    var printer = TranscriptPrinter(seed: seed)
    let text = printer.text()
    let paper = try PaperReader.read(Array(text.utf8), fileName: "p.txt")
    let read = try TranscriptReader.read(paper, fileName: "p.txt")
    let comment = Comment(rawValue: "seed \(seed)")
    #expect(read.lostLines(of: paper) == [], comment)
    #expect(read.turns.map(\.questionNumber) == printer.turns.map(\.number), comment)
    #expect(read.turns.map(\.speaker) == printer.turns.map(\.speaker), comment)
    #expect(read.turns.map(\.text) == printer.turns.map(\.text), comment)
    #expect(read.turns.map(\.isChair) == printer.turns.map(\.isChair), comment)
    #expect(read.members.map(\.name) == printer.members, comment)
    #expect(read.panels.map { $0.witnesses.map(\.name) } == [printer.witnesses], comment)
    #expect(read.header.printedRange == printer.range, comment)
    #expect(read.unplaced.isEmpty, comment)
  }

  @Test(arguments: UInt64(1)...60)
  func `a damaged transcript loses no character or is refused`(seed: UInt64) throws {
    print("damaged transcript, seed \(seed)")
    var printer = TranscriptPrinter(seed: seed)
    var characters = Array(printer.text())
    let stray: [Character] = [" ", "\n", "Q", ":", "(", "7", "\u{A0}", ".", "é", "\r\n", "]"]
    for _ in 0..<40 {
      let place = Int.random(in: characters.indices, using: &printer.random)
      switch Int.random(in: 0..<3, using: &printer.random) {
      case 0: characters.remove(at: place)
      case 1: characters[place] = stray.randomElement(using: &printer.random) ?? " "
      default:
        characters.insert(stray.randomElement(using: &printer.random) ?? " ", at: place)
      }
    }
    do {
      let paper = try PaperReader.read(Array(String(characters).utf8), fileName: "p.txt")
      let read = try TranscriptReader.read(paper, fileName: "p.txt")
      #expect(read.lostLines(of: paper) == [], Comment(rawValue: "seed \(seed)"))
    } catch {
      #expect(error.code != "text_lost", Comment(rawValue: "seed \(seed): \(error)"))
    }
  }
}

/// Prints a random session in one of the layouts of the two Houses.
struct TranscriptPrinter {
  struct Spoken {
    var number: Int?
    var speaker: String
    var isChair: Bool
    var text: String
  }

  var random: SeededGenerator
  private(set) var turns: [Spoken] = []
  private(set) var members: [String] = []
  private(set) var witnesses: [String] = []
  private(set) var range = 1...1

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func text() -> String {
    let isLords = Bool.random(using: &random)
    members = Array((isLords ? Self.lords : Self.commons).shuffled(using: &random).prefix(4))
    witnesses = Array(Self.people.shuffled(using: &random).prefix(2))
    let first = Int.random(in: 1...300, using: &random)
    makeTurns(from: first)
    let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    let gap = Bool.random(using: &random) ? lineEnd + lineEnd : lineEnd
    let lines = header(isLords: isLords) + turns.flatMap { printed($0, isLords: isLords) }
    return lines.joined(separator: gap)
  }

  private mutating func makeTurns(from first: Int) {
    var number = first
    for index in 0..<Int.random(in: 5...40, using: &random) {
      let speaker = (members + witnesses).randomElement(using: &random) ?? members[0]
      let isNumbered = index == 0 || Int.random(in: 0..<3, using: &random) == 0
      let paragraphs = (0...Int.random(in: 0...2, using: &random)).map { _ in sentence() }
      turns.append(
        Spoken(
          number: isNumbered ? number : nil, speaker: speaker, isChair: speaker == members[0],
          text: paragraphs.joined(separator: "\n\n")))
      if isNumbered { number += 1 }
    }
    range = first...(number - 1)
  }

  private mutating func header(isLords: Bool) -> [String] {
    let dash = ["-", " - ", "–", " – "].randomElement(using: &random) ?? "-"
    let list = members.enumerated().map {
      $0 == 0 ? "\($1) (\(isLords ? "The Chair" : "Chair"))" : $1
    }
    let questions = "Questions \(damaged("\(range.lowerBound)"))\(dash)\(range.upperBound)"
    return [
      damaged("Lamps Committee"), "\(damaged("Oral evidence")): Lamps at sea", "4 May 2021",
      "\(damaged("Members present")): \(list.joined(separator: "; ")).",
      isLords ? "Evidence Session No. 3 Heard in Public \(questions)" : questions,
      damaged("Witnesses"),
      "I: " + witnesses.map { "\($0), Keeper, Lamp House" }.joined(separator: "; and ") + ".",
      "\(damaged("Examination of witnesses"))", witnesses.joined(separator: " and ") + ".",
    ]
  }

  private mutating func printed(_ turn: Spoken, isLords: Bool) -> [String] {
    var label = damaged(turn.speaker)
    if turn.isChair { label = isLords ? "The Chair" : "Chair" }
    let parting = ["  ", " ", "\t", "\u{A0}", "\u{A0} "].randomElement(using: &random) ?? " "
    let number = turn.number.map { "Q\(damaged("\($0)"))\(parting)" } ?? ""
    var paragraphs = turn.text.components(separatedBy: "\n\n")
    paragraphs[0] = "\(number)\(label): \(paragraphs[0])"
    return paragraphs
  }

  /// One blank in the middle of a word, one time in four.
  private mutating func damaged(_ words: String) -> String {
    guard words.count > 1, Int.random(in: 0..<4, using: &random) == 0 else { return words }
    let offset = Int.random(in: 1..<words.count, using: &random)
    let place = words.index(words.startIndex, offsetBy: offset)
    return words[..<place] + " " + words[place...]
  }

  private mutating func sentence() -> String {
    let opening = Self.openings.randomElement(using: &random) ?? "Yes,"
    let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Self.words.randomElement(using: &random) ?? "lamp"
    }
    return "\(opening) \(words.joined(separator: " "))."
  }

  private static let lords = [
    "Lord Ash of Bere", "Baroness Cole", "Lord Dell of Esk", "Viscount Fenn", "Lord Ash of Gill",
    "Baroness Hythe of Innis",
  ]
  private static let commons = [
    "Ada Quill", "Beth Rowan", "Dr Carl Stone", "Sir Dan Tarn", "Ms Enid Upton", "Zoë O’Rourke-Lee",
  ]
  private static let people = [
    "Finn J Vale", "Gail West", "Professor Hana Xu", "Ivo van der Yard", "Dame Jo Zeal",
  ]
  private static let openings = [
    "Yes,", "So I think it is both:", "The point I wanted to make is this:", "I am sorry:",
    "At 10:30",
    "“Never”, said the", "—and the", "Q and A:", "In part (a)", "No. 7 and", "But Lord Ash said:",
  ]
  private static let words = [
    "lamp", "harbour", "ferry", "tide:", "keeper,", "winter", "we", "should", "light", "the", "Esk",
    "(mostly)", "2019", "Q4", "café", "naïve", "boats;", "Mr", "Vale",
  ]
}
