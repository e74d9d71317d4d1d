import Foundation
import Inquiries
import TestSupport
import Testing
import Wire

/// A log that was typed is there: whole, once each, in order, whatever was cut
/// or killed meanwhile.
@Suite(.database, .serialized) struct LogProofTests {
  private static let agenda = """
    Oral evidence: Buses
    Tuesday 7 November 2023
    Members present: Clare Member (Chair); Dev Member.
    Witnesses: Jane Doe, Director, The Organisation; and Tom Okoro, Driver, Valley Buses.
    """

  @Test(.timeLimit(.minutes(5)))
  func `600 lines through 12 cuts, 3 kills of the command and one of the server`() async throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("log proof: seed \(seed)")
    var dice = Dice(state: seed)
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogProofTests.agenda)
    let count = 600
    let places = Array(1..<count).shuffled(using: &dice)
    let cuts = Set(places[0..<12])
    let kills = Set(places[12..<15])
    let serverKill = places[15]
    let expected = (0..<count).map { line in
      line % 5 == 0 ? "q c Question \(line), what then?" : "jd Answer \(line) was given."
    }
    var tool = try stage.log("P1")
    // From here on it knows who sits there, whatever is cut.
    try await tool.greeted()
    var pending: [Task<Void, any Error>] = []
    for (line, text) in expected.enumerated() {
      if cuts.contains(line) {
        pending.append(stage.cut(for: Int.random(in: 20...300, using: &dice)))
      }
      if kills.contains(line) {
        try await tool.settled()
        try await tool.kill()
        tool = try stage.log("P1")
      }
      if line == serverKill {
        pending.append(
          Task {
            #expect(try await stage.server.kill())
            try await stage.server.start()
          })
      }
      try tool.type(text)
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...8, using: &dice)))
    }
    for task in pending { try await task.value }
    let status = try await tool.end()
    #expect(status == 0, "seed \(seed): \(tool.words)")
    let lines = try await stage.lines("P1")
    #expect(lines.map(\.shown) == expected.map(LogProofTests.shown), "seed \(seed)")
    #expect(Set(lines.map(\.id)).count == count, "seed \(seed)")
    #expect(lines.last?.locator == "Q120+4", "seed \(seed)")
    let spool = try #require(try stage.spools().first)
    let attributes = try FileManager.default.attributesOfItem(atPath: spool.path)
    #expect(attributes[.size] as? Int == 0)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  private static func shown(_ typed: String) -> String {
    typed.hasPrefix("q c ") ? "Chair: \(typed.dropFirst(4))" : "Jane Doe: \(typed.dropFirst(3))"
  }
}

extension LogLine {
  var shown: String { "\(speaker ?? "-"): \(text)" }
}

/// SplitMix64 (Steele, Lea and Flood 2014): a seed gives the same run again.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A server, a network that can be cut, and a clerk with a machine.
struct LogStage: Sendable {
  let server: ServedInquiry
  let proxy: CutProxy
  let folder: URL
  let token: String

  static func make() async throws -> LogStage {
    let world = try await World.make()
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "inquiry-log-\(UInt32.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let server = try ServedInquiry(world.database, folder: folder)
    try await server.start()
    let port = try #require(server.url.split(separator: ":").last.flatMap { Int($0) })
    let token = try await server.command([
      "user", "add", "Cleo Clerk", "--role", "clerk", "--inquiry", "example", "--token-only",
    ])
    return LogStage(
      server: server, proxy: try CutProxy(to: port), folder: folder, token: token)
  }

  func end() {
    server.stop()
    proxy.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// What the clerk's commands see; a machine of its own has a folder of its own.
  func environment(machine: String = "desk") -> [String: String] {
    [
      "INQUIRY_URL": "http://127.0.0.1:\(proxy.port)", "INQUIRY_TOKEN": token,
      "INQUIRY_SLUG": World.slug, "INQUIRY_LOG_FOLDER": folder.appending(path: machine).path,
      "COLUMNS": "200",
    ]
  }

  @discardableResult
  func run(_ arguments: [String], input: String = "") async throws -> Binary.Run {
    try await Binary.run(arguments, environment: environment(), input: input)
  }

  func plan(_ agenda: String) async throws {
    let run = try await run(["session", "plan", "-"], input: agenda)
    #expect(run.status == 0, "\(run.words)")
  }

  func log(_ sitting: String, machine: String = "desk", wait: Int = 60) throws -> LoggingTool {
    try LoggingTool(
      [sitting, "--wait", "\(wait)"], environment: environment(machine: machine))
  }

  /// The log as the server has it, in its order.
  func lines(_ sitting: String) async throws -> [LogLine] {
    try await Client(base: server.url, token: token).get(
      "/api/v1/inquiries/\(World.slug)/sittings/\(sitting)/log"
    ).shape(ListShape<LogLine>.self).items
  }

  /// Cuts the network and mends it a little later.
  func cut(for milliseconds: Int) -> Task<Void, any Error> {
    proxy.cut()
    return Task {
      defer { proxy.mend() }
      try await Task.sleep(for: .milliseconds(milliseconds))
    }
  }

  func spools(machine: String = "desk") throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: machine), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "jsonl" }
  }
}
