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

  private static let width = 600
  private static let step = 44

  /// The chart, UTF-8; the same bars make the same bytes.
  public var svg: [UInt8] {
    let height = bars.count * Self.step + 4
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 \(Self.width) \(height)\" width=\"\(Self.width)\" height=\"\(height)\" fill=\"currentColor\" font-size=\"15\">"
    text += "<title>\(Self.escaped(title))</title>"
    for (place, bar) in bars.enumerated() {
      let top = place * Self.step
      text +=
        "<text x=\"0\" y=\"\(top + 16)\">\(Self.escaped(Self.shortened(bar.label))): \(Self.escaped(bar.figure))</text>"
      text +=
        "<rect x=\"0\" y=\"\(top + 22)\" width=\"\(Self.width)\" height=\"14\" fill-opacity=\"0.12\"/>"
      if let share = bar.share, share.part > 0 {
        let drawn = max(1, share.thousandths * Self.width / 1000)
        text += "<rect x=\"0\" y=\"\(top + 22)\" width=\"\(drawn)\" height=\"14\"/>"
      }
    }
    return Array((text + "</svg>").utf8)
  }

  /// What fits the width; the table beside the chart has the whole.
  private static func shortened(_ label: String) -> String {
    label.count > 56 ? label.prefix(55) + "…" : label
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
