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

  public init(_ list: LinkList, isAffirmed: Bool) {
    self.list = list
    self.isAffirmed = isAffirmed
  }

  /// - Parameters: As of ``LinkList``.
  public init(_ words: [String], except: [String] = [], isAffirmed: Bool, revisions: [Int]? = nil) {
    self.init(LinkList(words, except: except, revisions: revisions), isAffirmed: isAffirmed)
  }

  /// One link, at the revision at which it was read.
  public init(_ id: Identifier<Link>, isAffirmed: Bool, revision: Int) {
    self.init(["\(id)"], isAffirmed: isAffirmed, revisions: [revision])
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[SettledLink]> {
    let links = try list.locked(from: viewpoint, at: desk)
    if isAffirmed {
      // Whoever affirms answers for the words as they stand now.
      try LinkList.pin(
        links, with: LinkChange(), status: { _ in .affirmed }, from: viewpoint, at: desk)
    } else {
      try Link.drop(links.map(\.id), on: desk.connection)
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

/// Gives links another stance, or other words of their passage. What was affirmed
/// or suspect is affirmed by the actor; what was suggested stays so.
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
      throw Refusal(.invalid, "link_change_missing", "Say what to change: the stance or the words.")
    }
    let links = try list.locked(from: viewpoint, at: desk)
    if case .span = change.words, links.count > 1 {
      throw Refusal(
        .invalid, "one_passage_needed",
        "A span is of one passage; name one link, or quote the words.", field: "links")
    }
    let dropped = links.filter { $0.status == .dropped }.map { Int($0.id.value) }
    guard dropped.isEmpty else {
      throw Refusal(
        .conflict, "link_dropped",
        "Link \(NumberList.words(naming: dropped).joined(separator: ", ")) was dropped; affirm it "
          + "first, or link the passage anew." + LinkList.remedy(dropped, of: links.count),
        field: "links")
    }
    if let version, let other = links.first(where: { $0.number != version }) {
      throw Refusal.stale("the passage of link \(other.id)", now: other.number)
    }
    try LinkList.pin(
      links, with: change, status: { $0.status == .suggested ? .suggested : .affirmed },
      from: viewpoint, at: desk)
    var detail = ["link": links.inWords]
    if let stance = change.stance { detail["stance"] = stance.rawValue }
    if change.words != nil { detail["words"] = "changed" }
    return Done(
      try TracedLink.page(
        LinkFilter(ids: links.map(\.id)), as: viewpoint, on: desk.connection),
      subject: links.subject, detail: detail)
  }
}

extension [Link.Settling] {
  /// The keys they start from, each once.
  fileprivate var subject: String {
    var seen: Set<String> = []
    return map(\.key).filter { seen.insert($0).inserted }.joined(separator: " ")
  }

  fileprivate var inWords: String {
    NumberList.words(naming: map { Int($0.id.value) }).joined(separator: " ")
  }
}
