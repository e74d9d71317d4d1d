import ArgumentParser
import Conduct
import Foundation
import Hummingbird
import Inquiries
import Logging
import Postgres
import Server
import ServiceLifecycle
import Tagging

/// `inquiry serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the public site and the API until it is told to stop.",
    discussion: "Settings are described in config/README.md. Example: inquiry serve")

  @Flag(help: "The public site and its API only, with no connection to the record.")
  var publicOnly = false

  func run() async throws {
    try await Failures.reported {
      try requirePhrases()
      let installation = try await Installation.open()
      let settings = installation.settings
      let cores = ProcessInfo.processInfo.activeProcessorCount
      var reading = try settings.connection("database.public", as: "inquiry_public")
      // Lost half way, a statement that only reads has done nothing.
      reading.isReadOnly = true
      let publicPool = Pool(
        reading, size: 2 * cores, name: "public", logger: installation.logger)
      let isPublicOnly = try publicOnly || settings.isPublicOnly
      let staffPool = isPublicOnly ? nil : try installation.staffPool(size: 2 * cores)
      try await requireSchema(on: publicPool, installation)
      let server = try InquiryServer(
        staff: try staffPool.map { pool in
          let meaning = settings.meaning.map { Meaning(command: $0) }
          return InquiryServer.StaffSide(
            office: try installation.office(pool),
            sealer: AuditSealer(staff: pool, keys: try installation.keys()),
            maximumUpload: try settings.maximumUpload, meaning: meaning,
            keeping: meaning.map { MeaningKeeping(staff: pool, meaning: $0) })
        },
        publicPool: publicPool, listening: reading, pageCache: try settings.pageCache,
        settings: PublicSite.Settings(publicURL: try settings.publicURL),
        logger: installation.logger)
      let host = settings.host
      let port = try settings.port
      let loops = EventLoopGroupProvider.singleton
      var app = Application(
        router: server.router(),
        // Half a request, or none, does not hold a connection for ever.
        server: .onLoops(of: loops.eventLoopGroup, idleTimeout: .seconds(60)),
        configuration: .init(address: .hostname(host, port: port), serverName: "inquiry"),
        onServerRunning: { _ in
          // Not by print, which a pipe or file would see only at the end.
          FileHandle.standardOutput.write(Data("Listening on http://\(host):\(port)\n".utf8))
        },
        eventLoopGroupProvider: loops,
        logger: installation.logger)
      for service in server.services { app.addServices(service) }
      try await app.runService()
      await publicPool.close()
      await staffPool?.close()
    }
  }

  /// A server does not start without the phrases that claims are held to and asks are
  /// known by.
  private func requirePhrases() throws {
    do {
      _ = try ClaimLedger.phrases
      _ = try EvidenceAsks.phrases
    } catch let fault as ClaimPhrases.Fault {
      throw PhrasesFault(description: fault.description)
    } catch let fault as AskPhrases.Fault {
      throw PhrasesFault(description: fault.description)
    }
  }

  /// A server does not start on a schema that it cannot read.
  private func requireSchema(on pool: Pool, _ installation: Installation) async throws {
    let migrator = try Migrator(directory: installation.settings.migrations)
    let compatibility = try await pool.run { try migrator.compatibility(on: $0) }
    guard !compatibility.canServe else { return }
    throw SchemaFault(compatibility: compatibility)
  }
}

struct PhrasesFault: OperatorFault {
  let code = "claim_phrases_unreadable"
  let description: String
}

struct SchemaFault: OperatorFault {
  let code = "schema_differs"
  let compatibility: Compatibility

  var description: String {
    switch compatibility {
    case .databaseOlder: "The database has an older schema; run `inquiry migrate`."
    default: "The database has a newer schema than this server can read; install the newer server."
    }
  }
}
