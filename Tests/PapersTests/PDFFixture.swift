/// A PDF with a text layer, written as plainly as the format allows: Courier,
/// one show operator a line.
struct PDFFixture {
  struct Line {
    var text: String
    var left = 72.0
    var top: Double
    var size = 12.0
    /// From 0, black, to 1, white.
    var shade = 0.0
  }

  var pages: [[Line]]
  /// Bars drawn over pages, by the page from 0: from the left, from the top, wide, high.
  var bars: [Int: [(Double, Double, Double, Double)]] = [:]
  /// By how much the pages are turned, in degrees.
  var turn = 0
  /// Put into the trailer, such as an entry that says it is encrypted.
  var trailer = ""

  /// Lines one under the other from the top of the text on, 14 points apart; an
  /// empty one leaves a gap.
  static func lines(_ texts: [String], from top: Double = 120, left: Double = 72) -> [Line] {
    texts.enumerated().compactMap { index, text in
      text.isEmpty ? nil : Line(text: text, left: left, top: top + 14 * Double(index))
    }
  }

  var bytes: [UInt8] {
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    func add(_ object: String) {
      offsets.append(file.utf8.count)
      file += "\(offsets.count) 0 obj\n\(object)\nendobj\n"
    }
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    for (index, lines) in pages.enumerated() {
      add(
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate \(turn) /Contents \(5 + 2 * index) 0 R \
        /Resources << /Font << /F 3 0 R >> >> >>
        """)
      var shown = lines.map { line in
        let text = line.text.replacing("\\", with: "\\\\").replacing("(", with: "\\(")
          .replacing(")", with: "\\)")
        return
          "\(line.shade) g BT /F \(line.size) Tf \(line.left) \(842 - line.top) Td (\(text)) Tj ET"
      }.joined(separator: "\n")
      for (left, top, width, height) in bars[index] ?? [] {
        shown += "\n0 g \(left) \(842 - top - height) \(width) \(height) re f"
      }
      add("<< /Length \(shown.utf8.count) >>\nstream\n\(shown)\nendstream")
    }
    let table = file.utf8.count
    file += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file +=
      "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }
}
