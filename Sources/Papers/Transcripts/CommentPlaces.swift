/// A comment beside the words of a returned copy.
public struct TrackedComment: Sendable {
  /// The paragraph of the file, from 1.
  public let line: Int
  public let mark: TrackedMark
  /// Index into the turns, and the words it is on, in code points of that turn's
  /// text; `nil` where they are in no turn.
  public let place: (turn: Int, span: Range<Int>)?
  /// The words it is on; beyond a thousand characters, their beginning.
  public let words: String
  public let text: String
}

/// Where comments stand in the turns of the transcript before the changes.
struct CommentPlaces {
  let comments: [TrackedComment]
  /// How many have no words, or are on none of the text.
  let dropped: Int

  init(
    _ paper: PaperText, _ transcript: Transcript, _ written: [DocxCommentsPart.Comment],
    _ ranges: DocxCommentRanges
  ) {
    let lines = TurnLines(paper, transcript)
    let texts = transcript.turns.map(\.text.unicodeScalars.count)
    comments = written.compactMap { comment in
      guard !comment.text.isEmpty, let range = ranges.ranges[comment.id],
        let start = range.start ?? range.end
      else { return nil }
      var place: (turn: Int, span: Range<Int>)?
      if let from = lines.place(of: start) {
        let length = texts[from.turn]
        let to = range.end.flatMap { lines.place(of: $0) }
        let lower = min(max(0, from.offset), length)
        let upper = to.map { $0.turn == from.turn ? min(max(lower, $0.offset), length) : length }
        place = (from.turn, lower..<(upper ?? lower))
      }
      return TrackedComment(
        line: start.line, mark: comment.mark, place: place,
        words: lines.words(from: start, to: range.end ?? start), text: comment.text)
    }.sorted {
      ($0.line, $0.place?.span.lowerBound ?? 0) < ($1.line, $1.place?.span.lowerBound ?? 0)
    }
    dropped = written.count - comments.count
  }
}

/// Where the paragraphs of a file stand in the turns read from them.
private struct TurnLines {
  private let paragraphs: [PaperText.Paragraph]
  /// Turn of a line, and where its text begins in the turn's: below 0 where the
  /// number and label stand before the words.
  private var starts: [Int: (turn: Int, from: Int)] = [:]

  init(_ paper: PaperText, _ transcript: Transcript) {
    paragraphs = paper.paragraphs
    for (turn, own) in TurnParagraphs(paper, transcript).byTurn {
      let following = own.dropFirst().map(\.text).joined(separator: "\n\n")
      let text = transcript.turns[turn].text
      let count = text.unicodeScalars.count
      let isAlone = own.count > 1 && text == following
      let tail = following.unicodeScalars.count + (own.count > 1 && !isAlone ? 2 : 0)
      var place = count - tail - own[0].text.unicodeScalars.count
      for (index, paragraph) in own.enumerated() {
        starts[paragraph.line] = (turn, place)
        place += paragraph.text.unicodeScalars.count + (index == 0 && isAlone ? 0 : 2)
      }
    }
  }

  func place(of point: DocxPoint) -> (turn: Int, offset: Int)? {
    // A place in an empty paragraph is the beginning of the next.
    let found = first(from: point.line)
    guard found < paragraphs.count, let start = starts[paragraphs[found].line] else { return nil }
    return (start.turn, start.from + (paragraphs[found].line == point.line ? point.offset : 0))
  }

  func words(from start: DocxPoint, to end: DocxPoint) -> String {
    // A thousand: what is on more is on the whole.
    let most = 1_000
    var words = ""
    var index = first(from: start.line)
    while index < paragraphs.count, paragraphs[index].line <= end.line, words.count < most {
      let paragraph = paragraphs[index]
      var scalars = paragraph.text.unicodeScalars[...]
      if paragraph.line == end.line { scalars = scalars.prefix(end.offset) }
      if paragraph.line == start.line { scalars = scalars.dropFirst(start.offset) }
      words += (words.isEmpty ? "" : "\n\n") + String(scalars.prefix(most))
      index += 1
    }
    return String(words.prefix(most)[...].trimmed)
  }

  /// The first paragraph on a line or after it.
  private func first(from line: Int) -> Int {
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The paragraphs that the text of each turn was put together from.
struct TurnParagraphs {
  private(set) var byTurn: [Int: [PaperText.Paragraph]] = [:]

  init(_ paper: PaperText, _ transcript: Transcript) {
    let aside = Set(
      transcript.unplaced.map(\.line) + transcript.turns.flatMap(\.footnotes).map(\.line))
    var turn = -1
    for paragraph in paper.paragraphs {
      while turn + 1 < transcript.turns.count, transcript.turns[turn + 1].line <= paragraph.line {
        turn += 1
      }
      if turn >= 0, !aside.contains(paragraph.line) {
        byTurn[turn, default: []].append(paragraph)
      }
    }
  }
}
