/// What `pdftotext -bbox-layout` wrote, page after page: one element a line, with the
/// words of a line inside it.
struct PDFLayout: Sendable {
  private(set) var pages: [PDFPage] = []
  /// Pages of which nobody could say whether their words are seen.
  private(set) var unchecked: [Int] = []
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads one more page; false when there is none.
  mutating func takePage() -> Bool {
    let before = pages.count
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
      let element = bytes[place..<end].drop { $0 == 0x20 }
      if element.starts(with: Array("<page ".utf8)), pages.count > before { return true }
      place = end + 1
      take(element)
    }
    return pages.count > before
  }

  /// Marks the words of a page that its picture does not show; without a picture the
  /// page stays unchecked.
  ///
  /// - Parameter index: The page's place in ``pages``.
  mutating func mark(_ index: Int, by picture: PDFPicture?) {
    guard let picture, pages[index].lines.reduce(0, { $0 + $1.words.count }) <= Self.mostWords
    else {
      unchecked.append(pages[index].ordinal)
      return
    }
    let scale = picture.scale(of: pages[index])
    for line in pages[index].lines.indices {
      let shown = pages[index].lines[line].words.map { picture.shows($0, scale: scale) }
      // A full stop or a bullet goes with its word.
      var isSeen = shown.lazy.compactMap(\.self).first ?? true
      for word in shown.indices {
        isSeen = shown[word] ?? isSeen
        pages[index].lines[line].words[word].isSeen = isSeen
      }
    }
  }

  /// A sheet of four pages in small print has 2,000.
  private static let mostWords = 20_000

  private mutating func take(_ element: ArraySlice<UInt8>) {
    if element.starts(with: Array("<word ".utf8)) {
      guard let word = Self.word(element), !pages.isEmpty,
        let line = pages[pages.count - 1].lines.indices.last
      else { return }
      pages[pages.count - 1].lines[line].words.append(word)
    } else if element.starts(with: Array("<line ".utf8)), !pages.isEmpty {
      pages[pages.count - 1].lines.append(PDFLine(words: [], page: pages.count))
    } else if element.starts(with: Array("<page ".utf8)) {
      let size = Self.numbers(element)
      guard size.count == 2 else { return }
      pages.append(PDFPage(ordinal: pages.count + 1, width: size[0], height: size[1]))
    }
  }

  private static func word(_ element: ArraySlice<UInt8>) -> PDFWord? {
    guard let open = element.firstIndex(of: 0x3E), let close = element.lastIndex(of: 0x3C),
      open < close
    else { return nil }
    let box = numbers(element[..<open])
    let text = HTMLEntities.decoded(String(decoding: element[(open + 1)..<close], as: UTF8.self))
      .filter { !$0.unicodeScalars.allSatisfy { $0.value < 0x20 } }
    guard box.count == 4, text.contains(where: { !$0.isBlank }) else { return nil }
    return PDFWord(text: text, left: box[0], top: box[1], right: box[2], bottom: box[3])
  }

  /// The values between quotation marks.
  private static func numbers(_ element: ArraySlice<UInt8>) -> [Double] {
    element.split(separator: 0x22, omittingEmptySubsequences: false).enumerated()
      .compactMap { index, part in
        index % 2 == 1 ? Double(String(decoding: part, as: UTF8.self)) : nil
      }
  }
}
