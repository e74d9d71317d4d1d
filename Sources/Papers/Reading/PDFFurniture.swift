/// Parts what stands on page after page from the text that runs over them.
struct PDFFurniture {
  private(set) var pages: [PDFPage]
  private(set) var aside: [UnplacedLine] = []
  /// The lines that are surely of the text, however often they stand at the edge of pages:
  /// those with a number at the margin, and where speakers begin lines, these and the
  /// ends of sentences.
  private var text: Set<Int> = []

  /// A share of the page in which heads and feet stand: A4 leaves 2 to 4 cm.
  private static let zone = 0.14

  init(_ pages: [PDFPage]) {
    self.pages = pages
    takeMarginNumbers()
    takeTurns()
    let heads = repeated { $0.middle < $1.height * Self.zone }
    let feet = repeated { $0.middle > $1.height * (1 - Self.zone) }
    take(from: heads) { $0.middle < $1.height * Self.zone }
    take(from: []) { $0.middle > $1.height * (1 - Self.zone) }
    takeFootnotes(above: feet)
    take(from: feet) { $0.middle > $1.height * (1 - Self.zone) }
    aside.sort { $0.line < $1.line }
  }

  private mutating func takeTurns() {
    let begun = pages.flatMap(\.lines).filter { WrappedLines.opensTurn($0.text) }
    // One for two pages, since answers are long; a report has fewer, and heads are the same.
    guard Set(begun.map(\.text)).count * 2 >= pages.count else { return }
    // “were there?”: the end of a sentence that began on the page before.
    for line in pages.flatMap(\.lines)
    where line.text.first?.isLowercase ?? false && WrappedLines.endsSentence(line.text) {
      text.insert(line.number)
    }
    for line in begun {
      let label = LabelShape.candidate(in: line.text[...])?.label
      if !(label.map(HeaderWords.isOfPrint) ?? false) { text.insert(line.number) }
    }
  }

  /// The line as it repeats, with every number the same.
  private static func key(_ line: PDFLine) -> String {
    String(line.text.squeezed.map { $0.isNumber ? "#" : $0 }).replacing(#/#+/#, with: "#")
  }

  /// Lines of a zone that stand on several pages, at a like height.
  private func repeated(in zone: (PDFLine, PDFPage) -> Bool) -> Set<String> {
    var pagesOf: [String: Set<Int>] = [:]
    for page in pages {
      for line in page.lines
      where line.words.count <= 30 && zone(line, page) && !text.contains(line.number) {
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
    let text = text
    for index in pages.indices {
      let page = pages[index]
      pages[index].lines.removeAll { line in
        guard zone(line, page), !text.contains(line.number) else { return false }
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
    let places = pages.indices.flatMap { page in
      pages[page].lines.indices.map { (page: page, line: $0) }
    }
    let lines = pages.flatMap(\.lines)
    for group in MarginNumbers.pages(lines.map(\.text)) {
      aside.append(
        UnplacedLine(
          line: lines[group[0]].number, text: MarginNumbers.text(of: group), reason: .lineNumbers))
      for index in group {
        pages[places[index].page].lines[places[index].line].words.removeFirst()
        text.insert(lines[index].number)
      }
    }
    // The line of the numbers stays theirs; an empty one is a blank line.
    for page in pages.indices { pages[page].lines.removeAll(where: \.words.isEmpty) }
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
