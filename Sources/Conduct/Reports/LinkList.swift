public import Inquiries
import Postgres
import Records

/// Links that an act is done to: all that are named, or none.
public struct LinkList: Sendable {
  let words: [String]
  let except: [String]
  let revisions: [Int]?

  /// - Parameters:
  ///   - words: Numbers of links and ranges of them.
  ///   - except: What to leave out, written in the same way.
  ///   - revisions: What the client saw of each, in the order named; `nil` when
  ///     it did not say.
  public init(_ words: [String], except: [String] = [], revisions: [Int]? = nil) {
    self.words = words
    self.except = except
    self.revisions = revisions
  }

  /// The links, locked, in the order named.
  func locked(from viewpoint: Viewpoint, at desk: Desk) throws -> [Link.Settling] {
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
          + LinkList.remedy(holes, of: numbers.count), field: "links")
    }
    let links = numbers.compactMap { byNumber[$0] }
    try requireRevisions(of: links)
    return links
  }

  private func requireRevisions(of links: [Link.Settling]) throws {
    guard let revisions else { return }
    let changed = zip(links, revisions).first { $0.revision != $1 }?.0
    if let changed {
      throw Refusal.stale(
        "link \(changed.id)", now: changed.revision, isTag: revisions.count == 1)
    }
    guard revisions.count == links.count else {
      throw Refusal(
        .stale, "revision_differs",
        "If-Match has \(counted(revisions.count, "revision")) for \(counted(links.count, "link")); look at them "
          + "again and repeat.", field: "If-Match")
    }
  }

  /// Pins links to the words of their passages as they stand now; quoted words
  /// must stand there once.
  ///
  /// - Parameter change: Of stance and words; what it leaves out stays.
  static func pin(
    _ links: [Link.Settling], with change: LinkChange, status: (Link.Settling) -> LinkStatus,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    var lost: [Int] = []
    var pinned: [Link.Pinned] = []
    for link in links {
      let span: Range<Int>?
      switch change.words ?? link.quote.map(LinkWords.quote) ?? .whole {
      case .whole: span = nil
      case .span(let given):
        try given.requireFit(in: link.text)
        span = given
      case .quote(let quote):
        let spans = Wording.spans(naming: quote, in: link.text)
        guard spans.count == 1 else {
          lost.append(Int(link.id.value))
          continue
        }
        span = spans[0]
      }
      try Omissions.check(span, in: link.version, at: desk)
      pinned.append(
        Link.Pinned(
          id: link.id, limb: change.limb ?? link.limb, version: link.version,
          stance: change.stance ?? link.stance,
          status: status(link), span: span,
          quote: span.flatMap { Wording.text(in: $0, of: link.text) }))
    }
    guard lost.isEmpty else { throw lostRefusal(lost, of: links.count, change) }
    try once { try Link.pin(pinned, now: desk.now, from: viewpoint, on: desk.connection) }
  }

  /// Refuses what would link the same words twice from one place.
  static func once(_ change: () throws -> Void) throws {
    do {
      try change()
    } catch let error as DatabaseError where error.constraint == "link_once" {
      throw Refusal(
        .conflict, "link_stands",
        "Another link from the same statement to the same words stands already; look at both, and "
          + "drop one or leave it out.")
    }
  }

  private static func lostRefusal(_ lost: [Int], of count: Int, _ change: LinkChange) -> Refusal {
    let named = NumberList.words(naming: lost).joined(separator: ", ")
    guard change.words == nil else {
      return Refusal(
        .invalid, "quote_not_found",
        "These words do not stand once in the passage of link \(named)." + remedy(lost, of: count),
        field: "quote")
    }
    return Refusal(
      .conflict, "quote_lost",
      "The words that link \(named) quotes are no longer in its passage, or stand there more than "
        + "once; edit it to quote others (`inquiry link edit`), or drop it."
        + remedy(lost, of: count))
  }

  static func remedy(_ numbers: [Int], of count: Int) -> String {
    guard numbers.count < count else { return "" }
    return " Without: --except \(NumberList.words(naming: numbers).joined(separator: ","))"
  }
}

/// Which words of a passage a link means.
public enum LinkWords: Hashable, Sendable {
  case whole
  /// These words, which stand there once, typography aside.
  case quote(String)
  /// From a code point to before another.
  case span(Range<Int>)
}

/// What is to be different about a link; what is `nil` stays.
public struct LinkChange: Hashable, Sendable {
  public let stance: Stance?
  public let words: LinkWords?
  /// The limb of its recommendation, or within it `nil` for the whole of it.
  public let limb: Int??

  public init(stance: Stance? = nil, words: LinkWords? = nil, limb: Int?? = nil) {
    self.stance = stance
    self.words = words
    self.limb = limb
  }
}

extension Range<Int> {
  /// From a code point to before another, as somebody names them.
  ///
  /// - Throws: ``Refusal`` `span_outside` where the end is before the beginning.
  public static func span(from: Int, to: Int) throws(Refusal) -> Range<Int> {
    guard from <= to else {
      throw Refusal(
        .invalid, "span_outside",
        "\(from) to \(to) is no span: it ends before it begins.", field: "span")
    }
    return from..<to
  }

  /// Refuses a span that is not whole characters of a text, or holds none that is seen.
  func requireFit(in text: String) throws(Refusal) {
    switch Wording.fault(of: self, in: text) {
    case nil: return
    case .outside:
      throw Refusal(
        .invalid, "span_outside",
        "\(lowerBound) to \(upperBound) is no span of the passage, which has "
          + "\(text.unicodeScalars.count) code points.", field: "span")
    case .splitsCharacter:
      throw Refusal(
        .invalid, "span_splits_character",
        "\(lowerBound) to \(upperBound) begins or ends within a character, between a letter and "
          + "its accent, say; move that end by one.", field: "span")
    case .blank:
      throw Refusal(
        .invalid, "span_blank",
        "\(lowerBound) to \(upperBound) holds nothing but blanks; name words.", field: "span")
    }
  }
}
