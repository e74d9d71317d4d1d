import ArgumentParser
import Foundation
import Inquiries

/// `inquiry example`
struct ExampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example", abstract: "The worked example that ships with the product.",
    subcommands: [LoadExampleCommand.self])
}

struct LoadExampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Load the worked example through the product's own imports and acts.",
    discussion: "Refuses when it is there already. Example: inquiry example load")

  func run() async throws {
    try await Failures.reported {
      let installation = try await Installation.open()
      let staff = try installation.staffPool(size: 1)
      guard let folder = Bundle.module.url(forResource: "ExampleInquiry", withExtension: nil)
      else { throw ExampleFault(description: "The example's files are not beside this program.") }
      let example = try ExampleInquiry(folder: folder)
      try await ExampleLoading(example: example, office: installation.office(staff)) { line in
        print(line)
      }.load()
      await staff.close()
    }
  }
}

struct ExampleFault: OperatorFault {
  let code = "example_damaged"
  let description: String
}
