import Crypto
public import Inquiries
public import Papers
public import Records
import Tagging

/// Takes in the file in which a witness's copy came back: each tracked change and
/// comment becomes a proposal, with its place in the words that stand now.
///
/// Nothing of the record changes by it. What has no sure place is kept and says
/// why.
public struct ReadReturnedCopy: Act {
  public static let title = "read returned copy"
  public static let role = Role.clerk
  let id: Int64
  let file: PaperFile
  let tracked: TrackedTranscript
  let day: Day?
  let revision: Int?

  /// - Parameters:
  ///   - id: Of the copy.
  ///   - tracked: Read from the file.
  ///   - day: On which it came back; today when `nil`. A copy that was back before
  ///     keeps its day.
  ///   - revision: Of the copy as it was read; `nil` where nobody says.
  public init(
    _ id: Int64, _ file: PaperFile, _ tracked: TrackedTranscript, on day: Day?, revision: Int?
  ) {
    self.id = id
    self.file = file
    self.tracked = tracked
    self.day = day
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<ReturnedCopy> {
    var copy = try TranscriptCopy.find(id, revision: revision, from: viewpoint, at: desk)
    let found = try SourceList([copy.reference]).locked(from: viewpoint, at: desk)
    guard let (sourceID, source) = found.first else { throw nothingTracked }
    let sha256 = Array(SHA256.hash(data: file.bytes))
    if let known = try ReturnedFile.find(sha256, of: id, on: desk.connection) {
      return try done(copy, known, wasThere: true, from: viewpoint, at: desk)
    }
    guard !tracked.changes.isEmpty || !tracked.comments.isEmpty else { throw nothingTracked }
    let changes = try placed(in: source, sourceID, from: viewpoint, at: desk)
    if copy.returnedOn == nil { copy = try copy.takenBack(on: day, from: viewpoint, at: desk) }
    let original = try Original(fileName: file.name, sha256: sha256, bytes: file.bytes)
      .insert(on: desk.connection)
    let kept = try ReturnedFile.insert(
      original, sha256, of: id, in: sourceID, on: desk.today(in: viewpoint.inquiry), changes,
      desk.connection)
    return try done(copy, kept, wasThere: false, from: viewpoint, at: desk)
  }

  private func done(
    _ copy: TranscriptCopy, _ kept: Identifier<ReturnedFile>, wasThere: Bool,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ReturnedCopy> {
    let changes = try ProposedChange.all(
      of: copy.reference, file: kept, as: viewpoint, on: desk.connection)
    return Done(
      ReturnedCopy(
        copy: copy, fileName: file.name, wasReadBefore: wasThere, changes: changes,
        remarks: remarks),
      subject: copy.reference,
      detail: wasThere
        ? ["copy": "\(id)", "again": "true"]
        : [
          "copy": "\(id)", "changes": "\(changes.count { $0.comment == nil })",
          "comments": "\(changes.count { $0.comment != nil })",
          "unplaced": "\(changes.count { $0.misplaced != nil })",
        ])
  }

  private var remarks: [String] {
    guard tracked.commentsDropped > 0 else { return [] }
    return [
      "Comments that hold no words, or are on none of the text: \(tracked.commentsDropped); look "
        + "for them in \(file.name)."
    ]
  }

  /// Each change and comment with its place in the words that stand.
  private func placed(
    in source: Source, _ id: Identifier<Source>, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [NewChange] {
    let read = RecordRead(tracked.transcript, of: file)
    if let printed = read.day, let held = source.heldOn, printed != held {
      throw otherRecord(source.reference, "it is of \(printed.inWords), not of \(held.inWords)")
    }
    let record = try StandingRecord.locked(id, on: desk.connection)
    let standing = try RecordMatching(
      of: record, with: read, in: source, from: viewpoint, on: desk.connection
    ).standing
    let turns = tracked.transcript.turns
    // Half: a copy may hold one witness's part only, and no copy is mostly
    // something else.
    guard standing.count * 2 >= turns.count else {
      throw otherRecord(
        source.reference,
        "\(standing.count) of its \(counted(turns.count, "turn")) can be found in that record")
    }
    let changes = tracked.changes.map { change in
      NewChange(
        line: change.line, author: change.mark.author, markedOn: change.mark.on,
        gone: change.gone, come: change.come, place: place(of: change, among: standing))
    }
    let comments = tracked.comments.map { comment in
      NewChange(
        line: comment.line, author: comment.mark.author, markedOn: comment.mark.on, gone: "",
        come: "", comment: (comment.text, comment.words),
        place: place(of: comment, among: standing))
    }
    return comments.isEmpty ? changes : (changes + comments).sorted { $0.line < $1.line }
  }

  /// A comment is on an answer, also where its words are others now.
  private func place(
    of comment: TrackedComment, among standing: [Int: StandingRecord.Piece]
  ) -> NewChange.Place {
    guard let (turn, span) = comment.place else {
      return .nowhere(TrackedChange.Misplacement.outside.inWords)
    }
    guard let piece = standing[turn] else { return .nowhere(ReadReturnedCopy.unclear) }
    let before = tracked.transcript.turns[turn].text
    let text = piece.standing.text
    let place = WordDifference.place(of: span, from: before, to: text)
    return .words(piece.standing.version, place ?? 0..<text.unicodeScalars.count)
  }

  private static let unclear = "It is not clear which turn of the record this is."

  private func place(
    of change: TrackedChange, among standing: [Int: StandingRecord.Piece]
  ) -> NewChange.Place {
    guard let (turn, span) = change.place else {
      return .nowhere((change.misplacement ?? .outside).inWords)
    }
    guard let piece = standing[turn] else {
      return .nowhere(ReadReturnedCopy.unclear)
    }
    let before = tracked.transcript.turns[turn].text
    guard
      let place = WordDifference.place(of: span, from: before, to: piece.standing.text)
    else {
      return .nowhere(
        "The words of \(piece.passage.place) are others now, and it has no sure place in them.")
    }
    return .words(piece.standing.version, place)
  }

  private var nothingTracked: Refusal {
    Refusal(
      .conflict, "tracked_changes_none",
      "\(file.name) has no tracked changes and no comments; nothing was done. If words were changed without "
        + "tracking, `inquiry session correct --dry-run` shows where.", field: "file")
  }

  private func otherRecord(_ reference: String, _ why: String) -> Refusal {
    Refusal(
      .conflict, "returned_other_record",
      "\(file.name) is no copy of \(reference): \(why). Nothing was done; name the witness's copy "
        + "of the right transcript.", field: "file")
  }
}

extension TrackedChange.Misplacement {
  fileprivate var inWords: String {
    switch self {
    case .outside: "It is in no turn of the transcript."
    case .lead: "It touches the number of a question or who speaks."
    case .addsTurn: "It puts a new turn in."
    case .joinsTurns: "It makes one turn of two."
    }
  }
}
