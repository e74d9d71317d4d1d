public import Inquiries
public import Papers
public import Postgres
public import Records

/// The transcript of a session on its way out of the system.
public struct TranscriptExport {
  private let transcript: Transcript
  private let name: TranscriptName

  /// - Parameters:
  ///   - source: The transcript's source.
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
    let numbers = turns.compactMap(\.question)
    if let first = numbers.first, let last = numbers.last, first <= last {
      header.printedRange = first...last
    }
    let panels = session.panels
    transcript = Transcript(
      header: header,
      members: session.members.map { MemberPresent(name: $0.name, isChair: $0.isChair) },
      panels: panels.enumerated().map { index, witnesses in
        PanelHeard(
          ordinal: index + 1,
          witnesses: witnesses.map {
            WitnessListed(
              name: $0.name, role: $0.capacity.isEmpty ? nil : $0.capacity,
              organisation: $0.organisation.isEmpty ? nil : $0.organisation)
          })
      },
      turns: turns.enumerated().map { index, turn in
        Turn(
          kind: turn.kind == .stage ? .stage : .speech, questionNumber: turn.question,
          label: turn.label, speaker: turn.name, isChair: turn.isChair, text: turn.text,
          line: index + 1,
          // A panel of which nobody may be named is not listed.
          panel: turn.panel.flatMap { panels.indices.contains($0 - 1) ? $0 : nil },
          footnotes: turn.footnotes.map { Footnote(text: $0, line: index + 1) })
      }, unplaced: [], remarks: [])
    name = TranscriptName(
      body: body, number: session.number, reference: source.reference, notices: notices)
  }

  /// The bytes of a file in a format.
  public func bytes(as format: TranscriptFormat) throws(PaperError) -> [UInt8] {
    try format.write(transcript, name: name)
  }

  /// Reads a transcript of the working record.
  ///
  /// - Throws: ``Refusal`` `source_not_found`, or `export_not_transcript` for a
  ///   record that is not verbatim.
  public static func read(
    _ reference: String, from viewpoint: Viewpoint, on connection: Connection
  ) throws -> TranscriptExport {
    guard let source = try Source.find(reference, as: viewpoint, on: connection) else {
      throw Refusal(.notFound, "source_not_found", "There is no “\(reference)” in this inquiry.")
    }
    guard source.kind == .transcript, let number = source.sessionNumber,
      let session = try Session.find(number: number, as: viewpoint, on: connection)
    else {
      throw Refusal(
        .conflict, "export_not_transcript",
        "\(reference) is no transcript (\(source.kind.title)), and only transcripts are exported; "
          + "`inquiry evidence original` fetches the file that came in.", field: "reference")
    }
    return TranscriptExport(
      source, of: session, try SpokenTurn.all(of: reference, as: viewpoint, on: connection),
      body: viewpoint.inquiry.body.name, title: viewpoint.inquiry.title,
      notices: [viewpoint.inquiry.banner, viewpoint.inquiry.body.kind.rubric].compactMap(\.self))
  }
}
