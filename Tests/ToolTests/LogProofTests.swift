import Foundation
import Inquiries
import TestSupport
import Testing
import Wire

@testable import InquiryTool

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
    let seed = try LogProofTests.seed()
    print("log proof: INQUIRY_LOG_SEED=\(seed)")
    let count = 600
    let plan = LogPlan(lines: count, seed: seed)
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogProofTests.agenda)
    let expected = (0..<count).map { line in
      line % 5 == 0 ? "q c Question \(line), what then?" : "jd Answer \(line) was given."
    }
    let texts = expected.map(LogProofTests.text)
    var tool = try stage.log("P1")
    // From here on it knows who sits there, whatever is cut.
    try await tool.greeted()
    var pending: [Task<Void, any Error>] = []
    for (line, typed) in expected.enumerated() {
      if let length = plan.cuts[line] { pending.append(stage.cut(for: length)) }
      if line == plan.serverKill {
        pending.append(
          Task {
            #expect(try await stage.server.kill())
            try await stage.server.start()
          })
      }
      if plan.isCutForKill(line) {
        // The end of an earlier cut must not mend this one.
        for task in pending { try await task.value }
        stage.proxy.cut()
      }
      guard let kill = plan.kills[line] else {
        try tool.type(typed)
        try await Task.sleep(for: .milliseconds(plan.pauses[line]))
        continue
      }
      if kill.isCut { try await tool.settled() }
      try tool.type(typed)
      if kill.isAnswered { try await tool.settled() }
      try await tool.kill()
      if kill.isCut {
        let unsent = Set(try stage.unsent().map(\.text))
        #expect(unsent.isSuperset(of: texts[(line - LogPlan.cutLines)..<line]), "seed \(seed)")
      }
      // The server may just be starting.
      for task in pending { try await task.value }
      let kept = try await stage.kept("P1")
      #expect(Set(tool.answered).isSubset(of: kept.keys), "seed \(seed)")
      #expect(Set(kept.values) == Set(texts.prefix(kept.count)), "seed \(seed)")
      if kill.isAnswered { #expect(kept.count == line + 1, "seed \(seed)") }
      tool = try stage.log("P1")
      // Who types looks at what was kept, and types again what was not.
      for typed in expected.prefix(line + 1).dropFirst(kept.count) { try tool.type(typed) }
      if kill.isCut { pending.append(stage.cut(for: 200)) }
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

  /// Drawn, or given to draw the same run again.
  private static func seed() throws -> UInt64 {
    guard let given = ProcessInfo.processInfo.environment["INQUIRY_LOG_SEED"] else {
      return UInt64.random(in: 0 ... .max)
    }
    return try #require(UInt64(given), "INQUIRY_LOG_SEED is a whole number from 0.")
  }

  private static func text(_ typed: String) -> String {
    String(typed.dropFirst(typed.hasPrefix("q c ") ? 4 : 3))
  }

  private static func shown(_ typed: String) -> String {
    typed.hasPrefix("q c ") ? "Chair: \(typed.dropFirst(4))" : "Jane Doe: \(typed.dropFirst(3))"
  }
}

extension LogLine {
  var shown: String { "\(speaker ?? "-"): \(text)" }
}

/// What meets a log at which of its lines, drawn from a seed.
private struct LogPlan {
  struct Kill {
    /// Whether the network is cut, and was for the last ``LogPlan/cutLines`` lines.
    let isCut: Bool
    /// Whether the last line typed had been answered.
    let isAnswered: Bool
  }

  static let cutLines = 8

  /// Milliseconds after each line.
  let pauses: [Int]
  /// Milliseconds of each cut; two more last until a kill.
  let cuts: [Int: Int]
  let kills: [Int: Kill]
  let serverKill: Int

  init(lines: Int, seed: UInt64) {
    var dice = Dice(state: seed)
    pauses = (0..<lines).map { _ in Int.random(in: 0...8, using: &dice) }
    let third = lines / 3
    let places = (0..<3).map { $0 * third + Int.random(in: 20..<third, using: &dice) }
    let kinds = [
      Kill(isCut: true, isAnswered: true), Kill(isCut: true, isAnswered: false),
      Kill(isCut: false, isAnswered: false),
    ].shuffled(using: &dice)
    kills = Dictionary(uniqueKeysWithValues: zip(places, kinds))
    let free = (1..<lines).filter { line in
      !places.contains { ($0 - LogPlan.cutLines...$0).contains(line) }
    }.shuffled(using: &dice)
    serverKill = free[0]
    cuts = Dictionary(
      uniqueKeysWithValues: free[1...10].map { ($0, Int.random(in: 20...300, using: &dice)) })
  }

  /// Whether a cut begins before a line that lasts until a kill.
  func isCutForKill(_ line: Int) -> Bool {
    kills[line + LogPlan.cutLines]?.isCut ?? false
  }
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

  /// What lies on a machine because the server has not acknowledged it.
  func unsent(machine: String = "desk") throws -> [NewLogLine] {
    var unsent: [NewLogLine] = []
    for spool in try spools(machine: machine) {
      for bytes in try Data(contentsOf: spool).split(separator: UInt8(ascii: "\n")) {
        // One that was cut off while it was written was never answered.
        guard let entry = try? SpoolEntry(JSONObject(Array(bytes))) else { continue }
        if case .line(let line) = entry.content { unsent.append(line) }
      }
    }
    return unsent
  }

  /// The words of all lines that were kept, here or on the server, by id.
  func kept(_ sitting: String) async throws -> [String: String] {
    var kept: [String: String] = [:]
    for line in try unsent() { kept[line.id] = line.text }
    for line in try await lines(sitting) { kept[line.id] = line.text }
    return kept
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
