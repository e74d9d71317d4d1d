/// From recommendations through findings to the passages that both rest on.
public struct EvidenceChain: Hashable, Sendable {
  /// A finding with the recommendations under it; `nil` for those under none.
  public struct Part: Hashable, Sendable {
    public let finding: Finding?
    public let recommendations: [Recommendation]
  }

  public let parts: [Part]

  /// Findings in their order, then recommendations under no finding that is here.
  public init(findings: [Finding], recommendations: [Recommendation]) {
    let keys = Set(findings.map(\.key))
    let under = Dictionary(grouping: recommendations) { recommendation in
      recommendation.findingKey.flatMap { keys.contains($0) ? $0 : nil }
    }
    parts =
      findings.map { Part(finding: $0, recommendations: under[$0.key] ?? []) }
      + (under[nil].map { [Part(finding: nil, recommendations: $0)] } ?? [])
  }

  /// Without what the newest draft no longer carries; what stands under such a finding
  /// is under none.
  public var carried: EvidenceChain {
    EvidenceChain(
      findings: parts.compactMap(\.finding).filter { $0.number != nil },
      recommendations: parts.flatMap(\.recommendations).filter { $0.number != nil }
        .sorted { ($0.number ?? 0) < ($1.number ?? 0) })
  }

  /// A recommendation, by its key or number, with the finding it stands under;
  /// `nil` where there is none of that name.
  public func part(ofRecommendation name: String) -> EvidenceChain? {
    for part in parts {
      guard let found = part.recommendations.first(where: { $0.isCalled(name) }) else { continue }
      return EvidenceChain(
        findings: part.finding.map { [$0] } ?? [], recommendations: [found])
    }
    return nil
  }

  /// A finding, by its key or number, with the recommendations under it.
  public func part(ofFinding name: String) -> EvidenceChain? {
    parts.first { $0.finding?.isCalled(name) == true }.map {
      EvidenceChain(findings: $0.finding.map { [$0] } ?? [], recommendations: $0.recommendations)
    }
  }

  /// Links that were not dropped.
  public var linkCount: Int {
    parts.reduce(0) { count, part in
      count + (part.finding?.standingLinks.count ?? 0)
        + part.recommendations.reduce(0) { $0 + $1.standingLinks.count }
    }
  }
}

extension Finding {
  /// Whether that is its key or its number in the newest draft.
  public func isCalled(_ name: String) -> Bool {
    key == name || number.map(String.init) == name
  }

  /// Those that were not dropped.
  public var standingLinks: [Link] { links.filter { $0.status != .dropped } }
}

extension Recommendation {
  /// Whether that is its key or its number in the newest draft.
  public func isCalled(_ name: String) -> Bool {
    key == name || number.map(String.init) == name
  }

  /// Those that were not dropped.
  public var standingLinks: [Link] { links.filter { $0.status != .dropped } }
}
