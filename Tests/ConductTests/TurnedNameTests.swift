import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// A name that is withheld is found with the surname first, and however its letters are coded.
@Suite(.database) struct TurnedNameTests {
  /// Somebody whose submission is decided on without the name.
  private func unnamed(_ name: String) async throws -> World {
    let world = try await World.make()
    try await world.submit(
      "Written evidence submitted by \(name)\n\n1. Help came late to me.\n",
      .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    return world
  }

  /// Those of some texts that would name somebody who is not to be named.
  private func naming(_ texts: [String], _ world: World) async throws -> [String] {
    try await world.read { viewpoint, connection in
      try AnonymousWall.naming(texts, as: viewpoint, on: connection).map { texts[$0] }
    }
  }

  @Test(arguments: [
    (
      "Ann-Marie Vale-Hope",
      [
        "We heard Vale-Hope, Ann-Marie.", "We heard VALE-HOPE Ann-Marie.",
        "We heard VALE-HOPE ANN-MARIE.", "We heard vale-hope, ann-marie.",
        "We heard Vale Hope, Ms Ann Marie.", "We heard **Vale-Hope**, Dr. _Ann-Marie_.",
        "We heard Vale-Hope,\nAnn-Marie.", "We heard Vale-Hope\u{A0}Ann-Marie.",
        "We heard Vale-Ho\u{AD}pe, Ann-Marie.",
      ]
    ),
    ("Mary Jane Smith", ["Smith, Mary Jane", "Jane Smith, Mary"]),
    (
      "Mary Smith",
      [
        "Smith, Mary", "It is by Smith, Mary, who said so.", "Evidence: Smith, Mary (Leeds)",
        "We heard Smith, Mary Brown and Tom Lee.", "We heard John Smith, Mary and Tom.",
        "We went home. Smith, Mary Leeds", "Brown, Tom\nSmith, Mary\nLee, Ann",
        "Brown, Tom, Smith, Mary, Lee, Ann", "John Smith, Mary Brown, and Smith, Mary, came.",
        "John Smith, Mary Smith, Mary.", "EVIDENCE FROM SMITH, MARY LEEDS",
        "We heard john smith, mary brown.",
      ]
    ),
    ("Anna van der Berg", ["van der Berg, Anna", "Berg, Anna van der"]),
    (
      "Zoë Dupré",
      ["Zoe\u{308} Dupre\u{301} said so.", "Dupre\u{301}, Zoë", "Ms Dupre\u{301} said so."]
    ),
    ("Zoë Dupré", ["Zoe Dupre said so.", "Dupre, Zoe", "Ms Dupre said so.", "ZOÉ DUPRÈ"]),
    (
      "Łukasz Żak-Søren",
      ["Lukasz Zak-Soren said so.", "Mr Zak said so.", "ZAK-SOREN Lukasz", "L. Zak-Soren"]
    ),
    ("Niamh O’Shea", ["Niamh O\u{2BC}Shea said so.", "Ms O'Shea said so."]),
    ("Zoe\u{308} Dupre\u{301}", ["Zoë Dupré said so.", "Dupré, Zoë", "Z. Dupré said so."]),
  ])
  func `a withheld name is found in another order and with accents apart`(
    name: String, texts: [String]
  ) async throws {
    let world = try await unnamed(name)
    // As bytes: a text is equal to its composed form.
    #expect(try await naming(texts, world).map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test(arguments: [
    (
      "Ann-Marie Hope",
      [
        "They arrived in Hope. Ann-Marie said so.", "They arrived in Hope; Ann-Marie said so.",
        "In Hope\n\nAnn-Marie said so.", "Hope, Ann", "Hopes, Ann-Maries",
      ]
    ),
    ("Ann Young", ["A young Ann said so.", "We were young. Ann was not."]),
    (
      "Mary Smith",
      [
        "We heard from John Smith, Mary Brown and Tom Lee.", "J. Smith, Mary J. Brown",
        "**Dr. Ann-Marie Smith**, Ms Mary **Brown**",
      ]
    ),
    ("Zoë Dupré", ["Zoe Duprey said so.", "Dupree, Zoe"]),
  ])
  func `what only looks like a turned name is no name`(
    name: String, texts: [String]
  ) async throws {
    #expect(try await naming(texts, try await unnamed(name)) == [])
  }

  @Test func `who is public under the name may be meant by it in either order`() async throws {
    let world = try await unnamed("Ann-Marie Hope")
    #expect(try await naming(["Hope, Ann-Marie"], world) == ["Hope, Ann-Marie"])
    try await world.publish(Sample.transcript(witness: "Ann-Marie Hope"))
    #expect(try await naming(["Hope, Ann-Marie"], world) == [])
  }

  @Test(arguments: [
    ("Zoë Dupré", "Ms Dupre\u{301}"), ("Zoe\u{308} Dupre\u{301}", "Ms Dupré"),
    ("Zoë Dupré", "Dupre\u{301}, Zoe\u{308}"),
  ])
  func `a name with accents apart is told as it stands`(
    name: String, said: String
  ) async throws {
    let world = try await unnamed(name)
    try await world.submit(
      "Written evidence submitted by A charity\n\n1. We asked \(said) about it.\n",
      .init(kind: .organisation), fileName: "b.txt")
    let found = try await world.read {
      try PersonalDataCheck.remarks(onSource: "EXA0002", as: $0, on: $1)
    }
    #expect(found.map(\.words) == [said])
  }

  @Test func `evidence and report say a withheld name in neither order`() async throws {
    let world = try await unnamed("Ann-Marie Vale-Hope")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    try await world.submit(
      "Written evidence submitted by A charity\n\n1. We asked VALE-HOPE Ann-Marie about it.\n",
      .init(kind: .organisation), fileName: "b.txt")
    let found = try await world.read {
      try PersonalDataCheck.remarks(onSource: "EXA0002", as: $0, on: $1)
    }
    #expect(found.map(\.kind) == [.withheldName])
    try await world.push(
      Sample.draft(citing: "EXA0001, para 1").replacing(
        "# Summary\n", with: "# Summary\n\nVale-Hope, Ann-Marie, wrote to us in November.\n"))
    let refusal = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(refusal?.code == "anonymous_named")
  }

  @Test func `a real name on the register is found in either order and coding`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let witness = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Zoë Hope", terms: []))
    for said in ["Hope, Zoe\u{308}, said so.", "HOPE Zoë said so.", "Zoe\u{308} Hope said so."] {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.perform(CorrectPassage("Q2+1", version: 1, text: said))
      }
      #expect(refusal?.code == "protected_term_found", "\(said)")
    }
    try await world.perform(
      CorrectPassage("Q2+1", version: 1, text: "They arrived in Hope. Zoë said so."))
  }

  @Test(arguments: [
    (
      "Will Young", ["Young, Will, came.", "YOUNG Will came.", "A note of young, will."],
      ["We asked how the young will live.", "The Young will say so."]
    ),
    (
      "Mary Smith", ["We heard Smith, Mary."],
      ["We heard from John Smith, Mary Brown and Tom Lee."]
    ),
  ])
  func `a real name on the register turned is none of the words that are in it`(
    name: String, found: [String], passed: [String]
  ) async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let witness = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(ProtectPerson(witness.id, revision: 1, realName: name, terms: []))
    for said in found {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.perform(CorrectPassage("Q2+1", version: 1, text: said))
      }
      #expect(refusal?.code == "protected_term_found", "\(said)")
    }
    for (version, said) in passed.enumerated() {
      try await world.perform(CorrectPassage("Q2+1", version: version + 1, text: said))
    }
  }
}
