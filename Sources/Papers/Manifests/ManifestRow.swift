import Inquiries

/// Reads one row of a manifest and gathers all that is wrong with it.
struct ManifestRow {
  typealias Column = SubmissionManifest.Column

  private let number: Int
  private let isDayFirst: Bool
  private var cells: [Column: SheetRow.Cell] = [:]
  private(set) var faults: [SubmissionManifest.Fault] = []

  init(_ row: SheetRow, columns: [Int: Column], isDayFirst: Bool) {
    number = row.number
    self.isDayFirst = isDayFirst
    for (place, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
      if let column = columns[place] {
        cells[column] = cell
      } else {
        refuse(
          .file, "something stands in column \(place + 1), which has no name; name it or clear it")
      }
    }
  }

  /// The file that the row names, whatever else is wrong.
  var file: String? {
    guard case .text(let text)? = cells[.file] else { return nil }
    return text.trimmed
  }

  mutating func refuse(_ column: Column, _ reason: String) {
    faults.append(SubmissionManifest.Fault(row: number, column: column, reason: reason))
  }

  /// - Returns: `nil` without a file; what it returns counts only without faults.
  mutating func row() -> SubmissionManifest.Row? {
    let file = text(.file)
    if file == nil, !faults.contains(where: { $0.column == .file }) {
      refuse(.file, "no file is named; name one of the folder, or clear the row")
    }
    if let file, file.contains(where: { $0 == "/" || $0 == "\\" }) {
      refuse(.file, "a file is named without folders")
    }
    let kind: WrittenSubmission.SubmitterKind? = word(.kind)
    let sequence: WrittenSubmission.SequenceKind? = word(.sequence)
    let submitters = submitters(of: kind)
    let consent = consent()
    let row = file.map { file in
      SubmissionManifest.Row(
        number: number, file: file, submitters: submitters, kind: kind, sequence: sequence,
        supplements: text(.supplements), call: text(.call), receivedOn: day(.received),
        datedOn: day(.dated), confidentiality: text(.confidentiality), language: text(.language),
        consent: consent)
    }
    return row
  }

  private mutating func text(_ column: Column) -> String? {
    switch cells[column] {
    case nil: return nil
    case .text(let text): return text.trimmed
    case .number(let number): return number
    case .day(let day):
      refuse(column, "a date (\(day)) stands where words are wanted; format the cell as text")
    case .unusable(let why): refuse(column, why + "; type what is meant")
    }
    return nil
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(_ column: Column) -> Word?
  where Word.RawValue == String {
    guard let text = text(column) else { return nil }
    if let word = Word(rawValue: text.lowercased().replacing(" ", with: "_")) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    refuse(column, "“\(text)” is none of \(words)")
    return nil
  }

  private mutating func day(_ column: Column) -> Day? {
    let text: String
    switch cells[column] {
    case nil: return nil
    case .day(let day): return day
    case .text(let words): text = words.trimmed
    case .number(let number):
      refuse(
        column, "\(number) is a number and no date; format the cell as a date, or write 2018-04-03")
      return nil
    case .unusable(let why):
      refuse(column, why + "; write a day as 2018-04-03")
      return nil
    }
    if let day = Day(text) { return day }
    guard let parts = text.wholeMatch(of: #/(\d{1,2})([\/.\-])(\d{1,2})\2(\d{4})/#)?.output,
      let first = Int(parts.1), let second = Int(parts.3), let year = Int(parts.4)
    else {
      refuse(column, "“\(text)” is no day; write it as 2018-04-03")
      return nil
    }
    guard isDayFirst else {
      refuse(
        column,
        "“\(text)” does not say which number is the day; say --dates day-first if it stands first, or write 2018-04-03"
      )
      return nil
    }
    let day = Day(year: year, month: second, day: first)
    if day == nil { refuse(column, "there is no day “\(text)” with the day first") }
    return day
  }

  /// Who signed, each as the API takes a person: what holds a comma is quoted.
  private mutating func submitters(of kind: WrittenSubmission.SubmitterKind?) -> [String] {
    let first = text(.submitter)
    let (capacity, organisation) = (text(.capacity), text(.organisation))
    let further = (text(.joint) ?? "").split { $0 == ";" || $0.isNewline }
      .map { String($0).trimmed }.filter { !$0.isEmpty }
    guard let first else {
      if capacity != nil || organisation != nil || !further.isEmpty {
        refuse(.submitter, "nobody is named who submits; name the first")
      }
      return []
    }
    guard kind != .organisation || (capacity == nil && organisation == nil) else {
      refuse(
        .capacity, "a body has neither capacity nor organisation; clear them, or name the person")
      return []
    }
    let parts = [first, capacity ?? "", organisation ?? ""]
    guard !parts.contains(where: { $0.contains("\"") && $0.contains(",") }) else {
      refuse(.submitter, "quotation marks and commas cannot stand in one name; take the marks out")
      return []
    }
    let named = organisation != nil ? 3 : capacity != nil ? 2 : 1
    let whole = parts.prefix(named).map { $0.contains(",") ? "\"\($0)\"" : $0 }
    return [whole.joined(separator: ", ")] + further
  }

  private mutating func consent() -> SubmissionManifest.ConsentSaid? {
    let given: Consent? = word(.consent)
    let uses = uses()
    let on = day(.consentOn)
    let (givenBy, wording, review) = (text(.givenBy), text(.wording), day(.reviewOn))
    guard let given, given != .notAsked else {
      if uses != nil || on != nil || givenBy != nil || wording != nil || review != nil {
        refuse(.consent, "it does not say what was answered: given, refused or withdrawn")
      }
      return nil
    }
    guard let on else {
      if !faults.contains(where: { $0.column == .consentOn }) {
        refuse(.consentOn, "consent has a day; write it as 2018-04-03")
      }
      return nil
    }
    return .init(
      consent: given, uses: uses ?? given.unsaidUses, givenBy: givenBy, on: on,
      wording: wording, reviewOn: review)
  }

  private mutating func uses() -> Set<ConsentUse>? {
    guard let text = text(.uses) else { return nil }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let uses = words.compactMap(ConsentUse.init(rawValue:))
    if uses.count < words.count || uses.isEmpty {
      refuse(.uses, "“\(text)” names other uses than publish, quote and name")
    }
    return Set(uses)
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return String(
      rest.prefix(
        upTo: (rest.lastIndex { !$0.isWhitespace }).map(rest.index(after:)) ?? rest.startIndex))
  }
}
