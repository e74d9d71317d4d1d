import Foundation
import Papers
import Testing

/// Papers of every format that we read ourselves, small and of real shape.
private enum Seeds {
  static let papers: [(name: String, bytes: [UInt8])] = [
    ("a.txt", Array(TranscriptFixture.text.utf8)),
    ("hearing.txt", Array(hearing.utf8)),
    (
      "a.md",
      Array("# Part\n\n**Ms Black**: One.\n\n1. First\n2. Second\n\n| a | b |\n\n> quoted\n".utf8)
    ),
    ("a.rtf", Array(rich.utf8)),
    ("a.html", Array(page.utf8)),
    ("a.docx", ReadingDocx(body: ReadingDocx.paragraph("Q1 Chair: Good morning.")).bytes),
    ("a.odt", openDocument),
  ]

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
    #"{\rtf1\ansi{\fonttbl{\f0 A;}}\pard Q1 {\b Chair:} It\u8217's \'93so\'94.\par{\listtext 1.\tab}One{\footnote x\par}\par}"#

  private static let page = """
    <!DOCTYPE html><html><head><title>T</title></head><body><!-- c --><p><b>Q1 Chair:</b> Good \
    &amp; well<br>Ms Rowan: No.</p><ol start="3"><li>Three</ol><div style='display:none'>x</div>\
    <script>a</script><table><tr><td>1<td>2</table></body></html>
    """

  private static var openDocument: [UInt8] {
    let content = """
      <?xml version="1.0"?><o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:list t:style-name="L"><t:list-item>\
      <t:p>One<t:s/>x</t:p></t:list-item></t:list><t:h>Head</t:h></o:d>
      """
    return ReadingZip(members: [
      .init(name: "mimetype", content: Array("application/vnd.oasis.opendocument.text".utf8)),
      .init(name: "content.xml", content: Array(content.utf8)),
    ]).bytes
  }
}

@Suite struct ReadingFuzzTests {
  /// Cuts, doubles and swaps bytes and lines.
  private static func damage(_ bytes: [UInt8], _ dice: inout some RandomNumberGenerator) -> [UInt8]
  {
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

  /// Reads a paper in every way; a refusal is an answer, a loss is not.
  private static func read(_ bytes: [UInt8], _ name: String) throws {
    let paper: PaperText
    do throws(PaperError) {
      paper = try PaperReader.read(bytes, fileName: name)
    } catch {
      try #require(!error.code.isEmpty && error.message.contains(name))
      return
    }
    // Each reader checks that it has every line once, and says `text_lost` if not.
    for reading in [
      { _ = try TranscriptReader.read(paper, fileName: name) },
      { _ = try NoteReader.read(paper, fileName: name) },
      { _ = try SubmissionReader.read(paper, fileName: name) },
      { _ = try AgendaReader.read(paper, fileName: name) },
    ] {
      do { try reading() } catch let error as PaperError { try #require(error.code != "text_lost") }
    }
  }

  /// As many as a test without optimisation has time for; `INQUIRY_LONG_TESTS` makes
  /// them a million.
  private static var cases: Int {
    ProcessInfo.processInfo.environment["INQUIRY_LONG_TESTS"] == nil ? 1_000 : 1_000_000
  }

  @Test func `no damage to a paper makes a reader fail, hang or lose a line`() throws {
    let seed: UInt64 = 2026
    var dice = DraftDice(seed)
    let clock = ContinuousClock()
    for index in 0..<Self.cases {
      let paper = Seeds.papers[index % Seeds.papers.count]
      let bytes = Self.damage(paper.bytes, &dice)
      let time = try clock.measure { try Self.read(bytes, paper.name) }
      // 5 s: a thousand times what such a paper takes, on a machine under load.
      try #require(time < .seconds(5), "case \(index) of seed \(seed) took \(time)")
    }
  }
}
