import Conduct
import Crypto
import Foundation
import Inquiries
import Postgres
import Records
import Synchronization
import TestSupport
import Testing
import Wire

/// What was acknowledged is there, once, whatever was killed.
@Suite(.database, .serialized) struct CrashTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "inquiry-crash-\(UInt32.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `imports survive kill -9 of the server: each is there once and whole`() async throws {
    let world = try await World.make()
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try ServedInquiry(world.database, folder: folder)
    try await server.start()
    defer { server.stop() }
    let token = try await server.command([
      "user", "add", "Cleo Clerk", "--role", "clerk", "--inquiry", "example", "--token-only",
    ])
    // Sends again what got no answer, with the same Idempotency-Key.
    let client = Client(base: server.url, token: token, attempts: 8)
    let underWay = Atomic<Int>(0)
    let killedInMidImport = Atomic<Int>(0)
    let imports = 8
    let killing = Task {
      for _ in 0..<4 {
        while underWay.load(ordering: .relaxed) == 0 { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .milliseconds(Int.random(in: 5...120)))
        let wasUnderWay = underWay.load(ordering: .relaxed) > 0
        #expect(try await server.kill())
        if wasUnderWay { killedInMidImport.add(1, ordering: .relaxed) }
        try await server.start()
      }
    }
    for number in 0..<imports {
      let text = Sample.transcript(
        from: number * 200 + 1, count: 200, on: "\(number + 1) November 2023",
        words: String(repeating: "We found that help came late. ", count: 40))
      underWay.add(1, ordering: .relaxed)
      let answer = try await client.upload(
        "POST", "/api/v1/inquiries/example/sessions/import",
        query: ["fileName": "s\(number).txt"], bytes: Array(text.utf8),
        type: "application/octet-stream")
      underWay.subtract(1, ordering: .relaxed)
      #expect(try answer.shape(ImportReport.self).questionCount == 200)
    }
    killing.cancel()
    // Cancelled where it sleeps, once there is nothing left to kill.
    _ = await killing.result
    // The test proves nothing unless a kill met an import.
    #expect(killedInMidImport.load(ordering: .relaxed) > 0)
    let counts: [Int] = try await world.database.asSuperuser { connection in
      try connection.one(
        """
        SELECT (SELECT count(*) FROM record.session), (SELECT count(*) FROM record.source),
          (SELECT count(*) FROM record.question_block), (SELECT count(*) FROM record.passage),
          (SELECT count(*) FROM record.passage_version), (SELECT count(*) FROM record.original),
          (SELECT count(*) FROM record.audit_entry WHERE act = 'receive')
        """
      ) { row in try (0..<7).map { _ in try row.next() } }
    }
    #expect(counts == [8, 8, 1_600, 3_200, 3_200, 8, 8])
  }

  @Test(.timeLimit(.minutes(10)))
  func `acknowledged writes survive kill -9 of PostgreSQL, once each`() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let cluster = Cluster(folder: folder)
    let maintenance = try await cluster.run("start", "--throw-away")
    let database = try await TestDatabase.create(in: maintenance)
    let staff = try TestDatabase.pool(database.conninfo("inquiry_staff"), size: 4)
    let office = Office(
      staff: staff, keys: Keys(secret: SymmetricKey(data: Array(repeating: 7, count: 32))))
    var acknowledged: [String] = []
    var refused = 0
    let rounds = ProcessInfo.processInfo.environment["INQUIRY_LONG_TESTS"] == "1" ? 20 : 3
    for round in 0..<rounds {
      let kill = Task {
        try await Task.sleep(for: .milliseconds(Int.random(in: 60...200)))
        return try await cluster.killPostmaster(maintenance)
      }
      for number in 0..<4_000 {
        let name = "user \(round) \(number)"
        do {
          _ = try await office.perform(
            AddStaffUser(name: name, role: .clerk, inquiry: nil, wantsToken: false),
            by: .machineOperator)
          acknowledged.append(name)
        } catch {
          refused += 1
          break
        }
      }
      #expect(try await kill.value, "The postmaster was not killed.")
      _ = try await cluster.run("start", "--throw-away")
    }
    #expect(refused == rounds)
    #expect(acknowledged.count > rounds)
    let names: [String] = try await staff.run { connection in
      try connection.query("SELECT name FROM record.staff_user ORDER BY id") { try $0.next() }
    }
    let entries: Int = try await staff.run { connection in
      try connection.one(
        "SELECT count(*) FROM record.audit_entry WHERE act = 'add staff user'"
      ) { try $0.next() }
    }
    #expect(Set(acknowledged).subtracting(names) == [])
    #expect(Set(names).count == names.count)
    // Whatever was done has its entry, also where the answer was lost.
    #expect(entries == names.count)
    await staff.close()
    _ = try await cluster.run("stop", "--throw-away")
  }
}

/// A cluster of a test's own, made and killed by the product's script.
private struct Cluster: Sendable {
  let folder: URL

  /// By `posix_spawn` and `waitpid`: what waits for pipes or sockets to close
  /// waits for the postmaster too, which inherits them.
  func run(_ command: String, _ option: String) async throws -> String {
    let output = folder.appending(path: "..").standardizedFileURL
      .appending(path: "\(folder.lastPathComponent).out")
    defer { try? FileManager.default.removeItem(at: output) }
    let script = ServedInquiry.root.appending(path: "deploy/postgres").path
    let status = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          returning: Cluster.spawn([script, command, folder.path, option], to: output.path))
      }
    }
    #expect(status == 0, "deploy/postgres \(command)")
    return try String(contentsOf: output, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// - Returns: What `waitpid` tells of how it ended.
  private static func spawn(_ words: [String], to path: String) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, words[0], &actions, nil, arguments, environ) == 0 else { return -1 }
    var status: Int32 = -1
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status
  }

  /// Kills the postmaster: the parent of any backend.
  func killPostmaster(_ conninfo: String) async throws -> Bool {
    let pool = try TestDatabase.pool(conninfo, size: 1)
    let backend: Int = try await pool.run { connection in
      try connection.one("SELECT pg_backend_pid()") { try $0.next() }
    }
    let status = try String(contentsOfFile: "/proc/\(backend)/stat", encoding: .utf8)
    // "pid (name) state parent …"
    let parent = status.split(separator: ")").last?.split(separator: " ").dropFirst().first
    var isKilled = false
    if let parent, let id = Int32(parent) { isKilled = kill(id, SIGKILL) == 0 }
    await pool.close()
    return isKilled
  }
}
