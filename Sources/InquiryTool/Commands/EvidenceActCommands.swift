import ArgumentParser
import Inquiries
import Wire

/// Sources that a decision is about.
struct SourceOptions: ParsableArguments {
  @OptionGroup var named: SourceListOptions
  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("Why; shown where the evidence was.", valueName: "text"))
  var reason: String?

  @OptionGroup var options: InquiryOptions
}

/// A step of sources under one decision: all of them or none.
protocol SourceStep: ClientCommand {
  associatedtype Asked: JSONShape = ActRequest
  /// The last word of the route.
  static var step: String { get }
  var sources: SourceOptions { get }
  /// What is sent, where it says more than every step.
  func request(_ act: ActRequest) -> Asked
}

extension SourceStep where Asked == ActRequest {
  func request(_ act: ActRequest) -> ActRequest { act }
}

extension SourceStep {
  func perform(on console: Console) async throws {
    let named = sources.named
    let isSeveral = try named.isSeveral
    let inquiry = try await sources.options.client(console)
    try await named.list.carryOut(
      isSeveral: isSeveral, json: sources.options.json, on: console
    ) { dryRun, tag in
      let act = ActRequest(
        references: named.references, except: named.list.except, dryRun: dryRun,
        decision: sources.decision.shape(reason: sources.reason))
      return try await inquiry.send("POST", "evidence/\(Self.step)", request(act), tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: ListShape<MovedSource>.self, json: sources.options.json) {
        $1.lay($0.items, dryRun: dryRun)
      }
    }
  }
}

extension Page {
  /// Sources with the state they had and the one they have, or would have.
  mutating func lay(_ moved: [MovedSource], dryRun: Bool) {
    table(
      [
        "Reference", "Title", dryRun ? "Is" : "Was", dryRun ? "Would be" : "Is", "Questions",
      ],
      moved.map { moved in
        [
          moved.source.reference, moved.source.title, moved.stateBefore.inWords,
          moved.source.state.inWords, moved.source.questions.map(Words.questions) ?? "",
        ]
      }, none: "Nothing was done.")
    for moved in moved {
      cited(moved.source.reference, in: moved.citedIn)
      guard !moved.copies.isEmpty else { continue }
      text(
        "STILL PUBLIC, carried over before: \(moved.copies.joined(separator: "; ")). What is done "
          + "here does not reach it; do the same there.")
    }
    text(Words.count(moved.count, "source") + ".")
  }

  /// Where published reports use what is taken down.
  mutating func cited(_ locator: String, in places: [String]) {
    guard !places.isEmpty else { return }
    text(
      "\(locator) is cited or quoted in the published report: \(places.joined(separator: "; ")). "
        + "What the report prints of it stays there; publish an edition without it.")
  }
}

struct AcceptCommand: SourceStep {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Take sources as evidence; that publishes nothing.",
    discussion: "Example: inquiry evidence accept OS3 OS4 --decision 2018-02-07 --by \"The group\"")
  static let step = "accept"

  @OptionGroup var sources: SourceOptions
}

struct PublishEvidenceCommand: SourceStep {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Make accepted evidence public, once consent and privacy allow it.",
    discussion: """
      All that is named or nothing. A list is shown before it is done. What looks like personal \
      data, or is the name of somebody who is not to be named, stops it (inquiry evidence check) \
      until it is redacted or corrected, or said to have been seen.
      Example: inquiry evidence publish CTI0001-0034 --except CTI0007 --decision 2017-11-14 \
      --by "The group"
      """)
  static let step = "publish"

  @Flag(help: "What looks like personal data was looked at and may stand; goes on record.")
  var personalDataSeen = false

  @OptionGroup var sources: SourceOptions

  func request(_ act: ActRequest) -> PublishRequest {
    PublishRequest(act, personalDataSeen: personalDataSeen)
  }
}

struct WithdrawCommand: SourceStep {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take evidence out again, unless a published report rests on it.",
    discussion: """
      Example: inquiry evidence withdraw OS3 --decision 2018-03-01 --by "The group" \
      --reason "Asked for by the witness."
      """)
  static let step = "withdraw"

  @OptionGroup var sources: SourceOptions
}

struct TakeDownCommand: SourceStep {
  static let configuration = CommandConfiguration(
    commandName: "take-down",
    abstract: "Take evidence off the public side at once; a notice with the reason stays.",
    discussion: """
      What is taken down stays down; what may be published again is withdrawn.
      Example: inquiry evidence take-down OS3 --decision 2018-03-01 --by "The clerk" \
      --reason "Names a third person."
      """)
  static let step = "take-down"

  @OptionGroup var sources: SourceOptions
}

/// `inquiry evidence original`
struct OriginalCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "original", abstract: "Fetch the original of a source, byte for byte.",
    discussion: """
      The answer is the file itself, so --json changes nothing.
      Example: inquiry evidence original OS3 -o os3.docx
      """)

  @Argument(help: "Reference of the source.")
  var reference: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; - for standard output.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let answer = try await inquiry.get("evidence/\(Client.escaped(reference))/original")
    if output == "-" { return console.show(bytes: answer.bytes) }
    try Files.write(answer.bytes, to: output)
    console.say("\(output): \(Words.size(answer.bytes.count)), the original of \(reference).")
  }
}
