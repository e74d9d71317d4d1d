import Inquiries

/// The numbers of a document that counts its paragraphs within its chapters.
struct OutlineSeries {
  /// A number before the words of a paragraph: “2.17.”, “4.3.1”.
  struct Mark {
    let number: ParagraphNumber
    let lead: String
    let words: String

    init?(_ text: String) {
      guard SubmissionShapes.isOutlined(text) else { return nil }
      let whole = text[...].trimmed
      let lead = whole.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
      let digits = lead.last == "." ? lead.dropLast() : lead
      guard let number = ParagraphNumber(String(digits)) else { return nil }
      self.number = number
      self.lead = String(lead)
      words = String(whole[lead.endIndex...].trimmed)
    }
  }

  /// The marks that are the numbers of their paragraphs, by place in the paper;
  /// empty where the document numbers no paragraphs so.
  private(set) var marks: [Int: Mark] = [:]
  /// Numbers that stand where none of the series can, as they are printed.
  private(set) var strays: [ParagraphNumber] = []
  /// Numbers of the series, each with the one before it, that do not follow it.
  private(set) var gaps: [(before: ParagraphNumber, after: ParagraphNumber)] = []

  init(_ paragraphs: [PaperText.Paragraph]) {
    var found: [(place: Int, mark: Mark)] = []
    for (place, paragraph) in paragraphs.enumerated()
    where paragraph.form != .heading && paragraph.form != .row {
      // With a title behind it, it is the number of a heading.
      if let mark = Mark(paragraph.text), !SubmissionShapes.isShortTitle(mark.words) {
        found.append((place, mark))
      }
    }
    let series = Self.longestRise(found.map(\.mark.number))
    guard series.count >= 2, let first = series.first, let last = series.last else { return }
    let others = paragraphs[found[first].place...found[last].place].count {
      Mark($0.text) == nil && Self.isProse($0)
    }
    // Fewer are those of a list or a table among other paragraphs.
    guard series.count >= others else { return }
    for index in series { marks[found[index].place] = found[index].mark }
    let kept = Set(series)
    strays = found.indices.filter { !kept.contains($0) }.map { found[$0].mark.number }
    let numbers = series.map { found[$0].mark.number }
    gaps = zip(numbers, numbers.dropFirst()).filter { !$1.follows($0) }
      .map { (before: $0, after: $1) }
  }

  /// Whether it is no quotation's line, list or cell of a table, which are shorter
  /// than 100 characters or marked.
  private static func isProse(_ paragraph: PaperText.Paragraph) -> Bool {
    paragraph.form == .text && paragraph.text.count > 100
      && !SubmissionShapes.isItem(paragraph.text)
  }

  /// Places of the most numbers that rise from each to the next, so that one that
  /// stands amiss, such as a figure in a table, does not cost those after it.
  static func longestRise(_ numbers: [ParagraphNumber]) -> [Int] {
    /// Of the rises of each length, the place at which the lowest ends.
    var ends: [Int] = []
    var before: [Int?] = []
    for (place, number) in numbers.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count {
        ends.append(place)
      } else if number < numbers[ends[low]] {
        // Of two that are the same, the first holds.
        ends[low] = place
      }
    }
    var rise: [Int] = []
    var place = ends.last
    while let here = place {
      rise.append(here)
      place = before[here]
    }
    return rise.reversed()
  }
}
