/// Labels of known people that stand inside a paragraph.
enum InnerLabels {
  /// Labels that follow the end of a sentence, in order.
  static func labels(in words: String, book: LabelBook) -> [String] {
    guard words.utf8.contains(UInt8(ascii: ":")) else { return [] }
    var labels: [String] = []
    var rest = words[...]
    while let colon = rest.firstIndex(of: ":") {
      let after = words[words.index(after: colon)...]
      if after.first?.isBlank ?? true, let label = label(before: colon, in: words, book: book) {
        labels.append(label)
      }
      rest = after
    }
    return labels
  }

  private static func label(
    before colon: String.Index, in words: String, book: LabelBook
  ) -> String? {
    let floor =
      words.index(colon, offsetBy: -LabelShape.longest, limitedBy: words.startIndex)
      ?? words.startIndex
    var place = colon
    var isAfterBlank = false
    // Three ends of sentences: a label has full stops only after initials.
    var tries = 3
    while place > floor, tries > 0 {
      place = words.index(before: place)
      let character = words[place]
      if isAfterBlank,
        ".?!…”’\")]—".contains(character) || PlainTextReader.isLineEnd(character)
      {
        tries -= 1
        let label = withoutNumber(words[words.index(after: place)..<colon].trimmed)
        if label.first?.isUppercase ?? false, book.knowsForm(label) { return String(label) }
      }
      isAfterBlank = character.isBlank
    }
    return nil
  }

  /// “Q8 Ms Rowan”: the label behind the number.
  private static func withoutNumber(_ label: Substring) -> Substring {
    guard label.first == "Q", let reading = QuestionMark(String(label))?.readings.last else {
      return label
    }
    let rest = reading.rest.trimmed
    return rest.isEmpty ? label : label.suffix(rest.count)
  }
}
