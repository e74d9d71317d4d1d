import ArgumentParser
import Inquiries
import Wire

/// `inquiry finding`
struct FindingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finding", abstract: "Findings and the evidence they rest on.",
    subcommands: [
      ListFindingsCommand.self, ShowFindingCommand.self, SuggestForFindingCommand.self,
    ])
}

struct ListFindingsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the findings.",
    discussion: "Example: inquiry finding list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("findings")
    try console.show(answer, as: ListShape<Finding>.self, json: options.json) { list, page in
      page.table(
        [.number("Number"), "Key", .number("Paragraph"), "Evidence", "Words"],
        list.items.map { finding in
          [
            Words.number(finding.number), finding.key, Words.number(finding.paragraph),
            finding.links.tally, Words.beginning(of: finding.text ?? "in no draft"),
          ]
        }, none: "There are no findings yet; a draft brings them in.")
    }
  }
}

struct ShowFindingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a finding and its evidence.",
    discussion: "Example: inquiry finding show 2")

  @Argument(help: "Its number in the newest draft, or its key.")
  var name: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let finding = try await options.client(console).finding(name)
    if options.json { return console.show(json: finding.jsonBytes) }
    console.show { page in
      page.facts([
        ("Finding", Words.named(finding.number, finding.key)),
        ("Paragraph", finding.paragraph.map(String.init)),
      ])
      page.gap()
      page.text(finding.text ?? "No draft carries it.")
      page.evidence(finding.links)
    }
  }
}

extension InquiryClient {
  /// A finding by number or key.
  func finding(_ name: String) async throws -> Finding {
    let all = try await list("findings", of: Finding.self)
    guard let found = all.first(where: { $0.key == name || Words.number($0.number) == name }) else {
      throw Refusal(
        .notFound, "finding_not_found",
        "There is no finding “\(name)”; give its key or its number in the newest draft.",
        field: "finding")
    }
    return found
  }
}

extension Words {
  /// `3 (publish-thresholds)`: the number is that of the newest draft, the key
  /// stays.
  static func named(_ number: Int?, _ key: String) -> String {
    number.map { "\($0) (\(key))" } ?? "\(key), in no draft"
  }
}

extension Link {
  /// `affirmed by Ada Author`: nobody answers for it in any other state.
  var standing: String {
    guard status == .affirmed, let affirmedBy else { return status.rawValue }
    return "affirmed by \(affirmedBy)"
  }
}

extension [Link] {
  /// `3 affirmed, 1 suspect`; what was dropped does not count.
  var tally: String {
    let counts = [LinkStatus.affirmed, .suspect, .suggested].compactMap { status -> String? in
      let count = self.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    return counts.isEmpty ? "none" : counts.joined(separator: ", ")
  }
}

extension Page {
  mutating func evidence(_ links: [Link]) {
    heading("Evidence: \(links.tally)")
    let isOfLimbs = links.contains { $0.limb != nil }
    table(
      [.number("Link")] + (isOfLimbs ? [.number("Limb")] : []) + [
        "Stance", "Status", "Passage", "Source", "Speaker", "Words",
      ],
      links.map { link in
        ["\(link.id)"] + (isOfLimbs ? [link.limb.map(String.init) ?? ""] : []) + [
          link.stance.rawValue, link.standing,
          link.passage.locator ?? "", "\(link.reference), \(link.sourceState.inWords)",
          link.passage.speaker ?? "",
          link.quote.map { "“\($0)”" } ?? Words.beginning(of: link.passage.text),
        ]
      }, none: "No passage is linked; `inquiry link add` links one.")
  }
}
