import ArgumentParser
import Foundation
import Inquiries
import Wire

/// `inquiry suggestion`
struct SuggestionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggestion", abstract: "Evidence that is suggested, and what becomes of it.",
    subcommands: [
      SuggestForTextCommand.self, AffirmSuggestionCommand.self, DropSuggestionsCommand.self,
    ])
}

/// How many suggestions, and from where.
struct SuggestOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many passages at most, 1 to 100.", valueName: "number"))
  var limit = 10

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard (1...100).contains(limit) else { throw ValidationError("--limit is 1 to 100.") }
  }

  fileprivate func show(_ place: String, limb: Int? = nil, on console: Console) async throws {
    let answer = try await options.client(console).get(
      place, query: ["limit": "\(limit)", "limb": limb.map(String.init)])
    try console.show(answer, as: EvidenceSuggestions.self, json: options.json) { $1.lay($0) }
  }
}

struct SuggestForRecommendationCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Suggest evidence for a recommendation, or for all of them.",
    discussion: """
      Nothing is linked by it: `inquiry suggestion affirm` links, `drop` refuses.
      Example: inquiry recommendation suggest 4 --limb 2
      """)

  @Argument(help: "Its number in the newest draft, or its key.")
  var name: String?

  @Flag(help: "For every recommendation of the newest draft.")
  var all = false

  @OptionGroup var part: LimbOption

  @OptionGroup var suggest: SuggestOptions

  func validate() throws {
    guard (name == nil) == all else {
      throw ValidationError("Name a recommendation, or give --all.")
    }
    try part.require(name)
  }

  func perform(on console: Console) async throws {
    if let name {
      return try await suggest.show(
        "recommendations/\(Client.escaped(name))/suggestions", limb: part.limb, on: console)
    }
    let answer = try await suggest.options.client(console).get(
      "suggestions", query: ["limit": "\(suggest.limit)"])
    try console.show(
      answer, as: ListShape<EvidenceSuggestions>.self, json: suggest.options.json
    ) { found, page in
      for one in found.items {
        page.heading("Recommendation \(Words.named(one.number, one.key ?? ""))")
        page.lay(one)
      }
      if found.items.isEmpty { page.text("The newest draft carries no recommendation.") }
    }
  }
}

struct SuggestForFindingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Suggest evidence for a finding.",
    discussion: "Example: inquiry finding suggest 2")

  @Argument(help: "Its number in the newest draft, or its key.")
  var name: String

  @OptionGroup var suggest: SuggestOptions

  func perform(on console: Console) async throws {
    try await suggest.show("findings/\(Client.escaped(name))/suggestions", on: console)
  }
}

struct SuggestForTextCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find evidence for any text.",
    discussion: """
      Example: inquiry suggestion find "The regulator should publish its reasons."
      """)

  @Argument(help: "The text; - reads it from standard input.")
  var text: String

  @OptionGroup var suggest: SuggestOptions

  func perform(on console: Console) async throws {
    let words =
      text == "-"
      ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : text
    let answer = try await suggest.options.client(console).send(
      "POST", "suggestions", SuggestRequest(text: words, limit: suggest.limit))
    try console.show(answer, as: EvidenceSuggestions.self, json: suggest.options.json) {
      $1.lay($0)
    }
  }
}

/// For what a suggestion was made.
struct SuggestionEnd: ParsableArguments {
  @Option(help: ArgumentHelp("Number or key of the finding.", valueName: "name"))
  var finding: String?

  @Option(help: ArgumentHelp("Number or key of the recommendation.", valueName: "name"))
  var recommendation: String?

  func validate() throws {
    guard (finding == nil) != (recommendation == nil) else {
      throw ValidationError("Give either --finding or --recommendation.")
    }
  }
}

struct AffirmSuggestionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "affirm", abstract: "Link a suggested passage; you answer for it from then on.",
    discussion: "Example: inquiry suggestion affirm --recommendation 4 Q24+1 --stance contrasts")

  @OptionGroup var end: SuggestionEnd

  @OptionGroup var part: LimbOption

  @Argument(help: "The passage, as the suggestion names it.")
  var locator: String

  @Option(help: "What the passage does for it.")
  var stance: Stance = .supports

  @Option(
    help: ArgumentHelp("Words of the passage; the link means them alone.", valueName: "words"))
  var quote: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws { try part.require(end.recommendation) }

  func perform(on console: Console) async throws {
    let request = LinkRequest(
      finding: end.finding, recommendation: end.recommendation, limb: part.limb, locator: locator,
      stance: stance, quote: quote, affirmed: true)
    let answer = try await options.client(console).send("POST", "links", request)
    try console.show(answer, as: LinksMadeShape.self, json: options.json) { made, page in
      page.text(
        made.count == 0
          ? "Nothing new: \(locator) was linked already." : "\(locator) is linked and affirmed.")
      page.layLeftOut(made)
    }
  }
}

struct DropSuggestionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Refuse suggested passages.",
    discussion: """
      They do not come again for this finding or recommendation until their words change. What \
      is linked already is dropped with `inquiry link drop`.
      Example: inquiry suggestion drop --recommendation 4 Q24+1 "CTI0004, para 3"
      """)

  @OptionGroup var end: SuggestionEnd

  @Argument(help: "The passages, as the suggestions name them.")
  var locators: [String]

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = DropSuggestionsRequest(
      finding: end.finding, recommendation: end.recommendation, locators: locators)
    let answer = try await options.client(console).send("POST", "suggestions/drop", request)
    try console.show(answer, as: CountShape.self, json: options.json) { dropped, page in
      page.text("\(Words.count(dropped.count, "passage")) dropped.")
    }
  }
}

extension Page {
  mutating func lay(_ found: EvidenceSuggestions) {
    if let note = found.note { text(note) }
    gap()
    table(
      [.number("No."), "Passage", "Speaker", "Why", "Words"],
      found.items.enumerated().map { place, item in
        [
          "\(place + 1)", item.locator ?? item.reference,
          [item.speaker, item.group].compactMap { $0 }.joined(separator: "\n"), item.why,
          item.words.map { Words.beginning(of: $0, upTo: 160) }
            ?? "confidential: read it at \(item.reference), which goes on record",
        ]
      }, none: "Nothing in the evidence is near to this text.")
  }
}

extension SuggestedEvidence {
  /// The reasons, a line each.
  fileprivate var why: String {
    [
      nearness.map { "meaning 0.\($0 < 10 ? "0" : "")\(min($0, 99))" },
      sharedTerms.isEmpty ? nil : "words: \(sharedTerms.joined(separator: ", "))",
      blockTerms.isEmpty
        ? nil : "in its question block: \(blockTerms.joined(separator: ", "))",
      namedGroup.map { "names \($0)" },
      earlierLinks.isEmpty ? nil : "linked to \(earlierLinks.joined(separator: ", "))",
      tags.isEmpty ? nil : "tagged \(tags.joined(separator: ", ")), as affirmed evidence is",
      contrast.map { "may speak against: “\($0)”" },
    ].compactMap { $0 }.joined(separator: "\n")
  }
}
