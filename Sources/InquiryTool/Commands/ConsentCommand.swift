import ArgumentParser
import Inquiries
import Wire

/// `inquiry consent`
struct ConsentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "What witnesses said to the publication of their words.",
    subcommands: [
      ListConsentsCommand.self, RecordConsentCommand.self, CorrectConsentDayCommand.self,
    ])
}

struct ListConsentsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every witness's consent, source by source.",
    discussion: "Example: inquiry consent list --review-by 2018-12-31")

  @Option(
    help: ArgumentHelp("Only those to be asked for again by a day.", valueName: "day"),
    transform: Day.argument)
  var reviewBy: Day?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "consents", query: ["reviewBy": reviewBy?.description])
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
      Consent is to be published, to be quoted in a report and to be named; --use says so where \
      it goes less far. Nobody is published, quoted or named beyond it.
      Example: inquiry consent record OS3 --witness "Director A" --given --on 2018-02-14 \
      --by "signed form"
      """)

  @OptionGroup var named: SourceListOptions

  @Option(help: ArgumentHelp("One witness by printed name; all when left out.", valueName: "name"))
  var witness: String?

  @Flag(help: "What was said.")
  var consent: ConsentFlag

  @Option(
    help: ArgumentHelp("Day on which it was said.", valueName: "day"), transform: Day.argument)
  var on: Day

  @Option(help: ArgumentHelp("How or through whom, such as a signed form.", valueName: "text"))
  var by: String?

  @Option(
    name: .customLong("use"), parsing: .singleValue,
    help: "What is agreed to, once for each; all of it when left out. Only with --given.")
  var uses: [ConsentUse] = []

  @Option(
    help: ArgumentHelp("Form of words that was agreed to, such as form 2.", valueName: "text"))
  var wording: String?

  @Option(
    help: ArgumentHelp("Day on which to ask again.", valueName: "day"), transform: Day.argument)
  var reviewOn: Day?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let isSeveral = try named.isSeveral
    let inquiry = try await options.client(console)
    try await named.list.carryOut(isSeveral: isSeveral, json: options.json, on: console) {
      dryRun, tag in
      let request = ConsentRequest(
        references: named.references, except: named.list.except, witness: witness,
        consent: consent.consent, givenBy: by, on: on,
        uses: uses.isEmpty ? nil : Set(uses), wording: wording,
        reviewOn: reviewOn, dryRun: dryRun)
      return try await inquiry.send("POST", "consents", request, tag: tag)
    } show: { answer, _ in
      try console.show(answer, as: ConsentAnswer.self, json: options.json) { $1.lay($0) }
    }
  }
}

/// `inquiry consent correct`
struct CorrectConsentDayCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Correct the day on which a consent was said.",
    discussion: """
      Where the wrong day was written down: what was said stays. The reason goes on record with \
      both days and is not public; name nobody in it.
      Example: inquiry consent correct CTI0012 --on 2018-02-14 --reason "The form is of February."
      """)

  @Argument(help: "The source, such as OS3 or CTI0012.")
  var reference: String

  @Option(help: ArgumentHelp("One witness by printed name; all when left out.", valueName: "name"))
  var witness: String?

  @Option(
    help: ArgumentHelp("Day on which it was said in truth.", valueName: "day"),
    transform: Day.argument)
  var on: Day

  @Option(help: ArgumentHelp("Why the day on record is wrong.", valueName: "text"))
  var reason: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = ConsentDayRequest(
      reference: reference, witness: witness, on: on, reason: reason)
    let answer = try await options.client(console).send("POST", "consents/day", request)
    try console.show(answer, as: ListShape<Contribution>.self, json: options.json) {
      $1.consentTable($0.items)
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
  fileprivate mutating func lay(_ recorded: ConsentAnswer) {
    consentTable(recorded.contributions)
    guard !recorded.publicBeyond.isEmpty else { return }
    gap()
    text(
      "PUBLIC as before: \(recorded.publicBeyond.joined(separator: ", ")). Where that goes beyond "
        + "what was agreed to, take it down (`inquiry evidence take-down`), or publish it without "
        + "the name (`inquiry submission outcome`).")
  }

  mutating func consentTable(_ contributions: [Contribution]) {
    table(
      ["Reference", "Witness", "Consent", "To", "On", "By", "Wording", "Review"],
      contributions.map { contribution in
        [
          contribution.reference, contribution.witness.inFull,
          contribution.consent == .notAsked ? "not asked" : contribution.consent.rawValue,
          contribution.consent == .given
            ? ConsentUse.allCases.filter(contribution.uses.contains).map(\.rawValue)
              .joined(separator: ", ") : "",
          contribution.on?.description ?? "", contribution.givenBy ?? "",
          contribution.wording ?? "", contribution.reviewOn?.description ?? "",
        ]
      }, none: "No witness has a part in it.")
  }
}
