/// Why a paper could not be read, and where in it.
///
/// The code is stable and for programs; the message is one sentence for the
/// person who sent the file, naming the place and what to do about it.
public struct PaperError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A stable name in `snake_case`, such as `question_number_backwards`.
  public let code: String
  /// One plain sentence: what is wrong, where, and the remedy.
  public let message: String
  /// The file name as the caller gave it.
  public let file: String
  /// The line of a text file or the paragraph of a Word document, from 1.
  public let line: Int?
  /// The character in the line, from 1.
  public let column: Int?

  /// Makes an error of a known kind.
  ///
  /// - Parameters:
  ///   - code: A stable name in `snake_case`.
  ///   - message: One sentence for a person.
  ///   - file: The file name as the caller gave it.
  ///   - line: The line or paragraph, where one is known.
  ///   - column: The character in the line, where one is known.
  public init(
    code: String, message: String, file: String, line: Int? = nil, column: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String { message }
}
