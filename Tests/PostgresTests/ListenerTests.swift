import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct ListenerTests {
  @Test func `a listener hears what is committed, on its channels alone`() async throws {
    try await TestDatabase.with { database throws in
      let listener = Listener(
        database.settings, channels: ["published", "odd \"name\""], logger: .silent)
      var events = listener.events().makeAsyncIterator()
      #expect(await events.next() == .connected)
      await #expect(throws: CancellationError.self) {
        try await database.pool.transaction { connection in
          try connection.notify("published", payload: "undone")
          throw CancellationError()
        }
      }
      try await database.pool.run { connection in
        try connection.notify("elsewhere", payload: "1")
        try connection.notify("published", payload: "it's 2")
        try connection.notify("odd \"name\"")
      }
      #expect(await events.next() == .notification(channel: "published", payload: "it's 2"))
      #expect(await events.next() == .notification(channel: "odd \"name\"", payload: ""))
      listener.stop()
      #expect(await events.next() == nil)
    }
  }

  @Test func `a listener that is cut off says so, comes back and hears again`() async throws {
    try await TestDatabase.with { database throws in
      let settings = database.settings { $0.parameters["application_name"] = "ear" }
      let listener = Listener(settings, channels: ["published"], logger: .silent)
      var events = listener.events().makeAsyncIterator()
      #expect(await events.next() == .connected)
      let pid = try await database.admin.run { connection in
        try connection.one("SELECT pid FROM pg_stat_activity WHERE application_name = 'ear'") {
          try $0.next() as Int
        }
      }
      try await database.terminate(pid)
      #expect(await events.next() == .lost)
      #expect(await events.next() == .connected)
      try await database.pool.run { try $0.notify("published", payload: "3") }
      #expect(await events.next() == .notification(channel: "published", payload: "3"))
      listener.stop()
    }
  }

  @Test func `a server that falls silent is noticed at the heartbeat`() async throws {
    try await TestDatabase.with { database throws in
      let proxy = try Proxy(to: try await Proxy.upstream(of: database))
      let settings = database.settings { settings in
        settings.parameters["host"] = "127.0.0.1"
        settings.parameters["port"] = "\(proxy.port)"
        settings.statementTimeout = .milliseconds(200)
        settings.answerGrace = .milliseconds(200)
      }
      let listener = Listener(
        settings, channels: ["published"], heartbeat: .milliseconds(50), logger: .silent)
      var events = listener.events().makeAsyncIterator()
      #expect(await events.next() == .connected)
      proxy.freeze()
      #expect(await events.next() == .lost)
      proxy.thaw()
      #expect(await events.next() == .connected)
      listener.stop()
      proxy.close()
    }
  }

  @Test func `every stream has all events and learns at once that it is connected`()
    async throws
  {
    try await TestDatabase.with { database throws in
      let listener = Listener(database.settings, channels: ["published"], logger: .silent)
      var one = listener.events().makeAsyncIterator()
      #expect(await one.next() == .connected)
      var two = listener.events().makeAsyncIterator()
      #expect(await two.next() == .connected)
      try await database.pool.run { try $0.notify("published", payload: "4") }
      #expect(await one.next() == .notification(channel: "published", payload: "4"))
      #expect(await two.next() == .notification(channel: "published", payload: "4"))
      listener.stop()
      var late = listener.events().makeAsyncIterator()
      #expect(await late.next() == nil)
    }
  }
}
