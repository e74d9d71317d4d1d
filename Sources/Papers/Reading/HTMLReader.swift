/// Reads a web page into paragraphs, as a browser would show them.
///
/// By ourselves: pandoc 2.17 drops what stands in a list outside its items, as
/// indented text does on the pages of earlier Parliaments.
enum HTMLReader {
  static func read(_ file: PaperFile, limits: PaperLimits) throws(PaperError) -> PaperText {
    let text = try TextDecoding(bytes: file.bytes, fileName: file.name)
      .text(encoding: file.encoding ?? declaredEncoding(file.bytes))
    var body = HTMLBody(text)
    body.read()
    try limits.check(body.paragraphs, fileName: file.name)
    guard !body.paragraphs.isEmpty else {
      guard body.pictures == 0 else { throw DocxReader.imageOnly(file.name) }
      throw PlainTextReader.noText(in: file.name)
    }
    let notes = HTMLNotes(body)
    return PaperText(
      paragraphs: notes.paragraphs, aside: body.furniture + notes.strays, notes: notes.notes,
      remarks: body.remarks)
  }

  /// What the page says of its encoding, where browsers look for it: in the
  /// first 1,024 bytes. Web pages that say “iso-8859-1” mean windows-1252
  /// (WHATWG Encoding).
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    guard let found = head.firstMatch(of: #/(?:charset|encoding)\s*=\s*["']?([a-z0-9_-]+)/#) else {
      return nil
    }
    let name = String(found.output.1)
    let isWestern = ["iso-8859-1", "latin1", "us-ascii", "ascii"].contains(name)
    let known = TextEncoding(named: isWestern ? "windows-1252" : name)
    // Decoded already, or it could not be read as a declaration.
    return known == .utf16le || known == .utf16be ? nil : known?.rawValue
  }
}

/// The tags and words of a web page, taken one after the other.
struct HTMLBody {
  private(set) var paragraphs: [PaperText.Paragraph] = []
  private(set) var pictures = 0
  /// What stands on pages beside their text: menus and feet.
  private(set) var furniture: [UnplacedLine] = []
  /// References to notes, in order, without the words of the notes.
  private(set) var references: [PaperText.Note] = []
  /// The paragraphs of notes, in order, each with the element that holds it.
  private(set) var noteLines: [(element: String?, line: Int, text: String)] = []
  private var hidden = 0
  /// The element that is read aside, and how deep it holds others of its name.
  private var aside: (kind: HTMLTag.Aside, name: String, depth: Int)?
  /// Where in the text the reference begins that is being read.
  private var reference: (start: Int, target: String)?
  /// Where in the text a superscript begins that is being read.
  private var raised: Int?
  /// References of the paragraph that is being read, marked in its text.
  private var marks: [String] = []
  private var targets: Set<String> = []

  private let bytes: [UInt8]
  private var place = 0
  private var text = ""
  private var form = PaperText.Paragraph.Form.text
  /// The mark of a list's item that has met no words yet.
  private var mark: String?
  private var lists: [HTMLList] = []
  private var rows = TableRows()
  private var verbatim = 0
  private var isAfterBlank = true
  private var nextClose = -1
  private let lastCommentEnd: Int

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    lastCommentEnd =
      bytes.indices.last { bytes[$0] == UInt8(ascii: "-") && bytes[$0...].starts(with: "-->".utf8) }
      ?? -1
  }

  var remarks: [PaperRemark] {
    PaperRemark.counted([
      .init(
        hidden, "hidden_text", "part that a browser does not show",
        "parts that a browser does not show", ", left out"),
      .pictures(pictures),
    ])
  }

  mutating func read() {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), let tag = tag() {
        place = tag.end
        take(tag)
      } else {
        let start = place
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        put(HTMLEntities.decoded(String(decoding: bytes[start..<place], as: UTF8.self)))
      }
    }
    end()
  }

  /// The tag or comment that begins here, if one does and ends.
  private mutating func tag() -> HTMLTag? {
    // Looked for once: a hostile page may open a million tags and close none.
    if nextClose < place {
      nextClose = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? Int.max
    }
    guard nextClose != Int.max, nextClose - place <= HTMLTag.longest || lastCommentEnd > place
    else { return nil }
    return HTMLTag(bytes, at: place, close: nextClose, lastCommentEnd: lastCommentEnd)
  }

  private mutating func put(_ words: String) {
    guard verbatim == 0 else {
      text.unicodeScalars.append(contentsOf: words.unicodeScalars.filter { $0 != HTMLNotes.sign })
      return
    }
    for scalar in words.unicodeScalars where scalar != HTMLNotes.sign {
      // The blanks that HTML folds; a no-break space is none of them.
      let isBlank =
        scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
        || scalar == "\u{0C}"
      if isBlank {
        if !isAfterBlank { text += " " }
      } else {
        text.unicodeScalars.append(scalar)
      }
      isAfterBlank = isBlank
    }
  }

  private mutating func end() {
    let pieces = Self.lines(of: text)
    text = ""
    isAfterBlank = true
    for words in pieces {
      let lead = mark ?? ""
      mark = nil
      keep(lead + words)
    }
    marks = []
    reference = nil
    raised = nil
    if form != .heading { form = lists.last.map { $0.isOrdered ? .text : .item } ?? .text }
  }

  private mutating func keep(_ words: String) {
    let line = paragraphs.count + 1
    switch aside?.kind {
    case .furniture: furniture.append(.init(line: line, text: words, reason: .pageFurniture))
    case .notes(let element): noteLines.append((element, line, words))
    case nil:
      let parts = words.split(
        separator: Character(HTMLNotes.sign), omittingEmptySubsequences: false)
      var text = ""
      for (index, part) in parts.enumerated() {
        if index > 0, !marks.isEmpty {
          references.append(
            .init(line: line, offset: text.utf8.count, mark: marks.removeFirst(), text: ""))
        }
        text += part
      }
      guard !text[...].trimmed.isEmpty else { return }
      paragraphs.append(.init(text: text, line: line, form: form))
    }
  }

  /// Notes where an element begins or ends that is read aside, and the references to
  /// notes.
  private mutating func turnAside(_ tag: HTMLTag) {
    if tag.name == "a" { return takeReference(tag) }
    if let open = aside, ["p", "li"].contains(open.name) {
      // Their end tags may be left out.
      let isEnd = tag.name == open.name || (tag.isEnd && HTMLTag.holders.contains(tag.name))
      guard isEnd else { return }
      end()
      aside = nil
      if !tag.isEnd { turnAside(tag) }
    } else if let open = aside {
      guard open.name == tag.name, !tag.isEmpty else { return }
      aside?.depth += tag.isEnd ? -1 : 1
      if aside?.depth == 0 {
        end()
        aside = nil
      }
    } else if !tag.isEnd, !tag.isEmpty, let kind = tag.aside(targets: targets) {
      end()
      aside = (kind, tag.name, 1)
    }
  }

  private mutating func takeReference(_ tag: HTMLTag) {
    if !tag.isEnd {
      reference = aside == nil ? tag.noteTarget.map { (text.utf8.count, $0) } : nil
      if aside != nil, tag.isBacklink { reference = (text.utf8.count, "") }
    } else if let open = reference {
      reference = nil
      let start = text.utf8.index(text.startIndex, offsetBy: open.start, limitedBy: text.endIndex)
      guard let start else { return }
      let mark = String(text[start...].filter { !"[]()".contains($0) }[...].trimmed)
      // A sentence may be a link to a note; it stays.
      guard mark.count <= 4, open.target.isEmpty || !mark.isEmpty else { return }
      text.removeSubrange(start...)
      guard !open.target.isEmpty else { return }
      targets.insert(open.target)
      marks.append(mark)
      text.unicodeScalars.append(HTMLNotes.sign)
    }
  }

  /// A mark above the line is that of a note, with or without a link; what else is
  /// raised and would read as part of the word before it is set apart from it.
  private mutating func takeRaised(_ tag: HTMLTag) {
    guard tag.isEnd else {
      // In a link to a note the link is read.
      raised = reference == nil ? text.utf8.count : nil
      return
    }
    guard
      let start = raised.flatMap({
        text.utf8.index(text.startIndex, offsetBy: $0, limitedBy: text.endIndex)
      })
    else { return }
    raised = nil
    let words = String(text[start...].filter { !"[]()".contains($0) }[...].trimmed)
    guard let mark = HTMLNotes.raised(words, after: text[..<start]) else { return }
    if aside != nil {
      text += " "
      isAfterBlank = true
    } else if case .note = mark {
      text.removeSubrange(start...)
      marks.append(words)
      text.unicodeScalars.append(HTMLNotes.sign)
      isAfterBlank = false
    } else if case .power(let sign) = mark {
      text.replaceSubrange(start..., with: sign)
    } else {
      text.insert(" ", at: start)
    }
  }

  /// A paragraph's text, parted where two line breaks follow each other or a
  /// speaker begins after one.
  private static func lines(of text: String) -> [String] {
    var pieces: [String] = []
    var isParted = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.trimmed
      if words.isEmpty {
        isParted = true
      } else if isParted || WrappedLines.opensTurn(String(words)) {
        pieces.append(String(words))
        isParted = false
      } else {
        pieces[pieces.count - 1] += "\n" + words
      }
    }
    return pieces
  }

  private mutating func take(_ tag: HTMLTag) {
    if !tag.isEnd, HTMLTag.unread.contains(tag.name) || tag.isHidden {
      if tag.isHidden, !HTMLTag.unread.contains(tag.name) { hidden += 1 }
      return pass(tag)
    }
    turnAside(tag)
    switch tag.name {
    case "br":
      text += "\n"
      isAfterBlank = true
    case "sup": takeRaised(tag)
    case "img": pictures += tag.isEnd ? 0 : 1
    case "pre":
      end()
      verbatim = max(0, verbatim + (tag.isEnd ? -1 : 1))
    case "ul", "ol", "menu", "dir":
      end()
      if tag.isEnd {
        _ = lists.popLast()
      } else {
        lists.append(HTMLList(tag))
      }
      form = lists.last.map { $0.isOrdered ? .text : .item } ?? .text
    case "li":
      end()
      mark = nil
      guard !tag.isEnd, let list = lists.indices.last else { break }
      mark = lists[list].next(tag)
      form = lists[list].isOrdered ? .text : .item
    case "h1", "h2", "h3", "h4", "h5", "h6":
      end()
      form = tag.isEnd ? lists.last.map { $0.isOrdered ? .text : .item } ?? .text : .heading
    case "table", "tr", "td", "th": takeCell(tag)
    case let name where HTMLTag.blocks.contains(name): end()
    default: break
    }
  }

  /// Takes a tag of a table, of which the end tags of rows and cells may be left out.
  private mutating func takeCell(_ tag: HTMLTag) {
    end()
    switch tag.name {
    case "table" where !tag.isEnd: rows.beginTable()
    case "tr", "table": rows.endRow(in: &paragraphs, notes: &references)
    default: if !tag.isEnd { rows.beginCell(at: paragraphs.count) }
    }
    if tag.name == "table", tag.isEnd { rows.endTable() }
  }

  /// Passes over an element with all that is in it.
  private mutating func pass(_ tag: HTMLTag) {
    guard !tag.isEmpty else { return }
    var depth = 1
    while depth > 0, place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), let inner = self.tag() else {
        place += 1
        continue
      }
      if inner.name == tag.name {
        // A script may hold the words of its own opening tag.
        let isNested = !HTMLTag.raw.contains(tag.name) && !inner.isEmpty
        depth += inner.isEnd ? -1 : isNested ? 1 : 0
      }
      place = HTMLTag.raw.contains(tag.name) && inner.name != tag.name ? place + 1 : inner.end
    }
  }
}

/// A list that is open, and the number of its next item.
struct HTMLList {
  let isOrdered: Bool
  private let kind: String
  private var number: Int

  init(_ tag: HTMLTag) {
    isOrdered = tag.name == "ol"
    kind = tag["type"] ?? "1"
    number = tag["start"].flatMap { Int($0) } ?? 1
  }

  /// The mark of the next item, as a browser shows it.
  mutating func next(_ tag: HTMLTag) -> String? {
    guard isOrdered else { return nil }
    let own = tag["value"].flatMap { Int($0) } ?? number
    number = own.addingReportingOverflow(1).partialValue
    let formats = [
      "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    ]
    return DocxCounters.printed(own, format: formats[kind] ?? "decimal") + ". "
  }
}
