/// Takes the paragraphs from the first turn on, one after the other.
struct TranscriptBody {
  var turns: [Turn] = []
  private(set) var unplaced: [UnplacedLine] = []
  var panels: [PanelHeard]
  private var remarks: [PaperRemark] = []
  private var labels = LabelRemarks()
  var book: LabelBook
  private let members: [MemberPresent]
  private let fileName: String
  private var expected: Int?
  private let isRangePrinted: Bool
  private var last: Int?
  var panel: Int?
  /// Whether it is a hearing of a statutory inquiry, and who asks in it.
  let isHearing: Bool
  var questioner: String?
  /// The turn whose text an unlabelled paragraph goes on with.
  var open: Open = .nothing
  /// The last line that was taken as somebody's words.
  private var spokenLine: Int?
  /// Lines whose notes are bound to the turns that they stand in.
  private var linesOfNotes: Set<Int> = []

  enum Open {
    case turn
    /// Narrative stands between; the words before it go on as a new turn.
    case interrupted(Turn)
    /// Names under a line such as “Examination of witnesses” may follow.
    case examination
    case nothing
  }

  init(header: HeaderReading, isHearing: Bool, fileName: String) {
    self.fileName = fileName
    self.isHearing = isHearing
    members = header.members
    panels = header.panels
    book = header.book
    expected = header.header.printedRange?.lowerBound ?? 1
    isRangePrinted = header.header.printedRange != nil
    panel = header.panel ?? (header.panels.count == 1 ? 1 : nil)
  }

  /// Takes one paragraph.
  mutating func take(_ paragraph: PaperText.Paragraph) throws(PaperError) {
    let (text, line) = (paragraph.text, paragraph.line)
    let isRow = paragraph.form == .row
    // Where people spoke and no question had a number, a list is one in an answer.
    let mayBeListed = last != nil || spokenLine == nil || isRangePrinted
    switch TurnStart.number(
      of: text, last: last, expected: expected, isRow: isRow, mayBeListed: mayBeListed, book: book)
    {
    case .number(let number, let rest):
      try checkOrder(number, line: line)
      let start = TurnStart(number: number, in: text, rest: rest, book: book)
      if start.label == nil {
        remark(
          "question_without_label",
          "Question \(number) on line \(line) names no speaker.", line)
      }
      begin(start, line: line)
      return
    case .unclear(let numbers):
      let readings = numbers.map { "Q\($0)" }.joined(separator: " or ")
      throw PaperError(
        code: "question_number_unclear",
        message:
          "The number on line \(line) of \(fileName) can be read as \(readings), and neither follows \(last.map { "Q\($0)" } ?? "the start"); take the blank out of it.",
        file: fileName, line: line)
    case .none: break
    }
    if let footnote = Footnote(printed: text, line: line), turns.last?.kind == .speech {
      turns[turns.count - 1].footnotes.append(footnote)
      return
    }
    if let heading = PrintedMark.heading.words(of: text) {
      let lead = PrintedMark.heading.opening
      turns.append(Turn(kind: .stage, lead: lead, text: heading, line: line, panel: panel))
      open = .nothing
      return
    }
    if isHearing, takeHearing(paragraph) { return }
    if let stage = StageText(text), takeStage(stage, text: text, line: line) { return }
    if let start = TurnStart(label: text, isRow: isRow, book: book) {
      begin(start, line: line)
    } else if HeaderWords.isImprint(text) {
      unplaced.append(.init(line: line, text: text, reason: .pageFurniture))
    } else {
      goOn(text, line: line)
    }
  }

  private mutating func checkOrder(_ number: Int, line: Int) throws(PaperError) {
    if let last {
      guard number != last else {
        throw PaperError(
          code: "question_number_repeated",
          message:
            "Line \(line) of \(fileName) begins with Q\(number), which stands before it already; correct the numbers in the transcript.",
          file: fileName, line: line)
      }
      guard number > last else {
        throw PaperError(
          code: "question_number_backwards",
          message:
            "Line \(line) of \(fileName) begins with Q\(number) after Q\(last); correct the numbers in the transcript.",
          file: fileName, line: line)
      }
      if number > last + 1 {
        let missing = number == last + 2 ? "Q\(last + 1)" : "Q\(last + 1) to Q\(number - 1)"
        remark(
          "question_number_gap",
          "On line \(line) Q\(number) follows Q\(last); \(missing) cannot be found.", line)
      }
    }
    last = number
    expected = number + 1
  }

  mutating func begin(_ start: TurnStart, line: Int) {
    var turn = Turn(
      kind: .speech, questionNumber: start.number, label: start.label, lead: start.lead,
      text: start.words, line: line, panel: panel)
    if let label = start.label {
      let reading = book.read(label, panel: panel)
      switch reading {
      case .chair(let name):
        turn.isChair = true
        turn.speaker = name
      case .person(let name):
        turn.speaker = name
        turn.isChair = name == book.chair
      case .ambiguous, .unknown:
        turn.speaker = isHearing ? witness(labelled: label) : nil
        if turn.speaker == nil { labels.add(label, reading, line: line) }
      }
    }
    if case .turn = open, start.number == nil, let speaker = turn.speaker,
      let before = turns.last, before.kind == .speech, before.speaker == speaker
    {
      remark(
        "label_repeated",
        "On line \(line) the label “\(turn.label ?? "")” follows itself; check that one of the two turns is not somebody else's.",
        line)
    }
    turns.append(turn)
    open = .turn
    spokenLine = line
    lookInside(start.words, line: line)
  }

  /// Binds notes whose marks stand in a line to its turn, where it is somebody's words.
  mutating func bind(_ notes: [PaperText.Note], on line: Int) {
    guard spokenLine == line, turns.last?.kind == .speech else { return }
    turns[turns.count - 1].footnotes += notes.map(\.footnote)
    linesOfNotes.insert(line)
  }

  private mutating func goOn(_ text: String, line: Int) {
    switch open {
    case .turn:
      // In place: a turn may go on for thousands of paragraphs.
      if !turns[turns.count - 1].text.isEmpty { turns[turns.count - 1].text += "\n\n" }
      turns[turns.count - 1].text += text
    case .interrupted(let before):
      turns.append(
        Turn(
          kind: .speech, speaker: before.speaker, isChair: before.isChair, text: text, line: line,
          panel: panel))
      open = .turn
    case .examination:
      if let names = PeopleListed.names(text[...]), startPanel(names, line: line, isSure: false) {
        turns.append(Turn(kind: .stage, text: text, line: line, panel: panel))
        return
      }
      fallthrough
    case .nothing:
      unplaced.append(.init(line: line, text: text, reason: .noSpeaker))
      return
    }
    spokenLine = line
    if let (label, rest) = LabelShape.candidate(in: text[...]),
      LabelShape.mayBeLabel(label, before: rest)
    {
      remark(
        "label_perhaps",
        "Line \(line) begins with “\(label):” and was taken as the words of who spoke before; if somebody else speaks there, mend the file.",
        line)
    }
    if QuestionMark(text) != nil {
      remark(
        "number_without_label",
        "Line \(line) begins like a question and was taken as text, because its number does not fit and no speaker is named.",
        line)
    }
    lookInside(text, line: line)
  }

  /// A label after the end of a sentence is perhaps a lost line break; only a
  /// person can tell it from a quotation.
  private mutating func lookInside(_ words: String, line: Int) {
    for label in InnerLabels.labels(in: words, book: book) {
      remark(
        "speaker_inside_text",
        "On line \(line) “\(label):” stands inside what somebody else says; split the paragraph there if the speaker changes.",
        line)
    }
  }

  private mutating func remark(_ code: String, _ message: String, _ line: Int) {
    remarks.append(PaperRemark(code: code, message: message, line: line))
  }
}

// MARK: - Narrative and panels

extension TranscriptBody {
  /// Takes narrative; false when the paragraph is none after all.
  private mutating func takeStage(_ stage: StageText, text: String, line: Int) -> Bool {
    switch stage {
    case .interruption:
      if case .turn = open, let before = turns.last, before.kind == .speech {
        open = .interrupted(before)
      }
    case .pause: open = .nothing
    case .division: open = .turn
    case .examination: open = .examination
    case .chairTaken(let name):
      var sure: String?
      if case .person(let listed) = book.read(name) { sure = listed }
      book.takeChair(sure)
      remark(
        "chair_changed",
        "From line \(line) on the Chair is \(sure ?? "somebody who is not listed").", line)
      open = .nothing
    case .witnesses(let names):
      guard book.panel(ofSome: names) != nil || PeopleListed.areNames(names),
        startPanel(names, line: line, isSure: true)
      else { return false }
      open = .examination
    }
    turns.append(Turn(kind: .stage, text: text, line: line, panel: panel))
    return true
  }

  /// Begins the panel of these witnesses.
  ///
  /// - Parameter isSure: Whether the line says that they are witnesses.
  mutating func startPanel(_ names: [String], line: Int, isSure: Bool) -> Bool {
    if let heard = book.panel(ofSome: names), isSure || heard.strangers.isEmpty {
      panel = heard.panel
      if !heard.strangers.isEmpty {
        remark("witness_not_listed", PeopleListed.unlisted(heard.strangers, line: line), line)
      }
      return true
    }
    let heard = panels.reduce(names.count) { $0 + $1.witnesses.count }
    guard heard <= HeaderReading.mostPeople,
      isSure || panels.allSatisfy({ $0.numeral == nil })
    else { return false }
    if !panels.isEmpty, !isHearing {
      remark(
        "witness_not_listed",
        "Line \(line) begins a panel whose witnesses are not all listed in the header.", line)
    }
    panels.append(
      PanelHeard(
        ordinal: panels.count + 1, witnesses: names.map { WitnessListed(name: $0) }))
    panel = panels.count
    relist()
    return true
  }

  /// Takes those that were added to the panels into the book.
  mutating func relist() {
    let chair = book.chair
    book = LabelBook(members: members, panels: panels)
    book.takeChair(chair)
  }
}

extension TranscriptBody {
  /// The transcript, with what can be remarked only at its end.
  func transcript(with header: HeaderReading, paper: PaperText) -> Transcript {
    var transcript = Transcript(
      header: header.header, members: members, panels: panels, turns: turns,
      unplaced: header.unplaced + unplaced + paper.aside(withoutNotesOn: linesOfNotes), remarks: [])
    let all =
      paper.remarks + header.remarks + remarks + labels.remarks(book: book)
      + TranscriptRemarks.remarks(on: transcript, listed: header.panels.count)
    transcript.remarks = all
    return transcript
  }
}
