import ArgumentParser
import Inquiries
import Wire

/// `inquiry consent`
struct ConsentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "What witnesses said to the publication of their words.",
    subcommands: [ListConsentsCommand.self, RecordConsentCommand.self])
}

struct ListConsentsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every witness's consent, source by source.",
    discussion: "Example: inquiry consent list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("consents")
    try console.show(answer, as: ListShape<Contribution>.self, json: options.json) { list, page in
      page.consentTable(list.items)
    }
  }
}

struct RecordConsentCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record what one witness, or all of a source, said to publication.",
    discussion: """
      Example: inquiry consent record OS3 --witness "Director A" --given --on 2018-02-14 \
      --by "signed form"
      """)

  @Argument(help: "Reference of the source.")
  var reference: String

  @Option(help: ArgumentHelp("One witness by printed name; all when left out.", valueName: "name"))
  var witness: String?

  @Flag(help: "What was said.")
  var consent: ConsentFlag

  @Option(
    help: ArgumentHelp("Day on which it was said.", valueName: "day"), transform: Day.argument)
  var on: Day

  @Option(help: ArgumentHelp("How or through whom, such as a signed form.", valueName: "text"))
  var by: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = ConsentRequest(
      reference: reference, witness: witness, consent: consent.consent, givenBy: by, on: on)
    let answer = try await options.client(console).send("POST", "consents", request)
    try console.show(answer, as: CountShape.self, json: options.json) { done, page in
      page.text(
        "Consent \(consent.rawValue) on \(on.inWords): recorded for "
          + "\(Words.count(done.count, "witness", "witnesses")) of \(reference).")
    }
  }
}

/// What a witness said, as a flag.
enum ConsentFlag: String, EnumerableFlag {
  case given, refused, withdrawn

  var consent: Consent {
    switch self {
    case .given: .given
    case .refused: .refused
    case .withdrawn: .withdrawn
    }
  }
}

extension Page {
  mutating func consentTable(_ contributions: [Contribution]) {
    table(
      ["Reference", "Witness", "Consent", "On", "By"],
      contributions.map { contribution in
        [
          contribution.reference, contribution.witness.inFull,
          contribution.consent == .notAsked ? "not asked" : contribution.consent.rawValue,
          contribution.on?.description ?? "", contribution.givenBy ?? "",
        ]
      }, none: "No witness has a part in it.")
  }
}
