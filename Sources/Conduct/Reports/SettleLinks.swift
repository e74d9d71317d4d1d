public import Inquiries
import Postgres
public import Records

/// Affirms links, or drops them; the actor answers for them from then on. All
/// that are named, or none.
public struct SettleLinks: Act {
  public static let title = "settle link"
  public static let role = Role.author
  let words: [String]
  let except: [String]
  let isAffirmed: Bool
  let revisions: [Int]?

  /// - Parameters:
  ///   - words: Numbers of links and ranges of them.
  ///   - except: What to leave out, written in the same way.
  ///   - revisions: What the client saw of each, in the order named; `nil` when
  ///     it did not say.
  public init(_ words: [String], except: [String] = [], isAffirmed: Bool, revisions: [Int]? = nil) {
    self.words = words
    self.except = except
    self.isAffirmed = isAffirmed
    self.revisions = revisions
  }

  /// One link, at the revision at which it was read.
  public init(_ id: Identifier<Link>, isAffirmed: Bool, revision: Int) {
    self.init(["\(id)"], isAffirmed: isAffirmed, revisions: [revision])
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[SettledLink]> {
    let links = try named(from: viewpoint, at: desk)
    if isAffirmed {
      try affirm(links, from: viewpoint, at: desk)
    } else {
      try Link.drop(links.map(\.id), on: desk.connection)
    }
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    let status = isAffirmed ? LinkStatus.affirmed : .dropped
    var seen: Set<String> = []
    return Done(
      links.map { link in
        SettledLink(
          id: link.id, key: link.key, status: status, statusBefore: link.status,
          revision: link.revision + 1)
      },
      subject: links.map(\.key).filter { seen.insert($0).inserted }.joined(separator: " "),
      detail: [
        "link": NumberList.words(naming: links.map { Int($0.id.value) }).joined(separator: " "),
        "status": status.rawValue,
      ])
  }

  private func named(from viewpoint: Viewpoint, at desk: Desk) throws -> [Link.Settling] {
    let numbers = try NumberList(words, except: except).numbers
    guard !numbers.isEmpty else {
      throw Refusal(
        .invalid, "links_missing", "Name at least one link by its number.", field: "links")
    }
    let found = try Link.settling(
      numbers.map { Identifier(Int64($0)) }, from: viewpoint, on: desk.connection)
    let byNumber = Dictionary(uniqueKeysWithValues: found.map { (Int($0.id.value), $0) })
    let holes = numbers.filter { byNumber[$0] == nil }
    guard holes.isEmpty else {
      throw Refusal(
        .notFound, "link_not_found",
        "There is no link \(NumberList.words(naming: holes).joined(separator: ", ")) in this inquiry."
          + SettleLinks.remedy(holes, of: numbers.count), field: "links")
    }
    let links = numbers.compactMap { byNumber[$0] }
    try requireRevisions(of: links)
    return links
  }

  private func requireRevisions(of links: [Link.Settling]) throws {
    guard let revisions else { return }
    let changed = zip(links, revisions).first { $0.revision != $1 }?.0
    if let changed { throw Refusal.stale("link \(changed.id)", now: changed.revision) }
    guard revisions.count == links.count else {
      throw Refusal(
        .stale, "revision_differs",
        "If-Match has \(revisions.count) revisions and \(links.count) links are named; look at them "
          + "again and repeat.", field: "If-Match")
    }
  }

  /// Whoever affirms answers for the words as they stand now: a link is pinned
  /// to them, and a quote must still be among them.
  private func affirm(
    _ links: [Link.Settling], from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    var lost: [Int] = []
    var affirmed: [Link.Affirmed] = []
    for link in links {
      let spans = link.quote.map { Wording.spans(of: $0, in: link.text) }
      if let spans, spans.count != 1 {
        lost.append(Int(link.id.value))
        continue
      }
      let span = spans?.first
      try Omissions.check(span, in: link.version, at: desk)
      affirmed.append(
        Link.Affirmed(
          id: link.id, version: link.version, span: span,
          quote: span.flatMap { Wording.text(in: $0, of: link.text) }))
    }
    guard lost.isEmpty else {
      throw Refusal(
        .conflict, "quote_lost",
        "The words that link \(NumberList.words(naming: lost).joined(separator: ", ")) quotes are no "
          + "longer in its passage, or stand there more than once; drop it and link the passage anew."
          + SettleLinks.remedy(lost, of: links.count))
    }
    do {
      try Link.affirm(affirmed, now: desk.now, from: viewpoint, on: desk.connection)
    } catch let error as DatabaseError where error.constraint == "link_once" {
      throw Refusal(
        .conflict, "link_stands",
        "One of these was dropped, and another link to the same words stands in its place; look at "
          + "them and leave the dropped one out.")
    }
  }

  private static func remedy(_ numbers: [Int], of count: Int) -> String {
    guard numbers.count < count else { return "" }
    return " Without: --except \(NumberList.words(naming: numbers).joined(separator: ","))"
  }
}
