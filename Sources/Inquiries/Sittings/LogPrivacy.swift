/// What of a log was said in private.
///
/// A sitting is in private from a clerk's first private line to the same clerk's next
/// public one, whoever logs meanwhile. A line that was struck keeps private what
/// was said there.
public enum LogPrivacy {
  /// Of each line whether it was said in private.
  ///
  /// - Parameter lines: All of a sitting, struck ones too, in the order in which they
  ///   stand.
  public static func flags(of lines: [LogLine]) -> [Bool] {
    var inPrivate: Set<String> = []
    return lines.map { line in
      if line.isPrivate {
        inPrivate.insert(line.loggedBy)
      } else if !line.isStruck {
        inPrivate.remove(line.loggedBy)
      }
      return !inPrivate.isEmpty
    }
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
