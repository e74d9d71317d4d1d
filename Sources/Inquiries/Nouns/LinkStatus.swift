/// What a passage does for the recommendation or finding it is linked to.
public enum Stance: String, CaseIterable, Sendable {
  case supports, contrasts, context
}

/// How much a link counts. Only an affirmed one is evidence.
public enum LinkStatus: String, CaseIterable, Sendable {
  /// Proposed, by a person or a ranking; no one has answered for it yet.
  case suggested
  /// A named person answers for it.
  case affirmed
  /// The words changed after it was affirmed; a person must look again.
  case suspect
  /// Refused or given up; kept, because it was once there.
  case dropped
}
