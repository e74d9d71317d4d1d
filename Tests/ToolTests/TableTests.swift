import Testing

@testable import InquiryTool

@Suite struct TableTests {
  private func lines(_ table: Table, width: Int) -> [String] {
    let (heading, body) = table.lines(width: width)
    return heading + body
  }

  @Test func `a table that fits is as wide as its cells`() {
    let table = Table(["Reference", .number("Session")], [["OS1", "1"], ["OS6-summary", "12"]])
    #expect(
      lines(table, width: 100) == [
        "Reference    Session",
        "-----------  -------",
        "OS1                1",
        "OS6-summary       12",
      ])
  }

  @Test func `the widest column wraps at word boundaries`() {
    let table = Table(
      ["Line", "Words"], [["12", "one two three four five six seven eight nine ten"]])
    #expect(
      lines(table, width: 30) == [
        "Line  Words",
        "----  ------------------------",
        "12    one two three four five",
        "      six seven eight nine ten",
      ])
  }

  @Test(arguments: [40, 60, 80, 100, 200])
  func `no line is wider than the screen, and no word is lost`(width: Int) {
    let long = String(repeating: "consideration of thresholds ", count: 20)
    let address = String(repeating: "x", count: 300)
    var page = Page(width: width)
    page.table(
      ["Reference", "Remark", .number("Paragraph"), "Remedy"],
      [["OS6-summary", long, "12", long], ["OS1", "short", "3", address]], none: "")
    let printed = page.printed(inColour: false)
    #expect(printed.split(separator: "\n").allSatisfy { Wrapping.width(of: String($0)) <= width })
    #expect(printed.split(whereSeparator: \.isWhitespace).count { $0 == "consideration" } == 40)
    #expect(printed.count { $0 == "x" } == 300)
  }

  @Test func `where the words of all columns do not fit, rows are shown one by one`() {
    var page = Page(width: 40)
    page.table(
      ["Key", "Finding", "Addressees", "Evidence"],
      [
        ["publish-thresholds", "postcode-lottery", "Department", ""],
        ["fund-help", "money", "", "1 affirmed"],
      ], none: "")
    #expect(
      page.printed(inColour: false) == """
        Key         publish-thresholds
        Finding     postcode-lottery
        Addressees  Department

        Key       fund-help
        Finding   money
        Evidence  1 affirmed

        """)
  }

  @Test func `a word longer than its column is cut and none of it lost`() {
    let word = String(repeating: "abcdefghij", count: 12)
    #expect(Wrapping.lines(word, width: 50).joined() == word)
    #expect(Wrapping.lines(word, width: 50).map(\.count) == [50, 50, 20])
  }

  @Test func `line breaks of a cell are kept`() {
    #expect(Wrapping.lines("one\n\ntwo", width: 20) == ["one", "", "two"])
  }

  @Test(arguments: ["\u{1B}[2J", "\u{7}", "\u{9B}31m", "\u{202E}", "\r", "\u{2028}"])
  func `words of a transcript cannot steer the terminal`(marks: String) {
    let printed = Wrapping.lines("before\(marks)after", width: 80).joined()
    #expect(printed.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
  }

  @Test func `wide characters count as two columns and accents as none`() {
    #expect(Wrapping.width(of: "Siân Ŵyn") == 8)
    #expect(Wrapping.width(of: "Sia\u{302}n") == 4)
    #expect(Wrapping.width(of: "東京") == 4)
  }

  @Test func `an empty table is a sentence`() {
    var page = Page(width: 80)
    page.table(["Slug"], [], none: "There is nothing yet.")
    #expect(page.printed(inColour: false) == "There is nothing yet.\n")
  }
}
