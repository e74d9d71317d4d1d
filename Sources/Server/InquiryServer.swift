import CMalloc
public import Conduct
public import Hummingbird
public import Logging
public import Postgres
public import ServiceLifecycle

/// The whole server, put together: the staff API where it is wanted, the public
/// surface, and what runs beside them.
public struct InquiryServer: Sendable {
  /// What the staff side needs; a public node has none.
  public struct StaffSide: Sendable {
    let office: Office
    let sealer: AuditSealer
    let maximumUpload: Int
    let finder: EvidenceFinder
    let keeping: MeaningKeeping?

    /// - Parameters:
    ///   - maximumUpload: Largest upload taken, in bytes.
    ///   - meaning: The sentence model, where it is installed.
    ///   - keeping: What computes vectors that are missing.
    public init(
      office: Office, sealer: AuditSealer, maximumUpload: Int, meaning: Meaning? = nil,
      keeping: MeaningKeeping? = nil
    ) {
      finder = EvidenceFinder(office: office, meaning: meaning)
      self.keeping = keeping
      self.office = office
      self.sealer = sealer
      self.maximumUpload = maximumUpload
    }
  }

  private let staff: StaffSide?
  private let site: PublicSite
  private let publicURL: String
  private let logger: Logger
  private let document: OpenAPIDocument
  /// What must run beside the server.
  public let services: [any Service]

  /// - Parameters:
  ///   - staff: The staff side; `nil` for a public node.
  ///   - publicPool: Connections in the public role.
  ///   - listening: How to connect for notifications, in the public role.
  ///   - pageCache: Memory for finished public pages, in bytes.
  public init(
    staff: StaffSide?, publicPool: Pool, listening: ConnectionSettings, pageCache: Int,
    settings: PublicSite.Settings, logger: Logger
  ) throws {
    let keeper = PageKeeper(listening, limit: pageCache, logger: logger)
    self.staff = staff
    publicURL = settings.publicURL
    self.logger = logger
    site = try PublicSite(pool: publicPool, settings: settings, keeper: keeper, logger: logger)
    document = try OpenAPIDocument(isPublicOnly: staff == nil)
    services =
      [keeper, MemoryReturn()] + (staff.map { [Housekeeping(staff: $0, logger: logger)] } ?? [])
      + (staff.flatMap { staff in
        staff.keeping.map {
          [MeaningService(keeping: $0, finder: staff.finder, logger: logger)]
        }
      } ?? [])
  }

  /// The routes of both sides.
  public func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    if let staff {
      StaffAPI(
        office: staff.office, finder: staff.finder, maximumUpload: staff.maximumUpload,
        publicURL: publicURL
      ).addRoutes(to: router)
    }
    OpenAPIRoute(document, headers: site.headers).add(to: router)
    site.addRoutes(to: router)
    router.add(middleware: MethodGate(Operation.all(isPublicOnly: staff == nil)))
    return router
  }
}

/// What a server with a staff side does every second: seals the audit; and
/// every hour forgets answers that no retry can want any more.
struct Housekeeping: Service {
  let staff: InquiryServer.StaffSide
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var seconds = 0
      while !Task.isCancelled {
        do {
          try await staff.sealer.seal()
          if seconds % 3_600 == 0 { try await staff.office.forgetOldAnswers() }
        } catch {
          // The database is down or busy; the next second tries again, and
          // requests say so to those who wait.
          logger.debug("housekeeping waits", metadata: ["error": "\(type(of: error))"])
        }
        seconds += 1
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }
}

/// Gives memory that is free back to the system, now and then. The C library holds on to
/// what an import or a long page took: once an eighth of all that the server occupied. By
/// itself it gives back what a page of a session took and asks for it again for the next,
/// which was a twentieth of such a page.
struct MemoryReturn: Service {
  func run() async throws {
    mallopt(M_TRIM_THRESHOLD, 8 << 20)
    mallopt(M_MMAP_THRESHOLD, 4 << 20)
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        malloc_trim(0)
        try? await Task.sleep(for: .seconds(10))
      }
    }
  }
}
