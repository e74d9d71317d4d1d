import ArgumentParser
import Foundation
import Inquiries
import Wire

/// `inquiry session copies`
struct ListCopiesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies",
    abstract: "List the witnesses' copies of transcripts, and which are overdue.",
    discussion: "Example: inquiry session copies --overdue")

  @Argument(help: "The transcript, such as OS3; all of them when left out.")
  var reference: String?

  @Flag(help: "Only those that should be back and are not.")
  var overdue = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let today = Day(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    let client = try await options.client(console)
    let answer =
      if let reference {
        try await client.get("evidence/\(Client.escaped(reference))/copies")
      } else {
        try await client.get("copies", query: ["overdueOn": overdue ? today.description : nil])
      }
    try console.show(answer, as: ListShape<TranscriptCopy>.self, json: options.json) {
      list, page in
      let copies = list.items.filter { !overdue || $0.isOverdue(on: today) }
      page.lay(copies, on: today, none: overdue ? "None is overdue." : "None was sent.")
    }
  }
}

extension Page {
  fileprivate mutating func lay(_ copies: [TranscriptCopy], on today: Day, none: String) {
    table(
      ["Transcript", "Witness", "Sent", "Due", "Returned"],
      copies.map { copy in
        [
          copy.reference, copy.witness, copy.sentOn.description, copy.dueOn.description,
          copy.returnedOn?.description ?? (copy.isOverdue(on: today) ? "overdue" : ""),
        ]
      }, none: none)
  }
}

struct SendCopiesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "send-copies",
    abstract: "Note that witnesses were sent their copies of a transcript to correct.",
    discussion: "Example: inquiry session send-copies OS3 --return-by 2026-12-01")

  @Argument(help: "The transcript, such as OS3.")
  var reference: String

  @Option(
    help: ArgumentHelp("Day by which they are to be returned.", valueName: "day"),
    transform: Day.argument)
  var returnBy: Day

  @Option(
    help: ArgumentHelp("Day on which they were sent; today when left out.", valueName: "day"),
    transform: Day.argument)
  var on: Day?

  @Option(
    help: ArgumentHelp("A witness; everyone of the session when left out.", valueName: "name"))
  var witness: [String] = []

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).send(
      "POST", "evidence/\(Client.escaped(reference))/copies",
      CopiesRequest(witnesses: witness, sentOn: on, dueOn: returnBy))
    try console.show(answer, as: ListShape<TranscriptCopy>.self, json: options.json) {
      $1.lay($0.items, on: returnBy, none: "None was sent.")
    }
  }
}

struct ReturnCopyCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "return-copy", abstract: "Note that a witness's copy came back.",
    discussion: """
      With --file, each tracked change and comment of the .docx becomes a proposal with its place, \
      author and day; nothing of the record changes until it is decided on (inquiry session decide).
      Example: inquiry session return-copy OS3 "Dr Jane Smith" --file smith.docx
      """)

  @Argument(help: "The transcript, such as OS3.")
  var reference: String

  @Argument(help: "The witness, as the list of copies prints the name.")
  var witness: String

  @Option(
    help: ArgumentHelp("Day on which it came; today when left out.", valueName: "day"),
    transform: Day.argument)
  var on: Day?

  @Option(
    help: ArgumentHelp("What came: a .docx with tracked changes.", valueName: "file"),
    completion: .file())
  var file: String?

  @Flag(help: "With --file: show the changes, and keep nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard file != nil || !dryRun else { throw ValidationError("--dry-run goes with --file.") }
  }

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let copy = try await client.copy(of: reference, to: witness)
    if let file { return try await take(file, for: copy, to: client, on: console) }
    let answer = try await client.send(
      "POST", "copies/\(copy.id)/return", ReturnRequest(on: on), revision: copy.revision)
    try console.show(answer, as: TranscriptCopy.self, json: options.json) { copy, page in
      page.text("The copy of \(copy.witness) is back since \(copy.returnedOn?.inWords ?? "").")
    }
  }

  /// Sends what came back.
  private func take(
    _ file: String, for copy: TranscriptCopy, to client: InquiryClient, on console: Console
  ) async throws {
    let name = Files.name(file)
    let answer = try await client.upload(
      "POST", "copies/\(copy.id)/file",
      query: [
        "fileName": name, "on": on?.description, "dryRun": dryRun ? "true" : nil,
      ], bytes: try Files.read(file), named: name)
    try console.show(answer, as: ReturnedCopy.self, json: options.json) { $1.lay($0) }
    if dryRun { console.say("Nothing was done.") }
  }
}

/// `inquiry session returned`
struct ReturnedFileCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "returned", abstract: "Fetch the file in which a copy came back, byte for byte.",
    discussion: """
      The newest, where it came back more than once. The answer is the file itself, so --json \
      changes nothing.
      Example: inquiry session returned OS3 "Dr Jane Smith" -o smith.docx
      """)

  @Argument(help: "The transcript, such as OS3.")
  var reference: String

  @Argument(help: "The witness, as the list of copies prints the name.")
  var witness: String

  @Option(help: ArgumentHelp("Which of several files, from 1.", valueName: "number"))
  var nth: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; - for standard output.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let copy = try await client.copy(of: reference, to: witness)
    let answer = try await client.get(
      "evidence/\(Client.escaped(reference))/copies/\(copy.id)/file",
      query: ["nth": nth.map(String.init)])
    if output == "-" { return console.show(bytes: answer.bytes) }
    try Files.write(answer.bytes, to: output)
    console.say(
      "\(output): \(Words.size(answer.bytes.count)), the copy of \(witness) as it came back.")
  }
}

extension InquiryClient {
  /// The copy of a transcript that went to a witness.
  fileprivate func copy(of reference: String, to witness: String) async throws -> TranscriptCopy {
    let copies = try await list(
      "evidence/\(Client.escaped(reference))/copies", of: TranscriptCopy.self
    ).filter { $0.witness == witness }
    guard let copy = copies.first, copies.count == 1 else {
      throw Refusal(
        .notFound, "copy_not_found",
        "\(copies.count) copies of \(reference) went to “\(witness)”; `inquiry session copies "
          + "\(reference)` lists them.", field: "witness")
    }
    return copy
  }
}
