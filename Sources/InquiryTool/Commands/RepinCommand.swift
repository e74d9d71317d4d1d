import ArgumentParser
import Inquiries
import Wire

/// `inquiry report repin`
struct RepinCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "repin",
    abstract: "Pin citations of the draft to the words they name now, after a correction.",
    discussion: """
      Shows the words then and now. The draft keeps its words and has a next version; a file that \
      is being edited can still be pushed. Several are shown before they are pinned.
      Example: inquiry report repin Q45 "CTI0012, para 3"
      Every citation whose words changed: inquiry report repin --all
      """)

  @Argument(help: "What is cited, as the draft and the check name it, such as Q45.")
  var citations: [String] = []

  @Flag(help: "Every citation whose words were corrected.")
  var all = false

  @OptionGroup var list: ListActOptions
  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard all == citations.isEmpty else {
      throw ValidationError("Name citations, or say --all.")
    }
  }

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let tag = try await inquiry.get("draft").etag
    // Authors copy citations out of their drafts.
    func plain(_ citation: String) -> String {
      String(citation.drop { "[@".contains($0) }.prefix { $0 != "]" })
    }
    try await list.carryOut(
      isSeveral: all || citations.count > 1, json: options.json, on: console
    ) { dryRun, _ in
      let request = RepinRequest(
        locators: all ? nil : citations.map(plain), except: list.except.map(plain), dryRun: dryRun)
      return try await inquiry.send("POST", "draft/repin", request, tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: RepinReport.self, json: options.json) { report, page in
        for citation in report.citations {
          page.heading(
            citation.locator + (citation.paragraph.map { ", cited in paragraph \($0)" } ?? ""))
          page.difference(from: citation.before, to: citation.after)
        }
        guard !report.citations.isEmpty else {
          return page.text(
            "Their words are those of version \(report.version); nothing was pinned.")
        }
        page.gap()
        page.text(
          "\(Words.count(report.citations.count, "citation")) "
            + (dryRun ? "would be pinned anew." : "pinned anew, in version \(report.version).")
        )
      }
    }
  }
}
