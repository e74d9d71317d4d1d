import Inquiries
import Testing

@testable import Papers

@Suite struct ReportWritingTests {
  private func document() async throws -> ReportDocument {
    try await ReportSample.build(
      DraftReader.read(Array(DraftSample.text.utf8), fileName: "draft.md"))
  }

  @Test func `the page has an outline, ids and the words for each type`() async throws {
    let page = ReportSample.page(try await document())
    for part in [
      "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<h1>Storing up trouble</h1>",
      "<h2 id=\"section-0\">Summary</h2>", "<h3 id=\"section-5\">Early help</h3>", "id=\"para-1\"",
      "id=\"finding-1\"", "id=\"recommendation-2\"", ">Recommendation 2</p>", "A worked example.",
      "This is not an official publication", "Group for &lt;Children&gt;",
      "To: Department for Education; R&amp;D", "Under <a href=\"#finding-1\">finding 1</a>",
      "Supported by <a href=\"/OS3#q4\">Q4</a>: “it &lt;varies&gt;”",
      "agreed with the witnesses, point 3: a point</li>",
      "<li value=\"2\">respond &lt;soon&gt;. To: R&amp;D (regulator). By when: “within 6 months of the "
        + "Budget”: 28 February 2019, 4 months after Budget (31 October 2018; HC Deb)</li>",
      "<p class=\"lineage\">Repeats <a href=\"/D2\">A review (D2)</a>: Do it.</p>",
      "<h2 id=\"conclusions-and-recommendations\">", "(Paragraph 4)", "Q1–45",
      "Oral session 3, 6 February 2018", "A director, Director of children&#39;s services",
      "The names of those heard are not published.", "<a href=\"#section-5\">Early help</a>",
      "Transcript of oral session 3</a> (OS3), published on 1 March 2018",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test func `Markdown says what is asked, and what is taken up`() async throws {
    let text = ReportMarkdown.text(try await document())
    #expect(
      text.contains(
        "> 2. respond \\<soon\\>. To: R&D (regulator). By when: “within 6 months of the Budget”: 28 "
          + "February 2019, 4 months after Budget (31 October 2018; HC Deb)"))
    #expect(text.contains("> Repeats [A review (D2)](</D2>): Do it."))
  }

  @Test func `every id is given once and every inner link leads to one`() async throws {
    let body = DraftSample.text + "\n::: {.finding #noted}\nWords.[^1]\n:::\n\n[^1]: A note.\n"
    let draft = try DraftReader.read(Array(body.utf8), fileName: "draft.md")
    let page = ReportSample.page(try await ReportSample.build(draft))
    let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    let links = page.split(separator: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(links).subtracting(ids).isEmpty)
  }

  @Test func `tags are balanced`() async throws {
    let page = ReportSample.page(try await document())
    var open: [Substring] = []
    for tag in page.split(separator: "<").dropFirst() {
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if ["meta", "br", "hr", "DOCTYPE"].contains(name) || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") { #expect(open.popLast() == name) } else { open.append(name) }
    }
    #expect(open.isEmpty)
  }

  @Test func `the same report gives the same bytes`() async throws {
    #expect(ReportHTML.page(try await document()) == ReportHTML.page(try await document()))
    #expect(ReportMarkdown.text(try await document()) == ReportMarkdown.text(try await document()))
  }

  @Test func `a published report says its day`() async throws {
    var frame = ReportSample.frame()
    frame.publishedOn = Day(year: 2018, month: 7, day: 11)
    let document = try await ReportSample.build(DraftSample.read("Words."), frame: frame)
    #expect(
      ReportSample.page(document).contains("<time datetime=\"2018-07-11\">11 July 2018</time>"))
    #expect(ReportMarkdown.text(document).contains("Published on 11 July 2018"))
  }

  @Test func `an author's links lead only to the web, to mail or to the page`() async throws {
    let document = try await ReportSample.build(
      body: """
        [a](javascript:alert(1)) [b](data:text/html,x) [c](http://a.b?x=1&y=2) [d](mailto:a@b.c)
        [e](/etc/passwd) [f](&#106;avascript:x) [g](#para-1){onclick="x"} ![h "x"](http://a.b/c.png)
        <b onclick="x">i</b> [j]{style="x"}

        """)
    let page = ReportSample.page(document)
    let tags = page.split(separator: "<").dropFirst().map { "<\($0.prefix { $0 != ">" })" }
    for part in ["onclick", "<img", "data:", "/etc", "style=\"x", "<b ", "javascript"] {
      #expect(!tags.contains { $0.contains(part) }, "\(part)")
    }
    #expect(page.contains("<a href=\"http://a.b?x=1&amp;y=2\">c</a>"))
    #expect(page.contains("<a href=\"mailto:a@b.c\">d</a>"))
    #expect(page.contains("&lt;b onclick=\"x\"&gt;i&lt;/b&gt;"))
  }

  @Test func `an author's HTML and links elsewhere are words in Markdown too`() async throws {
    let document = try await ReportSample.build(
      body: """
        # Summary <script>alert(3)</script>

        <img src=x onerror=alert(4)> [a](javascript:alert(5)) [b](https://a.b) `<b>` [@Q45]

        ::: {.finding #late}
        It is <b onclick="x">late</b>.
        :::

        """)
    let text = ReportMarkdown.text(document)
    for part in [
      "## Summary \\<script>alert(3)\\</script>\n", "**1.** \\<img src=x onerror=alert(4)> ",
      "[a]\\(javascript:alert(5)) [b](https://a.b) `<b>` \\[[Q45](</x#Q45>)\\]",
      "> It is \\<b onclick=\"x\">late\\</b>.",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    ("a \\<b> c < 4 <3", "a \\<b> c < 4 <3"), ("a \\\\<b>", "a \\\\\\<b>"),
    ("<!-- a --> <?b> <", "\\<!-- a --> \\<?b> \\<"),
    (
      "<https://a.b/c> <mailto:a@b.c> <javascript:x>",
      "<https://a.b/c> <mailto:a@b.c> \\<javascript:x>"
    ),
    ("[a](#b) [c](d.html) [e](/f:g) [h](?i) [j](MAILTO:k)", "="),
    ("[a]( &#106;avascript:x)", "[a]\\( &#106;avascript:x)"),
    ("[a](\n<java\\script:x>)", "[a]\\(\n\\<java\\script:x>)"),
    ("[a]: data:b", "[a]\\: data:b"), ("> [a]:\n> data:b 'c'", "> [a]\\:\n> data:b 'c'"),
    ("[^1]: Note: words", "="), ("`` ` <b> `` <b>", "`` ` <b> `` \\<b>"),
    ("` a\n` <b>`", "\\` a\n` <b>`"), ("| ` | <b> ` |", "| \\` | \\<b> \\` |"),
    ("`<b>`{=html}", "\\`\\<b>\\`{=html}"),
    ("```\n<b>\n```\n<b>", "```\n<b>\n```\n\\<b>"),
    ("~~~ x\n<b>\n~~~~", "="), ("```{=html}\n<b>\n```", "\\`\\`\\`{=html}\n\\<b>\n\\`\\`\\`"),
    ("a\n```\n<b>\n```", "a\n\\`\\`\\`\n\\<b>\n\\`\\`\\`"), ("~~a~~", "="),
    ("- a\n\n  ~~~\n  <b>", "- a\n\n  \\~\\~\\~\n  \\<b>"),
  ])
  func `only what every reader takes for code is left as it is`(markdown: String, safe: String) {
    #expect(AuthorMarkdown.safe(markdown) == (safe == "=" ? markdown : safe))
  }

  @Test func `the sanitiser lets nothing pass that is not listed`() {
    #expect(HTMLSanitiser.sanitise("<p onclick=\"x\">a</p>".utf8) == "<p>a</p>")
    #expect(HTMLSanitiser.sanitise("<script src=\"x\">a</script>".utf8) == "a")
    #expect(HTMLSanitiser.sanitise("<a href=\"JAVASCRIPT:x\">a</a>".utf8) == "a")
    #expect(
      HTMLSanitiser.sanitise("<a href=\"https://a.b\" class=\"x\">a</a>".utf8)
        == "<a href=\"https://a.b\">a</a>")
    #expect(HTMLSanitiser.sanitise("<svg/onload=x><p".utf8) == "<p>")
    #expect(HTMLSanitiser.sanitise("<img alt=\"a &lt;b&gt;\" src=\"x\">".utf8) == "a &lt;b&gt;")
    #expect(
      HTMLSanitiser.sanitise("<th style=\"text-align: left;\">a</th>".utf8)
        == "<th scope=\"col\" style=\"text-align: left;\">a</th>")
    #expect(HTMLSanitiser.sanitise("<td style=\"x:y\">a</td>".utf8) == "<td>a</td>")
  }

  @Test(arguments: [UInt64](1...200))
  func `no bytes make the sanitiser let a stranger pass`(seed: UInt64) {
    var dice = DraftDice(seed)
    let parts = [
      "<", ">", "\"", "'", "=", "script", "img", "a", "p", " href", "javascript:", "/", "onload",
      "é",
      "<a href=\"", "</a>", "<!--", "-->", " ", "&", "x",
    ]
    let input = (0..<40).map { _ in dice.pick(parts, or: "") }.joined()
    let output = HTMLSanitiser.sanitise(input.utf8)
    for stranger in ["<script", "<img", "href=\"javascript", "<!--", " onload"] where !input.isEmpty
    {
      let isInTag = output.split(separator: "<").dropFirst().contains {
        "<\($0.prefix { $0 != ">" })".contains(stranger)
      }
      #expect(!isInTag, "seed \(seed): \(input) → \(output)")
    }
  }

  @Test func `words are escaped in text and attributes alike`() {
    var html = HTMLBytes()
    html.literal("<p title=\"")
    html.attribute("a\"b'<c>&é")
    html.literal("\">")
    html.text("a\"b'<c>&é".dropFirst())
    html.number(-3)
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<p title=\"a&quot;b&#39;&lt;c&gt;&amp;é\">&quot;b&#39;&lt;c&gt;&amp;é-3")
  }

  @Test func `Markdown for publication prints citations in their form`() async throws {
    let text = ReportMarkdown.text(try await document())
    for part in [
      "# Storing up trouble\n", "## Summary\n",
      "**1.** A paragraph. \\[[Q45](</x#Q45>)\\] More words \\[[Qq12–14](</x#Q12-14>); ",
      "> **Finding 1** (paragraph 2)\n>\n> Words of the finding. \\[[Q4](</x#Q4>)\\]",
      "> To: Department for Education; R&D", "- Supported by [Q4](</OS3#q4>): “it \\<varies\\>”",
      "## Conclusions and recommendations\n", "> (Paragraph 4)", "## Witnesses\n", "Q1–45",
      "- [Transcript of oral session 3](</inquiries/care-thresholds/OS3>) (OS3)",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("[@"))
  }
}
