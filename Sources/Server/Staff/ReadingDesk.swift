import Foundation
import Inquiries

/// Reads papers beside the server: on threads of its own, two at a time, so that
/// a heavy one holds up others like it and nobody else.
final class ReadingDesk: Sendable {
  private let queue: OperationQueue
  /// How many may wait; a clerk who is behind more is told so.
  private static let longestQueue = 16

  init() {
    queue = OperationQueue()
    queue.name = "papers"
    queue.maxConcurrentOperationCount = 2
  }

  func read<Paper: Sendable>(
    _ work: @escaping @Sendable () throws -> Paper
  ) async throws -> Paper {
    guard queue.operationCount < ReadingDesk.longestQueue else {
      throw Refusal(
        .busy, "reading_busy",
        "Many documents are being read at the moment; send this one again in a minute.")
    }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result(catching: work)) }
    }
  }
}
