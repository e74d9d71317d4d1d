public import Inquiries

/// Writes what went as `del` and what came as `ins`.
public enum DifferenceHTML {
  /// The difference of two texts, as one paragraph for each of their lines.
  public static func write(from old: String, to new: String, to html: inout HTMLBytes) {
    html.literal("<p class=\"difference\">")
    for piece in WordDifference.pieces(from: old, to: new) {
      switch piece.kind {
      case .same: lines(piece.text, to: &html)
      case .gone:
        html.literal("<del>")
        lines(piece.text, to: &html)
        html.literal("</del>")
      case .come:
        html.literal("<ins>")
        lines(piece.text, to: &html)
        html.literal("</ins>")
      }
    }
    html.literal("</p>\n")
  }

  /// A page by itself: everything that a corrected file changes.
  public static func page(_ difference: RecordDifference) -> [UInt8] {
    var html = HTMLBytes(
      capacity: difference.changed.reduce(2_000) { $0 + 4 * $1.before.utf8.count })
    html.literal(
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <style>body{font:1rem/1.5 serif;max-width:45rem;margin:2rem auto;padding:0 1rem}
      ins{background:#d9f2d9}del{background:#f8d7da}</style>
      <title>
      """)
    html.text("\(difference.reference) and \(difference.fileName)")
    html.literal("</title></head><body>\n<h1>")
    html.text("What \(difference.fileName) changes in \(difference.reference)")
    html.literal("</h1>\n")
    if !difference.misfits.isEmpty {
      html.literal("<h2>Could not be placed</h2>\n<ul>\n")
      for misfit in difference.misfits {
        html.literal("<li>")
        html.text(misfit.sentence)
        html.literal("</li>\n")
      }
      html.literal("</ul>\n")
    }
    if !difference.differing.isEmpty {
      html.literal("<h2>Left with them, and otherwise in the file</h2>\n")
      for passage in difference.differing {
        html.literal("<h3>")
        html.text([passage.locator, passage.speaker].compactMap { $0 }.joined(separator: ", "))
        html.literal("</h3>\n")
        write(from: passage.inRecord, to: passage.inFile, to: &html)
      }
    }
    if !difference.remarks.isEmpty {
      html.literal("<h2>Remarks</h2>\n<ul>\n")
      for remark in difference.remarks {
        html.literal("<li>")
        html.text(remark)
        html.literal("</li>\n")
      }
      html.literal("</ul>\n")
    }
    if difference.changed.isEmpty { html.literal("<p>No passage reads otherwise.</p>\n") }
    for changed in difference.changed {
      html.literal("<h2>")
      html.text([changed.locator, changed.speaker].compactMap { $0 }.joined(separator: ", "))
      html.literal("</h2>\n")
      write(from: changed.before, to: changed.after, to: &html)
    }
    html.literal("</body></html>\n")
    return html.bytes
  }

  private static func lines(_ text: String, to html: inout HTMLBytes) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { html.literal("<br>") }
      html.text(line)
    }
  }
}
