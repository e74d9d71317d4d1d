import Foundation

/// What a command prints on: how wide it is, and whether it takes colour.
struct Screen: Sendable {
  let width: Int
  let hasColour: Bool

  /// Two pages of a report side by side still fit; nobody reads longer lines.
  private static let widthInPipe = 100
  /// Below this a table is one word a line.
  private static let leastWidth = 40

  init(width: Int, hasColour: Bool = false) {
    self.width = max(width, Screen.leastWidth)
    self.hasColour = hasColour
  }

  /// Standard output as it is now.
  ///
  /// - SeeAlso: <https://no-color.org>, on `NO_COLOR`: set and not empty.
  init(environment: [String: String]) {
    let isTerminal = Screen.isTerminal(STDOUT_FILENO)
    let asked = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let measured = isTerminal ? Screen.columns(of: STDOUT_FILENO) : nil
    self.init(
      width: asked ?? measured ?? Screen.widthInPipe,
      hasColour: isTerminal && environment["NO_COLOR", default: ""].isEmpty
        && environment["TERM"] != "dumb")
  }

  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
