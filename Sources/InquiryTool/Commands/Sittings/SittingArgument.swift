public import ArgumentParser
public import Inquiries

/// How a sitting is named in a command.
enum SittingArgument {
  static let help: ArgumentHelp = "The sitting: P3, the third planned, or OS4, session 4."
}

extension SittingHandle: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension LogLineKind: ExpressibleByArgument {}
