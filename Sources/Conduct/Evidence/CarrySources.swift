public import Inquiries
@_spi(Conduct) public import Records

/// Carries evidence over from the inquiry that this one follows. The new body
/// receives it, and accepts and publishes it anew.
public struct CarrySources: Act {
  public static let title = "carry"
  public static let role = Role.clerk
  let list: SourceList
  let terms: DecisionTerms

  public init(_ list: SourceList, _ terms: DecisionTerms) {
    self.list = list
    self.terms = terms
  }

  /// - Returns: The new sources, with the state of the old ones.
  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ListDone<MovedSource>> {
    try viewpoint.requireNotLapsed()
    let decision = try terms.decision("carry", from: viewpoint, at: desk)
    let earlier = try predecessor(of: viewpoint, at: desk)
    let sources = try list.locked(from: earlier, at: desk)
    let carried = CarriedSources(sources.map(\.id), into: viewpoint)
    try requireNew(carried, among: sources.count, in: viewpoint, at: desk)
    try list.require(
      sources.map(\.source), in: [.received, .accepted, .published, .withdrawn], for: "carry")
    try requireNoLogs(sources.map(\.source))
    try requireNoSurveys(sources.map(\.source))
    let clashes = try carried.clashes(on: desk.connection)
    guard clashes.isEmpty else {
      throw Refusal(
        .conflict, "carry_numbers_taken",
        "“\(viewpoint.inquiry.slug)” has \(clashes.joined(separator: ", ")) of its own already, and "
          + "numbers are never used twice. Carry evidence over before the new inquiry takes any.",
        field: "references")
    }
    let made = try carried.carry(
      under: decision.insert(as: viewpoint, on: desk.connection), on: desk.connection)
    let before = Dictionary(
      uniqueKeysWithValues: sources.map { ($0.source.reference, $0.source.state) })
    return Done(
      ListDone(
        items: made.map { MovedSource($0, from: before[$0.reference] ?? .received) },
        found: sources.map(\.source.revision)),
      subject: ReferenceList.words(naming: sources.map(\.source.reference))
        .joined(separator: " "),
      detail: ["from": earlier.inquiry.slug, "decidedOn": terms.on.description])
  }

  private func predecessor(of viewpoint: Viewpoint, at desk: Desk) throws -> Viewpoint {
    guard let slug = viewpoint.inquiry.predecessorSlug,
      let found = try Inquiry.find(slug: slug, on: desk.connection)
    else {
      throw Refusal(
        .conflict, "no_predecessor",
        "“\(viewpoint.inquiry.slug)” follows no inquiry; open one with --predecessor.")
    }
    let roles = desk.actor.roles(in: found.id)
    guard roles.contains(Self.role) || roles.contains(.administrator) else {
      throw Refusal(
        .forbidden, "role_needed",
        "This needs the role of \(Self.role.rawValue) in “\(slug)” too; an administrator can give "
          + "it.")
    }
    return Viewpoint(
      actor: desk.actor, roles: roles, inquiryID: found.id, inquiry: found.inquiry)
  }

  private func requireNew(
    _ carried: CarriedSources, among count: Int, in viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let known = try carried.known(on: desk.connection)
    guard known.isEmpty else {
      throw Refusal(
        .conflict, "carried_already",
        "\(SourceList.named(known)) was carried over to “\(viewpoint.inquiry.slug)” before."
          + SourceList.remedy(known, of: count), field: "references")
    }
  }

  /// What is carried is passages; a survey is its responses too.
  private func requireNoSurveys(_ sources: [Source]) throws {
    let surveys = sources.filter { $0.kind == .survey }.map(\.reference)
    guard surveys.isEmpty else {
      throw Refusal(
        .conflict, "survey_not_carried",
        "\(SourceList.named(surveys)) is a survey; bring its files in with `inquiry survey import`."
          + SourceList.remedy(surveys, of: sources.count), field: "references")
    }
  }

  private func requireNoLogs(_ sources: [Source]) throws {
    let logs = sources.filter { $0.kind == .log }.map(\.reference)
    guard logs.isEmpty else {
      throw Refusal(
        .conflict, "log_not_carried",
        "\(SourceList.named(logs)) is a live log, which stays with the body that kept it."
          + SourceList.remedy(logs, of: sources.count), field: "references")
    }
  }
}
