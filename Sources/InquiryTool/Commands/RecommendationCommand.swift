import ArgumentParser
import Inquiries
import Wire

/// `inquiry recommendation`
struct RecommendationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommendation", abstract: "Recommendations, whom they ask, and their evidence.",
    subcommands: [
      ListRecommendationsCommand.self, ShowRecommendationCommand.self,
      EditRecommendationCommand.self, SuggestForRecommendationCommand.self,
    ])
}

struct ListRecommendationsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the recommendations.",
    discussion: "Example: inquiry recommendation list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("recommendations")
    try console.show(answer, as: ListShape<Recommendation>.self, json: options.json) { list, page in
      page.table(
        [.number("Number"), "Key", .number("Paragraph"), "To", "Evidence", "Words"],
        list.items.map { recommendation in
          [
            Words.number(recommendation.number), recommendation.key,
            Words.number(recommendation.paragraph),
            recommendation.addressees.joined(separator: "\n"), recommendation.links.tally,
            Words.beginning(of: recommendation.text ?? "in no draft", upTo: 80),
          ]
        }, none: "There are no recommendations yet; a draft brings them in.")
    }
  }
}

struct ShowRecommendationCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a recommendation, whom it asks, and its evidence.",
    discussion: "Example: inquiry recommendation show 3")

  @Argument(help: "Its number in the newest draft, or its key.")
  var name: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let recommendation = try await options.client(console).recommendation(name)
    if options.json { return console.show(json: recommendation.jsonBytes) }
    console.show { $0.lay(recommendation) }
  }
}

struct EditRecommendationCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Say whom a recommendation asks, and under which finding it stands.",
    discussion: """
      What is left out stays. The words of a recommendation are edited in the draft.
      Example: inquiry recommendation edit 3 --to "Department for Education" --finding 2
      """)

  @Argument(help: "Its number in the newest draft, or its key.")
  var name: String

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "Who is asked to act, the leading one first; may be repeated; none asks nobody.",
      valueName: "body|none"))
  var addressees: [String] = []

  @Option(
    help: ArgumentHelp(
      "Number or key of its finding; none takes it from its finding.",
      valueName: "key|none"))
  var finding: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard !addressees.isEmpty || finding != nil else {
      throw ValidationError("Say what to change: --to or --finding.")
    }
  }

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let recommendation = try await inquiry.recommendation(name)
    let request = RecommendationRequest(
      addressees: addressees.isEmpty ? nil : addressees == ["none"] ? [] : addressees,
      finding: finding.map { $0 == "none" ? nil : $0 })
    let answer = try await inquiry.send(
      "PATCH", "recommendations/\(Client.escaped(recommendation.key))", request,
      revision: recommendation.revision)
    try console.show(answer, as: Recommendation.self, json: options.json) { $1.lay($0) }
  }
}

extension InquiryClient {
  /// A recommendation by number or key.
  func recommendation(_ name: String) async throws -> Recommendation {
    let all = try await list("recommendations", of: Recommendation.self)
    guard let found = all.first(where: { $0.key == name || Words.number($0.number) == name }) else {
      throw Refusal(
        .notFound, "recommendation_not_found",
        "There is no recommendation “\(name)”; give its key or its number in the newest draft.",
        field: "recommendation")
    }
    return found
  }
}

extension Page {
  mutating func lay(_ recommendation: Recommendation) {
    facts([
      ("Recommendation", Words.named(recommendation.number, recommendation.key)),
      ("Paragraph", recommendation.paragraph.map(String.init)),
      (
        "To",
        recommendation.addressees.isEmpty
          ? "nobody yet" : recommendation.addressees.joined(separator: "\n")
      ),
      ("Finding", recommendation.findingKey ?? "none"),
    ])
    gap()
    text(recommendation.text ?? "No draft carries it.")
    if !recommendation.limbs.isEmpty {
      heading("Limbs")
      layLimbs(of: recommendation)
    }
    if !recommendation.lineage.isEmpty {
      heading("Takes up")
      lay(recommendation.lineage)
    }
    evidence(recommendation.links)
  }
}
