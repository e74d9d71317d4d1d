import Inquiries
import Testing

@Suite struct ListWordsTests {
  @Test(arguments: [
    (["CTI0001", "CTI0002", "CTI0003"], ["CTI0001-0003"]),
    (["CTI0001", "CTI0003", "CTI0004"], ["CTI0001", "CTI0003-0004"]),
    (["OS9", "OS10"], ["OS9-10"]), (["OS6", "OS6-summary", "OS7"], ["OS6", "OS6-summary", "OS7"]),
    (["OS1", "CTI0002"], ["OS1", "CTI0002"]), ([], []),
  ])
  func `references are named in the fewest words`(references: [String], words: [String]) {
    #expect(ReferenceList.words(naming: references) == words)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `what names references reads back as those`(seed: UInt64) throws {
    print("reference words, seed \(seed)")
    var dice = Seeded(seed)
    for _ in 0..<200 {
      let numbers = (1...60).filter { _ in Int.random(in: 0..<3, using: &dice) > 0 }
      let references = numbers.map {
        "CTI" + String(repeating: "0", count: 4 - "\($0)".count) + "\($0)"
      }
      let words = ReferenceList.words(naming: references)
      #expect(try ReferenceList(words).references == references)
      #expect(try NumberList(NumberList.words(naming: numbers)).numbers == numbers)
    }
  }

  @Test func `numbers are taken as ranges and single ones, less the exceptions`() throws {
    #expect(try NumberList(["12-15,41", "3"], except: ["13-14"]).numbers == [12, 15, 41, 3])
    #expect(NumberList.words(naming: [1, 2, 3, 7]) == ["1-3", "7"])
  }

  @Test(arguments: ["0", "x", "3-1", "1-2-3", "-4", "5-", "1-99999", "١٢", "99999999999999999999"])
  func `what is no number and no range is refused by name`(word: String) throws {
    let refusal = try #require(throws: Refusal.self) { try NumberList([word]) }
    #expect(refusal.code == "number_range_form")
    #expect(refusal.message.contains("“\(word)”"))
  }

  @Test func `a range that runs backwards is said to, and how it is meant`() throws {
    let refusal = try #require(throws: Refusal.self) { try NumberList(["3-1"]) }
    #expect(refusal.message == "“3-1” runs backwards; write 1-3.")
  }

  @Test func `an exception among numbers that leaves nothing out is refused`() throws {
    let refusal = try #require(throws: Refusal.self) { try NumberList(["1-3"], except: ["4"]) }
    #expect(refusal.code == "number_exception_unused")
  }
}
