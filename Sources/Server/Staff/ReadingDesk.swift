import Foundation
import Inquiries
import Papers
import Synchronization

/// Reads papers beside the server: on threads of its own, two at a time, so that
/// a heavy one holds up others like it and nobody else.
final class ReadingDesk: Sendable {
  private let queue: OperationQueue
  /// How many may wait; a clerk who is behind more is told so.
  private static let longestQueue = 16
  private let converting = Mutex(0)
  /// How many converters may run beside each other: each may take what memory
  /// its box allows.
  private static let mostConverters = 4

  init() {
    queue = OperationQueue()
    queue.name = "papers"
    queue.maxConcurrentOperationCount = 2
  }

  /// Reads an upload, after another program took the text out of it where its
  /// format needs one.
  func read<Paper: Sendable>(
    _ bytes: [UInt8], name: String, encoding: String?,
    as work: @escaping @Sendable (PaperFile) throws -> Paper
  ) async throws -> Paper {
    let file = try await opened(bytes, name: name, encoding: encoding)
    return try await read { try work(file) }
  }

  private func opened(
    _ bytes: [UInt8], name: String, encoding: String?
  ) async throws -> PaperFile {
    guard PaperFile.isForeign(name) else { return PaperFile(bytes, name: name, encoding: encoding) }
    let isFree = converting.withLock { count in
      guard count < ReadingDesk.mostConverters else { return false }
      count += 1
      return true
    }
    guard isFree else { throw ReadingDesk.busy }
    defer { converting.withLock { $0 -= 1 } }
    return try await PaperFile.opened(bytes, name: name, encoding: encoding)
  }

  private static var busy: Refusal {
    Refusal(
      .busy, "reading_busy",
      "Many documents are being read at the moment; send this one again in a minute.")
  }

  func read<Paper: Sendable>(
    _ work: @escaping @Sendable () throws -> Paper
  ) async throws -> Paper {
    guard queue.operationCount < ReadingDesk.longestQueue else {
      throw ReadingDesk.busy
    }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result(catching: work)) }
    }
  }
}
