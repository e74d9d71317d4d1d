import ArgumentParser
import Inquiries
import Papers
import Postgres
import Wire

/// The exit codes of the product; each command ends with one of them.
enum Exit {
  static let refused = ExitCode(1)
  /// Of `check` only: the report has errors or warnings to answer.
  static let remarks = ExitCode(2)
}

/// The one table from what went wrong to the line that says so.
enum Failure {
  /// `inquiry: Sentence. (code)`, with the field where one is meant.
  static func line(_ error: any Error) -> String {
    let line = "inquiry: \(sentence(error))"
    return line.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func sentence(_ error: any Error) -> String {
    switch error {
    case let problem as ProblemShape:
      return put(problem.detail, code: problem.code, field: problem.field)
    case let refusal as Refusal:
      return put(refusal.message, code: refusal.code, field: refusal.field)
    case let error as PaperError:
      return put(error.message, code: error.code, field: nil)
    case let fault as JSONFault:
      return put(
        "The server's answer cannot be read; are both of one version? \(fault.message)",
        code: "answer_not_understood", field: fault.field)
    case let unreachable as Unreachable:
      return put("\(unreachable)", code: "unreachable", field: nil)
    case let error as DatabaseError where error.kind == .unavailable:
      return put(
        "The database does not answer: \(error). Is it running, and are its settings right?",
        code: "database_unavailable", field: nil)
    case let fault as any OperatorFault:
      return put(fault.description, code: fault.code, field: nil)
    default:
      return put("Something went wrong: \(error)", code: "fault", field: nil)
    }
  }

  private static func put(_ sentence: String, code: String, field: String?) -> String {
    guard let field, !field.isEmpty else { return "\(sentence) (\(code))" }
    return "\(sentence) (\(code); \(field))"
  }
}

/// What an operator's command can run into before it reaches an act.
protocol OperatorFault: Error, CustomStringConvertible {
  var code: String { get }
}
