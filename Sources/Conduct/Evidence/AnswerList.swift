import Inquiries
import Postgres
import Records

/// Answers in own words to one question as a decision names them: respondents, ranges of
/// them, exceptions.
public struct AnswerList: Sendable, ExpressibleByIntegerLiteral {
  let words: [String]
  let except: [String]

  /// - Parameters:
  ///   - words: Places in the file, from 1, and ranges of them.
  ///   - except: What to leave out, written in the same way.
  public init(_ words: [String], except: [String] = []) {
    self.words = words
    self.except = except
  }

  public init(integerLiteral respondent: Int) {
    self.init(["\(respondent)"])
  }

  /// What these respondents wrote, in the order named.
  ///
  /// - Throws: ``Refusal`` that names every respondent who wrote nothing, and the
  ///   exception that would pass.
  func answers(
    to question: QuestionInWords, in survey: String, on connection: Connection
  ) throws -> [AnswerInWords] {
    let respondents = try NumberList(words, except: except).numbers
    guard !respondents.isEmpty else {
      throw Refusal(
        .invalid, "respondents_missing", "Name at least one respondent by their number.",
        field: "respondents")
    }
    let found = try AnswerList.read(respondents, of: question, on: connection)
    let silent = Set(respondents).subtracting(found.map(\.respondent))
    guard silent.isEmpty else {
      throw AnswerList.refusal(
        .notFound, "answer_not_found", silent.sorted(), of: respondents.count,
        "wrote nothing in answer to \(question.code); `inquiry survey words \(survey) "
          + "\(question.code)` shows who did")
    }
    return found
  }

  /// The same answers as they stand now, in this order.
  static func read(
    _ respondents: [Int], of question: QuestionInWords, on connection: Connection
  ) throws -> [AnswerInWords] {
    let found = try question.answers(of: respondents, on: connection)
    let byRespondent = Dictionary(uniqueKeysWithValues: found.map { ($0.respondent, $0) })
    return respondents.compactMap { byRespondent[$0] }
  }

  /// Refuses some of a list, all that are meant named at once.
  static func refusal(
    _ kind: Refusal.Kind, _ code: String, _ respondents: [Int], of count: Int, _ why: String,
    field: String = "respondents"
  ) -> Refusal {
    let named = NumberList.words(naming: respondents).joined(separator: ", ")
    return Refusal(
      kind, code,
      "\(respondents.count == 1 ? "Respondent" : "Respondents") \(named) \(why). Nothing was done."
        + LinkList.remedy(respondents, of: count), field: field)
  }
}
