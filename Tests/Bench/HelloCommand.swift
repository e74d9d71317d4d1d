import ArgumentParser
import Hummingbird

/// `InquiryBench hello`: one route and no more, to hold the product's beside.
struct HelloCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hello", abstract: "Serve one bare route.")

  @Option var port: Int

  func run() async throws {
    let router = Router()
    router.get("hello") { _, _ in "Hello" }
    let app = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
      logger: Bench.logger)
    try await app.runService()
  }
}
