import Inquiries

extension CheckEngine {
  /// What the gate for transcripts remarks, the gravest first, then by session.
  ///
  /// - Parameter reference: The transcript that is asked about; `nil` for all.
  public static func remarks(
    on snapshot: TranscriptSnapshot, of reference: String? = nil
  ) -> [Remark] {
    let transcripts = snapshot.transcripts.sorted { $0.session < $1.session }
    var remarks: [Remark] = []
    var before: TranscriptSnapshot.Transcript?
    for transcript in transcripts {
      remarks += range(transcript)
      remarks += numbers(transcript, after: before)
      remarks += day(transcript)
      remarks += people(transcript)
      remarks += template(transcript)
      before = transcript
    }
    return sorted(remarks.filter { reference == nil || $0.place.reference == reference })
  }

  private static func range(_ transcript: TranscriptSnapshot.Transcript) -> [Remark] {
    guard let printed = transcript.printedRange, let first = transcript.numbers.first,
      let last = transcript.numbers.last, printed != first...last
    else { return [] }
    return [
      Remark(
        code: .transcriptRangeDiffers, place: .init(reference: transcript.reference),
        sentence: "\(transcript.reference) prints \(CitationForm.span(printed)) at its head; "
          + "\(CitationForm.span(first...last)) were found.",
        remedy: "Look for a question whose number was lost or misread, or correct the header.")
    ]
  }

  /// Gaps within the transcript and to the one before, and numbers that fall
  /// back behind it.
  private static func numbers(
    _ transcript: TranscriptSnapshot.Transcript, after before: TranscriptSnapshot.Transcript?
  ) -> [Remark] {
    var remarks: [Remark] = []
    func gap(_ range: ClosedRange<Int>, _ place: String) {
      remarks.append(
        Remark(
          code: .questionGap, place: .init(reference: transcript.reference),
          sentence:
            "\(CitationForm.span(range)) \(range.count == 1 ? "is" : "are") missing \(place).",
          remedy: "Check the numbers against the file, or import what is missing."))
    }
    for (one, next) in zip(transcript.numbers, transcript.numbers.dropFirst()) where next > one + 1
    {
      gap(one + 1...next - 1, "in \(transcript.reference)")
    }
    guard let first = transcript.numbers.first else { return remarks }
    guard let before, let last = before.numbers.last else {
      if before == nil, first > 1 { gap(1...first - 1, "before \(transcript.reference)") }
      return remarks
    }
    if first > last + 1 {
      gap(last + 1...first - 1, "between \(before.reference) and \(transcript.reference)")
    }
    let printed = before.printedRange?.upperBound ?? last
    let beginning = transcript.printedRange?.lowerBound ?? first
    if first <= last || beginning <= printed {
      remarks.append(
        Remark(
          code: .questionOverlap, place: .init(reference: transcript.reference),
          sentence: "\(transcript.reference) begins at Q\(min(first, beginning)), and "
            + "\(before.reference) of the session before ends at Q\(max(last, printed)).",
          remedy: "Check which of the two is misnumbered, or whether the sessions are in order."))
    }
    return remarks
  }

  private static func day(_ transcript: TranscriptSnapshot.Transcript) -> [Remark] {
    guard let printed = transcript.printedDay, printed != transcript.heldOn else { return [] }
    return [
      Remark(
        code: .headerDateDiffers, place: .init(reference: transcript.reference),
        sentence: "\(transcript.reference) prints \(printed.inWords); session "
          + "\(transcript.session) was held on \(transcript.heldOn.inWords).",
        remedy: "Check that the file is of this session, and correct its header.")
    ]
  }

  private static func people(_ transcript: TranscriptSnapshot.Transcript) -> [Remark] {
    let reference = transcript.reference
    let silent = transcript.silent.map { name in
      Remark(
        code: .witnessSilent, place: Remark.Place(reference: reference),
        sentence: "\(name) is listed as a witness in \(reference), and no turn is surely theirs.",
        remedy: "Take them off if they did not come (inquiry session replace --nobody), or correct "
          + "a label.")
    }
    return silent + transcript.strangers.map { remark(on: $0, in: reference) }
  }

  private static func remark(
    on stranger: TranscriptSnapshot.Stranger, in reference: String
  ) -> Remark {
    let more = stranger.count > 1 ? " and \(stranger.count - 1) more" : ""
    let what =
      stranger.isKnown
      ? " and is not listed at the session." : "; nobody listed is surely meant."
    return Remark(
      code: stranger.isKnown ? .speakerNotListed : .speakerUnknown,
      place: Remark.Place(reference: reference, locator: stranger.locator),
      sentence: "“\(stranger.label)” speaks at \(stranger.locator)\(more)\(what)",
      remedy: stranger.isKnown
        ? "Add who it is to those present, or correct the label."
        : "Say who it is with `inquiry session map-label`, or that it is nobody known.")
  }

  private static func template(_ transcript: TranscriptSnapshot.Transcript) -> [Remark] {
    transcript.lines.filter { isTemplate($0.text) }.map {
      Remark(
        code: .templateTextLeft, place: .init(reference: transcript.reference, locator: $0.place),
        sentence: "\($0.place) of \(transcript.reference) still holds text of the template.",
        remedy: "Put in what belongs there, or take it out.")
    }
  }

  /// What templates leave behind: `[Add name]`, `[insert date]`, `Click or tap
  /// here to enter text`. Brackets of the record itself, such as `[inaudible]`
  /// or `[Add]`ed words of a report, do not begin so.
  static func isTemplate(_ text: String) -> Bool {
    let text = text.lowercased()
    if text.contains("click "), text.contains("here to enter") { return true }
    let leftovers = [
      "[add ", "[insert ", "[name of ", "[enter ", "[date]", "[title]", "[witness name",
      "lorem ipsum",
    ]
    return leftovers.contains { text.contains($0) }
  }
}
