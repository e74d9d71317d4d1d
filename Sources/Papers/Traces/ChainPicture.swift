public import Inquiries

/// The chain as a picture, SVG: recommendations to the left, findings in the
/// middle, passages to the right, lines coloured, drawn and labelled by stance.
///
/// No font is measured: words are broken at so many characters. The whole is
/// one picture with a name, and its words are within it as a description.
public struct ChainPicture: Sendable {
  static let title = "From recommendations to evidence"
  /// Links in one picture; beyond that nobody can follow a line.
  public static let mostLinks = 300

  private let chain: EvidenceChain

  public init(_ chain: EvidenceChain) {
    self.chain = chain
  }

  /// Where the columns stand and how wide they are.
  private enum Column {
    static let recommendation = (x: 10, width: 310)
    static let finding = (x: 410, width: 290)
    static let passage = (x: 790, width: 320)
  }

  private static let width = 1_120
  /// Pixels that a character takes at most on average, of the wide sans serifs
  /// that stand in where there is no Arial (DejaVu Sans 13, measured), and bold.
  private static let character = (plain: 8, bold: 9)
  private static let gap = 10

  /// The picture, UTF-8; the same chain makes the same bytes.
  public var svg: [UInt8] {
    var lines = HTMLBytes()
    var boxes = HTMLBytes()
    var top = 70
    for part in chain.parts {
      top = draw(part, from: top, lines: &lines, boxes: &boxes) + 3 * ChainPicture.gap
    }
    var svg = HTMLBytes()
    svg.literal(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"chain-title\" aria-describedby=\"chain-words\" viewBox=\"0 0 "
    )
    svg.number(ChainPicture.width)
    svg.literal(" ")
    svg.number(top)
    svg.literal("\" width=\"")
    svg.number(ChainPicture.width)
    svg.literal("\" height=\"")
    svg.number(top)
    svg.literal("\" font-family=\"Arial, sans-serif\" font-size=\"13\"><title id=\"chain-title\">")
    svg.text(ChainPicture.title)
    svg.literal("</title><desc id=\"chain-words\">")
    svg.text(ChainText(chain).plain)
    svg.literal("</desc><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>")
    legend(to: &svg)
    svg.sanitised(lines.bytes)
    svg.sanitised(boxes.bytes)
    svg.literal("</svg>")
    return svg.bytes
  }

  /// A finding beside its passages; below them, beside theirs, those
  /// recommendations that have passages of their own, so that no line crosses a
  /// box.
  ///
  /// - Returns: Where it ends.
  private func draw(
    _ part: EvidenceChain.Part, from top: Int, lines: inout HTMLBytes, boxes: inout HTMLBytes
  ) -> Int {
    let bare = part.recommendations.filter { $0.standingLinks.isEmpty }
    let own = part.recommendations.filter { !$0.standingLinks.isEmpty }
    var left = top
    var middle = top
    var starts: [Int] = []
    for recommendation in bare {
      starts.append(left + 20)
      left =
        box(
          recommendation.name, recommendation.text, Column.recommendation, from: left, to: &boxes)
        + ChainPicture.gap
    }
    var right = top
    if let finding = part.finding {
      middle = box(finding.name, finding.text, Column.finding, from: top, to: &boxes)
      right = passages(
        finding.standingLinks, from: top, end: Column.finding.x + Column.finding.width,
        at: top + 20, lines: &lines, boxes: &boxes)
    }
    var next = max(left, middle, right) + ChainPicture.gap
    for recommendation in own {
      starts.append(next + 20)
      let below = box(
        recommendation.name, recommendation.text, Column.recommendation, from: next, to: &boxes)
      let last = passages(
        recommendation.standingLinks, from: next,
        end: Column.recommendation.x + Column.recommendation.width, at: next + 20, lines: &lines,
        boxes: &boxes)
      next = max(below, last) + ChainPicture.gap
    }
    if part.finding != nil {
      for start in starts {
        line(
          from: (Column.finding.x, top + 20),
          to: (Column.recommendation.x + Column.recommendation.width, start), .chain, to: &lines)
      }
    }
    return next
  }

  /// Passages one below the other, each with its line to what rests on it.
  private func passages(
    _ links: [Link], from top: Int, end: Int, at height: Int, lines: inout HTMLBytes,
    boxes: inout HTMLBytes
  ) -> Int {
    var top = top
    for link in links {
      let look = Look(link)
      line(from: (Column.passage.x, top + 20), to: (end, height), look, to: &lines)
      boxes.literal("<rect x=\"")
      boxes.number(Column.passage.x)
      boxes.literal("\" y=\"")
      boxes.number(top)
      boxes.literal("\" width=\"")
      boxes.number(Column.passage.width)
      boxes.literal("\" height=\"40\" fill=\"#fff\" stroke=\"")
      boxes.literal(look.colour)
      boxes.literal("\" stroke-width=\"2\"/>")
      text(
        ChainPicture.cut(link.placeInWords, to: ChainPicture.room(in: Column.passage.width)),
        (Column.passage.x + 10, top + 17), "#1d1d1b",
        to: &boxes)
      text(
        "\(look.sign) \(link.stanceInWords)", (Column.passage.x + 10, top + 33), look.colour,
        to: &boxes)
      top += 40 + ChainPicture.gap
    }
    return top
  }

  /// A box with a name and at most three lines of words.
  ///
  /// - Returns: Where it ends.
  private func box(
    _ name: String, _ words: String?, _ column: (x: Int, width: Int), from top: Int,
    to html: inout HTMLBytes
  ) -> Int {
    let lines = ChainPicture.broken(
      ChainText.words(words), at: ChainPicture.room(in: column.width))
    let height = 32 + 17 * lines.count
    html.literal("<rect x=\"")
    html.number(column.x)
    html.literal("\" y=\"")
    html.number(top)
    html.literal("\" width=\"")
    html.number(column.width)
    html.literal("\" height=\"")
    html.number(height)
    html.literal(
      "\" fill=\"#f4f4f2\" stroke=\"#1d1d1b\" stroke-width=\"1.5\"/><g font-weight=\"bold\">")
    text(
      ChainPicture.cut(name, to: (column.width - 20) / ChainPicture.character.bold),
      (column.x + 10, top + 20), "#1d1d1b", to: &html)
    html.literal("</g>")
    for (place, line) in lines.enumerated() {
      text(line, (column.x + 10, top + 38 + 17 * place), "#1d1d1b", to: &html)
    }
    return top + height
  }

  private func text(
    _ words: String, _ place: (x: Int, y: Int), _ colour: StaticString, to html: inout HTMLBytes
  ) {
    html.literal("<text x=\"")
    html.number(place.x)
    html.literal("\" y=\"")
    html.number(place.y)
    html.literal("\" fill=\"")
    html.literal(colour)
    html.literal("\">")
    html.text(ChainPicture.clean(words))
    html.literal("</text>")
  }

  private func line(
    from: (x: Int, y: Int), to end: (x: Int, y: Int), _ look: Look, to html: inout HTMLBytes
  ) {
    let half = (from.x - end.x) / 2
    html.literal("<path fill=\"none\" stroke=\"")
    html.literal(look.colour)
    html.literal("\" stroke-width=\"2\"")
    html.literal(look.dashes)
    html.literal(" d=\"M")
    let points: [(x: Int, y: Int)] = [
      from, (from.x - half, from.y), (end.x + half, end.y), end,
    ]
    for (place, point) in points.enumerated() {
      if place == 1 { html.literal(" C") } else if place > 1 { html.literal(" ") }
      html.number(point.x)
      html.literal(",")
      html.number(point.y)
    }
    html.literal("\"/>")
  }

  private func legend(to html: inout HTMLBytes) {
    html.literal("<g font-weight=\"bold\">")
    text("Recommendations", (Column.recommendation.x, 20), "#1d1d1b", to: &html)
    text("Findings", (Column.finding.x, 20), "#1d1d1b", to: &html)
    text("Passages", (Column.passage.x, 20), "#1d1d1b", to: &html)
    html.literal("</g>")
    var x = Column.recommendation.x
    for (look, words) in [
      (Look.supports, "supports"), (.contrasts, "contrasts"), (.context, "gives context"),
      (.chain, "leads to"),
    ] {
      line(from: (x + 50, 46), to: (x, 46), look, to: &html)
      text("\(look.sign) \(words)", (x + 58, 50), look.colour, to: &html)
      x += 190
    }
  }

  /// How a line and what is written at it look.
  private struct Look {
    /// On white at least 5 to 1, and told apart without red and green.
    let colour: StaticString
    let dashes: StaticString
    let sign: String

    static let supports = Look(colour: "#0b5394", dashes: "", sign: "+")
    static let contrasts = Look(
      colour: "#a33b00", dashes: " stroke-dasharray=\"9 5\"", sign: "−")
    static let context = Look(
      colour: "#5a5a5a", dashes: " stroke-dasharray=\"2 4\"", sign: "○")
    static let chain = Look(colour: "#1d1d1b", dashes: "", sign: "←")

    init(colour: StaticString, dashes: StaticString, sign: String) {
      self.colour = colour
      self.dashes = dashes
      self.sign = sign
    }

    init(_ link: Link) {
      switch link.stance {
      case .supports: self = .supports
      case .contrasts: self = .contrasts
      case .context: self = .context
      }
    }
  }

  /// At most three lines, the last with an ellipsis where more follows.
  private static func broken(_ words: String, at lineLength: Int) -> [String] {
    var lines: [String] = []
    var open = ""
    for word in words.split(separator: " ") {
      if !open.isEmpty, open.count + 1 + word.count > lineLength {
        lines.append(open)
        open = ""
        if lines.count == 3 {
          lines[2] = cut(lines[2] + " …", to: lineLength)
          return lines
        }
      }
      open += open.isEmpty ? cut(String(word), to: lineLength) : " \(word)"
    }
    return open.isEmpty ? lines : lines + [open]
  }

  private static func room(in width: Int) -> Int { (width - 20) / character.plain }

  private static func cut(_ words: String, to length: Int) -> String {
    words.count > length ? words.prefix(length - 1) + "…" : words
  }

  /// XML has no way to write most control characters.
  static func clean(_ words: String) -> String {
    String(String.UnicodeScalarView(words.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
