import Hummingbird
import Inquiries
import Mustache

/// A page: what it shows, and the template that draws it.
protocol DrawnPage: SendableMetatype {
  static var template: String { get }
  var frame: Frame { get }
}

/// Part of a page that was drawn before the page: too long to be taken through
/// the templates.
final class DrawnBytes: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// Draws pages inside the site's frame.
struct PublicDrawing: Sendable {
  let files: SiteFiles
  /// Without a slash at its end.
  let publicURL: String
  let siteName: String

  /// Every kind of page.
  static let pages: [any DrawnPage.Type] = [
    AccessibilityPage.self, CallPage.self, CallsPage.self, DocumentPage.self, DocumentsPage.self,
    EvidencePage.self, FindingPage.self,
    FindingsPage.self, GonePage.self,
    InquiriesPage.self, InquiryPage.self, NoticePage.self, QuestionPage.self,
    RecommendationPage.self, RecommendationsPage.self, ReportPage.self, SessionPage.self,
    SessionsPage.self, SubmissionPage.self, SubmissionsPage.self, SurveyPage.self,
    SurveysPage.self, VersionPage.self, WitnessesPage.self,
  ]

  /// - Throws: When a page has no template; an empty page would be found later.
  init(files: SiteFiles, publicURL: String, siteName: String) throws {
    self.files = files
    self.publicURL = publicURL
    self.siteName = siteName
    for name in PublicDrawing.pages.map({ $0.template }) + ["frame", "evidence", "omissions"]
    where files.templates.getTemplate(named: name) == nil {
      throw SiteFiles.Fault(description: "the template \(name) is missing")
    }
    for name in ["site.css", "mark.svg"] where files.assets[name] == nil {
      throw SiteFiles.Fault(description: "the asset \(name) is missing")
    }
  }

  /// The page as bytes.
  func draw<Page: DrawnPage>(_ page: Page) -> ByteBuffer {
    var drawn: [DrawnBytes] = []
    let shown = PublicDrawing.shown(page, &drawn)
    let text = files.templates.render(shown, withTemplate: Page.template) ?? ""
    var body = ByteBuffer()
    body.reserveCapacity(drawn.reduce(text.utf8.count) { $0 + $1.bytes.count })
    // Every other part is the number of what was drawn, between two marks.
    let parts = text.utf8.split(separator: 0, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index % 2 == 0 {
        body.writeBytes(part)
      } else if let number = Int(Substring(part)), drawn.indices.contains(number) {
        body.writeBytes(drawn[number].bytes)
      }
    }
    return body
  }

  /// What a page shows, as values that Mustache finds its way in at once.
  ///
  /// Mustache reflects on a struct for every key it looks for, and on all that
  /// stand around it; reflected on once, a page takes a tenth of the time.
  ///
  /// - Parameter drawn: Where what is drawn already is put; its number keeps its
  ///   place, between two U+0000, which no text of ours can hold.
  private static func shown(_ value: Any, _ drawn: inout [DrawnBytes]) -> Any {
    if let text = value as? String { return ShownText(renderText: text) }
    if value is Bool || value is Int { return value }
    if let bytes = value as? DrawnBytes {
      drawn.append(bytes)
      return ShownText(renderText: "\0\(drawn.count - 1)\0")
    }
    if let list = value as? [Any] { return ShownList(items: list.map { shown($0, &drawn) }) }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .struct else { return value }
    var fields: [String: Any] = [:]
    for (label, field) in mirror.children {
      guard let label, let field = present(field) else { continue }
      fields[label] = shown(field, &drawn)
    }
    return ShownFields(fields: fields)
  }

  /// What an optional holds, or the value itself.
  private static func present(_ value: Any) -> Any? {
    if value is String || value is Bool { return value }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
  }

  /// The frame of a page that belongs to no inquiry.
  func frame(_ title: String, at address: String? = nil, data: String? = nil) -> Frame {
    Frame(
      siteName: siteName, title: address == "/" ? siteName : "\(title) – \(siteName)",
      stylesheet: files.address(of: "site.css"), mark: files.address(of: "mark.svg"),
      canonical: address.map { publicURL + $0 }, data: data, hasCrumbs: address != "/",
      crumbs: [Frame.Crumb(step: "Inquiries", stepAddress: "/")], here: title, inquiry: nil)
  }

  /// The frame of a page of an inquiry.
  ///
  /// - Parameters:
  ///   - title: The page's own title.
  ///   - place: Which page it is.
  ///   - inquiry: Whose page it is.
  ///   - part: The part of the inquiry's site it belongs to.
  ///   - query: What stands after `?` in its address, and in that of its data.
  ///   - saysRubric: Whether the page's own words carry the body's rubric.
  func frame(
    _ title: String, _ place: PublicPlace, of inquiry: PublishedInquiry, part: InquiryPart,
    query: String = "", saysRubric: Bool = false
  ) -> Frame {
    let slug = inquiry.slug
    let tail = query.isEmpty ? "" : "?" + query
    let isPart = place.address == part.address(in: slug)
    var crumbs = [Frame.Crumb(step: "Inquiries", stepAddress: "/")]
    if part != .overview {
      crumbs.append(Frame.Crumb(step: inquiry.title, stepAddress: Address.inquiry(slug)))
    }
    if !isPart {
      crumbs.append(Frame.Crumb(step: part.title, stepAddress: part.address(in: slug)))
    }
    return Frame(
      siteName: siteName,
      title: part == .overview
        ? "\(inquiry.title) – \(siteName)" : "\(title) – \(inquiry.title) – \(siteName)",
      stylesheet: files.address(of: "site.css"), mark: files.address(of: "mark.svg"),
      canonical: publicURL + place.address + tail, data: place.dataAddress.map { $0 + tail },
      hasCrumbs: true,
      crumbs: crumbs, here: part == .overview ? inquiry.title : title,
      inquiry: Frame.Of(
        title: inquiry.title, address: Address.inquiry(slug), bodyName: inquiry.bodyName,
        parts: InquiryPart.allCases.filter { $0.isShown(for: inquiry) }.map {
          Frame.Part(
            part: $0.title, partAddress: $0.address(in: slug), isHere: $0 == part && isPart,
            isWithin: $0 == part && !isPart)
        },
        isIllustrative: inquiry.isIllustrative, banner: inquiry.banner,
        rubric: saysRubric ? nil : inquiry.bodyKind.rubric))
  }
}

// Types of our own, because Mustache asks each value what it is, and that takes
// long for a type that is one thing or another by its parameters.

private struct ShownFields: MustacheParent {
  let fields: [String: Any]

  func child(named name: String) -> Any? { fields[name] }
}

private struct ShownList: MustacheSequence {
  let items: [Any]

  func makeIterator() -> IndexingIterator<[Any]> { items.makeIterator() }
}

private struct ShownText: MustacheCustomRenderable {
  let renderText: String
  let isNull = false
}
