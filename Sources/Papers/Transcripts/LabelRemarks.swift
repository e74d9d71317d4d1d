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
    if let other = clash(doubt) {
      return PaperRemark(
        code: "label_clash",
        message:
          "\(place) the label “\(doubt.label)” may be the person of “\(other.label)”, or another of the name; say who it is.",
        line: doubt.line)
    }
    if let other = slip(doubt) {
      return PaperRemark(
        code: "label_looks_like",
        message:
          "\(place) the label “\(doubt.label)” looks like a slip of “\(other.label)”, which stands \(other.count) times; say who it is.",
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

  /// A label met more often that this one differs from by a letter or two.
  private func slip(_ doubt: Doubt) -> Doubt? {
    let key = Array(PersonName.key(doubt.label).unicodeScalars)
    // As for those listed: below five letters names differ by themselves.
    let allowed = key.count >= 9 ? 2 : key.count >= 5 ? 1 : 0
    guard allowed > 0 else { return nil }
    return others(of: doubt).first { other in
      let letters = Array(PersonName.key(other.label).unicodeScalars)
      let titles = PersonName(other.label).titles == PersonName(doubt.label).titles
      return titles && other.count > doubt.count && abs(letters.count - key.count) <= allowed
        && letters != key && editDistance(key, letters) <= allowed
    }
  }

  /// A label with the same surname, under another title or with letters after it.
  private func clash(_ doubt: Doubt) -> Doubt? {
    let own = PersonName(doubt.label)
    guard let name = own.core.last, name.count > 1, !own.titles.isEmpty else { return nil }
    return others(of: doubt).first {
      let other = PersonName($0.label).core.last.map { PersonName.key($0) }
      // Told once for the two: of the one that is met less often, or later.
      return other == PersonName.key(name)
        && ($0.count, doubt.line) > (doubt.count, $0.line)
    }
  }

  /// The others that nobody is listed for, the commonest first; 200 are more than
  /// any paper has that is not hostile.
  private func others(of doubt: Doubt) -> [Doubt] {
    guard doubts.count <= 200, doubt.reading == .unknown else { return [] }
    return doubts.values.filter { $0.reading == .unknown && $0.label != doubt.label }
      .sorted { ($0.count, $1.line) > ($1.count, $0.line) }
  }
}
