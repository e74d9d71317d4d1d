public import Inquiries
import Postgres
public import Records

/// Pins citations of the newest draft to the words that they name now, as the next
/// version of it. The author's bytes stay as they are.
public struct RepinCitations: Act {
  public static let title = "repin citation"
  public static let role = Role.author
  let locators: [String]?
  let except: [String]
  let version: Int

  /// - Parameters:
  ///   - locators: As the draft cites them; `nil` for every citation whose words
  ///     changed.
  ///   - except: What to leave out, written in the same way.
  ///   - version: Of the draft, as the client read it.
  public init(_ locators: [String]?, except: [String] = [], version: Int) {
    self.locators = locators
    self.except = except
    self.version = version
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<RepinReport> {
    let newest = try DraftVersion.lockNewest(as: viewpoint, on: desk.connection)
    guard let draft = try DraftVersion.find(as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "draft_missing", "There is no draft yet; `inquiry report push` brings one in.")
    }
    guard version == newest else { throw Refusal.stale("the draft", now: newest) }
    let rows = try DraftVersion.citations(of: draft.id, on: desk.connection)
    let cited = Set(rows.map(\.locator))
    let named = try locators.map { Set(try $0.map { try place($0, among: cited) }) }
    let left = Set(try except.map { try place($0, among: cited) })
    let index = try Passage.index(
      around: cited.compactMap { try? Locator.read(evened: $0).get() }, as: viewpoint,
      on: desk.connection)
    let pins = try CitationPins(rows, in: index, on: desk.connection)
    let numbers = try DraftVersion.paragraphNumbers(of: draft.id, on: desk.connection)
    var repinned: [RepinnedCitation] = []
    let next = rows.map { row in
      pins.carried(row) { moved in
        let isMeant = named?.contains(row.locator) ?? true && !left.contains(row.locator)
        if isMeant, moved.isReworded {
          repinned.append(
            RepinnedCitation(
              locator: row.locator, paragraph: numbers[row.block], before: moved.before,
              after: moved.after))
        }
        // Typography goes along with any next version.
        return isMeant || !moved.isReworded
      }
    }
    guard !repinned.isEmpty else {
      return Done(
        RepinReport(version: newest, citations: []), subject: "draft \(newest)",
        detail: ["unchanged": "true"])
    }
    let made = try draft.repinned(to: next, as: viewpoint, on: desk.connection)
    return Done(
      RepinReport(version: made, citations: repinned), subject: "draft \(made)",
      detail: ["cites": Set(repinned.map(\.locator)).sorted().joined(separator: "; ")])
  }

  /// The locator in the spelling in which citations are kept.
  private func place(_ locator: String, among cited: Set<String>) throws -> String {
    let place = try PassageLookup.read(locator).description
    guard cited.contains(place) else {
      throw Refusal(
        .notFound, "citation_not_in_draft",
        "Version \(version) of the draft does not cite “\(place)”; name it as the draft does.",
        field: "locators")
    }
    return place
  }
}
