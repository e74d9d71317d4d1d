public import Hummingbird
import HummingbirdCore
import Logging
public import NIOCore

extension HTTPServerBuilder {
  /// HTTP/1.1, each connection served on the event loop that reads and writes it.
  ///
  /// A request then changes threads half as often. What takes long is not done there: pages
  /// are drawn on the threads of their pool, and the API of staff leaves the loop
  /// (``OffTheLoop``).
  ///
  /// - Parameters:
  ///   - group: The loops of the application.
  ///   - idleTimeout: How long a connection may be silent, also half way through a request.
  public static func onLoops(
    of group: any EventLoopGroup, idleTimeout: TimeAmount
  ) -> HTTPServerBuilder {
    HTTPServerBuilder { responder in
      ConnectionsOnLoops(
        HTTP1Channel(responder: responder, configuration: .init(idleTimeout: idleTimeout)),
        of: group)
    }
  }
}

private struct ConnectionsOnLoops: ServerChildChannel {
  private let served: HTTP1Channel
  private let executors: [ObjectIdentifier: LoopExecutor]

  init(_ served: HTTP1Channel, of group: any EventLoopGroup) {
    self.served = served
    executors = Dictionary(
      uniqueKeysWithValues: group.makeIterator().map { (ObjectIdentifier($0), LoopExecutor($0)) })
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    served.setup(channel: channel, logger: logger)
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    let loop = executors[ObjectIdentifier(value.channel.eventLoop)]
    await withTaskExecutorPreference(loop) { await served.handle(value: value, logger: logger) }
  }
}

/// Runs tasks on an event loop.
private final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Answers on the threads that all tasks share: reading an upload or writing a long answer
/// would hold up every other connection of a loop.
struct OffTheLoop<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    try await withTaskExecutorPreference(globalConcurrentExecutor) {
      try await next(request, context)
    }
  }
}
