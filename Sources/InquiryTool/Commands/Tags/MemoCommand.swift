import ArgumentParser
import Inquiries
import Wire

/// `inquiry memo`
struct MemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo", abstract: "What you think at work: notes that are never published.",
    subcommands: [WriteMemoCommand.self, ListMemosCommand.self, RemoveMemoCommand.self])
}

struct WriteMemoCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Write a memo about a tag, a source, a passage or the inquiry.",
    discussion: """
      Example: inquiry memo write "Social workers say “late”, directors “stretched”." --tag early-help
      """)

  @Argument(help: "The memo; - reads it from standard input.")
  var text: String

  @Option(help: "Key or name of the tag that it is about.")
  var tag: String?

  @Option(help: ArgumentHelp("Reference of the source that it is about.", valueName: "reference"))
  var source: String?

  @Option(help: ArgumentHelp("Locator of the passage that it is about.", valueName: "locator"))
  var passage: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard [tag, source, passage].compactMap(\.self).count < 2 else {
      throw ValidationError("Give one of --tag, --source and --passage, or none.")
    }
  }

  func perform(on console: Console) async throws {
    let words = text == "-" ? try Files.text(console.rest(), named: "standard input") : text
    let answer = try await options.client(console).send(
      "POST", "memos",
      MemoRequest(text: words, tag: tag, source: source, passage: passage))
    try console.show(answer, as: Memo.self, json: options.json) {
      $1.text("Memo \($0.id) on \($0.about ?? "the inquiry"); it stays with staff.")
    }
  }
}

struct ListMemosCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List memos, oldest first.",
    discussion: "Example: inquiry memo list --tag early-help")

  @Option(help: "Key or name of the tag that they are about.")
  var tag: String?

  @Option(help: ArgumentHelp("The number after which the listing begins.", valueName: "n"))
  var after: Int?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "memos", query: ["tag": tag, "after": after.map(String.init)])
    try console.show(answer, as: ListShape<Memo>.self, json: options.json) { $1.lay($0.items) }
  }
}

struct RemoveMemoCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a memo away; that it was there stays on record.",
    discussion: "Example: inquiry memo remove 3")

  @Argument(help: "Its number, as `inquiry memo list` shows it.")
  var number: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let listed: [Memo] = try await inquiry.list("memos?after=\(max(0, number - 1))&limit=1")
    guard let found = listed.first, found.id.value == number else {
      throw Refusal(
        .notFound, "memo_not_found",
        "There is no memo \(number); `inquiry memo list` shows what there is.", field: "number")
    }
    let answer = try await inquiry.post("memos/\(number)/remove", revision: found.revision)
    try console.show(answer, as: Memo.self, json: options.json) {
      $1.text("Memo \($0.id) was taken away.")
    }
  }
}
