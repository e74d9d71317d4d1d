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
    let empty = pages.filter(\.lines.isEmpty).map(\.ordinal)
    let unseen = takeUnseen(from: &pages)
    guard pages.contains(where: { !$0.lines.isEmpty }) else { throw nothingSeen(file.name) }
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
      paragraphs: paragraphs, aside: (furniture.aside + unseen).sorted { $0.line < $1.line },
      remarks: remarks(empty: empty, unseen: unseen, unchecked: layout.unchecked))
  }

  /// Takes out what nobody sees who looks at the pages: words under a bar, or in the
  /// colour of the page.
  private static func takeUnseen(from pages: inout [PDFPage]) -> [UnplacedLine] {
    var unseen: [UnplacedLine] = []
    for page in pages.indices {
      for index in pages[page].lines.indices {
        let line = pages[page].lines[index]
        let words = line.words.filter { !$0.isSeen }.map(\.text)
        guard !words.isEmpty else { continue }
        unseen.append(
          UnplacedLine(
            line: line.number, text: words.joined(separator: " "),
            reason: .unseen(page: line.page)))
        pages[page].lines[index].words.removeAll { !$0.isSeen }
      }
      pages[page].lines.removeAll(where: \.words.isEmpty)
    }
    return unseen
  }

  private static func remarks(
    empty: [Int], unseen: [UnplacedLine], unchecked: [Int]
  ) -> [PaperRemark] {
    let hidden = unseen.compactMap { if case .unseen(let page) = $0.reason { page } else { nil } }
    let pages = Set(hidden).sorted()
    // Pages without a word may be pictures of pages.
    let found = [
      (
        empty, "page_without_text",
        "\(inWords(empty)) \(empty.count == 1 ? "has" : "have") no text that can be read; look whether there is a picture of one."
      ),
      (
        pages, "words_not_seen",
        "\(inWords(pages)) \(pages.count == 1 ? "holds" : "hold") words that nobody sees who reads the page: something covers them, or they have the colour of what is behind them. They are no evidence and are listed among what could not be placed. The file still holds them: do not pass it on. If they ought to be seen, save the document anew with its fonts in it."
      ),
      (
        unchecked, "words_not_looked_at",
        "\(inWords(unchecked)) could not be drawn, so nobody knows whether there are words that are covered or have the colour of the page; compare the words that were read with the page."
      ),
    ]
    return found.filter { !$0.0.isEmpty }.map { PaperRemark(code: $0.1, message: $0.2) }
  }

  /// “Page 2”, “Pages 2, 5 and 3 more”.
  private static func inWords(_ pages: [Int]) -> String {
    let listed = pages.prefix(10).map(String.init).joined(separator: ", ")
    return "\(pages.count == 1 ? "Page" : "Pages") \(listed)"
      + (pages.count > 10 ? " and \(pages.count - 10) more" : "")
  }

  private static func nothingSeen(_ name: String) -> PaperError {
    PaperError(
      code: "no_words_seen",
      message:
        "\(name) has words and shows none of them: they are covered, or have the colour of the page, or their font is missing; save the document anew with its fonts in it, or as .docx.",
      file: name)
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
