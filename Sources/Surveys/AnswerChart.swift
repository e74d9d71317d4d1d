/// The answers to one question as a bar chart, SVG to stand within a page.
///
/// It shows nothing that its table does not say, takes its colour from the
/// page, and is one picture with a name to those who listen. No font is
/// measured: labels stand on a line of their own above their bars.
public struct AnswerChart: Sendable {
  /// One bar and the words beside it.
  public struct Bar: Hashable, Sendable {
    public let label: String
    /// As the table prints it, `84 per cent` or `[c]`.
    public let figure: String
    /// What is drawn; `nil` draws nothing.
    public let share: Share?

    public init(label: String, figure: String, share: Share?) {
      self.label = label
      self.figure = figure
      self.share = share
    }
  }

  let title: String
  let bars: [Bar]

  public init(title: String, bars: [Bar]) {
    self.title = title
    self.bars = bars
  }

  /// Characters of a line: what 280 points hold at the size of the words, which is
  /// what a narrow screen leaves.
  private static let lineLength = 38
  private static let lineHeight = 19
  private static let barHeight = 14

  /// The chart, UTF-8; the same bars make the same bytes.
  ///
  /// It is as wide as the page has room, and only the bars are drawn to that width: a
  /// picture that is scaled as a whole has words that nobody can read on a telephone.
  public var svg: [UInt8] {
    var drawn = ""
    var top = 0
    for bar in bars {
      for line in Self.lines(of: "\(Self.shortened(bar.label)): \(bar.figure)") {
        drawn += "<text x=\"0\" y=\"\(top + 15)\">\(Self.escaped(line))</text>"
        top += Self.lineHeight
      }
      let place = "<rect x=\"0\" y=\"\(top + 1)\" height=\"\(Self.barHeight)\" width="
      drawn += "\(place)\"100%\" fill-opacity=\"0.12\"/>"
      if let share = bar.share, share.part > 0 {
        // What is there is seen, be it ever so little.
        let thousandths = max(2, share.thousandths)
        drawn += "\(place)\"\(thousandths / 10).\(thousandths % 10)%\"/>"
      }
      top += Self.barHeight + 12
    }
    let text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" width=\"100%\" height=\"\(top)\" fill=\"currentColor\" font-size=\"14\">"
      + "<title>\(Self.escaped(title))</title>\(drawn)</svg>"
    return Array(text.utf8)
  }

  /// The words in lines that fit; one longer than a line is cut where the line ends.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < lineLength {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word.prefix(lineLength)))
      }
    }
    return lines
  }

  /// So that a bar stays near its words; the table beside the chart has the whole.
  private static func shortened(_ label: String) -> String {
    label.count > 76 ? label.prefix(75) + "…" : label
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // XML has no way to write these.
      case _ where scalar.value < 0x20: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
