/// Parts what stands on page after page from the text that runs over them.
struct PDFFurniture {
  private(set) var pages: [PDFPage]
  private(set) var aside: [UnplacedLine] = []

  /// A share of the page in which heads and feet stand: A4 leaves 2 to 4 cm.
  private static let zone = 0.14

  init(_ pages: [PDFPage]) {
    self.pages = pages
    takeMarginNumbers()
    let heads = repeated { $0.middle < $1.height * Self.zone }
    let feet = repeated { $0.middle > $1.height * (1 - Self.zone) }
    take(from: heads) { $0.middle < $1.height * Self.zone }
    take(from: []) { $0.middle > $1.height * (1 - Self.zone) }
    takeFootnotes(above: feet)
    take(from: feet) { $0.middle > $1.height * (1 - Self.zone) }
    aside.sort { $0.line < $1.line }
  }

  /// The line as it repeats, with every number the same.
  private static func key(_ line: PDFLine) -> String {
    String(line.text.squeezed.map { $0.isNumber ? "#" : $0 }).replacing(#/#+/#, with: "#")
  }

  /// Lines of a zone that stand on several pages, at a like height.
  private func repeated(in zone: (PDFLine, PDFPage) -> Bool) -> Set<String> {
    var pagesOf: [String: Set<Int>] = [:]
    for page in pages {
      for line in page.lines where line.words.count <= 30 && zone(line, page) {
        pagesOf[Self.key(line), default: []].insert(page.ordinal)
      }
    }
    // Twice in a paper of two or three pages; else often enough to be no chance.
    let fewest = pages.count <= 3 ? 2 : 3
    return Set(pagesOf.filter { $0.value.count >= fewest }.keys)
  }

  private mutating func take(
    from repeated: Set<String>, in zone: (PDFLine, PDFPage) -> Bool
  ) {
    for index in pages.indices {
      let page = pages[index]
      pages[index].lines.removeAll { line in
        guard zone(line, page) else { return false }
        let isNumber = HeaderWords.isPageNumber(line.text.squeezed) && Self.isAlone(line, on: page)
        guard isNumber || repeated.contains(Self.key(line)) else { return false }
        aside.append(
          UnplacedLine(
            line: line.number, text: line.text, reason: isNumber ? .pageNumber : .pageFurniture))
        return true
      }
    }
  }

  /// Whether a number is at the very edge of the text, where page numbers stand.
  private static func isAlone(_ line: PDFLine, on page: PDFPage) -> Bool {
    !page.lines.contains { $0.middle < line.middle - line.size }
      || !page.lines.contains { $0.middle > line.middle + line.size }
  }

  private mutating func takeMarginNumbers() {
    let areNumbered = pages.contains { !MarginNumbers.pages($0.lines.map(\.text)).isEmpty }
    for index in pages.indices where areNumbered {
      let lines = pages[index].lines
      guard
        let numbered = MarginNumbers.pages(lines.map(\.text), areOthersNumbered: true).first,
        let first = numbered.first
      else { continue }
      aside.append(
        UnplacedLine(
          line: lines[first].number, text: MarginNumbers.text(of: numbered), reason: .lineNumbers))
      for place in numbered { pages[index].lines[place].words.removeFirst() }
      // The line of the numbers stays theirs; an empty one is a blank line.
      pages[index].lines.removeAll(where: \.words.isEmpty)
    }
  }

  /// Lines in smaller print at the foot of a page, from the first that begins
  /// with a mark on.
  private mutating func takeFootnotes(above feet: Set<String>) {
    let body = pages.flatMap { $0.lines.map(\.size) }.middling
    func isSmall(_ line: PDFLine) -> Bool { line.size < body * 0.93 }
    for index in pages.indices {
      let lines = pages[index].lines
      let end =
        lines.lastIndex { isSmall($0) || !feet.contains(Self.key($0)) }.map { $0 + 1 } ?? 0
      let foot = end - lines[..<end].reversed().prefix(while: isSmall).count
      guard foot > 0,
        let start = lines[foot..<end].firstIndex(where: { Self.note(in: $0) != nil }),
        lines[start].middle > pages[index].height / 3
      else { continue }
      var notes: [(line: Int, text: String, mark: String)] = []
      for line in lines[start..<end] {
        let mark = Self.note(in: line)
        let last = notes.last.flatMap { Int($0.mark) }
        let isNext = mark.map { Int($0) == nil || last == nil || Int($0) == last.map { $0 + 1 } }
        if let mark, isNext ?? false {
          notes.append((line.number, line.text, mark))
        } else {
          notes[notes.count - 1].text += " " + line.text
        }
      }
      aside += notes.map { UnplacedLine(line: $0.line, text: $0.text, reason: .footnote) }
      pages[index].lines.removeSubrange(start..<end)
    }
  }

  /// The number or sign of the footnote that a line begins.
  private static func note(in line: PDFLine) -> String? {
    line.text.prefixMatch(of: #/([0-9]{1,3}|[*†‡§]+)\s?\S/#).map { String($0.output.1) }
  }
}
