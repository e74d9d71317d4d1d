import HTTPTypes
import Hummingbird
import Inquiries
import Synchronization
import Testing

@testable import Server

/// What depends on the day is told anew when it is another day for the inquiry,
/// though nothing was published.
@Suite struct PublicDayTests {
  private final class Clock: Sendable {
    private let now: Mutex<Instant>

    init(_ text: String) throws {
      now = Mutex(try #require(Instant(text)))
    }

    func turn(to text: String) throws {
      let instant = try #require(Instant(text))
      now.withLock { $0 = instant }
    }

    var time: Instant {
      now.withLock { $0 }
    }
  }

  @Test func `a call that is kept as open is closed on the day after its last`() async throws {
    try await PublicDatabase.with { database in
      let clock = try Clock("2024-05-31T22:59:59Z")
      let keeper = PageKeeper(database.settings, logger: .mute)
      keeper.take(.connected)
      let call = PublicFixture.inquiry + "/calls/laying"
      try await database.withClient(keeper, clock: { clock.time }) { site in
        let open = try await site.get(call)
        #expect(String(buffer: open.body).contains("Open until 31 May 2024"))
        let tag = try #require(open.headers[.eTag])
        #expect(try await site.get(call, headers: [.ifNoneMatch: tag]).status == .notModified)
        #expect(try await site.json(PublicFixture.api + call)["isOpen"] as? Bool == true)
        // Summer time: midnight in London is 23:00 UTC.
        try clock.turn(to: "2024-05-31T23:00:00Z")
        let closed = try await site.get(call, headers: [.ifNoneMatch: tag])
        #expect(closed.status == .ok)
        #expect(String(buffer: closed.body).contains("Closed on 31 May 2024"))
        let data = try await site.json(PublicFixture.api + call)
        #expect(data["isOpen"] as? Bool == false)
        #expect(data["asOf"] as? String == "2024-06-01")
        let overview = try await site.page(PublicFixture.inquiry)
        #expect(
          overview.texts(".body .entries .days")
            == ["Closed on 31 May 2024", "Open Open, with no closing day"])
      }
    }
  }

  @Test func `no call is open on the day after the inquiry has lapsed`() async throws {
    try await PublicDatabase.withSite { database, _ in
      try await database.change(
        "UPDATE published.inquiry SET lapsed_on = '2024-05-30' WHERE id = 1")
      let clock = try Clock("2024-05-30T12:00:00Z")
      let keeper = PageKeeper(database.settings, logger: .mute)
      try await database.withClient(keeper, clock: { clock.time }) { site in
        let call = PublicFixture.inquiry + "/calls/laying"
        #expect(try await site.json(PublicFixture.api + call)["isOpen"] as? Bool == true)
        try clock.turn(to: "2024-05-31T12:00:00Z")
        #expect(try await site.json(PublicFixture.api + call)["isOpen"] as? Bool == false)
        let closed = "Closed when the inquiry lapsed on 30 May 2024"
        let page = try await site.get(call)
        #expect(String(buffer: page.body).contains(closed))
        let overview = try await site.page(PublicFixture.inquiry)
        #expect(overview.texts(".body .entries .days") == [closed, closed])
      }
    }
  }

  @Test func `the day is that of the inquiry's time zone`() async throws {
    try await PublicDatabase.withSite { database, _ in
      try await database.change(
        "UPDATE published.inquiry SET time_zone = 'Pacific/Auckland' WHERE id = 1")
      let clock = try Clock("2024-05-31T11:59:59Z")
      let keeper = PageKeeper(database.settings, logger: .mute)
      try await database.withClient(keeper, clock: { clock.time }) { site in
        let call = PublicFixture.api + PublicFixture.inquiry + "/calls/laying"
        #expect(try await site.json(call)["asOf"] as? String == "2024-05-31")
        try clock.turn(to: "2024-05-31T12:00:00Z")
        #expect(try await site.json(call)["asOf"] as? String == "2024-06-01")
      }
    }
  }
}
