public import Inquiries
public import Records

/// Puts something beneath an answer whose words stay: a footnote, or the mention
/// of a submission that adds to it. What is cited with the answer comes with it.
public struct AnnotatePassage: Act {
  public enum Note: Sendable {
    case footnote(String)
    /// The reference of the submission.
    case supplement(String)
  }

  public static let title = "annotate passage"
  public static let role = Role.clerk
  let locator: String
  let note: Note
  let isPersonalDataSeen: Bool
  let version: Int?

  /// - Parameters:
  ///   - locator: One passage of a session's record, such as `Q45+2`.
  ///   - isPersonalDataSeen: Whether a clerk looked at what in a footnote beneath published
  ///     words looks like personal data, or is a name that is withheld, and lets it stand.
  ///   - version: The number of the version that was read; `nil` where nobody
  ///     says.
  public init(
    _ locator: String, _ note: Note, isPersonalDataSeen: Bool = false, version: Int? = nil
  ) {
    self.locator = locator
    self.note = note
    self.isPersonalDataSeen = isPersonalDataSeen
    self.version = version
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[CorrectionEntry]> {
    let (entry, standing) = try PassageLookup.one(locator, from: viewpoint, at: desk)
    try Refusal.requireFresh(locator, read: version, now: standing.number)
    guard entry.sessionNumber != nil, entry.kind != .stage, standing.stage != .logged else {
      throw Refusal(
        .conflict, "annotation_of_answers",
        "\(locator) is no answer in the record of a session; only those take footnotes and "
          + "supplementary evidence.", field: "locator")
    }
    if entry.sourceState == .published { try viewpoint.requireNotLapsed() }
    let correction: NewCorrection
    switch note {
    case .footnote(let words):
      guard words.isVisible else {
        throw Refusal(
          .invalid, "footnote_empty", "The footnote shows nothing, or holds control characters.",
          field: "footnote")
      }
      correction = NewCorrection(
        passage: standing.id, kind: .footnote, matter: .footnote(words))
    case .supplement(let reference):
      correction = NewCorrection(
        passage: standing.id, kind: .supplementary,
        matter: .supplement(
          try AnnotatePassage.submission(reference, from: viewpoint, at: desk)))
    }
    let gate = try ChangedWordsGate(
      [standing.id], of: standing.source, in: entry.sourceState, at: desk)
    try NewCorrection.insert(
      [correction],
      CorrectionFrame(on: desk.today(in: viewpoint.inquiry), removal: nil, original: nil),
      as: viewpoint, on: desk.connection)
    try Publication.refreshWords(
      of: [standing.source], in: viewpoint.inquiryID, on: desk.connection)
    let seen = try gate.require(seen: isPersonalDataSeen, at: desk)
    let all = try CorrectionEntry.all(
      of: entry.sourceReference, as: viewpoint, on: desk.connection)
    return Done(
      all.suffix(1), subject: locator,
      detail: ["kind": correction.kind.rawValue].merging(seen) { first, _ in first })
  }

  /// The submission that adds to an answer.
  static func submission(
    _ reference: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Identifier<Source> {
    let found = try SourceList([reference]).locked(from: viewpoint, at: desk)
    guard let submission = found.first, found.count == 1,
      submission.source.kind == .writtenSubmission
    else {
      throw Refusal(
        .invalid, "supplement_is_submission",
        "“\(reference)” is no written submission; supplementary evidence is received as one first "
          + "(`inquiry submission receive`).", field: "supplement")
    }
    return submission.id
  }
}

/// Takes a footnote, or the mention of a submission, away again; what was
/// recorded stays on record.
public struct RemoveAnnotation: Act {
  public static let title = "remove annotation"
  public static let role = Role.clerk
  let id: Int64
  let revision: Int

  public init(_ id: Int64, revision: Int) {
    self.id = id
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Int> {
    guard let found = try Correction.locked(id, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "correction_not_found",
        "There is no correction \(id) in this inquiry; `inquiry passage corrections` lists them.",
        field: "id")
    }
    guard found.revision == revision else {
      throw Refusal.stale("Correction \(id)", now: found.revision)
    }
    guard !found.kind.changesWords, !found.isRemoved else {
      throw Refusal(
        .conflict, "correction_stays",
        found.isRemoved
          ? "Correction \(id) was taken away before."
          : "Correction \(id) changed words; correct the passage again instead.", field: "id")
    }
    try Correction.remove(id, on: desk.today(in: viewpoint.inquiry), desk.connection)
    try Publication.refreshWords(
      of: [found.source], in: viewpoint.inquiryID, on: desk.connection)
    return Done(revision + 1, subject: "correction \(id)")
  }
}
