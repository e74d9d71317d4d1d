/// Reads rich text (RTF 1.9.1) into paragraphs.
///
/// By ourselves: pandoc 2.17 drops the letter after a character given by its
/// number, and the numbers of lists.
enum RTFReader {
  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    var body = RTFBody(bytes)
    body.read()
    try limits.check(body.paragraphs, fileName: fileName)
    guard !body.paragraphs.isEmpty else {
      guard body.pictures == 0 else { throw DocxReader.imageOnly(fileName) }
      throw PlainTextReader.noText(in: fileName)
    }
    return PaperText(
      paragraphs: body.paragraphs, aside: body.aside, notes: body.notes, remarks: body.remarks)
  }
}

/// The groups and words of a rich text, taken one after the other.
struct RTFBody {
  private(set) var paragraphs: [PaperText.Paragraph] = []
  private(set) var aside: [UnplacedLine] = []
  private(set) var notes: [PaperText.Note] = []
  private(set) var pictures = 0

  /// Where the text of a group goes.
  private enum Target { case body, note, furniture, nowhere }

  /// What a group inherits and may change.
  private struct State {
    var target = Target.body
    var isHidden = false
    /// Whether it holds the number or sign that a program gave a list's paragraph.
    var isListText = false
    /// How many characters stand in for one given by its number.
    var substitutes = 1
    var isHeading = false
  }

  private let bytes: [UInt8]
  private var place = 0
  private var state = State()
  private var stack: [State] = []
  /// Groups open beyond those that are kept.
  private var overflow = 0
  private var text = ""
  private var beside = ""
  /// Characters still to pass over after one given by its number.
  private var toPass = 0
  private var surrogate: UInt32?
  private var ordinal = 0
  private var isStarred = false
  private var rows = TableRows()
  private var hidden = 0
  private var deleted = 0
  private var comments = 0
  private var unreadable = 0
  private var codePage = 1252

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "{"): open()
      case UInt8(ascii: "}"): close()
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D, 0: break
      default: put(byte)
      }
    }
    endParagraph()
  }

  private mutating func open() {
    toPass = 0
    isStarred = false
    // 1,000: no program nests so deep; a hostile file may by the million.
    if stack.count < 1_000 { stack.append(state) } else { overflow += 1 }
  }

  private mutating func close() {
    toPass = 0
    guard overflow == 0 else {
      overflow -= 1
      return
    }
    let inner = state
    state = stack.popLast() ?? State()
    if inner.target != state.target { endBeside(inner.target) }
    // What a paragraph is does not end with a group inside it.
    state.isHeading = inner.isHeading
  }

  private mutating func endBeside(_ target: Target) {
    let words = beside[...].trimmed
    guard target == .note || target == .furniture else { return }
    beside = ""
    guard !words.isEmpty else { return }
    if target == .note {
      // Of the paragraph that is being read.
      notes.append(
        .init(
          line: ordinal + 1, offset: text.utf8.count, mark: "\(notes.count + 1)",
          text: String(words)))
    } else {
      aside.append(UnplacedLine(line: ordinal + 1, text: String(words), reason: .pageFurniture))
    }
  }

  private mutating func endParagraph() {
    switch state.target {
    case .nowhere: return
    case .note, .furniture:
      beside += "\n"
      return
    case .body: break
    }
    let words = text[...].trimmed
    if !words.isEmpty {
      ordinal += 1
      let cut = text.utf8.distance(from: text.startIndex, to: words.startIndex)
      for index in notes.indices.reversed() {
        guard notes[index].line == ordinal else { break }
        notes[index].offset = min(max(0, notes[index].offset - cut), words.utf8.count)
      }
      let isItem = SubmissionShapes.isBullet(String(words))
      paragraphs.append(
        .init(
          text: String(words), line: ordinal,
          form: state.isHeading ? .heading : isItem ? .item : .text))
    }
    text = ""
  }

  // MARK: - Characters

  private mutating func put(_ byte: UInt8) {
    guard toPass == 0 else {
      toPass -= 1
      return
    }
    guard byte >= 0x80 else { return put(Unicode.Scalar(byte)) }
    guard codePage == 1252, let scalar = TextEncoding.windows1252.scalar(byte) else {
      if state.target != .nowhere { unreadable += 1 }
      return put("\u{FFFD}")
    }
    put(scalar)
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    guard state.target != .nowhere else { return }
    guard !state.isHidden else {
      if !scalar.isBlank { hidden += 1 }
      return
    }
    let scalar = state.isListText && scalar == "\t" ? " " : scalar
    if state.target == .body {
      text.unicodeScalars.append(scalar)
    } else {
      beside.unicodeScalars.append(scalar)
    }
  }

  /// A character by its number, of which the file gives sixteen bits.
  private mutating func put(unit value: Int) {
    let unit = UInt32(value & 0xFFFF)
    if let high = surrogate, (0xDC00...0xDFFF).contains(unit) {
      surrogate = nil
      if let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)) {
        put(scalar)
      }
    } else if (0xD800...0xDBFF).contains(unit) {
      surrogate = unit
    } else {
      surrogate = nil
      put(Unicode.Scalar(unit) ?? "\u{FFFD}")
    }
    toPass = state.substitutes
  }

  // MARK: - Control words

  private mutating func control() {
    guard place < bytes.count else { return }
    let first = bytes[place]
    guard Self.isLetter(first) else {
      place += 1
      symbol(first)
      return
    }
    let start = place
    while place < bytes.count, Self.isLetter(bytes[place]), place - start < 32 { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    var digits = ""
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
      digits = "-"
      place += 1
    }
    while place < bytes.count, (0x30...0x39).contains(bytes[place]), digits.count < 11 {
      digits.unicodeScalars.append(Unicode.Scalar(bytes[place]))
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x20 { place += 1 }
    take(word, Int(digits))
    isStarred = false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  private mutating func symbol(_ sign: UInt8) {
    switch sign {
    case UInt8(ascii: "'"):
      let hex = bytes[place..<min(place + 2, bytes.count)]
      guard hex.count == 2, let byte = UInt8(String(decoding: hex, as: UTF8.self), radix: 16) else {
        return
      }
      place += 2
      put(byte)
    case UInt8(ascii: "*"): isStarred = true
    case UInt8(ascii: "~"): put("\u{A0}" as Unicode.Scalar)
    case UInt8(ascii: "_"): put("\u{2011}" as Unicode.Scalar)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): put(sign)
    case 0x0A, 0x0D: endParagraph()
    case 0x09: put("\t" as Unicode.Scalar)
    default: break
    }
  }

  private mutating func take(_ word: String, _ value: Int?) {
    if let scalar = Self.characters[word] { return put(scalar) }
    switch word {
    case "u": if let value { put(unit: value) }
    case "uc": state.substitutes = min(max(value ?? 1, 0), 16)
    case "par", "nestcell", "sect", "page": endParagraph()
    case "trowd", "intbl", "cell", "row": takeCell(word)
    case "pard", "plain":
      if word == "pard" { state.isHeading = false }
      state.isHidden = false
    case "outlinelevel": state.isHeading = (0...8).contains(value ?? 9)
    case "v": state.isHidden = value != 0
    case "deleted":
      if value != 0 {
        deleted += 1
        state.target = .nowhere
      }
    case "ansicpg": codePage = value ?? 1252
    case "bin": place = min(bytes.count, place + max(value ?? 0, 0))
    case "listtext", "pntext": state.isListText = true
    case "footnote": turn(to: .note)
    case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
      turn(to: .furniture)
    case "annotation":
      comments += 1
      state.target = .nowhere
    case "pict":
      if state.target != .nowhere { pictures += 1 }
      state.target = .nowhere
    default:
      let isPassedOver = isStarred && word != "shpinst"
      if isPassedOver || Self.passedOver.contains(word) { state.target = .nowhere }
    }
  }

  /// Takes a word of a table. A row begins with its definition or its first
  /// paragraph, whichever a program writes first.
  private mutating func takeCell(_ word: String) {
    guard state.target == .body else { return }
    if word == "cell" || word == "row" { endParagraph() }
    if !rows.isInTable {
      rows.beginTable()
      rows.beginCell(at: paragraphs.count)
    }
    if word == "cell" { rows.beginCell(at: paragraphs.count) }
    if word == "row" {
      rows.endRow(in: &paragraphs, notes: &notes)
      rows.endTable()
    }
  }

  private mutating func turn(to target: Target) {
    guard state.target == .body else { return }
    state.target = target
    beside = ""
  }

  /// Groups that hold no text of the paper, or hold it a second time.
  private static let passedOver: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "fldinst", "sp", "shprslt", "nonshppict", "xe",
    "tc", "rxe", "txe", "filetbl", "revtbl", "listtable", "listoverridetable", "pn",
  ]

  private static let characters: [String: Unicode.Scalar] = [
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": "\u{2003}",
    "enspace": "\u{2002}", "qmspace": "\u{2005}", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”",
  ]

  /// What a person should know; none repeats what was left out.
  var remarks: [PaperRemark] {
    PaperRemark.counted([
      .hidden(hidden), .deletions(deleted), .comments(comments), .pictures(pictures),
      .init(
        unreadable, "symbol_not_read", "character of the code page \(codePage)",
        "characters of the code page \(codePage)",
        " that could not be read, shown as \u{FFFD}; save it as .docx"),
    ])
  }
}
