import ArgumentParser
import Inquiries
import Wire

struct SuspectTagsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspect",
    abstract: "List tags whose words were corrected, to be looked at again.",
    discussion: """
      `inquiry tag affirm` puts one on the words as they stand now or on others, `inquiry tag \
      remove` takes it off. Words that are kept from the public are not shown here.
      Example: inquiry tag suspect --by "Ada Author"
      """)

  @Option(help: ArgumentHelp("Who put them on.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Reference of a source, such as OS3.", valueName: "reference"))
  var source: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "applied-tags", query: ["suspect": "true", "tagger": by, "reference": source])
    try console.show(answer, as: ListShape<AppliedTag>.self, json: options.json) {
      $1.lay(applied: $0.items, none: "No tag waits for a second look.")
    }
  }
}

struct AffirmTagCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "affirm", abstract: "Affirm a tag on the words as they stand now, or on others.",
    discussion: """
      Without --quote and --whole it is on the words that it was on, which must stand in the \
      passage once.
      Example: inquiry tag affirm 41 --quote "help came a year late"
      """)

  @Argument(help: "Its number, as `inquiry tag suspect` lists it.")
  var number: Int64

  @Option(help: ArgumentHelp("Words of the passage as it stands now.", valueName: "words"))
  var quote: String?

  @Flag(help: "The whole passage is meant.")
  var whole = false

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard quote == nil || !whole else { throw ValidationError("Give either --quote or --whole.") }
  }

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let found = try await inquiry.appliedTag(number)
    let answer = try await inquiry.send(
      "POST", "applied-tags/\(number)/affirm", AffirmTagRequest(quote: quote, whole: whole),
      revision: found.revision)
    try console.show(answer, as: AppliedTag.self, json: options.json) {
      $1.text("“\($0.tag)” is on \($0.locator), version \($0.passageVersion).")
    }
  }
}

extension InquiryClient {
  /// A tag on a passage, by its number.
  func appliedTag(_ number: Int64) async throws -> AppliedTag {
    let listed: [AppliedTag] = try await list("applied-tags?after=\(max(0, number - 1))&limit=1")
    guard let found = listed.first, found.id.value == number else {
      throw Refusal(
        .notFound, "applied_tag_not_found",
        "No passage has a tag with the number \(number); `inquiry tag passages` lists them.",
        field: "number")
    }
    return found
  }
}

extension Page {
  mutating func lay(applied: [AppliedTag], none: String) {
    table(
      [.number("Number"), "Tag", "Passage", "Words", "By", "Words since"],
      applied.map { applied in
        [
          "\(applied.id)", applied.tag, applied.locator,
          applied.span == nil ? "all" : applied.quote.map { "“\($0)”" } ?? "kept back",
          applied.tagger,
          applied.isSuspect
            ? "suspect: corrected after version \(applied.passageVersion)"
            : applied.isSuperseded ? "corrected after version \(applied.passageVersion)" : "",
        ]
      }, none: none)
  }
}
