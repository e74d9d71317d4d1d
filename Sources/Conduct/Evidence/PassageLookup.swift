import Inquiries
@_spi(Conduct) import Records
import Tagging

/// Finds passages by what staff call them, and takes along what holds on to their words.
enum PassageLookup {
  /// The one passage a locator names, locked; a bare question number means the
  /// numbered turn itself.
  static func one(
    _ locator: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (entry: PassageEntry, standing: StandingPassage) {
    let entries: [PassageEntry]
    if let position = PassagePosition(locator) {
      entries = [try one(at: position, from: viewpoint, at: desk)]
    } else {
      var place = try read(locator)
      if case .questions(let range, let session, nil) = place, range.count == 1 {
        place = .turn(session: session, question: range.lowerBound, offset: 0)
      }
      entries = try all(place, from: viewpoint, at: desk)
    }
    guard entries.count == 1, let entry = entries.first,
      let standing = try Passage.standing(entry.passage, as: viewpoint, on: desk.connection)
    else {
      throw Refusal(
        .invalid, "one_passage_needed",
        "“\(locator)” names \(entries.count) passages; name one, such as Q45+2.", field: "locator")
    }
    return (entry, standing)
  }

  /// Every passage that staff name, by a locator or by its place in its source.
  static func all(
    naming locator: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [PassageEntry] {
    guard let position = PassagePosition(locator) else {
      return try all(read(locator), from: viewpoint, at: desk)
    }
    return [try one(at: position, from: viewpoint, at: desk)]
  }

  private static func one(
    at position: PassagePosition, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> PassageEntry {
    guard let entry = try Passage.entry(at: position, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "passage_not_found",
        "There is no \(position); `inquiry evidence passages \(position.reference)` lists them.",
        field: "locator")
    }
    return entry
  }

  /// Every passage a locator names.
  static func all(
    _ place: Locator, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [PassageEntry] {
    let index = try Passage.index(around: [place], as: viewpoint, on: desk.connection)
    switch index.resolve(place) {
    case .found(let entries): return entries
    case .notFound(let sentence):
      if let earlier = try inquiryBefore(holding: place, from: viewpoint, at: desk) {
        throw Refusal(
          .conflict, "passage_of_predecessor",
          "\(place) is evidence of “\(earlier)”, which this inquiry follows, and not of this one; "
            + "carry its source over first (`inquiry carry`).", field: "locator")
      }
      throw Refusal(.notFound, "passage_not_found", sentence, field: "locator")
    case .ambiguous(let sentence):
      throw Refusal(.notFound, "passage_not_found", sentence, field: "locator")
    }
  }

  /// The inquiry that this one follows, where it has such a passage and the actor a role
  /// in it; whoever has none learns nothing of it.
  private static func inquiryBefore(
    holding place: Locator, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> String? {
    guard let slug = viewpoint.inquiry.predecessorSlug,
      let found = try Inquiry.find(slug: slug, on: desk.connection),
      case let roles = desk.actor.roles(in: found.id), !roles.isEmpty
    else { return nil }
    let there = Viewpoint(
      actor: desk.actor, roles: roles, inquiryID: found.id, inquiry: found.inquiry)
    let near = try Passage.index(around: [place], as: there, on: desk.connection)
    guard case .found = near.resolve(place) else { return nil }
    return slug
  }

  /// What a locator says, as an author writes it after `@`.
  static func read(_ locator: String) throws -> Locator {
    switch Locator.read(evened: locator) {
    case .success(let place): return place
    case .failure(let failure):
      throw Refusal(.invalid, "locator_form", failure.description, field: "locator")
    }
  }

  /// Brings the links and tags of a passage to its new words, or marks them suspect. What
  /// is pinned to an earlier version stays with the words that a person affirmed;
  /// its revision goes up, so that nobody affirms words unseen. What was only suggested
  /// and has other words now stays so where it stands, and is in neither count.
  static func carryLinks(
    of standing: StandingPassage, to version: Identifier<PassageVersion>, _ text: String,
    at desk: Desk
  ) throws -> (carried: Int, suspect: Int) {
    let links = try Passage.links(to: standing.id, on: desk.connection)
    var carried: [CarriedLink] = []
    var left: [HoldingLink] = []
    for link in links {
      guard link.version == standing.version else {
        left.append(link)
        continue
      }
      let carriage = LinkCarriage(of: link.status, span: link.span, from: standing.text, to: text)
      if carriage.moves {
        carried.append(
          CarriedLink(
            id: link.id, status: carriage.status, span: carriage.span, quote: carriage.quote))
      } else {
        left.append(link)
      }
    }
    try Link.carry(carried, to: version, on: desk.connection)
    try Link.suspect(left.map(\.id), on: desk.connection)
    try AppliedTag.carry(of: standing, to: version, text, on: desk.connection)
    return (carried.count, left.count { $0.status != .suggested })
  }
}
