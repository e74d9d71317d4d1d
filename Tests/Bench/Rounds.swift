import Foundation
import Wire

/// The measurements of one round, each reference beside what is held to it.
struct Rounds {
  let site: Site
  let pool: PoolLoad
  let postmaster: Int
  let seconds: Int

  private static let page = "/inquiries/\(LoadPlan.slug(1))/sessions/1"

  /// Processor time of PostgreSQL so far, once sessions that end have ended: for
  /// a moment they would count as themselves and as what their parent saw end.
  private func clusterTime() async throws -> Double {
    try await Task.sleep(for: .milliseconds(300))
    return Machine.processorTime(ofCluster: postmaster)
  }

  /// Transactions a second of pgbench, and PostgreSQL's processor time for each.
  private func pgbench(_ script: String) async throws -> (rate: Double, cost: Double) {
    let before = try await clusterTime()
    let text = try await Machine.run([
      "\(site.programs)/pgbench", "-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", "\(seconds)",
      "-f", "\(site.folder)/\(script)", site.database,
    ])
    let cost = try await clusterTime() - before
    return (
      try Machine.number(after: "tps = ", in: text),
      cost / (try Machine.number(after: "transactions actually processed: ", in: text))
    )
  }

  func pool(_ figures: inout Figures) async throws {
    for (name, question) in [("key", PoolLoad.Question.key), ("list", .listing)] {
      let script = question == .key ? "key.sql" : "listing.sql"
      figures.add(try await pgbench(script).rate, to: "pgbench \(name)")
      figures.add(
        try await pool.rate(question, seconds: Double(seconds)), to: "pool \(name)")
      figures.add(try await pgbench(script).rate, to: "pgbench \(name) again")
    }
  }

  func listing(_ figures: inout Figures) async throws {
    figures.add(try await pgbench("listing.sql").cost, to: "plain listing")
    let before = try await clusterTime()
    let server = Machine.processorTime(of: site.server)
    let answered = try await site.readers.read(site.url, connections: 8, paths: "listings")
    let spent = Machine.processorTime(of: site.server) - server
    let database = try await clusterTime() - before
    figures.add((database + spent) / answered.count, to: "JSON listing")
    figures.add(spent / answered.count, to: "JSON listing, server")
    figures.add(answered.perSecond, to: "JSON listings a second")
    figures.add(try await pgbench("listing.sql").cost, to: "plain listing again")
  }

  /// Processor time of a server for each request.
  private func cost(of process: Int, _ url: String, headers: [String] = []) async throws -> Double {
    let before = Machine.processorTime(of: process)
    let answered = try await site.readers.read(url, headers: headers)
    return (Machine.processorTime(of: process) - before) / answered.count
  }

  func pages(_ figures: inout Figures) async throws {
    let kept = try await Client(base: site.url, token: nil).get(Rounds.page)
    figures.add(try await cost(of: site.hello, site.helloURL), to: "hello")
    figures.add(try await cost(of: site.bareServer, site.bareURL + Rounds.page), to: "first render")
    // As every browser asks for it.
    figures.add(
      try await cost(
        of: site.server, site.url + Rounds.page, headers: ["Accept-Encoding: gzip, deflate, br"]),
      to: "kept page")
    figures.add(
      try await cost(
        of: site.server, site.url + Rounds.page, headers: ["If-None-Match: \(kept.etag ?? "")"]),
      to: "304")
    figures.add(try await cost(of: site.hello, site.helloURL), to: "hello again")
    figures.add(Double(kept.bytes.count), to: "bytes of the page")
  }

  func imports(
    _ importing: ImportLoad, _ numbers: ClosedRange<Int>, _ figures: inout Figures
  ) async throws {
    var sum = (product: 0.0, reading: 0.0, copy: 0.0, again: 0.0)
    for number in numbers {
      let one = try await importing.measure(number)
      sum.product += one.product
      sum.reading += one.reading
      sum.copy += one.copy
      sum.again += one.again
    }
    let count = Double(numbers.count)
    figures.add(sum.product / count, to: "import")
    figures.add(sum.reading / count, to: "import, reading")
    figures.add(sum.copy / count, to: "copy")
    figures.add(sum.again / count, to: "copy again")
  }

  func report(_ figures: inout Figures) async throws {
    let client = Client(base: site.url, token: site.token, attempts: 1)
    let address = "/api/v1/inquiries/\(LoadPlan.slug(1))/draft"
    let clock = ContinuousClock()
    var start = clock.now
    _ = try await client.get(address + "/report", query: ["format": "html"])
    figures.add((clock.now - start) / .seconds(1), to: "report build")
    start = clock.now
    _ = try await client.get(address + "/remarks")
    figures.add((clock.now - start) / .seconds(1), to: "report check")
  }

  func clerks(_ figures: inout Figures) async throws {
    let clerks = ClerkLoad(url: site.url, token: site.token)
    let time = Double(seconds) * 2
    figures.add(try await clerks.slowest(seconds: time).p99, to: "write p99 idle")
    async let reading = site.readers.read(
      site.url, connections: 500, seconds: Int(time) + 2, paths: "everything",
      mayBeRefused: true)
    // The readers have come in by then.
    try await Task.sleep(for: .seconds(1))
    let loaded = try await clerks.slowest(seconds: time)
    let read = try await reading
    figures.add(read.perSecond, to: "pages a second meanwhile")
    figures.add(read.refused / read.count, to: "of them refused")
    figures.add(loaded.p99, to: "write p99 read")
    figures.add(try await clerks.slowest(seconds: time).p99, to: "write p99 idle again")
  }
}

/// What the rounds come to, beside its limits.
struct Conclusion {
  let wants: (String) -> Bool

  func fill(_ figures: inout Figures) {
    if wants("pool") {
      figures.atLeast(
        0.80, "pool / pgbench, 50 rows", figures.ratios("pool list", to: "pgbench list"),
        note: "0.85 hoped for")
      figures.atLeast(
        0.65, "pool / pgbench, primary key", figures.ratios("pool key", to: "pgbench key"))
    }
    if wants("listing") {
      figures.atMost(
        2.1, "JSON listing / PostgreSQL for the plain one",
        figures.ratios("JSON listing", to: "plain listing"))
    }
    if wants("pages") {
      let bytes = "\(Int(figures.median("bytes of the page"))) bytes"
      figures.atMost(
        25, "session page, first render / hello", figures.ratios("first render", to: "hello"),
        note: bytes)
      figures.atMost(
        1.5, "session page, kept / hello", figures.ratios("kept page", to: "hello"), note: bytes)
      figures.atMost(1.2, "session page, 304 / hello", figures.ratios("304", to: "hello"))
    }
    if wants("import") {
      figures.atMost(3, "import / COPY", figures.ratios("import", to: "copy"))
    }
    if wants("report") {
      figures.atMost(1, "report build", figures.all("report build"), unit: " s")
      figures.atMost(1, "report check", figures.all("report check"), unit: " s")
    }
    if wants("clerks") {
      figures.atMost(
        10, "write p99, 500 readers / idle", figures.ratios("write p99 read", to: "write p99 idle"))
    }
  }

  /// Each reference against itself: what differs less than this is no difference.
  func printNoise(_ figures: Figures) {
    print("Noise of each reference against itself, round by round, and medians:")
    for name in [
      "pgbench key", "pgbench list", "plain listing", "hello", "copy", "write p99 idle",
    ] where !figures.all(name).isEmpty {
      let noise = figures.ratios("\(name) again", to: name).map(Figures.text)
      print("  \(name): \(noise.joined(separator: " "))")
    }
    for (name, unit, scale) in [
      ("pgbench key", "/s", 1.0), ("pool key", "/s", 1), ("pgbench list", "/s", 1),
      ("pool list", "/s", 1), ("plain listing", " us", 1e6), ("JSON listing", " us", 1e6),
      ("JSON listing, server", " us", 1e6), ("JSON listings a second", "/s", 1),
      ("hello", " us", 1e6), ("first render", " us", 1e6), ("kept page", " us", 1e6),
      ("304", " us", 1e6), ("import", " ms", 1e3), ("import, reading", " ms", 1e3),
      ("copy", " ms", 1e3), ("write p99 idle", " ms", 1e3), ("write p99 read", " ms", 1e3),
      ("pages a second meanwhile", "/s", 1), ("of them refused", "%", 100),
    ] where !figures.all(name).isEmpty {
      print("  \(name): \(Figures.text(figures.median(name) * scale))\(unit)")
    }
  }
}
