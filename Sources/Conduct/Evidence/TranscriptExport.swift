public import Inquiries
public import Papers
public import Postgres
public import Records

/// The record of a session on its way out of the system: a transcript, or a note or
/// summary of points.
public struct TranscriptExport {
  private let content: Content
  private let name: TranscriptName

  /// - Parameters:
  ///   - source: Of the record.
  ///   - session: The session that it is of, with who was there.
  ///   - turns: What was said, as far as the reader may have it.
  ///   - body: The body's name.
  ///   - title: What the inquiry is about.
  ///   - notices: Sentences that every document of the inquiry carries.
  public init(
    _ source: Source, of session: Session, _ turns: [SpokenTurn], body: String, title: String,
    notices: [String]
  ) {
    var header = TranscriptHeader()
    header.committeeName = body
    header.title = title
    header.date = session.heldOn.flatMap {
      PrintedDay(year: $0.year, month: $0.month, day: $0.day)
    }
    header.evidenceSessionNumber = session.number
    header.isHeardInPublic = session.hearing == .heardInPublic
    header.stage = source.stage == .corrected ? .corrected : .uncorrected
    let members = session.members.map { MemberPresent(name: $0.name, isChair: $0.isChair) }
    let panels = session.panels.enumerated().map { index, witnesses in
      PanelHeard(
        ordinal: index + 1,
        witnesses: witnesses.map {
          WitnessListed(
            name: $0.name, role: $0.capacity.isEmpty ? nil : $0.capacity,
            organisation: $0.organisation.isEmpty ? nil : $0.organisation)
        })
    }
    name = TranscriptName(
      body: body, number: session.number, reference: source.reference, notices: notices)
    guard source.kind == .transcript else {
      // Points are nobody's words and are not corrected as such.
      header.stage = nil
      let points = turns.enumerated().compactMap { index, turn in
        turn.point.map {
          Note.Point(
            number: $0, lead: "", text: turn.text, line: index + 1,
            footnotes: turn.footnotes.map { Footnote(text: $0, line: index + 1) })
        }
      }
      content = .note(
        Note(
          header: header, isSummary: source.kind == .summary,
          agreedOn: source.agreedOn.flatMap {
            PrintedDay(year: $0.year, month: $0.month, day: $0.day)
          }, members: members, panels: panels, points: points, unplaced: [], remarks: []))
      return
    }
    let numbers = turns.compactMap(\.question)
    if let first = numbers.first, let last = numbers.last, first <= last {
      header.printedRange = first...last
    }
    content = .transcript(
      Transcript(
        header: header, members: members, panels: panels,
        turns: turns.enumerated().map { index, turn in
          Turn(
            kind: turn.kind == .stage ? .stage : .speech, questionNumber: turn.question,
            label: turn.label, speaker: turn.name, isChair: turn.isChair, text: turn.text,
            line: index + 1,
            // A panel of which nobody may be named is not listed.
            panel: turn.panel.flatMap { panels.indices.contains($0 - 1) ? $0 : nil },
            footnotes: turn.footnotes.map { Footnote(text: $0, line: index + 1) })
        }, unplaced: [], remarks: []))
  }

  private enum Content {
    case transcript(Transcript)
    case note(Note)
  }

  /// The bytes of a file in a format.
  ///
  /// - Throws: ``PaperError`` `akoma_ntoso_no_note` and `note_text_unclear`, of a note
  ///   or summary that the format cannot hold.
  public func bytes(as format: TranscriptFormat) throws(PaperError) -> [UInt8] {
    switch content {
    case .transcript(let transcript): try format.write(transcript, name: name)
    case .note(let note): try format.write(note, name: name)
    }
  }

  /// Reads a record of a session from the working record.
  ///
  /// - Throws: ``Refusal`` `source_not_found`, or `export_not_transcript` for what
  ///   is no transcript, note or summary.
  public static func read(
    _ reference: String, from viewpoint: Viewpoint, on connection: Connection
  ) throws -> TranscriptExport {
    guard let source = try Source.find(reference, as: viewpoint, on: connection) else {
      throw Refusal(.notFound, "source_not_found", "There is no “\(reference)” in this inquiry.")
    }
    guard source.kind.isRecordOfSession, let number = source.sessionNumber,
      let session = try Session.find(number: number, as: viewpoint, on: connection)
    else {
      throw Refusal(
        .conflict, "export_not_transcript",
        "\(reference) is no transcript, note or summary (\(source.kind.title)), and only those are "
          + "exported; `inquiry evidence original` fetches the file that came in.",
        field: "reference")
    }
    return TranscriptExport(
      source, of: session, try SpokenTurn.all(of: reference, as: viewpoint, on: connection),
      body: viewpoint.inquiry.body.name, title: viewpoint.inquiry.title,
      notices: [viewpoint.inquiry.banner, viewpoint.inquiry.body.kind.rubric].compactMap(\.self))
  }
}
