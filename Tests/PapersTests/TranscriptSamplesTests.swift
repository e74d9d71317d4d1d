import Foundation
import Papers
import Testing

/// Where the real samples are; they are not ours to keep in the project.
private let samples = ProcessInfo.processInfo.environment["INQUIRY_SAMPLES"]

// LOUD: THESE TESTS DO NOT RUN UNLESS THEY ARE ASKED FOR. Without
// INQUIRY_SAMPLES naming the directory of the samples, no real transcript is
// read at all; with it, a sample that is missing is a failure and not a skip.
@Suite(.enabled(if: samples != nil, "INQUIRY_SAMPLES is not set: no real transcript was read"))
struct TranscriptSamplesTests {
  struct Session: Sendable, CustomTestStringConvertible {
    let name: String
    let questions: ClosedRange<Int>
    let members: Int
    let turns: Int
    let witnesses: [WitnessListed]
    var testDescription: String { name }
  }

  static let sessions = [
    Session(
      name: "2024-05-08-session-14929", questions: 1...18, members: 11, turns: 116,
      witnesses: [WitnessListed(name: "Miles Celic", role: "CEO", organisation: "TheCityUK")]),
    Session(
      name: "2024-05-22-session-14931", questions: 19...32, members: 12, turns: 166,
      witnesses: [
        WitnessListed(
          name: "Chris Hayward", role: "Policy Chairman",
          organisation: "The City of London Corporation"),
        WitnessListed(
          name: "Kerstin Mathias", role: "Director of Policy and Innovation",
          organisation: "The City of London Corporation"),
      ]),
    Session(
      name: "2024-09-04-session-14923", questions: 33...56, members: 12, turns: 141,
      witnesses: [
        WitnessListed(
          name: "Caroline Wagstaff", role: "Chief Executive Officer",
          organisation: "London Market Group"),
        WitnessListed(
          name: "Christopher J Lay", role: "Chief Executive Officer",
          organisation: "Marsh McLennan UK"),
      ]),
  ]

  private func paper(_ path: String) throws -> PaperText {
    let place = URL(filePath: try #require(samples)).appending(path: path)
    return try PaperReader.read(
      [UInt8](try Data(contentsOf: place)), fileName: place.lastPathComponent)
  }

  @Test(arguments: sessions, ["txt", "docx"])
  func `a Lords session is read whole`(session: Session, kind: String) throws {
    let paper = try paper("lords-oral-evidence/\(session.name).\(kind)")
    let transcript = try TranscriptReader.read(paper, fileName: session.name)
    #expect(transcript.lostLines(of: paper) == [])
    #expect(transcript.turns.compactMap(\.questionNumber) == Array(session.questions))
    #expect(transcript.turns.count == session.turns)
    #expect(
      transcript.turns.allSatisfy { $0.speaker != nil && $0.kind == .speech && $0.panel == 1 })
    #expect(transcript.header.printedRange == session.questions)
    #expect(transcript.header.stage == .corrected)
    #expect(transcript.header.startTime?.hour == 10)
    #expect(transcript.header.date?.year == 2024)
    #expect(transcript.members.count == session.members)
    #expect(transcript.members.filter(\.isChair).map(\.name) == ["Lord Forsyth of Drumlean"])
    #expect(transcript.panels.flatMap(\.witnesses) == session.witnesses)
    #expect(transcript.unplaced.map(\.reason) == [.pageNumber])
    #expect(Set(transcript.remarks.map(\.code)).isSubset(of: ["label_repeated"]))
  }

  @Test(arguments: sessions)
  func `text and Word file of a session give the same turns`(session: Session) throws {
    func turns(_ kind: String) throws -> [Turn] {
      let paper = try paper("lords-oral-evidence/\(session.name).\(kind)")
      return try TranscriptReader.read(paper, fileName: session.name).turns.map { turn in
        var turn = turn
        turn.line = 0
        return turn
      }
    }
    #expect(try turns("txt") == turns("docx"))
  }

  @Test(arguments: [
    ("1-liaison-subcommittee-2019-05-13-Q82.txt", [82, 83]),
    ("4-modernisation-2007-04-18-Q200.txt", [200, 201]),
    ("5-procedure-2010-11-10-Q1-hard-wrapped.txt", [1, 2, 3]),
  ])
  func `Commons excerpts give their questions`(name: String, numbers: [Int]) throws {
    let paper = try paper("transcript-excerpts/\(name)")
    let transcript = try TranscriptReader.read(paper, fileName: name)
    #expect(transcript.lostLines(of: paper) == [])
    #expect(transcript.turns.compactMap(\.questionNumber) == numbers)
  }

  @Test func `a memorandum's paragraphs are read as points`() throws {
    let name = "7-procedure-2002-memorandum-numbered-paragraphs.txt"
    let paper = try paper("transcript-excerpts/\(name)")
    let note = try NoteReader.read(paper, fileName: name)
    #expect(note.points.map(\.number) == [1, 2, 3])
    #expect(note.lostLines(of: paper) == [])
  }

  @Test(arguments: [("2023-06-16.docx", 1_159), ("2023-07-13.docx", 655)])
  func `a statutory inquiry's day gives its turns by label`(name: String, count: Int) throws {
    let paper = try paper("statutory-inquiry-transcripts/\(name)")
    let transcript = try TranscriptReader.read(paper, fileName: name)
    #expect(transcript.lostLines(of: paper) == [])
    #expect(transcript.turns.count { $0.kind == .speech && $0.label != nil } == count)
    // Each panel swore, and each of its witnesses spoke under a label that is surely theirs.
    #expect(!transcript.panels.isEmpty)
    #expect(!transcript.remarks.contains { $0.code == "witness_silent" })
  }
}
