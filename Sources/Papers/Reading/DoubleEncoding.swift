/// Text that was decoded wrongly before it came: “CafÃ©” for “Café”.
///
/// UTF-8 that a program took for Windows-1252 and saved again. The words stay as they
/// are: only who sent them has the right ones.
enum DoubleEncoding {
  /// One remark, at the first place, with how many there are.
  static func remark(on paragraphs: [PaperText.Paragraph]) -> PaperRemark? {
    var first: (met: String, line: Int)?
    var count = 0
    for paragraph in paragraphs {
      let found = pairs(in: paragraph.text)
      count += found.count
      if first == nil, let met = found.first { first = (met, paragraph.line) }
    }
    guard let first else { return nil }
    return PaperRemark(
      code: "text_doubly_encoded",
      message:
        "“\(first.met)” on line \(first.line) looks like UTF-8 read as Windows-1252\(count > 1 ? ", and so do \(count - 1) more" : ""); the words were left as they are, so ask for the file anew or mend it.",
      line: first.line)
  }

  /// The letters that make one when they are put back into bytes: only behind “Â”, “Ã”
  /// and “â€”, which hardly any word has, and before no closing mark.
  private static func pairs(in text: String) -> [String] {
    // Their bytes C3 82, C3 83 and C3 A2, so that most texts cost one pass.
    guard text.utf8.contains(0xC3) else { return [] }
    var found: [String] = []
    var before: Unicode.Scalar = " "
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      let isThird = before == "â" && last == "€" && isTail(scalar)
      let isPair =
        (last == "Â" || last == "Ã") && isTail(scalar) && !"’”»…".unicodeScalars.contains(scalar)
      if isThird {
        found.append("â€\(scalar)")
      } else if isPair {
        found.append("\(last)\(scalar)")
      }
      (before, last) = (last, scalar)
    }
    return found
  }

  /// Whether Windows-1252 or Latin-1 writes a byte of 0x80 to 0xBF so.
  private static func isTail(_ scalar: Unicode.Scalar) -> Bool {
    (0x80...0xBF).contains(scalar.value) || tails.contains(scalar)
  }

  private static let tails = Set(
    (0x80...0x9F).compactMap { TextEncoding.windows1252.scalar(UInt8($0)) })
}
