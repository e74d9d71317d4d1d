/// Puts the pieces of a debate together to a transcript.
struct AkomaNtosoBody {
  /// A speech that is being read.
  private struct Open {
    let spoken: AkomaNtosoUtterance
    var number: Int?
    var lead = ""
    var label: String?
    var words: [String] = []
    var notes: [Footnote] = []
    var line: Int
    /// Whether a part of it stands before, with narrative between.
    var goesOn = false
  }

  private let meta: AkomaNtosoMeta
  private var header = HeaderReading()
  private var members: [MemberPresent] = []
  private var panels: [PanelHeard] = []
  private var panelPlaces: [String: Int] = [:]
  private var sections: [Int?] = []
  private var turns: [Turn] = []
  private var unplaced: [UnplacedLine] = []
  private var remarks: [PaperRemark] = []
  private var numbers = QuestionOrder()
  private var speakers: AkomaNtosoSpeakers
  private var open: [Open] = []
  /// The number of a heading, until the heading comes.
  private var headingNumber: String?
  private var line = 0
  /// Notes that stand in no speech.
  private var notes = 0
  /// Whether the next words of a note begin one.
  private var beginsNote = false

  init(meta: AkomaNtosoMeta) {
    self.meta = meta
    speakers = AkomaNtosoSpeakers(meta: meta)
  }

  mutating func take(_ piece: AkomaNtosoScan.Piece) {
    switch piece {
    case .begin(let spoken):
      endHeading()
      close(goesOn: true)
      open.append(Open(spoken: spoken, line: line + 1))
    case .end:
      close(goesOn: false)
      _ = open.popLast()
    case .panel(let id):
      endHeading()
      sections.append(id.flatMap { panelPlaces[$0] } ?? sections.last ?? nil)
    case .endOfPanel:
      endHeading()
      _ = sections.popLast()
    case .note: beginsNote = true
    case .text(let text, let role, let marks):
      line += 1
      take(text, role, marks)
    }
  }

  private mutating func take(
    _ text: String, _ role: AkomaNtosoScan.Role, _ marks: [AkomaNtosoScan.Mark]
  ) {
    switch role {
    case .front: takeFront(text, marks)
    case .roll where turns.isEmpty && open.isEmpty: takeRoll(text, marks)
    case .witnesses(let id): takeWitness(text, marks, panel: id)
    case .note where !open.isEmpty: takeNote(text)
    case .note:
      notes += 1
      unplaced.append(.init(line: line, text: text, reason: .footnote))
    case .back: unplaced.append(.init(line: line, text: text, reason: .notRecognised))
    case .from where !open.isEmpty: takeLabel(text)
    case .number where !open.isEmpty: takeNumber(text)
    case .words where !open.isEmpty: open[open.count - 1].words.append(text)
    case .number where headingNumber == nil, .heading where isNumber(text) && headingNumber == nil:
      headingNumber = text
    case .heading: narrate(text)
    case .roll, .from, .number, .words, .narrative: narrate(text)
    }
  }

  /// A note in a speech stands beneath the whole of it.
  private mutating func takeNote(_ text: String) {
    let place = open.count - 1
    if !beginsNote, let last = open[place].notes.popLast() {
      open[place].notes.append(Footnote(text: last.text + "\n\n" + text, line: last.line))
    } else {
      open[place].notes.append(Footnote(text: text, line: line))
    }
    beginsNote = false
  }

  /// Whether a heading is only the number of the one that follows.
  private func isNumber(_ text: String) -> Bool {
    text.utf8.count <= 12 && !text.contains(" ") && text.contains(where: \.isNumber)
  }

  private mutating func endHeading() {
    guard let number = headingNumber else { return }
    headingNumber = nil
    stage(number)
  }

  private mutating func narrate(_ text: String) {
    if let number = headingNumber {
      headingNumber = nil
      return narrate("\(number) \(text)")
    }
    // Before the first words of a speech it stands before the whole of it.
    if open.last.map({ !$0.words.isEmpty }) ?? false { close(goesOn: true) }
    stage(text)
  }

  private mutating func stage(_ text: String) {
    turns.append(Turn(kind: .stage, text: text, line: line, panel: sections.last ?? nil))
  }

  private mutating func takeLabel(_ text: String) {
    let place = open.count - 1
    guard open[place].label == nil, open[place].words.isEmpty else {
      open[place].words.append(text)
      return
    }
    var label = text[...].trimmed
    while label.last == ":" { label = label.dropLast().trimmed }
    open[place].lead += (open[place].lead.isEmpty ? "" : " ") + text
    open[place].label = label.isEmpty ? nil : String(label)
  }

  private mutating func takeNumber(_ text: String) {
    let place = open.count - 1
    let digits = text.squeezed.drop { "question.".contains($0) }.prefix(while: \.isNumber)
    let rest = text.squeezed.drop { "question.".contains($0) }.dropFirst(digits.count)
    guard open[place].number == nil, (1...5).contains(digits.count),
      rest.allSatisfy(".:)".contains),
      let number = Int(digits), let remark = numbers.follow(number, line: line)
    else {
      unplaced.append(.init(line: line, text: text, reason: .notRecognised))
      remarks.append(
        PaperRemark(
          code: "question_number_not_taken",
          message:
            "On line \(line) “\(text.prefix(60))” numbers a question and follows no number before it, so the question has none.",
          line: line))
      return
    }
    remarks += remark
    open[place].number = number
    open[place].lead = text + (open[place].lead.isEmpty ? "" : " " + open[place].lead)
  }

  /// Ends the part of the innermost speech that was read so far.
  private mutating func close(goesOn: Bool) {
    guard var spoken = open.popLast() else { return }
    defer { open.append(spoken) }
    let isEmpty = spoken.words.isEmpty && spoken.lead.isEmpty
    guard !isEmpty, !(goesOn && spoken.words.isEmpty) else {
      guard !goesOn else { return }
      notes += spoken.notes.count
      unplaced += spoken.notes.map { .init(line: $0.line, text: $0.text, reason: .footnote) }
      return
    }
    var speaker = speakers.read(spoken.spoken, label: spoken.label, line: spoken.line)
    if spoken.goesOn, speaker.name != nil { speaker.label = nil }
    turns.append(
      Turn(
        kind: .speech, questionNumber: spoken.number, label: speaker.label, speaker: speaker.name,
        isChair: speaker.isChair, lead: spoken.lead, text: spoken.words.joined(separator: "\n\n"),
        line: spoken.line, panel: sections.last ?? nil, footnotes: spoken.notes))
    spoken = Open(
      spoken: spoken.spoken, label: spoken.label, line: line + 1, goesOn: true)
  }
}

// MARK: - Who was there, and the end

extension AkomaNtosoBody {
  private mutating func takeFront(_ text: String, _ marks: [AkomaNtosoScan.Mark]) {
    header.take(.init(text: text, line: line)) { reading in
      var field: HeaderLine.Field?
      for mark in marks where !mark.text.isEmpty {
        switch mark.name {
        case "docTitle" where reading.header.title == nil:
          reading.header.title = mark.text
          field = .title
        case "docCommittee" where reading.header.committeeName == nil,
          "docProponent" where reading.header.committeeName == nil:
          reading.header.committeeName = mark.text
          field = field ?? .committee
        case "docNumber" where reading.header.paperNumber == nil:
          reading.header.paperNumber = mark.text
          field = field ?? .paperNumber
        case "docDate" where reading.header.date == nil:
          reading.header.date = mark.value.flatMap { PrintedDay(iso: String($0.prefix(10))) }
          field = field ?? .date
        default: break
        }
      }
      return field
    }
  }

  private mutating func takeRoll(_ text: String, _ marks: [AkomaNtosoScan.Mark]) {
    header.header.lines.append(.init(line: line, text: text, field: .members))
    guard let name = marks.first(where: { $0.name == "person" })?.text, !name.isEmpty else {
      return
    }
    let people = marks.filter { $0.name == "person" && !$0.text.isEmpty }
    let isChair = marks.contains { $0.name == "role" && $0.value == "#chair" }
    members += people.map { MemberPresent(name: $0.text, isChair: isChair && people.count == 1) }
  }

  private mutating func takeWitness(
    _ text: String, _ marks: [AkomaNtosoScan.Mark], panel id: String
  ) {
    header.header.lines.append(.init(line: line, text: text, field: .witnesses))
    let place = panelPlaces[id] ?? panels.count + 1
    if panelPlaces.updateValue(place, forKey: id) == nil {
      panels.append(PanelHeard(ordinal: place, witnesses: []))
    }
    func word(_ name: String) -> String? { marks.first { $0.name == name }?.text }
    if let name = word("person"), !name.isEmpty {
      panels[place - 1].witnesses.append(
        WitnessListed(name: name, role: word("role"), organisation: word("organization")))
    } else {
      panels[place - 1].numeral = word("inline")
    }
  }

  mutating func transcript() -> Transcript {
    endHeading()
    var facts = header.header
    facts.date = facts.date ?? meta.day
    facts.evidenceSessionNumber = facts.evidenceSessionNumber ?? meta.sessionNumber
    facts.stage = facts.stage ?? meta.stage
    if members.isEmpty { members = header.members }
    if panels.isEmpty { panels = header.panels }
    takeUnlisted()
    var transcript = Transcript(
      header: facts, members: members, panels: panels, turns: turns,
      unplaced: header.unplaced + unplaced, remarks: [])
    transcript.remarks =
      namespaceRemarks + header.remarks + remarks + speakers.remarks
      + TranscriptRemarks.remarks(on: transcript, listed: panels.count)
    return transcript
  }

  /// Nothing in a debate says who of its speakers sits on a committee and who
  /// is heard by it, but who asks and who answers.
  private mutating func takeUnlisted() {
    let listed = Set(members.map(\.name) + panels.flatMap { $0.witnesses.map(\.name) })
    let new = speakers.unlisted(besides: listed)
    guard !new.members.isEmpty || !new.witnesses.isEmpty else { return }
    members += new.members
    if !new.witnesses.isEmpty {
      panels.append(PanelHeard(ordinal: panels.count + 1, witnesses: new.witnesses))
      if panels.count == 1 { for place in turns.indices { turns[place].panel = 1 } }
    }
    remarks.append(
      PaperRemark(
        code: "people_from_markup",
        message:
          "\(new.members.count) who speak were taken as members and \(new.witnesses.count) who only answer as witnesses, because no list of the file names them; check who they are."
      ))
  }

  private var namespaceRemarks: [PaperRemark] {
    var found: [PaperRemark] = []
    if meta.namespace != AkomaNtosoMeta.final {
      let met = meta.namespace.map { "the vocabulary \($0.prefix(120))" } ?? "no vocabulary"
      found.append(
        PaperRemark(
          code: "akoma_ntoso_namespace",
          message:
            "The file names \(met) and not the final one of Akoma Ntoso 3.0; it was read as if it did."
        ))
    }
    if notes > 0 {
      found.append(
        PaperRemark(
          code: "notes_set_apart",
          message: "Notes of the file (\(notes)) were taken out of the words and kept as unplaced.")
      )
    }
    return found
  }
}
