import ArgumentParser
import Foundation
import Logging
import Postgres
import Wire

/// `InquiryBench measure`
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure a server, its database and itself in rounds.")

  @Option(help: "libpq string of a superuser on the database.") var database: String
  @Option(help: "libpq string of the public role.") var publicDatabase: String
  @Option(help: "libpq string of the staff role.") var staffDatabase: String
  @Option(help: "Address of the server.") var url: String
  @Option(help: "Process of the server.") var server: Int
  @Option(help: "Address of the server that keeps no pages.") var bareURL: String
  @Option(help: "Process of the server that keeps no pages.") var bareServer: Int
  @Option(help: "Address of the hello server.") var helloURL: String
  @Option(help: "Process of the hello server.") var hello: Int
  @Option(help: "A staff token.") var token: String
  @Option(help: "A folder for scripts.") var folder: String
  @Option(help: "The folder of PostgreSQL's programs.") var programs: String
  @Option(help: "Passages that were loaded.") var passages = 1_000_000
  @Option(help: "Rounds.") var rounds = 5
  @Option(help: "Seconds for each measurement of a round.") var seconds = 3
  @Option(help: "Imports in all.") var imports = 100
  @Option(help: "The executable inquiry.") var tool: String
  @Option(help: "Submissions of the intake.") var submissions = 1_000
  @Option(help: "Responses of its survey.") var responses = 100_000
  @Option(help: "Only these: pool, listing, pages, import, report, clerks, intake.")
  var only: [String] = []

  private func wants(_ part: String) -> Bool { only.isEmpty || only.contains(part) }

  func run() async throws {
    let site = Site(self)
    var figures = Figures()
    let plan = LoadPlan(passages: passages)
    try site.readers.write(Readers.listings(plan), as: "listings")
    try site.readers.write(Readers.everything(plan), as: "everything")
    let scripts = Statements.scripts(plan)
    for (name, text) in [("key.sql", scripts.key), ("listing.sql", scripts.listing)] {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    var settings = try ConnectionSettings(conninfo: publicDatabase, applicationName: "bench")
    settings.isReadOnly = true
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let pool = PoolLoad(
      pool: Pool(settings, size: 2 * cores, name: "bench", logger: Bench.logger), plan: plan)
    let backend = try await pool.pool.run { $0.processID }
    let rounds = Rounds(
      site: site, pool: pool, postmaster: Machine.parent(of: backend) ?? 0, seconds: seconds)
    let importing = ImportLoad(
      Pool(
        try ConnectionSettings(conninfo: staffDatabase, applicationName: "bench"), size: 1,
        name: "bench", logger: Bench.logger), Vocabulary())
    if wants("import") { try await importing.open() }
    for round in 1...self.rounds {
      say("round \(round) of \(self.rounds), load \(Machine.load)")
      if wants("pool") { try await rounds.pool(&figures) }
      if wants("listing") { try await rounds.listing(&figures) }
      if wants("pages") { try await rounds.pages(&figures) }
      if wants("import") {
        try await rounds.imports(
          importing, (round - 1) * imports / self.rounds + 1...round * imports / self.rounds,
          &figures)
      }
      if wants("report") { try await rounds.report(&figures) }
      if wants("clerks") { try await rounds.clerks(&figures) }
    }
    let isKept = try await conclude(&figures, site)
    await pool.pool.close()
    await importing.pool.close()
    if !isKept { throw ExitCode(1) }
  }

  private func conclude(_ figures: inout Figures, _ site: Site) async throws -> Bool {
    let conclusion = Conclusion(wants: wants)
    conclusion.fill(&figures)
    if wants("report") {
      // It gives back what is free every ten seconds.
      try await Task.sleep(for: .seconds(12))
      figures.atMost(
        100, "server memory 12 s after the end", [try Machine.memory(of: server)], unit: " MB")
    }
    if wants("intake") {
      say("intake, load \(Machine.load)")
      try await IntakeLoad(site: site, tool: tool, submissions: submissions, responses: responses)
        .measure(&figures)
    }
    conclusion.printNoise(figures)
    return figures.print()
  }

  private func say(_ words: String) {
    FileHandle.standardError.write(Data("\(words)\n".utf8))
  }
}

/// What is measured, and where it is reached.
struct Site {
  let url: String
  let server: Int
  let bareURL: String
  let bareServer: Int
  let helloURL: String
  let hello: Int
  let token: String
  let folder: String
  let programs: String
  let database: String
  let readers: Readers

  init(_ command: MeasureCommand) {
    url = command.url
    server = command.server
    bareURL = command.bareURL
    bareServer = command.bareServer
    helloURL = command.helloURL
    hello = command.hello
    token = command.token
    folder = command.folder
    programs = command.programs
    database = command.publicDatabase
    readers = Readers(folder: URL(filePath: command.folder), seconds: command.seconds)
  }
}
