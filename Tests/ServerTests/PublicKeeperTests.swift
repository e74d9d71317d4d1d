import CZlib
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

  @Test func `who asks again and takes gzip gets the same page in fewer bytes`() async throws {
    try await PublicDatabase.with { database in
      let keeper = PageKeeper(database.settings, logger: .mute)
      try await database.withClient(keeper) { site in
        keeper.take(.connected)
        let session = "\(page)/sessions/1"
        let plain = try await site.get(session, headers: [.acceptEncoding: "gzip, deflate, br"])
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(plain.headers[.vary] == "Accept-Encoding")
        let size = keeper.size
        for _ in 0..<2 {
          let short = try await site.get(session, headers: [.acceptEncoding: "deflate, gzip;q=1"])
          #expect(short.headers[.contentEncoding] == "gzip")
          #expect(short.headers[.vary] == "Accept-Encoding")
          #expect(short.body.readableBytes < plain.body.readableBytes)
          #expect(try inflated(short.body) == Array(buffer: plain.body))
          let tag = try #require(short.headers[.eTag])
          #expect(tag == "W/\(try #require(plain.headers[.eTag]))")
          let same = try await site.get(
            session, headers: [.ifNoneMatch: tag, .acceptEncoding: "gzip"])
          #expect(same.status == .notModified)
        }
        #expect(keeper.size > size)
        for refusing in [[:], [.acceptEncoding: "gzip;q=0, br"]] as [HTTPFields] {
          let answer = try await site.get(session, headers: refusing)
          #expect(answer.headers[.contentEncoding] == nil)
          #expect(answer.body == plain.body)
        }
        keeper.moved(to: .max)
        #expect(keeper.size == 0)
      }
    }
  }

  @Test func `a body that is no longer for it is left as it is`() {
    #expect(Gzip.bytes(of: ByteBuffer(repeating: 1, count: 1_400)) == nil)
    #expect(Gzip.bytes(of: ByteBuffer(repeating: 1, count: 1_401)) != nil)
    var dice = SystemRandomNumberGenerator()
    let noise = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
    #expect(Gzip.bytes(of: ByteBuffer(bytes: noise)) == nil)
  }

  private func inflated(_ body: ByteBuffer) throws -> [UInt8] {
    var stream = z_stream()
    try #require(
      inflateInit2_(
        &stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { inflateEnd(&stream) }
    var short = Array(buffer: body)
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let end = short.withUnsafeMutableBufferPointer { short in
      bytes.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = short.baseAddress
        stream.avail_in = UInt32(short.count)
        stream.next_out = bytes.baseAddress
        stream.avail_out = UInt32(bytes.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    try #require(end == Z_STREAM_END)
    return Array(bytes.prefix(Int(stream.total_out)))
  }
}
