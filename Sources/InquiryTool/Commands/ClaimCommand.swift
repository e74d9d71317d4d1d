import ArgumentParser
import Inquiries
import Wire

/// `inquiry claim`
struct ClaimCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Figures in the report's words: what each rests on, and whether that bears it out.",
    discussion: """
      Claims are found in the newest draft, recommendations and quotations aside, and in the \
      inquiry's public summary. The citation beside a claim proposes what it rests on; a person \
      binds it.
      """,
    subcommands: [
      ListClaimsCommand.self, ShowClaimCommand.self, BindClaimCommand.self,
      ReleaseClaimCommand.self, ClaimPhrasesCommand.self,
    ])
}

struct ListClaimsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the claims, what each rests on, and the verdict.",
    discussion: "Example: inquiry claim list --numbers")

  @Flag(help: "Plain numbers too, which are no shares.")
  var numbers = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("claims")
    try console.show(answer, as: ListShape<Claim>.self, json: options.json) { list, page in
      page.table(
        [.number("Claim"), "Place", "Words", "Rests on", "Figure", .number("Base"), "Verdict"],
        list.items.filter { numbers || !$0.isNumber }.map { claim in
          [
            "\(claim.number)", claim.place, claim.words,
            claim.boundTo.map { "\($0) (\(claim.binding.rawValue))" } ?? "nothing",
            claim.figure ?? "", Words.number(claim.base), claim.verdict.inWords,
          ]
        }, none: "Nothing is quantified in the newest draft or the summary.")
      let left = list.items.count { $0.isNumber }
      if !numbers, left > 0 {
        page.gap()
        page.text("\(Words.count(left, "plain number")) more: --numbers.")
      }
    }
  }
}

struct ShowClaimCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a claim with its sentence and why its verdict is so.",
    discussion: "Example: inquiry claim show 3")

  @Argument(help: "Its number among the claims, or its key.")
  var name: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("claims/\(Client.escaped(name))")
    try console.show(answer, as: Claim.self, json: options.json) { $1.lay($0) }
  }
}

struct BindClaimCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "bind",
    abstract: "Bind a claim to what it rests on: you answer for it from then on.",
    discussion: """
      Example: inquiry claim bind 3 --to "S2-Q1, answer vary"
      An outside statistic: inquiry claim bind 1 --to D4 --figure "about 10 per cent"
      """)

  @Argument(help: "Its number among the claims, or its key.")
  var name: String

  @Option(
    help: ArgumentHelp("The one passage it rests on, as in a citation.", valueName: "locator"))
  var to: String

  @Option(
    help: ArgumentHelp(
      "The figure there in words, where no survey holds it.", valueName: "words"))
  var figure: String?

  @Option(
    help: ArgumentHelp("How many it is of, where the source does not say.", valueName: "number"))
  var base: Int?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let claim = try await inquiry.get("claims/\(Client.escaped(name))").shape(Claim.self)
    let request = ClaimRequest(
      locator: to.hasPrefix("@") ? String(to.dropFirst()) : to, figure: figure, base: base)
    let answer = try await inquiry.send(
      "POST", "claims/\(claim.key)/bind", request, revision: claim.revision)
    try console.show(answer, as: Claim.self, json: options.json) { $1.lay($0) }
  }
}

struct ReleaseClaimCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Take a claim from what it was bound to.",
    discussion: "Example: inquiry claim release 3")

  @Argument(help: "Its number among the claims, or its key.")
  var name: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let claim = try await inquiry.get("claims/\(Client.escaped(name))").shape(Claim.self)
    let answer = try await inquiry.post("claims/\(claim.key)/release", revision: claim.revision)
    try console.show(answer, as: Claim.self, json: options.json) { $1.lay($0) }
  }
}

struct ClaimPhrasesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrases",
    abstract: "Show of which percentages each phrase may be said.",
    discussion: "Example: inquiry claim phrases")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("claim-phrases")
    try console.show(
      answer, as: ListShape<ClaimPhrases.Row>.self, json: options.json
    ) { list, page in
      page.table(
        ["Phrase", "Holds in", "True and loose in"],
        list.items.map { [$0.words, $0.holds, $0.isTrue ?? ""] }, none: "There are none.")
    }
  }
}

extension Page {
  fileprivate mutating func lay(_ claim: Claim) {
    facts([
      ("Claim", "\(claim.number) (\(claim.key))"), ("Place", claim.place),
      ("Words", claim.words), ("Sentence", claim.shownSentence),
      (claim.isNumber ? "Number" : "May be said of", claim.holds),
      ("Rests on", claim.boundTo.map { "\($0) (\(claim.binding.rawValue))" } ?? "nothing"),
      ("Bound by", claim.boundBy), ("Figure", claim.figure), ("Base", claim.base.map(String.init)),
      ("Verdict", claim.verdict.inWords), ("Why", claim.reason),
    ])
  }
}
