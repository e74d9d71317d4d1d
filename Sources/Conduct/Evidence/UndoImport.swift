public import Inquiries
public import Records

/// Takes an import out again, until something of it was published or is used:
/// what came with it goes, its file and this act stay on record.
public struct UndoImport: Act {
  public static let title = "undo import"
  public static let role = Role.clerk
  let reference: String
  let revision: Int?
  let reason: String?

  /// - Parameter revision: At which the source was read, where that is known.
  public init(_ reference: String, revision: Int? = nil, reason: String? = nil) {
    self.reference = reference
    self.revision = revision
    self.reason = reason
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<UndoneImport> {
    let found = try Source.locked(
      references: [reference], as: viewpoint, on: desk.connection
    ).first
    guard let (id, source) = found else {
      throw Refusal(
        .notFound, "source_not_found",
        "There is no “\(reference)” in this inquiry; `inquiry import list` shows what there is.",
        field: "reference")
    }
    guard revision == nil || revision == source.revision else {
      throw Refusal.stale(reference, now: source.revision)
    }
    let undone = try ImportUndoing(source: source, reason: reason).undo(id, at: desk)
    return Done(
      undone, subject: reference,
      detail: [
        "kind": source.kind.rawValue, "passages": "\(undone.passageCount)",
        "people": "\(undone.people.count)",
      ])
  }
}

/// Takes imports back, all that are named or none, as when a folder came into the wrong
/// inquiry.
public struct UndoImports: Act {
  public static let title = "undo imports"
  public static let role = Role.clerk
  let list: SourceList
  let reason: String?

  public init(_ list: SourceList, reason: String? = nil) {
    self.list = list
    self.reason = reason
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ListDone<UndoneImport>> {
    let found = try list.locked(from: viewpoint, at: desk)
    var undone: [String: UndoneImport] = [:]
    var refused: [(reference: String, refusal: Refusal)] = []
    // The last first: what came later may add to what came before.
    for (id, source) in found.sorted(by: { $0.id.value > $1.id.value }) {
      do {
        undone[source.reference] = try ImportUndoing(source: source, reason: reason)
          .undo(id, at: desk)
      } catch let refusal as Refusal where refusal.code != ImportUndoing.used {
        refused.append((source.reference, refusal))
      }
    }
    try require(none: refused.reversed(), of: found.count)
    let items = found.compactMap { undone[$0.source.reference] }
    return Done(
      ListDone(items: items, found: found.map(\.source.revision)),
      subject: ReferenceList.words(naming: items.map(\.reference)).joined(separator: " "),
      detail: [
        "passages": "\(items.map(\.passageCount).reduce(0, +))",
        "people": "\(items.flatMap(\.people).count)",
      ])
  }

  /// Names all that stay at once, each with what stands in its way.
  private func require(
    none refused: [(reference: String, refusal: Refusal)], of count: Int
  ) throws(Refusal) {
    guard let first = refused.first?.refusal else { return }
    throw Refusal(
      first.kind, first.code,
      refused.map(\.refusal.message).joined(separator: " ") + " Nothing was done."
        + SourceList.remedy(refused.map(\.reference), of: count), field: "references")
  }
}

/// An import as it is taken back, once nothing stands in its way.
private struct ImportUndoing {
  let source: Source
  let reason: String?

  /// After this refusal the database takes nothing more of the act.
  static let used = "import_used"

  func undo(_ id: Identifier<Source>, at desk: Desk) throws -> UndoneImport {
    guard source.kind != .log else {
      throw refusal("import_is_log", "it was typed here and not imported; strike its lines out")
    }
    let undoing = try ImportToUndo.find(id, on: desk.connection)
    try requireUnused(undoing)
    let tags = try AppliedTag.count(onSource: id, on: desk.connection)
    guard tags == 0 else {
      throw refusal(
        "import_tagged", "\(tags) tags or memos of its passages would go with it",
        "take them off first (`inquiry tag remove`, `inquiry memo remove`)")
    }
    if source.kind.isRecordOfSession { try requireWhole(undoing) }
    let people = try undoing.undo(
      id, because: reason, by: desk.actor, at: desk.now, on: desk.connection)
    guard let people else {
      throw refusal(
        ImportUndoing.used, "something on record still rests on it", "take that back first")
    }
    return UndoneImport(
      reference: source.reference, kind: source.kind, fileName: undoing.fileName,
      passageCount: undoing.passageCount, questions: source.questions, people: people,
      session: undoing.isSessionAlone ? source.sessionNumber : nil,
      isSettlingUndone: undoing.isSettled && undoing.hasSessionBefore,
      isReferenceSpent: source.kind == .writtenSubmission)
  }

  /// What rests on evidence is taken back first.
  private func requireUnused(_ undoing: ImportToUndo) throws(Refusal) {
    if undoing.wasPublished {
      throw refusal(
        "import_published", "it was published", "withdraw it or take it down instead")
    }
    if let version = undoing.citedInVersion {
      throw refusal(
        "import_cited", "version \(version) of the draft cites it",
        "correct or withdraw it instead")
    }
    if let first = undoing.links.first {
      let others = undoing.links.count - 1
      throw refusal(
        "import_linked",
        "“\(first)”" + (others > 0 ? " and \(others) more link" : " links") + " to it",
        "drop the links first (`inquiry link drop`)")
    }
    if let supplement = undoing.supplement {
      throw refusal("import_supplemented", "\(supplement) adds to it", "undo that one first")
    }
    if let slug = undoing.carriedTo {
      throw refusal("import_carried", "it was carried over to “\(slug)”", "undo it there first")
    }
    if undoing.isMerged {
      throw refusal(
        "import_people_joined", "somebody in it was joined with another person since",
        "part them first (`inquiry person unmerge`)")
    }
  }

  /// A session is brought back exactly or not at all.
  private func requireWhole(_ undoing: ImportToUndo) throws(Refusal) {
    if let later = undoing.later {
      throw refusal(
        "import_followed", "\(later) of the same session came after it",
        later.hasSuffix("-log")
          ? "the log goes on; correct the record instead"
          : "undo that one first")
    }
    if undoing.hasLogLinks {
      throw refusal(
        "import_settled_links", "links to the log that it settled were moved or left in doubt",
        "drop these links first, or correct the record instead")
    }
    if !undoing.isSessionAlone, !undoing.hasSessionBefore {
      throw refusal(
        "import_session_unknown",
        "how session \(source.sessionNumber ?? 0) stood before it is not on record",
        "correct the record instead")
    }
    if let members = undoing.membersBefore {
      let names = members.isEmpty ? "nobody" : members.joined(separator: ", ")
      throw refusal(
        "import_members_mended",
        "the members of its session were mended since, and would again be \(names)",
        "list these first (`inquiry session members`), undo it, and mend them again")
    }
  }

  private func refusal(_ code: String, _ why: String, _ remedy: String? = nil) -> Refusal {
    Refusal(
      .conflict, code,
      "The import of \(source.reference) cannot be undone: \(why)"
        + (remedy.map { "; \($0)." } ?? "."), field: "reference")
  }
}
