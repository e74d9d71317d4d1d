/// What of a log was said in private.
///
/// A log is in private from its first private line to its next public one, and while it
/// is so, every other log of the sitting is too. Each run of the logging command is a log
/// of its own: what the same person types on a second machine does not end what the first
/// has in private. The line that says that the sitting is public again ends all of its
/// person, who may have gone on elsewhere after a crash. A line that was struck keeps
/// private what was said there.
public enum LogPrivacy {
  /// One run of the logging command: what stands before the last hyphen of its lines' ids.
  public struct Run: Hashable, Sendable {
    public let loggedBy: String
    public let id: String

    public init(loggedBy: String, lineID: String) {
      self.loggedBy = loggedBy
      id = lineID.lastIndex(of: "-").map { String(lineID[..<$0]) } ?? ""
    }
  }

  /// What of a line decides whose log is in private.
  public struct Step: Hashable, Sendable {
    public let run: Run
    /// Its place in the order in which lines arrived.
    public let ordinal: Int
    public let isPrivate: Bool
    public let isStruck: Bool
    /// Whether it says that the sitting is public again.
    public let isEnd: Bool

    public init(
      run: Run, ordinal: Int, isPrivate: Bool, isStruck: Bool = false, isEnd: Bool
    ) {
      self.run = run
      self.ordinal = ordinal
      self.isPrivate = isPrivate
      self.isStruck = isStruck
      self.isEnd = isEnd
    }

    public init(_ line: LogLine) {
      self.init(
        run: Run(loggedBy: line.loggedBy, lineID: line.id), ordinal: line.ordinal,
        isPrivate: line.isPrivate, isStruck: line.isStruck,
        isEnd: line.kind == .stage && line.text == LogPrivacy.mark(false))
    }
  }

  /// Of each line whether it was said in private.
  ///
  /// - Parameter lines: All of a sitting, struck ones too, in the order in which they
  ///   stand.
  public static func flags(of lines: [LogLine]) -> [Bool] {
    var flags = lines.map(\.isPrivate)
    let steps = lines.map { Step($0) }
    let (ended, open) = stretches(of: steps)
    for (run, stretch) in ended + open.map({ ($0.key, $0.value.lowerBound..<lines.count) }) {
      // Of its own lines each says by itself what it is, whatever time it was given.
      for index in stretch where steps[index].run != run { flags[index] = true }
    }
    return flags
  }

  /// Which logs of a sitting are in private at the moment.
  ///
  /// A log is in private when its last private line arrived after the last that ended it,
  /// so the last line of each sort says as much as all of them.
  ///
  /// - Parameter steps: In any order; struck lines that are not private may be left out.
  public static func runsInPrivate(_ steps: [Step]) -> Set<Run> {
    Set(stretches(of: steps).open.keys)
  }

  /// Where in the log each run was in private, by what was typed one after the other.
  private static func stretches(
    of steps: [Step]
  ) -> (ended: [(run: Run, Range<Int>)], open: [Run: Range<Int>]) {
    var ended: [(run: Run, Range<Int>)] = []
    var open: [Run: Range<Int>] = [:]
    for index in steps.indices.sorted(by: { steps[$0].ordinal < steps[$1].ordinal }) {
      let step = steps[index]
      let run = step.run
      if step.isPrivate {
        let begun = open[run] ?? index..<index + 1
        open[run] = min(begun.lowerBound, index)..<max(begun.upperBound, index + 1)
      } else if !step.isStruck {
        for over in step.isEnd ? open.keys.filter({ $0.loggedBy == run.loggedBy }) : [run] {
          guard let begun = open.removeValue(forKey: over) else { continue }
          ended.append((over, begun.lowerBound..<max(begun.upperBound, index)))
        }
      }
    }
    return (ended, open)
  }

  /// Whose log of a sitting is in private at the moment.
  public struct Now: Hashable, Sendable {
    /// Of whoever asks.
    public let isPrivate: Bool
    /// Of others, by name: what anybody logs meanwhile is kept from the public.
    public let inPrivate: [String]

    public init(isPrivate: Bool, inPrivate: [String]) {
      self.isPrivate = isPrivate
      self.inPrivate = inPrivate
    }
  }

  /// What stands in a log where it goes into private, and where it comes out.
  public static func mark(_ isPrivate: Bool) -> String {
    isPrivate ? "The sitting goes into private." : "The sitting is public again."
  }
}
