import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Whoever is on the register is guarded in every form of the name, and under no part of it.
@Suite(.database) struct ProtectedNameTests {
  /// A public session, whose witness is to be somebody on the register.
  private func world() async throws -> (world: World, witness: Person) {
    let world = try await World.make()
    try await world.publish(Sample.transcript(witness: "Young person A"))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    return (world, try #require(people.first { $0.name == "Young person A" }))
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
  }

  @Test(arguments: [
    (
      "Ann-Marie Vale-Hope",
      [
        "A. Vale-Hope said so.", "Miss A Vale-Hope said so.", "By A.-M. Vale-Hope.", "A VALE-HOPE",
        "Ask Ms Vale.", "Ask MS HOPE.", "Ask Ms. A. Hope.", "By A. Vale-\nHope.",
      ],
      ["A vale of hope.", "B. Vale-Hope said so.", "A hope.", "Ms Valentine said so."]
    ),
    (
      "Dr Kieran Doyle",
      [
        "Ask Father Doyle.", "Ask cllr doyle.", "K. Doyle said so.", "KJ DOYLE", "Kieran Doyle",
        "Mr K. J. Doyle",
      ],
      ["J. Doyle said so.", "Doyle said so.", "My father doyle."]
    ),
    (
      "Siân-Lowri Penn-Reed",
      [
        "Sian-Lowri Penn-Reed", "Siân-Lowri Pénn-Reed", "Ask Mr Pe\u{301}nn.",
        "Pénn-Reed, Sian-Lowri",
      ],
      ["The pénn."]
    ),
    ("Dr Smith", ["Ask Mr Smith."], ["The smith said so."]),
  ])
  func `a real name on the register is found in every form of one that is withheld`(
    name: String, found: [String], passed: [String]
  ) async throws {
    let (world, witness) = try await world()
    try await world.perform(ProtectPerson(witness.id, revision: 1, realName: name, terms: []))
    for said in found {
      let refused = await code {
        try await world.perform(CorrectPassage("Q2+1", version: 1, text: said))
      }
      #expect(refused == "protected_term_found", "\(said)")
    }
    for (version, said) in passed.enumerated() {
      try await world.perform(CorrectPassage("Q2+1", version: version + 1, text: said))
    }
  }

  @Test(arguments: ["A. Vale-Hope", "Ann-Marie", "Marie", "The HOPES"])
  func `a pseudonym has no part of the real name`(pseudonym: String) async throws {
    let (world, witness) = try await world()
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Ms Ann-Marie Vale-Hope", terms: []))
    let renamed = await code {
      try await world.perform(RenamePerson(witness.id, to: pseudonym, revision: 2))
    }
    let refusals = ["pseudonym_missing", "protected_term_found"]
    #expect(refusals.contains(renamed ?? "none"))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    #expect(people.first { $0.id == witness.id }?.name == "Young person A")
    try await world.perform(RenamePerson(witness.id, to: "Witness A", revision: 2))
  }

  @Test func `a part of the real name without its accents is a part of it`() async throws {
    let (world, witness) = try await world()
    try await world.perform(RenamePerson(witness.id, to: "Zoe", revision: 1))
    let refused = await code {
      try await world.perform(
        ProtectPerson(witness.id, revision: 2, realName: "Zoë Hope", terms: []))
    }
    #expect(refused == "pseudonym_missing")
  }

  @Test func `nobody is protected under a part of the real name`() async throws {
    let (world, witness) = try await world()
    try await world.perform(RenamePerson(witness.id, to: "Ann-Marie", revision: 1))
    let refused = await code {
      try await world.perform(
        ProtectPerson(witness.id, revision: 2, realName: "Ann-Marie Vale-Hope", terms: []))
    }
    #expect(refused == "pseudonym_missing")
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    #expect(people.first { $0.id == witness.id }?.isProtected == false)
  }
}
