public import Inquiries

/// The table that comes with a folder of submissions: a row for each file, with
/// what the file itself does not say.
public struct SubmissionManifest: Sendable {
  /// What the first row may name, in any order.
  public enum Column: String, CaseIterable, Sendable {
    case file, submitter, joint, kind, capacity, organisation, sequence, supplements, call,
      received, dated, confidentiality, language, consent
    case uses = "consent uses"
    case givenBy = "consent by"
    case consentOn = "consent on"
    case wording = "consent wording"
    case reviewOn = "consent review"
  }

  /// What is wrong with one cell, or with a row as a whole.
  public struct Fault: Hashable, Sendable {
    public let row: Int
    public let column: Column
    /// What is wrong and the remedy.
    public let reason: String
  }

  /// What somebody agreed to, as the table has it.
  public struct ConsentSaid: Hashable, Sendable {
    public let consent: Consent
    public let uses: Set<ConsentUse>
    public let givenBy: String?
    public let on: Day
    public let wording: String?
    public let reviewOn: Day?
  }

  /// One submission.
  public struct Row: Sendable {
    public let number: Int
    public let file: String
    /// As name or `"name", capacity, organisation`; none where the paper says.
    public let submitters: [String]
    public let kind: WrittenSubmission.SubmitterKind?
    public let sequence: WrittenSubmission.SequenceKind?
    /// A reference, or the file of another row.
    public let supplements: String?
    public let call: String?
    public let receivedOn: Day?
    public let datedOn: Day?
    public let confidentiality: String?
    public let language: String?
    public let consent: ConsentSaid?
  }

  /// Those that can be received, in the order of the table.
  public let rows: [Row]
  /// Those that cannot, with the file that each names.
  public let refused: [(fault: Fault, file: String?)]

  /// Reads the table.
  ///
  /// - Parameters:
  ///   - isDayFirst: Whether 3/4/2018 is 3 April; without this it is refused,
  ///     and only days as 2018-04-03 and date cells are taken.
  /// - Throws: ``PaperError`` `manifest_empty`, `manifest_column_unknown`,
  ///   `manifest_column_missing` or `manifest_column_repeated`.
  public init(
    _ table: [SheetRow], fileName: String, isDayFirst: Bool
  ) throws(PaperError) {
    guard let head = table.first else {
      throw PaperError(
        code: "manifest_empty",
        message: "\(fileName) has no rows; its first row names the columns.", file: fileName)
    }
    let columns = try Self.columns(head, fileName: fileName)
    var rows: [Row] = []
    var refused: [(Fault, String?)] = []
    var seen: [String: Int] = [:]
    for row in table.dropFirst() {
      var reading = ManifestRow(row, columns: columns, isDayFirst: isDayFirst)
      let read = reading.row()
      if let file = read?.file ?? reading.file {
        if let earlier = seen[file] {
          reading.refuse(.file, "“\(file)” stands in row \(earlier) already; take one row out")
        }
        seen[file] = seen[file] ?? row.number
      }
      refused += reading.faults.map { ($0, reading.file) }
      if reading.faults.isEmpty, let read { rows.append(read) }
    }
    self.rows = rows
    self.refused = refused
  }

  private static func columns(
    _ head: SheetRow, fileName: String
  ) throws(PaperError) -> [Int: Column] {
    let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
    var columns: [Int: Column] = [:]
    for (place, cell) in head.cells.sorted(by: { $0.key < $1.key }) {
      guard case .text(let text) = cell, let column = Column(rawValue: plain(text)) else {
        let name = if case .text(let text) = cell { text } else { "column \(place + 1)" }
        throw PaperError(
          code: "manifest_column_unknown",
          message:
            "\(fileName), row \(head.number): there is no column “\(name)”; there are \(known).",
          file: fileName, line: head.number)
      }
      guard !columns.values.contains(column) else {
        throw PaperError(
          code: "manifest_column_repeated",
          message:
            "\(fileName), row \(head.number): the column “\(column.rawValue)” stands there twice; take one out.",
          file: fileName, line: head.number)
      }
      columns[place] = column
    }
    guard columns.values.contains(.file) else {
      throw PaperError(
        code: "manifest_column_missing",
        message:
          "\(fileName), row \(head.number): no column is called “file”; the first row names the columns.",
        file: fileName, line: head.number)
    }
    return columns
  }

  /// `Consent_uses` as `consent uses`.
  private static func plain(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }.joined(separator: " ")
  }
}
