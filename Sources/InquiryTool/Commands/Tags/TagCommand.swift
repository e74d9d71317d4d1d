import ArgumentParser
import Inquiries
import Wire

/// `inquiry tag`
struct TagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Tags of the codebook, and passages that have them.",
    discussion: """
      A tag is named by its key, its name, or a name that it had; one that was merged leads to its \
      successor. None of this is public.
      """,
    subcommands: [
      ListTagsCommand.self, ShowTagCommand.self, AddTagCommand.self, EditTagCommand.self,
      MoveTagCommand.self, MergeTagCommand.self, RetireTagCommand.self, ApplyTagCommand.self,
      TagPassagesCommand.self, RemoveTagCommand.self, SuspectTagsCommand.self,
      AffirmTagCommand.self,
    ])
}

struct ListTagsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tags, each under its wider one.",
    discussion: "Example: inquiry tag list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("tags")
    try console.show(answer, as: ListShape<Inquiries.Tag>.self, json: options.json) { list, page in
      var depths: [String: Int] = [:]
      for tag in list.items { depths[tag.key] = tag.parent.map { (depths[$0] ?? 0) + 1 } ?? 0 }
      page.table(
        ["Tag", "Key", .number("Sources"), .number("Passages"), "Definition"],
        list.items.map { tag in
          [
            String(repeating: "- ", count: depths[tag.key] ?? 0) + tag.name
              + (tag.retiredOn == nil ? "" : " (retired)"),
            tag.key, tag.isGroup ? "" : "\(tag.sourceCount ?? 0)",
            tag.isGroup ? "" : "\(tag.passageCount ?? 0)",
            Words.beginning(of: tag.text.definition, upTo: 60),
          ]
        }, none: "The codebook is empty; `inquiry tag add` begins it.")
    }
  }
}

struct ShowTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a tag means, what it meant, and its memos.",
    discussion: "Example: inquiry tag show early-help")

  @Argument(help: "Its key or name.")
  var name: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let tag = try await inquiry.tag(name)
    if options.json { return console.show(json: tag.jsonBytes) }
    let versions: [TagVersion] = try await inquiry.list("tags/\(tag.key)/versions")
    let memos: [Memo] = try await inquiry.list("memos?tag=\(tag.key)")
    console.show { page in
      page.lay(tag)
      page.heading("Versions (\(versions.count))")
      page.table(
        [.number("Version"), "Name", "Set by", "Set at", "Definition"],
        versions.map {
          [
            "\($0.number)", $0.name, $0.setBy ?? "operator", $0.setAt.description,
            Words.beginning(of: $0.text.definition, upTo: 80),
          ]
        }, none: "")
      page.lay(memos)
    }
  }
}

/// What a tag is called and means.
struct TagFacts: ParsableArguments {
  @Option(help: "What it means.")
  var definition: String?

  @Option(name: .customLong("use"), help: "When to use it.")
  var useWhen: String?

  @Option(name: .customLong("not"), help: "When not to use it.")
  var useNotWhen: String?

  @Option(help: "An example of what it is put on.")
  var example: String?

  @Option(
    help: ArgumentHelp(
      "Its colour, such as #4F7A28; none takes it away.", valueName: "#RRGGBB|none"))
  var colour: String?

  var isEmpty: Bool {
    [definition, useWhen, useNotWhen, example, colour].allSatisfy { $0 == nil }
  }

  var request: TagRequest {
    var request = TagRequest()
    request.definition = definition
    request.useWhen = useWhen
    request.useNotWhen = useNotWhen
    request.example = example
    request.colour = colour.map { $0 == "none" ? nil : $0 }
    return request
  }
}

struct AddTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a tag to the codebook.",
    discussion: """
      Its key is made of its name unless said, and stays when the name changes.
      Example: inquiry tag add "Early help" --under thresholds --definition "Help before a \
      social worker is needed." --not "Help under section 17."
      """)

  @Argument(help: "What it is called.")
  var name: String

  @Option(help: "Its permanent key.")
  var key: String?

  @Option(help: ArgumentHelp("The wider tag that it stands under.", valueName: "tag"))
  var under: String?

  @Flag(help: "It only holds other tags together and is put on nothing.")
  var group = false

  @OptionGroup var facts: TagFacts
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    var request = facts.request
    request.key = key
    request.name = name
    request.under = under.map { .some($0) }
    request.isGroup = group ? true : nil
    let answer = try await options.client(console).send("POST", "tags", request)
    try console.show(answer, as: Inquiries.Tag.self, json: options.json) { $1.lay($0) }
  }
}

struct EditTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Rename a tag, or say anew what it means.",
    discussion: """
      Another name or meaning is a further version; passages keep the version under which they got \
      the tag, and the former name still leads to it. What is left out stays.
      Example: inquiry tag edit early-help --name "Help before a referral"
      """)

  @Argument(help: "Its key or name.")
  var tag: String

  @Option(help: "What it is called from now on.")
  var name: String?

  @OptionGroup var facts: TagFacts
  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard name != nil || !facts.isEmpty else {
      throw ValidationError("Say what to change: --name, --definition, --use, --not, --example.")
    }
  }

  func perform(on console: Console) async throws {
    var request = facts.request
    request.name = name
    try await options.change(tag, request, on: console)
  }
}

struct MoveTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Put a tag, with what is below it, under another one.",
    discussion: "Example: inquiry tag move early-help --under thresholds")

  @Argument(help: "Its key or name.")
  var tag: String

  @Option(help: ArgumentHelp("The wider tag; none puts it at the top.", valueName: "tag|none"))
  var under: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    var request = TagRequest()
    request.under = .some(under == "none" ? nil : under)
    try await options.change(tag, request, on: console)
  }
}

struct RetireTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Let a tag be put on nothing more; what has it keeps it.",
    discussion: "Example: inquiry tag retire early-help")

  @Argument(help: "Its key or name.")
  var tag: String

  @Flag(help: "Take it back into use.")
  var undo = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    var request = TagRequest()
    request.retired = !undo
    try await options.change(tag, request, on: console)
  }
}

struct MergeTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge a tag into another one.",
    discussion: """
      Passages, memos and tags below it go over; its key and names lead to the other from then on. \
      A merge cannot be taken back.
      Example: inquiry tag merge family-support --into early-help --dry-run
      """)

  @Argument(help: "Key or name of the tag that goes.")
  var tag: String

  @Option(help: ArgumentHelp("Key or name of the tag that stays.", valueName: "tag"))
  var into: String

  @Flag(help: "Show what would move, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let found = try await inquiry.tag(tag)
    let answer = try await inquiry.send(
      "POST", "tags/\(found.key)/merge", MergeTagRequest(into: into, dryRun: dryRun),
      revision: found.revision)
    try console.show(answer, as: MergedTagShape.self, json: options.json) { merged, page in
      page.text(
        "“\(found.name)” \(dryRun ? "would be" : "is") merged into “\(merged.into.name)”: "
          + "\(Words.count(merged.moved, "tagged place")) \(dryRun ? "would go" : "went") over.")
    }
  }
}

extension InquiryOptions {
  /// Changes a tag as it was just read, and shows it.
  fileprivate func change(
    _ name: String, _ request: TagRequest, on console: Console
  ) async throws {
    let inquiry = try await client(console)
    let tag = try await inquiry.tag(name)
    let answer = try await inquiry.send(
      "PATCH", "tags/\(tag.key)", request, revision: tag.revision)
    try console.show(answer, as: Inquiries.Tag.self, json: json) { $1.lay($0) }
  }
}

extension InquiryClient {
  /// A tag by key or name.
  func tag(_ name: String) async throws -> Inquiries.Tag {
    try await get("tags/\(Client.escaped(name))").shape()
  }
}

extension Page {
  mutating func lay(_ tag: Inquiries.Tag) {
    facts([
      ("Tag", tag.name), ("Key", tag.key), ("Under", tag.parent),
      ("Group", tag.isGroup ? "yes: put on nothing itself" : nil),
      ("Definition", tag.text.definition.isEmpty ? "none yet" : tag.text.definition),
      ("Use", tag.text.useWhen.isEmpty ? nil : tag.text.useWhen),
      ("Not", tag.text.useNotWhen.isEmpty ? nil : tag.text.useNotWhen),
      ("Example", tag.text.example.isEmpty ? nil : tag.text.example),
      ("Colour", tag.colour),
      ("Also found as", tag.otherNames.isEmpty ? nil : tag.otherNames.joined(separator: "; ")),
      ("Retired", tag.retiredOn?.inWords), ("Version", "\(tag.version)"),
      (
        "On",
        tag.passageCount.map {
          "\(Words.count($0, "passage")) of \(Words.count(tag.sourceCount ?? 0, "source"))"
        }
      ),
    ])
  }

  mutating func lay(_ memos: [Memo]) {
    heading("Memos (\(memos.count))")
    if memos.isEmpty { text("None.") }
    for memo in memos {
      point(
        "\(memo.id), \(memo.writtenBy), \(memo.writtenAt)"
          + (memo.about.map { ", on \($0)" } ?? "") + ": \(memo.text)")
    }
  }
}
