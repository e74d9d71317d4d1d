import Conduct
import Foundation
import Inquiries
import Records
import TestSupport
import Testing

/// Corrected files tried first, what was corrected, asked of a source or of one passage, and
/// what a mended name answers.
@Suite(.database, .serialized) struct CorrectionsCommandTests {
  @Test func `a dry run shows what cannot be placed, and says that the file will be refused`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript().replacing("Oral evidence", with: "Uncorrected oral evidence"))
    let answer = "Ann Witness: We found that help came late. It was case 2."
    try await ServedInquiry.serving(world, to: "Cleo Clerk", "clerk", columns: 160) {
      folder, environment in
      let file = folder.appending(path: "corrected.txt")
      try Data(Sample.transcript().replacing(answer, with: "").utf8).write(to: file)
      func correct(_ options: String...) async throws -> Binary.Run {
        try await Binary.run(
          ["session", "correct", "OS1", file.path] + options, environment: environment)
      }
      let tried = try await correct("--dry-run")
      #expect(tried.output.contains("Could not be placed (1)"))
      #expect(tried.words.contains("without --leave nothing will be"))
      #expect(try await correct().words.contains("correction_not_placed"))
      #expect(try await correct("--dry-run", "--leave").words == "Nothing was done.\n")
    }
  }

  @Test func `corrections are listed of a source and of one passage, and of nothing else`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    for place in ["Q1+1", "Q2+1"] {
      try await world.perform(
        CorrectPassage(place, version: 1, text: "It came late, as I said at \(place)."))
    }
    try await ServedInquiry.serving(world, to: "Cleo Clerk", "clerk", columns: 160) {
      _, environment in
      func listed(_ name: String) async throws -> Binary.Run {
        try await Binary.run(["passage", "corrections", name], environment: environment)
      }
      let all = try await listed("OS1").output
      #expect(all.contains("Q1+1, misreporting") && all.contains("Q2+1, misreporting"))
      let one = try await listed("Q2+1")
      #expect(one.status == 0)
      #expect(one.output.contains("Q2+1, misreporting") && !one.output.contains("Q1+1"))
      #expect(try await listed("Q3+1").output == "Nothing of Q3+1 was corrected.\n")
      let none = try await listed("OS9")
      #expect(none.status == 1)
      #expect(none.words.contains("There is no “OS9” in this inquiry."))
      #expect(none.words.contains("(source_not_found; reference)"))
    }
  }

  @Test func `a rename says what changed: the name, or what stands beside it`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let witness = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "Ann Witness" })
    try await ServedInquiry.serving(world, to: "Cleo Clerk", "clerk", columns: 160) {
      _, environment in
      func rename(_ words: String...) async throws -> String {
        let run = try await Binary.run(
          ["person", "rename", "\(witness.id)"] + words, environment: environment)
        return run.output.split(separator: "\n").joined(separator: " ")
      }
      let hidden = try await rename("Ann Witness", "--name-only")
      #expect(hidden.contains("printed as “Ann Witness”, as before."))
      #expect(hidden.contains("sees the name alone from now on"))
      let renamed = try await rename("Anna Witness")
      #expect(renamed.contains("printed as “Anna Witness”, no longer “Ann Witness”."))
      #expect(!renamed.contains("from now on") && !renamed.contains("again"))
      let shown = try await rename("Anna Witness", "--no-name-only")
      #expect(shown.contains("organisation and group beside the name again"))
    }
  }
}
