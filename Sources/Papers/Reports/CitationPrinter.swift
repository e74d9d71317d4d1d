import Inquiries

/// Puts the citations of a draft into the form of its body.
struct CitationPrinter {
  private let form: CitationForm
  private let references: [Locator: ReportReference]

  init(kind: BodyKind, references: [Locator: ReportReference]) {
    form = CitationForm(kind)
    self.references = references
  }

  private struct Cited {
    let prefix: String
    let locator: Locator
    let item: CitedItem
    let href: String?
    let passages: [PinnedPassage]
  }

  /// The items of one citation, neighbours without words between them joined.
  func items(of citation: DraftCitation) -> [ReportCitation.Item] {
    var items: [ReportCitation.Item] = []
    var run: [Cited] = []
    func flush() {
      for (piece, cited) in zip(form.pieces(for: run.map(\.item)), run) {
        let isFirst = piece.separator.isEmpty
        items.append(
          ReportCitation.Item(
            separator: isFirst && !items.isEmpty ? "; " : piece.separator, prefix: cited.prefix,
            locator: cited.locator.description, printed: piece.text, href: cited.href,
            passages: cited.passages, problem: nil))
      }
      run = []
    }
    for item in citation.items {
      switch outcome(item) {
      case .success(let cited):
        if !cited.prefix.isEmpty { flush() }
        run.append(cited)
      case .failure(let problem):
        flush()
        items.append(
          ReportCitation.Item(
            separator: items.isEmpty ? "" : "; ", prefix: "",
            locator: (try? item.reading.get())?.description, printed: problem.printed, href: nil,
            passages: [], problem: problem.sentence))
      }
    }
    flush()
    return items
  }

  private struct Problem: Error {
    let printed: String
    let sentence: String
  }

  private func outcome(_ item: DraftCitation.Item) -> Result<Cited, Problem> {
    switch item.reading {
    case .failure(let failure):
      return .failure(Problem(printed: item.text, sentence: failure.description))
    case .success(let locator):
      switch references[locator] {
      case .cited(let cited, let href, let passages):
        return .success(
          Cited(
            prefix: item.prefix, locator: locator, item: cited, href: href, passages: passages))
      case .unresolved(let sentence):
        return .failure(Problem(printed: item.text, sentence: sentence))
      case nil:
        return .failure(
          Problem(printed: item.text, sentence: "\(locator) was not looked up in the record."))
      }
    }
  }
}
