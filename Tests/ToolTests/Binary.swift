import Foundation
import Testing

/// The built `inquiry`, run as a person or a script runs it.
enum Binary {
  /// How a run ended, and what it wrote where.
  struct Run {
    let status: Int32
    let output: String
    let words: String
  }

  /// Runs the binary in an environment of its own, with nothing of the tests'.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = "",
    program: String? = nil
  ) async throws -> Run {
    let path = try #require(
      program ?? ProcessInfo.processInfo.environment["INQUIRY_BINARY"],
      "INQUIRY_BINARY must name the built inquiry; deploy/test sets it.")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    async let output = text(of: stdout.fileHandleForReading)
    async let words = text(of: stderr.fileHandleForReading)
    let ended = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in ended.continuation.finish() }
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    for await _ in ended.stream {}
    return Run(status: process.terminationStatus, output: try await output, words: try await words)
  }

  /// What a pipe gives, read on a thread of its own: reading blocks.
  private static func text(of handle: FileHandle) async throws -> String {
    try await withCheckedThrowingContinuation { answer in
      Thread.detachNewThread {
        defer { try? handle.close() }
        answer.resume(
          with: Result { String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self) })
      }
    }
  }
}
