import Inquiries
import Postgres
import Records

/// Citations of a draft that are pinned to other versions than those that hold now.
struct CitationPins {
  struct Moved {
    /// What the locator names now, in order.
    let versions: [Identifier<PassageVersion>]
    /// The words then and now: what one person says without a break is one line.
    let before: String
    let after: String
    /// Whether more than the typography is different: the wording, or who says it.
    let isReworded: Bool
  }

  private let moved: [Place: Moved]

  private struct Place: Hashable {
    let bracket: Int
    let item: Int
  }

  /// - Parameter index: Holds what the citations name. What is no longer found is
  ///   left out: the checks tell it by itself.
  /// - Complexity: One question, for the words of what moved.
  init(_ rows: [CitationRow], in index: PassageIndex, on connection: Connection) throws {
    var now: [Place: [Identifier<PassageVersion>]] = [:]
    for row in rows where !row.versions.isEmpty {
      guard let locator = try? Locator.read(evened: row.locator).get(),
        case .found(let entries) = index.resolve(locator)
      else { continue }
      let versions = entries.map(\.version)
      if versions != row.versions { now[Place(bracket: row.bracket, item: row.item)] = versions }
    }
    let then = rows.filter { now[Place(bracket: $0.bracket, item: $0.item)] != nil }
    let passages = try Passage.versions(
      Array(Set(now.values.joined()).union(then.lazy.flatMap(\.versions))), on: connection
    ).mapValues(\.passage)
    var moved: [Place: Moved] = [:]
    for row in then {
      let place = Place(bracket: row.bracket, item: row.item)
      let versions = now[place] ?? []
      let before = CitationPins.turns(row.versions.compactMap { passages[$0] })
      let after = CitationPins.turns(versions.compactMap { passages[$0] })
      moved[place] = Moved(
        versions: versions, before: before.map(\.text).joined(separator: "\n"),
        after: after.map(\.text).joined(separator: "\n"),
        isReworded: before.map(\.evened) != after.map(\.evened))
    }
    self.moved = moved
  }

  /// What became of a citation; `nil` where it is pinned to what holds.
  func moved(bracket: Int, item: Int) -> Moved? {
    moved[Place(bracket: bracket, item: item)]
  }

  /// The row with the versions that hold now, where `isMeant` says so of it.
  func carried(_ row: CitationRow, where isMeant: (Moved) -> Bool) -> CitationRow {
    guard let moved = moved(bracket: row.bracket, item: row.item), isMeant(moved) else {
      return row
    }
    return CitationRow(
      block: row.block, bracket: row.bracket, item: row.item, locator: row.locator,
      versions: moved.versions)
  }

  private struct Turn {
    let reference: String
    let speaker: String?
    var text: String

    var evened: [String?] { [reference, speaker, Wording.normalised(text)] }
  }

  private static func turns(_ passages: [Passage]) -> [Turn] {
    var turns: [Turn] = []
    for passage in passages {
      if let last = turns.last, last.reference == passage.reference,
        last.speaker == passage.speaker
      {
        turns[turns.count - 1].text += " " + passage.text
      } else {
        turns.append(
          Turn(reference: passage.reference, speaker: passage.speaker, text: passage.text))
      }
    }
    return turns
  }
}
