import ArgumentParser
import Conduct
import Foundation

/// `inquiry meaning`
struct MeaningCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meaning",
    abstract: "What passages mean, as vectors of the sentence model, on the server's machine.",
    subcommands: [FillMeaningCommand.self])
}

struct FillMeaningCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Compute the vectors that are missing, in all inquiries.",
    discussion: """
      A running server does it too, a few at a time. It may be stopped and begun again.
      Example: INQUIRY_MEANING=/srv/inquiry/deploy/meaning inquiry meaning fill
      """)

  func run() async throws {
    try await Failures.reported {
      let installation = try await Installation.open()
      guard let command = installation.settings.meaning else {
        throw SettingFault(
          name: "INQUIRY_MEANING", expected: "the program of the sentence model; it is not set")
      }
      let staff = try installation.staffPool(size: 1)
      var keeping = MeaningKeeping(staff: staff, meaning: Meaning(command: command))
      let before = try await keeping.count()
      print("\(before.known) of \(before.all) passages have vectors.")
      var done = 0
      var told = 0
      do {
        while let count = try await keeping.step(256) {
          done += count
          if done >= told + 1_000 {
            told = done
            print("\(before.known + done) of \(before.all)")
          }
        }
      } catch let failed as Meaning.Failed {
        throw MeaningFault(description: "\(failed); what was computed is kept, run it again.")
      }
      print("\(done) passages got vectors.")
      await staff.close()
    }
  }
}

struct MeaningFault: OperatorFault {
  let code = "meaning_failed"
  let description: String
}
