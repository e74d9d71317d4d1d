import ArgumentParser
import Inquiries
import Wire

/// `inquiry session labels`
struct ListLabelsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "labels",
    abstract: "List the speaker labels of a transcript that were or are in doubt, or all.",
    discussion: "Example: inquiry session labels OS3")

  @Argument(help: "The transcript, such as OS3.")
  var reference: String

  @Flag(help: "Those too that the import was sure of.")
  var all = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "evidence/\(Client.escaped(reference))/labels" + (all ? "?all=true" : ""))
    try console.show(answer, as: ListShape<LabelInDoubt>.self, json: options.json) { list, page in
      page.table(
        ["Label", "First at", .number("Turns"), "Is"],
        list.items.map { [$0.label, $0.locator, "\($0.count)", $0.isWho] },
        none: "No label of \(reference) was in doubt.")
    }
  }
}

/// `inquiry session map-label`
struct MapLabelCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "map-label",
    abstract: "Say who a speaker label is; say it again to undo it.",
    discussion: """
      Every turn of the transcript that bears the label follows, and what is published with them; \
      turns whose speaker was never in doubt stay. Where the import was sure and wrong, say with \
      --from whose turns are meant; `inquiry session labels OS3 --all` has the numbers.
      Example: inquiry session map-label OS3 "Dr Smyth" --to "Dr Jane Smith"
      Example: inquiry session map-label OS3 "Dr Smith" --from 17 --to "Dr John Smith"
      """)

  @Argument(help: "The transcript, such as OS3.")
  var reference: String

  @Argument(help: "The label as printed, without its colon.")
  var label: String

  @Option(
    help: ArgumentHelp("Whose turns are meant, where the import was sure.", valueName: "number"))
  var from: Int?

  @Option(help: ArgumentHelp("A member or witness of the session.", valueName: "name"))
  var to: String?

  @Option(help: ArgumentHelp("Anybody in the inquiry.", valueName: "number"))
  var person: Int?

  @Flag(help: "It is nobody known; the label stays as printed.")
  var nobody = false

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard [to != nil, person != nil, nobody].count(where: { $0 }) == 1 else {
      throw ValidationError("Give one of --to, --person and --nobody.")
    }
  }

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let path = "evidence/\(Client.escaped(reference))/labels"
    let seen = try await client.list(path + "?all=true", of: LabelInDoubt.self).first {
      $0.label == label && (from == nil || $0.person?.value == from.map(Int64.init))
    }
    let answer = try await client.send(
      "POST", path,
      LabelRequest(
        label: label, from: from, person: person, listed: to, nobody: nobody ? true : nil),
      revision: seen?.revision)
    try console.show(answer, as: LabelInDoubt.self, json: options.json) { label, page in
      page.text(
        "“\(label.label)” of \(reference) is \(label.isWho), in "
          + "\(Words.count(label.count, "turn")) from \(label.locator) on.")
    }
  }
}

extension LabelInDoubt {
  /// `Dr Jane Smith (17)`, `nobody known`, `in doubt`.
  fileprivate var isWho: String {
    guard isSettled || isSure else { return "in doubt" }
    guard let name, let person else { return "nobody known" }
    return "\(name) (\(person))"
  }
}
