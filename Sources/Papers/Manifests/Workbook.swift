/// Reads the rows of a workbook's first sheet: words, numbers and dates, as far
/// as a table of ours needs them. Formulas are not run; what they last came to
/// is taken.
enum Workbook {
  /// Rows and columns that are read; a manifest has as many rows as references.
  static let mostRows = 20_000
  static let mostColumns = 100

  static func rows(
    of bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> [SheetRow] {
    let parts = try DocxGate(fileName: fileName, limits: limits, kind: .workbook).parts(of: bytes)
    func parse(_ name: String, into part: any DocxPart) throws(PaperError) {
      guard let bytes = parts[name] else { return }
      try DocxXML.parse(bytes, into: part, name: name, fileName: fileName, limits: limits)
    }
    let book = WorkbookPart()
    try parse("xl/workbook.xml", into: book)
    let places = WorkbookPlacesPart()
    try parse("xl/_rels/workbook.xml.rels", into: places)
    let strings = SharedStringsPart()
    try parse("xl/sharedStrings.xml", into: strings)
    let styles = CellStylesPart()
    try parse("xl/styles.xml", into: styles)
    guard let sheet = book.firstSheet.flatMap({ places.targets[$0] }), parts[sheet] != nil else {
      throw PaperError(
        code: "sheet_missing",
        message:
          "The first sheet of \(fileName) is not found; open it in Excel and save it as .xlsx again, or as .csv.",
        file: fileName)
    }
    let part = SheetPart(
      strings: strings.texts, dateStyles: styles.dates, countsFrom1904: book.countsFrom1904,
      fileName: fileName)
    try parse(sheet, into: part)
    return part.rows
  }
}

extension DocxGate.Kind {
  /// What a manifest needs of a workbook; its first sheet is one of the first.
  static let workbook = DocxGate.Kind(
    wanted: Set(
      [
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml", "xl/styles.xml",
      ] + (1...20).map { "xl/worksheets/sheet\($0).xml" }),
    required: ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"],
    name: "Excel workbook", ending: "xlsx")
}

/// Which sheet is the first, and from which year days are counted.
private final class WorkbookPart: DocxPart {
  private(set) var firstSheet: String?
  private(set) var countsFrom1904 = false

  func begin(_ element: DocxElement) {
    switch element.name {
    case "other:sheet": firstSheet = firstSheet ?? element["id"]
    case "other:workbookPr": countsFrom1904 = ["1", "true"].contains(element["date1904"])
    default: break
    }
  }

  func text(_ text: String) {}
  func end(_ name: String) {}
}

/// Where the parts lie that the workbook names.
private final class WorkbookPlacesPart: DocxPart {
  private(set) var targets: [String: String] = [:]

  func begin(_ element: DocxElement) {
    guard element.name == "other:Relationship", let id = element["Id"],
      let target = element["Target"]
    else { return }
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  func text(_ text: String) {}
  func end(_ name: String) {}
}

/// The words that cells share, without what only says how they are spoken.
private final class SharedStringsPart: DocxPart {
  private(set) var texts: [String] = []
  private var isInText = false
  private var isPhonetic = false

  func begin(_ element: DocxElement) {
    switch element.name {
    case "other:si": texts.append("")
    case "other:rPh": isPhonetic = true
    case "other:t": isInText = true
    default: break
    }
  }

  func text(_ text: String) {
    if isInText, !isPhonetic, !texts.isEmpty { texts[texts.count - 1] += text }
  }

  func end(_ name: String) {
    switch name {
    case "other:rPh": isPhonetic = false
    case "other:t": isInText = false
    default: break
    }
  }
}

/// Which styles show a number as a date.
private final class CellStylesPart: DocxPart {
  private(set) var dates: Set<Int> = []
  private var dateFormats: Set<String> = Set(((14...17).map { $0 } + [22]).map(String.init))
  private var isInCells = false
  private var count = 0

  func begin(_ element: DocxElement) {
    switch element.name {
    case "other:numFmt":
      if let id = element["numFmtId"], let code = element["formatCode"], Self.showsDay(code) {
        dateFormats.insert(id)
      }
    case "other:cellXfs": isInCells = true
    case "other:xf" where isInCells:
      if let id = element["numFmtId"], dateFormats.contains(id) { dates.insert(count) }
      count += 1
    default: break
    }
  }

  func text(_ text: String) {}

  func end(_ name: String) {
    if name == "other:cellXfs" { isInCells = false }
  }

  /// Whether a format shows day and year, outside of its words and colours.
  private static func showsDay(_ code: String) -> Bool {
    let bare = code.lowercased().replacing(#/"[^"]*"|\\.|\[[^\]]*\]/#, with: "")
    return bare.contains("d") && bare.contains("y")
  }
}
