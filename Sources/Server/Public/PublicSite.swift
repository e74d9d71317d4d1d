public import Conduct
import Crypto
import Foundation
public import Hummingbird
public import Inquiries
public import Logging
public import Postgres

/// The public surface: the pages of what was published, and the same as data
/// under `/api/public/v1`.
///
/// It reads `published` and nothing else, with a pool whose role can see
/// nothing else.
public struct PublicSite: Sendable {
  /// How the site calls itself, and how it is reached.
  public struct Settings: Sendable {
    /// Where the public finds it, such as `https://evidence.example`; whole
    /// addresses are made with it.
    public var publicURL: String
    /// The name in the head of every page.
    public var name: String
    /// To whom difficulties with the site are told, as words; `nil` for none.
    public var contact: String?
    /// The product's version. A new one may draw the same version of the record
    /// in another way, so it is part of every ETag.
    public var build: String

    public init(
      publicURL: String, name: String = "Inquiries and evidence", contact: String? = nil,
      build: String = ""
    ) {
      self.publicURL = publicURL
      self.name = name
      self.contact = contact
      self.build = build
    }
  }

  let pool: Pool
  let keeper: PageKeeper
  let logger: Logger
  let files: SiteFiles
  let pages: PublicPages
  let data: PublicData
  let headers: PublicHeaders
  let accessibility: ByteBuffer
  let notices: [Notice: ByteBuffer]
  /// What every ETag begins with, beside the version.
  let drawnBy: String
  let clock: @Sendable () -> Instant

  /// - Parameters:
  ///   - pool: Of the public role.
  ///   - settings: Name and address of the site.
  ///   - keeper: Keeps what was drawn; run it as a service.
  ///   - logger: Told of faults, without a word of what was asked for.
  ///   - clock: The time; given, so that tests have their own.
  /// - Throws: When a template or asset is missing or cannot be read.
  public init(
    pool: Pool, settings: Settings, keeper: PageKeeper, logger: Logger,
    clock: @escaping @Sendable () -> Instant = Calendars.now
  ) throws {
    self.clock = clock
    let url =
      settings.publicURL.hasSuffix("/")
      ? String(settings.publicURL.dropLast()) : settings.publicURL
    files = try SiteFiles()
    let drawing = try PublicDrawing(files: files, publicURL: url, siteName: settings.name)
    self.pool = pool
    self.keeper = keeper
    self.logger = logger
    pages = PublicPages(drawing: drawing)
    data = PublicData(publicURL: url)
    headers = PublicHeaders(isSecure: url.hasPrefix("https://"))
    accessibility = drawing.draw(AccessibilityPage(contact: settings.contact, drawing))
    notices = Dictionary(
      uniqueKeysWithValues: Notice.allCases.map { ($0, drawing.draw(NoticePage($0, drawing))) })
    let drawn = [files.digest, settings.build, url, settings.name].joined(separator: "\n")
    drawnBy = SiteFiles.hex(SHA256.hash(data: Data(drawn.utf8)))
  }

  /// Mounts the site: `/`, `/inquiries`, `/assets`, `/accessibility` and
  /// `/api/public`, each with all beneath it.
  ///
  /// A middleware and not routes, because the site answers every method and
  /// every address beneath these itself, and answers what nothing else on the
  /// router takes. Mount it last: middlewares hold for routes added after them.
  public func addRoutes(to router: Router<some RequestContext>) {
    router.add(middleware: PublicSurface(site: self))
  }
}
