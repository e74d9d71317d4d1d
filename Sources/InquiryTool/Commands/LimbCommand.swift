import ArgumentParser
import Inquiries
import Wire

/// `inquiry limb`
struct LimbCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limb", abstract: "What a recommendation asks, one by one.",
    subcommands: [
      ListLimbsCommand.self, ProposeLimbsCommand.self, ConfirmLimbsCommand.self,
      AddLimbCommand.self, EditLimbCommand.self, DropLimbsCommand.self,
    ])
}

struct ListLimbsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the limbs of a recommendation, or of all.",
    discussion: "Example: inquiry limb list 4")

  @Argument(help: "Its number in the newest draft, or its key; all when left out.")
  var name: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let recommendations: [Recommendation]
    if let name {
      recommendations = [try await inquiry.recommendation(name)]
    } else {
      recommendations = try await inquiry.list("recommendations")
    }
    if options.json { return console.show(json: ListShape(recommendations).jsonBytes) }
    console.show { page in
      for recommendation in recommendations {
        page.heading("Recommendation \(Words.named(recommendation.number, recommendation.key))")
        page.layLimbs(of: recommendation)
      }
    }
  }
}

struct ProposeLimbsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Show how grammar takes a recommendation apart.",
    discussion: """
      Nothing is kept of it; `inquiry limb confirm` keeps what you answer for.
      Example: inquiry limb propose 5
      """)

  @Argument(help: "Its number in the newest draft, or its key.")
  var name: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let recommendation = try await inquiry.recommendation(name)
    let answer = try await inquiry.get(
      "recommendations/\(Client.escaped(recommendation.key))/proposed-limbs")
    try console.show(answer, as: ListShape<LimbProposalShape>.self, json: options.json) {
      $1.lay($0.items, none: recommendation.nothingProposed)
    }
  }
}

struct ConfirmLimbsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Confirm limbs: those that grammar proposes, or those there are, at today's words.",
    discussion: """
      Where a recommendation has no limbs, those proposed become its limbs. Where it has some, the \
      ones named are confirmed again at the words of the newest draft. A proposed deadline is the \
      day that its words name; any other is vague until `inquiry limb edit` sets the event that it \
      waits for, or the day.
      Example: inquiry limb confirm 5 1-2
      """)

  @Argument(help: "Its number in the newest draft, or its key.")
  var name: String

  @Argument(help: "Numbers of proposals or limbs, and ranges of them; all when left out.")
  var numbers: [String] = []

  @OptionGroup var list: ListActOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let before = try await inquiry.recommendation(name)
    let all: [(number: Int, limb: LimbRequest)]
    if before.limbs.isEmpty {
      let proposed = try await inquiry.get(
        "recommendations/\(Client.escaped(before.key))/proposed-limbs"
      ).shape(ListShape<LimbProposalShape>.self).items
      guard !proposed.isEmpty else {
        throw Refusal(.notFound, "limb_not_found", before.nothingProposed, field: "limbs")
      }
      all = proposed.enumerated().map { ($0 + 1, $1.request) }
    } else {
      all = before.limbs.map { ($0.number, $0.request) }
    }
    let asked =
      numbers.isEmpty
      ? try NumberList(NumberList.words(naming: all.map(\.number)), except: list.except).numbers
      : try NumberList(numbers, except: list.except).numbers
    if let missing = asked.first(where: { number in !all.contains { $0.number == number } }) {
      throw Refusal(
        .notFound, "limb_not_found",
        "\(before.key) has no \(before.limbs.isEmpty ? "proposed " : "")limb \(missing).",
        field: "limbs")
    }
    let chosen = all.filter { asked.contains($0.number) }
    try await list.carryOut(
      isSeveral: chosen.count > 1, json: options.json, on: console
    ) { dryRun, _ in
      try await inquiry.limbs(chosen.map(\.limb), [], of: before, dryRun: dryRun)
    } show: { answer, _ in
      try console.show(answer, as: Recommendation.self, json: options.json) { $1.layLimbs(of: $0) }
    }
  }
}

struct DropLimbsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Take limbs away; the audit keeps their words.",
    discussion: "Example: inquiry limb drop 5 3")

  @Argument(help: "Number of the recommendation in the newest draft, or its key.")
  var name: String

  @Argument(help: "Numbers of its limbs, and ranges of them.")
  var numbers: [String]

  @OptionGroup var list: ListActOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let before = try await inquiry.recommendation(name)
    let dropped = try NumberList(numbers, except: list.except).numbers
    try await list.carryOut(
      isSeveral: dropped.count > 1, json: options.json, on: console
    ) { dryRun, _ in
      try await inquiry.limbs([], NumberList.words(naming: dropped), of: before, dryRun: dryRun)
    } show: { answer, _ in
      try console.show(answer, as: Recommendation.self, json: options.json) { $1.layLimbs(of: $0) }
    }
  }
}

extension InquiryClient {
  /// Confirms and drops limbs at the revision at which the recommendation was read.
  func limbs(
    _ limbs: [LimbRequest], _ drop: [String], of recommendation: Recommendation, dryRun: Bool
  ) async throws -> Client.Answer {
    try await send(
      "POST", "recommendations/\(Client.escaped(recommendation.key))/limbs",
      LimbsRequest(limbs: limbs, drop: drop, dryRun: dryRun), revision: recommendation.revision)
  }
}

extension Recommendation {
  /// Why it cannot be taken apart; `nil` where a draft carries its words.
  var wordless: String? {
    number == nil ? "No draft carries it, so that it has no words to take apart." : nil
  }

  /// Why grammar proposes no limb of it, and what to do.
  fileprivate var nothingProposed: String {
    if let wordless { return wordless }
    return "Its words ask for nothing to be done that could be split: they take an ask back. If it "
      + "asks for something all the same, write its limbs by hand with `inquiry limb add`."
  }
}

extension LimbProposalShape {
  fileprivate var request: LimbRequest {
    LimbRequest(
      number: nil, words: words, act: act, addressees: addressees,
      deadline: deadlineWords.map {
        DeadlineRequest(words: $0, dueOn: deadlineOn, event: nil, months: nil, days: nil)
      })
  }
}

extension Limb {
  /// The same as it is sent.
  var request: LimbRequest {
    LimbRequest(
      number: number, words: words, act: act, addressees: addressees,
      deadline: deadline.map { deadline in
        switch deadline.clock {
        case .vague:
          DeadlineRequest(words: deadline.words, dueOn: nil, event: nil, months: nil, days: nil)
        case .day(let day):
          DeadlineRequest(words: deadline.words, dueOn: day, event: nil, months: nil, days: nil)
        case .event(let event, let after):
          DeadlineRequest(
            words: deadline.words, dueOn: nil, event: event.key, months: after.months,
            days: after.days)
        }
      })
  }
}
