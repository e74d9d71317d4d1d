extension Transcript {
  /// The lines of a paper that are not in the transcript whole and once.
  ///
  /// Blanks do not count; everything else does, in order.
  ///
  /// - Parameter paper: The paper that the transcript was read from.
  /// - Returns: Line numbers; empty when nothing was lost or doubled.
  public func lostLines(of paper: PaperText) -> [Int] {
    Conservation.lostLines(
      of: paper,
      placed: header.placed + unplaced.placed
        + turns.flatMap(\.footnotes).map { ($0.line, $0.inPaper) },
      pieces: turns.map(\.whole))
  }
}

extension Turn {
  fileprivate var whole: String {
    lead == PrintedMark.heading.opening ? PrintedMark.heading.print(text) : lead + text
  }
}

extension Note {
  /// The lines of a paper that are not in the note whole and once.
  ///
  /// - Parameter paper: The paper that the note was read from.
  /// - Returns: Line numbers; empty when nothing was lost or doubled.
  public func lostLines(of paper: PaperText) -> [Int] {
    Conservation.lostLines(
      of: paper,
      placed: header.placed + unplaced.placed
        + points.flatMap(\.footnotes).map { ($0.line, $0.printed) },
      pieces: points.map { $0.lead + $0.text })
  }
}

extension SubmissionPaper {
  /// The lines of a paper that are not in the submission whole and once.
  ///
  /// - Parameter paper: The paper that the submission was read from.
  /// - Returns: Line numbers; empty when nothing was lost or doubled.
  public func lostLines(of paper: PaperText) -> [Int] {
    Conservation.lostLines(
      of: paper.withNotes(except: Set(header.map(\.line))),
      placed: header.map { ($0.line, $0.text) } + unplaced.placed,
      pieces: paragraphs.map { $0.lead + $0.text })
  }
}

extension DocumentPaper {
  /// The lines of a paper that are not in the document whole and once.
  ///
  /// - Parameter paper: The paper that the document was read from.
  /// - Returns: Line numbers; empty when nothing was lost or doubled.
  public func lostLines(of paper: PaperText) -> [Int] {
    Conservation.lostLines(
      of: paper, placed: unplaced.placed, pieces: paragraphs.map { $0.lead + $0.text })
  }
}

extension TranscriptHeader {
  fileprivate var placed: [(Int, String)] { lines.map { ($0.line, $0.text) } }
}

extension [UnplacedLine] {
  fileprivate var placed: [(Int, String)] { map { ($0.line, $0.text) } }
}

/// The check that an import loses nothing (invariant 5).
enum Conservation {
  /// Takes the placed lines out of the paper; what is left must be the pieces,
  /// one after the other.
  static func lostLines(
    of paper: PaperText, placed lines: [(Int, String)], pieces: [String]
  ) -> [Int] {
    var placed: [Int: [String]] = [:]
    for (line, text) in lines { placed[line, default: []].append(text) }
    var lost: [Int] = []
    var spoken = ink(pieces.joined())[...]
    // What stands beside the text may begin on the line of a paragraph.
    for beside in paper.aside {
      if let found = placed[beside.line]?.firstIndex(of: beside.text) {
        placed[beside.line]?.remove(at: found)
        if placed[beside.line]?.isEmpty ?? false { placed[beside.line] = nil }
      } else {
        lost.append(beside.line)
      }
    }
    for paragraph in paper.paragraphs {
      let ink = ink(paragraph.text)
      if let texts = placed.removeValue(forKey: paragraph.line) {
        let isWhole = texts.count == 1 && self.ink(texts[0]) == ink
        if !isWhole { lost.append(paragraph.line) }
      } else if spoken.starts(with: ink) {
        spoken = spoken.dropFirst(ink.count)
      } else {
        lost.append(paragraph.line)
      }
    }
    lost += placed.keys.sorted()
    if !spoken.isEmpty, let last = paper.paragraphs.last { lost.append(last.line) }
    return lost
  }

  private static func ink(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.isBlank }
  }

  /// A fault of ours must never pass for a clean import.
  static func lossError(_ lines: [Int], fileName: String) -> PaperError? {
    guard let first = lines.first else { return nil }
    return PaperError(
      code: "text_lost",
      message:
        "Line \(first) of \(fileName) would be lost or doubled, so nothing was read; this is a fault of the reader, please report it.",
      file: fileName, line: first)
  }
}
