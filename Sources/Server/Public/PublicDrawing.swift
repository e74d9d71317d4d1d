import Hummingbird
import Inquiries
import Mustache

/// A page: what it shows, and what stands around it.
protocol DrawnPage {
  var frame: Frame { get }

  /// Everything within the frame.
  func main(_ templates: MustacheLibrary) -> [UInt8]
}

/// A page that a template draws.
protocol TemplatePage: DrawnPage, SendableMetatype {
  static var template: String { get }
}

extension TemplatePage {
  func main(_ templates: MustacheLibrary) -> [UInt8] {
    Drawn(self, templates, Self.template).bytes
  }
}

/// Draws pages inside the site's frame.
struct PublicDrawing: Sendable {
  let files: SiteFiles
  /// Without a slash at its end.
  let publicURL: String
  let siteName: String

  private let frames = DrawnFrames()

  /// Every kind of page that a template draws.
  static let pages: [any TemplatePage.Type] = [
    AccessibilityPage.self, CallPage.self, CallsPage.self, DocumentPage.self, DocumentsPage.self,
    EvidencePage.self, FindingPage.self,
    FindingsPage.self, GonePage.self,
    InquiriesPage.self, InquiryPage.self, NoticePage.self, QuestionPage.self,
    RecommendationPage.self, RecommendationsPage.self, ReportPage.self,
    SessionsPage.self, SubmissionPage.self, SubmissionsPage.self, SurveyPage.self,
    SurveysPage.self, VersionPage.self, WitnessesPage.self,
  ]

  /// - Throws: When a page has no template; an empty page would be found later.
  init(files: SiteFiles, publicURL: String, siteName: String) throws {
    self.files = files
    self.publicURL = publicURL
    self.siteName = siteName
    for name in PublicDrawing.pages.map({ $0.template }) + [
      "frame", "evidence", "omissions", "uses",
    ]
    where files.templates.getTemplate(named: name) == nil {
      throw SiteFiles.Fault(description: "the template \(name) is missing")
    }
    for name in ["site.css", "mark.svg"] where files.assets[name] == nil {
      throw SiteFiles.Fault(description: "the asset \(name) is missing")
    }
  }

  /// The page as bytes.
  func draw(_ page: some DrawnPage) -> ByteBuffer {
    frames.draw(page.main(files.templates), in: page.frame, files.templates)
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
