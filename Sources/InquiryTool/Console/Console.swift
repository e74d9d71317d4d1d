import Foundation
import Wire

/// The person's side of a command: results go to standard output, words about
/// them to standard error, answers come from standard input.
struct Console: Sendable {
  let screen: Screen
  let environment: [String: String]
  /// Whether a person types what is read.
  let isTyped: Bool

  init(environment: [String: String]) {
    self.environment = environment
    screen = Screen(environment: environment)
    isTyped = Screen.isTerminal(STDIN_FILENO)
  }

  /// A setting of the environment; an empty one counts as none.
  func setting(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Prints a page.
  func show(_ lay: (inout Page) throws -> Void) rethrows {
    var page = Page(width: screen.width)
    try lay(&page)
    show(bytes: Array(page.printed(inColour: screen.hasColour).utf8))
  }

  /// Prints what a program reads, as it came and with a last line break.
  func show(json: [UInt8]) {
    show(bytes: json.last == UInt8(ascii: "\n") ? json : json + [UInt8(ascii: "\n")])
  }

  /// Prints bytes as they are.
  func show(bytes: [UInt8]) {
    // A reader who has gone, as `head` does, is not worth a word.
    try? FileHandle.standardOutput.write(contentsOf: bytes)
  }

  /// Prints an answer: as it came for a program, laid out for a person.
  func show<Shape: JSONShape>(
    _ answer: Client.Answer, as _: Shape.Type = Shape.self, json: Bool,
    _ lay: (Shape, inout Page) -> Void
  ) throws {
    guard !json else { return show(json: answer.bytes) }
    let shape: Shape = try answer.shape()
    show { page in lay(shape, &page) }
  }

  /// Says something about the result, in one line.
  func say(_ sentence: String) {
    let line = Wrapping.plain(sentence)
    try? FileHandle.standardError.write(contentsOf: Array("\(line)\n".utf8))
  }

  /// Reads one line, with a prompt for who types it.
  func ask(_ prompt: String) -> String? {
    if isTyped {
      try? FileHandle.standardError.write(contentsOf: Array("\(prompt) ".utf8))
    }
    return readLine().map { line in
      line.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// Reads everything up to the end.
  func rest() throws -> [UInt8] {
    Array(try FileHandle.standardInput.readToEnd() ?? Data())
  }
}
