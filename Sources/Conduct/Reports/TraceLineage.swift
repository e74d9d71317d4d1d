public import Inquiries
@_spi(Conduct) public import Records

/// Says which earlier recommendations one takes up: of this inquiry, of one that
/// it follows, or of a document of others.
public struct TraceLineage: Act {
  public static let title = "trace lineage"
  public static let role = Role.author

  /// What is to be said, an earlier recommendation named by its key or by its number
  /// in the newest draft of its inquiry.
  public struct Entry: Sendable {
    public let relation: Lineage.Relation
    public let earlier: Lineage.Earlier

    public init(_ relation: Lineage.Relation, _ earlier: Lineage.Earlier) {
      self.relation = relation
      self.earlier = earlier
    }
  }

  let name: String
  let entries: [Entry]
  let revision: Int?

  /// - Parameters:
  ///   - name: Key of the recommendation, or its number in the newest draft.
  ///   - entries: All of its lineage; none takes it away.
  ///   - revision: Of the recommendation, as it was read; `nil` where nobody said.
  public init(_ name: String, _ entries: [Entry], revision: Int?) {
    self.name = name
    self.entries = entries
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Recommendation> {
    // Two that close a circle between them, each without seeing the other, wait here.
    _ = try DraftVersion.lockNewest(as: viewpoint, on: desk.connection)
    let before = try EndLookup.recommendation(name, at: revision, from: viewpoint, at: desk)
    let later =
      try Recommendation.id(named: before.key, as: viewpoint, on: desk.connection)
      .map { try Lineage.descendants(of: $0, on: desk.connection) } ?? []
    var seen: Set<Lineage.Earlier> = []
    let lineage = try entries.map { entry in
      guard seen.insert(entry.earlier).inserted else {
        throw Refusal(
          .invalid, "lineage_repeated", "Name each earlier recommendation once.",
          field: "lineage")
      }
      return NewLineage(
        entry.relation, try resolve(entry.earlier, before.key, later, from: viewpoint, at: desk))
    }
    guard try before.trace(lineage, as: viewpoint, on: desk.connection) else {
      throw Refusal.stale("recommendation \(before.key)", now: before.revision)
    }
    return Done(
      try EndLookup.recommendation(before.key, from: viewpoint, at: desk), subject: before.key,
      detail: ["lineage": entries.map(\.inWords).joined(separator: "; ")])
  }

  private func resolve(
    _ earlier: Lineage.Earlier, _ key: String, _ later: Set<Identifier<Recommendation>>,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> NewLineage.Earlier {
    switch earlier {
    case .recommendation(let name, let slug):
      let there = try TraceLineage.ancestor(slug, of: viewpoint, at: desk)
      guard let id = try Recommendation.id(named: name, as: there, on: desk.connection) else {
        throw Refusal(
          .notFound, "recommendation_not_found",
          "“\(slug)” has no recommendation “\(name)”; give its key, or its number in the newest "
            + "draft there.", field: "lineage")
      }
      guard !later.contains(id) else {
        throw Refusal(
          .conflict, "lineage_cycle",
          "“\(name)” takes up \(key) itself, or is the same; lineage leads back to what was earlier.",
          field: "lineage")
      }
      return .recommendation(id)
    case .document(let reference, let words):
      guard words.isVisible else {
        throw Refusal(
          .invalid, "lineage_words_missing",
          "Say in short what \(reference) recommended.", field: "lineage")
      }
      guard let document = try Document.find(reference, as: viewpoint, on: desk.connection),
        let source = try SourceList([document.reference]).locked(from: viewpoint, at: desk).first
      else {
        throw Refusal(
          .notFound, "source_not_found",
          "There is no document “\(reference)” in this inquiry; enter one by its full reference "
            + "with `inquiry document add`.", field: "lineage")
      }
      return .document(source.id, words: words)
    }
  }

  /// This inquiry, or one that it follows, near or far.
  private static func ancestor(
    _ slug: String, of viewpoint: Viewpoint, at desk: Desk
  ) throws -> Viewpoint {
    if slug == viewpoint.inquiry.slug { return viewpoint }
    var passed: Set<String> = [viewpoint.inquiry.slug]
    var next = viewpoint.inquiry.predecessorSlug
    while let earlier = next, passed.insert(earlier).inserted,
      let found = try Inquiry.find(slug: earlier, on: desk.connection)
    {
      guard earlier == slug else {
        next = found.inquiry.predecessorSlug
        continue
      }
      let roles = desk.actor.roles(in: found.id)
      // Said alike of one that is not related: whoever has no role there learns nothing.
      guard !roles.isEmpty else { break }
      return Viewpoint(
        actor: desk.actor, roles: roles, inquiryID: found.id, inquiry: found.inquiry)
    }
    throw Refusal(
      .conflict, "lineage_unrelated",
      "“\(viewpoint.inquiry.slug)” does not follow an inquiry “\(slug)” that you have a role in; "
        + "refer to a report of others as a document.", field: "lineage")
  }
}

extension TraceLineage.Entry {
  fileprivate var inWords: String {
    switch earlier {
    case .recommendation(let key, let slug): "\(relation.rawValue) \(slug): \(key)"
    case .document(let reference, _): "\(relation.rawValue) \(reference)"
    }
  }
}
