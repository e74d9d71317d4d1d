import Inquiries

/// Makes a transcript or note of a document of ours, or says what in it is wrong.
struct TranscriptDocumentReading {
  let fileName: String
  /// Where the turns stand in the file, as lines; nil for their ordinals.
  var lines: [Int]?

  func transcript(_ document: TranscriptDocument) throws(PaperError) -> Transcript {
    try check(document, isNote: false)
    var transcript = Transcript(
      header: try header(document.session), members: try members(of: document),
      panels: try panels(of: document), turns: [], unplaced: [], remarks: [])
    try addTurns(document.turns, to: &transcript)
    transcript.remarks += TranscriptRemarks.remarks(
      on: transcript, listed: transcript.panels.count)
    return transcript
  }

  func check(_ document: TranscriptDocument, isNote: Bool) throws(PaperError) {
    let format = isNote ? TranscriptDocument.noteFormat : TranscriptDocument.format
    guard document.format != format else { return }
    switch document.format {
    case TranscriptDocument.noteFormat:
      throw wrong("It is a note or summary; import it as one (--kind note or summary)")
    case TranscriptDocument.format:
      throw wrong("It is a transcript; import it as one (--kind transcript)")
    default: throw wrong("Its format is “\(document.format.prefix(60))”; write “\(format)”")
    }
  }

  func members(of document: TranscriptDocument) throws(PaperError) -> [MemberPresent] {
    try document.members.map { (member) throws(PaperError) in
      MemberPresent(name: try name(member.name), isChair: member.isChair ?? false)
    }
  }

  func panels(of document: TranscriptDocument) throws(PaperError) -> [PanelHeard] {
    var panels: [PanelHeard] = []
    for (index, panel) in document.panels.enumerated() {
      panels.append(
        PanelHeard(
          ordinal: index + 1, numeral: panel.numeral?.filled,
          witnesses: try panel.witnesses.map { (witness) throws(PaperError) in
            WitnessListed(
              name: try name(witness.name), role: witness.role?.filled,
              organisation: witness.organisation?.filled)
          }))
    }
    return panels
  }

  private func addTurns(
    _ turns: [TranscriptDocument.Said], to transcript: inout Transcript
  ) throws(PaperError) {
    let listed = Set(
      transcript.members.map(\.name) + transcript.panels.flatMap { $0.witnesses.map(\.name) })
    var numbers = QuestionOrder()
    var unlisted: Set<String> = []
    for (index, said) in turns.enumerated() {
      let line = lines?[index] ?? index + 1
      var turn = try turn(said, line: line, panels: transcript.panels.count)
      if let number = turn.questionNumber {
        guard let gap = numbers.follow(number, line: line) else {
          throw disorder(number, after: numbers.last, line: line)
        }
        transcript.remarks += gap
      }
      if let speaker = turn.speaker, !listed.contains(speaker) {
        turn.label = turn.label ?? speaker
        turn.speaker = nil
        if unlisted.insert(speaker).inserted {
          transcript.remarks.append(
            PaperRemark(
              code: "speaker_not_listed",
              message:
                "On line \(line) “\(speaker.prefix(80))” speaks and is listed neither as a member nor as a witness; say who it is.",
              line: line))
        }
      }
      transcript.turns.append(turn)
    }
    guard turns.contains(where: { $0.kind == Turn.Kind.speech.rawValue }) else {
      throw PaperError(
        code: "no_turns", message: "\(fileName) has no turn of the kind “speech”.", file: fileName)
    }
  }

  private func turn(
    _ said: TranscriptDocument.Said, line: Int, panels: Int
  ) throws(PaperError) -> Turn {
    guard let kind = Turn.Kind(rawValue: said.kind) else {
      throw wrong("kind is “\(said.kind.prefix(40))”; write speech or stage", line)
    }
    guard kind == .speech || said.number == nil else {
      throw wrong("narrative has a question number; only speech has", line)
    }
    guard kind == .speech || said.footnotes == nil else {
      throw wrong("narrative has a footnote; only speech has", line)
    }
    if let panel = said.panel, !(1...max(1, panels)).contains(panel) || panels == 0 {
      throw wrong("panel is \(panel), and \(panels) are listed", line)
    }
    if let number = said.number, !(1...99_999).contains(number) {
      throw wrong("number is \(number); questions are numbered from 1 to 99999", line)
    }
    try checkWords([said.text, said.label ?? "", said.speaker ?? ""], line)
    return Turn(
      kind: kind, questionNumber: said.number, label: said.label?.filled,
      speaker: said.speaker?.filled, isChair: said.isChair ?? false, text: said.text, line: line,
      panel: said.panel, footnotes: try footnotes(of: said, line))
  }

  func footnotes(
    of said: TranscriptDocument.Said, _ line: Int
  ) throws(PaperError) -> [Footnote] {
    let words = said.footnotes ?? []
    guard words.allSatisfy(\.isVisible) else {
      throw wrong("a footnote shows nothing, or holds control characters", line)
    }
    return words.map { Footnote(text: $0, line: line) }
  }

  func checkWords(_ words: [String], _ line: Int) throws(PaperError) {
    guard words.contains(where: { $0.utf8.contains(0) }) else { return }
    throw PaperError(
      code: "nul_byte",
      message: "Turn or line \(line) of \(fileName) holds a NUL, which no text has; remove it.",
      file: fileName, line: line)
  }

  func header(_ facts: [String: String], isNote: Bool = false) throws(PaperError)
    -> TranscriptHeader
  {
    var header = TranscriptHeader()
    for name in facts.keys.sorted() where TranscriptDocument.Fact(rawValue: name) == nil {
      let known = TranscriptDocument.Fact.allCases.map(\.rawValue).joined(separator: ", ")
      throw wrong("“\(name.prefix(40))” is no fact of a session; known are \(known)")
    }
    for fact in [TranscriptDocument.Fact.record, .agreedOn] where !isNote {
      guard facts[fact.rawValue] == nil else {
        throw wrong("\(fact.rawValue) is said of notes and summaries alone")
      }
    }
    func text(_ fact: TranscriptDocument.Fact) -> String? { facts[fact.rawValue]?.filled }
    func value<Value>(
      _ fact: TranscriptDocument.Fact, _ form: String, _ read: (String) -> Value?
    ) throws(PaperError) -> Value? {
      guard let text = text(fact) else { return nil }
      guard let value = read(text) else {
        throw wrong("\(fact.rawValue) is “\(text.prefix(60))”; write it as \(form)")
      }
      return value
    }
    if let notice = text(.notice) {
      header.lines.append(HeaderLine(line: 0, text: notice, field: .use))
    }
    header.committeeName = text(.committee)
    header.title = text(.title)
    header.paperNumber = text(.paperNumber)
    header.date = try value(.date, "2024-05-08") { PrintedDay(iso: $0) }
    header.startTime = try value(.startTime, "10:05") { PrintedTime(iso: $0) }
    header.evidenceSessionNumber = try value(.sessionNumber, "a number") { Int($0) }
    header.isHeardInPublic = try value(.hearing, "public or private") {
      ["public": true, "private": false][$0]
    }
    header.stage = try value(.stage, "corrected or uncorrected") {
      TranscriptHeader.Stage(rawValue: $0)
    }
    let first = try value(.firstQuestion, "a number") { Int($0) }
    let last = try value(.lastQuestion, "a number") { Int($0) }
    if let first, let last, first <= last { header.printedRange = first...last }
    return header
  }

  private func name(_ name: String) throws(PaperError) -> String {
    guard !name[...].trimmed.isEmpty, !name.utf8.contains(0) else {
      throw wrong("somebody listed has no name; write it, or take the entry out")
    }
    return name
  }

  func wrong(_ words: String, _ line: Int? = nil) -> PaperError {
    let place = line.map { lines == nil ? "Turn \($0) of " : "Line \($0) of " } ?? ""
    return PaperError(
      code: "transcript_value", message: "\(place)\(fileName): \(words).", file: fileName,
      line: line)
  }

  private func disorder(_ number: Int, after last: Int?, line: Int) -> PaperError {
    let place = lines == nil ? "Turn" : "Line"
    return PaperError(
      code: number == last ? "question_number_repeated" : "question_number_backwards",
      message:
        "\(place) \(line) of \(fileName) has the number \(number) after \(last.map(String.init) ?? "0"); correct the numbers in the transcript.",
      file: fileName, line: line)
  }
}

extension String {
  /// Nil when there is nothing visible in it.
  var filled: String? { self[...].trimmed.isEmpty ? nil : self }
}
