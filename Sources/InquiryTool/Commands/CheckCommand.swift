import ArgumentParser
import Wire

/// `inquiry check`
struct CheckCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the newest draft and the evidence it rests on.",
    discussion: """
      Exits 2 when there is an error or a warning to answer, 0 when there is not; what was waived \
      is listed apart and counts no more. Example: inquiry check
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
    if remarks.contains(where: \.isOpen) { throw Exit.remarks }
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

  /// Who answers it, and what became of a waiver; `nil` while nobody said anything.
  var inHand: String? {
    let owned = owner.map { "\($0) answers it\(dueOn.map { " by \($0.inWords)" } ?? "")." }
    let waived = waiver.map {
      $0.holds
        ? "Waived by \($0.by) on \($0.on.inWords): \($0.reason)"
        : "The waiver by \($0.by) lapsed, because the words changed."
    }
    let said = [owned, waived].compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: " ")
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
      lay(remarks.filter { $0.severity == severity && $0.waiver?.holds != true }, title, style)
    }
    let waived = remarks.filter { $0.waiver?.holds == true }
    lay(waived, "Waived", .heading)
    gap()
    func count(_ severity: String) -> Int {
      remarks.count { $0.severity == severity && $0.waiver?.holds != true }
    }
    text(
      "\(Words.count(count("error"), "error")), \(Words.count(count("warning"), "warning")), "
        + "\(count("information")) for information"
        + (waived.isEmpty ? "." : ", \(waived.count) waived."))
  }

  private mutating func lay(_ remarks: [RemarkShape], _ title: String, _ style: Style) {
    if remarks.isEmpty { return }
    heading("\(title) (\(remarks.count))", style: style)
    let rows = remarks.map { remark in
      [
        remark.place, [remark.sentence, remark.inHand].compactMap { $0 }.joined(separator: " "),
        remark.remedy, remark.id ?? "",
      ]
    }
    guard remarks.contains(where: { $0.id != nil }) else {
      return table(["Place", "Remark", "Remedy"], rows.map { Array($0.dropLast()) }, none: "")
    }
    table(["Place", "Remark", "Remedy", "Named"], rows, none: "")
  }
}
