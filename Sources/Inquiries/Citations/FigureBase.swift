/// What a figure of a survey rests on, as it is printed.
///
/// - SeeAlso: domain handbook, 1.9 and 4: a percentage is never without its base.
public enum FigureBase: Hashable, Sendable {
  /// How many answered, in the words of whoever published it: `412`.
  case published(String)
  /// The results came in without one.
  case notPublished
  /// Too few answered for it to be shown.
  case heldBack

  /// `base 412`; of figures with different bases `bases 40 and 41`.
  static func inWords(_ bases: [FigureBase]) -> String? {
    var told: [String] = []
    for base in bases where !told.contains(base.words) { told.append(base.words) }
    guard let last = told.popLast() else { return nil }
    return told.isEmpty ? "base \(last)" : "bases \(told.joined(separator: ", ")) and \(last)"
  }

  private var words: String {
    switch self {
    case .published(let number): number
    case .notPublished: "not published"
    case .heldBack: "held back"
    }
  }
}
