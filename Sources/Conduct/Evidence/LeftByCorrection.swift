public import Inquiries
public import Postgres
public import Records

/// The newest corrected file of a record, to be compared with the record again.
///
/// What was left when it came is stored nowhere: it is asked of the file, which is kept,
/// as often as somebody wants to know. So it goes when it is mended, however that was.
public struct CorrectedFile: Sendable {
  public let kind: SourceKind
  public let original: Original

  /// - Throws: ``Refusal`` where there is no such record, or no file corrected it.
  public static func newest(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> CorrectedFile {
    guard let source = try Source.find(reference, as: viewpoint, on: connection) else {
      throw Refusal(
        .notFound, "source_not_found", "There is no “\(reference)” in this inquiry.",
        field: "reference")
    }
    let original = try Original.newestCorrected(of: reference, as: viewpoint, on: connection)
    guard let original else {
      throw Refusal(
        .notFound, "correction_file_missing",
        "No corrected file of \(reference) was taken in, so nothing of one can be left; `inquiry "
          + "session correct` takes one in.", field: "reference")
    }
    return CorrectedFile(kind: source.kind, original: original)
  }
}

extension Office {
  /// What a record's corrected file says otherwise than the record. Of one heard in
  /// private the reading itself is on record.
  ///
  /// - Parameter read: The file, read as the kind of record that it corrected.
  public func left(
    of reference: String, by read: RecordRead, in slug: String, by actor: Actor
  ) async throws -> LeftByCorrection {
    try await readWords(of: reference, in: slug, by: actor) { viewpoint, connection in
      let source = try Source.find(reference, as: viewpoint, on: connection)
      let record = try StandingRecord.now(of: reference, as: viewpoint, on: connection)
      guard let source, let record else {
        throw Refusal(
          .notFound, "source_not_found", "There is no “\(reference)” in this inquiry.",
          field: "reference")
      }
      let matching = try RecordMatching(
        of: record, with: read, in: source, from: viewpoint, on: connection)
      let standing = try NewCorrection.footnotes(
        of: record.pieces.map(\.standing.id), on: connection)
      return LeftByCorrection(
        reference: reference, fileName: read.fileName, stage: source.stage,
        misfits: matching.misfits,
        differing: (matching.changed + matching.left).sorted {
          $0.piece.passage.ordinal < $1.piece.passage.ordinal
        }.map(\.differing), footnotes: read.footnotesMissing(among: standing.values.flatMap { $0 }))
    }
  }
}

extension RecordRead {
  /// Its footnotes without those that stand, as often as each stands.
  fileprivate func footnotesMissing(among standing: [String]) -> [String] {
    var standing = standing
    return footnotes.map(\.words).filter { words in
      guard let known = standing.firstIndex(of: words) else { return true }
      standing.remove(at: known)
      return false
    }
  }
}
