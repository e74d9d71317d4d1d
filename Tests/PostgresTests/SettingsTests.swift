import Testing

@testable import Postgres

@Suite struct SettingsTests {
  @Test(arguments: [
    "host=db password=SECRET user=clerk sslpassword=SECRET",
    "postgresql://clerk:SECRET@db/inquiry",
  ])
  func `no print of the settings shows a password`(conninfo: String) throws {
    let settings = try ConnectionSettings(conninfo: conninfo, applicationName: "test")
    #expect(settings.connectParameters["password"] == "SECRET")
    var dumped = ""
    dump(settings, to: &dumped)
    for print in ["\(settings)", String(reflecting: settings), dumped] {
      #expect(print.contains("user=clerk"))
      #expect(!print.contains("SECRET"))
    }
  }

  @Test(arguments: ["passwort=SECRET", "host=a password='SECRET", "SECRET", "a\0SECRET"])
  func `a string libpq cannot read is refused without quoting it`(conninfo: String) throws {
    let error = try #require(throws: DatabaseError.self) {
      _ = try ConnectionSettings(conninfo: conninfo, applicationName: "test")
    }
    #expect(error.kind == .misuse)
    #expect(!error.debugDescription.contains("SECRET"))
  }

  @Test func `what the string does not name gets our defaults, what it names wins`() throws {
    let plain = try ConnectionSettings(conninfo: "", applicationName: "test").connectParameters
    #expect(plain["connect_timeout"] == "2")
    #expect(plain["tcp_user_timeout"] == "3000")
    #expect(plain["keepalives_idle"] == "2")
    #expect(plain["keepalives_interval"] == "1")
    #expect(plain["keepalives_count"] == "3")
    #expect(plain["client_encoding"] == "UTF8")
    #expect(plain["application_name"] == "test")
    let named = try ConnectionSettings(
      conninfo: "host=a,b port=1,2 connect_timeout=9 application_name=mine",
      applicationName: "test"
    ).connectParameters
    #expect(named["connect_timeout"] == "9")
    #expect(named["application_name"] == "mine")
    #expect(named["host"] == "a,b")
  }

  @Test func `a session begins with its settings in force`() async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1) { settings in
        settings.statementTimeout = .milliseconds(1500)
        settings.lockTimeout = .milliseconds(700)
        settings.idleInTransactionTimeout = .seconds(9)
        settings.parameters["options"] = "-c work_mem=5MB"
      }
      let names = [
        "jit", "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout",
        "TimeZone", "client_encoding", "work_mem",
      ]
      let values = try await pool.run { connection in
        try names.map { name in
          try connection.one("SELECT current_setting(\(name))") { try $0.next() as String }
        }
      }
      #expect(values == ["off", "1500ms", "700ms", "9s", "UTC", "UTF8", "5MB"])
      await pool.close()
    }
  }
}
