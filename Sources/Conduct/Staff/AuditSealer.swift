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
    /// The newest root in hexadecimal, to be kept somewhere else.
    public let head: String?
  }

  /// Computes every digest and root again and compares.
  public func verify() async throws -> Verdict {
    let key = key
    return try await staff.transaction(TransactionOptions(isReadOnly: true)) { connection in
      var faults: [String] = []
      let seals = try AuditSeal.all(on: connection)
      var digests: [Int64: [UInt8]] = [:]
      var ids: [Int64] = []
      try SealedEntry.forEach(on: connection) { entry in
        ids.append(entry.id)
        digests[entry.id] = entry.digest
        if entry.canonicalDigest(key) != entry.digest {
          faults.append("Entry \(entry.id) is not what was written.")
        }
      }
      var previous = AuditSeal.beginning
      var sealed = 0
      for seal in seals {
        let run = ids[sealed...].prefix(seal.count)
        if seal.previous != previous {
          faults.append("The seal over entry \(seal.lastEntry) does not follow the one before.")
        }
        if run.count != seal.count || run.last != seal.lastEntry
          || MerkleRoot.of(run.compactMap { digests[$0] }, after: seal.previous) != seal.root
        {
          faults.append(
            "Entries \(seal.firstEntry) to \(seal.lastEntry) are not those that were sealed.")
        }
        previous = seal.root
        sealed += run.count
      }
      return Verdict(
        entries: ids.count, seals: seals.count, unsealed: ids.count - sealed,
        faults: faults, head: seals.last.map { $0.root.hexadecimal })
    }
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
