import Foundation
public import Inquiries
@_spi(Conduct) public import Records
import Tagging

/// What a correction is of: its kind, whether the words had to go, and whether the new ones
/// were looked at.
public struct CorrectionTerms: Sendable {
  public let kind: Correction.Kind
  /// Why earlier words may not stay public; `nil` where they stay.
  public let removal: String?
  let isPersonalDataSeen: Bool

  /// - Parameter isPersonalDataSeen: Whether a clerk looked at what in new words of published
  ///   evidence looks like personal data, or is a name that is withheld, and lets it stand.
  public init(
    _ kind: Correction.Kind = .misreport, removal: String? = nil, isPersonalDataSeen: Bool = false
  ) {
    self.kind = kind
    self.removal = removal
    self.isPersonalDataSeen = isPersonalDataSeen
  }

  /// What goes on record beside the words.
  func frame(
    _ original: Identifier<Original>?, in state: SourceState, from viewpoint: Viewpoint,
    at desk: Desk
  ) throws -> CorrectionFrame {
    guard kind.changesWords else {
      throw Refusal(
        .invalid, "correction_kind",
        "A \(kind.inWords) leaves the words as they are; add it with `inquiry passage footnote` or "
          + "`inquiry passage supplement`.", field: "kind")
    }
    guard removal?.isVisible != false else {
      throw Refusal(.invalid, "reason_missing", "Say why the words had to go.", field: "reason")
    }
    if state == .published, removal == nil { try viewpoint.requireNotLapsed() }
    // What is corrected while it is hidden was hidden for a reason.
    let hidden =
      [.withdrawn, .takenDown].contains(state)
      ? "It was corrected while its record was not public." : nil
    return CorrectionFrame(
      on: desk.today(in: viewpoint.inquiry), removal: removal ?? hidden, original: original)
  }

  /// Refuses a reason for removal that tells what had to go.
  ///
  /// - Parameter changes: The words before and after, of each passage.
  func checkReason(
    _ changes: [(before: String, after: String)], of source: Identifier<Source>,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    guard let removal else { return }
    let reason = PublicReason(words: removal, field: "removal")
    for change in changes {
      try reason.check(removing: change.before, leaving: change.after)
    }
    try reason.check(about: [source], from: viewpoint, at: desk)
  }

  /// Brings the public side into line.
  func publish(
    _ source: Identifier<Source>, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    do {
      try Publication.refreshWords(of: [source], in: viewpoint.inquiryID, on: desk.connection)
    } catch let refusal as Refusal where refusal.code == "protected_term_found" && removal == nil {
      throw Refusal(
        .conflict, refusal.code,
        "\(refusal.message) Where the earlier words hold it, correct for removal (--for removal): "
          + "then they are public no more.", field: "removal")
    }
  }
}

/// What a change of words did to the links that held on to the passage.
public struct CorrectedPassage: Sendable {
  public let locator: String
  public let version: Int
  public let before: String
  public let after: String
  /// Links whose words stayed the same but for typography.
  public let carried: Int
  /// Links that a person must look at again.
  public let suspect: Int
  /// Places of the published report where words that had to go still stand.
  public let publicPlaces: [String]
  /// Other passages of the inquiry that hold what had to go: names, figures and phrases.
  public let elsewhere: WordsElsewhere
}

/// Gives a passage its next version. Published places follow at once; the
/// earlier version stays at its address, unless words had to go.
public struct CorrectPassage: Act {
  public static let title = "correct passage"
  public static let role = Role.clerk
  let locator: String
  let version: Int
  let text: String
  let terms: CorrectionTerms

  /// - Parameters:
  ///   - locator: One passage, such as `Q45+2` or `OS6, point 3`; narrative by its place,
  ///     `OS6, passage 7`.
  ///   - version: The number of the version that was read.
  ///   - text: The words as they should be.
  public init(
    _ locator: String, version: Int, text: String, _ terms: CorrectionTerms = CorrectionTerms()
  ) {
    self.locator = locator
    self.version = version
    self.text = text
    self.terms = terms
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<CorrectedPassage> {
    let (entry, standing) = try PassageLookup.one(locator, from: viewpoint, at: desk)
    guard standing.number == version else {
      throw Refusal.stale(locator, now: standing.number, isTag: false)
    }
    guard standing.stage != .logged else {
      throw Refusal(
        .conflict, "logged_only",
        "\(locator) is a line of a live log; mend it there (`inquiry session mend`).",
        field: "locator")
    }
    guard text.isVisible, text != standing.text else {
      throw Refusal(
        .invalid, "correction_empty",
        "The new words of \(locator) \(text == standing.text ? "are the same as before" : "show nothing, or hold control characters").",
        field: "text")
    }
    let frame = try terms.frame(nil, in: entry.sourceState, from: viewpoint, at: desk)
    // With a removal every earlier version goes, and not the last alone.
    let going = terms.removal == nil ? [] : try standing.allWords(on: desk.connection)
    try terms.checkReason(
      going.map { (before: $0, after: text) }, of: standing.source, from: viewpoint, at: desk)
    let gate = try ChangedWordsGate(
      [standing.id], of: standing.source, in: entry.sourceState, at: desk)
    let new = try standing.replace(
      with: text, stage: .corrected, digest: desk.digest, on: desk.connection)
    try Omissions.carry(of: standing, to: new, text, locator, at: desk)
    let (carried, suspect) = try PassageLookup.carryLinks(of: standing, to: new, text, at: desk)
    try NewCorrection.insert(
      [NewCorrection(passage: standing.id, kind: terms.kind, matter: .words(new))], frame,
      as: viewpoint, on: desk.connection)
    try terms.publish(standing.source, from: viewpoint, at: desk)
    let seen = try gate.require(seen: terms.isPersonalDataSeen, at: desk)
    let gone = RemovedWords.sought(of: going, leaving: text)
    return Done(
      CorrectedPassage(
        locator: locator, version: version + 1, before: standing.text, after: text,
        carried: carried, suspect: suspect,
        publicPlaces: try stillPublic(gone, in: standing.source, from: viewpoint, at: desk),
        elsewhere: try WordsElsewhere.of(gone, as: viewpoint, on: desk.connection)),
      subject: locator,
      detail: [
        "version": "\(version + 1)", "suspect": "\(suspect)", "kind": terms.kind.rawValue,
        "removal": frame.removal == nil ? "no" : "yes",
      ].merging(seen) { first, _ in first })
  }

  /// Where the words that had to go stand in the published report by themselves, and the
  /// copies in inquiries that carried the evidence over.
  private func stillPublic(
    _ gone: SoughtWords, in source: Identifier<Source>, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [String] {
    guard terms.removal != nil else { return [] }
    let copies = try Source.publicCopies(of: [source], on: desk.connection).values.joined()
    return try QuotableWords.inPublishedReports(gone, as: viewpoint, on: desk.connection)
      + copies.map { "the copy \($0)" }
  }
}

/// The turn that was split off another one.
public struct SplitTurn: Sendable {
  public let locator: String
  /// Who says it, as printed; `nil` where that is in doubt, and for nobody known.
  public let speaker: String?
  /// Whether a clerk is still to say who the label means.
  public let isInDoubt: Bool
}

/// Splits a turn in which a second speaker's words run on, before anything of
/// it was published: addresses that people may hold are never moved.
public struct SplitPassage: Act {
  public static let title = "split passage"
  public static let role = Role.clerk
  let locator: String
  let label: String
  let version: Int?

  /// - Parameters:
  ///   - label: The second speaker as printed in the text, without the colon; it
  ///     must stand there once.
  ///   - version: The number of the version that was read; `nil` where nobody
  ///     says.
  public init(_ locator: String, at label: String, version: Int? = nil) {
    self.locator = locator
    self.label = label
    self.version = version
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<SplitTurn> {
    let (entry, standing) = try PassageLookup.one(locator, from: viewpoint, at: desk)
    try Refusal.requireFresh(locator, read: version, now: standing.number)
    guard entry.kind == .turn, [.received, .accepted].contains(entry.sourceState) else {
      throw Refusal(
        .conflict, "addresses_issued",
        "\(locator) cannot be split: it is no turn, or \(entry.sourceReference) was published and "
          + "its addresses with it.", field: "locator")
    }
    let parts = standing.text.components(separatedBy: "\(label):").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard parts.count == 2, case let kept = parts[0], case let split = parts[1], !kept.isEmpty,
      !split.isEmpty
    else {
      throw Refusal(
        .invalid, "label_not_found",
        "“\(label):” must stand once in \(locator), with words before and after it.",
        field: "label")
    }
    let new = try standing.replace(
      with: kept, stage: standing.stage, digest: desk.digest, on: desk.connection)
    let (_, suspect) = try PassageLookup.carryLinks(of: standing, to: new, kept, at: desk)
    let bearer = try bearer(beside: standing, from: viewpoint, at: desk)
    try standing.addTurn(
      label: label, of: bearer, text: split, digest: desk.digest, on: desk.connection)
    let speaker = try bearer.person.flatMap {
      try Person.find($0, as: viewpoint, on: desk.connection)
    }
    return Done(
      SplitTurn(
        locator: "Q\(entry.block)+\(entry.offset + 1)", speaker: speaker?.name,
        isInDoubt: bearer.isInDoubt),
      subject: locator, detail: ["suspect": "\(suspect)"])
  }

  /// Whom the label means: as in the turns that bear it already, or whoever is called so.
  private func bearer(
    beside standing: StandingPassage, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> LabelBearer {
    if let placed = try standing.bearer(of: label, on: desk.connection) { return placed }
    let listed = try Person.listed(as: label, at: standing.source, on: desk.connection)
    let known = try Person.known(names: [label], as: viewpoint, on: desk.connection)
    return LabelBearer(
      person: listed.count == 1 ? listed.first : known[label], isChair: label.hasSuffix("Chair"))
  }
}
