public import ArgumentParser
import Inquiries
public import Papers
import Wire

/// `inquiry session export`
struct ExportSessionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the record of a session as a file for other programs.",
    discussion: """
      Akoma Ntoso 3.0, JSON or CSV of our own, or plain text; `inquiry session import` reads them
      again. Of notes and summaries there are JSON, CSV and text, since Akoma Ntoso has none. It holds the whole record as staff have it, private turns too. The answer is the file
      itself, so --json changes nothing.
      Example: inquiry session export OS3 --format akn -o os3.xml
      """)

  @Argument(help: "Reference of the transcript, note or summary, such as OS3.")
  var reference: String

  @Option(help: "What to write; akn for a transcript unless said.")
  var format: TranscriptFormat = .akn

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; standard output when left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "evidence/\(Client.escaped(reference))/export", query: ["format": format.rawValue])
    guard let output, output != "-" else { return console.show(bytes: answer.bytes) }
    try Files.write(answer.bytes, to: output)
    console.say("\(output): \(Words.size(answer.bytes.count)), the record \(reference).")
  }
}

extension TranscriptFormat: ExpressibleByArgument {}
