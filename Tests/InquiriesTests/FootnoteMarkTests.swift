import Inquiries
import Testing

@Suite struct FootnoteMarkTests {
  @Test(
    arguments: [
      ("It was late.[^1] Nobody[^note-5] came.", ["1", "note-5"], []),
      ("[^a]: As they said.\n[^b]: As others did[^c].", ["c"], ["a", "b"]),
      ("None are [^], [^two words], [a] and [^open", [], []),
    ] as [(String, [String], [String])])
  func `a mark refers to a footnote or begins it`(
    text: String, referring: [String], beginning: [String]
  ) {
    let marks = FootnoteMark.find(in: text)
    #expect(marks.filter { !$0.isBeginning }.map(\.label) == referring)
    #expect(marks.filter(\.isBeginning).map(\.label) == beginning)
  }

  @Test(
    arguments: [
      ("[^1]: As they said.", "1"), ("[^1] says so.", nil), ("So it was.[^1]: late", nil),
    ] as [(String, String?)])
  func `a text is a footnote where its mark stands first`(text: String, label: String?) {
    #expect(FootnoteMark.label(ofFootnote: text) == label)
  }
}
