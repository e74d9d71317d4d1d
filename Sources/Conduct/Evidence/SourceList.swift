import Inquiries
import Records

/// Sources as a decision names them: references, ranges of them, exceptions.
///
/// The one door for every act on a list: it is expanded here, so that all
/// surfaces take ranges, and whatever does not fit is named at once.
public struct SourceList: Sendable, ExpressibleByArrayLiteral {
  let words: [String]
  let except: [String]
  /// The revisions at which the sources were read, in the order named.
  let revisions: [Int]?

  /// - Parameter revisions: What the client saw of each source, in the order in
  ///   which the list names them; `nil` when it did not say.
  public init(_ words: [String], except: [String] = [], revisions: [Int]? = nil) {
    self.words = words
    self.except = except
    self.revisions = revisions
  }

  public init(arrayLiteral words: String...) {
    self.init(words)
  }

  /// The sources named, in that order, as they were read, locked until the act is done.
  ///
  /// - Throws: ``Refusal`` that names every reference without a source, and the
  ///   exception that would pass.
  func locked(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [(id: Identifier<Source>, source: Source)] {
    let sources = try lockedUnread(from: viewpoint, at: desk)
    try requireRevisions(of: sources.map { ($0.source.reference, $0.source.revision) })
    return sources
  }

  /// The same, whatever their revisions.
  func lockedUnread(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [(id: Identifier<Source>, source: Source)] {
    let references = try ReferenceList(words, except: except).references
    guard !references.isEmpty else {
      throw Refusal(
        .invalid, "references_missing", "Name at least one reference, such as OS3.",
        field: "references")
    }
    let found = try Source.locked(references: references, as: viewpoint, on: desk.connection)
    let byReference = Dictionary(uniqueKeysWithValues: found.map { ($0.source.reference, $0) })
    let holes = references.filter { byReference[$0] == nil }
    guard holes.isEmpty else { throw SourceList.unknown(holes, of: references) }
    return references.compactMap { byReference[$0] }
  }

  /// Refuses all that are not in one of these states, named at once.
  func require(
    _ sources: [Source], in states: Set<SourceState>, for act: String
  ) throws {
    let wrong = sources.filter { !states.contains($0.state) }
    guard !wrong.isEmpty else { return }
    let places = SourceState.allCases.compactMap { state -> String? in
      let references = wrong.filter { $0.state == state }.map(\.reference)
      guard !references.isEmpty else { return nil }
      return SourceList.named(references) + (references.count == 1 ? " is " : " are ")
        + state.inWords
    }
    throw Refusal(
      .conflict, "state_does_not_allow",
      "\(places.joined(separator: "; ")); \(act) takes what is "
        + states.map(\.inWords).sorted().joined(separator: " or ") + ". Nothing was done."
        + SourceList.remedy(wrong.map(\.reference), of: sources.count),
      field: "references")
  }

  /// Refuses live logs, which are notes on the way to evidence and none.
  static func requireNoLogs(_ sources: [Source]) throws {
    let logs = sources.filter { $0.kind == .log }.map(\.reference)
    guard !logs.isEmpty else { return }
    throw Refusal(
      .conflict, "log_stays_notes",
      "\(named(logs)) \(logs.count == 1 ? "is a live log" : "are live logs"), which the public never "
        + "sees; only a transcript, note or summary becomes evidence."
        + remedy(logs, of: sources.count), field: "references")
  }

  /// Refuses all that are at another revision than they were read at, named at once.
  func requireRevisions(of sources: [(reference: String, revision: Int)]) throws {
    guard let revisions else { return }
    guard revisions.count == sources.count else {
      throw Refusal(
        .stale, "revision_differs",
        "If-Match has \(counted(revisions.count, "revision")) for \(counted(sources.count, "source")); "
          + "look at them again and repeat.", field: "If-Match")
    }
    let changed = zip(sources, revisions).filter { $0.revision != $1 }.map(\.0.reference)
    guard changed.isEmpty else {
      throw Refusal(
        .stale, "revision_differs",
        "\(SourceList.named(changed)) changed since you looked; look again and repeat.",
        field: "If-Match")
    }
  }

  private static func unknown(_ holes: [String], of references: [String]) -> Refusal {
    Refusal(
      .notFound, "source_not_found",
      "There is no \(named(holes)) in this inquiry; `inquiry evidence list` shows what there is."
        + remedy(holes, of: references.count),
      field: "references")
  }

  /// What to type so that the rest is taken; nothing where there is no rest.
  static func remedy(_ references: [String], of count: Int) -> String {
    guard references.count < count else { return "" }
    let words = ReferenceList.words(naming: references).joined(separator: ",")
    return " Without \(references.count == 1 ? "it" : "them"): --except \(words)"
  }

  /// `CTI0003`, `CTI0003-0005 and CTI0009`.
  static func named(_ references: [String]) -> String {
    let words = ReferenceList.words(naming: references)
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and \(last)"
  }
}
