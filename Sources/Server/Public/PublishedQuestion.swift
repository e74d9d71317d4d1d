import Inquiries
import Postgres
import Records

/// A numbered question with what was said until the next, and its neighbours.
struct PublishedQuestion {
  let number: Int
  /// Of one record or, where a body began again at 1, of several.
  let passages: [PublishedPassage]
  let sessions: [Session]
  let previous: Int?
  let next: Int?

  /// - Returns: `nil` when nothing of it is published.
  static func find(
    _ number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> PublishedQuestion? {
    let passages = try PublishedPassage.all(
      ofQuestion: number, of: inquiry.id, on: connection)
    guard !passages.isEmpty else { return nil }
    let sessions = try PublishedSession.all(of: inquiry.id, on: connection)
    let spans = sessions.flatMap(\.sources).compactMap(\.questions)
    return PublishedQuestion(
      number: number, passages: passages, sessions: sessions,
      previous: before(number, in: spans), next: after(number, in: spans))
  }

  /// Numbers run on without a gap within a record, so its span tells them.
  static func before(_ number: Int, in spans: [ClosedRange<Int>]) -> Int? {
    spans.filter { $0.lowerBound < number }.map { min($0.upperBound, number - 1) }.max()
  }

  static func after(_ number: Int, in spans: [ClosedRange<Int>]) -> Int? {
    spans.filter { $0.upperBound > number }.map { max($0.lowerBound, number + 1) }.min()
  }

  /// Each place that rests on it once: recommendations, findings, paragraphs.
  var uses: [PublishedPassage.Citing] {
    passages.uses
  }
}
