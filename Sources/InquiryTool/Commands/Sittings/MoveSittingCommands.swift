import ArgumentParser
import Inquiries
import Wire

/// `inquiry session hold`
struct HoldSittingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Say that a sitting begins, or goes on; its session takes its number.",
    discussion: """
      The first line of its log does the same by itself.
      Example: inquiry session hold P3
      """)

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let seen = try await client.sitting(sitting)
    let answer = try await client.post("sittings/\(sitting)/hold", revision: seen.revision)
    try console.show(answer, as: Sitting.self, json: options.json) { $1.facts(Page.facts(of: $0)) }
  }
}

/// `inquiry session adjourn`
struct AdjournSittingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjourn", abstract: "Adjourn a sitting; `inquiry session hold` goes on with it.",
    discussion: "Example: inquiry session adjourn P3 --reason \"Division\" --until 2018-02-06")

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @Option(help: "Why.")
  var reason: String

  @Option(
    help: ArgumentHelp("Day on which it goes on.", valueName: "day"), transform: Day.argument)
  var until: Day?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    try await options.stop(sitting, "adjourn", StopRequest(reason: reason, until: until), console)
  }
}

/// `inquiry session cancel`
struct CancelSittingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Cancel a sitting that was not begun; it stays listed and spends no number.",
    discussion: "Example: inquiry session cancel P3 --reason \"The witness is ill\"")

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    try await options.stop(sitting, "cancel", StopRequest(reason: reason), console)
  }
}

/// `inquiry session replace`
struct ReplaceWitnessCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace",
    abstract: "Put another witness in the place of one, or take one off.",
    discussion: """
      Until something of theirs is published or cited. With the same name --by gives the witness \
      another capacity or panel. Of a session with its transcript, what the one was held to have \
      said is the other's from then on; of a witness taken off it stays theirs until its labels \
      are mapped (`inquiry session map-label --from`).
      Example: inquiry session replace P3 "Tom Okoro" --by "Ada Quill" \
      --capacity "Driver" --organisation "Valley Buses"
      Example: inquiry session replace OS3 "Tom Okoro" --nobody
      """)

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @Argument(help: "Printed name of who does not come.")
  var witness: String

  @Option(help: ArgumentHelp("Printed name of who comes instead.", valueName: "name"))
  var by: String?

  @Flag(help: "Nobody comes instead; the witness is taken off.")
  var nobody = false

  @Option(help: "Role of the new witness.")
  var capacity: String?

  @Option(help: "Organisation of the new witness.")
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      "Panel of the new witness, from 1; the same unless given.", valueName: "number"))
  var panel: Int?

  @Option(
    help: ArgumentHelp(
      "Who on record the new witness is, where somebody bears the name.", valueName: "number"))
  var person: Int64?

  @Flag(help: "The new witness is somebody else than all who bear the name.")
  var new = false

  @Option(
    help: ArgumentHelp(
      "Who does not come, where the sitting has two of that name.", valueName: "number"))
  var of: Int64?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard (by != nil) != nobody else { throw ValidationError("Give one of --by and --nobody.") }
    let isSaid = capacity != nil || organisation != nil || panel != nil || person != nil || new
    guard !(nobody && isSaid) else {
      throw ValidationError("With --nobody there is nobody to say more of.")
    }
  }

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    let seen = try await client.sitting(sitting)
    let request = ReplaceRequest(
      witness: witness, person: of.map { Identifier($0) },
      by: by.map {
        SubstituteShape(
          name: $0, capacity: capacity, organisation: organisation,
          person: person.map { Identifier($0) }, isNew: new, panel: panel)
      })
    let answer = try await client.send(
      "POST", "sittings/\(sitting)/replace", request, revision: seen.revision)
    try console.show(answer, as: Sitting.self, json: options.json) { sitting, page in
      page.text(
        by.map {
          "\($0) is a witness of \(sitting.inWords)"
            + ($0 == witness ? ", as you said." : " in the place of \(witness).")
        }
          ?? "\(witness) is no witness of \(sitting.inWords) any more.")
    }
  }
}

extension InquiryOptions {
  fileprivate func stop(
    _ sitting: SittingHandle, _ verb: String, _ request: StopRequest, _ console: Console
  ) async throws {
    let client = try await client(console)
    let seen = try await client.sitting(sitting)
    let answer = try await client.send(
      "POST", "sittings/\(sitting)/\(verb)", request, revision: seen.revision)
    try console.show(answer, as: Sitting.self, json: json) { $1.facts(Page.facts(of: $0)) }
  }
}

extension InquiryClient {
  /// A sitting as it stands.
  func sitting(_ handle: SittingHandle) async throws -> Sitting {
    try await get("sittings/\(handle)").shape(Sitting.self)
  }
}
