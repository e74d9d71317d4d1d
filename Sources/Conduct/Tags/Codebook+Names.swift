import Inquiries
import Records
import Tagging

extension Codebook {
  /// Refuses names that two tags would have, and those that lead to another tag: upper
  /// case alone must not decide which of two is meant.
  ///
  /// A name that a tag of `given` gives up counts for nobody, so that names may go round.
  ///
  /// - Throws: ``Refusal`` `tag_name_taken`.
  static func checkNames(_ given: [NewTag], among known: [String: Tag]) throws(Refusal) {
    let changing = Set(given.map(\.key))
    var names: [String: String] = [:]
    for tag in known.values where tag.mergedInto == nil && !changing.contains(tag.key) {
      names[TagTree.folded(tag.name)] = tag.key
    }
    for tag in given {
      guard let other = names.updateValue(tag.key, forKey: TagTree.folded(tag.name)) else {
        continue
      }
      // One that is not there yet has no key that anybody could look up.
      guard let standing = known[other] ?? known[tag.key] else {
        throw taken("Two tags would be called “\(tag.name)”; give one another name.")
      }
      throw taken(
        "“\(tag.name)” is the name of the tag “\(standing.key)”; choose another one, or rename that "
          + "tag first.")
    }
    let tree = TagTree(Array(known.values))
    for tag in given {
      let isAsBefore =
        known[tag.key].map { TagTree.folded($0.name) == TagTree.folded(tag.name) } ?? false
      let holders = tree.holders(of: tag.name)
      guard !isAsBefore, !holders.contains(tag.key), let holder = holders.min() else { continue }
      let merged = known.values.filter { other in
        other.mergedInto == holder
          && ([other.key, other.name] + other.otherNames).contains {
            TagTree.folded($0) == TagTree.folded(tag.name)
          }
      }
      let way =
        merged.map(\.key).min().map { "through “\($0)”, which was merged into it" }
        ?? "which has it as its key or as another name"
      throw taken(
        "“\(tag.name)” leads to the tag “\(holder)”, \(way); use that tag, or choose another name.")
    }
  }

  private static func taken(_ message: String) -> Refusal {
    Refusal(.conflict, "tag_name_taken", message, field: "name")
  }
}
