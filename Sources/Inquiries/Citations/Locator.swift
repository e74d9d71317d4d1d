/// The place in the evidence that a citation names.
///
/// The description is what an author writes after `@`: reading it again gives
/// the same locator.
public enum Locator: Hashable, Sendable, CustomStringConvertible {
  /// Numbered questions with all that was said until the next number: `Q45`,
  /// `Q45-48`, `Q45, Chris Hayward`. Numbers run on through an inquiry, so a
  /// session is named only where a body began again at 1: `OS3, Q45`.
  case questions(ClosedRange<Int>, session: Int? = nil, speaker: String? = nil)
  /// One turn, counted on from the question before it: `Q45+2`. Before the
  /// first question of a session the count begins at 1: `OS3, Q0+1`.
  case turn(session: Int? = nil, question: Int, offset: Int)
  /// Points of a note or summary: `OS6, point 3`, `OS6, points 3-5`. The kind
  /// is named where a session has both: `OS6-summary, point 3`.
  case points(session: Int, ClosedRange<Int>, of: SourceKind? = nil)
  /// The whole record of an oral evidence session: `OS6`, which is its
  /// transcript where it has one; `OS6-summary` is the record of that kind.
  case session(Int, of: SourceKind? = nil)
  /// A whole written submission, document or survey: `CTI0012`, `D3`, `S2`.
  case whole(String)
  /// Paragraphs of a written submission or document: `CTI0012, para 3`,
  /// `D3, paras 3-5`, `D3, para 2.17`.
  case paragraphs(String, ClosedRange<ParagraphNumber>)
  /// What begins on these pages of a document: `D3, page 14`, `D3, pages 14-16`.
  case pages(String, ClosedRange<Int>)
  /// Every answer to a question of a survey, `S2-Q4`, or one of them:
  /// `S2-Q4, answer yes`.
  case answers(survey: String, question: String, option: String? = nil)

  public var description: String {
    switch self {
    case .questions(let range, let session, let speaker):
      let place = Locator.prefix(session) + "Q" + Locator.text(range)
      return speaker.map { "\(place), \($0)" } ?? place
    case .turn(let session, let question, let offset):
      return "\(Locator.prefix(session))Q\(question)+\(offset)"
    case .points(let session, let range, let kind):
      let word = range.count == 1 ? "point" : "points"
      return "OS\(session)\(Locator.suffix(kind)), \(word) \(Locator.text(range))"
    case .session(let session, let kind):
      return "OS\(session)\(Locator.suffix(kind))"
    case .whole(let reference):
      return reference
    case .paragraphs(let reference, let range):
      let word = range.lowerBound == range.upperBound ? "para" : "paras"
      return "\(reference), \(word) \(Locator.text(range))"
    case .pages(let reference, let range):
      return "\(reference), \(range.count == 1 ? "page" : "pages") \(Locator.text(range))"
    case .answers(let survey, let question, let option):
      return "\(survey)-\(question)" + (option.map { ", answer \($0)" } ?? "")
    }
  }

  private static func prefix(_ session: Int?) -> String {
    session.map { "OS\($0), " } ?? ""
  }

  private static func suffix(_ kind: SourceKind?) -> String {
    kind.map { "-\($0.rawValue)" } ?? ""
  }

  static func text<Number: Equatable>(_ range: ClosedRange<Number>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }
}

/// Why one item of a citation cannot be read.
public enum LocatorFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// No kind of evidence is cited with such a key.
  case unknownKind(String)
  /// The key and its suffix read as far as `read`, and then this was left.
  case leftOver(String, read: Locator)
  /// The key has a known form, with a number that cannot be.
  case malformed(String, reason: String)
  /// There is no `@` and key where one must stand.
  case missingKey(String)
  /// The citation's bracket is never closed in its paragraph.
  case unclosed(String)
  /// A reference stands outside square brackets, where it does not count.
  case unbracketed(String)
  /// Both brackets of a citation are escaped, as converters write what was typed in Word.
  case escaped(String)

  /// One sentence for the author.
  public var description: String {
    switch self {
    case .unknownKind(let key):
      "“@\(key)” is an unknown kind of reference; write a question (@Q45), a session (@OS6), a "
        + "submission (@CTI0012), a document (@D3) or a question of a survey (@S2-Q4)."
    case .leftOver(let rest, let read):
      "“@\(read)” was read and “\(rest)” was left over; what follows must be part of the reference."
    case .malformed(let text, let reason):
      "“@\(text)” cannot be read: \(reason)."
    case .missingKey(let text):
      "“\(text)” stands in a citation and has no reference; begin it with @."
    case .unclosed(let text):
      "The citation “\(text)” is never closed; end it with ]."
    case .unbracketed(let text):
      "“\(text)” does not count as a citation; write [\(text)]."
    case .escaped(let text):
      "“\(text)” does not count as a citation, because its brackets are escaped; write "
        + "\(text.replacing("\\", with: ""))."
    }
  }
}
