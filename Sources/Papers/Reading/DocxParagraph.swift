/// A paragraph while it is read.
struct DocxParagraph {
  let ordinal: Int
  var text = ""
  var style: String?
  var list: Int?
  var level: Int?
  var outline: Int?
  var ground: String?
  /// Whether it is one with the next, because its end went, or had not come yet.
  var goesOn = false
  var comeEnd: TrackedMark?
  var tracked = TrackedParagraph()
  /// Code points of the text, counted only where changes are wanted.
  var length = 0
  var comments: [DocxCommentAnchor] = []
  var unseen = 0
  var boxed: [DocxParagraph] = []
  var notes: [PaperText.Note] = []

  init(ordinal: Int) { self.ordinal = ordinal }

  /// The paragraph without the text boxes that hang on it.
  var alone: DocxParagraph {
    var alone = self
    alone.boxed = []
    return alone
  }

  /// Goes on from a paragraph that is one with this.
  mutating func take(_ before: DocxParagraph) {
    text = before.text
    unseen = before.unseen
    boxed = before.boxed
    notes = before.notes
    tracked = before.tracked
    length = before.length
    comments = before.comments
    if let mark = before.comeEnd { tracked.add(.come(mark), "\n\n") }
  }

  /// Its changes, in the text as it is told: numbered, without blanks around.
  func tracked(number: String?, words: Substring) -> TrackedParagraph {
    var told = tracked
    told.trim(
      front: text.unicodeScalars.distance(from: text.startIndex, to: words.startIndex),
      back: text.unicodeScalars.distance(from: words.endIndex, to: text.endIndex))
    if let number, !words.isEmpty {
      told.pieces.insert(TrackedPiece(kind: .kept, text: number), at: 0)
    }
    return told
  }
}
