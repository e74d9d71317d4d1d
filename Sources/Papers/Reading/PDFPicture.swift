/// A page as a person sees it, in shades of grey.
struct PDFPicture {
  private let width: Int
  private let height: Int
  private let shades: ArraySlice<UInt8>

  /// Takes the first of the pictures that `pdftoppm -gray` wrote (PGM: “P5”, width, height
  /// and the brightest shade in figures, each followed by a blank; then the shades).
  init?(takenFrom bytes: inout ArraySlice<UInt8>) {
    var words: [String] = []
    var rest = bytes
    while words.count < 4, let blank = rest.prefix(12).firstIndex(where: { $0 <= 0x20 }) {
      words.append(String(decoding: rest[..<blank], as: UTF8.self))
      rest = rest[(blank + 1)...]
    }
    guard words.count == 4, words[0] == "P5", words[3] == "255", let width = Int(words[1]),
      let height = Int(words[2]), 1...10_000 ~= width, 1...10_000 ~= height,
      rest.count >= width * height
    else { return nil }
    self.width = width
    self.height = height
    shades = rest.prefix(width * height)
    bytes = rest.dropFirst(width * height)
  }

  /// Dots to a point. The longer sides tell, since the size of a page that is turned is
  /// told as it was before.
  func scale(of page: PDFPage) -> Double {
    Double(max(width, height)) / max(page.width, page.height)
  }

  /// Whether a word is seen: where its letters stand, the picture has more than one shade.
  ///
  /// Two letters in a row of one shade, or most, are a word that is covered or has the
  /// colour of what is behind it. In 58,000 words of honest papers at a thousand dots no
  /// two were.
  ///
  /// - Returns: Nil for a word without letters and figures: of a full stop at this size
  ///   little is left.
  func shows(_ word: PDFWord, scale: Double) -> Bool? {
    let characters = Array(word.text)
    let isUpright = word.height > word.width && characters.count > 1
    var (letters, unseen, run, longest) = (0, 0, 0, 0)
    for (index, character) in characters.enumerated()
    where character.isLetter || character.isNumber {
      let part = Double(index) / Double(characters.count)
      let next = Double(index + 1) / Double(characters.count)
      // Between the tops of small letters and the line on which they stand: a bar may be
      // lower than the box, and what stands above and below must not count.
      let isBlank =
        isUpright
        ? isOfOneShade(
          word.left + word.width * 0.25, word.left + word.width * 0.75,
          word.top + word.height * part, word.top + word.height * next, scale)
        : isOfOneShade(
          word.left + word.width * part, word.left + word.width * next,
          word.top + word.height * 0.35, word.top + word.height * 0.75, scale)
      letters += 1
      unseen += isBlank ? 1 : 0
      run = isBlank ? run + 1 : 0
      longest = max(longest, run)
    }
    return letters == 0 ? nil : longest < 2 && unseen * 2 <= letters
  }

  /// Fewer shades apart than anybody can tell, of 256.
  private static let leastContrast = 10

  private func isOfOneShade(
    _ left: Double, _ right: Double, _ top: Double, _ bottom: Double, _ scale: Double
  ) -> Bool {
    let columns = dots(left * scale, right * scale, of: width)
    let rows = dots(top * scale, bottom * scale, of: height)
    var (darkest, brightest) = (UInt8.max, UInt8.min)
    // 32: of letters as large as that, every second dot tells as much.
    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: rows.count / 32 + 1) {
      for column in stride(
        from: columns.lowerBound, to: columns.upperBound, by: columns.count / 32 + 1)
      {
        let shade = shades[shades.startIndex + row * width + column]
        darkest = min(darkest, shade)
        brightest = max(brightest, shade)
        if brightest > darkest, Int(brightest - darkest) >= Self.leastContrast { return false }
      }
    }
    return true
  }

  /// The dots from one place to another, as far as there are any.
  private func dots(_ from: Double, _ to: Double, of count: Int) -> Range<Int> {
    guard from.isFinite, to.isFinite, from <= to else { return 0..<0 }
    let first = min(max(from.rounded(.down), 0), Double(count))
    let last = min(max(to.rounded(.up), 0), Double(count))
    return Int(first)..<Int(last)
  }
}

extension Converter {
  /// Pages that one run draws: 16 MB at the most.
  private static let pagesAtOnce = 16

  /// Looks which words of a PDF somebody sees who reads its pages.
  ///
  /// Never fails: pages of which no picture can be made, or not in the time that four runs
  /// of a converter have, are marked as unchecked. Seven runs for 111 pages take 1.4 s together.
  func look(at bytes: [UInt8], name: String, marking layout: inout PDFLayout) async {
    let clock = ContinuousClock()
    var left = limits.time * 4
    var rest = layout.pages.indices.filter { index in
      layout.pages[index].lines.contains { !$0.words.isEmpty }
    }[...]
    while let first = rest.first {
      let run = rest.enumerated().prefix(Self.pagesAtOnce)
        .prefix { $0.element == first + $0.offset }
      rest = rest.dropFirst(run.count)
      var pictures: ArraySlice<UInt8> = []
      if left > .zero {
        let converter = Converter(
          limits: Limits(
            time: min(left, limits.time), memoryMegabytes: 1_000, outputBytes: limits.outputBytes),
          searchPath: searchPath)
        let start = clock.now
        let drawn = try? await converter.run(
          .picturesOfPDF(first + 1...first + run.count), on: bytes, fileName: name)
        left -= clock.now - start
        pictures = drawn?.output[...] ?? []
      }
      for (_, index) in run {
        layout.mark(index, by: PDFPicture(takenFrom: &pictures))
        await Task.yield()
      }
    }
  }
}
