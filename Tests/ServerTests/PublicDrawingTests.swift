import Papers
import Testing

@testable import Server

@Suite struct PublicDrawingTests {
  @Test(arguments: [
    ("One.", "<p>One.</p>\n"), ("One.\nTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
    ("\n One.\n \t\n\u{A0}\nTwo.\n", "<p> One.</p>\n<p>Two.</p>\n"), ("", ""),
    ("A & B", "<p>A &amp; B</p>\n"), ("One\r\nstill one", "<p>One\r\nstill one</p>\n"),
    ("\u{A0}One", "<p>\u{A0}One</p>\n"),
  ])
  func `words become a paragraph a line, blank ones left out`(words: String, html: String) {
    var bytes = HTMLBytes()
    PassageHTML.paragraphs(words, to: &bytes)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == html)
  }
}
