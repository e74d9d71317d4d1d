import Inquiries

extension Refusal {
  /// What was to be changed has been changed by someone else meanwhile.
  ///
  /// - Parameter isTag: Whether `If-Match` is of this revision, and not of another thing.
  static func stale(_ subject: String, now revision: Int, isTag: Bool = true) -> Refusal {
    Refusal(
      .stale, "revision_differs",
      "\(subject) was changed meanwhile and is at revision \(revision); read it again and repeat.",
      field: "If-Match", revision: isTag ? revision : nil)
  }

  /// The version of a passage that was read is not the one that stands, or never was one.
  static func stale(_ locator: String, version: Int, now: Int) -> Refusal {
    Refusal(
      .stale, "revision_differs",
      version > now || version < 1
        ? "\(locator) has no version \(version); the newest is \(now)."
        : "\(locator) was changed meanwhile and is at version \(now); read it again and repeat.",
      field: "version")
  }

  /// Refuses what was read at another revision than this; `nil` where nobody says.
  static func requireFresh(_ subject: String, read: Int?, now: Int) throws(Refusal) {
    if let read, read != now { throw stale(subject, now: now) }
  }
}
