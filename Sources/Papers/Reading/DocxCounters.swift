/// Counts a document's lists and writes the numbers that Word would print.
struct DocxCounters {
  private let numbering: DocxNumbering
  private let styles: DocxStyles
  /// The last number of each level, by list definition: lists that share one
  /// count on together.
  private var counts: [Int: [Int: Int]] = [:]
  private var started: Set<Int> = []

  init(numbering: DocxNumbering, styles: DocxStyles) {
    self.numbering = numbering
    self.styles = styles
  }

  /// The number of the next paragraph of a list, with what parts it from the
  /// words, or nil for bullets and levels without text.
  ///
  /// - Parameters:
  ///   - list: The paragraph's own `w:numId`, 0 when it was taken out of a list.
  ///   - level: Its own `w:ilvl`.
  ///   - style: Its style, which may bring a list along.
  mutating func next(list: Int?, level: Int?, style: String?) -> String? {
    guard let id = list ?? styles.first(style, \.numbering), id != 0,
      let found = numbering.lists[id]
    else { return nil }
    let (key, definition) = resolve(found)
    let index =
      level ?? styles.first(style, \.level)
      ?? definition.levels.first { $0.value.style == style && style != nil }?.key ?? 0
    guard (0...8).contains(index) else { return nil }
    let levels = definition.levels.merging(found.levels) { $1 }
    guard let own = levels[index] else { return nil }
    advance(key: key, list: id, starts: found.starts, levels: levels, index: index)
    guard own.format != "bullet", own.format != "none" else { return nil }
    let text = written(own, levels: levels, counts: counts[key] ?? [:])
    guard !text.squeezed.isEmpty else { return nil }
    return text + (own.suffix == "nothing" ? "" : own.suffix == "space" ? " " : "\t")
  }

  /// Whether a paragraph stands in a list with bullets.
  func isBulleted(list: Int?, level: Int?, style: String?) -> Bool {
    guard let id = list ?? styles.first(style, \.numbering), id != 0,
      let found = numbering.lists[id]
    else { return false }
    let levels = resolve(found).1.levels.merging(found.levels) { $1 }
    let index =
      level ?? styles.first(style, \.level)
      ?? levels.first { $0.value.style == style && style != nil }?.key ?? 0
    return levels[index]?.format == "bullet"
  }

  private func resolve(_ list: DocxNumbering.List) -> (Int, DocxNumbering.Definition) {
    let definition = numbering.definitions[list.definition] ?? .init()
    if let link = definition.styleLink, let other = styles.first(link, \.numbering),
      let linked = numbering.lists[other], let found = numbering.definitions[linked.definition]
    {
      return (linked.definition, found)
    }
    return (list.definition, definition)
  }

  private mutating func advance(
    key: Int, list: Int, starts: [Int: Int], levels: [Int: DocxNumbering.Level], index: Int
  ) {
    var count = counts[key] ?? [:]
    if started.insert(list).inserted {
      for (level, start) in starts { count[level] = start &- 1 }
    }
    let start = levels[index]?.start ?? 1
    count[index] = (count[index] ?? start &- 1) &+ 1
    for deeper in count.keys where deeper > index && levels[deeper]?.isRestarting ?? true {
      count[deeper] = nil
    }
    counts[key] = count
  }

  private func written(
    _ level: DocxNumbering.Level, levels: [Int: DocxNumbering.Level], counts: [Int: Int]
  ) -> String {
    var text = level.text
    for index in 0...8 where text.contains("%\(index + 1)") {
      let number = counts[index] ?? levels[index]?.start ?? 1
      let printed = Self.printed(number, format: levels[index]?.format ?? "decimal")
      text = text.replacing("%\(index + 1)", with: printed)
    }
    return text
  }

  static func printed(_ number: Int, format: String) -> String {
    switch format {
    case "lowerRoman": roman(number).lowercased()
    case "upperRoman": roman(number)
    case "lowerLetter": letters(number).lowercased()
    case "upperLetter": letters(number)
    case "decimalZero" where (0...9).contains(number): "0\(number)"
    default: "\(number)"
    }
  }

  /// a … z, aa, bb: Word repeats the letter where spreadsheets count on.
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = Character(Unicode.Scalar(UInt8(0x41 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3_999).contains(number) else { return "\(number)" }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    return signs.reduce(into: "") { text, sign in
      while rest >= sign.0 {
        text += sign.1
        rest -= sign.0
      }
    }
  }
}
