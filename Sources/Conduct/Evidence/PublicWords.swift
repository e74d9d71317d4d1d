import Inquiries
import Records

/// Words that staff write and the public reads, such as a title: they name nobody who is
/// not to be named.
struct PublicWords {
  /// As a sentence begins with it: `The title`.
  let place: String
  let text: String
  /// The field of the request that they came in, where there is one.
  let field: String?

  init(_ place: String, _ text: String, field: String? = nil) {
    self.place = place
    self.text = text
    self.field = field
  }

  /// What an inquiry says of itself.
  static func of(_ inquiry: Inquiry) -> [PublicWords] {
    [
      PublicWords("The inquiry's title", inquiry.title, field: "title"),
      PublicWords("The inquiry's summary", inquiry.summary, field: "summary"),
      PublicWords("The inquiry's banner", inquiry.banner ?? "", field: "banner"),
      PublicWords("The terms of reference", inquiry.termsOfReference, field: "text"),
    ]
  }

  /// What a report says by itself: its title, headings, and what it finds and asks.
  static func of(_ report: ReportDocument) -> [PublicWords] {
    let kinds: Set<ReportBlock.Kind> = [.heading, .finding, .conclusion, .recommendation]
    let blocks = report.blocks.filter { kinds.contains($0.kind) }.map { block in
      let place = block.paragraphNumber.map { "Paragraph \($0)" } ?? "A heading"
      return PublicWords("\(place) of the report", block.markdown)
    }
    return [PublicWords("The report's title", report.title)] + blocks
  }

  /// Refuses the first of them that names somebody who is not to be named, or prints a name
  /// that is left out of evidence for the public.
  ///
  /// - Parameter sources: What becomes public now.
  static func check(
    _ all: [PublicWords], beside sources: [Identifier<Source>] = [], from viewpoint: Viewpoint,
    at desk: Desk
  ) throws {
    let naming = try AnonymousWall.naming(
      all.map(\.text), as: viewpoint, on: desk.connection)
    if let first = naming.first.map({ all[$0] }) {
      throw Refusal(
        .conflict, "anonymous_named",
        "\(first.place) would name somebody who is not to be named; say it without the name first. "
          + "Nothing was done.", field: first.field)
    }
    let evidence = try QuotableWords.withOmissions(
      and: sources, as: viewpoint, on: desk.connection)
    for words in evidence {
      for name in words.omitted where QuotationGate.isName(name) {
        guard let first = all.first(where: { QuotationGate.holds($0.text, name) }) else { continue }
        throw Refusal(
          .conflict, "omitted_words_printed",
          "\(first.place) would print a name that is left out of \(words.locator) for the public; "
            + "say it without the name first. Nothing was done.", field: first.field)
      }
    }
  }
}
