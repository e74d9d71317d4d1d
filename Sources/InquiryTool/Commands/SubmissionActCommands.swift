import ArgumentParser
import Inquiries
import Wire

struct AdmitSubmissionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit", abstract: "Let submissions that came late be treated like the others.",
    discussion: """
      All that are named or none. A list is shown before it is done.
      Example: inquiry submission admit CTI0031 --decision 2017-11-14 --by "The group" --dry-run
      """)

  @OptionGroup var sources: SourceOptions

  func perform(on console: Console) async throws {
    try await sources.decideOnSubmissions("admit", on: console) { dryRun in
      ActRequest(
        references: sources.named.references, except: sources.named.list.except, dryRun: dryRun,
        decision: sources.decision.shape(reason: sources.reason))
    }
  }
}

struct OutcomeCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome",
    abstract: "Decide how submissions are to appear, or that they are not accepted.",
    discussion: """
      Deciding in which form one will be published accepts it; inquiry evidence publish makes it \
      public. published-redacted needs omissions (inquiry submission redact) first. \
      accepted-unpublished may be read and weighed, and not quoted; it and not-accepted need a \
      --reason. All that are named or none; a list is shown before it is done.
      Example: inquiry submission outcome CTI0001-0012 --except CTI0007 --as published-named \
      --decision 2017-11-14 --by "The group"
      """)

  @OptionGroup var sources: SourceOptions

  @Option(name: .customLong("as"), help: "What was decided.")
  var outcome: WrittenSubmission.Outcome

  @Option(
    help: ArgumentHelp(
      "What stands in place of the name: published-anonymous.", valueName: "words"))
  var printedName: String?

  func perform(on console: Console) async throws {
    try await sources.decideOnSubmissions("outcome", on: console) { dryRun in
      OutcomeRequest(
        references: sources.named.references, except: sources.named.list.except, dryRun: dryRun,
        outcome: outcome, printedName: printedName,
        decision: sources.decision.shape(reason: sources.reason))
    }
  }
}

extension SourceOptions {
  /// Shows what would come of a decision, asks where it must, and carries it out.
  fileprivate func decideOnSubmissions(
    _ step: String, on console: Console, _ request: (_ dryRun: Bool) -> some JSONShape
  ) async throws {
    let isSeveral = try named.isSeveral
    let inquiry = try await options.client(console)
    try await named.list.carryOut(isSeveral: isSeveral, json: options.json, on: console) {
      dryRun, tag in
      try await inquiry.send("POST", "submissions/\(step)", request(dryRun), tag: tag)
    } show: { answer, _ in
      try console.show(answer, as: ListShape<WrittenSubmission>.self, json: options.json) {
        $1.table(
          WrittenSubmission.columns, $0.items.map(\.cells), none: "Nothing was done.")
      }
    }
  }
}

struct RedactCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Leave words of a submission out for the public, as [***].",
    discussion: """
      The words come from a file, - for standard input, or are asked for: what must not be public \
      does not belong in the history of a shell. They must stand in the paragraph once.
      Example: inquiry submission redact "CTI0008, para 4" --decision 2017-11-14 --by "The group" \
      --reason "Names a third person."
      """)

  @Argument(
    help: "A paragraph, such as \"CTI0008, para 4\", a whole submission, or \"S2-Q9, answer 1\".")
  var locator: String

  @Option(
    help: ArgumentHelp("File that holds the words; asked for when left out.", valueName: "file"),
    completion: .file())
  var words: String?

  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("Why they are left out.", valueName: "text"))
  var reason: String

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = RedactionRequest(
      locator: locator, words: try given(console), dryRun: dryRun,
      decision: decision.shape(reason: reason))
    let answer = try await options.client(console).send("POST", "submissions/redact", request)
    try console.show(answer, as: RedactionShape.self, json: options.json) { done, page in
      if dryRun { page.text("Dry run: nothing was changed.") }
      page.text(
        "Left out of \(done.locator); the public sees \(Omission.mark) in the place of the words.")
      page.heading("Left out for the public (\(done.omissions.count))")
      for omission in done.omissions { page.point(omission.locator) }
      if !done.publicPlaces.isEmpty {
        page.heading("The words still stand in", style: .mild)
        for place in done.publicPlaces { page.point(place) }
      }
      page.lay(done.elsewhere)
    }
  }

  private func given(_ console: Console) throws -> String {
    let text: String?
    switch words {
    case "-": text = try Files.text(console.rest(), named: "standard input")
    case .some(let file): text = try Files.readText(file)
    case nil: text = console.ask("Words to leave out:")
    }
    guard let words = text?.trimmingLineEnds, !words.isEmpty else {
      throw Refusal(
        .invalid, "words_missing", "Say which words are left out.", field: "words")
    }
    return words
  }
}

extension Page {
  /// Where words that were left out stand all the same, and how they go there.
  fileprivate mutating func lay(_ elsewhere: WordsElsewhere) {
    guard elsewhere.count > 0 else { return }
    heading(
      "The same words stand elsewhere in this inquiry (\(elsewhere.count))", style: .mild)
    for place in elsewhere.places {
      point(place.locator + (place.isPublic ? ", PUBLIC" : ", not public"))
    }
    if elsewhere.count > elsewhere.places.count {
      text("The first \(elsewhere.places.count) are listed; what is public comes first.")
    }
    gap()
    text("Whatever the case they are written in. Where they are to go as well:")
    if let place = elsewhere.places.first(where: \.isRedactable) {
      point("submissions and answers: inquiry submission redact \"\(place.locator)\"")
    }
    if let place = elsewhere.places.first(where: { !$0.isRedactable }) {
      point("all others: inquiry passage correct \"\(place.locator)\" --for removal")
    }
  }
}

extension String {
  /// Without line breaks at the end, which files have and words do not.
  fileprivate var trimmingLineEnds: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
