import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Server

/// What is kept, and above all when it is not.
@Suite struct PublicKeeperTests {
  private let page = PublicFixture.inquiry

  private func keeper(_ limit: Int = 1_000) throws -> PageKeeper {
    PageKeeper(
      try .init(conninfo: "host=/nowhere", applicationName: "ServerTests"), limit: limit,
      logger: .mute)
  }

  private func answer(_ version: Int64, size: Int = 10) -> PageKeeper.Kept {
    PageKeeper.Kept(
      status: .ok, contentType: "text/plain", body: ByteBuffer(repeating: 1, count: size),
      etag: "\"\(version)\"", version: version)
  }

  @Test func `nothing is kept before notifications arrive, nor after they are lost`() throws {
    let keeper = try keeper()
    keeper.keep(answer(1), for: "a", since: keeper.watch())
    #expect(keeper.kept(for: "a") == nil)
    keeper.take(.connected)
    keeper.keep(answer(1), for: "a", since: keeper.watch())
    #expect(keeper.kept(for: "a") != nil)
    keeper.take(.lost)
    #expect(keeper.kept(for: "a") == nil)
    #expect(keeper.size == 0)
  }

  @Test func `what was begun before a break is not kept after it`() throws {
    let keeper = try keeper()
    keeper.take(.connected)
    let watch = keeper.watch()
    keeper.take(.lost)
    keeper.take(.connected)
    keeper.keep(answer(1), for: "a", since: watch)
    #expect(keeper.kept(for: "a") == nil)
  }

  @Test func `what was begun before a change is not kept after it`() throws {
    let keeper = try keeper()
    keeper.take(.connected)
    let watch = keeper.watch()
    keeper.take(.notification(channel: "published", payload: "2"))
    keeper.keep(answer(1), for: "a", since: watch)
    #expect(keeper.kept(for: "a") == nil)
    keeper.keep(answer(2), for: "a", since: watch)
    #expect(keeper.kept(for: "a") != nil)
  }

  @Test func `an answer of a later version drops those before it`() throws {
    let keeper = try keeper()
    keeper.take(.connected)
    keeper.keep(answer(1), for: "a", since: keeper.watch())
    keeper.keep(answer(2), for: "b", since: keeper.watch())
    #expect(keeper.kept(for: "a") == nil)
    keeper.take(.notification(channel: "published", payload: "2"))
    #expect(keeper.kept(for: "b") != nil)
    keeper.moved(to: 3)
    #expect(keeper.kept(for: "b") == nil)
  }

  @Test func `the longest unused go when there is no more room`() throws {
    let keeper = try keeper(100)
    keeper.take(.connected)
    for name in ["a", "b", "c"] {
      keeper.keep(answer(1, size: 30), for: name, since: keeper.watch())
    }
    #expect(keeper.kept(for: "a") != nil)
    keeper.keep(answer(1, size: 30), for: "d", since: keeper.watch())
    #expect(keeper.kept(for: "b") == nil)
    #expect(keeper.kept(for: "a") != nil)
    #expect(keeper.kept(for: "d") != nil)
    #expect(keeper.size <= 100)
    keeper.keep(answer(1, size: 101), for: "e", since: keeper.watch())
    #expect(keeper.kept(for: "e") == nil)
    keeper.keep(answer(1, size: 40), for: "d", since: keeper.watch())
    #expect(keeper.size <= 100)
  }

  @Test func `a page is told from the one before the act by its tag`() async throws {
    try await PublicDatabase.withSite { database, site in
      let first = try #require(try await site.get(page).headers[.eTag])
      let same = try await site.get(page, headers: [.ifNoneMatch: "\"x\", W/\(first)"])
      #expect(same.status == .notModified)
      #expect(same.body.readableBytes == 0)
      #expect(same.headers[.eTag] == first)
      #expect(same.headers[.contentSecurityPolicy] != nil)
      let other = try await site.get("\(page)/sessions", headers: [.ifNoneMatch: first])
      #expect(other.status == .ok)
      try await database.change("UPDATE published.inquiry SET summary = 'New.' WHERE id = 1")
      let changed = try await site.get(page, headers: [.ifNoneMatch: first])
      #expect(changed.status == .ok)
      #expect(String(buffer: changed.body).contains("New."))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `kept pages go with the act that changed them and outlive the database's pool`()
    async throws
  {
    try await PublicDatabase.with { database in
      let keeper = PageKeeper(database.settings, logger: .mute)
      try await database.withClient(keeper) { site in
        let listening = Task { try await keeper.run() }
        while !keeper.isListening { try await Task.sleep(for: .milliseconds(2)) }
        _ = try await site.get(page)
        _ = try await site.get(PublicFixture.api + page)
        #expect(keeper.size > 0)
        try await database.change("UPDATE published.inquiry SET summary = 'New.' WHERE id = 1")
        while keeper.size > 0 { try await Task.sleep(for: .milliseconds(2)) }
        #expect(String(buffer: try await site.get(page).body).contains("New."))
        await database.pool.close()
        let kept = try await site.get(page)
        #expect(kept.status == .ok)
        #expect(try await site.get("\(page)/sessions").status == .serviceUnavailable)
        listening.cancel()
        _ = await listening.result
        #expect(!keeper.isListening)
        #expect(try await site.get(page).status == .serviceUnavailable)
      }
    }
  }
}
