import ArgumentParser
import Inquiries
import Wire

/// `inquiry remark`
struct RemarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remark",
    abstract:
      "Answer remarks of the checker: who mends them, which may stand, how much they weigh.",
    subcommands: [
      AssignRemarkCommand.self, WaiveRemarkCommand.self, UnwaiveRemarkCommand.self,
      CheckPolicyCommand.self,
    ])
}

/// One remark of those that the check tells.
struct RemarkOptions: ParsableArguments {
  @Argument(help: "The remark, as inquiry check names it.")
  var remark: String

  @OptionGroup var options: InquiryOptions

  /// Sends what is said of it, at the revision at which the check tells it now.
  fileprivate func send(
    _ method: String, _ path: String, _ shape: (some JSONShape)?, on console: Console,
    _ lay: @escaping (RemarkShape, inout Page) -> Void
  ) async throws {
    let inquiry = try await options.client(console)
    let remarks: [RemarkShape] = try await inquiry.list("draft/remarks")
    guard let found = remarks.first(where: { $0.id == remark }) else {
      throw Refusal(
        .notFound, "remark_not_found",
        "The checker has no remark “\(remark)” now; inquiry check tells those that it has.",
        field: "remark")
    }
    let answer = try await inquiry.send(
      method, "draft/remarks/\(Client.escaped(remark))/\(path)", shape, revision: found.revision)
    try console.show(answer, as: RemarkShape.self, json: options.json, lay)
  }
}

struct AssignRemarkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Say who answers a remark, and until when.",
    discussion: """
      Without --to nobody answers it any more. It keeps its owner from version to version of the \
      draft.
      Example: inquiry remark assign 3f9a2c1b04de --to "Ada Author" --by 2018-06-01
      """)

  @OptionGroup var named: RemarkOptions

  @Option(help: ArgumentHelp("A staff user with a role in the inquiry.", valueName: "name"))
  var to: String?

  @Option(
    help: ArgumentHelp("Day by which it is to be answered.", valueName: "day"),
    transform: Day.argument)
  var by: Day?

  func validate() throws {
    if by != nil, to == nil { throw ValidationError("Say with --to who answers it by that day.") }
  }

  func perform(on console: Console) async throws {
    try await named.send("PUT", "owner", OwnerRequest(owner: to, dueOn: by), on: console) {
      remark, page in
      page.text("\(remark.place): \(remark.inHand ?? "Nobody answers it.")")
    }
  }
}

struct WaiveRemarkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive", abstract: "Let a remark stand, under your name and for a reason.",
    discussion: """
      The waiver holds while the words at the place of the remark are as they are now; when they \
      change it lapses and the remark counts again.
      Example: inquiry remark waive 3f9a2c1b04de --reason "The witnesses asked for it."
      """)

  @OptionGroup var named: RemarkOptions

  @Option(help: ArgumentHelp("Why it may stand.", valueName: "words"))
  var reason: String

  func perform(on console: Console) async throws {
    try await named.send("PUT", "waiver", WaiverRequest(reason: reason), on: console) {
      remark, page in
      page.text("\(remark.place): \(remark.inHand ?? "")")
    }
  }
}

struct UnwaiveRemarkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "unwaive", abstract: "Take a waiver back; the remark counts again.",
    discussion: "Example: inquiry remark unwaive 3f9a2c1b04de")

  @OptionGroup var named: RemarkOptions

  func perform(on console: Console) async throws {
    try await named.send("DELETE", "waiver", nil as WaiverRequest?, on: console) { remark, page in
      page.text("\(remark.place): the remark counts again.")
    }
  }
}

struct CheckPolicyCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Show what the checker asks in this inquiry, or change it.",
    discussion: """
      An error stops the report, a warning makes inquiry check exit 2, information does neither. \
      Without options the policy is shown. With --errors-waived-by clerk an author who is no clerk \
      as well waives no error; administrators do.
      Example: inquiry remark policy --weigh source_never_cited=warning --sources 3
      """)

  @Option(
    help: ArgumentHelp(
      "A code and how much its remarks weigh: error, warning, information, or default.",
      valueName: "code=weight"))
  var weigh: [String] = []

  @Option(help: ArgumentHelp("Sources that a finding rests on at least.", valueName: "number"))
  var sources: Int?

  @Option(
    help: ArgumentHelp(
      "Respondents that a figure rests on at least; 0 for none.", valueName: "number"))
  var base: Int?

  /// Whose waiver lets an error stand.
  enum ErrorWaiver: String, CaseIterable, ExpressibleByArgument {
    case author, clerk
  }

  @Option(help: ArgumentHelp("Who waives errors: author or clerk.", valueName: "role"))
  var errorsWaivedBy: ErrorWaiver?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    var answer = try await inquiry.get("check-policy")
    if !weigh.isEmpty || sources != nil || base != nil || errorsWaivedBy != nil {
      let policy: CheckPolicy = try answer.shape()
      let request = PolicyRequest(
        weights: try changed(policy.weights),
        sourcesPerFinding: sources ?? policy.sourcesPerFinding,
        minimumBase: base.map { $0 == 0 ? nil : $0 } ?? policy.minimumBase,
        clerksWaiveErrors: errorsWaivedBy.map { $0 == .clerk })
      answer = try await inquiry.send("PUT", "check-policy", request, revision: policy.revision)
    }
    try console.show(answer, as: CheckPolicy.self, json: options.json) { policy, page in
      page.facts([
        ("Sources a finding rests on at least", "\(policy.sourcesPerFinding)"),
        ("Respondents a figure rests on at least", policy.minimumBase.map(String.init) ?? "any"),
        (
          "Errors are waived by",
          policy.clerksWaiveErrors ? "authors who are clerks as well" : "authors"
        ),
      ])
      page.gap()
      page.table(
        ["Code", "Weighs here"], policy.weights.map { [$0.code, $0.severity.rawValue] },
        none: "Every remark weighs as the product has it.")
    }
  }

  func validate() throws {
    _ = try changed([])
  }

  private func changed(_ weights: [CheckPolicy.Weight]) throws -> [CheckPolicy.Weight] {
    var changed = Dictionary(uniqueKeysWithValues: weights.map { ($0.code, $0.severity) })
    var seen: Set<String> = []
    for word in weigh {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts[1] == "default" || RemarkSeverity(rawValue: parts[1]) != nil
      else {
        throw ValidationError(
          "“\(word)” weighs nothing: write --weigh code=weight, the weight one of error, warning, information, default."
        )
      }
      guard seen.insert(parts[0]).inserted else {
        throw ValidationError("“\(parts[0])” stands twice (remark_code_repeated): weigh it once.")
      }
      changed[parts[0]] = RemarkSeverity(rawValue: parts[1])
    }
    return changed.map { CheckPolicy.Weight(code: $0.key, severity: $0.value) }
      .sorted { $0.code < $1.code }
  }
}
