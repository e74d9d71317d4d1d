import Inquiries
import Records

/// What is put into the words of a source that is public already, and so is public at once:
/// what in it looks like personal data, or names somebody who is not to be named, is looked
/// at as it is before a publication.
///
/// What stood there before was looked at then, and is not asked again: who takes words out
/// is not kept from it by those that stay.
struct ChangedWordsGate {
  private struct Place: Hashable {
    let locator: String
    let data: PersonalData
  }

  private let passages: [Identifier<Passage>]
  private let source: Identifier<Source>
  private let isPublic: Bool
  private let before: [PersonalDataCheck.Found]

  /// Reads the passages as they stand, before they are changed.
  init(
    _ passages: [Identifier<Passage>], of source: Identifier<Source>, in state: SourceState,
    at desk: Desk
  ) throws {
    self.passages = passages
    self.source = source
    isPublic = state == .published
    before = try isPublic ? Self.found(in: passages, of: source, at: desk) : []
  }

  /// - Parameter seen: Whether a clerk looked at what came, and lets it stand.
  /// - Returns: What the audit says of that; nothing where nothing came.
  func require(seen: Bool, at desk: Desk) throws -> [String: String] {
    guard isPublic else { return [:] }
    var known: [Place: Int] = [:]
    for found in before { known[Self.place(of: found), default: 0] += 1 }
    let come = try Self.found(in: passages, of: source, at: desk).filter { found in
      let place = Self.place(of: found)
      guard let count = known[place], count > 0 else { return true }
      known[place] = count - 1
      return false
    }
    guard let first = come.first else { return [:] }
    guard seen else {
      let more = come.count - 1
      throw Refusal(
        .conflict, "personal_data_open",
        "\(first.words.locator) would hold what looks like \(first.data.kind.inWords)"
          + (more > 0 ? ", and so would \(more) further place\(more == 1 ? "" : "s")" : "")
          + ", and is public; nothing was done. Leave it out of the new words, or say that it "
          + "was seen (--personal-data-seen).", field: "personalDataSeen")
    }
    return PersonalDataCheck.onRecord(come)
  }

  private static func found(
    in passages: [Identifier<Passage>], of source: Identifier<Source>, at desk: Desk
  ) throws -> [PersonalDataCheck.Found] {
    PersonalDataCheck.all(
      in: try PublishableWords.withMarks(among: passages, of: source, on: desk.connection))
  }

  private static func place(of found: PersonalDataCheck.Found) -> Place {
    Place(locator: found.words.locator, data: found.data)
  }
}
