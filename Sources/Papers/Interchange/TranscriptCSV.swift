import Inquiries

/// Our own CSV of a transcript or note, read and written: one row for each fact,
/// member, panel, witness, turn, footnote and point.
enum TranscriptCSV {
  private enum Column: String, CaseIterable {
    case row, number, label, speaker, isChair, panel, role, organisation, text

    var place: Int { Column.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The kind of row that stands beneath a speech.
  private static let footnote = "footnote"

  static func write(_ document: TranscriptDocument) -> [UInt8] {
    var rows = [Column.allCases.map(\.rawValue)]
    func add(_ kind: String, _ cells: [Column: String?]) {
      rows.append(Column.allCases.map { $0 == .row ? kind : (cells[$0] ?? nil) ?? "" })
    }
    add("fact", [.label: "format", .text: document.format])
    for fact in TranscriptDocument.Fact.allCases {
      guard let value = document.session[fact.rawValue] else { continue }
      add("fact", [.label: fact.rawValue, .text: value])
    }
    for member in document.members {
      add("member", [.speaker: member.name, .isChair: yes(member.isChair)])
    }
    for (index, panel) in document.panels.enumerated() {
      let number = String(index + 1)
      add("panel", [.label: panel.numeral, .panel: number])
      for witness in panel.witnesses {
        add(
          "witness",
          [
            .speaker: witness.name, .panel: number, .role: witness.role,
            .organisation: witness.organisation,
          ])
      }
    }
    for turn in document.turns {
      add(
        turn.kind,
        [
          .number: turn.number.map(String.init), .label: turn.label, .speaker: turn.speaker,
          .isChair: yes(turn.isChair), .panel: turn.panel.map(String.init), .text: turn.text,
        ])
      for words in turn.footnotes ?? [] { add(footnote, [.text: words]) }
    }
    return CommaRows.write(rows)
  }

  private static func yes(_ flag: Bool?) -> String? { flag == true ? "yes" : nil }

  static func read(
    _ bytes: [UInt8], fileName: String, encoding: String?
  ) throws(PaperError) -> (document: TranscriptDocument, lines: [Int]) {
    let text = try TextDecoding(bytes: bytes, fileName: fileName).text(encoding: encoding)
    let rows = try CommaRows.read(text, fileName: fileName)
    let columns = Column.allCases.map(\.rawValue)
    guard let head = rows.first, head.cells == columns else {
      throw PaperError(
        code: "csv_columns",
        message:
          "The first line of \(fileName) must be \(columns.joined(separator: ",")), between commas.",
        file: fileName, line: 1)
    }
    var document = TranscriptDocument()
    document.format = ""
    var lines: [Int] = []
    for row in rows.dropFirst() {
      try Cells(row, fileName).take(into: &document, &lines)
    }
    return (document, lines)
  }

  /// The cells of one row.
  private struct Cells {
    let row: CommaRows.Row
    let fileName: String

    init(_ row: CommaRows.Row, _ fileName: String) throws(PaperError) {
      self.row = row
      self.fileName = fileName
      guard row.cells.count == Column.allCases.count else {
        throw wrong("has \(counted(row.cells.count, "cell")), not \(Column.allCases.count)")
      }
    }

    subscript(_ column: Column) -> String? {
      let cell = row.cells[column.place]
      return cell.isEmpty ? nil : cell
    }

    func take(
      into document: inout TranscriptDocument, _ lines: inout [Int]
    ) throws(PaperError) {
      let kind = self[.row] ?? ""
      switch kind {
      case "fact":
        try allow([.label, .text])
        let name = self[.label] ?? ""
        guard document.session[name] == nil else { throw wrong("says “\(name)” again") }
        if name == "format" {
          document.format = self[.text] ?? ""
        } else {
          document.session[name] = self[.text]
        }
      case "member":
        try allow([.speaker, .isChair])
        document.members.append(.init(name: self[.speaker] ?? "", isChair: try isChair))
      case "panel":
        try allow([.label, .panel])
        guard try number(.panel) == document.panels.count + 1 else {
          throw wrong("must be panel \(document.panels.count + 1)")
        }
        document.panels.append(.init(numeral: self[.label], witnesses: []))
      case "witness":
        try allow([.speaker, .panel, .role, .organisation])
        guard let panel = try number(.panel), panel == document.panels.count, panel > 0 else {
          throw wrong("names no panel that stands above it")
        }
        document.panels[panel - 1].witnesses.append(
          .init(name: self[.speaker] ?? "", role: self[.role], organisation: self[.organisation]))
      case Turn.Kind.speech.rawValue, Turn.Kind.stage.rawValue:
        try allow([.number, .label, .speaker, .isChair, .panel, .text])
        document.turns.append(
          .init(
            kind: kind, number: try number(.number), label: self[.label], speaker: self[.speaker],
            isChair: try isChair, panel: try number(.panel), text: self[.text] ?? ""))
        lines.append(row.line)
      case TranscriptDocument.point:
        try allow([.number, .text])
        document.turns.append(
          .init(kind: kind, number: try number(.number), text: self[.text] ?? ""))
        lines.append(row.line)
      case TranscriptCSV.footnote:
        try allow([.text])
        guard !document.turns.isEmpty else {
          throw wrong("is a footnote and no speech is above it")
        }
        document.turns[document.turns.count - 1].footnotes =
          (document.turns[document.turns.count - 1].footnotes ?? []) + [self[.text] ?? ""]
      default:
        throw wrong(
          "is “\(kind.prefix(40))”; write fact, member, panel, witness, speech, stage, footnote or point"
        )
      }
    }

    /// A cell that its kind of row does not have would be lost.
    private func allow(_ columns: Set<Column>) throws(PaperError) {
      for column in Column.allCases where column != .row && !columns.contains(column) {
        guard self[column] == nil else {
          throw wrong("has something under \(column.rawValue), which such a row does not have")
        }
      }
    }

    private var isChair: Bool? {
      get throws(PaperError) {
        switch self[.isChair]?.lowercased() {
        case nil: nil
        case "yes", "true": true
        case "no", "false": false
        default: throw wrong("says neither yes nor no under isChair")
        }
      }
    }

    private func number(_ column: Column) throws(PaperError) -> Int? {
      guard let cell = self[column] else { return nil }
      guard let number = Int(cell) else { throw wrong("has no number under \(column.rawValue)") }
      return number
    }

    private func wrong(_ words: String) -> PaperError {
      PaperError(
        code: "transcript_value",
        message: "The row on line \(row.line) of \(fileName) \(words).", file: fileName,
        line: row.line)
    }
  }
}
