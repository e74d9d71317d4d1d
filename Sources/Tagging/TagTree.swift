public import Inquiries

/// The tags of a codebook as they stand under each other, and under which names
/// each is found.
public struct TagTree: Sendable {
  private let byKey: [String: Tag]
  private let children: [String?: [Tag]]
  private let byName: [String: Set<String>]
  private let byHeldName: [String: Set<String>]

  /// - Parameter tags: All of the codebook, those that were merged among them.
  public init(_ tags: [Tag]) {
    byKey = Dictionary(tags.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    children = Dictionary(grouping: tags.filter { $0.mergedInto == nil }, by: \.parent)
    var byName: [String: Set<String>] = [:]
    var byHeldName: [String: Set<String>] = [:]
    for tag in tags {
      let answering = tag.mergedInto ?? tag.key
      for name in [tag.name] + tag.otherNames {
        byName[TagTree.folded(name), default: []].insert(answering)
      }
      for name in TagTree.heldNames(of: tag) {
        byHeldName[TagTree.folded(name), default: []].insert(answering)
      }
    }
    self.byHeldName = byHeldName
    // What a tag is called now goes before what another was called once.
    for tag in tags where tag.mergedInto == nil { byName[TagTree.folded(tag.name)] = [tag.key] }
    self.byName = byName
  }

  /// What a name is compared by.
  public static func folded(_ name: String) -> String {
    name.lowercased()
  }

  /// By what a tag is found beside the name that it has: its key, its other names, and
  /// the name that it had until it was merged.
  public static func heldNames(of tag: Tag) -> [String] {
    tag.otherNames + [tag.key] + (tag.mergedInto == nil ? [] : [tag.name])
  }

  /// The keys of the tags that a name leads to without being the name of them now.
  public func holders(of name: String) -> Set<String> {
    byHeldName[TagTree.folded(name)] ?? []
  }

  /// The keys of all tags that a name leads to, as a key or a name, now or formerly.
  public func keys(foundBy name: String) -> Set<String> {
    (byName[TagTree.folded(name)] ?? []).union(holders(of: name))
  }

  /// The tag of that key or name. One that was merged answers with the tag that it
  /// was merged into, and a former name still leads to its tag.
  ///
  /// - Throws: ``Refusal`` `tag_not_found`, or `tag_ambiguous` for a former name of
  ///   several.
  public func find(_ name: String) throws(Refusal) -> Tag {
    if let tag = byKey[name] { return tag.mergedInto.flatMap { byKey[$0] } ?? tag }
    let keys = byName[TagTree.folded(name)] ?? []
    guard keys.count < 2 else {
      throw Refusal(
        .conflict, "tag_ambiguous",
        "“\(name)” was a name of \(keys.sorted().joined(separator: " and ")); say which, by its key.",
        field: "tag")
    }
    guard let key = keys.first, let tag = byKey[key] else {
      throw Refusal(
        .notFound, "tag_not_found",
        "There is no tag “\(name)” in this codebook; `inquiry tag list` shows what there is.",
        field: "tag")
    }
    return tag
  }

  public func tag(_ key: String) -> Tag? { byKey[key] }

  /// The tags in reading order, each with how deep it stands; without those that
  /// were merged.
  public var inOrder: [(tag: Tag, depth: Int)] {
    var order: [(Tag, Int)] = []
    var waiting = sorted(children[nil] ?? []).reversed().map { ($0, 0) }
    while let (tag, depth) = waiting.popLast() {
      order.append((tag, depth))
      waiting += sorted(children[tag.key] ?? []).reversed().map { ($0, depth + 1) }
    }
    return order
  }

  private func sorted(_ tags: [Tag]) -> [Tag] {
    tags.sorted {
      (TagTree.folded($0.name), $0.key) < (TagTree.folded($1.name), $1.key)
    }
  }

  /// Whether `key` is `ancestor` or stands below it.
  public func stands(_ key: String, withinOrUnder ancestor: String) -> Bool {
    var place: String? = key
    while let now = place {
      if now == ancestor { return true }
      place = byKey[now]?.parent
    }
    return false
  }

  /// A circle that these tags would stand in, as the keys on it; `nil` where there
  /// is none.
  ///
  /// - Parameter parents: The parent of every tag that has one, by key.
  public static func cycle(in parents: [String: String]) -> [String]? {
    var settled: Set<String> = []
    for start in parents.keys.sorted() {
      var path: [String] = []
      var place: String? = start
      while let now = place, !settled.contains(now) {
        if let turn = path.firstIndex(of: now) { return Array(path[turn...]) }
        path.append(now)
        place = parents[now]
      }
      settled.formUnion(path)
    }
    return nil
  }

  /// A key for a tag of that name, none of those taken: `early-help`, `early-help-2`.
  public static func key(for name: String, notAmong taken: (String) -> Bool) -> String {
    let folded = name.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
    let words = String(
      String.UnicodeScalarView(
        folded.filter { ![0x27, 0x2019].contains($0.value) && !(0x300...0x36F).contains($0.value) })
    )
    .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let plain = String(words.joined(separator: "-").prefix(60))
    var base = plain.hasSuffix("-") ? String(plain.dropLast()) : plain
    if base.isEmpty { base = "tag" }
    guard taken(base) else { return base }
    var number = 2
    while taken("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }
}
