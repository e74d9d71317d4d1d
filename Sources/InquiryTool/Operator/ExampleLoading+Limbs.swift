import Conduct
import Inquiries
import Papers
import Records

/// Takes the recommendations apart, with whom they ask, until when, and which
/// earlier ones they take up.
extension ExampleLoading {
  func loadLimbs(as author: Actor) async throws {
    for event in example.events {
      _ = try await office.perform(AwaitEvent(event.key, name: event.name), in: slug, by: author)
    }
    for (key, limbs) in example.limbs.sorted(by: { $0.key < $1.key }) {
      let changes = try limbs.map { limb in
        LimbChange(
          number: nil, words: limb.words, act: limb.act, addressees: try limb.to.map(addressee),
          due: limb.deadline.map {
            LimbChange.Due(
              words: $0.words, event: $0.event, after: Period(months: $0.months ?? 0))
          })
      }
      _ = try await office.perform(
        EditLimbs(key, changes, dropping: [], revision: nil), in: slug, by: author)
    }
    try await loadLineage()
    let count = example.limbs.values.reduce(0) { $0 + $1.count }
    tell("\(count) limbs of recommendations, \(example.events.count) events awaited")
  }

  private func addressee(_ said: ExampleInquiry.Limb.Addressee) throws -> Addressee {
    guard let kind = Addressee.Kind(rawValue: said.kind) else {
      throw ExampleFault(description: "example.json: “\(said.kind)” is no kind of addressee.")
    }
    return Addressee(name: said.name, kind: kind, isLead: said.lead)
  }

  private func loadLineage() async throws {
    let earlier = example.predecessor
    let draft = try DraftReader.read(try example.bytes(earlier.report), fileName: earlier.report)
    _ = try await office.perform(
      PushDraft(draft, fileName: earlier.report), in: earlier.slug, by: .machineOperator)
    for (key, entries) in example.lineage.sorted(by: { $0.key < $1.key }) {
      try await perform(
        TraceLineage(
          key, entries.map { try entry($0, earlier.slug) }, revision: nil))
    }
  }

  private func entry(
    _ said: ExampleInquiry.Lineage, _ predecessor: String
  ) throws -> TraceLineage.Entry {
    guard let relation = Lineage.Relation(rawValue: said.relation) else {
      throw ExampleFault(description: "example.json: “\(said.relation)” is no relation.")
    }
    return TraceLineage.Entry(
      relation,
      said.recommendation.map { .recommendation(key: $0, inquiry: predecessor) }
        ?? .document(reference: said.document ?? "", words: said.words ?? ""))
  }
}
