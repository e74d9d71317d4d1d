import ArgumentParser
import Server

/// `inquiry openapi`
struct OpenAPICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Print the description of the REST API (OpenAPI 3.1).",
    discussion: """
      A server has it at /openapi.json; this needs none. config/openapi.json is what it prints. \
      Example: inquiry openapi
      """)

  @Flag(help: "Leave the staff side out, as a public node does.") var publicOnly = false

  func run() async throws {
    try await Failures.reported {
      print(try OpenAPIDocument(isPublicOnly: publicOnly).json.lines())
    }
  }
}
