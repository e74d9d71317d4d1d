/// A format of papers, by the name of the file and by its first bytes.
enum PaperKind: CaseIterable {
  case docx, odt, pdf, rtf, html, markdown, text

  /// The kind that a file's extension says, if it is one that is read.
  init?(fileName: String) {
    let ending = Self.fileExtension(of: fileName)
    guard let kind = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = kind
  }

  static func fileExtension(of fileName: String) -> String {
    let last = fileName.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  private var endings: [String] {
    switch self {
    case .docx: ["docx"]
    case .odt: ["odt"]
    case .pdf: ["pdf"]
    case .rtf: ["rtf"]
    case .html: ["html", "htm", "xhtml"]
    case .markdown: ["md", "markdown"]
    case .text: ["txt"]
    }
  }

  /// Refuses bytes that are surely of another kind than the name says.
  ///
  /// - Throws: ``PaperError`` `paper_kind_differs`.
  func check(_ bytes: [UInt8], fileName: String) throws(PaperError) {
    let found = Found(bytes)
    let isAsSaid =
      switch self {
      case .pdf: found == .pdf
      case .rtf: found == .rtf
      // What else may be in an archive is looked at where it is opened.
      case .docx, .odt: true
      case .html: found == nil || found == .html
      case .text, .markdown: found == nil
      }
    guard !isAsSaid else { return }
    let ending = Self.fileExtension(of: fileName)
    let met = found?.inWords ?? "not what .\(ending) files hold"
    let remedy =
      found?.isRead ?? false
      ? "give it the right ending" : "save it as one, or as .docx, .odt or .txt"
    throw PaperError(
      code: "paper_kind_differs",
      message: "\(fileName) is called .\(ending), and its content is \(met); \(remedy).",
      file: fileName)
  }

  /// What the first bytes of a file show beyond doubt.
  private enum Found {
    case pdf, rtf, html, zip, ole, picture

    init?(_ bytes: [UInt8]) {
      // 1,024: within these a reader of PDF looks for the mark (ISO 32000-1, annex H).
      let head = bytes.prefix(1_024)
      let text = String(decoding: head, as: UTF8.self)
      let start = text[...].trimmed
      if start.hasPrefix("{\\rtf") {
        self = .rtf
      } else if text.contains("%PDF-"), start.hasPrefix("%PDF-") || head.contains(0) {
        self = .pdf
      } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        self = .zip
      } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        self = .ole
      } else if [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0x00]]
        .contains(where: { bytes.starts(with: $0) })
      {
        self = .picture
      } else if ["<!doctype html", "<html"].contains(where: start.lowercased().hasPrefix) {
        self = .html
      } else {
        return nil
      }
    }

    var inWords: String {
      switch self {
      case .pdf: "a PDF"
      case .rtf: "rich text (RTF)"
      case .html: "a web page (HTML)"
      case .zip: "an archive, such as a Word file is"
      case .ole: "an old Office file, or one that is locked with a password"
      case .picture: "a picture"
      }
    }

    var isRead: Bool { self == .pdf || self == .rtf || self == .html || self == .zip }
  }
}
