public import Inquiries

/// Who made a tracked change, and on which day.
public struct TrackedMark: Sendable, Equatable {
  /// As Word has the name; empty where it has none.
  public let author: String
  public let on: Day?

  /// Of an element such as `w:ins`.
  init(_ element: DocxElement) {
    author = element["author"] ?? ""
    on = element["date"].flatMap { Day(String($0.prefix(10))) }
  }
}

/// A stretch of a paragraph that stayed, went or came.
struct TrackedPiece: Equatable {
  enum Kind: Equatable {
    case kept
    case gone(TrackedMark)
    case come(TrackedMark)

    /// Whether the text was there before the changes.
    var isBefore: Bool {
      if case .come = self { false } else { true }
    }
  }

  let kind: Kind
  var text: String

  /// What an element that holds runs says of them: `w:ins`, `w:del` and the two
  /// ends of a move; `nil` for others, and where it marks the end of a paragraph
  /// or a row and holds nothing.
  static func kind(of element: DocxElement, in parent: String?) -> Kind? {
    guard isHolder(element.name, in: parent) else { return nil }
    return kind(ofEnd: element)
  }

  static func isHolder(_ name: String, in parent: String?) -> Bool {
    ["w:ins", "w:del", "w:moveFrom", "w:moveTo"].contains(name) && parent != "w:rPr"
      && parent != "w:trPr"
  }

  /// What an element says of the end of its paragraph.
  static func kind(ofEnd element: DocxElement) -> Kind? {
    switch element.name {
    case "w:ins", "w:moveTo": .come(TrackedMark(element))
    case "w:del", "w:moveFrom": .gone(TrackedMark(element))
    default: nil
    }
  }
}

/// A paragraph as it was before the changes, with the changes.
struct TrackedParagraph: Equatable {
  /// In order; without what came they are the text of the paragraph.
  var pieces: [TrackedPiece] = []
  /// Who took its end away, so that it goes on in the next.
  var goneEnd: TrackedMark?

  var isChanged: Bool {
    goneEnd != nil || pieces.contains { $0.kind != .kept }
  }

  mutating func add(_ kind: TrackedPiece.Kind, _ text: String) {
    if let last = pieces.indices.last, pieces[last].kind == kind {
      pieces[last].text += text
    } else {
      pieces.append(TrackedPiece(kind: kind, text: text))
    }
  }

  /// Takes blanks away at either end of the text before: so many code points.
  /// Where something came beyond them, they come with it.
  mutating func trim(front: Int, back: Int) {
    var pieces: Pieces = pieces.map { ($0.kind, Array($0.text.unicodeScalars)) }
    for (count, isBack) in [(front, false), (back, true)] {
      if isBack { pieces = TrackedParagraph.mirrored(pieces) }
      TrackedParagraph.cut(count, off: &pieces)
      if isBack { pieces = TrackedParagraph.mirrored(pieces) }
    }
    self.pieces = pieces.filter { !$0.scalars.isEmpty }.map { kind, scalars in
      TrackedPiece(kind: kind, text: String(String.UnicodeScalarView(scalars)))
    }
  }

  private typealias Pieces = [(kind: TrackedPiece.Kind, scalars: [Unicode.Scalar])]

  private static func mirrored(_ pieces: Pieces) -> Pieces {
    pieces.reversed().map { ($0.kind, $0.scalars.reversed()) }
  }

  private static func cut(_ count: Int, off pieces: inout Pieces) {
    var left = count
    var outer: Int?
    for index in pieces.indices {
      guard pieces[index].kind.isBefore else {
        outer = index
        continue
      }
      guard left > 0 else { break }
      let blanks = pieces[index].scalars.prefix(left)
      pieces[index].scalars.removeFirst(blanks.count)
      left -= blanks.count
      if let outer { pieces[outer].scalars += blanks }
    }
    // What came first of all begins with no blank.
    if let first = pieces.first, !first.kind.isBefore {
      pieces[0].scalars = Array(first.scalars.drop(while: \.isBlank))
    }
  }
}
