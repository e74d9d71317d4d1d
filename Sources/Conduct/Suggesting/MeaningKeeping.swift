import Inquiries
public import Postgres
import Records
import Tagging

/// Keeps the vectors of what passages mean: computes those that are missing,
/// outside any transaction, and stores them.
public struct MeaningKeeping: Sendable {
  /// The name under which vectors are kept: the model's, and how words are cut.
  public static let model = "all-MiniLM-L6-v2 \(SentenceWindows.form)"

  private let staff: Pool
  private let meaning: Meaning
  /// The last version that was looked at.
  private var last = Identifier<PassageVersion>(0)

  public init(staff: Pool, meaning: Meaning) {
    self.staff = staff
    self.meaning = meaning
  }

  /// How many passages there are in all inquiries, and how many have vectors.
  public func count() async throws -> (all: Int, known: Int) {
    try await staff.run { try PassageMeaning.count(Self.model, on: $0) }
  }

  /// Goes on to the next few versions, and computes what they lack.
  ///
  /// - Parameter limit: How many versions to look at.
  /// - Returns: How many got vectors; `nil` when there was none to look at.
  /// - Throws: ``Meaning/Failed`` when the model does not answer; the same
  ///   versions come again then.
  public mutating func step(_ limit: Int) async throws -> Int? {
    let after = last
    let (wanted, reached) = try await staff.run {
      try PassageMeaning.wanted(Self.model, after: after, limit: limit, on: $0)
    }
    guard let reached else { return nil }
    if !wanted.isEmpty {
      let pieces = wanted.map { SentenceWindows.texts(of: $0.text) }
      let vectors = try await vectors(of: pieces.flatMap { $0 })
      var rest = vectors[...]
      let kept = zip(wanted, pieces).map { wanted, pieces in
        defer { rest = rest.dropFirst(pieces.count) }
        return (wanted.version, rest.prefix(pieces.count).flatMap(MeaningVector.bytes))
      }
      try await staff.transaction { try PassageMeaning.insert(kept, Self.model, on: $0) }
    }
    last = reached
    return wanted.count
  }

  private func vectors(of texts: [String]) async throws -> [[Float]] {
    guard try await "\(meaning.model()) \(SentenceWindows.form)" == Self.model else {
      throw Meaning.Failed(
        description: "the sentence model is another one than \(Self.model) was made with")
    }
    return try await meaning.vectorsInTurns(of: texts)
  }
}

extension Meaning {
  /// Texts in one request: half a second, in which a question has to wait.
  private static let atOnce = 4

  /// Vectors of texts that nobody waits for, a few in one request.
  func vectorsInTurns(of texts: [String]) async throws -> [[Float]] {
    var vectors: [[Float]] = []
    for start in stride(from: 0, to: texts.count, by: Meaning.atOnce) {
      vectors += try await self.vectors(
        of: Array(texts[start..<min(start + Meaning.atOnce, texts.count)]))
    }
    return vectors
  }
}
