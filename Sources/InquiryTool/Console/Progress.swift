import Foundation

/// A word on a terminal while something takes its time; none in a pipe.
enum Progress {
  /// Quick work shows nothing: a line that flickers is worse than none.
  private static let patience = Duration.milliseconds(500)

  /// Does the work and, meanwhile, says on standard error how long it takes.
  static func during<Result: Sendable>(
    _ what: String, _ work: () async throws -> Result
  ) async rethrows -> Result {
    guard Screen.isTerminal(STDERR_FILENO) else { return try await work() }
    let teller = Task { await tell(what) }
    do {
      let result = try await work()
      await stop(teller)
      return result
    } catch {
      await stop(teller)
      throw error
    }
  }

  /// Says in one line how far long work has come; with `nil`, takes it back.
  static func say(_ what: String?) {
    guard Screen.isTerminal(STDERR_FILENO) else { return }
    write("\r\u{1B}[K" + (what.map(Wrapping.plain) ?? ""))
  }

  private static func tell(_ what: String) async {
    let begun = ContinuousClock.now
    while (try? await Task.sleep(for: patience)) != nil {
      let seconds = (ContinuousClock.now - begun).components.seconds
      write("\r\u{1B}[K\(Wrapping.plain(what)) … \(seconds) s")
    }
    write("\r\u{1B}[K")
  }

  private static func stop(_ teller: Task<Void, Never>) async {
    teller.cancel()
    await teller.value
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Array(text.utf8))
  }
}
