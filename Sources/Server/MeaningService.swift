import Conduct
import Logging
import ServiceLifecycle

/// Computes vectors that are missing, a few passages at a time and of drafts as they
/// come, while the server runs.
struct MeaningService: Service {
  let keeping: MeaningKeeping
  let finder: EvidenceFinder
  let logger: Logger

  /// Versions looked at in one step.
  private static let step = 16

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var keeping = keeping
      while !Task.isCancelled {
        var pause = Duration.zero
        do {
          if try await keeping.step(Self.step) == nil { pause = .seconds(2) }
          try await finder.readDraftsAhead()
        } catch {
          // The model or the database is down; suggestions say so to those who ask.
          logger.debug("meaning waits", metadata: ["error": "\(type(of: error))"])
          pause = .seconds(10)
        }
        if pause > .zero { try? await Task.sleep(for: pause) }
      }
    }
  }
}
