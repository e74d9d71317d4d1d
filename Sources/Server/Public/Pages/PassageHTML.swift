import Foundation
import Inquiries
import Papers

/// Writes the words of a record: turns of speech, lines of narrative, points.
///
/// Bytes and not a template: a session has hundreds of passages, and Mustache
/// takes sixty times as long for them (performance.md 4).
struct PassageHTML {
  /// How passages stand on the page.
  struct Manner {
    /// Level of the heading that a numbered question is; `nil` for none.
    var questionLevel: Int?
    /// Whether each passage says what cites it.
    var tellsCiting = true
    /// The stage of the record; a passage of another says so itself.
    var stage: Stage
    /// What else is told of a speaker, by name.
    var capacities: [String: String] = [:]
  }

  private let slug: String
  /// What the addresses of questions begin with.
  private let questions: String
  private let manner: Manner
  private var html: HTMLBytes

  private init(_ slug: String, _ manner: Manner, _ html: HTMLBytes) {
    self.slug = slug
    questions = String(Address.question(slug, 0).dropLast())
    self.manner = manner
    self.html = html
  }

  /// The passages, one under the other.
  static func text(
    of passages: [PublishedPassage], in slug: String, _ manner: Manner,
    before: (_ index: Int, inout HTMLBytes) -> Void = { _, _ in }
  ) -> DrawnBytes {
    var html = HTMLBytes(capacity: size(of: passages[...]))
    write(passages[...], in: slug, manner, to: &html, before: before)
    return DrawnBytes(html.bytes)
  }

  /// Writes passages, one under the other.
  ///
  /// - Parameter before: Writes what stands above the passage at that index.
  static func write(
    _ passages: ArraySlice<PublishedPassage>, in slug: String, _ manner: Manner,
    to html: inout HTMLBytes,
    before: (_ index: Int, inout HTMLBytes) -> Void = { _, _ in }
  ) {
    var writer = PassageHTML(slug, manner, html)
    html = HTMLBytes(capacity: 0)
    // By their indexes: a loop over passages themselves copies each.
    for index in passages.indices {
      before(index, &writer.html)
      writer.write(passages[index])
    }
    html = writer.html
  }

  /// About how many bytes passages take.
  static func size(of passages: ArraySlice<PublishedPassage>) -> Int {
    passages.indices.reduce(0) { $0 + passages[$1].passage.text.utf8.count + 400 }
  }

  private mutating func write(_ published: PublishedPassage) {
    let passage = published.passage
    switch passage.kind {
    case .stage, .logged:
      open("<div class=\"narrative\" id=\"", passage)
      PassageHTML.paragraphs(passage.text, to: &html)
    case .heading:
      open("<div class=\"heading\" id=\"", passage)
      html.literal("<h2>")
      html.text(passage.text)
      html.literal("</h2>\n")
    case .point: numbered(passage, "Point ")
    case .paragraph: numbered(passage, "Paragraph ")
    case .answer:
      open("<div class=\"answer\" id=\"", passage)
      PassageHTML.paragraphs(passage.text, to: &html)
    case .turn:
      let isNumbered = passage.offset == 0
      open(
        isNumbered ? "<div class=\"turn numbered\" id=\"" : "<div class=\"turn\" id=\"", passage)
      speaker(passage)
      PassageHTML.paragraphs(passage.text, to: &html)
      html.literal("</div>\n")
    }
    if !published.corrections.isEmpty {
      PassageHTML.corrections(of: published, to: &html, in: slug)
    }
    if manner.tellsCiting { citing(published) }
    html.literal("</div>\n")
  }

  private mutating func numbered(_ passage: Passage, _ word: StaticString) {
    open("<div class=\"point\" id=\"", passage)
    if passage.point != nil || passage.outline != nil {
      html.literal("<p class=\"who\"><a class=\"number\" href=\"#")
      html.attribute(passage.anchor)
      html.literal("\"><span class=\"hidden\">")
      html.literal(word)
      html.literal("</span>")
      if let number = passage.point { html.number(number) }
      if let number = passage.outline { html.text(number.description) }
      html.literal("</a>")
      mark(passage)
      html.literal("</p>\n")
    }
    html.literal("<div class=\"said\">\n")
    PassageHTML.paragraphs(passage.text, to: &html)
    html.literal("</div>\n")
  }

  private mutating func open(_ element: StaticString, _ passage: Passage) {
    html.literal(element)
    anchor(passage)
    html.literal("\">\n")
  }

  /// As ``Passage/anchor`` has it; turns, which are nearly all, without a string of
  /// their own.
  private mutating func anchor(_ passage: Passage) {
    guard passage.kind == .turn, let question = passage.question, let offset = passage.offset
    else { return html.attribute(passage.anchor) }
    html.literal("q")
    html.number(question)
    guard offset != 0 else { return }
    html.literal("-")
    html.number(offset)
  }

  /// As ``Address/passage(_:_:)`` has it.
  private mutating func address(_ passage: Passage) {
    guard passage.kind == .turn, passage.sessionNumber != nil, let question = passage.question,
      question > 0, let offset = passage.offset
    else { return html.attribute(Address.passage(slug, passage)) }
    html.attribute(questions)
    html.number(question)
    guard offset != 0 else { return }
    html.literal("#")
    anchor(passage)
  }

  private mutating func speaker(_ passage: Passage) {
    let level = passage.offset == 0 ? manner.questionLevel : nil
    if let level {
      html.literal("<h")
      html.number(level)
      html.literal(" class=\"who\"><a class=\"number\" href=\"")
    } else {
      html.literal("<p class=\"who\"><a class=\"number\" href=\"")
    }
    address(passage)
    html.literal("\">")
    shortLocator(passage)
    if let name = passage.speaker {
      html.literal("</a> <span class=\"speaker\">")
      html.text(name)
      html.literal("</span>")
      if let capacity = manner.capacities[name], !capacity.isEmpty {
        html.literal(" <span class=\"capacity\">")
        html.text(capacity)
        html.literal("</span>")
      }
    } else {
      html.literal("</a> ")
    }
    mark(passage)
    if let level {
      html.literal("</h")
      html.number(level)
      html.literal(">\n<div class=\"said\">\n")
    } else {
      html.literal("</p>\n<div class=\"said\">\n")
    }
  }

  /// `Q45`, `Q45+2`; before the first question of a session `Opening+1`.
  private mutating func shortLocator(_ passage: Passage) {
    guard let question = passage.question, let offset = passage.offset else { return }
    if question == 0 {
      html.literal("Opening")
    } else {
      html.literal("Q")
      html.number(question)
    }
    guard offset != 0 || question == 0 else { return }
    html.literal("+")
    html.number(offset)
  }

  private mutating func mark(_ passage: Passage) {
    guard passage.stage != manner.stage, passage.stage != .corrected else { return }
    html.literal(" <span class=\"mark\">Uncorrected</span>")
  }

  private mutating func citing(_ published: PublishedPassage) {
    guard !published.citedBy.isEmpty else { return }
    html.literal("<p class=\"cited\">Cited in: ")
    for (index, place) in published.citedBy.enumerated() {
      if index > 0 { html.literal(", ") }
      link(place.inWords, to: place.address(in: slug))
      guard let earlier = published.earlierWords(for: place, in: slug) else { continue }
      html.literal(" (")
      link(earlier.inWords, to: earlier.address)
      html.literal(", from before it was corrected)")
    }
    html.literal("</p>\n")
  }

  private mutating func link(_ text: String, to address: String) {
    html.literal("<a href=\"")
    html.attribute(address)
    html.literal("\">")
    html.text(text)
    html.literal("</a>")
  }

  /// Words as paragraphs, one for each line that is not blank.
  ///
  /// Cut at bytes: taking a long text apart character by character cost more
  /// than everything else on a page of a session.
  static func paragraphs(_ text: String, to html: inout HTMLBytes) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = lineEnd(bytes, from: start)
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        guard !isBlank(line) else { continue }
        html.literal("<p>")
        html.text(utf8: line)
        html.literal("</p>\n")
      }
    }
  }

  /// The next line feed. After a carriage return it is one character with it,
  /// and no cut.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while let base = bytes.baseAddress, let found = memchr(base + place, 0x0A, bytes.count - place)
    {
      let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if end == start || bytes[end - 1] != 0x0D { return end }
      place = end + 1
    }
    return bytes.count
  }

  private static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in line where byte != 0x20 && byte != 0x09 {
      // A visible letter of ASCII ends the search, nearly always at the first byte.
      if (0x21..<0x7F).contains(byte) { return false }
      return String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
    }
    return true
  }
}
