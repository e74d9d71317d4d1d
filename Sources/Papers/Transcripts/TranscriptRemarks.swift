/// What can be said of a transcript only when all of it has been read.
enum TranscriptRemarks {
  /// - Parameter listed: How many panels the header lists.
  static func remarks(on transcript: Transcript, listed: Int) -> [PaperRemark] {
    range(transcript) + silentWitnesses(transcript) + chair(transcript)
      + (listed > 1 ? panels(transcript) : [])
  }

  private static func range(_ transcript: Transcript) -> [PaperRemark] {
    let numbers = transcript.turns.compactMap(\.questionNumber)
    guard let first = numbers.first, let last = numbers.last else {
      return [
        PaperRemark(
          code: "no_question_numbers", message: "No question in this transcript has a number.")
      ]
    }
    guard let printed = transcript.header.printedRange, printed != first...last else { return [] }
    return [
      PaperRemark(
        code: "printed_range_differs",
        message:
          "The header prints questions \(printed.lowerBound) to \(printed.upperBound); what was found runs from \(first) to \(last)."
      )
    ]
  }

  private static func silentWitnesses(_ transcript: Transcript) -> [PaperRemark] {
    let speakers = Set(transcript.turns.compactMap(\.speaker))
    return transcript.panels.flatMap { panel in
      panel.witnesses.filter { !speakers.contains($0.name) }.map { witness in
        PaperRemark(
          code: "witness_silent",
          message:
            "\(witness.name) is listed in panel \(panel.ordinal) and no turn is surely theirs; take them off if they did not come (inquiry session replace --nobody), or correct a label."
        )
      }
    }
  }

  private static func chair(_ transcript: Transcript) -> [PaperRemark] {
    guard transcript.turns.contains(where: { $0.isChair && $0.speaker == nil }) else { return [] }
    let count = transcript.members.count(where: \.isChair)
    guard count != 1 else { return [] }
    let met = count == 0 ? "no member as Chair" : "\(count) members as Chair"
    return [
      PaperRemark(
        code: "chair_not_sure",
        message: "The header lists \(met), so it is not sure who the Chair is in the turns.")
    ]
  }

  private static func panels(_ transcript: Transcript) -> [PaperRemark] {
    guard transcript.turns.contains(where: { $0.kind == .speech && $0.panel == nil })
    else { return [] }
    return [
      PaperRemark(
        code: "panel_start_not_found",
        message:
          "The header lists \(transcript.panels.count) panels, and for some turns no line says which of them is heard."
      )
    ]
  }
}
