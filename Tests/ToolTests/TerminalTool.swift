import Foundation
import Synchronization
import Testing

/// The built `inquiry` on a terminal, as a person has it before them.
final class TerminalTool: Sendable {
  private let process: Process
  /// The person's end: what is typed goes in, what is shown comes out.
  private let screen: Int32
  private let shown = Mutex(Data())

  init(_ arguments: [String], environment: [String: String]) throws {
    let path = try #require(
      ProcessInfo.processInfo.environment["INQUIRY_BINARY"],
      "INQUIRY_BINARY must name the built inquiry; deploy/test sets it.")
    var (ours, its): (Int32, Int32) = (-1, -1)
    guard openpty(&ours, &its, nil, nil, nil) == 0 else { throw NoTerminal(code: errno) }
    for end in [ours, its] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    screen = ours
    let terminal = FileHandle(fileDescriptor: its, closeOnDealloc: true)
    process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    // Then reading ends with the process.
    try terminal.close()
    follow()
  }

  deinit { Foundation.close(screen) }

  /// What was on the screen so far, what was typed among it.
  var text: String { shown.withLock { String(decoding: $0, as: UTF8.self) } }

  /// Whether words come on the screen before long.
  func shows(_ words: String) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(20)
    while !text.contains(words), ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(2))
    }
    return text.contains(words)
  }

  func type(_ line: String) throws {
    let bytes = Array("\(line)\n".utf8)
    guard write(screen, bytes, bytes.count) == bytes.count else { throw NoTerminal(code: errno) }
  }

  /// Waits for the end.
  func ended() async throws -> Int32 {
    while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    return process.terminationStatus
  }

  func stop() {
    if process.isRunning { process.terminate() }
  }

  /// Reads on a thread of its own: reading blocks.
  private func follow() {
    Thread.detachNewThread { [self] in
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while case let count = read(screen, &buffer, buffer.count), count > 0 {
        shown.withLock { $0.append(contentsOf: buffer[..<count]) }
      }
    }
  }
}

struct NoTerminal: Error { let code: Int32 }
