public import Inquiries
import Postgres
public import Records

/// Affirms links, or drops them; the actor answers for them from then on. All
/// that are named, or none.
public struct SettleLinks: Act {
  public static let title = "settle link"
  public static let role = Role.author
  let list: LinkList
  let isAffirmed: Bool
  let revives: Bool

  /// - Parameter revives: Whether links that were dropped may be affirmed too.
  public init(_ list: LinkList, isAffirmed: Bool, revives: Bool = false) {
    self.list = list
    self.isAffirmed = isAffirmed
    self.revives = revives
  }

  /// - Parameters: As of ``LinkList``.
  public init(
    _ words: [String], except: [String] = [], isAffirmed: Bool, revives: Bool = false,
    revisions: [Int]? = nil
  ) {
    self.init(
      LinkList(words, except: except, revisions: revisions), isAffirmed: isAffirmed,
      revives: revives)
  }

  /// One link, at the revision at which it was read.
  public init(_ id: Identifier<Link>, isAffirmed: Bool, revision: Int) {
    self.init(["\(id)"], isAffirmed: isAffirmed, revisions: [revision])
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[SettledLink]> {
    let links = try list.locked(from: viewpoint, at: desk)
    if isAffirmed {
      if !revives {
        try links.requireNoneDropped("say so to affirm it all the same (`--dropped`)")
      }
      // Whoever affirms answers for the words as they stand now.
      try LinkList.pin(
        links, with: LinkChange(), status: { _ in .affirmed }, from: viewpoint, at: desk)
    } else {
      try Link.drop(
        links.map(\.id), at: desk.now, from: viewpoint, on: desk.connection)
    }
    let status = isAffirmed ? LinkStatus.affirmed : .dropped
    return Done(
      links.map { link in
        SettledLink(
          id: link.id, key: link.key, status: status, statusBefore: link.status,
          revision: link.revision + 1)
      },
      subject: links.subject,
      detail: ["link": links.inWords, "status": status.rawValue])
  }
}

/// Gives links another stance, other words of their passage, or another limb of their
/// recommendation. What was affirmed or suspect is affirmed by the actor, a suspect link
/// only where its stance or words are; what was suggested stays so.
public struct EditLinks: Act {
  public static let title = "edit link"
  public static let role = Role.author
  let list: LinkList
  let change: LinkChange
  let version: Int?

  /// - Parameter version: Number of the version in which the words were read;
  ///   needed for a span, which means nothing in another.
  public init(_ list: LinkList, _ change: LinkChange, version: Int? = nil) {
    self.list = list
    self.change = change
    self.version = version
  }

  /// - Returns: The links as they are then.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[TracedLink]> {
    guard change != LinkChange() else {
      throw Refusal(
        .invalid, "link_change_missing", "Say what to change: the stance, the words or the limb.")
    }
    let links = try list.locked(from: viewpoint, at: desk)
    if case .span = change.words, links.count > 1 {
      throw Refusal(
        .invalid, "one_passage_needed",
        "A span is of one passage; name one link, or quote the words.", field: "links")
    }
    try links.requireNoneDropped(
      "affirm it first (`inquiry link affirm --dropped`), or link the passage anew")
    if let limb = change.limb { try links.require(limb, from: viewpoint, at: desk) }
    if let version, let other = links.first(where: { $0.number != version }) {
      throw Refusal.stale(
        "the passage of link \(other.id)", version: version, now: other.number)
    }
    if let limb = change.limb, change.stance == nil, change.words == nil {
      try LinkList.once {
        try Link.move(
          links.map(\.id), to: limb, now: desk.now, from: viewpoint, on: desk.connection)
      }
    } else {
      try LinkList.pin(
        links, with: change, status: { $0.status == .suggested ? .suggested : .affirmed },
        from: viewpoint, at: desk)
    }
    var detail = ["link": links.inWords]
    if let limb = change.limb { detail["limb"] = limb.map(String.init) ?? "the whole" }
    if let stance = change.stance { detail["stance"] = stance.rawValue }
    if change.words != nil { detail["words"] = "changed" }
    return Done(
      try TracedLink.page(
        LinkFilter(ids: links.map(\.id)), as: viewpoint, on: desk.connection),
      subject: links.subject, detail: detail)
  }
}

extension [Link.Settling] {
  /// What the audit tells of each: its number, what it starts from, and its passage.
  fileprivate var subject: String {
    // More of them nobody reads in one line; the detail holds all numbers.
    let most = 10
    let told = prefix(most).map { link in
      "link \(link.id): \(link.key)\(link.limb.map { ", limb \($0)" } ?? "") to \(link.locator)"
    }
    return told.joined(separator: "; ") + (count > most ? "; and \(count - most) more" : "")
  }

  fileprivate var inWords: String {
    NumberList.words(naming: map { Int($0.id.value) }).joined(separator: " ")
  }

  /// - Parameter remedy: What to do about one that was dropped.
  fileprivate func requireNoneDropped(_ remedy: String) throws {
    let dropped = filter { $0.status == .dropped }.map { Int($0.id.value) }
    guard !dropped.isEmpty else { return }
    throw Refusal(
      .conflict, "link_dropped",
      "Link \(NumberList.words(naming: dropped).joined(separator: ", ")) was dropped; \(remedy)."
        + LinkList.remedy(dropped, of: count), field: "links")
  }

  /// Refuses a limb where the links start from something without limbs, from several
  /// recommendations, or from one that has no such limb.
  fileprivate func require(_ limb: Int?, from viewpoint: Viewpoint, at desk: Desk) throws {
    if let other = first(where: { !$0.isOfRecommendation }) {
      throw Refusal(
        .invalid, "limb_of_recommendation",
        "Only a recommendation has limbs; link \(other.id) starts from \(other.key).",
        field: "limb")
    }
    let keys = Set(map(\.key)).sorted()
    guard keys.count == 1, let key = keys.first else {
      throw Refusal(
        .invalid, "limb_of_other_recommendation",
        "These links start from \(keys.joined(separator: " and ")), and a limb is of one "
          + "recommendation; move those of each by themselves.", field: "links")
    }
    try EndLookup.require(
      limb, of: .recommendation(key), as: viewpoint, on: desk.connection)
  }
}
