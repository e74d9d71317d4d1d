import Inquiries
import Records

/// A passage that a report cites, with what must be known to print it.
struct CitedWords {
  let passage: Passage
  let sourceKind: SourceKind
  let hearing: Hearing?
  let heldOn: Day?
  /// What stands beneath it, in order.
  let footnotes: [String]
  /// What a survey's figure rests on.
  let base: FigureBase?
  /// Where its version is read, once other words stand in its place; `nil` while they do not.
  var versionAddress: String?

  init(
    _ passage: Passage, of sourceKind: SourceKind, hearing: Hearing?, heldOn: Day?,
    _ beside: CitedBeside
  ) {
    self.passage = passage
    self.sourceKind = sourceKind
    self.hearing = hearing
    self.heldOn = heldOn
    footnotes = beside.footnotes(of: passage)
    base = beside.base(of: passage)
  }
}

/// Brings what locators name into the form that a report prints.
struct ReportReferences {
  let slug: String
  /// What addresses begin with, where they must be whole; empty on the site itself.
  var site = ""

  /// - Parameters:
  ///   - locator: The place as the author named it.
  ///   - words: What it is pinned to, in order.
  /// - Returns: `nil` when there is nothing to print.
  func reference(_ locator: Locator, _ words: [CitedWords]) -> ReportReference? {
    guard let item = item(locator, words) else { return nil }
    return .cited(
      item, href: site + address(of: locator, words, in: item.sessionNumber),
      passages: words.map {
        PinnedPassage(
          reference: $0.passage.locator ?? "",
          address: site + ($0.versionAddress ?? Address.passage(slug, $0.passage)),
          version: $0.passage.version, footnotes: $0.footnotes,
          isSuperseded: $0.versionAddress != nil)
      })
  }

  /// A place of several passages has none that would show all of them as they were.
  private func address(of locator: Locator, _ words: [CitedWords], in session: Int?) -> String {
    let only = words.count == 1 ? words[0].versionAddress : nil
    return only ?? Address.place(slug, locator, session: session)
  }

  /// One passage as evidence under a finding or recommendation.
  func item(_ words: CitedWords) -> CitedItem? {
    guard let text = words.passage.locator,
      case .success(let locator) = Locator.read(evened: text)
    else { return nil }
    return item(locator, [words])
  }

  private func item(_ locator: Locator, _ words: [CitedWords]) -> CitedItem? {
    guard let first = words.first else { return nil }
    return CitedItem(
      locator: locator, sourceKind: first.sourceKind,
      stage: words.contains { $0.passage.stage != .corrected } ? .uncorrected : .corrected,
      sessionNumber: first.passage.sessionNumber, hearing: first.hearing ?? .heardInPublic,
      heldOn: first.heldOn,
      // Of a whole survey or submission the first may be a heading, which nobody wrote.
      speaker: locator.namesSpeaker ? words.lazy.compactMap(\.passage.speaker).first : nil,
      bases: words.compactMap(\.base))
  }
}
