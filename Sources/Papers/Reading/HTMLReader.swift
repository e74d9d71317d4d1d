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
  private var targets: Set<String> = []

  private let bytes: [UInt8]
  private var place = 0
  private var words = HTMLWords()
  private var form = PaperText.Paragraph.Form.text
  /// The mark of a list's item that has met no words yet.
  private var mark: String?
  private var lists: [HTMLList] = []
  private var rows = TableRows()
  private var verbatim = 0
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
        words.put(
          HTMLEntities.decoded(String(decoding: bytes[start..<place], as: UTF8.self)),
          isVerbatim: verbatim > 0)
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

  private mutating func end() {
    for piece in words.end() {
      let lead = mark ?? ""
      mark = nil
      keep(piece, lead: lead)
    }
    if form != .heading { form = lists.last.map { $0.isOrdered ? .text : .item } ?? .text }
  }

  private mutating func keep(_ piece: HTMLWords.Piece, lead: String) {
    let line = paragraphs.count + 1
    let text = lead + piece.text
    switch aside?.kind {
    case .furniture: furniture.append(.init(line: line, text: text, reason: .pageFurniture))
    case .notes(let element): noteLines.append((element, line, text))
    case nil:
      references += piece.references.map {
        PaperText.Note(
          line: line, offset: lead.utf8.count + $0.offset, mark: $0.mark.text, text: "",
          isLinked: $0.mark.isLink)
      }
      guard !text[...].trimmed.isEmpty else { return }
      paragraphs.append(.init(text: text, line: line, form: form))
    }
  }

  /// Notes where an element begins or ends that is read aside, and the references to
  /// notes.
  private mutating func turnAside(_ tag: HTMLTag) {
    if tag.name == "a" { return takeLink(tag) }
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

  private mutating func takeLink(_ tag: HTMLTag) {
    if tag.isEnd {
      if let target = words.endLink() { targets.insert(target) }
    } else {
      words.beginLink(to: aside == nil ? tag.noteTarget : tag.isBacklink ? "" : nil)
    }
  }

  private mutating func take(_ tag: HTMLTag) {
    if !tag.isEnd, HTMLTag.unread.contains(tag.name) || tag.isHidden {
      if tag.isHidden, !HTMLTag.unread.contains(tag.name) { hidden += 1 }
      return pass(tag)
    }
    turnAside(tag)
    switch tag.name {
    case "br": words.breakLine()
    case "sup" where tag.isEnd: words.endRaised(isAside: aside != nil)
    case "sup": words.beginRaised()
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
