import ArgumentParser
import Inquiries
import Wire

/// An act on a list: what is left out of it, and whether it is only shown.
///
/// Where several things are named it is shown before it is done. On a terminal
/// the person says yes; a program says so beforehand, with `--yes`.
struct ListActOptions: ParsableArguments {
  // All that follows, up to the next option: were the second of two exceptions
  // taken as one more thing to act on, the wrong thing would be done.
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What to leave out, written in the same way.", valueName: "list"))
  var except: [String] = []

  @Flag(help: "Show what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Do it without asking; a pipe needs it where several things are named.")
  var yes = false

  func validate() throws {
    guard !(dryRun && yes) else { throw ValidationError("Give either --dry-run or --yes.") }
  }

  /// Shows, asks where it must, and does.
  ///
  /// - Parameters:
  ///   - isSeveral: Whether more than one thing was named.
  ///   - send: Sends the act, dry or in earnest, with the tag of what was seen.
  ///   - show: Prints an answer, and whether it was dry.
  func carryOut(
    isSeveral: Bool, json: Bool, on console: Console,
    send: (_ dryRun: Bool, _ tag: String?) async throws -> Client.Answer,
    show: (_ answer: Client.Answer, _ dryRun: Bool) throws -> Void
  ) async throws {
    let act = ShownAct(dryRun: dryRun, yes: yes || !isSeveral, unasked: ListActOptions.unasked)
    try await act.carryOut(json: json, on: console, send: send, show: show)
  }

  private static let unasked = Refusal(
    .invalid, "yes_missing",
    "Several things are named and nobody is there to be asked; nothing was done. Say --yes to do "
      + "it, or --dry-run to see it.", field: "--yes")
}

/// An act on one thing that cannot be taken back, or reaches far: it is shown before it
/// is done, as a list is.
struct ShownActOptions: ParsableArguments {
  @Flag(help: "Show what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Do it without asking; a pipe needs it.")
  var yes = false

  func validate() throws {
    guard !(dryRun && yes) else { throw ValidationError("Give either --dry-run or --yes.") }
  }

  /// Shows, asks, and does; `send` and `show` are those of a list.
  func carryOut(
    json: Bool, on console: Console,
    send: (_ dryRun: Bool, _ tag: String?) async throws -> Client.Answer,
    show: (_ answer: Client.Answer, _ dryRun: Bool) throws -> Void
  ) async throws {
    let unasked = Refusal(
      .invalid, "yes_missing",
      "This is shown before it is done and nobody is there to be asked; nothing was done. Say "
        + "--yes to do it, or --dry-run to see it.", field: "--yes")
    let act = ShownAct(dryRun: dryRun, yes: yes, unasked: unasked)
    try await act.carryOut(json: json, on: console, send: send, show: show)
  }
}

/// How an act is shown, asked about and done.
private struct ShownAct {
  let dryRun: Bool
  let yes: Bool
  /// Where nobody can be asked.
  let unasked: Refusal

  func carryOut(
    json: Bool, on console: Console,
    send: (_ dryRun: Bool, _ tag: String?) async throws -> Client.Answer,
    show: (_ answer: Client.Answer, _ dryRun: Bool) throws -> Void
  ) async throws {
    if dryRun {
      try show(await send(true, nil), true)
      return console.say("Nothing was done.")
    }
    guard !yes else { return try show(await send(false, nil), false) }
    guard !json else { throw unasked }
    let seen = try await send(true, nil)
    try show(seen, true)
    guard console.isTyped else { throw unasked }
    guard let word = console.ask("Do this? (yes or no)"), ["y", "yes"].contains(word.lowercased())
    else {
      console.say("Nothing was done.")
      throw Exit.refused
    }
    // With the tag of what was shown: what changed meanwhile is refused.
    try show(await send(false, seen.etag), false)
  }
}

/// References that a decided act is done to.
struct SourceListOptions: ParsableArguments {
  @Argument(help: "References and ranges, such as OS3, OS1-4 or CTI0001-0034.")
  var references: [String]

  @OptionGroup var list: ListActOptions

  /// Whether more than one source was named, exceptions or not.
  var isSeveral: Bool {
    get throws(Refusal) { try ReferenceList(references).references.count > 1 }
  }
}
