public import Inquiries

/// What becomes of a link when the passage it holds on to gets new words.
///
/// A change of typography alone carries it over in silence. A change of wording
/// makes it suspect until a named person looks again. Nothing is guessed: a
/// span is found uniquely in the new words or the link stays where it was.
public struct LinkCarriage: Hashable, Sendable {
  public let status: LinkStatus
  /// The span in the new words; `nil` when the whole passage is meant.
  public let span: Range<Int>?
  public let quote: String?
  /// Whether the link moves on to the new version, or stays at the old one.
  public let moves: Bool

  /// - Parameters:
  ///   - status: How the link stood before.
  ///   - span: The span it means in the old words, or `nil` for all of them.
  ///   - old: The words before the change.
  ///   - new: The words after it.
  public init(of status: LinkStatus, span: Range<Int>?, from old: String, to new: String) {
    let sameWording = Wording.normalised(old) == Wording.normalised(new)
    guard let span else {
      self.init(status: sameWording ? status : .suspect, span: nil, quote: nil, moves: sameWording)
      return
    }
    let quote = Wording.text(in: span, of: old)
    let places = quote.map { Wording.spans(of: $0, in: new) } ?? []
    guard sameWording, places.count == 1 else {
      self.init(status: .suspect, span: span, quote: quote, moves: false)
      return
    }
    self.init(
      status: status, span: places[0], quote: Wording.text(in: places[0], of: new), moves: true)
  }

  private init(status: LinkStatus, span: Range<Int>?, quote: String?, moves: Bool) {
    self.status = status
    self.span = span
    self.quote = quote
    self.moves = moves
  }
}
