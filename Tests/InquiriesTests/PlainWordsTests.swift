import Inquiries
import Testing

@Suite struct PlainWordsTests {
  @Test(arguments: [
    ("The Department [@Q1-3; @CTI0001] **must** act.", "The Department must act."),
    (
      "One  line\nand another\n\n \t\n  a\u{A0}new\u{2003}paragraph ",
      "One line and another\na new paragraph"
    ),
    ("[Half of us]{.claim #half} said so", "Half of us said so"),
    ("See [the Act](https://example.org/act), s. 17", "See the Act, s. 17"),
    (#"Five \* four, \[sic\]"#, "Five * four, [sic]"),
    ("Carers’ “café” – 100 %", "Carers’ “café” – 100 %"), (" \n\n\t", ""),
  ])
  func `what an author adds for the machine is left out`(markdown: String, words: String) {
    #expect(PlainWords.of(markdown) == words)
  }
}
