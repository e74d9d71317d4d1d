import Crypto
public import Inquiries
import Papers
public import Records
import Tagging

/// Takes in the corrected file of a session's record: passages whose words
/// changed get their next version, the others are seen through as they are.
///
/// Nothing is guessed. What cannot be placed for sure is refused with its place,
/// or left as it stands, question by question, and listed.
public struct CorrectRecord: Act {
  public static let title = "correct record"
  public static let role = Role.clerk
  let reference: String
  let read: RecordRead
  let terms: CorrectionTerms
  let leavesMisfits: Bool
  let revision: Int?

  /// - Parameters:
  ///   - reference: The record, such as `OS3`.
  ///   - leavesMisfits: Whether what cannot be placed is left as it stands; then
  ///     the record is not called corrected yet.
  ///   - revision: Of the source, as it was read; `nil` when nobody said.
  public init(
    _ reference: String, _ read: RecordRead, _ terms: CorrectionTerms, leavesMisfits: Bool,
    revision: Int? = nil
  ) {
    self.reference = reference
    self.read = read
    self.terms = terms
    self.leavesMisfits = leavesMisfits
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<RecordDifference> {
    let found = try SourceList([reference], revisions: revision.map { [$0] })
      .locked(from: viewpoint, at: desk)
    guard let (id, source) = found.first, found.count == 1 else {
      throw Refusal(
        .invalid, "one_record_needed", "Name one record, such as OS3.", field: "reference")
    }
    let sha256 = Array(SHA256.hash(data: read.bytes))
    let known = try StandingRecord.hasFile(sha256, of: id, on: desk.connection)
    if known.isCorrected, source.stage == .corrected {
      return Done(
        difference(of: source, unchanged: 0, changed: [], misfits: [], wasThere: true),
        subject: reference, detail: ["again": "true"])
    }
    try requireFit(source, isOwnFile: known.isFirst)
    let record = try StandingRecord.locked(id, on: desk.connection)
    let alignment = try RecordMatching(
      of: record, with: read, in: source, from: viewpoint, on: desk.connection)
    guard alignment.misfits.isEmpty || leavesMisfits else { throw refusal(alignment.misfits) }
    let noted = read.footnotes.compactMap { alignment.standing[$0.ordinal - 1]?.standing.id }
    let gate = try ChangedWordsGate(
      alignment.changed.map(\.piece.standing.id) + noted, of: id, in: source.state, at: desk)
    // Before the file is kept, and is the newest.
    let remarks = try remarks(on: source, from: viewpoint, at: desk)
    let original: Identifier<Original>?
    if known.isCorrected {
      original = nil
    } else {
      let kept = try Original(fileName: read.fileName, sha256: sha256, bytes: read.bytes)
        .insert(on: desk.connection)
      try StandingRecord.keep(
        kept, of: id, on: desk.today(in: viewpoint.inquiry), desk.connection)
      original = kept
    }
    try terms.checkReason(
      alignment.changed.map { ($0.piece.standing.text, $0.text) }, of: id, from: viewpoint,
      at: desk)
    let changed = try RecordMatching.correct(
      alignment.changed, terms.kind,
      terms.frame(original, in: source.state, from: viewpoint, at: desk),
      from: viewpoint, at: desk
    ).changed
    let footnotes = try addFootnotes(to: alignment, original, from: viewpoint, at: desk)
    if alignment.misfits.isEmpty {
      try StandingRecord.markCorrected(id, on: desk.connection)
    }
    try StandingRecord.touch(id, on: desk.connection)
    try terms.publish(id, from: viewpoint, at: desk)
    let seen = try gate.require(seen: terms.isPersonalDataSeen, at: desk)
    let now = try Source.find(reference, as: viewpoint, on: desk.connection) ?? source
    return Done(
      difference(
        of: now, unchanged: alignment.unchanged, changed: changed, misfits: alignment.misfits,
        differing: alignment.left.map(\.differing), footnotes: footnotes, remarks: remarks,
        wasThere: false),
      subject: reference,
      detail: [
        "changed": "\(changed.count)", "left": "\(alignment.misfits.count)",
        "kind": terms.kind.rawValue, "suspect": "\(changed.reduce(0) { $0 + $1.suspect })",
      ].merging(seen) { first, _ in first })
  }

  /// What the header says otherwise than the record, and what the reader remarked.
  private func remarks(
    on source: Source, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [String] {
    var sentences: [String] = []
    if let number = source.sessionNumber,
      let session = try Session.find(number: number, as: viewpoint, on: desk.connection)
    {
      let earlier =
        source.kind == .transcript
        ? try Original.newest(of: reference, as: viewpoint, on: desk.connection) : nil
      sentences =
        HeaderDifference(
          read: read, session: session, reference: reference, earlier: earlier?.transcriptHeader
        ).sentences
    }
    return sentences + read.remarks.filter { !TranscriptGate.tells($0) }.map(\.inWords)
  }

  /// Adds the footnotes of the file that do not stand yet; those that stand and
  /// are not in the file stay.
  ///
  /// - Returns: How many were added.
  private func addFootnotes(
    to alignment: RecordMatching, _ original: Identifier<Original>?, from viewpoint: Viewpoint,
    at desk: Desk
  ) throws -> Int {
    let placed = read.footnotes.compactMap { note in
      alignment.standing[note.ordinal - 1].map { ($0.standing.id, note.words) }
    }
    guard !placed.isEmpty else { return 0 }
    var standing = try NewCorrection.footnotes(of: placed.map(\.0), on: desk.connection)
    let new = placed.filter { passage, words in
      guard let known = standing[passage]?.firstIndex(of: words) else { return true }
      standing[passage]?.remove(at: known)
      return false
    }
    try NewCorrection.insert(
      new.map { NewCorrection(passage: $0, kind: .footnote, matter: .footnote($1)) },
      CorrectionFrame(on: desk.today(in: viewpoint.inquiry), removal: nil, original: original),
      as: viewpoint, on: desk.connection)
    return new.count
  }

  private func requireFit(_ source: Source, isOwnFile: Bool) throws {
    guard source.kind == read.said.kind, source.kind.isRecordOfSession else {
      throw Refusal(
        .conflict, "record_not_correctable",
        "\(reference) is no transcript, note or summary; correct its passages one by one "
          + "(`inquiry passage correct`).", field: "reference")
    }
    guard !isOwnFile else {
      throw Refusal(
        .conflict, "correction_is_original",
        "\(read.fileName) is the file that \(reference) was read from; send the corrected one.",
        field: "file")
    }
    guard !read.header.isUncorrected || read.said.stage == .corrected else {
      throw Refusal(
        .conflict, "correction_uncorrected",
        "\(read.fileName) calls itself uncorrected; send the corrected file, or say that it is "
          + "(--stage corrected).", field: "stage")
    }
    if let printed = read.day, let held = source.heldOn, printed != held {
      throw Refusal(
        .conflict, "session_day_differs",
        "\(read.fileName) is of \(printed.inWords); \(reference) is of \(held.inWords). Nothing was "
          + "done. Mend the day in the file; where the record has the wrong one, undo the import "
          + "(`inquiry import undo \(reference)`) and take it in anew.",
        field: "file")
    }
  }

  private func difference(
    of source: Source, unchanged: Int, changed: [RecordDifference.Changed],
    misfits: [RecordDifference.Misfit], differing: [LeftByCorrection.Differing] = [],
    footnotes: Int = 0, remarks: [String] = [], wasThere: Bool
  ) -> RecordDifference {
    RecordDifference(
      reference: source.reference, fileName: read.fileName, wasReceivedBefore: wasThere,
      kind: terms.kind, stage: source.stage, unchanged: unchanged, changed: changed,
      footnotes: footnotes, misfits: misfits, differing: differing,
      unplaced: wasThere ? [] : read.linesUnplaced, remarks: remarks, revision: source.revision)
  }

  private func refusal(_ misfits: [RecordDifference.Misfit]) -> Refusal {
    // Five places say what kind of file it is; the dry run lists them all.
    let places = misfits.prefix(5).map(\.sentence).joined(separator: " ")
    let more = misfits.count > 5 ? " And \(misfits.count - 5) further places." : ""
    return Refusal(
      .conflict, "correction_not_placed",
      "\(places)\(more) Nothing was done. Mend the file, or leave these questions as they stand "
        + "(--leave) and correct them one by one; `inquiry session left` goes on listing them.",
      field: "file")
  }
}
