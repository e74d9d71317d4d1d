public import Conduct
public import Hummingbird
import Papers

/// The staff side of the REST API, under `/api/v1`.
public struct StaffAPI: Sendable {
  private let desk: StaffDesk
  private let finder: EvidenceFinder
  private let builder: ReportBuilder
  private let publicURL: String

  /// - Parameters:
  ///   - finder: What suggests evidence.
  ///   - maximumUpload: Largest upload taken, in bytes.
  ///   - publicURL: Where the public finds the site; built reports link there.
  public init(office: Office, finder: EvidenceFinder, maximumUpload: Int, publicURL: String) {
    self.finder = finder
    desk = StaffDesk(office: office, maximumUpload: maximumUpload)
    builder = ReportBuilder(converter: Converter())
    self.publicURL = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
  }

  public func addRoutes<Context: RequestContext>(to router: Router<Context>) {
    let group = router.group("api/v1").add(middleware: OffTheLoop())
      .add(middleware: ProblemMiddleware()).add(middleware: StaffGate(StaffAPI.operations))
      .add(middleware: DecodedAddress())
    InquiryRoutes(desk: desk).add(to: group)
    StaffRoutes(desk: desk).add(to: group)
    let inquiry = group.group("inquiries/{inquiry}")
    EvidenceRoutes(desk: desk).add(to: inquiry)
    CorrectionRoutes(desk: desk).add(to: inquiry)
    CopyRoutes(desk: desk).add(to: inquiry)
    ChangeRoutes(desk: desk).add(to: inquiry)
    LabelRoutes(desk: desk).add(to: inquiry)
    SubmissionRoutes(desk: desk).add(to: inquiry)
    ImportRoutes(desk: desk).add(to: inquiry)
    SurveyRoutes(desk: desk).add(to: inquiry)
    CallRoutes(desk: desk).add(to: inquiry)
    DocumentRoutes(desk: desk).add(to: inquiry)
    SittingRoutes(desk: desk).add(to: inquiry)
    SuggestionRoutes(desk: desk, finder: finder).add(to: inquiry)
    ReportRoutes(desk: desk, builder: builder, publicURL: publicURL).add(to: inquiry)
    LinkRoutes(desk: desk).add(to: inquiry)
    LimbRoutes(desk: desk).add(to: inquiry)
    TagRoutes(desk: desk).add(to: inquiry)
    CodebookRoutes(desk: desk, publicURL: publicURL).add(to: inquiry)
    ClaimRoutes(desk: desk).add(to: inquiry)
    CheckRoutes(desk: desk).add(to: inquiry)
    TraceRoutes(desk: desk).add(to: inquiry)
  }
}
