import Inquiries
import Papers
import Records

/// The words of a source in one text, as other programs open it, and where each
/// passage stands in it.
struct CodedText {
  let text: String
  /// Code points of the words of each passage, heading aside.
  let places: [(span: Range<Int>, piece: CodedSource.Piece)]

  init(_ source: CodedSource) {
    var text = ""
    var count = 0
    var places: [(Range<Int>, CodedSource.Piece)] = []
    for piece in source.pieces {
      let heading = piece.heading.isEmpty ? "" : "[\(piece.heading)]\n"
      let start = count + heading.unicodeScalars.count
      let end = start + piece.text.unicodeScalars.count
      text += heading + piece.text + "\n\n"
      places.append((start..<end, piece))
      count = end + 2
    }
    self.text = text
    self.places = places
  }

  /// Whether places in another text are places in this one: code point by code point, as
  /// two texts that only look alike may count otherwise.
  func isSame(as other: String) -> Bool {
    text.unicodeScalars.elementsEqual(other.unicodeScalars)
  }

  /// The words that a selection of a file means, passage by passage: by place where
  /// the text is ours, else by its words where they stand here once.
  ///
  /// - Returns: Empty where they cannot be found.
  func meant(
    by selection: CodedProject.Selection, of other: String
  ) -> [(piece: CodedSource.Piece, span: Range<Int>?)] {
    let isOurs = isSame(as: other)
    let span = CodedText.span(of: selection, in: other)
    if isOurs {
      return places.compactMap { place in
        let shared = place.span.clamped(to: span)
        guard !shared.isEmpty else { return nil }
        let own =
          (shared.lowerBound - place.span.lowerBound)..<(shared.upperBound - place.span.lowerBound)
        guard own.count < place.span.count else { return (place.piece, nil) }
        guard let words = TaggedSpan.widened(own, in: place.piece.text) else { return nil }
        // A selection that cuts no character stays as it is: it may be one that we gave out.
        let isWhole = shared == span && Wording.fault(of: own, in: place.piece.text) == nil
        return (place.piece, isWhole ? own : words)
      }
    }
    guard let words = Wording.text(in: span, of: other) else { return [] }
    let found = places.flatMap { place in
      Wording.spans(of: words, in: place.piece.text).map { (place.piece, $0) }
    }
    guard found.count == 1, let (piece, own) = found.first else { return [] }
    return [(piece, TaggedSpan.unlessAll(own, of: piece.text))]
  }

  /// Some programs count the last character in: where the selection is called by its
  /// words, the span that has them is meant.
  private static func span(of selection: CodedProject.Selection, in text: String) -> Range<Int> {
    let span = selection.span
    guard let name = selection.name, !name.isEmpty else { return span }
    let candidates = [
      span, span.lowerBound..<span.upperBound + 1,
      max(0, span.lowerBound - 1)..<max(0, span.upperBound - 1),
      max(0, span.lowerBound - 1)..<span.upperBound,
    ]
    return candidates.first { Wording.text(in: $0, of: text) == name } ?? span
  }
}

enum TaggedSpan {
  /// `nil` for a span that is the whole text.
  static func unlessAll(_ span: Range<Int>, of text: String) -> Range<Int>? {
    span == 0..<text.unicodeScalars.count ? nil : span
  }

  /// The span without blanks at its ends, widened to whole characters; `nil` where
  /// nothing is left.
  static func widened(_ span: Range<Int>, in text: String) -> Range<Int>? {
    var start = 0
    var first: Int?
    var last: Int?
    for character in text {
      let end = start + character.unicodeScalars.count
      if start < span.upperBound, span.lowerBound < end, !character.isWhitespace {
        first = first ?? start
        last = end
      }
      start = end
    }
    return first.flatMap { first in last.map { first..<$0 } }
  }
}
