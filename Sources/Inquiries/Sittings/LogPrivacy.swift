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

  /// What stands in a log where it goes into private, and where it comes out.
  public static func mark(_ isPrivate: Bool) -> String {
    isPrivate ? "The sitting goes into private." : "The sitting is public again."
  }
}
