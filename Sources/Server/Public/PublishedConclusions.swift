import Conduct
import Inquiries
import Papers
import Postgres
import Records

/// The findings and recommendations of an inquiry's newest report, with the
/// words they rest on.
struct PublishedConclusions {
  /// Words under a finding or recommendation.
  struct Evidence {
    let link: PublishedReport.LinkedWords
    /// The citation in the body's form.
    let printed: String
    /// The same without a name, to stand beside one.
    let place: String
    /// What stands beneath the words.
    let footnotes: [String]
    let session: Session?
  }

  let document: ReportDocument
  private let report: PublishedReport
  private let sessions: [Session]
  private let beside: CitedBeside

  /// - Returns: `nil` while the inquiry has not reported.
  static func read(
    of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublishedConclusions? {
    guard let newest = try PublishedDocument.newest(of: inquiry, on: connection) else { return nil }
    return PublishedConclusions(
      document: newest.document, report: newest.report, sessions: newest.sessions,
      beside: try CitedBeside.published(of: inquiry.id, on: connection))
  }

  /// Those of one kind, in the order of their numbers.
  func all(_ kind: ReportBlock.Kind) -> [ReportConclusion] {
    document.conclusions.filter { $0.kind == kind }.sorted { $0.number < $1.number }
  }

  func find(_ kind: ReportBlock.Kind, _ number: Int) -> ReportConclusion? {
    document.conclusions.first { $0.kind == kind && $0.number == number }
  }

  /// The recommendations under a finding.
  func recommendations(under finding: ReportConclusion) -> [ReportConclusion] {
    all(.recommendation).filter { $0.findingNumber == finding.number }
  }

  /// The words it rests on, in the order in which they were linked.
  func evidence(of conclusion: ReportConclusion) -> [Evidence] {
    // The document prints the links that have a place to print, in this order.
    let links = report.links.filter { $0.key == conclusion.key && $0.words.passage.locator != nil }
    return zip(links, conclusion.evidence).map { link, shown in
      let session = sessions.first { $0.number == link.words.passage.sessionNumber }
      return Evidence(
        link: link, printed: shown.printed,
        place: place(of: link.words, in: session) ?? shown.printed,
        footnotes: shown.footnotes, session: session)
    }
  }

  private func place(of words: PublishedPassage, in session: Session?) -> String? {
    guard let text = words.passage.locator,
      case .success(let locator) = Locator.read(evened: text)
    else { return nil }
    return CitationForm(document.bodyKind).text(
      for: CitedItem(
        locator: locator, sourceKind: words.sourceKind, stage: words.passage.stage,
        sessionNumber: words.passage.sessionNumber, hearing: session?.hearing ?? .heardInPublic,
        heldOn: session?.heldOn, bases: beside.base(of: words.passage).map { [$0] } ?? []))
  }

  /// The words of a conclusion with its citations, safe to stand on a page.
  func words(of conclusion: ReportConclusion) -> String {
    guard document.blocks.indices.contains(conclusion.block) else { return "" }
    return SafeMarkup.text(
      ReportHTML.words(of: document.blocks[conclusion.block], in: document))
  }
}
