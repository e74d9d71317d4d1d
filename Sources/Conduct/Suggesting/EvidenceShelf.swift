import Inquiries
import Postgres
public import Records
import Synchronization
public import Tagging

/// The evidence of one inquiry as it is searched, brought up to the record
/// whenever it is asked.
final class EvidenceShelf: Sendable {
  private struct State {
    var index = EvidenceIndex()
    var head: SearchedEvidence.Head?
    var marks: [Identifier<Source>: Int64] = [:]
    var decided: (mark: Int64, all: DecidedEvidence)?
  }

  private let state = Mutex(State())
  /// Sources read in one go.
  private static let batch = 64

  /// Does something with the index, and what was decided, as the record stands now. One at
  /// a time; on a connection's own thread, because it takes its time.
  func read<Answer>(
    as viewpoint: Viewpoint, on connection: Connection,
    _ body: (EvidenceIndex, DecidedEvidence) throws -> Answer
  ) throws -> Answer where Answer: Sendable {
    try state.withLock { state in
      try Self.refresh(&state, as: viewpoint, on: connection)
      return try body(
        state.index, try Self.decided(&state.decided, as: viewpoint, on: connection))
    }
  }

  private static func decided(
    _ known: inout (mark: Int64, all: DecidedEvidence)?, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> DecidedEvidence {
    // The mark first: what is decided in between is read again the next time.
    let mark = try EvidenceDecisions.mark(as: viewpoint, on: connection)
    if let known, known.mark == mark { return known.all }
    let all = try DecidedEvidence(as: viewpoint, on: connection)
    known = (mark, all)
    return all
  }

  private static func refresh(
    _ state: inout State, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    let head = try SearchedEvidence.head(as: viewpoint, on: connection)
    guard head != state.head else { return }
    let model = MeaningKeeping.model
    let marks = try SearchedEvidence.marks(model, as: viewpoint, on: connection)
    func put(_ sources: [Identifier<Source>]) throws {
      for start in stride(from: 0, to: sources.count, by: batch) {
        let some = Array(sources[start..<min(start + batch, sources.count)])
        let rows = try SearchedEvidence.rows(of: some, model, as: viewpoint, on: connection)
        for (source, rows) in Dictionary(grouping: rows, by: \.source).sorted(by: {
          $0.key < $1.key
        }) {
          state.index.put(source, rows.map(EvidencePassage.init))
        }
      }
    }
    // What is changed half way is read again: the head is noted at the end.
    state.head = nil
    let changed = marks.filter { state.marks[$0.key] != $0.value }.keys.sorted()
    if state.marks.isEmpty || changed.count > marks.count / 2 || state.index.isWornOut {
      state.marks = [:]
      let all = marks.keys.sorted()
      let step = max(1, all.count / batch)
      let some = stride(from: 0, to: all.count, by: step).map { all[$0] }
      state.index = EvidenceIndex(
        around: try SearchedEvidence.rows(of: some, model, as: viewpoint, on: connection)
          .compactMap(\.vectors))
      try put(all)
    } else {
      for source in state.marks.keys where marks[source] == nil { state.index.remove(source) }
      try put(changed)
    }
    state.marks = marks
    state.head = head
  }
}

extension EvidencePassage {
  /// As it was read from the record.
  public init(_ row: SearchedEvidence.Row) {
    self.init(
      passage: row.passage, version: row.version, block: row.block, kind: row.kind,
      group: row.group, isEvidence: row.isEvidence, isConfidential: row.isConfidential,
      text: row.text, vectors: row.vectors)
  }
}
