import ArgumentParser
import Foundation

/// Prints what went wrong with an operator's command, in one line, and exits 1.
enum Failures {
  static func reported(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let error as ExitCode {
      throw error
    } catch {
      FileHandle.standardError.write(Data("\(Failure.line(error))\n".utf8))
      throw Exit.refused
    }
  }
}
