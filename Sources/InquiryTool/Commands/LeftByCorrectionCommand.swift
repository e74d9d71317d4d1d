import ArgumentParser
import Inquiries
import Wire

/// `inquiry session left`
struct LeftByCorrectionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "left",
    abstract: "List what a corrected file says that the record does not.",
    discussion: """
      The newest file that `inquiry session correct` took in is compared with the record as it \
      stands now, so what was left with --leave is listed until it is mended, and passages that \
      were corrected otherwise since are listed beside it. Nothing is changed. Exits 2 while \
      something still has no place, 0 otherwise.
      Example: inquiry session left OS3
      """)

  @Argument(help: "The record, such as OS3.")
  var reference: String

  @Option(
    help: ArgumentHelp("Encoding of a .txt, where it is not found out.", valueName: "name"))
  var encoding: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "evidence/\(Client.escaped(reference))/left", query: ["encoding": encoding])
    let left = try answer.shape(LeftByCorrection.self)
    try console.show(answer, as: LeftByCorrection.self, json: options.json) { $1.lay($0) }
    if !left.misfits.isEmpty { throw Exit.remarks }
  }
}

extension Page {
  fileprivate mutating func lay(_ left: LeftByCorrection) {
    facts([
      ("Record", left.reference), ("File", left.fileName), ("Stage", left.stage.rawValue),
    ])
    if left.isNothing { return text("Nothing is left: the record says all that the file does.") }
    heading("Could not be placed (\(left.misfits.count))")
    if left.misfits.isEmpty { text("Nothing: every passage has its place.") }
    for misfit in left.misfits { point(misfit.sentence) }
    if !left.differing.isEmpty {
      heading("Reads otherwise in the file (\(left.differing.count))")
      text(
        "Where the file is right, correct the passage (`inquiry passage correct`); what was "
          + "corrected otherwise since the file came stays as it is.")
    }
    for passage in left.differing {
      heading([passage.locator, passage.speaker].compactMap { $0 }.joined(separator: ", "))
      difference(from: passage.inRecord, to: passage.inFile)
    }
    guard !left.footnotes.isEmpty else { return }
    heading("Footnotes that do not stand (\(left.footnotes.count))")
    for footnote in left.footnotes { point(footnote) }
  }
}
