/// How a kind of body prints the evidence it cites.
///
/// - SeeAlso: domain handbook, 1.9.
public struct CitationForm: Hashable, Sendable {
  /// One link's worth of a printed citation, with what stands before it.
  public struct Piece: Hashable, Sendable {
    /// `; ` or `, `; empty for the first.
    public let separator: String
    public let text: String
  }

  enum Style: Hashable { case commons, lords, statutory }

  let style: Style

  public init(_ kind: BodyKind) {
    style =
      switch kind {
      case .commonsCommittee, .jointCommittee, .allPartyGroup: .commons
      case .lordsCommittee: .lords
      case .statutoryInquiry: .statutory
      }
  }

  /// The form of one item: `Q12`, `Q 12 (Name)`, `Qq12–15 (uncorrected)`.
  ///
  /// What comes from a note or summary is named so, and never printed like
  /// something that was said.
  public func text(for cited: CitedItem) -> String {
    unmarked(cited) + mark(cited)
  }

  /// The form of a whole citation, its items joined.
  public func text(for cited: [CitedItem]) -> String {
    pieces(for: cited).map { $0.separator + $0.text }.joined()
  }

  /// The forms of the items of one citation, one for each and in order, so that
  /// each can be a link. Neighbouring questions share their letter: `Qq12, 14`.
  public func pieces(for cited: [CitedItem]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    while start < cited.count {
      var end = start + 1
      while end < cited.count, joins(cited[start], cited[end]) { end += 1 }
      let run = cited[start..<end]
      if run.count == 1 {
        let separator = pieces.isEmpty ? "" : "; "
        pieces.append(Piece(separator: separator, text: text(for: cited[start])))
      }
      for (index, item) in run.enumerated() where run.count > 1 {
        let separator = index > 0 ? ", " : pieces.isEmpty ? "" : "; "
        let letter = index > 0 ? "" : plural
        let mark = index == run.count - 1 ? mark(item) : ""
        pieces.append(Piece(separator: separator, text: letter + numbers(item) + mark))
      }
      start = end
    }
    return pieces
  }

  private func joins(_ left: CitedItem, _ right: CitedItem) -> Bool {
    guard style != .statutory, case .questions(_, nil, _) = left.locator,
      case .questions(_, nil, _) = right.locator
    else { return false }
    return left.speaker == nil && right.speaker == nil && mark(left) == mark(right)
  }

  private func unmarked(_ cited: CitedItem) -> String {
    switch cited.locator {
    case .questions(let range, let session, _):
      let place = (range.count == 1 ? single : plural) + CitationForm.printed(range)
      return within(session, named(place, cited))
    case .turn(_, 0, _):
      return named("Opening of oral session \(cited.sessionNumber ?? 0)", cited)
    case .turn(let session, let question, _):
      return within(session, named("\(single)\(question)", cited))
    case .points(_, let range, _):
      return title(cited) + (range.count == 1 ? ", point " : ", points ")
        + CitationForm.printed(range)
    case .session:
      return title(cited)
    case .whole(let reference):
      return written(reference, cited)
    case .paragraphs(let reference, let range):
      return written(reference, cited)
        + (range.lowerBound == range.upperBound ? ", para " : ", paras ")
        + CitationForm.printed(range)
    case .pages(let reference, let range):
      return written(reference, cited) + (range.count == 1 ? ", p " : ", pp ")
        + CitationForm.printed(range)
    case .answers(let survey, let question, let option):
      return written(survey, cited) + ", \(question)" + (option.map { ", answer \($0)" } ?? "")
        + (FigureBase.inWords(cited.bases).map { ", \($0)" } ?? "")
    }
  }

  /// `A charity (CTI0012)`; the Lords say that it was written. A document or
  /// survey goes by its title: `Munro Review, 2011 (D3)`.
  private func written(_ reference: String, _ cited: CitedItem) -> String {
    guard let submitter = cited.speaker else { return reference }
    return
      (style == .lords && cited.sourceKind == .writtenSubmission ? "Written evidence from " : "")
      + "\(submitter) (\(reference))"
  }

  /// A correction not yet made is always told: neither witness nor member has
  /// seen those words. Points are nobody's words and carry no such mark.
  private func mark(_ cited: CitedItem) -> String {
    guard cited.sourceKind.isVerbatim else { return "" }
    return switch cited.stage {
    case .logged: " (logged)"
    case .uncorrected: " (uncorrected)"
    case .corrected: ""
    }
  }

  private func named(_ place: String, _ cited: CitedItem) -> String {
    switch style {
    case .commons: return cited.speaker.map { "\(place) [\($0)]" } ?? place
    case .lords: return cited.speaker.map { "\(place) (\($0))" } ?? place
    case .statutory:
      let who = cited.speaker ?? "Transcript"
      return [who, cited.heldOn?.inWords, place].compactMap { $0 }.joined(separator: ", ")
    }
  }

  private func numbers(_ cited: CitedItem) -> String {
    guard case .questions(let range, _, _) = cited.locator else { return "" }
    return CitationForm.printed(range)
  }

  private func within(_ session: Int?, _ text: String) -> String {
    session.map { "Oral session \($0), \(text)" } ?? text
  }

  private func title(_ cited: CitedItem) -> String {
    Source.title(of: cited.sourceKind, session: cited.sessionNumber ?? 0, hearing: cited.hearing)
  }

  private var single: String {
    style == .lords ? "Q " : "Q"
  }

  private var plural: String {
    style == .lords ? "QQ " : "Qq"
  }

  /// `Q1–45`, as a list of witnesses prints what was asked of them.
  public static func span(_ questions: ClosedRange<Int>) -> String {
    "Q" + printed(questions)
  }

  /// `12` or `12–15`, with an en dash.
  static func printed<Number: Equatable>(_ range: ClosedRange<Number>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
