import Crypto
import Inquiries
public import Postgres
import Records

/// Seals the audit: chains a Merkle root over every run of new entries, so that
/// clerks do not queue behind one row and still no entry can be altered, taken
/// out or slipped in unseen.
public struct AuditSealer: Sendable {
  private let staff: Pool
  private let key: SymmetricKey

  /// - Parameter staff: Connections in the staff role.
  public init(staff: Pool, keys: Keys) {
    self.staff = staff
    key = keys.audit
  }

  /// Seals what no transaction under way can still add to.
  ///
  /// - Returns: How many entries were sealed.
  @discardableResult
  public func seal() async throws -> Int {
    try await staff.transaction { connection in
      let last = try AuditSeal.last(on: connection)
      let entries = try SealedEntry.unsealed(after: last, on: connection)
      guard let first = entries.first, let end = entries.last else { return 0 }
      let previous = last?.root ?? AuditSeal.beginning
      try AuditSeal(
        firstEntry: first.id, lastEntry: end.id, lastTransaction: end.transaction,
        count: entries.count, previous: previous,
        root: MerkleRoot.of(entries.map(\.digest), after: previous)
      ).insert(on: connection)
      return entries.count
    }
  }

  /// What a verification of the whole audit found.
  public struct Verdict: Sendable {
    public let entries: Int
    public let seals: Int
    /// Entries newer than the last seal; nothing vouches for them yet.
    public let unsealed: Int
    /// What does not hold, a sentence each; empty when all does.
    public let faults: [String]
    /// What holds and is not as it is made today, a sentence each.
    public let notes: [String]
    /// The newest root in hexadecimal, to be kept somewhere else.
    public let head: String?
  }

  /// Computes every digest and root again and compares.
  public func verify() async throws -> Verdict {
    let key = key
    return try await staff.transaction(TransactionOptions(isReadOnly: true)) { connection in
      var faults: [String] = []
      var notes: [String] = []
      let seals = try AuditSeal.all(on: connection)
      var entries: [SealedDigest] = []
      try SealedEntry.forEach(on: connection) { entry in
        entries.append(
          SealedDigest(id: entry.id, transaction: entry.transaction, digest: entry.digest))
        if entry.canonicalDigest(key) != entry.digest {
          faults.append("Entry \(entry.id) is not what was written.")
        }
      }
      var previous = AuditSeal.beginning
      var start = 0
      var sealed = 0
      for seal in seals {
        let run = Array(entries[start...].prefix(seal.count))
        sealed = max(sealed, start + run.count)
        if seal.previous != previous {
          faults.append("The seal over entry \(seal.lastEntry) does not follow the one before.")
        }
        if seal.holds(run) {
          start += run.count
        } else if seal.holds(run.inOrderOfDigits),
          let last = run.firstIndex(where: { $0.id == seal.lastEntry })
        {
          notes.append(seal.misordered(run))
          // That version went on behind the entry it had put last, and sealed once more
          // whatever really follows it.
          start += last + 1
        } else {
          faults.append(
            "Entries \(seal.firstEntry) to \(seal.lastEntry) are not those that were sealed.")
          start += run.count
        }
        previous = seal.root
      }
      return Verdict(
        entries: entries.count, seals: seals.count, unsealed: entries.count - sealed,
        faults: faults, notes: notes, head: seals.last.map { $0.root.hexadecimal })
    }
  }
}

/// What a seal holds of an entry.
private struct SealedDigest {
  let id: Int64
  let transaction: String
  let digest: [UInt8]
}

extension [SealedDigest] {
  /// As an earlier version sealed them: by the digits of their transactions, so that
  /// 10000 came before 9999.
  fileprivate var inOrderOfDigits: [SealedDigest] {
    sorted { ($0.transaction, $0.id) < ($1.transaction, $1.id) }
  }
}

extension AuditSeal {
  /// Whether it was made over these entries, in this order.
  fileprivate func holds(_ run: [SealedDigest]) -> Bool {
    run.count == count && run.last?.id == lastEntry
      && MerkleRoot.of(run.map(\.digest), after: previous) == root
  }

  fileprivate func misordered(_ run: [SealedDigest]) -> String {
    let ids = run.map(\.id)
    return "The seal over entries \(ids.min() ?? firstEntry) to \(ids.max() ?? lastEntry) was "
      + "made by an earlier version in the wrong order of transactions; each of them is what was "
      + "sealed."
  }
}

/// A Merkle root over digests, bound to the root before it.
///
/// - SeeAlso: RFC 6962, 2.1, whose leaf and node prefixes it takes.
enum MerkleRoot {
  static func of(_ digests: [[UInt8]], after previous: [UInt8]) -> [UInt8] {
    var level = digests.map { hash([0] + $0) }
    while level.count > 1 {
      level = stride(from: 0, to: level.count, by: 2).map { index in
        index + 1 < level.count ? hash([1] + level[index] + level[index + 1]) : level[index]
      }
    }
    return hash([2] + previous + (level.first ?? []))
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }
}

extension SealedEntry {
  /// Its digest, computed again from what stands in the record.
  fileprivate func canonicalDigest(_ key: SymmetricKey) -> [UInt8] {
    AuditDigest.of(
      at: at, actor: actor, inquiry: inquiry, act: act, subject: subject, detail: detail, key: key)
  }
}

extension [UInt8] {
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
