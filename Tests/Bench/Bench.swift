import ArgumentParser
import Logging

/// What `deploy/bench` runs; see there.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "InquiryBench", abstract: "Loads data and measures; run deploy/bench instead.",
    subcommands: [
      LoadCommand.self, HelloCommand.self, MeasureCommand.self, SuggestCommand.self,
      TraceCommand.self,
    ])

  static var logger: Logger {
    var logger = Logger(label: "bench", factory: StreamLogHandler.standardError(label:))
    logger.logLevel = .warning
    return logger
  }
}
