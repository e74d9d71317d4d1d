/// Labels that nobody listed is sure to bear: one remark each, however often
/// they are printed.
struct LabelRemarks {
  private struct Doubt {
    let label: String
    let reading: LabelBook.Reading
    let line: Int
    var count: Int
  }

  private var doubts: [String: Doubt] = [:]

  mutating func add(_ label: String, _ reading: LabelBook.Reading, line: Int) {
    doubts[
      PersonName.key(label),
      default: Doubt(label: label, reading: reading, line: line, count: 0)
    ].count += 1
  }

  func remarks(book: LabelBook) -> [PaperRemark] {
    let sorted = doubts.values.sorted { $0.line < $1.line }
    return sorted.enumerated().map { index, doubt in
      // 50: looking for lookalikes of more costs time that only a hostile
      // file would take.
      remark(on: doubt, lookalikes: index < 50 ? book.lookalikes(of: doubt.label) : [])
    }
  }

  private func remark(on doubt: Doubt, lookalikes: [String]) -> PaperRemark {
    let place = "On line \(doubt.line)" + (doubt.count > 1 ? " and \(doubt.count - 1) more" : "")
    if case .ambiguous(let names) = doubt.reading {
      return PaperRemark(
        code: "label_ambiguous",
        message:
          "\(place) the label “\(doubt.label)” fits \(names.joined(separator: " and ")); say who it is.",
        line: doubt.line)
    }
    guard lookalikes.isEmpty else {
      return PaperRemark(
        code: "label_looks_like",
        message:
          "\(place) the label “\(doubt.label)” looks like a slip of \(lookalikes.joined(separator: " or ")); say who it is.",
        line: doubt.line)
    }
    return PaperRemark(
      code: "label_unknown",
      message: "\(place) the label “\(doubt.label)” is nobody listed; say who it is.",
      line: doubt.line)
  }
}
