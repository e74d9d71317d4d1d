import ArgumentParser
import Inquiries
import Papers
import Wire

/// Of what kind a correction is, and whether words have to go.
struct CorrectionOptions: ParsableArguments {
  /// Why it is done.
  enum Purpose: String, CaseIterable, ExpressibleByArgument {
    /// The earlier words stay at their address.
    case correction
    /// A name or words have to go.
    case removal
  }

  @Option(help: "What is corrected: misreport or fact.")
  var kind: Correction.Kind = .misreport

  @Option(
    name: .customLong("for"),
    help: "correction keeps the earlier words at their address, removal takes them from the public."
  )
  var purpose: Purpose = .correction

  @Option(
    help: ArgumentHelp("Why words have to go; the public reads it.", valueName: "words"))
  var reason: String?

  @Flag(
    help: "What looks like personal data in new words was looked at and may stand; goes on record."
  )
  var personalDataSeen = false

  func validate() throws {
    guard (reason != nil) == (purpose == .removal) else {
      throw ValidationError("--for removal and --reason go together.")
    }
  }
}

/// `inquiry session correct`
struct CorrectSessionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Take in the corrected file of a record: what changed gets its next version.",
    discussion: """
      Passages are placed by question number, order and words. What cannot be placed for sure is \
      refused with its place, or with --leave left as it stands, question by question, and \
      listed by `inquiry session left` from then on, with what else reads otherwise in those \
      questions; the record is called corrected once nothing is left. The file is kept beside \
      the first. Where its header \
      lists other members or witnesses, or says otherwise how it was heard, the record stays and \
      the remarks say what differs and how to change it.
      Example: inquiry session correct OS3 os3-corrected.docx --dry-run
      """)

  @Argument(help: "The record, such as OS3.")
  var reference: String

  @Argument(help: "The corrected file, as .docx or .txt.", completion: .file())
  var file: String

  @OptionGroup var terms: CorrectionOptions

  @Flag(help: "Leave what cannot be placed as it stands, and list it.")
  var leave = false

  @Option(help: "corrected, for a file that calls itself uncorrected.")
  var stage: Stage?

  @Option(
    help: ArgumentHelp("Encoding of a .txt, where it is not found out.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp("Write the difference as a page, with ins and del.", valueName: "file"),
    completion: .file())
  var html: String?

  @Flag(help: "Show the difference, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let bytes = try Files.read(file)
    let name = Files.name(file)
    let query: [String: String?] = [
      "fileName": name, "kind": terms.kind.rawValue, "removal": terms.reason,
      "leave": leave ? "true" : nil, "stage": stage?.rawValue, "encoding": encoding,
      "personalDataSeen": terms.personalDataSeen ? "true" : nil,
      "dryRun": dryRun ? "true" : nil,
    ]
    let answer = try await options.client(console).upload(
      "POST", "evidence/\(Client.escaped(reference))/correct", query: query, bytes: bytes,
      named: name)
    let difference = try answer.shape(RecordDifference.self)
    if let html { try Files.write(DifferenceHTML.page(difference), to: html) }
    try console.show(answer, as: RecordDifference.self, json: options.json) {
      $1.lay($0, isDryRun: dryRun)
    }
    if dryRun {
      // Here the dry run goes on where the act does not: it is to show all that does not fit.
      let isRefused = !leave && !difference.misfits.isEmpty
      console.say(
        isRefused
          ? "Nothing was done, and without --leave nothing will be: the file is refused while what "
            + "is listed cannot be placed (correction_not_placed)."
          : "Nothing was done.")
    }
    if !difference.misfits.isEmpty { throw Exit.remarks }
  }
}

extension Page {
  /// What a corrected file changes, passage by passage.
  mutating func lay(_ difference: RecordDifference, isDryRun: Bool) {
    if difference.wasReceivedBefore {
      return text(
        "The same file corrected \(difference.reference) before: nothing was changed.")
    }
    facts([
      ("Record", difference.reference), ("File", difference.fileName),
      ("Corrections", "\(difference.changed.count), of \(difference.kind.inWords)"),
      ("Unchanged", "\(Words.count(difference.unchanged, "passage"))"),
      ("Footnotes", "\(difference.footnotes) added"),
      ("Stage", difference.stage.rawValue),
      (
        "Links",
        "\(difference.changed.reduce(0) { $0 + $1.carried }) carried, "
          + "\(difference.changed.reduce(0) { $0 + $1.suspect }) suspect"
      ),
    ])
    if !isDryRun, difference.changed.contains(where: { $0.suspect > 0 }) {
      text("Look at the suspect links again: `inquiry link list --status suspect`.")
    }
    for changed in difference.changed {
      heading([changed.locator, changed.speaker].compactMap { $0 }.joined(separator: ", "))
      self.difference(from: changed.before, to: changed.after)
    }
    heading("Could not be placed (\(difference.misfits.count))")
    if difference.misfits.isEmpty { text("Nothing: every passage has its place.") }
    for misfit in difference.misfits { point(misfit.sentence) }
    if !difference.differing.isEmpty {
      heading("Left with them, and otherwise in the file (\(difference.differing.count))")
      text("Where the file is right, correct the passage (`inquiry passage correct`).")
    }
    for passage in difference.differing {
      heading([passage.locator, passage.speaker].compactMap { $0 }.joined(separator: ", "))
      self.difference(from: passage.inRecord, to: passage.inFile)
    }
    if !difference.unplaced.isEmpty {
      heading("Lines of the file that belong to nothing (\(difference.unplaced.count))")
      table(
        [.number("Line"), "Reason", "Words"],
        difference.unplaced.map { ["\($0.line)", $0.reason, $0.text] }, none: "")
    }
    heading("Remarks (\(difference.remarks.count))")
    if difference.remarks.isEmpty { text("None: the header says what the record holds.") }
    for remark in difference.remarks { point(remark) }
  }
}
