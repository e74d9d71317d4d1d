import Papers
import Testing

/// One line of a head, taken apart where that is sure.
@Suite struct HeadSubmittersTests {
  @Test(arguments: [
    ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
    ("Dr Smith and Professor Jane Jones OBE", ["Dr Smith", "Professor Jane Jones OBE"]),
    ("Maria de la Cruz & John O’Brien-Hall", ["Maria de la Cruz", "John O’Brien-Hall"]),
    (
      "Jane Doe and John Roe, Northern University",
      ["Jane Doe, Northern University", "John Roe, Northern University"]
    ),
    ("Ann Poe and Jane Doe and John Roe", ["Ann Poe", "Jane Doe", "John Roe"]),
  ])
  func `people who sign together are told apart`(line: String, people: [String]) {
    #expect(HeadSubmitters(line) == .joint(people))
  }

  @Test(arguments: [
    ("Jane Doe", false), ("Jane Doe, Reader, Northern University", false),
    ("A grandparent and kinship carer", false),
    ("Jane Doe, Director of Research and Policy", false),
    ("Marks and Spencer", true), ("Jane and John Doe", true), ("Mr and Mrs Smith", true),
    ("Health Justice and Law Trust", true),
    ("Jane Doe, Director, and John Roe, Chair, Acme Trust", true),
    ("Jane Doe and John Roe, on behalf of Shelter", true), ("Jane Doe on behalf of Mary", true),
    ("Jane Doe on behalf of Charlotte Church", true),
    ("Jane Doe on behalf of Mary Church and John Roe", true),
    ("Jane Doe on behalf of John Roe and the Acme Trust", true),
    ("Jane Doe on behalf of Mary, Northern University", true),
    ("Jane Doe on behalf of Tom, Dick and Ann Church", true),
    ("Jane Doe on behalf of Mr and Mrs Roe", true),
  ])
  func `what cannot be told is left as one, and may be several`(line: String, isDoubtful: Bool) {
    #expect(HeadSubmitters(line) == .one(line))
    #expect(HeadSubmitters.mayBeSeveral(line) == isDoubtful)
  }

  @Test(arguments: [
    ("Jane Doe on behalf of the Acme Trust", ["Jane Doe"], "the Acme Trust"),
    (
      "Jane Doe, Director, for and on behalf of Lamps, Wicks and Oil Ltd", ["Jane Doe, Director"],
      "Lamps, Wicks and Oil Ltd"
    ),
    (
      "Jane Doe and John Roe, on behalf of Northern University", ["Jane Doe", "John Roe"],
      "Northern University"
    ),
    ("Jane Doe on behalf of the Methodist Church", ["Jane Doe"], "the Methodist Church"),
    ("Jane Doe on behalf of Church of England", ["Jane Doe"], "Church of England"),
  ])
  func `who writes for a body is its contact`(line: String, contacts: [String], body: String) {
    #expect(HeadSubmitters(line) == .body(body, contacts: contacts))
  }

  @Test(arguments: [
    "John Roe", "my late mother", "John Roe and Ann Poe", "John Roe, Ann Poe and Tom Hall",
  ])
  func `who writes for somebody else is a proxy`(other: String) {
    #expect(HeadSubmitters("Jane Doe on behalf of \(other)") == .proxy(["Jane Doe"], of: other))
  }
}
