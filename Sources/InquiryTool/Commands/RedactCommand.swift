import ArgumentParser
import Inquiries
import Wire

struct RedactCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Leave words of submissions out for the public, as [***].",
    discussion: """
      The words come from a file, - for standard input, or are asked for: what must not be public \
      does not belong in the history of a shell. They must stand once in each place that is named. \
      All places or none; several are shown before it is done.
      Example: inquiry submission redact "CTI0008, para 4" --decision 2017-11-14 --by "The group" \
      --reason "Names a third person."
      In several: inquiry submission redact CTI0008-0011 "CTI0014, para 2" --except CTI0010 \
      --words name.txt --decision 2017-11-14 --by "The group" --reason "Names a third person."
      """)

  @Argument(
    help: """
      Places: a paragraph, such as \"CTI0008, para 4\", a whole submission, a range of them, or \
      \"S2-Q9, answer 1\".
      """)
  var locators: [String]

  @OptionGroup var list: ListActOptions

  @Option(
    help: ArgumentHelp("File that holds the words; asked for when left out.", valueName: "file"),
    completion: .file())
  var words: String?

  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("Why they are left out.", valueName: "text"))
  var reason: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let isSeveral = try LocatorList(locators).names.count > 1
    let words = try given(console)
    let inquiry = try await options.client(console)
    try await list.carryOut(isSeveral: isSeveral, json: options.json, on: console) { dryRun, tag in
      let request = RedactionRequest(
        locators: locators, except: list.except, words: words, dryRun: dryRun,
        decision: decision.shape(reason: reason))
      return try await inquiry.send("POST", "submissions/redact", request, tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: RedactionShape.self, json: options.json) { done, page in
        page.lay(done, dryRun: dryRun)
      }
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

struct UnredactCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "unredact", abstract: "Lift redactions: show again what was left out.",
    discussion: """
      Of what is published the words are public again at once, if consent, outcome and protected \
      names let them. Everything that is left out of the places named, or one omission of each \
      with --words. All places or none. What was public cannot be called back, so that it is shown \
      before it is done, also of one place.
      Example: inquiry submission unredact "CTI0008, para 4" --decision 2017-11-14 \
      --by "The group" --reason "The person named has agreed."
      """)

  @Argument(help: "Places, named as for inquiry submission redact.")
  var locators: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What to leave out, written in the same way.", valueName: "list"))
  var except: [String] = []

  @OptionGroup var shown: ShownActOptions

  @Option(
    help: ArgumentHelp(
      "File that holds the words of one omission, - for standard input.", valueName: "file"),
    completion: .file())
  var words: String?

  @Flag(help: "What looks like personal data was looked at and may stand; goes on record.")
  var personalDataSeen = false

  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("Why they are left out no more.", valueName: "text"))
  var reason: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let words = try given(console)
    let inquiry = try await options.client(console)
    try await shown.carryOut(json: options.json, on: console) { dryRun, tag in
      let request = LiftRequest(
        locators: locators, except: except, words: words,
        personalDataSeen: personalDataSeen, dryRun: dryRun,
        decision: decision.shape(reason: reason))
      return try await inquiry.send("POST", "submissions/unredact", request, tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: LiftShape.self, json: options.json) { done, page in
        page.lay(done, dryRun: dryRun)
      }
    }
  }

  private func given(_ console: Console) throws -> String? {
    guard let words else { return nil }
    let bytes = try words == "-" ? console.rest() : Files.read(words)
    return try Files.text(bytes, named: words == "-" ? "standard input" : words).trimmingLineEnds
  }
}

extension Page {
  fileprivate mutating func lay(_ done: LiftShape, dryRun: Bool) {
    text(
      (dryRun ? "Would be left out no more of " : "Left out no more of ")
        + done.places.joined(separator: "; ") + ".")
    text(
      done.publicAgain.isEmpty
        ? "None of it is public; what is published later has the words."
        : "PUBLIC with these words: \(done.publicAgain.joined(separator: "; ")).")
    heading("Still left out for the public (\(done.omissions.count))")
    for omission in done.omissions { point(omission.locator) }
  }

  fileprivate mutating func lay(_ done: RedactionShape, dryRun: Bool) {
    text(
      "\(dryRun ? "Would be left" : "Left") out of \(done.places.joined(separator: "; ")); the "
        + "public sees \(Omission.mark) in the place of the words.")
    heading("Left out for the public (\(done.omissions.count))")
    for omission in done.omissions { point(omission.locator) }
    if !done.publicPlaces.isEmpty {
      heading("The words still stand in", style: .mild)
      for place in done.publicPlaces { point(place) }
    }
    lay(done.elsewhere)
  }

  /// Where words that had to go stand all the same, and how they go there.
  mutating func lay(_ elsewhere: WordsElsewhere) {
    guard elsewhere.count > 0 else { return }
    heading(
      "The same words stand elsewhere in this inquiry (\(elsewhere.count))", style: .mild)
    for place in elsewhere.places {
      point(
        place.locator + (place.footnote.map { ", footnote \($0)" } ?? "")
          + (place.isPublic ? ", PUBLIC" : ", not public"))
    }
    if elsewhere.count > elsewhere.places.count {
      text("The first \(elsewhere.places.count) are listed; what is public comes first.")
    }
    gap()
    text("Whatever the case they are written in. Where they are to go as well:")
    if let place = elsewhere.places.first(where: \.isRedactable) {
      point("submissions and answers: inquiry submission redact \"\(place.locator)\"")
    }
    if let place = elsewhere.places.first(where: { $0.footnote != nil }), let note = place.footnote
    {
      point("footnotes: inquiry passage remove-note \(place.reference) \(note)")
    }
    if let place = elsewhere.places.first(where: { !$0.isRedactable && $0.footnote == nil }) {
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
