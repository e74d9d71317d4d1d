import ArgumentParser
import Inquiries
import Wire

struct ApplyTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Put a tag on passages, or on some words, under your name.",
    discussion: """
      A locator is written as in a citation; Q45 is the question with its answers, Q45+1 one turn. \
      Code points of --span count from 0, the end is not part of it.
      Example: inquiry tag apply early-help "Q27, Social worker B" --quote "came too late"
      """)

  @Argument(help: "Key or name of the tag.")
  var tag: String

  @Argument(help: "Where in the evidence, as in a citation.")
  var locator: String

  @Option(help: ArgumentHelp("Words that stand there once; they alone.", valueName: "words"))
  var quote: String?

  @OptionGroup var place: SpanOptions

  @OptionGroup var options: InquiryOptions

  func validate() throws { try place.require(without: quote) }

  func perform(on console: Console) async throws {
    // Authors copy locators out of their drafts, with the @ of a citation.
    let locator = locator.hasPrefix("@") ? String(locator.dropFirst()) : locator
    let answer = try await options.client(console).send(
      "POST", "tags/\(Client.escaped(tag))/apply",
      ApplyTagRequest(
        locator: locator, quote: quote, span: place.codePoints, version: place.version))
    try console.show(answer, as: CountShape.self, json: options.json) { made, page in
      page.text(
        made.count == 0
          ? "Nothing new: you put “\(tag)” there before."
          : "“\(tag)” is on \(Words.count(made.count, "passage")) more.")
    }
  }
}

struct TagPassagesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "passages", abstract: "List passages that have tags, and who put them on.",
    discussion: """
      Words that are kept from the public are not shown here; read the passage.
      Example: inquiry tag passages early-help --by "Ada Author"
      """)

  @Argument(help: "Key or name of a tag; all when left out.")
  var tag: String?

  @Option(help: ArgumentHelp("Who put them on.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Reference of a source, such as OS3.", valueName: "reference"))
  var source: String?

  @Option(help: ArgumentHelp("The number after which the listing begins.", valueName: "n"))
  var after: Int?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "applied-tags",
      query: ["tag": tag, "tagger": by, "reference": source, "after": after.map(String.init)])
    try console.show(answer, as: ListShape<AppliedTag>.self, json: options.json) { list, page in
      page.lay(applied: list.items, none: "No passage has it.")
      // The server gives this many at once.
      if list.items.count == 1_000, let last = list.items.last {
        page.text("There may be more: --after \(last.id).")
      }
    }
  }
}

struct RemoveTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a tag off a passage; that it was there stays on record.",
    discussion: "Example: inquiry tag remove 41")

  @Argument(help: "Its number, as `inquiry tag passages` lists it.")
  var number: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let found = try await inquiry.appliedTag(number)
    let answer = try await inquiry.post("applied-tags/\(number)/remove", revision: found.revision)
    try console.show(answer, as: AppliedTag.self, json: options.json) {
      $1.text("“\($0.tag)” was taken off \($0.locator).")
    }
  }
}
