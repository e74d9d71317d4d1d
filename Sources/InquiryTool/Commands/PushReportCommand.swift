import ArgumentParser
import Inquiries
import Papers
import Wire

/// `inquiry report push`
struct PushReportCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "push", abstract: "Bring an edited draft in, and show what changed.",
    discussion: """
      Afterwards the line “base:” in the header of the file names the new version, so that it can \
      be edited on and pushed again without a pull; no other byte is touched.
      Example: inquiry report push report.md
      """)

  @Argument(help: "The draft, in Pandoc Markdown.", completion: .file())
  var file: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let bytes = try Files.read(file)
    let name = Files.name(file)
    let answer = try await options.client(console).upload(
      "PUT", "draft", query: ["fileName": name], bytes: bytes, named: name)
    try console.show(answer, as: PushReport.self, json: options.json) { $1.lay($0) }
    rebase(to: try answer.shape(PushReport.self).version, on: console)
  }

  /// The version is in the record by now: whatever happens to the file, the
  /// push succeeded.
  private func rebase(to version: Int, on console: Console) {
    do {
      // Read again, because the author may have saved meanwhile.
      let bytes = try Files.read(file)
      let rebased = try DraftReader.read(bytes, fileName: file).bytes(editedFrom: version)
      guard rebased != bytes else { return }
      try Files.write(rebased, to: file)
      console.say("\(file) says “base: \(version)” now: edit on and push again.")
    } catch {
      console.say(
        "\(file) could not be marked as version \(version); write “base: \(version)” into its "
          + "header before you push it again, or pull.")
    }
  }
}

extension Page {
  /// What became of a draft.
  mutating func lay(_ report: PushReport) {
    guard !report.isUnchanged else {
      return text("Nothing differs from version \(report.version); no version was added.")
    }
    text(
      "Version \(report.version): \(Words.count(report.paragraphCount, "numbered paragraph")), "
        + "\(Words.count(report.citationCount, "citation")).")
    heading("Changes (\(report.changes.count))")
    table(
      ["Change", .number("Was"), .number("Is"), "Words"],
      report.changes.map { change in
        [
          change.change, Words.number(change.paragraphBefore), Words.number(change.paragraphAfter),
          Words.beginning(of: change.words),
        ]
      }, none: report.version == 1 ? "It is the first version." : "No paragraph changed.")
    if !report.newKeys.isEmpty {
      heading("New keys (\(report.newKeys.count))")
      for key in report.newKeys { point(key) }
    }
  }
}
