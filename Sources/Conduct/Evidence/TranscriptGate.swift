public import Checks
import Inquiries
import Papers
public import Postgres
public import Records

/// The gate for transcripts: the record and what the files print of themselves,
/// as the checks see them.
public struct TranscriptGate: Sendable {
  let facts: [TranscriptFacts]
  /// The newest file of each transcript.
  let files: [String: Original]

  /// Reads the record and the files; they are taken apart afterwards, when
  /// nobody waits for the connection.
  ///
  /// - Parameter reference: The transcript that is asked about; `nil` for all.
  public static func read(
    _ reference: String?, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> TranscriptGate {
    let facts = try TranscriptFacts.all(
      wordsOf: reference, as: viewpoint, on: connection)
    guard reference == nil || facts.contains(where: { $0.reference == reference }) else {
      throw Refusal(
        .notFound, "transcript_not_found",
        "There is no transcript “\(reference ?? "")” in this inquiry; `inquiry session list` shows "
          + "what there is.", field: "reference")
    }
    // The session before is compared by what its file prints too.
    let place = facts.firstIndex { $0.reference == reference }
    let meant = place.map { facts[max(0, $0 - 1)...$0] } ?? facts[...]
    var files: [String: Original] = [:]
    for transcript in meant {
      files[transcript.reference] = try Original.newest(
        of: transcript.reference, as: viewpoint, on: connection)
    }
    return TranscriptGate(facts: facts, files: files)
  }

  /// What there is to remark; a file that cannot be read any more is not what
  /// the gate is about.
  public func remarks(of reference: String?) -> [Remark] {
    let headers = files.compactMapValues(\.transcriptHeader)
    return CheckEngine.remarks(on: TranscriptGate.snapshot(facts, headers), of: reference)
  }

  /// Whether the gate says the same of the record as the reader of its file.
  static func tells(_ remark: PaperRemark) -> Bool {
    ["printed_range_differs", "witness_silent", "label_unknown", "template_text_left"]
      .contains(remark.code)
  }

  /// What there is to remark on a transcript that was just read, as sentences
  /// with their codes.
  static func sentences(
    on reference: String, header: TranscriptHeader, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [String] {
    let facts = try TranscriptFacts.all(
      wordsOf: reference, as: viewpoint, on: desk.connection)
    return CheckEngine.remarks(on: snapshot(facts, [reference: header]), of: reference).map {
      "\($0.sentence) (\($0.code.rawValue))"
    }
  }

  /// - Parameter headers: Of the transcripts, by reference, as far as they were read.
  static func snapshot(
    _ facts: [TranscriptFacts], _ headers: [String: TranscriptHeader]
  ) -> TranscriptSnapshot {
    TranscriptSnapshot(
      transcripts: facts.map { fact in
        let header = headers[fact.reference]
        return TranscriptSnapshot.Transcript(
          reference: fact.reference, session: fact.session, heldOn: fact.heldOn,
          numbers: fact.numbers, printedRange: header?.printedRange,
          printedDay: header?.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) },
          silent: fact.silent,
          strangers: fact.strangers.map {
            TranscriptSnapshot.Stranger(
              label: $0.label, isKnown: $0.isKnown, locator: $0.locator, count: $0.count)
          },
          lines: (header?.lines ?? []).map {
            TranscriptSnapshot.Line(place: "line \($0.line)", text: $0.text)
          } + fact.suspicious.map { TranscriptSnapshot.Line(place: $0.locator, text: $0.text) })
      })
  }
}
