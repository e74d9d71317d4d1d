import Inquiries
import Testing

@Suite struct LocatorListTests {
  @Test func `places are locators, and ranges of submissions`() throws {
    let list = try LocatorList([
      "CTI0001-0003", "S2-Q9, answer 1; CTI0007,  para 4", "CTI0002", "CTI0008, paras 3-5",
    ])
    #expect(
      list.names == [
        "CTI0001", "CTI0002", "CTI0003", "S2-Q9, answer 1", "CTI0007, para 4",
        "CTI0008, paras 3-5",
      ])
  }

  @Test func `what cannot be is refused, and what holds blanks is typed in quotation marks`()
    throws
  {
    let refusal = #expect(throws: Refusal.self) { try LocatorList(["CTI0003-0001"]) }
    #expect(refusal?.code == "reference_range_backwards")
    #expect(
      LocatorList.typed(["CTI0001", "CTI0007, para 4"]) == "CTI0001 \"CTI0007, para 4\"")
  }
}
