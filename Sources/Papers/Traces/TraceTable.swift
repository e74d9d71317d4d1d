public import Inquiries

/// A table of words as people take it away: CSV, or a page that stands alone.
public struct TraceTable: Sendable {
  public let caption: String
  public let columns: [String]
  /// The first cell of a row names it.
  public let rows: [[String]]

  public init(caption: String, columns: [String], rows: [[String]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// A matrix with every cell, those that hold nothing empty.
  public init(_ matrix: EvidenceMatrix) {
    var rows = matrix.rows.map { [$0.label] + matrix.columns.map { _ in "" } }
    for cell in matrix.cells { rows[cell.row][cell.column + 1] = cell.inWords }
    let first =
      switch matrix.kind {
      case .recommendations: "Recommendation"
      case .findings: "Finding"
      case .sources: "Source"
      }
    self.init(
      caption: "\(matrix.kind.title), in passages",
      columns: [first] + matrix.columns.map(\.label), rows: rows)
  }

  /// What rests on nothing and what nothing rests on, as three tables.
  public static func tables(_ coverage: EvidenceCoverage) -> [TraceTable] {
    [
      TraceTable(
        caption: "Findings and recommendations, and the links that they rest on",
        columns: [
          "Conclusion", "Paragraph", "Supports", "Contrasts", "Context", "Waiting", "Sources",
        ],
        rows: coverage.conclusions.map {
          [
            $0.name, $0.paragraph.map(String.init) ?? "",
            $0.supports == 0 ? "none" : "\($0.supports)",
            "\($0.contrasts)", "\($0.context)", "\($0.waiting)", "\($0.sources)",
          ]
        }),
      TraceTable(
        caption: "Sources, and how many of their passages are used",
        columns: ["Source", "Title", "Kind", "State", "Passages", "Cited", "Linked", "Used"],
        rows: coverage.sources.map {
          [
            $0.reference, $0.title, $0.kind.title, $0.state.inWords, "\($0.passageCount)",
            "\($0.citedCount)", "\($0.linkedCount)", $0.isUsed ? "yes" : "no",
          ]
        }),
      TraceTable(
        caption: "Groups of witnesses, and how many of their passages are used",
        columns: ["Group", "Published sources", "Passages used"],
        rows: coverage.groups.map { [$0.name, "\($0.sourceCount)", "\($0.usedCount)"] }),
    ]
  }

  /// Asks in evidence, a table for each group of witnesses, by name; what is nobody's
  /// of a group comes last.
  public static func tables(_ asks: [EvidenceAsk]) -> [TraceTable] {
    let groups = Dictionary(grouping: asks, by: \.group)
    let names = groups.keys.compactMap { $0 }.sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
    return (names.map(Optional.some) + [nil]).compactMap { name in
      groups[name].map { asks in
        TraceTable(
          caption: name ?? "Of no group",
          columns: [
            "Passage", "Source", "State", "Asks", "Of", "Recommendations", "Findings", "Group",
          ],
          rows: asks.flatMap { ask in
            ask.sentences.map { sentence in
              [
                ask.locator, ask.reference, ask.state.inWords, sentence.words,
                sentence.actors.joined(separator: "; "),
                ask.recommendations.isEmpty ? "none" : ask.recommendations.joined(separator: "; "),
                ask.findings.joined(separator: "; "), name ?? "",
              ]
            }
          })
      }
    }
  }

  /// Tables one below the other as CSV, a blank line between two.
  public static func csv(_ tables: [TraceTable]) -> [UInt8] {
    Array(tables.map { CommaRows.write([$0.columns] + $0.rows) }.joined(separator: [0x0A]))
  }

  /// Tables as a page that needs nothing beside it.
  public static func page(title: String, _ tables: [TraceTable]) -> [UInt8] {
    TracePage.bytes(title: title) { html in
      for table in tables { table.write(to: &html) }
    }
  }

  private func write(to html: inout HTMLBytes) {
    // Wide tables are scrolled, by keyboard too.
    html.literal("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
    html.attribute(caption)
    html.literal("\">\n<table>\n<caption>")
    html.text(caption)
    html.literal("</caption>\n<thead><tr>")
    for column in columns {
      html.literal("<th scope=\"col\">")
      html.text(column)
      html.literal("</th>")
    }
    html.literal("</tr></thead>\n<tbody>\n")
    for row in rows {
      html.literal("<tr>")
      for (place, cell) in row.enumerated() {
        html.literal(place == 0 ? "<th scope=\"row\">" : "<td>")
        html.text(cell)
        html.literal(place == 0 ? "</th>" : "</td>")
      }
      html.literal("</tr>\n")
    }
    html.literal("</tbody>\n</table>\n</div>\n")
  }
}

/// The frame of a page that staff take away.
enum TracePage {
  static func bytes(title: String, _ body: (inout HTMLBytes) -> Void) -> [UInt8] {
    var html = HTMLBytes()
    html.literal(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
    )
    html.text(title)
    html.literal(
      """
      </title>
      <style>
      body { font: 1rem/1.5 Arial, sans-serif; color: #1d1d1b; background: #fff; margin: 1.5rem; }
      .wide { overflow-x: auto; margin: 1.5rem 0; }
      .wide:focus-visible { outline: 3px solid #1d1d1b; outline-offset: 2px; }
      table { border-collapse: collapse; }
      caption { text-align: left; font-weight: bold; padding: .25rem 0; }
      th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; }
      thead th { background: #eee; }
      svg { max-width: 100%; height: auto; }
      </style>
      </head>
      <body>
      <main>
      <h1>
      """)
    html.text(title)
    html.literal("</h1>\n")
    body(&html)
    html.literal("</main>\n</body>\n</html>\n")
    return html.bytes
  }
}

extension EvidenceCoverage.Conclusion {
  /// `Finding 2 (late-help)`.
  public var name: String {
    EvidenceUse.Conclusion(
      isFinding: isFinding, key: key, number: number, paragraph: paragraph
    ).name
  }
}
