import Inquiries
import Papers

/// The whole report. Its own words carry title and rubric; the banner stands
/// where it stands on every page.
struct ReportPage: TemplatePage {
  static let template = "report"

  let frame: Frame
  let html: String

  init(_ document: ReportDocument, of inquiry: PublishedInquiry, _ drawing: PublicDrawing) {
    frame = drawing.frame(
      "Report", .report(inquiry.slug), of: inquiry, part: .report, saysRubric: true)
    html = SafeMarkup.text(ReportHTML.fragment(document.withoutBanner))
  }
}

extension ReportDocument {
  fileprivate var withoutBanner: ReportDocument {
    ReportDocument(
      frame: ReportFrame(
        bodyName: bodyName, bodyKind: bodyKind, inquiryTitle: inquiryTitle,
        inquirySlug: inquirySlug, draftVersion: draftVersion, publishedOn: publishedOn,
        witnesses: witnesses, sources: sources),
      title: title, blocks: blocks, notesHTML: notesHTML, conclusions: conclusions)
  }
}
