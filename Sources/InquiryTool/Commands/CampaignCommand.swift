import ArgumentParser
import Inquiries
import Wire

/// `inquiry campaign`
struct CampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "Submissions that are like each other: the same letter, sent by many.",
    discussion: """
      What is alike is found from the words whenever it is asked; what a clerk says of it is kept. \
      Nothing of this is public.
      """,
    subcommands: [
      ListCampaignsCommand.self, ShowCampaignCommand.self, ConfirmCampaignCommand.self,
      SetApartCommand.self, ReopenCampaignCommand.self,
    ])
}

struct ListCampaignsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List campaigns, and submissions that may be of one.",
    discussion: """
      Submissions stand together where one half or more of the shorter is in the other, counted \
      in runs of four words. Withdrawn ones are left out unless they were confirmed.
      Example: inquiry campaign list
      """)

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("campaigns")
    try console.show(answer, as: ListShape<CampaignGroup>.self, json: options.json) { list, page in
      page.table(
        ["Campaign", "Letter", .number("Of it"), .number("Same words"), "Not said yet"],
        list.items.map { group in
          [
            group.name ?? "", group.letter, "\(group.members.count)",
            "\(group.members.count(where: \.isSame))", group.named(.open),
          ]
        }, none: "No two submissions share so many words.")
      if !list.items.isEmpty {
        page.gap()
        page.text("`inquiry campaign show` with a letter says what each has of its own.")
      }
    }
  }
}

struct ShowCampaignCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the group of a submission, and why each is in it.",
    discussion: """
      Each is compared with the letter, the shortest of them. Own words are shown in excerpts; \
      those of a submission of which something is kept back are not.
      Example: inquiry campaign show CTI0003
      """)

  @Argument(help: "Reference of any submission of the group.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let groups: [CampaignGroup] = try await options.client(console).list("campaigns")
    guard
      let group = groups.first(where: { $0.members.contains { $0.reference == reference } })
    else {
      throw Refusal(
        .notFound, "campaign_not_found",
        "\(reference) is of no campaign and like no other submission; `inquiry campaign list` "
          + "shows what is alike.", field: "reference")
    }
    if options.json { return console.show(json: group.jsonBytes) }
    console.show { $0.lay(group) }
  }
}

extension CampaignGroup {
  /// References of those of a standing, as a list names them.
  fileprivate func named(_ standing: CampaignStanding) -> String {
    ReferenceList.words(
      naming: members.filter { $0.standing == standing }.map(\.reference)
    ).joined(separator: " ")
  }
}

extension Page {
  fileprivate mutating func lay(_ group: CampaignGroup) {
    facts([
      ("Campaign", group.name ?? "not confirmed"),
      ("Letter", "\(group.letter), \(Words.count(group.letterWordCount, "word"))"),
    ])
    gap()
    table(
      ["Reference", "Submitter", "State", "Said", "Of the letter", "Own"],
      group.members.map { member in
        [
          member.reference, member.submitter, member.state.inWords, member.standing.inWords,
          member.isSame
            ? "all, no others"
            : "\(member.sharedWordCount) of \(Words.count(group.letterWordCount, "word"))",
          member.isSame ? "" : Words.count(member.ownWordCount, "word"),
        ]
      }, none: "")
    for member in group.members where !member.own.isEmpty {
      heading("Own words of \(member.reference)", style: .mild)
      for own in member.own {
        point("\(own.locator): " + (own.words.map { "“\($0)”" } ?? "kept back; read it by itself"))
      }
    }
  }
}

extension CampaignStanding {
  fileprivate var inWords: String {
    switch self {
    case .open: "nothing yet"
    case .confirmed: "of the campaign"
    case .alone: "stands alone"
    }
  }
}

/// Says something of submissions that are like each other.
protocol CampaignStep: ClientCommand {
  static var standing: CampaignStanding { get }
  var name: String? { get }
  var named: SourceListOptions { get }
  var options: InquiryOptions { get }
}

extension CampaignStep {
  var name: String? { nil }

  func perform(on console: Console) async throws {
    let isSeveral = try named.isSeveral
    let inquiry = try await options.client(console)
    try await named.list.carryOut(isSeveral: isSeveral, json: options.json, on: console) {
      dryRun, tag in
      try await inquiry.send(
        "POST", "campaigns",
        CampaignRequest(
          references: named.references, except: named.list.except, dryRun: dryRun,
          standing: Self.standing, name: name), tag: tag)
    } show: { answer, _ in
      try console.show(answer, as: ListShape<WrittenSubmission>.self, json: options.json) {
        $1.table(
          WrittenSubmission.columns + ["Campaign"],
          $0.items.map { $0.cells + [$0.campaign ?? ""] }, none: "Nothing was done.")
      }
    }
  }
}

struct ConfirmCampaignCommand: CampaignStep {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Say that submissions are of one campaign, and name it.",
    discussion: """
      One of that name is added to. A submission is of one campaign at most. A list is shown \
      before it is done.
      Example: inquiry campaign confirm CTI0003-0012 --except CTI0007 --name "Save our nurseries"
      """)
  static let standing = CampaignStanding.confirmed

  @OptionGroup var named: SourceListOptions

  @Option(name: .customLong("name"), help: "What the campaign is called.")
  var campaign: String

  @OptionGroup var options: InquiryOptions

  var name: String? { campaign }
}

struct SetApartCommand: CampaignStep {
  static let configuration = CommandConfiguration(
    commandName: "apart", abstract: "Say that submissions are of no campaign, however alike.",
    discussion: """
      They are not put together again, nor with what else a clerk has spoken of; one that comes \
      later is still compared with them.
      Example: inquiry campaign apart CTI0003 CTI0005
      """)
  static let standing = CampaignStanding.alone

  @OptionGroup var named: SourceListOptions
  @OptionGroup var options: InquiryOptions
}

struct ReopenCampaignCommand: CampaignStep {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Take back what was said of submissions.",
    discussion: "Example: inquiry campaign reopen CTI0005")
  static let standing = CampaignStanding.open

  @OptionGroup var named: SourceListOptions
  @OptionGroup var options: InquiryOptions
}
