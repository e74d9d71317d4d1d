import Foundation
import Inquiries
import Papers
import Testing

/// Papers of every format that we read ourselves, small and of real shape.
private enum Seeds {
  static let papers: [(name: String, bytes: [UInt8])] = [
    ("a.txt", Array(TranscriptFixture.text.utf8)),
    ("hearing.txt", Array(hearing.utf8)),
    ("print.txt", Array(print.utf8)),
    (
      "a.md",
      Array("# Part\n\n**Ms Black**: One.\n\n1. First\n2. Second\n\n| a | b |\n\n> quoted\n".utf8)
    ),
    ("a.rtf", Array(rich.utf8)),
    ("a.html", Array(page.utf8)),
    ("a.docx", ReadingDocx(body: ReadingDocx.paragraph("Q1 Chair: Good morning.")).bytes),
    ("a.odt", openDocument),
    ("a.json", Array(TranscriptFixture.json.utf8)),
    ("a.csv", Array(TranscriptFixture.csv.utf8)),
    ("results.csv", Array(results.utf8)),
  ]

  /// Papers of the example inquiry, as their programs saved them.
  static func real() throws -> [(name: String, bytes: [UInt8])] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let example = root.appending(path: "Sources/InquiryTool/ExampleInquiry")
    return try [
      "submissions/cti0001.docx", "submissions/cti0003.md", "sessions/os1.txt",
      "sessions/os8-note.txt", "sittings/agenda.txt", "surveys/directors.csv",
    ].map { path in
      let file = example.appending(path: path)
      return (file.lastPathComponent, Array(try Data(contentsOf: file)))
    }
  }

  private static let results = """
    question,wording,asked_of,code,label,figure,base
    Q1,"Is it, or not?",All,yes,Yes,more than 80 per cent,120
    ,,,no,No,20 per cent,
    """

  /// Four pages under one head.
  private static let print = (1...4).map { page in
    """
    \(page)  Harbour Committee

      Q\(page)  Chairman: You keep the lamps in the winter, when
    nobody comes to see
      how they are kept?
    Mr Umber: We do, and
    """
  }.joined(separator: "\n\u{0C}")

  private static let hearing = """
    Public Hearing on 16 June 2023
    MS ADA QUILL (affirmed)
    Questioned by MR KEEL
    MR KEEL: Your name?
    A. Ada.
    Q. Is it?
    (Pause)
    THE WITNESS: Yes.
    """

  private static let rich =
    #"{\rtf1\ansi{\fonttbl{\f0 A;}}\pard Q1 {\b Chair:} It\u8217's \'93so\'94.\par{\listtext 1.\tab}One{\footnote x\par}\par\trowd\cellx1\intbl 1\cell 2\cell\row}"#

  private static let page = """
    <!DOCTYPE html><html><head><title>T</title></head><body><!-- c --><p><b>Q1 Chair:</b> Good \
    &amp; well<br>Ms Rowan: No.</p><ol start="3"><li>Three</ol><div style='display:none'>x</div>\
    <script>a</script><table><tr><td>1<td>2<a href="#fn1">1</a></table><nav>Home</nav>\
    <section class="footnotes"><ol><li id="fn1"><p>A note.<a href="#r">x</a></ol></section>\
    <footer>© X</footer></body></html>
    """

  private static var openDocument: [UInt8] {
    let content = """
      <?xml version="1.0"?><o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:list t:style-name="L"><t:list-item>\
      <t:p>One<t:s/>x<t:note><t:p>n</t:p></t:note></t:p></t:list-item></t:list><t:h>Head</t:h>\
      <b:table xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><b:table-row>\
      <b:table-cell><t:p>1</t:p></b:table-cell><b:table-cell><t:p>2</t:p></b:table-cell>\
      </b:table-row></b:table></o:d>
      """
    return ReadingZip(members: [
      .init(name: "mimetype", content: Array("application/vnd.oasis.opendocument.text".utf8)),
      .init(name: "content.xml", content: Array(content.utf8)),
    ]).bytes
  }
}

/// Mutation of papers, seeded so that a case can be had again.
enum Fuzz {
  /// `INQUIRY_LONG_TESTS` asks for a hundred times as many cases.
  static let isLong = ProcessInfo.processInfo.environment["INQUIRY_LONG_TESTS"] != nil

  /// Runs so many cases of seeds from 2026 on, a seed for each lot; lots run side
  /// by side.
  ///
  /// After each case others have their turn: tests that look at the clock run beside.
  static func run(
    cases: Int, lot: Int = 250, limit: Duration = .seconds(5),
    _ body: @escaping @Sendable (_ index: Int, inout DraftDice) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for first in stride(from: 0, to: cases, by: lot) {
        if first >= lot * ProcessInfo.processInfo.activeProcessorCount { try await group.next() }
        group.addTask {
          let seed = UInt64(2026 + first / lot)
          var dice = DraftDice(seed)
          let clock = ContinuousClock()
          for index in first..<min(first + lot, cases) {
            let time = try await clock.measure { try await body(index, &dice) }
            // 5 s: a thousand times what such a paper takes, on a machine under load.
            try #require(time < limit, "case \(index) of seed \(seed) took \(time)")
            await Task.yield()
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Cuts, doubles and swaps bytes and lines.
  static func damage(_ bytes: [UInt8], _ dice: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &dice) where bytes.count > 2 {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &dice))
      switch Int.random(in: 0..<7, using: &dice) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &dice))
      case 3: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 4: bytes.removeSubrange(place...)
      default:
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        lines.swapAt(
          Int.random(in: 0..<lines.count, using: &dice),
          Int.random(in: 0..<lines.count, using: &dice))
        if Bool.random(using: &dice) { lines.append(lines[lines.count / 2]) }
        bytes = Array(lines.joined(separator: [0x0A]))
      }
    }
    return bytes
  }
}

@Suite struct ReadingFuzzTests {
  /// Reads a paper, and what it says in one way; a refusal is an answer, a loss is
  /// not.
  private static func read(_ bytes: [UInt8], _ name: String, way: Int) throws {
    if name.hasSuffix(".json") || name.hasSuffix(".csv") {
      try refused { _ = try TranscriptFormat.read(bytes, fileName: name) }
      try refused { _ = try SheetRow.read(bytes, fileName: "\(name).csv") }
      try refused { _ = try CodebookReader.read(bytes, fileName: name) }
      try refused { _ = try SurveyResults.read(bytes, fileName: name) }
      return
    }
    if name.hasSuffix(".md") {
      try refused { _ = try DraftReader.read(bytes, fileName: name) }
    }
    let paper: PaperText
    do throws(PaperError) {
      paper = try PaperReader.read(bytes, fileName: name)
    } catch {
      try #require(!error.code.isEmpty && error.message.contains(name))
      return
    }
    try FuzzedReading.ways(of: paper, name)[way]()
  }

  private static func refused(_ reading: () throws -> Void) throws {
    do {
      try reading()
    } catch let error as PaperError {
      try #require(error.code != "text_lost" && !error.message.isEmpty)
    } catch let refusal as Refusal {
      try #require(!refusal.code.isEmpty)
    }
  }

  @Test func `no damage to a paper makes a reader fail, hang or lose a line`() async throws {
    let real = try Seeds.real()
    try await Fuzz.run(cases: Fuzz.isLong ? 1_000_000 : 10_000) { index, dice in
      // They are larger, and take that much longer.
      let paper =
        index % 100 == 0
        ? real[index / 100 % real.count] : Seeds.papers[index % Seeds.papers.count]
      try Self.read(
        Fuzz.damage(paper.bytes, &dice), paper.name, way: Int.random(in: 0..<5, using: &dice))
    }
  }
}

enum FuzzedReading {
  /// Each reader checks that it has every line once, and says `text_lost` if not.
  static func ways(of paper: PaperText, _ name: String) -> [() throws -> Void] {
    let readings: [() throws -> Void] = [
      { _ = try TranscriptReader.read(paper, fileName: name) },
      { _ = try NoteReader.read(paper, fileName: name) },
      { _ = try SubmissionReader.read(paper, fileName: name) },
      { _ = try DocumentReader.read(paper, fileName: name) },
      { _ = try AgendaReader.read(paper, fileName: name) },
    ]
    return readings.map { reading in
      {
        do {
          try reading()
        } catch let error as PaperError { try #require(error.code != "text_lost") }
      }
    }
  }
}
