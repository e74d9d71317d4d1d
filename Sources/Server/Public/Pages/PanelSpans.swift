import Inquiries
import Papers

/// Which questions each panel answered, as the turns tell it.
///
/// Panels are matched by their order, and only when as many were heard as are
/// named: where a whole panel is not named, no span is better than a wrong one.
struct PanelSpans {
  private var spans: [Int: ClosedRange<Int>] = [:]
  /// Numbers of the panels, in order; empty when they cannot be matched.
  private let numbers: [Int]

  init(_ passages: [PublishedPassage], panels: Int) {
    var found: Set<Int> = []
    // A panel answers many turns in a row, and a question has several.
    var last: (panel: Int, question: Int?)?
    for index in passages.indices {
      guard let panel = passages[index].passage.panel else { continue }
      let question = passages[index].passage.question
      guard last?.panel != panel || last?.question != question else { continue }
      last = (panel, question)
      found.insert(panel)
      guard let question, question > 0 else { continue }
      let span = spans[panel] ?? question...question
      spans[panel] = min(span.lowerBound, question)...max(span.upperBound, question)
    }
    numbers = found.count == panels ? found.sorted() : []
  }

  /// Whether panels that are named could be matched with those of the turns.
  var areMatched: Bool {
    !numbers.isEmpty
  }

  func span(ofPanel index: Int) -> ClosedRange<Int>? {
    numbers.indices.contains(index) ? spans[numbers[index]] : nil
  }

  /// The place among the panels of the one with that number.
  func index(of panel: Int) -> Int? {
    numbers.firstIndex(of: panel)
  }
}

/// The headings between the turns of one panel and the next.
struct PanelHeadings {
  private let panels: [[Witness]]
  private let spans: PanelSpans

  init(_ panels: [[Witness]], _ spans: PanelSpans) {
    self.panels = panels
    self.spans = spans
  }

  /// Whether panels are headings, so that questions stand one level deeper.
  var areShown: Bool {
    panels.count > 1 && spans.areMatched
  }

  /// Who is heard from here on.
  func write(_ panel: Int, to html: inout HTMLBytes) {
    guard let index = spans.index(of: panel) else { return }
    html.literal("<h3 class=\"panel\">Panel ")
    html.number(index + 1)
    html.literal(" <span class=\"heard\">")
    html.text(panels[index].map(\.name).joined(separator: "; "))
    html.literal("</span></h3>\n")
  }
}
