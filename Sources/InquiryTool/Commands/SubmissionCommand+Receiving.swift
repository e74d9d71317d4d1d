import ArgumentParser
import Foundation
import Inquiries
import Wire

/// `inquiry submission receive`
struct ReceiveSubmissionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract:
      "Receive submissions: .docx, .odt, .rtf, .pdf, .html, .txt or .md, kept byte for byte.",
    discussion: """
      Each file is taken whole or not at all, and one that is refused holds up no other; then the \
      exit code is 1. Of a folder, what has one of these endings is taken, by name. The same file \
      twice from the same people changes nothing, and what is given otherwise than it stands is \
      told; from others it is theirs too, as letters of campaigns are. Who submits is read from \
      the head of the paper where --submitter does not say; a person may be written as “name, \
      capacity, organisation”.
      Example: inquiry submission receive inbox/ --call thresholds --dry-run
      """)

  @Argument(help: "Files, or folders of them.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("Who submits; several times for a joint one.", valueName: "name"))
  var submitter: [String] = []

  @Flag(help: "Those who submit are bodies.")
  var organisation = false

  @Option(help: "What the submitter is; individual when left out.")
  var kind: WrittenSubmission.SubmitterKind?

  @Option(help: "How it stands to earlier ones of the same submitter.")
  var sequence: WrittenSubmission.SequenceKind?

  @Option(help: ArgumentHelp("Submission that it adds to.", valueName: "reference"))
  var supplements: String?

  @Option(help: ArgumentHelp("Call for evidence that it answers.", valueName: "slug"))
  var call: String?

  @Option(
    help: ArgumentHelp("Day on which it came; today when left out.", valueName: "day"),
    transform: Day.argument)
  var receivedOn: Day?

  @Option(
    help: ArgumentHelp("What the submitter asks to be kept back, and why.", valueName: "text"))
  var confidentiality: String?

  @Option(help: ArgumentHelp("Language; en when left out.", valueName: "code"))
  var language: String?

  @Option(
    help: ArgumentHelp("Encoding of .txt and .md, where it is not found out.", valueName: "name"))
  var encoding: String?

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  /// What came of one file.
  private enum Receipt {
    case taken(SubmissionReport)
    case refused(String)
  }

  func perform(on console: Console) async throws {
    let paths = try files.flatMap(SubmissionFiles.below)
    let inquiry = try await options.client(console)
    var receipts: [(path: String, receipt: Receipt)] = []
    for (index, path) in paths.enumerated() {
      let count = paths.count > 1 ? "\(index + 1) of \(paths.count): " : ""
      do {
        let receipt = try await receive(path, inquiry, count)
        if case .refused(let line) = receipt { console.say(line) }
        receipts.append((path, receipt))
      } catch {
        // What was taken before it is taken, and is told.
        if !receipts.isEmpty { show(receipts, on: console) }
        throw error
      }
    }
    show(receipts, on: console)
    let isRefused = receipts.contains { if case .refused = $0.receipt { true } else { false } }
    if isRefused { throw Exit.refused }
  }

  /// Takes one file. What stops every file, such as a server that does not
  /// answer, is thrown; what is wrong with this one is its receipt.
  private func receive(
    _ path: String, _ inquiry: InquiryClient, _ count: String
  ) async throws -> Receipt {
    do {
      let bytes = try Files.read(path)
      let answer = try await inquiry.upload(
        "POST", "submissions/import" + query(of: Files.name(path)), query: [:], bytes: bytes,
        named: count + Files.name(path))
      return .taken(try answer.shape())
    } catch let problem as ProblemShape where ![401, 403, 404].contains(problem.status) {
      return .refused("inquiry: \(path): \(Failure.line(problem).dropFirst(9))")
    } catch let refusal as Refusal {
      return .refused(Failure.line(refusal))
    }
  }

  private func query(of name: String) -> String {
    Client.query(
      [
        ("fileName", name), ("organisation", organisation ? "true" : nil),
        ("kind", kind?.rawValue), ("sequence", sequence?.rawValue), ("supplements", supplements),
        ("call", call), ("receivedOn", receivedOn?.description),
        ("confidentiality", confidentiality), ("language", language), ("encoding", encoding),
        ("dryRun", dryRun ? "true" : nil),
      ] + submitter.map { ("submitter", $0) })
  }

  private func show(_ receipts: [(path: String, receipt: Receipt)], on console: Console) {
    let reports = receipts.compactMap { path, receipt -> (String, SubmissionReport)? in
      guard case .taken(let report) = receipt else { return nil }
      return (Files.name(path), report)
    }
    if options.json {
      return console.show(json: ListShape(reports.map(\.1)).jsonBytes)
    }
    console.show { page in
      if dryRun {
        page.text(
          "Dry run: nothing was changed. With several files, each shows the next reference.")
        page.gap()
      }
      if receipts.count == 1, let (name, report) = reports.first {
        page.lay(report, of: name)
      } else {
        page.table(
          ["Reference", "File", "From", .number("Paragraphs"), "Note"],
          receipts.map { row($0.path, $0.receipt) }, none: "There was no file to take.")
        page.lay(unseenIn: reports)
        page.lay(remarksOf: reports.map { ($1.reference, $1) })
      }
    }
  }

  private func row(_ path: String, _ receipt: Receipt) -> [String] {
    switch receipt {
    case .refused: ["", Files.name(path), "", "", "refused"]
    case .taken(let report):
      [
        report.reference, Files.name(path),
        report.submitters.map(\.name).joined(separator: ", "), "\(report.paragraphCount)",
        report.inShort,
      ]
    }
  }
}

/// The files that a person means by a path.
enum SubmissionFiles {
  private static let endings: Set<String> = [
    "docx", "odt", "rtf", "pdf", "html", "htm", "txt", "md", "markdown",
  ]

  /// The file itself, or those of a folder that can be read, by name; hidden
  /// ones and folders in it are left alone.
  static func below(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw Refusal(
        .invalid, "file_unreadable", "The folder “\(path)” cannot be read.", field: path)
    }
    let folder = URL(fileURLWithPath: path)
    return names.filter { name in
      !name.hasPrefix(".") && !name.hasPrefix("~$")
        && endings.contains(URL(fileURLWithPath: name).pathExtension.lowercased())
    }.sorted().map { folder.appendingPathComponent($0).relativePath }
  }
}

extension SubmissionReport {
  /// What a table has room for.
  var inShort: String {
    var words: [String] = []
    if wasReceivedBefore { words.append("received before") }
    if late == .undecided { words.append("late") }
    if !duplicates.isEmpty { words.append("same words as \(duplicates.joined(separator: ", "))") }
    if !unplaced.isEmpty { words.append(Words.count(unplaced.count, "line") + " unplaced") }
    return words.joined(separator: "; ")
  }
}

extension Page {
  /// What is to be looked at in several submissions: each sentence once, with
  /// the references, or names of files, that it is about.
  mutating func lay(remarksOf reports: [(name: String, report: SubmissionReport)]) {
    var about: [(remark: String, names: [String])] = []
    for (name, report) in reports {
      for remark in report.remarks {
        if let index = about.firstIndex(where: { $0.remark == remark }) {
          about[index].names.append(name)
        } else {
          about.append((remark, [name]))
        }
      }
    }
    guard !about.isEmpty else { return }
    heading("Remarks (\(about.count))")
    for (remark, names) in about {
      let shown = names.count > 4 ? Words.count(names.count, "submission") : nil
      point("\(shown ?? names.joined(separator: ", ")): \(remark)")
    }
  }

  /// Words that the pages of PDFs do not show: where many files come, nobody opens the
  /// report of each.
  mutating func lay(unseenIn reports: [(file: String, report: SubmissionReport)]) {
    let lines = reports.flatMap { file, report in
      report.unplaced.filter { $0.reason.hasPrefix("cannot be seen") }.map {
        [file, $0.reason, $0.text]
      }
    }
    guard !lines.isEmpty else { return }
    heading("Words that nobody sees, and that are no evidence (\(lines.count))", style: .grave)
    table(["File", "Where", "Words"], lines, none: "")
  }

  /// What a receipt read, issued and left over.
  mutating func lay(_ report: SubmissionReport, of file: String) {
    if report.wasReceivedBefore {
      text("The same file was received before, as \(report.reference): nothing was changed.")
      gap()
    }
    facts([
      ("File", file), ("Reference", report.reference),
      ("From", report.submitters.map(\.inFull).joined(separator: "; ")),
      ("Submitter", report.submitterKind.rawValue), ("Kind", report.sequenceKind.title),
      ("Adds to", report.supplements), ("Call", report.call),
      ("Received on", report.receivedOn.inWords), ("Dated", report.datedOn?.inWords),
      ("Late", report.late == .no ? nil : "yes, \(report.late.rawValue)"),
      (
        "Paragraphs",
        "\(report.paragraphCount), numbers \(report.areNumbersPrinted ? "as printed" : "issued")"
      ),
    ])
    heading("Could not be placed (\(report.unplaced.count))")
    table(
      [.number("Line"), "Reason", "Words"],
      report.unplaced.map { ["\($0.line)", $0.reason, $0.text] },
      none: "Nothing: every line has its place.")
    heading("Remarks (\(report.remarks.count))")
    if report.remarks.isEmpty { text("None.") }
    for remark in report.remarks { point(remark) }
  }
}
