/// The names under which one connection's server keeps prepared statements.
///
/// Bounded, because each costs the server memory and a splice (`unsafe:`) can make any
/// number of texts.
struct StatementCache {
  struct Key: Hashable {
    /// Of the text, around its parameters.
    let fragments: [String]
    let types: [UInt32]

    /// Lengths tell nearly all statements apart and are there already; to hash
    /// whole texts would be a part of every query's time.
    func hash(into hasher: inout Hasher) {
      for fragment in fragments { hasher.combine(fragment.utf8.count) }
      for type in types { hasher.combine(type) }
    }
  }

  private struct Entry {
    let name: String
    var lastUse: UInt64
  }

  private let limit: Int
  private var entries: [Key: Entry] = [:]
  private var clock: UInt64 = 0

  init(limit: Int) { self.limit = max(1, limit) }

  var count: Int { entries.count }

  /// The name of a statement that is prepared, marking it as used.
  mutating func name(of key: Key) -> String? {
    clock += 1
    guard let index = entries.index(forKey: key) else { return nil }
    entries.values[index].lastUse = clock
    return entries.values[index].name
  }

  /// A name no statement of this connection has had.
  mutating func freshName() -> String {
    clock += 1
    return "s\(clock)"
  }

  mutating func insert(_ key: Key, name: String) {
    clock += 1
    entries[key] = Entry(name: name, lastUse: clock)
  }

  /// Removes the least recently used statement if there is no room for another.
  ///
  /// Looks at every entry; that happens once per preparation and costs far less than it.
  ///
  /// - Returns: The name to deallocate.
  mutating func makeRoom() -> String? {
    guard entries.count >= limit,
      let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
    else { return nil }
    entries[oldest.key] = nil
    return oldest.value.name
  }

  mutating func removeAll() { entries.removeAll() }
}
