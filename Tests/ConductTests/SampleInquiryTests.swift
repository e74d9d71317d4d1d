import Conduct
import Foundation
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// The real transcripts lie outside the repository. When INQUIRY_SAMPLES names
/// their folder, one that is absent is a failure; when it is not set, the suite
/// says that it was not asked for.
@Suite(
  .database,
  .enabled(
    if: ProcessInfo.processInfo.environment["INQUIRY_SAMPLES"] != nil,
    "INQUIRY_SAMPLES is not set: no real inquiry was imported"))
struct SampleInquiryTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    let folder = try #require(ProcessInfo.processInfo.environment["INQUIRY_SAMPLES"])
    return Array(
      try Data(contentsOf: URL(filePath: folder).appending(path: "lords-oral-evidence/\(name)")))
  }

  @Test(arguments: ["txt", "docx"])
  func `three Lords sessions become one inquiry of questions 1 to 56`(kind: String) async throws {
    let world = try await World.make(.lordsCommittee)
    var reports: [ImportReport] = []
    for name in [
      "2024-05-08-session-14929", "2024-05-22-session-14931", "2024-09-04-session-14923",
    ] {
      let read = try RecordRead(
        PaperFile(try bytes("\(name).\(kind)"), name: "\(name).\(kind)"),
        said: .init(kind: .transcript))
      reports.append(try await world.perform(ReceiveRecord(read)))
    }
    #expect(reports.map(\.reference) == ["OS1", "OS2", "OS3"])
    #expect(reports.map(\.questionCount) == [18, 14, 24])
    #expect(reports.map(\.questions) == [1...18, 19...32, 33...56])
    #expect(reports.map(\.members.count) == [11, 12, 12])
    #expect(reports.map { $0.panels.flatMap(\.self).count } == [1, 2, 2])
    #expect(reports.map(\.heldOn?.description) == ["2024-05-08", "2024-05-22", "2024-09-04"])
    // Members who sat before are known again.
    #expect(reports.map(\.peopleNew) == [12, 3, 2])
    #expect(reports.allSatisfy { $0.unplaced.contains { $0.reason == "page number" } })
    let numbers = try await world.read { viewpoint, connection in
      try Session.issued(among: Array(0...100), as: viewpoint, on: connection)
    }
    #expect(numbers == Array(1...56))
    let turns = try await world.read { viewpoint, connection in
      try ["OS1", "OS2", "OS3"].map {
        try Passage.page(of: $0, after: 0, limit: 1_000, as: viewpoint, on: connection)
          .count { $0.kind == .turn }
      }
    }
    #expect(turns == [116, 166, 141])
  }
}
