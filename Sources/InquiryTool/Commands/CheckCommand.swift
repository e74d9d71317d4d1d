import ArgumentParser
import Wire

/// `inquiry check`
struct CheckCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the newest draft and the evidence it rests on.",
    discussion: """
      Exits 2 when there is an error or a warning to answer, 0 when there is not. Example: \
      inquiry check
      """)

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("draft/remarks")
    let remarks = try answer.shape(ListShape<RemarkShape>.self).items
    if options.json {
      console.show(json: answer.bytes)
    } else {
      console.show { $0.lay(remarks) }
    }
    if remarks.contains(where: { $0.severity != "information" }) { throw Exit.remarks }
  }
}

extension RemarkShape {
  /// `paragraph 12, number 3 (publish-thresholds), OS3`: the number is that of
  /// the finding or recommendation with the key.
  var place: String {
    let named = key.map { key in
      number.map { "number \($0) (\(key))" } ?? key
    }
    let parts = [paragraph.map { "paragraph \($0)" }, named, reference, locator].compactMap { $0 }
    return parts.isEmpty ? "the whole" : parts.joined(separator: ", ")
  }
}

extension Page {
  /// Remarks, the gravest first; the last line counts them.
  mutating func lay(_ remarks: [RemarkShape]) {
    let weights: [(severity: String, title: String, style: Style)] = [
      ("error", "Errors", .grave), ("warning", "Warnings", .mild),
      ("information", "Information", .heading),
    ]
    for (severity, title, style) in weights {
      let group = remarks.filter { $0.severity == severity }
      if group.isEmpty { continue }
      heading("\(title) (\(group.count))", style: style)
      table(
        ["Place", "Remark", "Remedy"], group.map { [$0.place, $0.sentence, $0.remedy] }, none: "")
    }
    gap()
    func count(_ severity: String) -> Int { remarks.count { $0.severity == severity } }
    text(
      "\(Words.count(count("error"), "error")), \(Words.count(count("warning"), "warning")), "
        + "\(count("information")) for information.")
  }
}
