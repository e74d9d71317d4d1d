import Inquiries

/// What a command shows, as lines for a width; colour comes last.
struct Page {
  /// How a line stands out on a terminal.
  enum Style: Sendable {
    case plain, heading, grave, mild
    /// Words that went between `[-` and `-]`, those that came between `{+` and `+}`.
    case difference

    /// SGR parameters (ECMA-48, 8.3.117): bold; red; yellow.
    fileprivate var code: String? {
      switch self {
      case .plain, .difference: nil
      case .heading: "1"
      case .grave: "1;31"
      case .mild: "1;33"
      }
    }
  }

  private struct Line {
    let text: String
    let style: Style
  }

  let width: Int
  private var lines: [Line] = []

  init(width: Int) {
    self.width = width
  }

  /// One line that opens a part, with a blank line above it.
  mutating func heading(_ text: String, style: Style = .heading) {
    gap()
    add(Wrapping.lines(text, width: width), style)
  }

  /// Words, wrapped.
  mutating func text(_ text: String, indent: Int = 0) {
    let blank = String(repeating: " ", count: indent)
    add(Wrapping.lines(text, width: width - indent).map { $0.isEmpty ? $0 : blank + $0 })
  }

  /// Words after a hyphen, further lines of them indented.
  mutating func point(_ text: String) {
    let wrapped = Wrapping.lines(text, width: width - 2)
    add(wrapped.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 })
  }

  /// Names and what they are; those that are nothing are left out.
  mutating func facts(_ facts: [(name: String, value: String?)]) {
    let known = facts.compactMap { fact in fact.value.map { (fact.name, $0) } }
    let indent = (known.map { Wrapping.width(of: $0.0) }.max() ?? 0) + 2
    for (name, value) in known {
      let wrapped = Wrapping.lines(value, width: width - indent)
      for (index, line) in wrapped.enumerated() {
        let name = index == 0 ? name : ""
        let blank = String(repeating: " ", count: indent - Wrapping.width(of: name))
        add([line.isEmpty ? name : name + blank + line])
      }
    }
  }

  /// A table; row by row where it is too wide for the screen, and a sentence
  /// where it would have no rows.
  mutating func table(_ columns: [Table.Column], _ rows: [[String]], none: String) {
    guard !rows.isEmpty else { return text(none) }
    let table = Table(columns, rows)
    guard table.fits(in: width) else {
      for (index, row) in rows.enumerated() {
        if index > 0 { gap() }
        facts(zip(columns, row).map { ($0.title, $1.isEmpty ? nil : $1) })
      }
      return
    }
    let (heading, body) = table.lines(width: width)
    add(heading, .heading)
    add(body)
  }

  /// What went and what came, as `wdiff` marks it; long stretches that stayed are
  /// cut short.
  mutating func difference(from old: String, to new: String) {
    let pieces = WordDifference.pieces(from: old, to: new)
    let text = pieces.enumerated().map { index, piece in
      switch piece.kind {
      case .gone: "[-\(piece.text)-]"
      case .come: "{+\(piece.text)+}"
      case .same:
        Page.shortened(piece.text, isFirst: index == 0, isLast: index == pieces.count - 1)
      }
    }.joined()
    add(Wrapping.lines(text, width: width), .difference)
  }

  private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    // A line on either side of a change shows where it is.
    let most = 80
    guard text.count > 2 * most + 20 else { return text }
    let start = text.prefix(most).split(separator: " ").dropLast().joined(separator: " ")
    let end = text.suffix(most).split(separator: " ").dropFirst().joined(separator: " ")
    return "\(isFirst ? "" : start) … \(isLast ? "" : end)\(text.last == " " ? " " : "")"
  }

  /// A blank line, unless there is nothing above it or one already.
  mutating func gap() {
    if let last = lines.last, !last.text.isEmpty { add([""]) }
  }

  private mutating func add(_ texts: [String], _ style: Style = .plain) {
    lines += texts.map { Line(text: $0, style: style) }
  }

  /// The lines, each closed, with or without colour.
  func printed(inColour: Bool) -> String {
    lines.map { line in
      if inColour, line.style == .difference { return Page.coloured(line.text) + "\n" }
      guard inColour, let code = line.style.code else { return line.text + "\n" }
      return "\u{1B}[\(code)m\(line.text)\u{1B}[0m\n"
    }.joined()
  }

  /// Red and struck through what went, green what came (ECMA-48, 8.3.117).
  private static func coloured(_ line: String) -> String {
    line.replacing("[-", with: "\u{1B}[31;9m[-").replacing("-]", with: "-]\u{1B}[0m")
      .replacing("{+", with: "\u{1B}[32m{+").replacing("+}", with: "+}\u{1B}[0m")
  }
}
