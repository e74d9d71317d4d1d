import Foundation
import Testing

/// A server whose files are not whole says so, and does not start.
@Suite struct SiteFileTests {
  @Test(arguments: [
    (nil, "claim-phrases.json is missing beside the program; install it whole."),
    ("{\"version\": 1}", "claim-phrases.json, before: This is missing."),
  ])
  func `without the phrases that claims are held to nothing is served`(
    file: String?, words: String
  ) async throws {
    let program = try #require(ProcessInfo.processInfo.environment["INQUIRY_BINARY"])
    let built = URL(fileURLWithPath: program).deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "inquiry")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: program), to: copy)
    for name in try FileManager.default.contentsOfDirectory(atPath: built.path)
    where name.hasSuffix(".resources") {
      try FileManager.default.copyItem(
        at: built.appending(path: name), to: folder.appending(path: name))
    }
    let phrases = folder.appending(path: "inquiry_Conduct.resources/claim-phrases.json")
    try FileManager.default.removeItem(at: phrases)
    if let file { try Data(file.utf8).write(to: phrases) }
    let run = try await Binary.run(["serve"], program: copy.path)
    #expect(run.status == 1)
    #expect(run.words == "inquiry: \(words) (claim_phrases_unreadable)\n")
  }
}
