import Inquiries
import Postgres
import Records
import Tagging

/// What people decided in an inquiry, as suggestions learn from it.
struct DecidedEvidence: Sendable {
  private let decisions: [EvidenceDecisions.Decision]
  /// The words of findings and recommendations, and the finding that each stands under.
  private let ends: [LinkEnd: (text: String, finding: String?)]
  /// Names of witness groups by slug.
  private let groups: [String: String]

  init(as viewpoint: Viewpoint, on connection: Connection) throws {
    decisions = try EvidenceDecisions.all(as: viewpoint, on: connection)
    ends = Dictionary(
      try EvidenceDecisions.ends(as: viewpoint, on: connection).map {
        ($0.end, (text: EvidenceQuery.bare($0.text), finding: $0.finding))
      }, uniquingKeysWith: { first, _ in first })
    groups = try EvidenceDecisions.groups(as: viewpoint, on: connection)
  }

  /// Tells a query what was decided for its own end and for others.
  func teach(_ query: inout EvidenceQuery, for end: LinkEnd?, _ limb: Int?) {
    query.groups = groups
    let finding = end.flatMap { ends[$0]?.finding }
    for decision in decisions {
      if decision.end == end {
        switch decision.status {
        case .dropped: query.dropped.insert(decision.version)
        case .affirmed, .suggested, .suspect:
          if decision.status == .affirmed { query.affirmed.insert(decision.passage) }
          // What is linked to one limb may be evidence for another too.
          if limb == nil || decision.limb == nil || decision.limb == limb {
            query.linked.insert(decision.passage)
          }
        }
      } else if [.affirmed, .dropped].contains(decision.status), let other = ends[decision.end] {
        let isUnder = finding != nil && decision.end == .finding(finding ?? "")
        let isAbove = other.finding != nil && end == .finding(other.finding ?? "")
        query.earlier.append(
          EvidenceQuery.EarlierLink(
            passage: decision.passage, key: decision.end.key, text: other.text,
            isNextOfKin: isUnder || isAbove, isAffirmed: decision.status == .affirmed))
      }
    }
  }
}
