public import Inquiries

/// What becomes of a link when the passage it holds on to gets new words.
///
/// A change of typography alone carries it over in silence. A change of wording
/// makes it suspect until a named person looks again; what was only suggested
/// stays so, since nobody ever answered for it. Nothing is guessed: a span is
/// found uniquely in the new words or the link stays where it was.
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
      self.init(
        status: sameWording ? status : Self.doubted(status), span: nil, quote: nil,
        moves: sameWording)
      return
    }
    let quote = Wording.text(in: span, of: old)
    let places = quote.map { Wording.spans(of: $0, in: new) } ?? []
    guard sameWording, places.count == 1 else {
      self.init(status: Self.doubted(status), span: span, quote: quote, moves: false)
      return
    }
    self.init(
      status: status, span: places[0], quote: Wording.text(in: places[0], of: new), moves: true)
  }

  /// What becomes of a link when the logged line it holds on to is matched with
  /// a turn of the transcript.
  ///
  /// A log is shorthand, so the turn's words differ as a rule. The quoted words
  /// found once in the turn, typography aside, take the link along with its
  /// status; found once in the middle of longer words, they take it along as
  /// suspect. Otherwise the link stays with the line, suspect, and is to be
  /// listed; a link to a whole line goes only where the turn is worded the same.
  /// What was only suggested is never suspect.
  ///
  /// - Parameters:
  ///   - status: How the link stood before.
  ///   - span: The span it means in the logged words, or `nil` for all of them.
  ///   - logged: The words of the line.
  ///   - turn: The words of the turn that the line was matched with.
  public init(of status: LinkStatus, span: Range<Int>?, logged: String, turn: String) {
    guard let span else {
      self.init(of: status, span: nil, from: logged, to: turn)
      return
    }
    let quote = Wording.text(in: span, of: logged)
    let places = quote.map { Wording.spans(of: $0, in: turn) } ?? []
    guard places.count == 1 else {
      self.init(status: Self.doubted(status), span: span, quote: quote, moves: false)
      return
    }
    self.init(
      status: Self.endsWords(places[0], of: turn) ? status : Self.doubted(status),
      span: places[0], quote: Wording.text(in: places[0], of: turn), moves: true)
  }

  /// Of a link whose words are others now. What counts on is what somebody affirmed.
  private static func doubted(_ status: LinkStatus) -> LinkStatus {
    status == .suggested ? .suggested : .suspect
  }

  /// Whether a span begins and ends where words do: “late” in “too late”, and
  /// not in “later”.
  private static func endsWords(_ span: Range<Int>, of text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    func isInWord(at place: Int) -> Bool {
      guard place > 0, place < scalars.count else { return false }
      return [scalars[place - 1], scalars[place]].allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    }
    return !isInWord(at: span.lowerBound) && !isInWord(at: span.upperBound)
  }

  private init(status: LinkStatus, span: Range<Int>?, quote: String?, moves: Bool) {
    self.status = status
    self.span = span
    self.quote = quote
    self.moves = moves
  }
}
