import ArgumentParser
import Inquiries
import Wire

/// `inquiry passage`
struct PassageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passage", abstract: "Corrections of what was transcribed or noted.",
    subcommands: [
      CorrectPassageCommand.self, FootnoteCommand.self, SupplementCommand.self,
      ListCorrectionsCommand.self, RemoveNoteCommand.self, SplitPassageCommand.self,
    ])
}

struct CorrectPassageCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Give a passage its next version, with the words as they should be.",
    discussion: """
      The new words come from --file or standard input, in UTF-8 and without the speaker's name. \
      Links whose words changed become suspect until a person affirms them again; what was only \
      suggested stays so. The earlier words stay at their own address, unless they have to go \
      (--for removal). In published evidence new words that look like personal data, or name \
      somebody who is not to be named, stop it until somebody has seen them \
      (--personal-data-seen). Narrative and headings, which no citation names, are named by their \
      place, as `inquiry evidence passages` lists it: "OS6, passage 7".
      Example: inquiry passage correct Q45+2 --file q45-2.txt
      """)

  @Argument(help: "One passage, such as Q45+2, \"OS6, point 3\" or \"OS6, passage 7\".")
  var locator: String

  @Option(
    help: ArgumentHelp("File with the new words; standard input when left out.", valueName: "file"),
    completion: .file())
  var file: String?

  @OptionGroup var terms: CorrectionOptions

  @Flag(help: "Show the difference, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let passage = try await inquiry.passage(at: locator)
    if file == nil, console.isTyped {
      console.say("\(locator) is at version \(passage.version). It reads:")
      console.say(passage.text)
      console.say("Type the new words and end with Ctrl-D on a line of its own.")
    }
    let bytes = try file.map(Files.read) ?? console.rest()
    let text = try Files.text(bytes, named: file ?? "standard input")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let correction = CorrectionRequest(
      locator: locator, version: passage.version, text: text, kind: terms.kind,
      removal: terms.reason, personalDataSeen: terms.personalDataSeen, dryRun: dryRun)
    let answer = try await inquiry.send("POST", "passages/correct", correction)
    try console.show(answer, as: CorrectionShape.self, json: options.json) { done, page in
      page.facts([
        ("Passage", done.locator), ("Version", "\(done.version)"),
        ("Links carried", "\(done.carried)"), ("Links suspect", "\(done.suspect)"),
      ])
      page.gap()
      page.difference(from: done.before, to: done.after)
      for place in done.publicPlaces {
        page.point(
          "Words that had to go still stand in \(place): publish the report anew, or take them out "
            + "of the copy too.")
      }
      page.lay(done.elsewhere)
      if done.suspect > 0 {
        page.text("Look at the suspect links again: `inquiry link list --status suspect`.")
      }
    }
    if dryRun { console.say("Nothing was done.") }
  }
}

struct SplitPassageCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Split a turn in which a second speaker's words run on.",
    discussion: """
      Only before the source is published: addresses that people may hold are never moved. The \
      new turn is said by whoever the label means elsewhere in the transcript; where that is in \
      doubt, the answer says so, and `inquiry session map-label` says who it is.
      Example: inquiry passage split Q45 --at "Director B"
      """)

  @Argument(help: "The turn, such as Q45+2.")
  var locator: String

  @Option(
    help: ArgumentHelp("The second speaker as printed there, without colon.", valueName: "label"))
  var at: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = SplitRequest(locator: locator, label: at)
    let answer = try await options.client(console).send("POST", "passages/split", request)
    try console.show(answer, as: SplitShape.self, json: options.json) { split, page in
      let speaker = split.speaker.map { ", said by \($0)" } ?? ""
      page.text(
        "\(locator) ends before “\(split.label)”; the words after it are "
          + "\(split.locator)\(speaker).")
      if split.isInDoubt {
        page.text(
          "Who “\(split.label)” is is in doubt; say so with `inquiry session map-label` and the "
            + "reference of the transcript.")
      }
    }
  }
}
