import ArgumentParser
import Inquiries
import Wire

/// What a limb is to be.
struct LimbOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Its words, as they stand once in the recommendation.", valueName: "words"))
  var words: String?

  @Option(help: ArgumentHelp("What is to be done, in short.", valueName: "words"))
  var act: String?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "Whom it asks, with the kind: \(Addressee.Kind.allCases.map(\.rawValue).joined(separator: ", ")); "
        + "may be repeated; none asks nobody.", valueName: "kind:body|none"))
  var addressees: [String] = []

  @Option(
    help: ArgumentHelp("Which of them leads; none where nobody does.", valueName: "body|none"))
  var lead: String?

  @Option(
    help: ArgumentHelp(
      "What the recommendation says of the time; none where nothing.", valueName: "words|none"))
  var deadline: String?

  @Option(
    help: ArgumentHelp("The day on which it is due.", valueName: "day"), transform: Day.argument)
  var due: Day?

  @Option(help: ArgumentHelp("Key of the event that it waits for.", valueName: "key"))
  var event: String?

  @Option(help: "How many months after the event it is due.")
  var months: Int?

  @Option(help: "How many days after the event it is due.")
  var days: Int?

  func validate() throws {
    guard due == nil || event == nil else { throw ValidationError("Give either --due or --event.") }
    guard event != nil || months == nil && days == nil else {
      throw ValidationError("--months and --days run from an --event.")
    }
  }

  /// - Parameter before: What stays where nothing is said.
  func request(changing before: LimbRequest?) throws -> LimbRequest {
    guard let words = words ?? before?.words, let act = act ?? before?.act else {
      throw ValidationError("A new limb needs --words and --act.")
    }
    return LimbRequest(
      number: before?.number, words: words, act: act, addressees: try addressees(before),
      deadline: try deadline(before?.deadline))
  }

  private func addressees(_ before: LimbRequest?) throws -> [Addressee] {
    var asked = before?.addressees ?? []
    if addressees == ["none"] {
      asked = []
    } else if !addressees.isEmpty {
      let lead = asked.first(where: \.isLead)?.name
      asked = try addressees.map { text in
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Addressee.Kind(rawValue: parts[0]) else {
          throw ValidationError(
            "Write whom it asks with the kind, such as \"department:Department for Education\".")
        }
        return Addressee(name: parts[1], kind: kind, isLead: parts[1] == lead)
      }
    }
    guard let lead else { return asked }
    guard lead == "none" || asked.contains(where: { $0.name == lead }) else {
      throw ValidationError("“\(lead)” leads and is not asked; name it with --to as well.")
    }
    return asked.map { Addressee(name: $0.name, kind: $0.kind, isLead: $0.name == lead) }
  }

  private func deadline(_ before: DeadlineRequest?) throws -> DeadlineRequest? {
    if deadline == "none" { return nil }
    guard let words = deadline ?? before?.words else {
      guard due == nil, event == nil else {
        throw ValidationError("Say with --deadline what the recommendation says of the time.")
      }
      return nil
    }
    let isSaid = deadline != nil || due != nil || event != nil
    return DeadlineRequest(
      words: words, dueOn: isSaid ? due : before?.dueOn, event: isSaid ? event : before?.event,
      months: isSaid ? months : before?.months, days: isSaid ? days : before?.days)
  }
}

/// `inquiry limb add`
struct AddLimbCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a limb to a recommendation; you answer for it.",
    discussion: """
      Example: inquiry limb add 3 --words "should set up … an independent board" --act "set up a board" \
      --to "department:Department for Education" --deadline "within 12 months" --event new-arrangements \
      --months 12
      """)

  @Argument(help: "Number of the recommendation in the newest draft, or its key.")
  var name: String

  @OptionGroup var limb: LimbOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let before = try await inquiry.recommendation(name)
    let answer = try await inquiry.limbs(
      [try limb.request(changing: nil)], [], of: before, dryRun: false)
    try console.show(answer, as: Recommendation.self, json: options.json) { $1.layLimbs(of: $0) }
  }
}

/// `inquiry limb edit`
struct EditLimbCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a limb; you answer for all of it from then on.",
    discussion: """
      What is left out stays. A deadline is a day (--due), waits for an event (--event), or is vague.
      Example: inquiry limb edit 7 1 --deadline "In the Autumn Budget" --event autumn-budget
      """)

  @Argument(help: "Number of the recommendation in the newest draft, or its key.")
  var name: String

  @Argument(help: "Number of the limb.")
  var number: Int

  @OptionGroup var limb: LimbOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let before = try await inquiry.recommendation(name)
    guard let found = before.limbs.first(where: { $0.number == number }) else {
      throw Refusal(
        .notFound, "limb_not_found",
        "\(before.key) has no limb \(number); `inquiry limb list \(name)` lists its limbs.",
        field: "number")
    }
    let answer = try await inquiry.limbs(
      [try limb.request(changing: found.request)], [], of: before, dryRun: false)
    try console.show(answer, as: Recommendation.self, json: options.json) { $1.layLimbs(of: $0) }
  }
}

extension Page {
  mutating func layLimbs(of recommendation: Recommendation) {
    table(
      [.number("Limb"), "Act", "To", "Deadline", "Due", "Status", "Words"],
      recommendation.limbs.map { limb in
        [
          "\(limb.number)", limb.act, limb.addressees.map(\.inWords).joined(separator: "\n"),
          limb.deadline?.inWords ?? "none", limb.deadline?.dueInWords ?? "",
          limb.status == .confirmed
            ? "confirmed by \(limb.confirmedBy)"
            : limb.place == nil ? "suspect: words gone" : "suspect: look again",
          Words.beginning(of: limb.words),
        ]
      },
      none: recommendation.wordless
        ?? "It is not taken apart yet; `inquiry limb propose` shows how it could be.")
  }

  mutating func lay(_ proposals: [LimbProposalShape], none: String) {
    table(
      [.number("Proposal"), "Act", "To", "Deadline", "Words"],
      proposals.enumerated().map { index, proposal in
        [
          "\(index + 1)", proposal.act, proposal.addressees.map(\.inWords).joined(separator: "\n"),
          proposal.deadlineWords.map {
            "“\($0)”, \(proposal.deadlineKind?.rawValue ?? "")"
              + (proposal.deadlineOn.map { ": \($0.inWords)" } ?? "")
          } ?? "none",
          proposal.words,
        ]
      }, none: none)
  }
}

extension Addressee {
  /// `Ofsted (regulator), leads`
  fileprivate var inWords: String {
    "\(name) (\(kind.rawValue))" + (isLead ? ", leads" : "")
  }
}

extension Deadline {
  fileprivate var inWords: String {
    guard case .event(let event, let after) = clock else { return "“\(words)”" }
    let time = [
      after.months == 0 ? nil : Words.count(after.months, "month"),
      after.days == 0 ? nil : Words.count(after.days, "day"),
    ].compactMap { $0 }.joined(separator: " and ")
    return "“\(words)”: \(time.isEmpty ? "at" : "\(time) after") \(event.name)"
  }

  fileprivate var dueInWords: String {
    if let dueOn { return dueOn.inWords }
    return kind == .vague ? "vague" : "not logged yet"
  }
}
