import ArgumentParser
import Inquiries
import Wire

struct MergePeopleCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join two entries that are one person, in every inquiry.",
    discussion: """
      What said the one says the other; a file that brings the old name in again means the same \
      person. It can be undone. Protected people are joined with nobody. What moves, and the name \
      that stays, is shown before it is done.
      Example: inquiry person merge 17 --into 12
      """)

  @Argument(help: "Number of the entry that goes.")
  var id: Int64

  @Option(help: ArgumentHelp("Number of the entry that stays.", valueName: "number"))
  var into: Int64

  @Flag(help: "They are one person although both stand at one session's table.")
  var samePerson = false

  @OptionGroup var shown: ShownActOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let (one, other) = (try await inquiry.person(id), try await inquiry.person(into))
    try await shown.carryOut(json: options.json, on: console) { dryRun, _ in
      let request = MergeRequest(
        into: Int(into), intoRevision: other.revision, wereTogether: samePerson, dryRun: dryRun)
      return try await inquiry.send(
        "POST", "people/\(id)/merge", request, revision: one.revision)
    } show: { answer, dryRun in
      try console.show(answer, as: MergedShape.self, json: options.json) {
        $1.lay($0, dryRun: dryRun)
      }
    }
  }
}

extension Page {
  fileprivate mutating func lay(_ merged: MergedShape, dryRun: Bool) {
    let (merge, moved) = (merged.merge, merged.moved)
    if dryRun {
      text(
        "“\(merge.name)” (\(merge.person)) would be “\(merge.intoName)” (\(merge.into)), wherever "
          + "either stood.")
    } else {
      text(
        "“\(merge.name)” is “\(merge.intoName)” from now on, wherever either stood. Undone by: "
          + "inquiry person unmerge \(merge.id)")
    }
    let parts = [
      Words.count(moved.sessions, "session"), Words.count(moved.submissions, "submission"),
      Words.count(moved.consents, "consent"), Words.count(moved.passages, "turn"),
      Words.count(moved.links, "link"),
    ]
    facts([
      (
        "Printed as",
        merged.survivor.name
          + (merged.survivor.isNameOnly ? ", the name alone in all that is public" : "")
      ),
      (dryRun ? "Would move" : "Moved", parts.joined(separator: ", ")),
    ])
    guard !merge.together.isEmpty else { return }
    text("Look again: both stood at \(merge.together.joined(separator: ", ")).")
  }
}

struct UnmergePeopleCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge", abstract: "Part what a merge joined.",
    discussion: """
      Every row that the merge moved goes back; what was made since stays with the survivor.
      Example: inquiry person unmerge 3
      """)

  @Argument(help: "Number of the merge, as `inquiry person merges` shows it.")
  var id: Int

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let merges = try await inquiry.list("person-merges", of: MergeShape.self)
    guard let merge = merges.first(where: { $0.id == id }) else {
      throw Refusal(
        .notFound, "merge_not_found",
        "There is no merge \(id) of anybody in this inquiry; `inquiry person merges` lists them.")
    }
    let answer = try await inquiry.post("person-merges/\(id)/undo", revision: merge.revision)
    try console.show(answer, as: MergeShape.self, json: options.json) { merge, page in
      page.text(
        "“\(merge.name)” and “\(merge.intoName)” are two people again. What was made since the merge "
          + "stays with “\(merge.intoName)”.")
    }
  }
}

struct ListMergesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "merges", abstract: "List who was joined with whom, the newest first.",
    discussion: "Example: inquiry person merges")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("person-merges")
    try console.show(answer, as: ListShape<MergeShape>.self, json: options.json) { list, page in
      page.table(
        [.number("Merge"), "Person", "Into", "At (UTC)", "By", "Undone at"],
        list.items.map { merge in
          [
            "\(merge.id)", "\(merge.name) (\(merge.person))",
            "\(merge.intoName) (\(merge.into))", merge.mergedAt, merge.by, merge.undoneAt ?? "",
          ]
        }, none: "Nobody was joined with anybody.")
    }
  }
}
