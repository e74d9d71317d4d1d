import Foundation
import Inquiries
import Synchronization
import Wire

/// The local file in which typed lines lie until the server has acknowledged
/// them: JSON lines, for its owner alone, on disk before the prompt returns.
///
/// A second command on the same file is refused; the lock goes with its
/// process, also when that is killed.
final class LogSpool: Sendable {
  private struct State {
    /// In the order in which they were typed, each under a number of its own.
    var entries: [(key: Int, entry: SpoolEntry)] = []
    /// When each was put here, in this run.
    var putAt: [Int: ContinuousClock.Instant] = [:]
    var nextKey = 0
    var file: Int32 = -1

    mutating func add(_ entry: SpoolEntry) {
      entries.append((nextKey, entry))
      putAt[nextKey] = .now
      nextKey += 1
    }
  }

  let path: String
  private let lock: Int32
  private let state = Mutex(State())
  /// What an entry that was cut off by a crash is renamed to.
  let tornPath: String?

  /// - Throws: ``Refusal`` when the folder cannot be written, or another command
  ///   has the file.
  init(folder: String, name: String) throws {
    path = "\(folder)/\(name).jsonl"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw LogSpool.unwritable(folder)
    }
    lock = open("\(folder)/\(name).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw LogSpool.unwritable(folder) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw Refusal(
        .conflict, "log_open_elsewhere",
        "Another `inquiry session log` on this machine has this sitting open; go on there.",
        field: "sitting")
    }
    let (entries, torn) = try LogSpool.read(path)
    tornPath = torn.isEmpty ? nil : "\(path).torn"
    if let tornPath { try Files.write(torn, to: tornPath) }
    state.withLock { state in
      // What was refused is tried once more: the reason may have gone.
      for var entry in entries {
        entry.refusal = nil
        state.add(entry)
      }
    }
    try state.withLock { try rewrite(&$0) }
  }

  deinit {
    state.withLock { _ = close($0.file) }
    close(lock)
  }

  /// How many entries wait to be sent, and those that were refused.
  var unsent: Int { state.withLock { $0.entries.count { $0.entry.refusal == nil } } }
  var refused: [(number: Int, entry: SpoolEntry)] {
    state.withLock { state in
      state.entries.filter { $0.entry.refusal != nil }.map { ($0.key + 1, $0.entry) }
    }
  }

  /// Since when the oldest entry that waits to be sent lies here, in this run.
  var waitingSince: ContinuousClock.Instant? {
    state.withLock { state in
      state.entries.first { $0.entry.refusal == nil }.flatMap { state.putAt[$0.key] }
    }
  }

  /// Where entries lie that somebody let go of.
  var droppedPath: String { "\(path).dropped" }

  /// Keeps an entry: it is on disk when this returns.
  func append(_ entry: SpoolEntry) throws {
    try state.withLock { state in
      let bytes = entry.jsonBytes + [UInt8(ascii: "\n")]
      let end = lseek(state.file, 0, SEEK_END)
      guard write(bytes, to: state.file), fsync(state.file) == 0 else {
        // No half entry may stand before the next one.
        ftruncate(state.file, end)
        throw LogSpool.unwritable(path)
      }
      state.add(entry)
    }
  }

  /// Takes over all entries of another spool; each is here before it goes there.
  func take(from other: LogSpool) throws {
    let entries = other.state.withLock { $0.entries }
    for item in entries { try append(item.entry) }
    try other.acknowledge(entries.map(\.key))
  }

  /// What is to be sent next: lines in a row, or one change.
  func next() -> [(key: Int, entry: SpoolEntry)] {
    state.withLock { state in
      var batch: [(key: Int, entry: SpoolEntry)] = []
      var size = 0
      for item in state.entries where item.entry.refusal == nil {
        guard case .line(let line) = item.entry.content else {
          return batch.isEmpty ? [item] : batch
        }
        size += line.text.utf8.count + 200
        // A quarter of what the server takes at once.
        guard batch.count < NewLogLine.mostAtOnce, size < 262_144 || batch.isEmpty else { break }
        batch.append(item)
      }
      return batch
    }
  }

  /// Lets go of what the server has acknowledged.
  func acknowledge(_ keys: [Int]) throws {
    let keys = Set(keys)
    try state.withLock { state in
      state.entries.removeAll { keys.contains($0.key) }
      for key in keys { state.putAt[key] = nil }
      try rewrite(&state)
    }
  }

  /// Keeps an entry that the server does not take, with its reason.
  func refuse(_ key: Int, _ reason: String) throws {
    try state.withLock { state in
      guard let place = state.entries.firstIndex(where: { $0.key == key }) else { return }
      state.entries[place].entry.refusal = reason
      try rewrite(&state)
    }
  }

  /// Gives a refused entry other words, to be sent again; false when there is none of
  /// that number.
  func mend(refused number: Int, _ text: String) throws -> Bool {
    try state.withLock { state in
      guard let place = LogSpool.refused(number, in: state) else { return false }
      state.entries[place].entry = state.entries[place].entry.mended(text)
      state.putAt[state.entries[place].key] = .now
      try rewrite(&state)
      return true
    }
  }

  /// Lets go of a refused entry: it goes from here once it lies beside, with why the
  /// server did not take it.
  func drop(refused number: Int) throws -> SpoolEntry? {
    try state.withLock { state in
      guard let place = LogSpool.refused(number, in: state) else { return nil }
      let entry = state.entries[place].entry
      let before = Files.exists(droppedPath) ? try Files.read(droppedPath) : []
      try Files.write(before + entry.jsonBytes + [UInt8(ascii: "\n")], to: droppedPath)
      state.entries.remove(at: place)
      try rewrite(&state)
      return entry
    }
  }

  private static func refused(_ number: Int, in state: State) -> Int? {
    state.entries.firstIndex { $0.key + 1 == number && $0.entry.refusal != nil }
  }

  /// Writes the file as it is to be, whole or not at all.
  private func rewrite(_ state: inout State) throws {
    if state.entries.isEmpty, state.file >= 0 {
      guard ftruncate(state.file, 0) == 0, fsync(state.file) == 0 else {
        throw LogSpool.unwritable(path)
      }
      return
    }
    try Files.write(
      state.entries.flatMap { $0.entry.jsonBytes + [UInt8(ascii: "\n")] }, to: path)
    if state.file >= 0 { close(state.file) }
    state.file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard state.file >= 0, fchmod(state.file, 0o600) == 0 else { throw LogSpool.unwritable(path) }
  }

  private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The entries of a file, and the bytes of those that cannot be read: one that
  /// was cut off while it was written was never shown as kept.
  private static func read(_ path: String) throws -> (entries: [SpoolEntry], torn: [UInt8]) {
    guard Files.exists(path) else { return ([], []) }
    var entries: [SpoolEntry] = []
    var torn: [UInt8] = []
    for line in try Files.read(path).split(separator: UInt8(ascii: "\n")) {
      if let entry = try? SpoolEntry(JSONObject(Array(line))) {
        entries.append(entry)
      } else {
        torn += line + [UInt8(ascii: "\n")]
      }
    }
    return (entries, torn)
  }

  private static func unwritable(_ place: String) -> Refusal {
    Refusal(
      .invalid, "log_not_kept",
      "\(place) cannot be written, so nothing typed would be safe; free some space, or name another "
        + "folder with INQUIRY_LOG_FOLDER.", field: "INQUIRY_LOG_FOLDER")
  }
}
