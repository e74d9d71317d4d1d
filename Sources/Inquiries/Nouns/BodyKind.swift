/// What sort of body inquires; it decides rubric, citation form, reply clock
/// and whether a witness's consent must stand before publication.
///
/// - SeeAlso: Erskine May 38.40 (committees), the Inquiries Act 2005, and the
///   Guide to the Rules on All-Party Parliamentary Groups.
public enum BodyKind: String, CaseIterable, Sendable {
  case commonsCommittee = "commons_committee"
  case lordsCommittee = "lords_committee"
  case jointCommittee = "joint_committee"
  case allPartyGroup = "all_party_group"
  case statutoryInquiry = "statutory_inquiry"

  /// The kind in words: `All-party parliamentary group`.
  public var title: String {
    switch self {
    case .commonsCommittee: "House of Commons committee"
    case .lordsCommittee: "House of Lords committee"
    case .jointCommittee: "Joint committee"
    case .allPartyGroup: "All-party parliamentary group"
    case .statutoryInquiry: "Statutory inquiry"
    }
  }

  /// What every page and document of such a body must say, if anything.
  public var rubric: String? {
    guard self == .allPartyGroup else { return nil }
    return """
      This is not an official publication of the House of Commons or the House of Lords. It has \
      not been approved by either House or its committees. All-party parliamentary groups are \
      informal groups of members of both Houses with a common interest in particular issues. \
      The views expressed are those of the group.
      """
  }

  /// Whether evidence heard in public needs each witness's consent before it
  /// is published. Committees of a House and statutory inquiries publish what
  /// they heard in public by their own authority; a group has none.
  public var needsConsentForPublicEvidence: Bool {
    self == .allPartyGroup
  }

  /// Whether a government reply is expected two months after the report.
  public var expectsReply: Bool {
    switch self {
    case .commonsCommittee, .lordsCommittee, .jointCommittee: true
    case .allPartyGroup, .statutoryInquiry: false
    }
  }
}
