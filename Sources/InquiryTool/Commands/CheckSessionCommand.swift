import ArgumentParser
import Inquiries
import Wire

/// `inquiry session check`
struct CheckSessionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a transcript, or all of them: numbers, people, days, leftovers.",
    discussion: """
      Exits 2 when there is something to answer, 0 when there is not.
      Example: inquiry session check OS3
      """)

  @Argument(help: "The transcript, such as OS3; all of them when left out.")
  var reference: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "sessions/remarks", query: ["reference": reference])
    let remarks = try answer.shape(ListShape<RemarkShape>.self).items
    if options.json {
      console.show(json: answer.bytes)
    } else {
      console.show { $0.lay(remarks) }
    }
    if !remarks.isEmpty { throw Exit.remarks }
  }
}
