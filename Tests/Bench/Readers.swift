import Foundation

/// Readers of the site: wrk, and the addresses it asks for.
struct Readers {
  let folder: URL
  let seconds: Int

  struct Answered {
    let perSecond: Double
    let count: Double
    /// Answers that were none, such as 503 when the database has no time left.
    let refused: Double
  }

  /// The words of wrk; `paths` is a file of addresses to choose from.
  private func words(
    _ url: String, connections: Int, seconds: Int, headers: [String], paths: String?
  ) throws -> [String] {
    var words = ["wrk", "-t1", "-c\(connections)", "-d\(seconds)s"]
    for header in headers { words += ["-H", header] }
    if let paths {
      let script = folder.appending(path: "\(paths).lua")
      let lines = """
        local paths = {}
        for line in io.lines("\(folder.appending(path: paths).path)") do paths[#paths + 1] = line end
        math.randomseed(os.time())
        request = function() return wrk.format("GET", paths[math.random(#paths)]) end
        """
      try lines.write(to: script, atomically: true, encoding: .utf8)
      words += ["-s", script.path]
    }
    return words + [url]
  }

  func read(
    _ url: String, connections: Int = 32, seconds: Int? = nil, headers: [String] = [],
    paths: String? = nil, mayBeRefused: Bool = false
  ) async throws -> Answered {
    let text = try await Machine.run(
      words(
        url, connections: connections, seconds: seconds ?? self.seconds, headers: headers,
        paths: paths))
    let answered = try Readers.answered(text)
    guard answered.refused == 0 || mayBeRefused else {
      throw Machine.Failed(description: "wrk was refused:\n\(text)")
    }
    return answered
  }

  static func answered(_ text: String) throws -> Answered {
    guard let count = text.firstMatch(of: #/([0-9]+) requests in/#).flatMap({ Double($0.1) }) else {
      throw Machine.Failed(description: "wrk counted no requests:\n\(text)")
    }
    return Answered(
      perSecond: try Machine.number(after: "Requests/sec:", in: text), count: count,
      refused: (try? Machine.number(after: "Non-2xx or 3xx responses:", in: text)) ?? 0)
  }

  func write(_ paths: [String], as name: String) throws {
    try paths.joined(separator: "\n").write(
      to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  /// Addresses of listings that begin at so many places that hardly one is
  /// asked for twice.
  static func listings(_ plan: LoadPlan) -> [String] {
    var dice = Dice(seed: 3)
    return (0..<100_000).map { _ in
      let session = dice.within(1...plan.documentsEach - 3)
      let cursor = Data("\(session) OS\(session) \(dice.within(0...40))".utf8).base64EncodedString()
        .map { ["+": "-", "/": "_"][$0] ?? String($0) }.joined().prefix { $0 != "=" }
      let slug = LoadPlan.slug(dice.within(1...plan.inquiries))
      return "/api/public/v1/inquiries/\(slug)/passages?limit=50&after=\(cursor)"
    }
  }

  /// What five hundred readers look at: mostly pages of sessions, now and then
  /// a listing.
  static func everything(_ plan: LoadPlan) -> [String] {
    var dice = Dice(seed: 4)
    let pages = (0..<300).map { _ in
      "/inquiries/\(LoadPlan.slug(dice.within(1...plan.inquiries)))/sessions/"
        + "\(dice.within(1...plan.documentsEach))"
    }
    return (0..<1_000).map { pages[$0 % pages.count] } + listings(plan).prefix(100)
  }
}
