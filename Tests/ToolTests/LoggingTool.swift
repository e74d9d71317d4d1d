import Foundation
import Synchronization
import Testing

/// The command `inquiry session log`, typed at line by line, that a test can
/// kill as a power cut would.
final class LoggingTool: Sendable {
  private struct State {
    var echoed: [String] = []
    var words = ""
    var written = 0
  }

  private let process: Process
  private let input: FileHandle
  private let state = Mutex(State())

  init(_ arguments: [String], environment: [String: String]) throws {
    let path = try #require(
      ProcessInfo.processInfo.environment["INQUIRY_BINARY"],
      "INQUIRY_BINARY must name the built inquiry; deploy/test sets it.")
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["session", "log"] + arguments
    process.environment = environment
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    input = stdin.fileHandleForWriting
    try process.run()
    follow(stdout.fileHandleForReading) { state, text in
      state.echoed += text.split(separator: "\n").map(String.init)
    }
    follow(stderr.fileHandleForReading) { state, text in state.words += text }
  }

  /// What it said on standard error so far.
  var words: String { state.withLock { $0.words } }

  /// Ids of the lines that it said are safe, as far as they were read.
  var answered: [String] { state.withLock { $0.echoed } }

  func type(_ line: String) throws {
    try input.write(contentsOf: Data("\(line)\n".utf8))
    state.withLock { $0.written += 1 }
  }

  /// Waits until it has said what the server has.
  func greeted() async throws {
    while process.isRunning, !words.contains("on the server") {
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  /// Types what is answered by no id: `fix`, `private on` and the like.
  func say(_ command: String) throws {
    try input.write(contentsOf: Data("\(command)\n".utf8))
  }

  /// Waits until every line typed has been answered as safe.
  func settled() async throws {
    while process.isRunning {
      let isSettled = state.withLock { $0.echoed.count >= $0.written }
      if isSettled { return }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  func kill() async throws {
    Foundation.kill(process.processIdentifier, SIGKILL)
    while process.isRunning { try await Task.sleep(for: .milliseconds(1)) }
  }

  /// Ends what is typed and waits for the end.
  func end() async throws -> Int32 {
    try input.close()
    while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    return process.terminationStatus
  }

  /// Reads whole lines on a thread of its own: reading blocks.
  private func follow(
    _ handle: FileHandle, _ take: @escaping @Sendable (inout State, String) -> Void
  ) {
    Thread.detachNewThread { [self] in
      var rest = Data()
      while case let data = handle.availableData, !data.isEmpty {
        rest += data
        guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
        let whole = String(decoding: rest[...end], as: UTF8.self)
        rest = Data(rest[rest.index(after: end)...])
        state.withLock { take(&$0, whole) }
      }
    }
  }
}
