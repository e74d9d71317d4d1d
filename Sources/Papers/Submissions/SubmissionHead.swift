/// The lines above the text of a submission, and the date below it.
struct SubmissionHead {
  private(set) var submitter: String?
  private(set) var reference: String?
  private(set) var day: PrintedDay?
  private(set) var lines: [SubmissionPaper.HeaderLine] = []
  private(set) var remarks: [PaperRemark] = []

  /// More lines than any letterhead has.
  private static let longest = 15

  init(_ paragraphs: [PaperText.Paragraph]) {
    let end = Self.end(of: paragraphs)
    var isNameNext = false
    for paragraph in paragraphs[..<end] {
      var field = Self.field(of: paragraph.text)
      if isNameNext, field == nil, paragraph.text.count <= 160 {
        submitter = Self.tidy(paragraph.text)
        field = .submitter
      }
      isNameNext = take(paragraph.text, as: field, line: paragraph.line)
      let isTitle = field == nil && !lines.contains { $0.field == .title }
      lines.append(
        .init(
          line: paragraph.line, text: paragraph.text, field: field ?? (isTitle ? .title : .other)))
    }
    let close = Self.close(of: paragraphs, after: end)
    for (index, paragraph) in paragraphs.enumerated().dropFirst(end) {
      // Below the head only these two, and before the first paragraph or where a letter
      // is signed.
      let isLast = index >= paragraphs.count - 3
      let field: SubmissionPaper.HeaderLine.Field? =
        isLast && Self.isDate(paragraph.text)
        ? .date : close.contains(index) && Self.isContact(paragraph.text) ? .contact : nil
      if let field {
        _ = take(paragraph.text, as: field, line: paragraph.line)
        lines.append(.init(line: paragraph.line, text: paragraph.text, field: field))
      }
    }
  }

  /// The short lines below the last paragraph, none of them numbered or a sentence.
  private static func close(of paragraphs: [PaperText.Paragraph], after end: Int) -> Range<Int> {
    var start = end
    var last: Int?
    for (index, paragraph) in paragraphs.enumerated().dropFirst(end) {
      let mark = PointMark(paragraph.text, last: last)
      last = mark?.number ?? last
      let isShort = paragraph.text.count <= 80 && !WrappedLines.endsSentence(paragraph.text)
      if mark != nil || !(isShort || isContact(paragraph.text)) { start = index + 1 }
    }
    return start..<paragraphs.count
  }

  /// Where the head ends: after the last line near the top that is surely of it.
  private static func end(of paragraphs: [PaperText.Paragraph]) -> Int {
    var end = 0
    for (index, paragraph) in paragraphs.prefix(longest).enumerated() {
      let text = paragraph.text
      let field = field(of: text)
      let mark = PointMark(text, last: nil)?.lead.last.map { ".)".contains($0) } ?? false
      // “1. ann@example.org is where I wrote to” is a paragraph.
      guard !(mark && field == .contact) else { break }
      let isSentence = text.count > 80 && (text.last.map { ".?!:;".contains($0) } ?? false)
      guard field != nil || !(mark || isSentence || text.count > 200) else { break }
      if field != nil { end = index + 1 }
      // The name stands on the next line.
      if field == .submitter, submitterName(text)?.isEmpty ?? false, index + 1 < paragraphs.count {
        end = index + 2
      }
    }
    return end
  }

  /// Takes what a line says; true when the name of the submitter is to follow.
  private mutating func take(
    _ text: String, as field: SubmissionPaper.HeaderLine.Field?, line: Int
  ) -> Bool {
    switch field {
    case .submitter:
      guard let printed = Self.submitterName(text) else { return false }
      var name = printed
      if name.last == ")", let open = name.lastIndex(of: "("),
        let found = Self.reference(name[open...])
      {
        reference = reference ?? found
        name = String(name[..<open])
      }
      if submitter == nil, !name.squeezed.isEmpty { submitter = Self.tidy(name) }
      return submitter == nil
    case .reference: reference = reference ?? Self.reference(text[...])
    case .date:
      guard let found = HeaderFields.date(text.squeezed) else { break }
      day = day ?? found.day
      if found.isWeekdayWrong {
        remarks.append(
          PaperRemark(
            code: "weekday_differs",
            message:
              "Line \(line) gives a weekday that the date did not fall on; check the date.",
            line: line))
      }
    default: break
    }
    return false
  }

  private static func field(of text: String) -> SubmissionPaper.HeaderLine.Field? {
    guard text.count <= 200 else { return nil }
    if reference(text[...]) != nil { return .reference }
    if submitterName(text) != nil { return .submitter }
    if isDate(text) { return .date }
    return isContact(text) ? .contact : nil
  }

  private static func isDate(_ text: String) -> Bool {
    text.utf8.count <= 120 && HeaderFields.date(text.squeezed) != nil
  }

  private static func tidy(_ name: String) -> String {
    var words = name.split(whereSeparator: \.isBlank).joined(separator: " ")
    while let last = words.last, ",;:".contains(last) { words.removeLast() }
    return words
  }
}

// MARK: - Shapes of head lines

extension SubmissionHead {
  /// The name in “Written evidence submitted by …”, empty where it is to follow;
  /// nil when the line is none such.
  static func submitterName(_ text: String) -> String? {
    guard text.count <= 200, text.last != "." || text.hasSuffix("Ltd.") else { return nil }
    let line = text.split(whereSeparator: \.isBlank).joined(separator: " ")
    let opening =
      #/(?:(?:further|supplementary|additional|joint|oral and)\s)*(?:written\s)?(?:evidence|submission|memorandum|memoranda|response)\s(?:submitted\s|received\s)?(?:jointly\s)?(?:by|from|on behalf of)\b\s?:?\s?/#
      .ignoresCase()
    let key = #/(?:submitted by|submitter|name of (?:organisation|submitter)|organisation)\s?:\s?/#
      .ignoresCase()
    guard let end = (line.prefixMatch(of: opening) ?? line.prefixMatch(of: key))?.range.upperBound
    else { return nil }
    let name = line[end...]
    // “Evidence from our members shows” is a sentence; “Written evidence submitted
    // by a care leaver” is a heading all the same.
    let isHeading = line.prefixMatch(of: #/(?:\w+\s){0,3}(?:submitted|received)\s/#.ignoresCase())
    let isRole = isHeading != nil && (name.hasPrefix("a ") || name.hasPrefix("an "))
    let first = name.hasPrefix("the ") ? name.dropFirst(4).first : name.first
    guard let first else { return "" }
    if isRole { return "A" + name.dropFirst() }
    return first.isUppercase || first.isNumber || "“\"‘'(".contains(first) ? String(name) : nil
  }

  /// A line that is a reference: “CTI0012”, “(TB 28)”, “Reference: CTI0012”.
  static func reference(_ text: Substring) -> String? {
    guard text.count <= 60 else { return nil }
    let line = text.split(whereSeparator: \.isBlank).joined(separator: " ")
    let shape =
      #/(?:(?i:(?:submission |evidence |our )?ref(?:erence)?(?: number| no)?\.?)\s?:\s?)?[(\[]?([A-Z]{2,4})(\s?)([0-9]{1,4})[)\]]?/#
    guard let found = line.wholeMatch(of: shape) else { return nil }
    // Papers of the Houses are numbered so, and it is no submission's reference.
    guard !["HC", "HL", "CM", "CP", "SO"].contains(found.output.1) else { return nil }
    return "\(found.output.1)\(found.output.2)\(found.output.3)"
  }

  /// Whether a line is an address, a telephone number or an e-mail and no more.
  static func isContact(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    let words = text.split(whereSeparator: \.isBlank)
    if text.contains(":"), contactKeys.contains(HeaderWords.keyword(text).key.filter { $0 != "." })
    {
      return true
    }
    if words.count <= 12, isPostcode(words.suffix(2)) { return true }
    // Little beside it: a name, perhaps, and no sentence.
    return words.count <= 8 && text.last != "." && holdsContact(text)
  }

  private static let contactKeys: Set<String> = [
    "email", "e-mail", "emailaddress", "e-mailaddress", "tel", "telephone", "phone", "mobile",
    "fax", "telno", "telephoneno", "telephonenumber", "phonenumber", "mobilenumber", "address",
    "postaladdress", "contact", "contactdetails", "contactname", "contactperson", "website", "web",
  ]

  /// “SW1A 1AA”, as the Royal Mail writes the end of an address.
  private static func isPostcode(_ words: ArraySlice<Substring>) -> Bool {
    guard words.count == 2, let area = words.first, let place = words.last,
      (2...4).contains(area.count), area.first?.isUppercase ?? false,
      area.contains(where: \.isNumber), area.allSatisfy({ $0.isUppercase || $0.isNumber }),
      place.count == 3, place.first?.isNumber ?? false
    else { return false }
    return place.dropFirst().allSatisfy(\.isUppercase)
  }

  /// Whether an e-mail address or a telephone number stands in a text.
  static func holdsContact(_ text: String) -> Bool {
    for word in text.split(whereSeparator: { $0.isBlank || "<>(),;:".contains($0) })
    where word.contains("@") {
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      if parts.count == 2, parts[0].first?.isLetter ?? false, parts[1].dropLast().contains(".") {
        return true
      }
    }
    return holdsTelephone(text)
  }

  /// Ten digits or more in groups, beginning with 0 or +44.
  private static func holdsTelephone(_ text: String) -> Bool {
    var digits = 0
    var isNumber = false
    var before: Character = " "
    for character in text {
      if character.isASCII, character.isNumber {
        if digits == 0 {
          isNumber =
            before == "+" || (character == "0" && (before.isBlank || "(:".contains(before)))
        }
        digits += 1
        if isNumber, digits >= 10 { return true }
      } else if !(character == " " || character == "\u{A0}" || "()-".contains(character)) {
        digits = 0
      }
      before = character
    }
    return false
  }
}
