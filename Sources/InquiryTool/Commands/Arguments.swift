public import ArgumentParser
public import Inquiries
import Wire

extension Day {
  /// A day as a person writes it in a command.
  static func argument(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ValidationError("Write a day as YYYY-MM-DD, such as 2018-02-06.")
    }
    return day
  }
}

/// When something was decided, and by whom.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Day on which it was decided.", valueName: "day"), transform: Day.argument)
  var decision: Day

  @Option(help: ArgumentHelp("Meeting or person that decided.", valueName: "who"))
  var by: String

  func shape(reason: String? = nil) -> DecisionShape {
    DecisionShape(on: decision, by: by, reason: reason)
  }

  /// `decided by the group on 6 February 2018`.
  var inWords: String {
    "decided by \(by) on \(decision.inWords)"
  }
}

/// Words of one passage, named by their place in it.
struct SpanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Code points of one passage, such as 12-40.", valueName: "from-to"))
  var span: String?

  @Option(
    help: ArgumentHelp("The version of the passage that you read; else the newest.", valueName: "n")
  )
  var version: Int?

  func validate() throws {
    guard span == nil || codePoints != nil else {
      throw ValidationError("Write --span as two numbers, such as 12-40.")
    }
  }

  /// Refuses words that are named in two ways.
  func require(without quote: String?) throws {
    guard quote == nil || span == nil else { throw ValidationError("Give --quote or --span.") }
  }

  /// Refuses a span of which it is not said in what version it was read.
  func requireVersion() throws {
    guard span == nil || version != nil else {
      throw ValidationError("--span means nothing in another version; give --version too.")
    }
  }

  var codePoints: SpanShape? {
    let ends = span?.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) } ?? []
    guard ends.count == 2, let from = ends[0], let to = ends[1] else { return nil }
    return SpanShape(from: from, to: to)
  }
}

/// Words of closed lists: spelled as the API spells them.
extension SourceKind: ExpressibleByArgument {
  public init?(argument: String) {
    // A log is typed, a submission has its own command.
    guard let kind = SourceKind(rawValue: argument), kind.isRecordOfSession else { return nil }
    self = kind
  }

  public static var allValueStrings: [String] {
    allCases.filter(\.isRecordOfSession).map(\.rawValue)
  }
}

extension Stance: ExpressibleByArgument {}

extension LinkStatus: ExpressibleByArgument {}

extension Lineage.Relation: ExpressibleByArgument {}

extension EvidenceMatrix.Kind: ExpressibleByArgument {}

extension Correction.Kind: ExpressibleByArgument {}

extension Stage: ExpressibleByArgument {
  public init?(argument: String) {
    // `logged` is of a live log, never of a file.
    guard let stage = Stage(rawValue: argument), stage != .logged else { return nil }
    self = stage
  }

  public static var allValueStrings: [String] {
    allCases.filter { $0 != .logged }.map(\.rawValue)
  }
}

extension BodyKind: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(rawValue: argument.replacing("-", with: "_"))
  }

  public static var allValueStrings: [String] {
    allCases.map { $0.rawValue.replacing("_", with: "-") }
  }
}
