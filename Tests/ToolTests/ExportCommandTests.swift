import Foundation
import Inquiries
import TestSupport
import Testing

/// A transcript out of one program and into another.
@Suite(.database, .serialized) struct ExportCommandTests {
  @Test func `a transcript is written as a file and read again`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await ServedInquiry.serving(world, to: "Cleo Clerk", "clerk", columns: 120) {
      folder, environment in
      func run(_ words: String) async throws -> Binary.Run {
        try await Binary.run(
          words.split(separator: " ").map(String.init), environment: environment, input: "")
      }
      let file = folder.appending(path: "os1.xml").path
      let written = try await run("session export OS1 -o \(file)")
      #expect(written.status == 0)
      #expect(written.words.contains("the record OS1"))
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("<num>Q1</num>"))
      let again = try await run("session import \(file) --dry-run --held-on 2023-11-08")
      #expect(again.words.contains("question 1 was issued in this inquiry before"))
      let csv = try await run("session export OS1 --format csv")
      #expect(
        csv.output.hasPrefix("row,number,label,speaker,isChair,panel,role,organisation,text\n"))
      #expect(try await run("session export OS9").words.contains("source_not_found"))
      #expect(try await run("session export OS1 --format pdf").status == 64)
    }
  }
}
