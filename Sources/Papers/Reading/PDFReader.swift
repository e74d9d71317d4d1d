/// Reads the text layer of a PDF.
enum PDFReader {
  static func read(_ file: PaperFile, limits: PaperLimits) throws(PaperError) -> PaperText {
    guard let layout = file.layout else {
      throw PaperError(
        code: "paper_not_opened",
        message: "\(file.name) was not opened before it was read; this is a fault of ours.",
        file: file.name)
    }
    var pages = PDFWords(layout).pages
    var number = 0
    for page in pages.indices {
      for line in pages[page].lines.indices {
        number += 1
        pages[page].lines[line].number = number
      }
    }
    guard number > 0 else { throw imageOnly(file.name, pages: pages.count) }
    guard number <= limits.paragraphs * 4 else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(file.name) has \(number) lines, more than the \(limits.paragraphs * 4) that are read; split it.",
        file: file.name)
    }
    let furniture = PDFFurniture(pages)
    let paragraphs = PDFParagraphs(furniture.pages).paragraphs
    guard !paragraphs.isEmpty else { throw imageOnly(file.name, pages: pages.count) }
    try limits.check(paragraphs, fileName: file.name)
    return PaperText(
      paragraphs: paragraphs, aside: furniture.aside,
      remarks: remarks(on: pages))
  }

  /// Pages without a word may be pictures of pages.
  private static func remarks(on pages: [PDFPage]) -> [PaperRemark] {
    let empty = pages.filter(\.lines.isEmpty).map(\.ordinal)
    guard let first = empty.first else { return [] }
    let listed = empty.prefix(10).map(String.init).joined(separator: ", ")
    let more = empty.count > 10 ? " and \(empty.count - 10) more" : ""
    return [
      PaperRemark(
        code: "page_without_text",
        message:
          "\(empty.count == 1 ? "Page \(first) has" : "Pages \(listed)\(more) have") no text that can be read; look whether there is a picture of one."
      )
    ]
  }

  private static func imageOnly(_ name: String, pages: Int) -> PaperError {
    let words = pages == 1 ? "page is a picture" : "\(pages) pages are pictures"
    return PaperError(
      code: "image_only",
      message:
        "\(name) has no text: its \(words), such as a scanner makes; send the document that it was made from, or a PDF with recognised text.",
      file: name)
  }

  /// What the failure of the converter means for a clerk.
  static func refusal(for error: PaperError, of bytes: [UInt8]) -> PaperError {
    guard error.code == "paper_damaged", Self.isLocked(bytes) else { return error }
    return PaperError(
      code: "paper_encrypted",
      message: "\(error.file) is locked with a password; save it without one.", file: error.file)
  }

  /// The key stands in the open in every PDF that is encrypted (ISO 32000-1, 7.6.1).
  private static func isLocked(_ bytes: [UInt8]) -> Bool {
    bytes.contains(sequence: Array("/Encrypt".utf8))
  }
}

extension [UInt8] {
  func contains(sequence sought: [UInt8]) -> Bool {
    guard let first = sought.first else { return true }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first) {
      if self[found...].starts(with: sought) { return true }
      place = found + 1
    }
    return false
  }
}

extension PaperLimits {
  /// Refuses more paragraphs or text than are read.
  func check(_ paragraphs: [PaperText.Paragraph], fileName: String) throws(PaperError) {
    guard paragraphs.count <= self.paragraphs else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(fileName) has \(paragraphs.count) paragraphs, more than the \(self.paragraphs) that are read; split it.",
        file: fileName)
    }
    guard paragraphs.reduce(0, { $0 + $1.text.utf8.count }) <= textBytes else {
      throw PaperError(
        code: "too_much_text",
        message: "\(fileName) holds more than \(textBytes) bytes of text; split it.",
        file: fileName)
    }
  }
}
