import ArgumentParser
import Inquiries
import Wire

struct FootnoteCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "footnote",
    abstract: "Put a footnote beneath an answer, whose words stay.",
    discussion: """
      For what would alter the sense of the answer. Who cites the answer cites the footnote with it.
      Example: inquiry passage footnote Q45+1 "The figure was published in March."
      """)

  @Argument(help: "One passage of a session's record, such as Q45+1.")
  var locator: String

  @Argument(help: "The words of the footnote.")
  var words: String

  @Flag(help: "What looks like personal data in it was looked at and may stand; goes on record.")
  var personalDataSeen = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    try await options.annotate(
      AnnotationRequest(
        locator: locator, footnote: words, supplement: nil, personalDataSeen: personalDataSeen),
      on: console)
  }
}

struct SupplementCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "supplement",
    abstract: "Say beneath an answer which written submission adds to it.",
    discussion: """
      The public reads it once the submission is published.
      Example: inquiry passage supplement Q45+1 CTI0034
      """)

  @Argument(help: "One passage of a session's record, such as Q45+1.")
  var locator: String

  @Argument(help: "The submission, such as CTI0034.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    try await options.annotate(
      AnnotationRequest(locator: locator, footnote: nil, supplement: reference), on: console)
  }
}

extension InquiryOptions {
  fileprivate func annotate(_ request: AnnotationRequest, on console: Console) async throws {
    let answer = try await client(console).send("POST", "passages/annotate", request)
    try console.show(answer, as: ListShape<CorrectionEntry>.self, json: json) { list, page in
      for entry in list.items {
        page.text(
          "\(entry.locator) has \(entry.correction.footnote == nil ? "supplementary evidence" : "a footnote") "
            + "now, as number \(entry.correction.id).")
      }
    }
  }
}

struct ListCorrectionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "List what was corrected in a source, or in one passage, and how.",
    discussion: """
      Example: inquiry passage corrections OS3
      In one answer: inquiry passage corrections Q4+1
      """)

  @Argument(help: "The source, such as OS3, or one passage, such as Q45+1.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    // What names no passage is a source, or the server says that there is none.
    let isPassage = (try? PassagePlace(reference)) != nil
    let passage: Passage? = try await isPassage ? inquiry.passage(at: reference) : nil
    let source = passage?.reference ?? reference
    var entries = try await inquiry.list(
      "evidence/\(Client.escaped(source))/corrections", of: CorrectionEntry.self)
    if let place = passage?.place { entries.removeAll { $0.locator != place } }
    if options.json { return console.show(json: ListShape(entries).jsonBytes) }
    show(entries, on: console)
  }

  private func show(_ entries: [CorrectionEntry], on console: Console) {
    console.show { page in
      if entries.isEmpty { page.text("Nothing of \(reference) was corrected.") }
      for entry in entries {
        let correction = entry.correction
        page.heading("\(correction.id): \(entry.locator), \(correction.kind.inWords)")
        page.facts([
          ("On", correction.on.inWords), ("By", entry.staff ?? "operator"),
          ("From", entry.fileName), ("Version", correction.version.map(String.init)),
          ("Removal", correction.isRemoval ? correction.reason : nil),
          ("Footnote", correction.footnote), ("Submission", correction.supplement),
          ("Taken away", entry.removedOn?.inWords),
        ])
        if let before = entry.before, let after = entry.after {
          page.gap()
          page.difference(from: before, to: after)
        }
      }
    }
  }
}

struct RemoveNoteCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-note",
    abstract: "Take a footnote, or the mention of a submission, away again.",
    discussion: "Example: inquiry passage remove-note OS3 7")

  @Argument(help: "The source it is in, such as OS3.")
  var reference: String

  @Argument(help: "Its number, as `inquiry passage corrections` lists it.")
  var number: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let all = try await inquiry.list(
      "evidence/\(Client.escaped(reference))/corrections", of: CorrectionEntry.self)
    guard let entry = all.first(where: { $0.correction.id == number }) else {
      throw Refusal(
        .notFound, "correction_not_found",
        "\(reference) has no correction \(number); `inquiry passage corrections` lists them.",
        field: "number")
    }
    let answer = try await inquiry.post("corrections/\(number)/remove", revision: entry.revision)
    try console.show(answer, as: CountShape.self, json: options.json) { _, page in
      page.text("\(entry.locator): \(entry.correction.kind.inWords) \(number) was taken away.")
    }
  }
}
