import Conduct
import Crypto
import Dispatch
import Inquiries
import Postgres
import TestSupport
import Testing

@Suite(.database) struct AuditTests {
  private func sealer(_ world: World) -> AuditSealer {
    AuditSealer(
      staff: world.staff, keys: Keys(secret: SymmetricKey(data: Array(repeating: 7, count: 32))))
  }

  /// Seals until nothing is left: transactions of other tests on the same
  /// cluster may hold the sealer back for a moment.
  private func sealAll(_ sealer: AuditSealer) async throws {
    for _ in 0..<400 {
      try await sealer.seal()
      if try await sealer.verify().unsealed == 0 { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    Issue.record("Something was never sealed.")
  }

  @Test func `a sealed audit verifies, and names its unsealed tail`() async throws {
    let world = try await World.make()
    let sealer = sealer(world)
    try await sealAll(sealer)
    #expect(try await sealer.seal() == 0)
    try await world.receive(Sample.transcript())
    let verdict = try await sealer.verify()
    #expect(verdict.faults == [])
    #expect(verdict.entries == 3)
    #expect(verdict.unsealed == 1)
    #expect(verdict.head != nil)
  }

  @Test(arguments: [
    "UPDATE record.audit_entry SET subject = 'forged' WHERE id = 1",
    "DELETE FROM record.audit_entry WHERE id = 2",
    """
    INSERT INTO record.audit_entry (id, at, act, subject, detail, digest)
    OVERRIDING SYSTEM VALUE VALUES (0, now(), 'x', 'x', '{}', sha256(''))
    """,
    "UPDATE record.audit_seal SET root = sha256('x')",
  ])
  func `tampering behind the triggers is found`(statement: String) async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let sealer = sealer(world)
    try await sealAll(sealer)
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await sealAll(sealer)
    // As a superuser who switches triggers and foreign keys off.
    let changed = try await world.database.asSuperuser { connection in
      try connection.transaction {
        try connection.execute("SET LOCAL session_replication_role = replica")
        return try connection.execute("\(unsafe: statement)")
      }
    }
    #expect(changed > 0)
    #expect(try await !sealer.verify().faults.isEmpty)
  }

  @Test func `entries of a transaction still under way hold the sealer back, not up`()
    async throws
  {
    let world = try await World.make()
    let sealer = sealer(world)
    try await sealAll(sealer)
    let (opened, open) = AsyncStream.makeStream(of: Void.self)
    let gate = DispatchSemaphore(value: 0)
    let slow = Task {
      try await world.staff.transaction { connection in
        try connection.execute("SELECT pg_current_xact_id()")
        open.yield()
        gate.wait()
      }
    }
    for await _ in opened { break }
    try await world.receive(Sample.transcript())
    #expect(try await sealer.seal() == 0)
    gate.signal()
    try await slow.value
    try await sealAll(sealer)
  }
}
