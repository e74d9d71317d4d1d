import Foundation
import Papers
import Testing

/// Damage to what stands within a file, behind the gate that damaged archives do
/// not pass.
@Suite struct PartsFuzzTests {
  private static let namespace =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  /// A returned copy: paragraphs with changes and comments, also across them.
  private static let document: String = {
    let who = "w:author=\"Ann\" w:date=\"2025-11-20T10:00:00Z\""
    func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
    return """
      <w:document \(namespace)><w:body><w:p>\(run("Oral evidence: Buses"))</w:p>
      <w:p>\(run("Members present: Ada Quill (Chair)."))</w:p>
      <w:p>\(run("Witnesses"))</w:p><w:p>\(run("I: Ann Rowan, Driver."))</w:p>
      <w:p>\(run("Q1  Chair: What did you "))<w:commentRangeStart w:id="1"/>\(run("see?"))</w:p>
      <w:p><w:pPr><w:rPr><w:del \(who)/></w:rPr></w:pPr>\(run("Ann Rowan: One"))
      <w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>
      <w:del \(who)><w:r><w:delText>bus</w:delText></w:r></w:del>
      <w:ins \(who)>\(run("coach"))</w:ins></w:p><w:commentRangeStart w:id="2"/>
      <w:p>\(run("It was late."))</w:p><w:commentRangeEnd w:id="2"/>
      <w:p>\(run("[Footnote: By an hour.]"))</w:p><w:p><w:ins \(who)>\(run("Q2  Chair: So?"))</w:ins>
      <w:r><w:commentReference w:id="3"/></w:r></w:p></w:body></w:document>
      """
  }()

  private static let comments = """
    <w:comments \(namespace)><w:comment w:id="1" w:author="Ann" w:date="2025-11-20T10:00:00Z">
    <w:p><w:r><w:t>Two.</w:t></w:r></w:p><w:p><w:r><w:t>Or three.</w:t></w:r></w:p></w:comment>
    <w:comment w:id="2"><w:p><w:r><w:tab/><w:br/></w:r></w:p></w:comment>
    <w:comment w:id="3" w:author=""><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>
    """

  private static func word(_ document: [UInt8], _ comments: [UInt8]) -> [UInt8] {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    return ReadingZip(members: [
      .init(name: "[Content_Types].xml", content: Array(types.utf8)),
      .init(name: "word/document.xml", content: document),
      .init(name: "word/comments.xml", content: comments),
    ]).bytes
  }

  private static func refused(_ reading: () throws -> Void) throws {
    do {
      try reading()
    } catch let error as PaperError {
      try #require(error.code != "text_lost" && !error.message.isEmpty)
    }
  }

  @Test func `the undamaged copy has its changes and comments`() throws {
    let read = try TrackedTranscript(
      Self.word(Array(Self.document.utf8), Array(Self.comments.utf8)), fileName: "a.docx")
    #expect(read.changes.count == 2)
    #expect(read.comments.map(\.text) == ["Two.\n\nOr three.", "Why?"])
    #expect(read.comments.first?.words.hasPrefix("see?") == true)
    #expect(read.comments.first?.place?.turn == 0)
    #expect(read.commentsDropped == 1)
    #expect(read.transcript.turns.flatMap(\.footnotes).map(\.text) == ["By an hour."])
  }

  @Test(arguments: ["<w:", "w:id=\"", "<w:t xml:space=\"preserve\">"])
  func `a part that is no UTF-8 is refused before the parser sees it`(before: String) throws {
    var bytes = Array(Self.document.utf8)
    let place = try #require(bytes.firstRange(of: Array(before.utf8)))
    bytes.insert(0xC3, at: place.upperBound)
    let error = #expect(throws: PaperError.self) {
      try PaperReader.read(Self.word(bytes, Array(Self.comments.utf8)), fileName: "a.docx")
    }
    #expect(error?.code == "xml_encoding")
  }

  @Test func `no damage within a returned copy makes its reading fail, hang or lose a line`()
    async throws
  {
    try await Fuzz.run(cases: Fuzz.isLong ? 200_000 : 2_000) { index, dice in
      let document = Array(Self.document.utf8)
      let comments = Array(Self.comments.utf8)
      let bytes =
        index % 3 == 0
        ? Self.word(document, Fuzz.damage(comments, &dice))
        : Self.word(Fuzz.damage(document, &dice), comments)
      try Self.refused {
        let read = try TrackedTranscript(bytes, fileName: "a.docx")
        for comment in read.comments {
          guard let (turn, span) = comment.place else { continue }
          let count = read.transcript.turns[turn].text.unicodeScalars.count
          try #require(span.lowerBound >= 0 && span.upperBound <= count)
        }
      }
      let read = try? PaperReader.read(bytes, fileName: "a.docx")
      if let read {
        try FuzzedReading.ways(of: read, "a.docx")[Int.random(in: 0..<5, using: &dice)]()
      }
    }
  }

  @Test func `no damage to our own files and Akoma Ntoso makes a reader fail or hang`()
    async throws
  {
    var dice = TranscriptDice(seed: 12)
    let name = TranscriptName(body: "B", number: 3, reference: "OS3")
    let (transcript, note) = (dice.transcript(), dice.note())
    var files = try TranscriptFormat.allCases.map {
      ("t.\($0.fileExtension)", try $0.write(transcript, name: name))
    }
    files += try [TranscriptFormat.json, .csv].map {
      ("n.\($0.fileExtension)", try $0.write(note, name: name))
    }
    let seeds = files
    try await Fuzz.run(cases: Fuzz.isLong ? 200_000 : 2_000) { index, dice in
      let (name, bytes) = seeds[index % seeds.count]
      let damaged = Fuzz.damage(bytes, &dice)
      try Self.refused { _ = try TranscriptFormat.read(damaged, fileName: name) }
      try Self.refused { _ = try TranscriptFormat.readNote(damaged, fileName: name) }
      guard name.hasSuffix(".txt"), let paper = try? PaperReader.read(damaged, fileName: name)
      else { return }
      try FuzzedReading.ways(of: paper, name)[Int.random(in: 0..<5, using: &dice)]()
    }
  }
}
