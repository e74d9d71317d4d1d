import Papers
import Testing

private func read(_ text: String, _ name: String) throws -> PaperText {
  try PaperReader.read(Array(text.utf8), fileName: name)
}

private func words(_ text: String, _ name: String) throws -> [String] {
  try read(text, name).paragraphs.map(\.text)
}

@Suite struct ReadingRichTextTests {
  private func rich(_ body: String) throws -> PaperText {
    try read(
      #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author A Secret}}"# + body + "}",
      "a.rtf")
  }

  @Test func `paragraphs, line breaks and cells are taken as a reader sees them`() throws {
    let paper = try rich(
      #"\pard {\b Chair:} One\line two\par\trowd\cellx1\pard\intbl A\cell B\cell\row\pard Last\par"#
    )
    #expect(paper.paragraphs.map(\.text) == ["Chair: One\ntwo", "A\tB", "Last"])
  }

  @Test func `a character given by its number leaves the letters after it alone`() throws {
    let paper = try rich(
      #"it\u8217's \u8220"fine\u8221".\par \uc2\u8212xxy \'93so\'94 \u-10179?\u-8704?\par"#)
    #expect(paper.paragraphs.map(\.text) == ["it’s “fine”.", "—y “so” 😀"])
  }

  @Test func `the numbers that a program gave a list are kept`() throws {
    let paper = try rich(
      #"{\listtext 1.\tab}First\par{\pntext 2.\tab}Second\par{\listtext \bullet\tab}Dot\par"#)
    #expect(paper.paragraphs.map(\.text) == ["1. First", "2. Second", "• Dot"])
    #expect(paper.paragraphs.map(\.form) == [.text, .text, .item])
  }

  @Test func `hidden and deleted words are left out and told of, and notes stand aside`() throws {
    let paper = try rich(
      #"Seen{\v hidden}{\deleted gone}{\footnote A note.\par} on{\*\unknown x}.\par{\header Page head\par}"#
    )
    #expect(paper.paragraphs.map(\.text) == ["Seen on."])
    #expect(paper.aside.map(\.text) == ["Page head", "[1] A note."])
    #expect(paper.aside.map(\.reason) == [.pageFurniture, .footnote])
    #expect(paper.remarks.map(\.code) == ["hidden_text", "tracked_deletion_dropped"])
  }

  @Test func `a heading is one by its level in the outline`() throws {
    let paper = try rich(#"\pard\outlinelevel0 Part one\par\pard Text.\par"#)
    #expect(paper.paragraphs.map(\.form) == [.heading, .text])
  }

  @Test func `a picture alone is refused`() throws {
    let error = try #require(throws: PaperError.self) { try rich(#"{\pict\pngblip 8950}\par"#) }
    #expect(error.code == "image_only")
  }
}

@Suite struct ReadingWebPageTests {
  @Test func `paragraphs come as a browser shows them`() throws {
    let page = """
      <!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>
      <h2>Examination&nbsp;of witnesses</h2>
      <p><b>Q1 Chair:</b> Good
         morning &mdash; it&#8217;s <i>fine</i>.<p>Next
      <script>if (a<b) "</p>"</script><!-- <p>no</p> --><div style="display: none">no</div>
      <table><tr><td>A<td>B</table>5 < 6 & so on</body></html>
      """
    let paper = try read(page, "a.html")
    #expect(
      paper.paragraphs.map(\.text) == [
        "Examination\u{A0}of witnesses", "Q1 Chair: Good morning — it’s fine.", "Next", "A\tB",
        "5 < 6 & so on",
      ])
    #expect(paper.paragraphs.first?.form == .heading)
    #expect(paper.remarks.map(\.code) == ["hidden_text"])
  }

  @Test func `lists keep their numbers, and words outside their items stay`() throws {
    let page =
      #"<ol start="4"><li>Four<li value=9><p>Nine<p>more<li>Ten</ol><ul>indented<li>dot</ul><ol type=a><li>A</ol>"#
    #expect(
      try words("<body>" + page, "a.htm") == [
        "4. Four", "9. Nine", "more", "10. Ten", "indented", "dot", "a. A",
      ])
  }

  @Test func `two line breaks part paragraphs, and one does before a speaker`() throws {
    #expect(
      try words("<p>Q1 Chair: Yes?<br>Ms Rowan: No.<br>Not so.<br><br>End.", "a.html")
        == ["Q1 Chair: Yes?", "Ms Rowan: No.\nNot so.", "End."])
  }

  @Test
  func `what stands above the line is a note's mark, a power or apart, and no part of a word`()
    throws
  {
    #expect(
      try words(
        """
        <body><p>A note<sup>1</sup> with <sup>2</sup> and so<sup>3,4</sup>.<sup>*</sup> On the \
        10<sup>th</sup> we had 40 m<sup>2</sup> and 10<sup>6</sup> more<sup>12 km</sup>.
        """, "a.html") == [
          "A note¹ with ² and so³,⁴.* On the 10th we had 40 m² and 10⁶ more 12 km."
        ])
    // A link takes its note before what is only raised, wherever it stands.
    let power = try read(
      """
      <body><p>There are 10<sup>6</sup>, or 10<sup>-6</sup> or 2<sup>n</sup>, lamps\
      <a href="#fn6"><sup>6</sup></a> and 300<sup>7</sup>.<section class="footnotes">\
      <p id="fn6">6 By our count.</p><p>7 In Kent.</p></section>
      """, "a.html")
    #expect(
      power.paragraphs.map(\.text) == ["There are 10⁶, or 10⁻⁶ or 2^n, lamps and 300."])
    #expect(power.aside.map(\.text) == ["[6] By our count.", "[7] In Kent."])
    let noted = try read(
      """
      <body><p>Q1 Chair: So?<p>Ms Rowan: We had 300<sup>1</sup> lamps.<div class="footnotes">\
      <p><sup>1</sup>It was 350.</div>
      """, "a.html")
    let turn = try #require(try TranscriptReader.read(noted, fileName: "a.html").turns.last)
    #expect(turn.text == "We had 300 lamps." && turn.footnotes.map(\.text) == ["It was 350."])
  }

  @Test func `items of a list that a speaker begins are turns with its numbers`() throws {
    let paper = try read(
      """
      <body><p>Members present: Ian Mear; Ada Quill (Chair).<p>Questions 309 – 312
      <p>Q309 <b>Chair:</b> Yes?<p>Ian Mear: Two:<ol><li>Emma Norr: she said so.<li>Nobody.</ol>
      <ol start=310><li><b>Ian Mear:</b> By list.<li><b>Chair:</b> So is this.</ol><p>Q312 Chair: End.
      """, "a.html")
    let turns = try TranscriptReader.read(paper, fileName: "a.html").turns
    #expect(turns.map(\.questionNumber) == [309, nil, 310, 311, 312])
    #expect(
      turns.map(\.lead) == [
        "Q309 Chair:", "Ian Mear:", "310. Ian Mear:", "311. Chair:", "Q312 Chair:",
      ])
    #expect(turns[1].text == "Two:\n\n1. Emma Norr: she said so.\n\n2. Nobody.")
    let listed = try read("<ol start=310><li>Ian Mear: One?<li>Ada Quill: Two?</ol>", "b.html")
    #expect(
      try TranscriptReader.read(listed, fileName: "b.html").turns.map(\.questionNumber) == [
        310, 311,
      ])
  }

  @Test func `a list in an answer of a transcript without numbers has no questions`() throws {
    let paper = try read(
      """
      <body><p>Members present: Ian Mear; Ada Quill (Chair).<p>Witnesses: Emma Norr.
      <p><b>Chair:</b> What is it?<p><b>Emma Norr:</b> Two things:<ol><li>Cost: it was high.\
      <li>Ada Quill: she never came.</ol><p><b>Chair:</b> Thank you.
      """, "a.html")
    let transcript = try TranscriptReader.read(paper, fileName: "a.html")
    #expect(transcript.turns.map(\.questionNumber) == [nil, nil, nil])
    #expect(
      transcript.turns[1].text
        == "Two things:\n\n1. Cost: it was high.\n\n2. Ada Quill: she never came."
    )
  }

  private static let noted = """
    <nav><a href="/">Home</a></nav><p><b>Q1 Chair:</b> So?<p><b>Ms Rowan:</b> We had <table><tr><td>Kent\
    <td>300<a href="#fn1" role="doc-noteref"><sup>1</sup></a><td>7</table>
    <p>Fine.<a href="#_ftn2">[2]</a> See <a href="#fn9"><sup>9</sup></a> <a href="#note-3">the third note</a>.
    <section class="footnotes"><ol><li id="fn1"><p>It was 350.<a href="#fnref1">↩︎</a><p>Or so.</li>
    <li id="fn2"><p>Words.</ol></section><footer><p>© Parliament<div>Contact</div></footer>
    """

  @Test func `notes of a page come to their marks, and its menus and feet to neither`() throws {
    let paper = try read("<body>" + Self.noted, "a.html")
    #expect(
      paper.paragraphs.map(\.text) == [
        "Q1 Chair: So?", "Ms Rowan: We had", "Kent\t300\t7", "Fine. See [9] the third note.",
      ])
    #expect(
      paper.aside.map(\.text) == [
        "Home", "© Parliament", "Contact", "[1] It was 350.\nOr so.", "[2] Words.",
      ])
    let transcript = try TranscriptReader.read(paper, fileName: "a.html")
    #expect(
      transcript.turns.last?.text == "We had\n\nKent\t300\t7\n\nFine. See [9] the third note.")
    #expect(transcript.turns.last?.footnotes.map(\.text) == ["It was 350.\nOr so.", "Words."])
    #expect(transcript.unplaced.map(\.text) == ["Home", "© Parliament", "Contact"])
  }

  @Test func `a submission has its notes at the end of their paragraphs`() throws {
    let paper = try read("<body><p>Written evidence submitted by Ada Quill" + Self.noted, "a.html")
    let submission = try SubmissionReader.read(paper, fileName: "a.html")
    #expect(submission.lostLines(of: paper) == [])
    #expect(
      submission.paragraphs.map(\.text) == [
        "Q1 Chair: So?", "Ms Rowan: We had", "Kent\t300[1]\t7\n\n[1] It was 350.\nOr so.",
        "Fine.[2] See [9] the third note.\n\n[2] Words.",
      ])
    #expect(submission.unplaced.map(\.text) == ["Home", "© Parliament", "Contact"])
  }

  @Test func `a note without a list of its own ends with its paragraph`() throws {
    let page =
      "<p>One.<a href='#_ftn1'>[1]</a><p>Two.<div id=ftn1><p><a href='#_ftnref1'>[1]</a> First.</div><p>Three."
    let paper = try read("<body>" + page, "a.html")
    #expect(paper.paragraphs.map(\.text) == ["One.", "Two.", "Three."])
    #expect(paper.aside.map(\.text) == ["[1] First."])
  }

  @Test func `the encoding that a page declares is obeyed`() throws {
    let head = Array(#"<html><meta charset="ISO-8859-1"><p>"#.utf8)
    let paper = try PaperReader.read(head + [0x93, 0xE9, 0x94], fileName: "a.html")
    #expect(paper.paragraphs.map(\.text) == ["“é”"])
  }
}

@Suite struct ReadingOpenDocumentTests {
  private static let namespaces = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:xml="http://www.w3.org/XML/1998/namespace"
    """

  private func open(
    _ body: String, styles: String = "",
    mimetype: String = "application/vnd.oasis.opendocument.text",
    extra: [(String, [UInt8])] = []
  ) throws -> PaperText {
    let content = """
      <?xml version="1.0" encoding="UTF-8"?><office:document-content \(Self.namespaces)>\
      <office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\
      \(body)</office:text></office:body></office:document-content>
      """
    let parts =
      [("mimetype", Array(mimetype.utf8)), ("content.xml", Array(content.utf8))] + extra
    let zip = ReadingZip(members: parts.map { .init(name: $0.0, content: $0.1) })
    return try PaperReader.read(zip.bytes, fileName: "a.odt")
  }

  private static let numbered = """
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" \
    style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" \
    style:num-format="1" text:display-levels="2"/></text:list-style>
    """

  @Test func `numbers of lists are those that the program shows`() throws {
    let paper = try open(
      """
      <text:h text:outline-level="1">Part</text:h><text:list text:style-name="L" xml:id="one">\
      <text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Deep</text:p>\
      </text:list-item></text:list></text:list-item></text:list><text:p>Between.</text:p>\
      <text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>Two</text:p>\
      <text:p>goes on</text:p></text:list-item></text:list><text:list text:style-name="L">\
      <text:list-item><text:p>Anew</text:p></text:list-item></text:list>
      """, styles: Self.numbered)
    #expect(
      paper.paragraphs.map(\.text) == [
        "Part", "1. One", "1.1 Deep", "Between.", "2. Two", "goes on", "1. Anew",
      ])
    #expect(paper.paragraphs.first?.form == .heading)
  }

  @Test func `the row of a table is a paragraph`() throws {
    let row = { (cells: [String]) in
      "<table:table-row>\(cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined())</table:table-row>"
    }
    let paper = try open(
      "<table:table>\(row(["Kent", "210", "140"]))\(row(["Devon", "", "99"]))</table:table>")
    #expect(paper.paragraphs.map(\.text) == ["Kent\t210\t140", "Devon\t99"])
    #expect(paper.paragraphs.allSatisfy { $0.form == .row })
  }

  @Test func `deleted, hidden and commented words are left out and told of`() throws {
    let paper = try open(
      """
      <text:tracked-changes><text:changed-region><text:p>gone</text:p></text:changed-region>\
      </text:tracked-changes><text:p>Seen <text:span text:style-name="H">hidden</text:span>\
      <office:annotation><text:p>remark</text:p></office:annotation>a<text:s text:c="2"/>b\
      <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>\
      </text:note-body></text:note><text:line-break/>c</text:p>
      """,
      styles:
        #"<style:style style:name="H"><style:text-properties text:display="none"/></style:style>"#)
    #expect(paper.paragraphs.map(\.text) == ["Seen a  b\nc"])
    #expect(paper.aside.map(\.text) == ["[1] A note."])
    #expect(
      paper.remarks.map(\.code) == ["hidden_text", "tracked_deletion_dropped", "comment_dropped"])
  }

  @Test func `a spreadsheet, a locked file and macros are refused`() throws {
    func code(_ mimetype: String, _ extra: [(String, [UInt8])] = []) throws -> String {
      try #require(throws: PaperError.self) {
        try open("<text:p>x</text:p>", mimetype: mimetype, extra: extra)
      }.code
    }
    let text = "application/vnd.oasis.opendocument.text"
    #expect(try code("application/vnd.oasis.opendocument.spreadsheet") == "paper_kind_differs")
    #expect(
      try code(text, [("META-INF/manifest.xml", Array("<manifest:encryption-data/>".utf8))])
        == "paper_encrypted")
    #expect(try code(text, [("Basic/Standard/Module1.xml", Array("<x/>".utf8))]) == "macro_refused")
    #expect(throws: PaperError.self) {
      try open("<!DOCTYPE x [<!ENTITY y \"z\">]><text:p>x</text:p>")
    }
  }
}

@Suite struct ReadingKindTests {
  @Test(arguments: [
    ("a.txt", "%PDF-1.4\n"), ("a.md", "{\\rtf1 x}"), ("a.txt", "PK\u{3}\u{4}x"), ("a.rtf", "words"),
    ("a.html", "%PDF-1.4\n"), ("a.txt", "<!DOCTYPE html><p>x"),
  ])
  func `content of another kind than the name says is refused`(name: String, text: String) throws {
    let error = try #require(throws: PaperError.self) { try read(text, name) }
    #expect(error.code == "paper_kind_differs")
    #expect(error.message.contains(name))
  }
}
