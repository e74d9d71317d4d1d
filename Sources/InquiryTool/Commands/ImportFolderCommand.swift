import ArgumentParser
import Foundation
import Inquiries
import Papers
import Wire

/// `inquiry submission import-folder`
struct ImportFolderCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-folder",
    abstract: "Receive a folder of submissions with the table that comes with it.",
    discussion: """
      The table is manifest.xlsx or manifest.csv in the folder, unless --manifest names one. Its \
      first row names the columns: file, and any of submitter, joint, kind, capacity, \
      organisation, sequence, supplements, call, received, dated, confidentiality, language, \
      consent, consent uses, consent by, consent on, consent wording, consent review. Several \
      names under joint are separated by “;”; supplements takes a reference, or the file of an \
      earlier row. Days are written 2018-04-03 or stand in date cells; 3/4/2018 needs --dates.
      Each submission is received whole or not at all, and a row that is refused holds up no \
      other; then the exit code is 1. Stopped in the middle and run again, it goes on: nobody is \
      received twice.
      Example: inquiry submission import-folder inbox --dates day-first --dry-run
      """)

  /// In which order a day is written with digits alone.
  enum DateOrder: String, ExpressibleByArgument, CaseIterable {
    case dayFirst = "day-first"
  }

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("The table, as .xlsx or .csv.", valueName: "file"))
  var manifest: String?

  @Option(help: "How 3/4/2018 is meant; refused when left out.")
  var dates: DateOrder?

  @Option(help: ArgumentHelp("Encoding of a .csv that is not UTF-8.", valueName: "name"))
  var encoding: String?

  @Option(help: ArgumentHelp("What separates the fields of a .csv, or tab.", valueName: "sign"))
  var separator: String?

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let names = try SubmissionFolder.names(in: folder)
    let table = try manifest ?? SubmissionFolder.manifest(among: names, in: folder)
    let read = try SubmissionManifest(
      SheetRow.read(
        Files.read(table), fileName: Files.name(table), encoding: encoding, separator: separator),
      fileName: Files.name(table), isDayFirst: dates == .dayFirst)
    var intake = FolderIntake(
      folder: folder, names: names.filter { $0 != Files.name(table) }, manifest: read,
      inquiry: try await options.client(console), isDryRun: dryRun)
    do {
      try await intake.run()
    } catch {
      // What was received is received, and is told.
      Progress.say(nil)
      show(intake.outcome, on: console)
      console.say("It stopped before the end; run it again and it goes on.")
      throw error
    }
    show(intake.outcome, on: console)
    if !intake.outcome.refused.isEmpty { throw Exit.refused }
  }

  private func show(_ outcome: FolderOutcome, on console: Console) {
    guard !options.json else { return console.show(json: outcome.jsonBytes) }
    console.show { $0.lay(outcome) }
  }
}

/// The files beside a manifest.
enum SubmissionFolder {
  /// Names in the folder, sorted; hidden ones and those that Office leaves
  /// while a file is open are nobody's submission.
  static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted()
    } catch {
      throw Refusal(
        .invalid, "folder_unreadable",
        "“\(folder)” cannot be read; is there such a folder, and may you?", field: folder)
    }
  }

  static func manifest(among names: [String], in folder: String) throws -> String {
    let found = names.filter { ["manifest.xlsx", "manifest.csv"].contains($0.lowercased()) }
    guard let name = found.first, found.count == 1 else {
      throw Refusal(
        .invalid, "manifest_missing",
        found.isEmpty
          ? "“\(folder)” has no manifest.xlsx or manifest.csv; say --manifest FILE."
          : "“\(folder)” has several manifests; say which with --manifest FILE.", field: folder)
    }
    return path(name, in: folder)
  }

  static func path(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
