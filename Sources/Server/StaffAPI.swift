public import Conduct
public import Hummingbird
import Papers

/// The staff side of the REST API, under `/api/v1`.
public struct StaffAPI: Sendable {
  private let desk: StaffDesk
  private let builder: ReportBuilder

  /// - Parameter maximumUpload: Largest upload taken, in bytes.
  public init(office: Office, maximumUpload: Int) {
    desk = StaffDesk(office: office, maximumUpload: maximumUpload)
    builder = ReportBuilder(converter: Converter())
  }

  public func addRoutes<Context: RequestContext>(to router: Router<Context>) {
    let group = router.group("api/v1").add(middleware: ProblemMiddleware())
    InquiryRoutes(desk: desk).add(to: group)
    let inquiry = group.group("inquiries/{inquiry}")
    EvidenceRoutes(desk: desk).add(to: inquiry)
    ReportRoutes(desk: desk, builder: builder).add(to: inquiry)
  }
}
