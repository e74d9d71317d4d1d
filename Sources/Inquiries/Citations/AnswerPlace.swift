/// Which answer of a survey a passage is: the question's code and the answer's, as
/// the instrument has them.
public struct AnswerPlace: Hashable, Sendable {
  /// `Q4`.
  public let question: String
  /// `yes`.
  public let option: String

  public init(question: String, option: String) {
    self.question = question
    self.option = option
  }

  /// Its place on the survey's page: `q4-yes`.
  public var anchor: String {
    "\(AnswerPlace.anchor(ofQuestion: question))-\(AnswerPlace.slug(option))"
  }

  /// The place of a question on the survey's page: `q4`.
  public static func anchor(ofQuestion question: String) -> String {
    slug(question)
  }

  /// Letters and digits of a code in lower case; whatever else stands in it is
  /// its number, so that two codes never share a place.
  private static func slug(_ code: String) -> String {
    code.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? String(scalar) : "_\(String(scalar.value, radix: 16))"
    }.joined()
  }
}
