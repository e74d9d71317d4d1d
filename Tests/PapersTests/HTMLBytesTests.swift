import Papers
import Testing

@Suite struct HTMLBytesTests {
  @Test(arguments: [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ])
  func `what must be escaped is found wherever it stands`(letter: String, entity: String) {
    for before in 0..<20 {
      for after in 0..<20 {
        let (left, right) = (
          String(repeating: "é", count: before), String(repeating: "x", count: after)
        )
        var html = HTMLBytes()
        html.text(left + letter + right)
        #expect(String(decoding: html.bytes, as: UTF8.self) == left + entity + right)
      }
    }
  }

  @Test func `a part of a text is escaped as a whole one is`() {
    let text = "<b>Tom & “Jerry”</b>"
    var whole = HTMLBytes()
    whole.attribute(text)
    var part = HTMLBytes()
    part.attribute(("x" + text).dropFirst())
    #expect(whole.bytes == part.bytes)
    #expect(String(decoding: whole.bytes, as: UTF8.self) == "&lt;b&gt;Tom &amp; “Jerry”&lt;/b&gt;")
  }
}
