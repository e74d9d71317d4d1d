import Foundation
import Synchronization
import TestSupport
import Testing
import Wire

/// A server of the built binary, for tests that must be able to kill it.
final class ServedInquiry: Sendable {
  let environment: [String: String]
  let url: String
  private let binary: String
  private let process = Mutex<Process?>(nil)

  init(_ database: TestDatabase, folder: URL) throws {
    binary = try #require(
      ProcessInfo.processInfo.environment["INQUIRY_BINARY"],
      "INQUIRY_BINARY must name the built inquiry; deploy/test sets it.")
    let port = try ServedInquiry.freePort()
    url = "http://127.0.0.1:\(port)"
    environment = [
      "INQUIRY_DATABASE_STAFF": database.conninfo("inquiry_staff"),
      "INQUIRY_DATABASE_PUBLIC": database.conninfo("inquiry_public"),
      "INQUIRY_MIGRATIONS": ServedInquiry.root.appending(path: "db/migrations").path,
      "INQUIRY_AUDIT_KEY_FILE": folder.appending(path: "audit.key").path,
      "INQUIRY_PORT": "\(port)", "INQUIRY_LOG_LEVEL": "error",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }

  /// Ports below those that the kernel gives to clients, from a place by chance on.
  private static let ports = Mutex(Int.random(in: 20_000...30_000))

  /// A port at which nobody listens, and which no other test is given.
  private static func freePort() throws -> Int {
    try ports.withLock { next in
      for port in next..<next + 1_000 {
        guard let socket = try? CutProxy.bound(to: UInt16(port)) else { continue }
        close(socket)
        next = port + 1
        return port
      }
      throw Unserved(description: "There is no free port from \(next) on.")
    }
  }

  struct Unserved: Error, CustomStringConvertible {
    let description: String
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  func start() async throws {
    let server = Process()
    server.executableURL = URL(filePath: binary)
    server.arguments = ["serve"]
    server.environment = environment
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
    process.withLock { $0 = server }
    let client = Client(base: url, token: nil, attempts: 1)
    for _ in 0..<200 {
      if (try? await client.get("/api/public/v1/inquiries")) != nil, server.isRunning { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("The server did not start.")
  }

  /// Kills it as a power cut would.
  ///
  /// - Returns: Whether it died of that.
  func kill() async throws -> Bool {
    guard let server = process.withLock({ $0 }) else { return false }
    Foundation.kill(server.processIdentifier, SIGKILL)
    while server.isRunning { try await Task.sleep(for: .milliseconds(2)) }
    return server.terminationReason == .uncaughtSignal && server.terminationStatus == SIGKILL
  }

  func stop() {
    process.withLock { $0?.terminate() }
  }

  /// Serves an inquiry while commands are run at it.
  ///
  /// - Parameters:
  ///   - name: Of the user who runs them, in `role`.
  ///   - body: Is given a folder of its own, and the settings of the commands.
  static func serving(
    _ world: World, to name: String, _ role: String, columns: Int,
    _ body: (URL, [String: String]) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "inquiry-served-\(UInt32.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try ServedInquiry(world.database, folder: folder)
    try await server.start()
    defer { server.stop() }
    let token = try await server.command([
      "user", "add", name, "--role", role, "--inquiry", World.slug, "--token-only",
    ])
    let settings = [
      "INQUIRY_URL": server.url, "INQUIRY_TOKEN": token, "INQUIRY_SLUG": World.slug,
      "COLUMNS": "\(columns)",
    ]
    try await body(folder, settings)
  }

  /// Runs an operator's command against the same database.
  func command(_ arguments: [String]) async throws -> String {
    let run = try await Binary.run(arguments, environment: environment)
    #expect(run.status == 0, "\(run.words)")
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
