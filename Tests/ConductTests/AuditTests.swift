import Crypto
import Dispatch
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

@testable import Conduct

@Suite(.database) struct AuditTests {
  private func sealer(_ world: World) -> AuditSealer {
    AuditSealer(
      staff: world.staff, keys: Keys(secret: SymmetricKey(data: Array(repeating: 7, count: 32))))
  }

  /// Seals until nothing is left: transactions of other tests on the same
  /// cluster may hold the sealer back for a moment.
  private func sealAll(_ sealer: AuditSealer) async throws {
    for _ in 0..<2_400 {
      try await sealer.seal()
      if try await sealer.verify().unsealed == 0 { return }
      try await Task.sleep(for: .milliseconds(50))
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

  /// As if the entry had been written in that transaction, older than any of this cluster.
  private func move(entry: Int64, to transaction: String, in world: World) async throws {
    let moved = try await world.database.asSuperuser { connection in
      try connection.transaction {
        try connection.execute("SET LOCAL session_replication_role = replica")
        return try connection.execute(
          """
          UPDATE record.audit_entry SET transaction_id = \(transaction)::xid8 WHERE id = \(entry)
          """)
      }
    }
    #expect(moved == 1)
  }

  @Test func `a run in which the numbers of transactions gain digits is sealed by number`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await move(entry: 1, to: "9", in: world)
    try await move(entry: 2, to: "10", in: world)
    try await move(entry: 3, to: "100", in: world)
    let sealer = sealer(world)
    #expect(try await sealer.seal() == 3)
    #expect(try await sealer.seal() == 0)
    let verdict = try await sealer.verify()
    #expect(verdict.faults == [])
    #expect(verdict.notes == [])
    #expect(verdict.seals == 1)
    #expect(verdict.unsealed == 0)
  }

  @Test func `seals hold when the numbers of transactions gain a digit after them`() async throws {
    let world = try await World.make()
    try await move(entry: 1, to: "8", in: world)
    try await move(entry: 2, to: "9", in: world)
    let sealer = sealer(world)
    #expect(try await sealer.seal() == 2)
    try await world.receive(Sample.transcript())
    try await move(entry: 3, to: "10", in: world)
    #expect(try await sealer.seal() == 1)
    let verdict = try await sealer.verify()
    #expect(verdict.faults == [])
    #expect(verdict.notes == [])
    #expect(verdict.unsealed == 0)
  }

  @Test func `a seal that an earlier version made by digits holds, is told of, and proves no less`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await move(entry: 1, to: "9", in: world)
    try await move(entry: 2, to: "10", in: world)
    try await move(entry: 3, to: "11", in: world)
    try await world.staff.transaction { connection in
      let entries = try SealedEntry.unsealed(after: nil, on: connection)
        .sorted { $0.transaction < $1.transaction }
      let first = try #require(entries.first)
      let last = try #require(entries.last)
      #expect(entries.map(\.id) == [2, 3, 1])
      try AuditSeal(
        firstEntry: first.id, lastEntry: last.id, lastTransaction: last.transaction,
        count: entries.count, previous: AuditSeal.beginning,
        root: MerkleRoot.of(entries.map(\.digest), after: AuditSeal.beginning)
      ).insert(on: connection)
    }
    let sealer = sealer(world)
    // What it had put before the entry with the lowest number is sealed once more.
    #expect(try await sealer.seal() == 2)
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await sealAll(sealer)
    let verdict = try await sealer.verify()
    #expect(verdict.faults == [])
    #expect(verdict.notes.count == 1)
    #expect(verdict.unsealed == 0)
    try await move(entry: 2, to: "11", in: world)
    try await move(entry: 3, to: "10", in: world)
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

  @Test func `an entry numbered before a sealed one and committed after it is sealed too`()
    async throws
  {
    let world = try await World.make()
    let sealer = sealer(world)
    try await sealAll(sealer)
    let older = Side(world.staff, enters: .afterRelease)
    try await older.begun()
    let younger = Side(world.staff, enters: .atOnce)
    try await younger.begun()
    // The younger transaction holds the lower number and is still under way.
    try await older.finish()
    for _ in 0..<200 where try await sealer.seal() == 0 {
      try await Task.sleep(for: .milliseconds(25))
    }
    try await younger.finish()
    try await sealAll(sealer)
    let verdict = try await sealer.verify()
    #expect(verdict.faults == [])
    #expect(verdict.unsealed == 0)
  }
}

/// A transaction held open by a test, which writes one audit entry.
private final class Side: Sendable {
  enum Moment {
    case atOnce, afterRelease
  }

  private let gate = DispatchSemaphore(value: 0)
  private let begunStream: AsyncStream<Void>
  private let task: Task<Void, any Error>

  init(_ pool: Pool, enters moment: Moment) {
    let (stream, begun) = AsyncStream.makeStream(of: Void.self)
    begunStream = stream
    let gate = gate
    task = Task {
      try await pool.transaction { connection in
        try connection.execute("SELECT pg_current_xact_id()")
        if moment == .atOnce { try Side.enter(connection) }
        begun.finish()
        gate.wait()
        if moment == .afterRelease { try Side.enter(connection) }
      }
    }
  }

  func begun() async throws {
    for await _ in begunStream {}
  }

  func finish() async throws {
    gate.signal()
    try await task.value
  }

  private static func enter(_ connection: Connection) throws {
    let at = Instant(microseconds: 1)
    let key = Keys(secret: SymmetricKey(data: Array(repeating: 7, count: 32))).audit
    try AuditEntry(
      at: at, actor: nil, inquiry: nil, act: "test", subject: "x", detail: "{}",
      digest: AuditDigest.of(
        at: at, actor: nil, inquiry: nil, act: "test", subject: "x", detail: "{}", key: key)
    ).insert(on: connection)
  }
}
