import Inquiries
import Records

extension PublicPlace {
  /// Reads `questions/45/versions/1`, `questions/45/turns/2/versions/1`,
  /// `sessions/3/turns/1/versions/1`, `sessions/6/points/3/versions/1`,
  /// `submissions/CTI0012/paragraphs/3/versions/1`,
  /// `documents/D3/paragraphs/2.17/versions/1` and `surveys/S2/answers/q4-yes/versions/1`.
  static func version(_ slug: String, _ parts: ArraySlice<Substring>) -> PublicPlace? {
    let parts = Array(parts)
    guard parts.count == 4 || parts.count == 6, parts[parts.count - 2] == "versions",
      let version = number(parts[parts.count - 1])
    else { return nil }
    if parts.count == 4 {
      guard parts[0] == "questions", let question = number(parts[1]) else { return nil }
      return .version(slug, .turn(question: question, offset: 0), version)
    }
    switch (parts[0], parts[2]) {
    case ("documents", "paragraphs"):
      guard let reference = document(parts[1]), parts[3].utf8.count <= 40,
        let number = ParagraphNumber(String(parts[3]))
      else { return nil }
      return .version(slug, .paragraph(reference: reference, number: number), version)
    case ("surveys", "answers"):
      guard let survey = survey(parts[1]), let anchor = anchor(parts[3]) else { return nil }
      return .version(slug, .answer(survey: survey, anchor: anchor), version)
    default: break
    }
    guard let inner = number(parts[3]) else { return nil }
    switch (parts[0], parts[2]) {
    case ("questions", "turns"):
      return number(parts[1]).map {
        .version(slug, .turn(question: $0, offset: inner), version)
      }
    case ("sessions", "turns"):
      return number(parts[1]).map {
        .version(slug, .opening(session: $0, offset: inner), version)
      }
    case ("sessions", "points"):
      return number(parts[1]).map { .version(slug, .point(session: $0, number: inner), version) }
    case ("submissions", "paragraphs"):
      return reference(parts[1]).map {
        .version(slug, .paragraph(reference: $0, number: ParagraphNumber(inner)), version)
      }
    default: return nil
    }
  }
}
