import Foundation
import Inquiries
import Wire

/// A folder of submissions in every format, and a survey, taken in by the CLI.
///
/// What the clerks of a large inquiry find on a Monday; the server's converters are
/// processes of their own, and bounded there.
struct IntakeLoad {
  static let questions = 50

  let site: Site
  /// The executable `inquiry`.
  let tool: String
  let submissions: Int
  let responses: Int

  private var client: Client { Client(base: site.url, token: site.token, attempts: 1) }
  /// Another run on the same database opens an inquiry of its own.
  private let slug = "bench-intake-\(ProcessInfo.processInfo.processIdentifier)"

  func measure(_ figures: inout Figures) async throws {
    _ = try await client.write(
      "POST", "/api/v1/inquiries",
      Inquiry(
        body: Body(slug: slug, name: "The Committee of \(slug)", kind: .commonsCommittee),
        slug: slug, title: "An inquiry", referencePrefix: "INT"))
    try await measureFolder(&figures)
    try await measureSurvey(&figures)
  }

  private func command(_ words: [String]) -> [String] {
    ["INQUIRY_URL=\(site.url)", "INQUIRY_TOKEN=\(site.token)", "INQUIRY_SLUG=\(slug)", tool] + words
  }

  private func measureFolder(_ figures: inout Figures) async throws {
    let folder = "\(site.folder)/intake"
    try await PaperPress(words: Vocabulary(), folder: folder).write(submissions)
    try Machine.forgetPeak(of: site.server)
    let clock = ContinuousClock()
    let start = clock.now
    // It ends with 1, and that is an error here, when one of them is refused.
    let tool = try await Machine.peak(command(["submission", "import-folder", folder]))
    let each = (clock.now - start) / .seconds(1) / Double(submissions)
    figures.atMost(
      300, "intake, peak memory of the server", [try Machine.memory(of: site.server, "VmHWM")],
      unit: " MB", note: "\(submissions) submissions, \(Figures.text(each)) s each")
    figures.atMost(300, "intake, peak memory of the CLI", [tool], unit: " MB")
  }

  private func measureSurvey(_ figures: inout Figures) async throws {
    let options = ["1", "2", "3", "4", "8"]
    let codebook = (1...IntakeLoad.questions).map { question in
      options.enumerated().map { place, value in
        let head =
          place == 0 ? "Q\(question),What of point \(question)?,single,q\(question)" : ",,,"
        return "\(head),\(value),o\(value),Answer \(value),\(value == "8" ? "dont_know" : "")\n"
      }.joined()
    }.joined()
    try "question,wording,kind,column,value,code,label,meaning\n\(codebook)".write(
      toFile: "\(site.folder)/codebook.csv", atomically: true, encoding: .utf8)
    var dice = Dice(seed: 6)
    var rows = (1...IntakeLoad.questions).map { "q\($0)" }.joined(separator: ",") + "\n"
    for _ in 0..<responses {
      rows += (0..<IntakeLoad.questions).map { _ in options[dice.below(options.count)] }
        .joined(separator: ",")
      rows += "\n"
    }
    try rows.write(toFile: "\(site.folder)/responses.csv", atomically: true, encoding: .utf8)
    let clock = ContinuousClock()
    var start = clock.now
    _ = try await Machine.run(
      command([
        "survey", "import", "\(site.folder)/responses.csv", "--codebook",
        "\(site.folder)/codebook.csv", "--title", "A survey",
      ]))
    let taken = (clock.now - start) / .seconds(1)
    start = clock.now
    for question in 1...IntakeLoad.questions {
      let table: SurveyTableShape = try await client.get(
        "/api/v1/inquiries/\(slug)/surveys/S1/tables/Q\(question)"
      ).shape()
      guard table.columns.first?.cells.compactMap(\.count).reduce(0, +) == responses else {
        throw Machine.Failed(description: "Q\(question) does not count \(responses) responses")
      }
    }
    figures.atMost(
      5, "survey, all frequencies", [(clock.now - start) / .seconds(1)], unit: " s",
      note: "\(responses) responses to \(IntakeLoad.questions) questions, taken in in "
        + "\(Figures.text(taken)) s")
  }
}
