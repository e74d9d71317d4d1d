import Foundation
import Papers
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct InterchangeAkomaNtosoTests {
  /// Reads the body of a debate, with these references declared.
  static func read(
    _ body: String, references: String = "", front: String = "", after: String = "",
    namespace: String = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
  ) throws -> Transcript {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <akomaNtoso xmlns="\(namespace)"><debate name="hansard">
      <meta><references source="#x">\(references)</references></meta>
      \(front)<debateBody>\(body)</debateBody>\(after)</debate></akomaNtoso>
      """
    return try #require(try TranscriptFormat.read(Array(text.utf8), fileName: "d.xml"))
  }

  static let people = """
    <TLCPerson eId="ada" href="/person/ada" showAs="Ada Quill"/>
    <TLCPerson id="eve" href="/person/eve" showAs="Eve Umber"/>
    <TLCRole eId="chair" href="/role/chair" showAs="Chair"/>
    <TLCRole eId="speaker" href="/role/speaker" showAs="Mr Speaker"/>
    """

  @Test func `somebody who is shown as nobody is no person`() throws {
    let read = try Self.read(
      ##"<speech by="#unk"><from>A voice</from><p>No.</p></speech>"##,
      references: #"<TLCPerson id="unk" href="/o/u" showAs=""/>"#)
    #expect(read.turns.map(\.speaker) == [nil] && read.turns.map(\.label) == ["A voice"])
    #expect(read.members.isEmpty)
    #expect(read.remarks.map(\.code).contains("speaker_unknown"))
  }

  @Test func `a remark in the words is set apart from them, and stays so`() throws {
    let read = try Self.read(
      """
      <speech by="#ada"><p>Please sit<remark>laughter</remark>. I<remark>(Applause)</remark>thank \
      <remark>she <b>bows</b></remark> you.</p><remark>Exit</remark><p>Now.</p></speech>
      """, references: Self.people)
    #expect(
      read.turns.map(\.text)
        == ["Please sit [laughter]. I (Applause) thank [she bows] you.", "Exit", "Now."])
    #expect(read.turns.map(\.kind) == [.speech, .stage, .speech])
    let again = try #require(
      try TranscriptFormat.read(
        TranscriptFormat.akn.write(
          read, name: TranscriptName(body: "Lamps", number: 1, reference: "OS1")),
        fileName: "d.xml"))
    #expect(again.turns.map(\.text) == read.turns.map(\.text))
  }

  @Test func `questions, answers and speeches become turns by whom they name`() throws {
    let read = try Self.read(
      """
      <debateSection name="x" eId="s"><heading>LAMPS</heading>
      <question by="#ada" as="#chair"><num>Q7</num><from>Chair:</from><p>Who keeps
        the <b>lamps</b>?</p></question>
      <answer by="#eve"><from>Eve Umber</from><p>I do.</p><p>In winter.</p></answer>
      <scene>(Applause)</scene><speech by="#ada"><p>Thank you.</p></speech>
      </debateSection>
      """, references: Self.people)
    #expect(read.turns.map(\.kind) == [.stage, .speech, .speech, .stage, .speech])
    #expect(
      read.turns.map(\.text) == [
        "LAMPS", "Who keeps the lamps?", "I do.\n\nIn winter.", "(Applause)", "Thank you.",
      ])
    #expect(read.turns.map(\.speaker) == [nil, "Ada Quill", "Eve Umber", nil, "Ada Quill"])
    #expect(read.turns.map(\.label) == [nil, "Chair", "Eve Umber", nil, nil])
    #expect(read.turns.map(\.questionNumber) == [nil, 7, nil, nil, nil])
    #expect(read.turns.map(\.isChair) == [false, true, false, false, false])
    #expect(read.members == [MemberPresent(name: "Ada Quill")])
    #expect(read.panels.map(\.witnesses) == [[WitnessListed(name: "Eve Umber")]])
    #expect(read.unplaced.isEmpty)
    #expect(read.remarks.map(\.code) == ["people_from_markup"])
  }

  @Test(arguments: [
    (#"by="""#, nil, "speaker_empty"), (##"by="#""##, nil, "speaker_empty"),
    ("", nil, "speaker_empty"), (##"by="#jo""##, "jo", "speaker_undeclared"),
    (##"by="#speaker""##, "Mr Speaker", "speaker_is_role"),
  ])
  func `a speaker who is nobody stays nobody and is remarked`(
    by: String, label: String?, code: String
  ) throws {
    let read = try Self.read(
      "<speech \(by)><p>Order!</p></speech>", references: Self.people)
    #expect(read.turns.map(\.speaker) == [nil])
    #expect(read.turns.map(\.label) == [label])
    #expect(read.members.isEmpty && read.panels.isEmpty)
    #expect(read.remarks.map(\.code).contains(code))
  }

  @Test func `two people of one name are not made one`() throws {
    let read = try Self.read(
      ##"<speech by="#a"><from>J Ash</from><p>Yes.</p></speech><speech by="#b"><p>No.</p></speech>"##,
      references: """
        <TLCPerson eId="a" href="/p/1" showAs="J Ash"/><TLCPerson eId="b" href="/p/2" showAs="J Ash"/>
        """)
    #expect(read.turns.map(\.speaker) == [nil, nil])
    #expect(read.turns.map(\.label) == ["J Ash", "J Ash"])
    #expect(read.remarks.count { $0.code == "label_ambiguous" } == 2)
  }

  @Test func `narrative inside a speech parts it, and its speaker goes on`() throws {
    let read = try Self.read(
      ##"<speech by="#ada"><from>Ada</from><p>One.</p><narrative>Bell.</narrative><p>Two.</p></speech>"##,
      references: Self.people)
    #expect(read.turns.map(\.text) == ["One.", "Bell.", "Two."])
    #expect(read.turns.map(\.speaker) == ["Ada Quill", nil, "Ada Quill"])
    #expect(read.turns.map(\.label) == ["Ada", nil, nil])
  }

  @Test func `numbers that do not rise, notes and what follows the debate are kept aside`() throws {
    let read = try Self.read(
      """
      <question by="#ada"><num>2.</num><p>So?<authorialNote marker="1"><p>Sic.</p></authorialNote>
      Well?</p></question><narrative>Bell.<authorialNote marker="2"><p>Rung.</p></authorialNote>
      </narrative><question by="#ada"><num>2.</num><p>Again?</p></question>
      """, references: Self.people, after: "<conclusions><p>Signed.</p></conclusions>")
    #expect(read.turns.map(\.questionNumber) == [2, nil, nil])
    #expect(read.turns.map(\.text) == ["So? Well?", "Bell.", "Again?"])
    #expect(read.turns.map { $0.footnotes.map(\.text) } == [["Sic."], [], []])
    #expect(read.unplaced.map(\.text) == ["Rung.", "2.", "Signed."])
    let codes = read.remarks.map(\.code)
    #expect(codes.contains("question_number_not_taken") && codes.contains("notes_set_apart"))
  }

  @Test(arguments: [
    ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", false),
    ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13", true),
    ("http://www.akomantoso.org/2.0", true),
  ])
  func `another vocabulary than the final one is named in a remark`(
    namespace: String, isRemarked: Bool
  ) throws {
    let read = try Self.read(
      ##"<speech by="#ada"><p>Yes.</p></speech>"##, references: Self.people, namespace: namespace)
    let remark = read.remarks.first { $0.code == "akoma_ntoso_namespace" }
    #expect((remark != nil) == isRemarked)
    #expect(remark.map { $0.message.contains(namespace) } ?? true)
  }

  @Test(arguments: [
    ("<a><b/></a>", "akoma_ntoso_not_found"),
    ("<akomaNtoso><act/></akomaNtoso>", "akoma_ntoso_not_debate"),
    ("<akomaNtoso><debate><debateBody><speech>", "xml_damaged"),
    ("<akomaNtoso><debate><debateBody/></debate></akomaNtoso>", "no_turns"),
    (
      "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><akomaNtoso>&c;</akomaNtoso>",
      "doctype_refused"
    ),
    ("<?xml version='1.0' encoding='ISO-8859-1'?><akomaNtoso/>", "xml_encoding"),
    (
      "<akomaNtoso><debate><debateBody>" + String(repeating: "<a>", count: 300)
        + String(repeating: "</a>", count: 300) + "</debateBody></debate></akomaNtoso>",
      "xml_too_deep"
    ),
  ])
  func `what is no debate, damaged or hostile is refused`(text: String, code: String) throws {
    let error = #expect(throws: PaperError.self) {
      try TranscriptFormat.read(Array(text.utf8), fileName: "d.akn")
    }
    #expect(error?.code == code)
    #expect(error?.message.contains("d.akn") ?? false)
  }

  @Test func `every text of the body has its one place`() throws {
    let body = """
      <debateSection><num>1.</num><heading>A</heading>loose<subheading>B</subheading>
      <speechGroup><from>C</from><speech by=""><from>D:</from>stray
      <blockList eId="l"><listIntroduction>E</listIntroduction><item><num>(a)</num><p>F<eol/>G</p>
      </item></blockList><table><tr><td><p>H</p></td><td>I</td></tr></table>
      <speech by=""><p>J</p></speech><p>K <i>L</i>M</p></speech></speechGroup>
      <madeUp><p>N <embeddedStructure><p>O</p></embeddedStructure> P</p></madeUp>
      <rollCall><p>Q</p></rollCall></debateSection>
      """
    let read = try Self.read(body)
    try InterchangeInk.expectWhole(read, bytes: Array("<debateBody>\(body)</debateBody>".utf8))
    #expect(read.turns[0].text == "1. A")
    #expect(read.turns.filter { $0.kind == .speech }.map(\.text).joined().contains("F\nG"))
  }
}

/// Compares the visible characters of XML with those of a transcript.
enum InterchangeInk {
  static func expectWhole(_ read: Transcript, bytes: [UInt8]) throws {
    let collector = Collector()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = collector
    try #require(parser.parse())
    let kept =
      read.header.lines.map(\.text) + read.turns.map { $0.lead + $0.text }
      + read.unplaced.map(\.text)
    #expect(ink(kept.joined()) == ink(collector.text))
  }

  private static func ink(_ text: String) -> [Character: Int] {
    text.reduce(into: [:]) { if !$1.isWhitespace { $0[$1, default: 0] += 1 } }
  }

  /// All text below the `meta`, but that of notes in it.
  private final class Collector: NSObject, XMLParserDelegate {
    var text = ""
    private var names: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) { names.append(name) }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { names.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if !names.contains("meta") || names.contains("note") { text += string }
    }
  }
}
