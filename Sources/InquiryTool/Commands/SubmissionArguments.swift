public import ArgumentParser
public import Inquiries

/// Words of closed lists, with hyphens where the API has underscores.
extension WrittenSubmission.Outcome: ExpressibleByArgument {
  public init?(argument: String) {
    guard let outcome = Self(rawValue: argument.replacing("-", with: "_")), outcome != .undecided
    else { return nil }
    self = outcome
  }

  public static var allValueStrings: [String] {
    allCases.filter { $0 != .undecided }.map { $0.rawValue.replacing("_", with: "-") }
  }
}

extension WrittenSubmission.SequenceKind: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(rawValue: argument.replacing("-", with: "_"))
  }

  public static var allValueStrings: [String] {
    allCases.map { $0.rawValue.replacing("_", with: "-") }
  }
}

extension WrittenSubmission.SubmitterKind: ExpressibleByArgument {}

extension Document.Kind: ExpressibleByArgument {}

extension WrittenSubmission.Lateness: ExpressibleByArgument {}

extension SourceState: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(rawValue: argument.replacing("-", with: "_"))
  }

  public static var allValueStrings: [String] {
    allCases.map { $0.rawValue.replacing("_", with: "-") }
  }
}

extension ConsentUse: ExpressibleByArgument {}
