import Inquiries
import Testing

@Suite struct ReferenceListTests {
  @Test(arguments: [
    (["CTI0001-0004"], ["CTI0001", "CTI0002", "CTI0003", "CTI0004"]),
    (["CTI0009–CTI0011"], ["CTI0009", "CTI0010", "CTI0011"]),
    (["OS1-4"], ["OS1", "OS2", "OS3", "OS4"]),
    (["OS9-11"], ["OS9", "OS10", "OS11"]),
    (["CTI0012"], ["CTI0012"]),
    (["cti0012", "os6-Summary"], ["CTI0012", "OS6-summary"]),
    (["CTI0098-0101"], ["CTI0098", "CTI0099", "CTI0100", "CTI0101"]),
    (["OS3-3"], ["OS3"]),
    (["OS3, OS1", "OS2-3"], ["OS3", "OS1", "OS2"]),
    ([], []),
  ])
  func `a few words name each reference once, in their order`(
    words: [String], expected: [String]
  ) throws {
    #expect(try ReferenceList(words).references == expected)
  }

  @Test func `exceptions are taken out, ranges of them too`() throws {
    let list = try ReferenceList(["CTI0001-0034"], except: ["CTI0007", "CTI0010-0034"])
    #expect(list.references == (1...9).filter { $0 != 7 }.map { "CTI000\($0)" })
    #expect(try ReferenceList(["OS6", "OS6-note"], except: ["OS6"]).references == ["OS6-note"])
  }

  @Test(arguments: [
    "CTI", "0012", "12-14", "CTI0001-OS4", "CTI0001-", "-0004", "CTI0001-0002-0003",
    "CTI0001-034", "OS1-4-summary", "Q45+2", "OS6-sum1", "CTI٠٠١٢", "OS12345678901",
  ])
  func `what is no reference and no range is refused by name`(word: String) throws {
    let refusal = try #require(throws: Refusal.self) { try ReferenceList(["OS1", word]) }
    #expect(refusal.code == "reference_range_form")
    #expect(refusal.message.contains("“\(word)”"))
  }

  @Test(arguments: ["CTI0034-0001", "OS4-1", "CTI0120-34"])
  func `a range that runs backwards is refused, a shortened end as well`(word: String) throws {
    let refusal = try #require(throws: Refusal.self) { try ReferenceList([word]) }
    #expect(refusal.code == "reference_range_backwards")
    #expect(refusal.message.contains("“\(word)”"))
  }

  @Test func `an exception that leaves nothing out is refused by name`() throws {
    let refusal = try #require(throws: Refusal.self) {
      try ReferenceList(["CTI0001-0034"], except: ["CTI0034-0035"])
    }
    #expect(refusal.code == "reference_exception_unused")
    #expect(refusal.message.contains("CTI0035 is not"))
    #expect(refusal.field == "except")
  }

  @Test func `two thousand references may be named and not one more`() throws {
    #expect(try ReferenceList(["CTI0001-2000"]).references.count == 2_000)
    for words in [["CTI0001-2001"], ["CTI0001-2000", "OS1"], ["CTI0001-999999999"]] {
      let refusal = try #require(throws: Refusal.self) { try ReferenceList(words) }
      #expect(refusal.code == "reference_range_too_long")
    }
    #expect(try ReferenceList(["CTI0001-2000", "CTI0001-2000"]).references.count == 2_000)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `a list typed as ranges is the list`(seed: UInt64) throws {
    print("reference list, seed \(seed)")
    var dice = Seeded(seed)
    for _ in 0..<300 {
      var words: [String] = []
      var expected: [String] = []
      var next = 1
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let first = next + Int.random(in: 0...40, using: &dice)
        let last = first + Int.random(in: 0...9, using: &dice)
        next = last + 1
        let dash = ["-", "–", "-CTI", "–cti"].randomElement(using: &dice) ?? "-"
        words.append(first == last ? padded(first) : "\(padded(first))\(dash)\(digits(last))")
        expected += (first...last).map(padded)
      }
      let left = expected.filter { _ in Int.random(in: 0..<4, using: &dice) == 0 }
      let list = try ReferenceList(words, except: left)
      #expect(list.references == expected.filter { !left.contains($0) }, "\(words), seed \(seed)")
    }
  }

  private func padded(_ number: Int) -> String { "CTI" + digits(number) }

  private func digits(_ number: Int) -> String {
    String(repeating: "0", count: 4 - String(number).count) + "\(number)"
  }
}
