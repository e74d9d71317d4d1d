import ArgumentParser
import Testing

@testable import InquiryTool

@Suite struct HelpTests {
  /// Every command that a person can type, as its words, with its description.
  private static let commands = paths(clientCommands, under: [])

  private static func paths(
    _ commands: [any ParsableCommand.Type], under words: [String]
  ) -> [(words: [String], isLeaf: Bool)] {
    commands.flatMap { command in
      let configuration = command.configuration
      let path = words + [configuration.commandName ?? ""]
      return [(path, configuration.subcommands.isEmpty)]
        + paths(configuration.subcommands, under: path)
    }
  }

  @Test func `every command of a clerk or author is mounted`() {
    #expect(
      HelpTests.commands.filter(\.isLeaf).map { $0.words.joined(separator: " ") } == [
        "open", "launch", "edit", "lapse", "carry", "list", "call open", "call list", "call show",
        "call edit", "call extend", "call publish", "call withdraw", "submission receive",
        "submission import-folder", "submission list", "submission show", "submission words",
        "submission check", "submission edit", "submission admit", "submission outcome",
        "submission redact", "submission unredact", "campaign list", "campaign show",
        "campaign confirm", "campaign apart",
        "campaign reopen", "document import", "document add", "document list", "document show",
        "survey import", "survey list", "survey show", "survey table", "survey words",
        "survey quote", "survey take-down", "session import", "session check", "session correct",
        "session left",
        "session export",
        "session list", "session show", "session plan", "session hold", "session adjourn",
        "session cancel", "session replace", "session members",
        "session log", "session lines", "session mend",
        "session settle", "session privacy", "session copies", "session send-copies",
        "session return-copy", "session returned", "session labels", "session map-label",
        "session changes",
        "session decide", "import list", "import undo", "evidence list", "evidence show",
        "evidence passages", "evidence check", "evidence original", "evidence accept",
        "evidence publish", "evidence withdraw", "evidence take-down", "consent list",
        "consent record", "consent correct", "person list",
        "person rename", "person protect", "person identity", "person merge", "person unmerge",
        "person merges", "person names", "person set-aside-name", "witness groups", "witness group",
        "passage correct", "passage footnote",
        "passage supplement", "passage corrections", "passage remove-note", "passage split",
        "report pull", "report push", "report repin", "report build", "report publish", "check",
        "remark assign", "remark waive", "remark unwaive", "remark policy", "trace matrix",
        "trace coverage",
        "trace asks", "trace chain", "finding list", "finding show", "finding suggest",
        "recommendation list",
        "recommendation show", "recommendation edit", "recommendation suggest", "limb list",
        "limb propose", "limb confirm", "limb add", "limb edit", "limb drop", "lineage list",
        "lineage add", "lineage drop", "event list", "event add", "event log", "link add",
        "link list", "link show", "link affirm", "link edit", "link drop", "suggestion find",
        "suggestion affirm", "suggestion drop", "proposition list", "proposition add",
        "proposition edit", "conflict list", "conflict show", "claim list", "claim show",
        "claim bind", "claim release", "claim phrases", "tag list", "tag show", "tag add",
        "tag edit", "tag move", "tag merge", "tag retire", "tag apply", "tag passages",
        "tag remove", "tag suspect", "tag affirm", "codebook groups", "codebook together",
        "codebook agreement",
        "codebook export", "codebook import", "memo write", "memo list", "memo remove",
        "terms list", "terms revise", "staff list", "staff add", "staff grant", "staff withdraw",
        "staff token", "staff revoke-tokens", "audit list",
      ])
  }

  @Test(arguments: commands.map(\.words))
  func `every command explains itself and asks nobody`(words: [String]) async throws {
    let asked = try await Binary.run(words + ["--help"])
    let looked = try await Binary.run(["help"] + words)
    #expect(asked.status == 0)
    #expect(asked.output.contains("USAGE: inquiry \(words.joined(separator: " "))"))
    #expect(asked.words.isEmpty)
    #expect(looked.output == asked.output)
  }

  @Test(arguments: commands.filter(\.isLeaf).map(\.words))
  func `every command's help has an example that begins with it`(words: [String]) async throws {
    let help = try await Binary.run(words + ["--help"], environment: ["COLUMNS": "200"]).output
    let unwrapped = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(unwrapped.contains("Example: inquiry \(words.joined(separator: " "))"))
  }

  @Test func `help lists every noun`() async throws {
    let help = try await Binary.run(["help"]).output
    for command in clientCommands {
      #expect(help.contains("\n  \(command.configuration.commandName ?? "?") "))
      #expect(help.contains(command.configuration.abstract.prefix(30)))
    }
  }
}
