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
      ofQuestion: number, of: inquiry, on: connection)
    guard !passages.isEmpty else { return nil }
    let sessions = try PublishedSession.all(of: inquiry.id, on: connection)
    let (previous, next) = try PublishedPassage.neighbours(
      ofQuestion: number, of: inquiry.id, on: connection)
    return PublishedQuestion(
      number: number, passages: passages, sessions: sessions, previous: previous, next: next)
  }

  /// Each place that rests on it once: recommendations, findings, paragraphs.
  var uses: [PublishedPassage.Citing] {
    passages.uses
  }
}
