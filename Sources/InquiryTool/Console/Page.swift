/// What a command shows, as lines for a width; colour comes last.
struct Page {
  /// How a line stands out on a terminal.
  enum Style: Sendable {
    case plain, heading, grave, mild

    /// SGR parameters (ECMA-48, 8.3.117): bold; red; yellow.
    fileprivate var code: String? {
      switch self {
      case .plain: nil
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
      guard inColour, let code = line.style.code else { return line.text + "\n" }
      return "\u{1B}[\(code)m\(line.text)\u{1B}[0m\n"
    }.joined()
  }
}
