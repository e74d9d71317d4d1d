import Inquiries
import Records

/// Places that words are left out of, or shown in again: all that are named, or none.
public struct RedactionList: Sendable {
  let words: [String]
  let except: [String]
  let revisions: [Int]?

  /// - Parameters:
  ///   - words: Locators, such as `CTI0008, para 4` or `S2-Q9, answer 1`, references of
  ///     whole submissions, and ranges of these.
  ///   - except: What to leave out, written in the same way.
  ///   - revisions: Of the submissions and surveys as they were read, in the order in which
  ///     the list names them; `nil` where nobody says.
  public init(_ words: [String], except: [String] = [], revisions: [Int]? = nil) {
    self.words = words
    self.except = except
    self.revisions = revisions
  }

  /// A place as it was named, and what it names.
  struct Place {
    let name: String
    /// Of the submission or survey that it lies in.
    let reference: String
    let passages: [Identifier<Passage>]
  }

  /// A submission or survey that places lie in.
  struct Holder {
    let id: Identifier<Source>
    let source: Source
    /// `nil` of a survey.
    let submission: WrittenSubmission?

    var revision: Int { submission?.revision ?? source.revision }
  }

  /// The places that are named and not excepted; no passage is in two of them.
  func places(from viewpoint: Viewpoint, at desk: Desk) throws -> [Place] {
    let named = try LocatorList(words).names.map { try place($0, from: viewpoint, at: desk) }
    let left = try LocatorList(except).names.map { try place($0, from: viewpoint, at: desk) }
    let known = Set(named.flatMap(\.passages))
    if let unused = left.first(where: { known.isDisjoint(with: $0.passages) }) {
      throw Refusal(
        .invalid, "reference_exception_unused",
        "“\(unused.name)” is to be left out, and is not among what is named; correct the exception "
          + "or the list.", field: "except")
    }
    var taken = Set(left.flatMap(\.passages))
    let places = named.compactMap { place -> Place? in
      let passages = place.passages.filter { taken.insert($0).inserted }
      return passages.isEmpty
        ? nil : Place(name: place.name, reference: place.reference, passages: passages)
    }
    guard !places.isEmpty else {
      throw Refusal(
        .invalid, "references_missing", "Name at least one place, such as CTI0008, para 4.",
        field: "locators")
    }
    return places
  }

  private func place(
    _ name: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Place {
    let reference = try RedactionList.reference(of: name)
    let entries = try PassageLookup.all(naming: name, from: viewpoint, at: desk)
    return Place(name: name, reference: reference, passages: entries.map(\.passage))
  }

  /// The reference of the source that a locator lies in.
  private static func reference(of name: String) throws -> String {
    if let position = PassagePosition(name) {
      guard SourceKind(reference: position.reference) == .writtenSubmission else { throw misplaced }
      return position.reference
    }
    switch try PassageLookup.read(name) {
    case .answers(let survey, _, .some): return survey
    case .whole(let reference), .paragraphs(let reference, _):
      if SourceKind(reference: reference) == .writtenSubmission { return reference }
      throw misplaced
    case .questions, .turn, .points, .session, .pages, .answers: throw misplaced
    }
  }

  private static var misplaced: Refusal {
    Refusal(
      .invalid, "redaction_of_submissions",
      "Words are left out of written submissions, and of survey answers published by themselves; "
        + "name a paragraph or answer, such as CTI0008, para 4, or S2-Q9, answer 1.",
      field: "locator")
  }

  /// What the places lie in, in the order named, at the revisions that were read, locked
  /// until the act is done.
  func holders(
    of places: [Place], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [Holder] {
    let found = try SourceList(places.map(\.reference)).lockedUnread(from: viewpoint, at: desk)
    let submissions = Dictionary(
      uniqueKeysWithValues: try WrittenSubmission.among(found.map(\.id), on: desk.connection)
        .map { ($0.id, $0.submission) })
    let holders = found.map {
      Holder(id: $0.id, source: $0.source, submission: submissions[$0.id])
    }
    let surveys = Set(holders.filter { $0.submission == nil }.map(\.source.reference))
    let answers = places.filter { surveys.contains($0.reference) }.flatMap(\.passages)
    guard try QuestionInWords.areQuoted(answers, on: desk.connection) else {
      throw RedactionList.misplaced
    }
    try requireRevisions(of: holders)
    return holders
  }

  private func requireRevisions(of holders: [Holder]) throws {
    if holders.count == 1, let holder = holders.first, revisions?.count == 1 {
      return try Refusal.requireFresh(
        holder.source.reference, read: revisions?.first, now: holder.revision)
    }
    try SourceList([], revisions: revisions).requireRevisions(
      of: holders.map { ($0.source.reference, $0.revision) })
  }

  /// What to type so that the rest is taken; nothing where there is no rest.
  static func remedy(_ names: [String], of count: Int) -> String {
    guard names.count < count else { return "" }
    return " Without \(names.count == 1 ? "it" : "them"): --except \(LocatorList.typed(names))"
  }

  /// `CTI0008, para 4; CTI0009, para 2`.
  static func named(_ names: [String]) -> String {
    names.joined(separator: "; ")
  }

  /// What the audit tells of them; more than ten nobody reads in one line.
  static func subject(_ names: [String]) -> String {
    let most = 10
    return named(Array(names.prefix(most)))
      + (names.count > most ? "; and \(names.count - most) more" : "")
  }
}
