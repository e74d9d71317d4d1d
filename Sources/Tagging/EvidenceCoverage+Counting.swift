public import Inquiries

extension EvidenceCoverage {
  /// Counts what an inquiry makes of its evidence; linear in links and citations.
  public init(of use: EvidenceUse) {
    self.init(
      conclusions: EvidenceCoverage.conclusions(use), sources: EvidenceCoverage.sources(use),
      groups: EvidenceCoverage.groups(use))
  }

  private static func conclusions(_ use: EvidenceUse) -> [Conclusion] {
    let links = Dictionary(grouping: use.links) { End(isFinding: $0.isOfFinding, key: $0.key) }
    return use.conclusions.map { one in
      var conclusion = Conclusion(
        isFinding: one.isFinding, key: one.key, number: one.number, paragraph: one.paragraph)
      var sources: Set<String> = []
      for link in links[End(isFinding: one.isFinding, key: one.key)] ?? [] {
        switch link.stance {
        case _ where !link.counts: conclusion.waiting += 1
        case .supports:
          conclusion.supports += 1
          sources.insert(link.source)
        case .contrasts: conclusion.contrasts += 1
        case .context: conclusion.context += 1
        }
      }
      conclusion.sources = sources.count
      return conclusion
    }
  }

  private struct End: Hashable {
    let isFinding: Bool
    let key: String
  }

  private static func sources(_ use: EvidenceUse) -> [Source] {
    let cited = passages(use.citations.map { ($0.source, $0.passage) })
    let linked = passages(use.links.filter(\.counts).map { ($0.source, $0.passage) })
    return use.sources.map { one in
      var source = Source(
        reference: one.reference, title: one.title, kind: one.kind, state: one.state,
        passageCount: one.passageCount)
      source.citedCount = cited[one.reference]?.count ?? 0
      source.linkedCount = linked[one.reference]?.count ?? 0
      return source
    }
  }

  private static func passages(
    _ used: [(source: String, passage: Identifier<Passage>)]
  ) -> [String: Set<Identifier<Passage>>] {
    used.reduce(into: [:]) { $0[$1.source, default: []].insert($1.passage) }
  }

  private static func groups(_ use: EvidenceUse) -> [Group] {
    var groups = use.groups.map { Group(name: $0.name, sourceCount: $0.sourceCount) }
    for passage in use.usedPassages {
      for group in use.groupsOf[passage] ?? [] { groups[group].usedCount += 1 }
    }
    return groups
  }
}
