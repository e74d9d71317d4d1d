import Foundation
import Inquiries
import Records

/// What tracked changes become once they are decided on.
struct ChangesMade {
  struct Outcome {
    let decision: ProposedChange.Decision
    /// One for each change, in their order.
    let corrections: [Int64?]
    var reason: String?
  }

  private let changes: [StandingChange]
  private let source: Source
  private let id: Identifier<Source>
  private let viewpoint: Viewpoint
  private let desk: Desk

  init(
    _ changes: [StandingChange], of source: Source, _ id: Identifier<Source>,
    from viewpoint: Viewpoint, at desk: Desk
  ) {
    self.changes = changes
    self.source = source
    self.id = id
    self.viewpoint = viewpoint
    self.desk = desk
  }

  func carryOut(_ decision: DecideChanges.Decision) throws -> Outcome {
    switch decision {
    case .refuse(let reason):
      guard reason.isVisible else {
        throw Refusal(
          .invalid, "reason_missing", "Say why the change is refused.", field: "reason")
      }
      return Outcome(
        decision: .refused, corrections: changes.map { _ in nil }, reason: reason)
    case .accept(let kind):
      return Outcome(decision: .accepted, corrections: try accept(CorrectionTerms(kind)))
    case .footnote(let words):
      return Outcome(decision: .footnote, corrections: try footnotes(words))
    case .supplement(let reference):
      return Outcome(decision: .supplementary, corrections: try supplements(reference))
    }
  }

  /// The passage of each change.
  private func passages() throws -> [Identifier<Passage>] {
    try changes.map { change in
      guard let passage = change.passage else {
        throw Refusal(
          .conflict, "change_not_placed",
          "Change \(change.number) has no sure place in \(source.reference). Do by hand what it asks "
            + "for (`inquiry passage correct`, `footnote`), then close it with --refuse and say so.",
          field: "changes")
      }
      return passage
    }
  }

  // MARK: - Words

  private func accept(_ terms: CorrectionTerms) throws -> [Int64?] {
    if let comment = changes.first(where: { $0.comment != nil }) {
      throw Refusal(
        .conflict, "change_is_comment",
        "Change \(comment.number) is a comment and puts no words in; turn it into a footnote "
          + "(--footnote), or dismiss it (--refuse).", field: "changes")
    }
    let passages = try passages()
    let pieces = Dictionary(
      uniqueKeysWithValues: try StandingRecord.locked(id, on: desk.connection).pieces.map {
        ($0.standing.id, $0)
      })
    let earlier = Dictionary(
      grouping: try StandingChange.accepted(
        in: changes.compactMap(\.version), on: desk.connection), by: \.passage)
    var made: [Identifier<Passage>: Int64] = [:]
    // A correction names the file it came in, so the changes go file by file.
    let byPassage = Dictionary(grouping: zip(passages, changes)) { $0.0 }
      .compactMapValues { $0.map(\.1) }
    let byFile = Dictionary(grouping: byPassage) { $0.value[0].original }
    for (original, groups) in byFile.sorted(by: { $0.key.value < $1.key.value }) {
      let words = try groups.compactMap { passage, changes in
        try pieces[passage].map {
          RecordMatching.Words(
            piece: $0, text: try text(of: $0, with: changes, after: earlier[passage] ?? []))
        }
      }.sorted { $0.piece.passage.ordinal < $1.piece.passage.ordinal }
      let (_, corrections) = try RecordMatching.correct(
        words, terms.kind, terms.frame(original, in: source.state, from: viewpoint, at: desk),
        from: viewpoint, at: desk)
      for (word, correction) in zip(words, corrections) {
        made[word.piece.standing.id] = correction
      }
    }
    try StandingRecord.touch(id, on: desk.connection)
    try terms.publish(id, from: viewpoint, at: desk)
    return passages.map { made[$0] }
  }

  /// The words of a passage with changes made in them.
  ///
  /// - Parameter earlier: The changes accepted before, in whichever words.
  private func text(
    of piece: StandingRecord.Piece, with changes: [StandingChange], after earlier: [StandingChange]
  ) throws -> String {
    let place = piece.passage.place
    let old = piece.standing.text
    // Where nothing but changes to the same words was made, all are made in those.
    let base = changes[0]
    let before = earlier.filter { $0.version == base.version }
    let composed = applied(try ChangesMade.inOrder(before, of: place), to: base.words)
    let isOnlyThese = composed == old && changes.allSatisfy { $0.version == base.version }
    let edits = try isOnlyThese ? before + changes : changes.map { try $0.moved(to: piece) }
    let text = applied(
      try ChangesMade.inOrder(edits, of: place), to: isOnlyThese ? base.words : old)
    guard text.isVisible, text != old else {
      throw Refusal(
        .conflict, "correction_empty",
        "With change \(changes[0].number) the words of \(place) would be none, or those that stand "
          + "there.", field: "changes")
    }
    return text
  }

  private static func inOrder(
    _ changes: [StandingChange], of place: String
  ) throws -> [StandingChange] {
    let edits = changes.sorted {
      ($0.span.lowerBound, $0.number) < ($1.span.lowerBound, $1.number)
    }
    for (edit, next) in zip(edits, edits.dropFirst())
    where next.span.lowerBound < edit.span.upperBound {
      throw Refusal(
        .conflict, "changes_overlap",
        "Changes \(edit.number) and \(next.number) are of the same words of \(place); accept one of "
          + "them.", field: "changes")
    }
    return edits
  }

  private func applied(_ edits: [StandingChange], to text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for edit in edits.reversed() {
      scalars.replaceSubrange(edit.span, with: edit.come.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  // MARK: - Beneath the words

  private func footnotes(_ words: String?) throws -> [Int64?] {
    let passages = try passages()
    if let words {
      guard Set(passages).count == 1 else {
        throw Refusal(
          .invalid, "one_passage_needed",
          "The same footnote stands beneath one answer; name changes of one.", field: "changes")
      }
      let made = try annotate([(passages[0], try footnote(words))])
      return passages.map { _ in made[0] }
    }
    return try annotate(
      zip(passages, changes).map { passage, change in
        let words = change.comment ?? change.come
        return (passage, try footnote(words.trimmingCharacters(in: .whitespacesAndNewlines)))
      })
  }

  private func footnote(_ words: String) throws -> (Correction.Kind, NewCorrection.Matter) {
    guard words.isVisible else {
      throw Refusal(
        .invalid, "footnote_empty",
        "The footnote shows nothing. Where a change only takes words away, say what the footnote "
          + "is.", field: "footnote")
    }
    return (.footnote, .footnote(words))
  }

  private func supplements(_ reference: String) throws -> [Int64?] {
    let passages = try passages()
    let submission = try AnnotatePassage.submission(reference, from: viewpoint, at: desk)
    var places: [Identifier<Passage>] = []
    for passage in passages where !places.contains(passage) { places.append(passage) }
    let made = try annotate(places.map { ($0, (.supplementary, .supplement(submission))) })
    let byPassage = Dictionary(uniqueKeysWithValues: zip(places, made))
    return passages.map { byPassage[$0] }
  }

  private func annotate(
    _ notes: [(passage: Identifier<Passage>, (kind: Correction.Kind, matter: NewCorrection.Matter))]
  ) throws -> [Int64] {
    let made = try NewCorrection.insert(
      notes.map { NewCorrection(passage: $0.passage, kind: $0.1.kind, matter: $0.1.matter) },
      CorrectionFrame(
        on: desk.today(in: viewpoint.inquiry), removal: nil, original: changes[0].original),
      as: viewpoint, on: desk.connection)
    try Publication.refreshWords(of: [id], in: viewpoint.inquiryID, on: desk.connection)
    return made
  }
}

extension StandingChange {
  /// The change in the words that stand now, where it is sure where.
  fileprivate func moved(to piece: StandingRecord.Piece) throws -> StandingChange {
    let span = WordDifference.place(of: span, from: words, to: piece.standing.text)
    guard let span else {
      throw Refusal(
        .conflict, "change_words_differ",
        "The words of \(piece.passage.place) changed since change \(number) was read, where it "
          + "belongs. Correct the passage by hand, then close the change with --refuse and say so.",
        field: "changes")
    }
    return at(span)
  }
}
