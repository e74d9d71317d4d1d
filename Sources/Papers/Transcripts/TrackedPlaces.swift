import Inquiries

/// Where tracked changes stand in the turns of the transcript before them.
struct TrackedPlaces {
  private(set) var changes: [TrackedChange] = []

  init(_ paper: PaperText, _ transcript: Transcript, _ tracked: [Int: TrackedParagraph]) {
    var left = tracked
    for (index, own) in TurnParagraphs(paper, transcript).byTurn
    where own.contains(where: { tracked[$0.line] != nil }) {
      let run = TrackedRun(transcript.turns[index].text, own, tracked)
      guard let run else { continue }
      for paragraph in own { left[paragraph.line] = nil }
      changes += run.edits.map { $0.change(in: index) }
    }
    // What belongs to no turn, and what would have to be guessed.
    for (line, paragraph) in left {
      changes += TrackedRun(line, paragraph).edits.map { $0.change(in: nil) }
    }
    changes.sort {
      ($0.line, $0.place?.span.lowerBound ?? 0) < ($1.line, $1.place?.span.lowerBound ?? 0)
    }
  }
}

/// The changes of one turn, or of one paragraph that is in none.
private struct TrackedRun {
  struct Edit {
    let line: Int
    let mark: TrackedMark
    let from: Int
    var to: Int
    var gone: String
    var come: String
    var misplacement: TrackedChange.Misplacement?

    /// How the words that went, and those that came, end.
    var end: String { String(gone.suffix(1) + come.suffix(1)) }
  }

  private(set) var edits: [Edit] = []
  /// Where in the words of the turn we are; below 0 in what stands before them.
  private var place: Int
  /// How many blanks stand between that and the words.
  private var blanks = 0
  /// What was kept since the last change.
  private var gap = ""

  /// Of a turn; `nil` where its text is not that of its paragraphs.
  init?(_ text: String, _ own: [PaperText.Paragraph], _ tracked: [Int: TrackedParagraph]) {
    let first = Array((own.first?.text ?? "").unicodeScalars)
    let following = own.dropFirst().map(\.text).joined(separator: "\n\n")
    // A label alone in its paragraph: the words begin in the next.
    let isAlone = own.count > 1 && text == following
    let tail = own.count > 1 && !isAlone ? "\n\n" + following : following
    let words = Array(text.unicodeScalars.dropLast(tail.unicodeScalars.count))
    guard Array(text.unicodeScalars) == words + Array(tail.unicodeScalars),
      first.suffix(words.count).elementsEqual(words)
    else { return nil }
    let lead = first.dropLast(words.count)
    place = -lead.count
    blanks = lead.reversed().prefix(while: \.isBlank).count
    for (index, paragraph) in own.enumerated() {
      let pieces = tracked[paragraph.line]
      for piece in pieces?.pieces ?? [TrackedPiece(kind: .kept, text: paragraph.text)] {
        take(piece, line: paragraph.line)
      }
      let isLast = index == own.count - 1
      let separator = isLast || (index == 0 && isAlone) ? "" : "\n\n"
      if let mark = pieces?.goneEnd {
        take(TrackedPiece(kind: .gone(mark), text: separator), line: paragraph.line)
        if separator.isEmpty { misplaceLast(isLast ? .joinsTurns : .lead) }
      } else {
        take(TrackedPiece(kind: .kept, text: separator), line: paragraph.line)
      }
    }
    judge()
  }

  /// Of a paragraph that is in no turn.
  init(_ line: Int, _ paragraph: TrackedParagraph) {
    place = 0
    for piece in paragraph.pieces { take(piece, line: line) }
    if let mark = paragraph.goneEnd {
      take(TrackedPiece(kind: .gone(mark), text: ""), line: line)
    }
    for index in edits.indices { edits[index].misplacement = .outside }
  }

  private mutating func take(_ piece: TrackedPiece, line: Int) {
    let count = piece.text.unicodeScalars.count
    switch piece.kind {
    case .kept:
      gap += piece.text
      place += count
    case .gone(let mark):
      add(mark, gone: piece.text, come: "", count, line)
    case .come(let mark):
      add(mark, gone: "", come: piece.text, 0, line)
    }
  }

  /// Changes of one author within one word are one.
  private mutating func add(
    _ mark: TrackedMark, gone: String, come: String, _ count: Int, _ line: Int
  ) {
    let from = place < 0 && place >= -blanks ? 0 : place
    place += count
    if let last = edits.indices.last, edits[last].mark == mark,
      gap.isEmpty
        || !(edits[last].end + gap + gone.prefix(1) + come.prefix(1)).unicodeScalars
          .contains(where: \.isBlank)
    {
      edits[last].gone += gap + gone
      edits[last].come += gap + come
      edits[last].to = max(place, edits[last].to)
    } else {
      edits.append(
        Edit(line: line, mark: mark, from: from, to: max(from, place), gone: gone, come: come))
    }
    gap = ""
  }

  private mutating func misplaceLast(_ misplacement: TrackedChange.Misplacement) {
    if let last = edits.indices.last { edits[last].misplacement = misplacement }
  }

  private mutating func judge() {
    edits.removeAll { $0.gone == $0.come && $0.misplacement == nil }
    for index in edits.indices where edits[index].misplacement == nil {
      let come = edits[index].come
      if come.contains("\n\n"), come.split(separator: "\n\n").contains(where: TrackedRun.beginsTurn)
      {
        edits[index].misplacement = .addsTurn
      } else if edits[index].from < 0 {
        edits[index].misplacement = .lead
      }
    }
  }

  private static func beginsTurn(_ text: Substring) -> Bool {
    let text = String(text)
    return QuestionMark(text) != nil || AnswerMark(text) != nil || LabelShape.begins(text)
  }
}

extension TrackedRun.Edit {
  func change(in turn: Int?) -> TrackedChange {
    TrackedChange(
      line: line, mark: mark,
      place: misplacement == nil ? turn.map { ($0, from..<to) } : nil, gone: gone, come: come,
      misplacement: misplacement)
  }
}
